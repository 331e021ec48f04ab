import type { RecordId } from '../../ids';
import { withdraw, withdrawable, type Leavable, type Requirements } from './decisions';
import { entriesOf, withFacts, type Actor, type Entry, type Step } from '../entry';
import { fold } from '../fold';
import { standingOf } from '../standing';
import { isConfirmation } from '../steps/begins-and-ends';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What is told of a mail by whoever sent it. */
interface Told {
  readonly at: Date;
  readonly actor: Actor;
  /** The mail service's id of the mail, where it is known. */
  readonly messageId?: string;
  /** The only site that whoever tells it can speak for; absent where the mail service does. */
  readonly site?: string;
}

/** A mail that could not be delivered: for good, or this time. */
export interface Bounce extends Told {
  readonly bounce: 'permanent' | 'transient';
}

/** A person reported a mail as spam. */
export type Complaint = Told;

/**
 * What a bounce adds to a person's history; undefined where nothing is to be added: of somebody who is not known, told
 * before, or overtaken by a confirmation, which shows that mail comes through. Nothing but a permanent one has consequences,
 * so one of the others a day is enough to count them.
 *
 * @param site the site that the person is known to
 */
export function bounced(entries: readonly Entry[], told: Bounce, now: Date, site = entries[0]?.site): Step | undefined {
  const { bounce, messageId, actor } = told;
  const isKnown = bounce === 'permanent' ? isUndeliverable(entries, told) : wasCounted(entries, told, now);
  if (site === undefined || isOfAnother(site, told) || isKnown) return undefined;
  const recordId = recordOf(entries, told);
  const facts = { bounce, ...(messageId !== undefined && { messageId }) };
  return {
    type: 'MailBounced',
    site,
    ...(recordId !== undefined && { recordId }),
    at: now.toISOString(),
    actor,
    purposes: [],
    facts,
  };
}

const isOfAnother = (site: string, told: Told): boolean => told.site !== undefined && told.site !== site;

/** The record that the mail was about, if it is one of ours. */
function recordOf(entries: readonly Entry[], { messageId }: Told): RecordId | undefined {
  if (messageId === undefined) return undefined;
  return entriesOf('MailSent', entries).find(({ facts }) => facts.messageId === messageId)?.recordId;
}

function isUndeliverable(entries: readonly Entry[], { at }: Bounce): boolean {
  const confirmedSince = entries.some((entry) => isConfirmation(entry) && new Date(entry.at) > at);
  return confirmedSince || standingOf(entries).undeliverableSince !== undefined;
}

function wasCounted(entries: readonly Entry[], { messageId }: Bounce, now: Date): boolean {
  return entries.some(
    ({ type, at, facts }) =>
      type === 'MailBounced' &&
      (now.getTime() - Date.parse(at) < DAY_MS || (messageId !== undefined && facts.messageId === messageId)),
  );
}

/**
 * What a complaint ends: all that the person could take back, as it stood when they complained. So what they consented to since
 * is untouched, however late a complaint comes, or however often. Undefined where there is nothing to end.
 *
 * @param state what there is to leave
 */
export function complained(
  entries: readonly Entry[],
  told: Complaint,
  requires: Requirements,
  now: Date,
  state: readonly Leavable[] = fold(entries, now),
): Step | undefined {
  const stood = withdrawable(state, { purposes: [], requires }).filter(({ since }) => new Date(since) <= told.at);
  const [first] = state;
  if (!first || stood.length === 0 || isOfAnother(first.site, told)) return undefined;
  const { actor, messageId } = told;
  const purposes = stood.map(({ id }) => id);
  const recordId = recordOf(entries, told);
  const step = withdraw(state, { recordId, purposes, requires, via: 'complaint' }, now);
  return withFacts({ ...step, actor }, messageId === undefined ? {} : { messageId });
}
