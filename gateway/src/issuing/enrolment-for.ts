import type { KeyFolder } from '../crypto/keys';
import type { LedgerSettings } from '../ledger/ledger-settings';
import type { OpenedLedger } from '../ledger/open-ledger';
import type { ActRecorder } from './act-recorder';
import { KeyFolderEnrolment, type Enrolment } from './enrolment';
import { FabricEnrolment } from './fabric-enrolment';

/** How organisations are enrolled on the ledger that the settings name. */
export function enrolmentFor(
  settings: LedgerSettings,
  { ledger, network }: Pick<OpenedLedger, 'ledger' | 'network'>,
  acts: ActRecorder,
  keys: KeyFolder,
): Enrolment {
  if (settings.kind === 'embedded' || network === undefined) return new KeyFolderEnrolment(keys);
  return new FabricEnrolment({ network, ledger, acts, operator: settings.operator });
}
