import { dayOf } from '../calendar';
import type { holdConnections } from './operations/hold-connections';
import { Problem } from './problem';
import type * as z from '../zod';

type Body = z.output<typeof holdConnections.body>;

/** What an operator wants about an incident. */
export interface IncidentOrder extends Pick<Body, 'people' | 'reason'> {
  /** Undefined for a new one. */
  readonly case: string | undefined;
  /** What is to be kept, by which name, until when somebody looks; undefined to keep nothing any more. */
  readonly hold: { readonly label: string | undefined; readonly reviewBy: string } | undefined;
}

/** @throws {Problem} 422 where it does not say when somebody looks at it again, or what it is called, or which one is lifted */
export function readIncident(body: Body, now: Date): IncidentOrder {
  const { people, reason, case: id, label, reviewBy = '', lift } = body;
  if (lift) {
    if (id === undefined) throw invalid('/case', 'Say which incident is settled.');
    return { people, reason, case: id, hold: undefined };
  }
  if (reviewBy <= dayOf(now)) {
    throw invalid('/reviewBy', 'Say by which day to come somebody looks whether it is still needed.');
  }
  if (id === undefined && label === undefined) throw invalid('/label', 'Say what you call the incident.');
  return { people, reason, case: id, hold: { label, reviewBy } };
}

function invalid(pointer: string, detail: string): Problem {
  return new Problem(422, 'invalid', 'Something in the request is not as it has to be; see errors.', [
    { pointer, detail },
  ]);
}
