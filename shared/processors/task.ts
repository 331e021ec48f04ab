import type { Digest, SubjectId } from '../ids';
import { canonicalHash } from '../canonical';
import type { Entry } from '../consent/entry';
import { identitiesOf } from '../consent/identity';
import { informedUpTo, type Knowledge, type KnownPurpose, type Owed, type Processor } from '../consent/processors';
import { isConfirmation } from '../consent/steps/begins-and-ends';
import type { SealedPart } from '../ledger/part';
import { mailboxOf, whoIs, type Identity } from '../ledger/who-is';
import type { Site } from '../policy/schema';
import type { Task, TaskPurpose } from './adapter';

export interface About {
  readonly site: Pick<Site, 'id' | 'fields'>;
  readonly processor: Processor;
  readonly subject: SubjectId;
  readonly entries: readonly Entry[];
  /** What is still in the vault, also where an erasure ended it: that may be used to have it deleted elsewhere, too. */
  readonly parts: ReadonlyMap<Digest, SealedPart>;
}

/** What a processor has to do; undefined where nothing is left that says whom it is about. */
export function taskFor(due: Owed, about: About): Task | undefined {
  const { knowledge, before, upTo } = due;
  const { site, processor, subject, entries } = about;
  const identity = identityFor(knowledge, about);
  if (!identity) return undefined;
  const known = before && whoIs(before.identities, about.parts);
  const [email, former] = [mailboxOf(identity), known && mailboxOf(known)];
  const isDeletion = kindOf(knowledge) === 'delete';
  return {
    kind: kindOf(knowledge),
    site: site.id,
    subject,
    email,
    ...(former !== undefined && former !== email && { formerEmail: former }),
    fields: isDeletion ? {} : identity.fields,
    ...(!isDeletion && goneFields(before, identity, site)),
    language: knowledge.language,
    purposes: processor.purposes.map((id) => purposeOf(id, due, about)),
    ...pauseOf(before, about),
    at: entries.find(({ seq }) => seq === upTo)?.at ?? '',
    id: nameOf(subject, processor, { knowledge, before }),
  };
}

/** What was told may be gone from the vault, so any field that they do not have may have been. */
function goneFields(
  before: Knowledge | undefined,
  { fields }: Identity,
  site: About['site'],
): Pick<Task, 'goneFields'> {
  if (!before?.identities.some(({ details }) => details !== undefined)) return {};
  const gone = site.fields.map(({ id }) => id).filter((id) => !(id in fields));
  return gone.length > 0 ? { goneFields: gone } : {};
}

function kindOf({ purposes }: Knowledge): Task['kind'] {
  if (purposes.some(({ isAllowed }) => isAllowed)) return 'subscribe';
  return purposes.some(({ isInForce }) => isInForce) ? 'unsubscribe' : 'delete';
}

function purposeOf(id: string, { knowledge, before }: Owed, about: About): TaskPurpose {
  const known = purposeIn(knowledge, id);
  if (!known) return { id, allowed: false };
  const isNew = known.isAllowed && !(before && purposeIn(before, id)?.isAllowed);
  const given = known.isAllowed ? givenAt(id, about) : undefined;
  return {
    id,
    allowed: known.isAllowed,
    since: known.since,
    ...(isNew && { isNew }),
    ...(given !== undefined && { givenAt: given }),
  };
}

const purposeIn = ({ purposes }: Knowledge, id: string): KnownPurpose | undefined =>
  purposes.find((purpose) => purpose.id === id);

/** Of which the processor has not heard yet. */
function givenAt(id: string, { entries, processor }: About): string | undefined {
  const informed = informedUpTo(entries, processor);
  const gives = (entry: Entry): boolean => isConfirmation(entry) && entry.purposes.some((purpose) => purpose.id === id);
  return entries.findLast((entry) => entry.seq > informed && gives(entry))?.at;
}

function pauseOf(before: Knowledge | undefined, { entries, processor }: About): Pick<Task, 'pausedAt'> {
  if (!before || kindOf(before) !== 'unsubscribe') return {};
  const informed = informedUpTo(entries, processor);
  const pausedAt = entries.find(({ seq }) => seq === informed)?.at;
  return pausedAt === undefined ? {} : { pausedAt };
}

/** Of a person who is to be deleted no identity is known to go by; whatever is left of theirs says who it was. */
function identityFor({ identities }: Knowledge, { entries, parts }: About): Identity | undefined {
  if (identities.length > 0) return whoIs(identities, parts);
  const left = [...parts.values()].filter((part) => part.class === 'address');
  return whoIs([...identitiesOf(entries), ...left.map(({ digest }) => ({ address: digest }))], parts);
}

/** The same for each attempt: made of what was known, and of what has to be. */
function nameOf(subject: SubjectId, { id }: Processor, change: Omit<Owed, 'upTo'>): string {
  const { knowledge, before = null } = change;
  return `msg_${canonicalHash({ subject, processor: id, knowledge, before }).slice(0, 22)}`;
}
