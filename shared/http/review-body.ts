import { dayOf } from '../calendar';
import type { Reviewed, Ruling } from '../consent/decide/review-decisions';
import type { SubjectId } from '../ids';
import * as z from '../zod';
import type { Finding } from '../zod';
import { readCursor } from './cursor';
import type { decideReviews } from './operations/decide-reviews';
import { Problem } from './problem';

type Body = z.output<typeof decideReviews.body>;

/** One thing of a person that is decided. */
export type ReviewedItem = Reviewed & {
  readonly id: SubjectId;
  /** The hash of the person's last entry that the operator saw; undefined where they decide whatever it is. */
  readonly expects?: string;
};

/** What of the list is decided. */
export type Selection =
  | { readonly items: readonly ReviewedItem[] }
  /** Unused consents of whom nothing was heard since before that day, ISO 8601 date. */
  | { readonly unusedBefore: string; readonly after: SubjectId | undefined }
  | { readonly case: string; readonly after: SubjectId | undefined };

export interface ReviewOrder {
  readonly ruling: Ruling;
  readonly reason: string;
  readonly selection: Selection;
  readonly isDry: boolean;
}

/** @throws {Problem} 422 with one item for each thing that is wrong; 400 for a cursor that is none of ours */
export function readReview(body: Body, now: Date): ReviewOrder {
  const { items, group, reason, dryRun } = body;
  const errors = [...selectionFindings(body), ...rulingFindings(body, dayOf(now))];
  if (errors.length > 0) {
    throw new Problem(422, 'invalid', 'Something in the request is not as it has to be; see errors.', errors);
  }
  const after = reviewPlace(body.cursor);
  const selection: Selection = items
    ? { items: items.map(itemOf) }
    : group?.case === undefined
      ? { unusedBefore: group?.unusedBefore ?? '', after }
      : { case: group.case, after };
  return { ruling: rulingOf(body), reason, selection, isDry: dryRun ?? false };
}

const placeSchema = z.strictObject({
  after: z
    .string()
    .check(z.regex(/^[\w-]{22}$/))
    .brand<'subject'>(),
});

/** Where a page of the list begins. @throws {Problem} 400 for a cursor that is none of ours */
export function reviewPlace(cursor: string | undefined): SubjectId | undefined {
  return cursor === undefined ? undefined : readCursor(placeSchema, cursor).after;
}

const dayPlace = z.strictObject({
  day: z.iso.date(),
  id: z
    .string()
    .check(z.regex(/^[\w-]{22}$/))
    .brand<'subject'>(),
});

/** The same of a list by its days. @throws {Problem} 400 for a cursor that is none of ours */
export function reviewDayPlace(cursor: string | undefined): z.output<typeof dayPlace> | undefined {
  return cursor === undefined ? undefined : readCursor(dayPlace, cursor);
}

function itemOf({ id, what, case: name = '', expects }: NonNullable<Body['items']>[number]): ReviewedItem {
  const item: Reviewed = what === 'hold' ? { what, case: name } : { what };
  return { ...item, id, ...(expects !== undefined && { expects }) };
}

function rulingOf({ decision, reviewBy, informedOn }: Body): Ruling {
  return decision === 'keep' ? { decision, reviewBy } : { decision, informedOn };
}

function selectionFindings({ items, group, cursor }: Body): Finding[] {
  if ((items === undefined) === (group === undefined)) return [{ pointer: '', detail: 'Say "items" or a "group".' }];
  if (group && (group.case === undefined) === (group.unusedBefore === undefined)) {
    return [{ pointer: '/group', detail: 'Say "unusedBefore" or "case".' }];
  }
  return [
    ...(items && cursor !== undefined ? [{ pointer: '/cursor', detail: 'Items are named, all of them.' }] : []),
    ...(items ?? []).flatMap(({ what, case: name }, n) =>
      (what === 'hold') === (name !== undefined)
        ? []
        : [{ pointer: `/items/${n}/case`, detail: 'This is said of a hold, and of nothing else.' }],
    ),
  ];
}

/** Consents are kept until the next round; what has a day of its own is kept until another day. */
function rulingFindings({ decision, items, group, reviewBy, informedOn }: Body, today: string): Finding[] {
  const whats = items?.map(({ what }) => what) ?? [group?.case === undefined ? 'unused' : 'hold'];
  const [hasDay, isRestricted] = [whats.some((what) => what !== 'unused'), whats.includes('restriction')];
  const [isKept, isFreed] = [decision === 'keep' && hasDay, decision === 'let-go' && isRestricted];
  const day = { pointer: '/reviewBy', needed: isKept, given: reviewBy };
  const told = { pointer: '/informedOn', needed: isFreed, given: informedOn };
  return [
    ...(isKept && (reviewBy === undefined || reviewBy <= today) ? [{ pointer: day.pointer, detail: LOOK_AGAIN }] : []),
    ...(isFreed && informedOn === undefined ? [{ pointer: told.pointer, detail: TELL_FIRST }] : []),
    ...(isFreed && informedOn !== undefined && informedOn > today
      ? [{ pointer: told.pointer, detail: 'This day has not come yet; lift it when the person was told.' }]
      : []),
    ...[day, told].flatMap(({ pointer, needed, given }) =>
      given !== undefined && !needed ? [{ pointer, detail: 'None of the items needs this; leave it out.' }] : [],
    ),
  ];
}

const LOOK_AGAIN = 'Say by which day to come somebody looks again whether it is still needed.';
const TELL_FIRST =
  'Tell the person first that the restriction ends, and say here on which day you did (Art. 18(3) GDPR).';
