export { Ledger, type Addressee, type EvidenceType, type LedgerOptions } from './ledger.js';
export { Problem } from './problem.js';
export type { Subjects } from './subjects.js';
export { clientCredentials, type ClientCredentials, type TokenProvider } from './token.js';
export type { Schemas } from './types.js';
