import { pino } from 'pino';
import type { InvoiceIssued } from '@lianpiao/chaincode/domain';
import { PayloadStore, ReconciliationStore, type StoredFinding } from '@lianpiao/gateway/stores';
import { StatusWatch } from '@lianpiao/workers';
import { StatusMap, StatusReader, StatusStore } from '../../gateway/src/stores';
import { StatusSealer } from '../../gateway/src/status/status-sealer';
import { saleRequest } from '../support/embedded';
import { openOffice } from '../support/ledger-office';
import { WHOLE_CORRECTION } from '../support/life';

const ACTOR = { keyId: 'test', why: 'test' };

/** A ledger on which nobody seals until it is told to, and the worker that watches the map of statuses there. */
describe('the map of statuses, when nobody seals it [rows 000-004:A3]', () => {
  const office = openOffice({ kind: 'embedded' });
  const { folder, ledger, payloads, acts } = office;
  const find = (number: string): { readonly sequence: number } => office.life().opener.find(number);
  const findings = new ReconciliationStore(folder);
  const pairs = new StatusStore(folder);
  const map = new StatusMap(ledger, payloads, pairs);
  const reader = new StatusReader({ ledger, payloads, finder: { find } });
  const logger = pino({ level: 'silent' });
  const sealer = new StatusSealer({ ledger, acts, map, reader, logger, clock: Date.now });
  const told: StoredFinding[] = [];
  let now = Date.now();
  const watch = new StatusWatch({
    folder,
    ledger,
    payloads: new PayloadStore(folder),
    find,
    store: findings,
    clock: () => now,
    onFinding: (finding) => told.push(finding),
  });
  afterAll(() => {
    watch.close();
    pairs.close();
    findings.close();
    office.remove();
  });

  /** Rounds are five seconds apart; three are enough for a finding to come and to go. */
  const look = (): void => {
    for (let round = 0; round < 3; round += 1) {
      now += 6000;
      watch.look();
    }
  };
  const open = (): (readonly [string, object])[] =>
    findings.findings({ limit: 10, openOnly: true }).map(({ code, place }) => [code, place]);

  test('is found to have stalled after a minute, and the finding is settled once there is a seal', async () => {
    await office.found();
    await office.seller('shop', 1);
    const [verdict] = await ledger.submit([office.issue('shop', saleRequest(1, 'shop-1'))]);
    if (verdict?.accepted !== true) throw verdict?.error ?? new Error('no verdict');
    const { number } = verdict.placed.entry as InvoiceIssued;
    const asked = { ...WHOLE_CORRECTION, invoice: number };
    await office.life().corrections.request('shop', asked, ACTOR);
    const [first] = ledger.acts({ type: 'correction.requested', after: -1, limit: 1 });
    now = Date.now();
    look();
    expect(told).toEqual([]);

    now = Date.now() + 61_000;
    look();
    // The invoice itself, which is older, needs no seal: only what happened to it since.
    expect(open()).toEqual([['status-stalled', { sequence: first?.sequence }]]);

    await sealer.seal();
    look();
    expect(open()).toEqual([]);
    expect(told).toHaveLength(1);
  });
});
