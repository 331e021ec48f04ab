import type { components, operations } from './api.ts';

/** What the ledger takes and answers, by name. */
export type Schemas = components['schemas'];

/** What an operation is sent. */
export type Sent<O extends keyof operations> = operations[O] extends {
  requestBody: { content: { 'application/json': infer B } };
}
  ? B
  : never;

/** What an operation answers where all went well. */
export type Answer<O extends keyof operations, S extends number = 200> = operations[O] extends {
  responses: Record<S, { content: { 'application/json': infer A } }>;
}
  ? A
  : never;
