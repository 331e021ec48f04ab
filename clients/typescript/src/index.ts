export type { LedgerFile } from './caller.ts';
export {
  Ledger,
  type Addressee,
  type EvidenceType,
  type ImportResult,
  type ImportRow,
  type LedgerOptions,
  type Segment,
} from './ledger.ts';
export { Problem } from './problem.ts';
export type { AccessType, Subjects } from './subjects.ts';
export { clientCredentials, type ClientCredentials, type TokenProvider } from './token.ts';
export type { Schemas } from './types.ts';
