import { consumer } from '../shared/api/consumer';
import { applyEnds } from '../shared/ledger/ends';

/** The only function that may change or delete what is in ledger and vault, and `expiresAt` is all that it changes. */
export const handler = consumer(({ subject }) => applyEnds(subject, new Date()));
