import { canonicalJson, firstLifeRules, hasher, stateKeys, type ClaimState, type LifeState } from '@lianpiao/chaincode/domain';
import fc from 'fast-check';
import { LifeTrial, saltOf } from '../../support/life';

const claim = (trial: LifeTrial, id: string): ClaimState => trial.state.get(stateKeys.claim(id)) as ClaimState;

describe('reimbursement by amount', () => {
  test('parts of one invoice are reserved until it is used up; a lease that ends gives its part back', () => {
    const trial = new LifeTrial();
    const number = trial.issue('A-1');
    trial.reserve('buyer', 'claim-1', { [number]: '300.00' });
    expect(trial.refusal(...trial.reservation('buyer', 'claim-2', { [number]: '245.01' }))).toBe('CLAIM_AMOUNT_TAKEN');
    trial.reserve('buyer', 'claim-2', { [number]: '245.00' });
    expect(trial.refusal(...trial.reservation('buyer', 'claim-3', { [number]: '0.01' }))).toBe('CLAIM_AMOUNT_TAKEN');
    trial.change(...trial.changeClaim('buyer', 'claim-1', 'settle', 1));
    trial.state.now += 600_000;
    expect(trial.refusal(...trial.changeClaim('buyer', 'claim-2', 'settle', 2))).toBe('CLAIM_EXPIRED');
    expect(trial.refusal(...trial.changeClaim('buyer', 'claim-1', 'release', 1))).toBe('CLAIM_STATE_WRONG');
    expect(trial.refusal(...trial.reservation('buyer', 'claim-3', { [number]: '245.01' }))).toBe('CLAIM_AMOUNT_TAKEN');
    trial.reserve('buyer', 'claim-3', { [number]: '245.00' });
  });

  test('a clock that goes back does not bring back a lease that had ended when others came', () => {
    const trial = new LifeTrial();
    const [first, second] = [trial.issue('A-1'), trial.issue('A-2', { buyer: { name: '张三' } })];
    trial.reserve('buyer', 'claim-1', { [second]: '545.00' });
    trial.reserve('buyer', 'claim-2', { [first]: '545.00' });
    trial.state.now += 600_000;
    trial.reserve('rival', 'claim-3', { [second]: '545.00' });
    trial.change('shop', { type: 'correction.requested', correction: 'red-1', invoice: first, reason: '02' }, { by: 'seller' }, [
      first,
    ]);
    trial.complete('red-1', first);
    trial.state.now -= 2000;
    for (const event of ['settle', 'renew'])
      expect(trial.refusal(...trial.changeClaim('buyer', 'claim-1', event, 1))).toBe('CLAIM_EXPIRED');
    expect(trial.refusal(...trial.changeClaim('buyer', 'claim-2', 'settle', 1))).toMatch(/^(?:CLAIM_EXPIRED|INVOICE_RED)$/);
    trial.change(...trial.changeClaim('rival', 'claim-3', 'settle', 2));
  });

  test('the holder is hidden, and nobody else renews, releases or settles; an older token is stale', () => {
    const trial = new LifeTrial();
    const number = trial.issue('A-1');
    const { text } = trial.reserve('buyer', 'claim-1', { [number]: '100.00' });
    expect(text).not.toContain('buyer');
    expect(text).not.toContain('100.00');
    for (const event of ['renew', 'release', 'settle'])
      expect(trial.refusal(...trial.changeClaim('rival', 'claim-1', event, 1))).toBe('CLAIM_NOT_YOURS');
    trial.change(...trial.changeClaim('buyer', 'claim-1', 'renew', 1));
    expect(claim(trial, 'claim-1').fence).toBe(2);
    expect(trial.refusal(...trial.changeClaim('buyer', 'claim-1', 'settle', 1))).toBe('CLAIM_FENCE_STALE');
    trial.change(...trial.changeClaim('buyer', 'claim-1', 'release', 2));
    expect(trial.refusal(...trial.changeClaim('buyer', 'claim-1', 'settle', 2))).toBe('CLAIM_STATE_WRONG');
  });

  test('an agent acts for the holder, so that not even the signature names it', () => {
    const trial = new LifeTrial();
    const number = trial.issue('A-1', { buyer: { name: '张三' } });
    const [, facts, asked] = trial.reservation('other', 'claim-1', { [number]: '545.00' });
    expect(trial.refusal('other', facts, { ...asked, holder: 'buyer' }, [number])).toBe('ACTION_FORBIDDEN');
    trial.state.put(stateKeys.delegation('buyer', 'other'), true);
    trial.change('other', facts, { ...asked, holder: 'buyer' }, [number]);
    trial.change('buyer', { type: 'claim.changed', claim: 'claim-1', event: 'settle', fence: 1 }, { salt: saltOf('claim-1') });
  });

  test('a list of invoices is reserved as a whole or not at all', () => {
    const trial = new LifeTrial();
    const [first, second] = [trial.issue('A-1'), trial.issue('A-2')];
    trial.reserve('buyer', 'claim-1', { [second]: '545.00' });
    expect(trial.refusal(...trial.reservation('buyer', 'claim-2', { [first]: '545.00', [second]: '0.01' }))).toBe(
      'CLAIM_AMOUNT_TAKEN',
    );
    trial.change(...trial.changeClaim('buyer', 'claim-1', 'release', 1));
    trial.reserve('buyer', 'claim-2', { [first]: '545.00', [second]: '0.01' });
    expect(claim(trial, 'claim-2').fence).toBe(2);
  });

  test('bad input: another buyer, another currency, nothing, less than nothing, a lease too long, another record', () => {
    const trial = new LifeTrial();
    const number = trial.issue('A-1');
    expect(trial.refusal(...trial.reservation('rival', 'c-1', { [number]: '1.00' }))).toBe('INVOICE_NOT_YOURS');
    expect(trial.refusal(...trial.reservation('buyer', 'c-1', { [number]: '1.00' }, 600, 'EUR'))).toBe('CLAIM_CURRENCY_WRONG');
    expect(trial.refusal(...trial.reservation('buyer', 'c-1', { [number]: '0.00' }))).toBe('MONEY_MALFORMED');
    expect(trial.refusal(...trial.reservation('buyer', 'c-1', { [number]: '-1.00' }))).toBe('MONEY_MALFORMED');
    expect(trial.refusal(...trial.reservation('buyer', 'c-1', { [number]: '1.00' }, 604_801))).toBe('FIELD_INVALID');
    expect(trial.refusal(...trial.reservation('buyer', 'c-1', { ['0'.repeat(20)]: '1.00' }))).toBe('INVOICE_UNKNOWN');
    trial.reserve('buyer', 'c-1', { [number]: '1.00' });
    expect(trial.refusal(...trial.reservation('buyer', 'c-1', { [number]: '1.00' }))).toBe('CLAIM_EXISTS');
  });

  test('a receivable is pledged once; whoever lent lets go of it', () => {
    const trial = new LifeTrial();
    const number = trial.issue('A-1');
    const pledge = (id: string): Parameters<LifeTrial['change']> => [
      'shop',
      { type: 'pledge.made', pledge: id, invoice: number },
      { financier: 'bank', salt: saltOf(id) },
      [number],
    ];
    trial.change(...pledge('pledge-1'));
    expect(trial.refusal(...pledge('pledge-2'))).toBe('PLEDGE_STATE_WRONG');
    const red = ['shop', { type: 'correction.requested', correction: 'red-1', reason: '01' }, {}, [number]] as const;
    expect(trial.refusal(...red)).toBe('INVOICE_PLEDGED');
    const release = { type: 'pledge.released', pledge: 'pledge-1', reason: 'settled' } as const;
    expect(trial.refusal('shop', release, { salt: saltOf('pledge-1') })).toBe('PLEDGE_NOT_YOURS');
    trial.change('bank', release, { salt: saltOf('pledge-1') });
    expect(trial.refusal('bank', release, { salt: saltOf('pledge-1') })).toBe('PLEDGE_STATE_WRONG');
    trial.change(...pledge('pledge-2'));
  });

  test('the bureau puts rules in force: later decisions cite them, earlier ones keep theirs', () => {
    const trial = new LifeTrial();
    const number = trial.issue('A-1');
    const text = canonicalJson({ confirmHours: 24, maxLeaseSeconds: 60, maxClaims: 1 });
    const facts = { type: 'rules.published', set: 'life', version: '2026-12-01', digest: hasher().sha256(text), text } as const;
    const first = trial.reserve('buyer', 'claim-1', { [number]: '1.00' });
    expect(first.text).toContain(`"rules":"2026-01-01#${firstLifeRules().digest.slice(0, 16)}"`);
    expect(trial.refusal('shop', facts)).toBe('ACTION_FORBIDDEN');
    expect(trial.refusal('bureau', { ...facts, digest: 'f'.repeat(64) })).toBe('FIELD_INVALID');
    trial.change('bureau', facts);
    expect(trial.refusal('bureau', facts)).toBe('RULES_VERSION_OLD');
    expect(trial.refusal(...trial.reservation('buyer', 'claim-2', { [number]: '1.00' }, 61))).toBe('FIELD_INVALID');
    expect(trial.refusal(...trial.reservation('buyer', 'claim-2', { [number]: '1.00' }, 60))).toBe('CLAIM_LIMIT');
  });
});

