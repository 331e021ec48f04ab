import type { Unlisted } from '../consent/steps/facts';

/** What a value is called; one that a later version added is shown as it is. */
export function wordFor<Value extends string>(words: Readonly<Record<Value, string>>, value: Value | Unlisted): string {
  return (words as Readonly<Record<string, string>>)[value] ?? value;
}
