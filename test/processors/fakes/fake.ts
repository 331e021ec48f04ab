import type { FakeTool } from '../fake-tool';

/** A tool as far as the tests look at it. */
export interface Fake {
  readonly tool: FakeTool;
  /** Address -> the purposes that the tool would mail it for; also those whom it keeps and mails for nothing. */
  mailed(): Record<string, string[]>;
  /** Somebody uses the link to unsubscribe in one of the tool's own mails, or the tool takes them out by itself. */
  leaveThere(email: string, at: string): void;
  /** What it calls an address, by field, in the tool's own names. */
  fieldsOf(email: string): Record<string, unknown>;
}

export const LISTS = ['product', 'events'] as const;
