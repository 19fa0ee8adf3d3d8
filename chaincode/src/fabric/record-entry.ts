import {
  canonicalJson,
  executeCommand,
  LedgerError,
  parseIdentifier,
  readArray,
  readObject,
  refuseUnknown,
  requiredText,
  type EntryFacts,
  type JsonValue,
  type RecordField,
  type SealedRecord,
} from '../domain';
import type { LedgerContext } from './ledger-context';
import { parseJson } from './parse-json';
