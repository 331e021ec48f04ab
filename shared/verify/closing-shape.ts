import { anyText, day, hash, MOST_KEYS, partClass, time } from './bundle-shape';
import type { Bundle } from './format';
import type { ClosedSite } from './report';
import { atMost, list, map, object, oneOf, orNull, wholeNumber } from './shape';

export const CLOSING_FORMAT = 'consent-closing-statement/v1';

/** That everything of a site was deleted: docs/evidence-format.md has it at its end. */
export interface Closing {
  readonly statement: Statement;
  readonly proof: { readonly index: number; readonly path: readonly string[] };
  readonly log: Bundle['log'];
}

export interface Statement extends ClosedSite {
  readonly site: string;
  readonly controller: { readonly name: string };
  readonly before: string | null;
  readonly hash: string;
}

const counts = map(partClass, wholeNumber);
const anchor = object({ checkpoint: anyText, consistency: list(anyText), timestamp: oneOf(null) });
const keys = atMost(MOST_KEYS, list(anyText));

export const closingShape = object({
  format: oneOf(CLOSING_FORMAT),
  statement: object({
    v: oneOf(1),
    site: anyText,
    controller: object({ name: anyText, address: anyText, country: anyText }),
    lastDay: day,
    exportsUntil: time,
    begunAt: time,
    doneAt: time,
    deleted: object({ people: wholeNumber, entries: wholeNumber, parts: counts, others: counts }),
    copies: object({ personal: time, history: time }),
    before: orNull(anyText),
    hash,
  }),
  proof: object({ index: wholeNumber, path: list(anyText) }),
  log: object({ origin: anyText, keys, witnesses: keys, checkpoint: anyText, anchors: list(anchor) }),
});