describe('tax rates on the ledger', () => {
  test('are those by which the next invoice is checked; it carries their version, a refusal cites it', () => {
    const trial = new LifeTrial();
    const first = trial.issue('A-1');
    const text = canonicalJson({ rates: [{ category: 'standard', from: '2020-01-01', rate: '0.08' }], tolerance: '0.00' });
    const digest = hasher().sha256(text);
    trial.change('bureau', { type: 'rules.published', set: 'cn', version: '2026-12-01', digest, text });
    const refused = expect.objectContaining({
      code: 'RATE_UNKNOWN',
      detail: expect.objectContaining({ rule: `cn.rate-in-force@cn-2026-12-01#${digest.slice(0, 16)}` }) as object,
    }) as Error;
    expect(() => trial.issue('A-2')).toThrow(refused);
    const lines = [{ name: '大米', net: '500.00', rate: '0.08', tax: '40.00' }];
    const second = trial.issue('A-2', { lines, totals: { net: '500.00', tax: '40.00', gross: '540.00' } });
    expect(trial.header(first)).toMatchObject({ rules: 'cn-2026-01' });
    expect(trial.header(second)).toMatchObject({ rules: `cn-2026-12-01#${digest.slice(0, 16)}` });
    const off = { lines: [{ ...lines[0], tax: '40.01' }], totals: { net: '500.00', tax: '40.01', gross: '540.01' } };
    expect(() => trial.issue('A-3', off)).toThrow('LINE_TAX_WRONG');
    // Red letters go by what was issued then.
    trial.change('shop', { type: 'correction.requested', correction: 'red-1', reason: '01' }, {}, [first]);
    trial.complete('red-1', first);
  });
});

