import { LedgerError } from '@lianpiao/chaincode/domain';
import type { Logger } from 'pino';
import type { LedgerReader } from '../ledger/ledger';
import { Repeated } from '../repeated';
import type { CorrectionDesk } from './correction-desk';

const INTERVAL_MS = 60_000;
/** The newest confirmations are looked at: an older one is carried out when somebody asks for it. */
const LOOKED_AT = 1000;

/**
 * Carries out confirmed corrections whose red invoice could not be issued at once: a crash in between, a till without
 * numbers. Every serving process looks once a minute; the order reference lets one red invoice be.
 */
export class CorrectionSweeper extends Repeated {
  readonly #ledger: LedgerReader;
  readonly #desk: CorrectionDesk;
  readonly #logger: Logger;

  constructor(ledger: LedgerReader, desk: CorrectionDesk, logger: Logger) {
    super(logger, INTERVAL_MS, 'confirmed corrections cannot be looked at');
    this.#ledger = ledger;
    this.#desk = desk;
    this.#logger = logger;
  }

  /** One that cannot be carried out holds up no other: the log says which, each time, unless another side's gateway has to. */
  protected async turn(): Promise<void> {
    for (const { subject: correction } of this.#ledger.acts({ type: 'correction.requested', limit: LOOKED_AT })) {
      try {
        await this.#desk.finish(correction);
      } catch (error) {
        const code = error instanceof LedgerError ? error.code : 'INTERNAL';
        if (code === 'IDENTITY_ELSEWHERE') continue;
        this.#logger.warn({ correction, code, err: error }, 'a confirmed correction has no red invoice yet');
      }
    }
  }
}
