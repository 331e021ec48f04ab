import type { FakeTool } from '../fake-tool';

/** A tool as far as the tests look at it. */
export interface Fake {
  readonly tool: FakeTool;
  /** Address -> the purposes that the tool would mail it for; also those whom it keeps and mails for nothing. */
  mailed(): Record<string, string[]>;
  /** What it calls an address, by field, in the tool's own names. */
  fieldsOf(email: string): Record<string, unknown>;
}

export const LISTS = ['product', 'events'] as const;