describe('any life of an invoice', () => {
  /** What somebody tries; most of it in vain. */
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('reserve' as const),
      fen: fc.integer({ min: 1, max: 60_000 }),
      by: fc.constantFrom('buyer', 'rival'),
    }),
    fc.record({ kind: fc.constantFrom('settle' as const, 'release' as const, 'renew' as const), of: fc.nat(5) }),
    fc.record({ kind: fc.constant('red' as const), fen: fc.integer({ min: 1, max: 50_000 }) }),
    fc.record({ kind: fc.constant('confirm' as const) }),
    fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 3000 }) }),
  );
  const money = (fen: number): string => `${String(Math.floor(fen / 100))}.${String(fen % 100).padStart(2, '0')}`;

  test('what is held, settled and taken back is never more than the invoice, but where it is due back', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
        const trial = new LifeTrial();
        const number = trial.issue('A-1', { buyer: { name: '张三' } });
        // The model: plain numbers, written without a look at the rules' own books.
        const gross = 54_500;
        const claims: { id: string; by: string; fen: number; fence: number; until: number; ended?: 'released' | 'settled' }[] =
          [];
        let [red, pending, count] = [0, undefined as undefined | { id: string; fen: number; until: number; alone: boolean }, 0];
        const live = (each: (typeof claims)[number]): boolean =>
          each.ended === 'settled' || (each.ended === undefined && trial.state.now < each.until);
        for (const each of steps) {
          count += 1;
          if (pending !== undefined && !pending.alone && trial.state.now >= pending.until) pending = undefined;
          const held = claims.filter(live).reduce((sum, { fen }) => sum + fen, 0);
          if (each.kind === 'wait') trial.state.now += each.minutes * 60_000;
          else if (each.kind === 'reserve') {
            const id = `claim-${String(count)}`;
            const said = trial.refusal(...trial.reservation(each.by, id, { [number]: money(each.fen) }, 3600));
            const wanted =
              pending !== undefined
                ? 'CORRECTION_PENDING'
                : red === gross
                  ? 'INVOICE_RED'
                  : each.fen > gross - red - held
                    ? 'CLAIM_AMOUNT_TAKEN'
                    : 'accepted';
            expect(said).toBe(wanted);
            if (said === 'accepted')
              claims.push({ id, by: each.by, fen: each.fen, fence: claim(trial, id).fence, until: trial.state.now + 3_600_000 });
          } else if (each.kind === 'red') {
            const id = `red-${String(count)}`;
            const tax = Math.round((each.fen * 9) / 100);
            const lines = [{ line: 1, net: money(each.fen), tax: money(tax) }];
            const said = trial.refusal('shop', { type: 'correction.requested', correction: id, reason: '02' }, { lines }, [
              number,
            ]);
            if (said !== 'accepted') continue;
            expect(pending).toBeUndefined();
            expect(red + each.fen + tax).toBeLessThanOrEqual(gross);
            pending = {
              id,
              fen: each.fen + tax,
              until: trial.state.now + 72 * 3_600_000,
              alone: claims.filter(live).length === 0,
            };
            if (!pending.alone) continue;
            trial.complete(id, number);
            red += pending.fen;
            pending = undefined;
          } else if (each.kind === 'confirm') {
            const holder = claims.find(live);
            if (pending === undefined || holder === undefined) continue;
            const facts = { type: 'correction.changed', correction: pending.id, event: 'confirm', as: 'buyer' } as const;
            trial.change(holder.by, facts, { claim: holder.id, salt: saltOf(holder.id) }, [number]);
            trial.complete(pending.id, number);
            red += pending.fen;
            const due = held + red > gross;
            if (due) expect((trial.state.get(stateKeys.life(number)) as LifeState).clawback).toBe(true);
            pending = undefined;
          } else {
            const one = claims[each.of];
            if (one === undefined) continue;
            const said = trial.refusal(...trial.changeClaim(one.by, one.id, each.kind, one.fence));
            const open = one.ended === undefined && trial.state.now < one.until;
            if (!open) expect(['CLAIM_STATE_WRONG', 'CLAIM_EXPIRED']).toContain(said);
            if (said !== 'accepted') continue;
            expect(open).toBe(true);
            if (each.kind === 'renew') {
              Object.assign(one, { fence: claim(trial, one.id).fence, until: trial.state.now + 600_000 });
            } else one.ended = each.kind === 'settle' ? 'settled' : 'released';
          }
          expect(red).toBeLessThanOrEqual(gross);
        }
      }),
      { seed: 20261122, numRuns: 150 },
    );
  });
});
