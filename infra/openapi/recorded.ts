import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Where `test/openapi/examples.test.ts` keeps what the running system answered. */
export const ANSWERS_FILE = path.join(__dirname, 'answers.json');

export interface RecordedAnswer {
  readonly type: string;
  readonly body: unknown;
}

/** By the operation's id, or "refusals" for what is the same everywhere; then by the example's name. */
export type RecordedAnswers = Readonly<Record<string, Readonly<Record<string, RecordedAnswer>>>>;

export function readAnswers(): RecordedAnswers {
  return JSON.parse(readFileSync(ANSWERS_FILE, 'utf8')) as RecordedAnswers;
}
