import type { Operations, Schemas } from './api.ts';

export type { Schemas };

type Json<A, S> = S extends keyof A ? A[S] : never;

/** What an operation is sent. */
export type Sent<O extends keyof Operations> = Operations[O] extends { sent: infer B } ? B : never;

/** What an operation answers where all went well. */
export type Answer<O extends keyof Operations, S extends number = 200> = Json<Operations[O]['answers'], S>;
