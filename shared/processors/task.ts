import { canonicalHash } from '../canonical';
import type { Entry } from '../consent/entry';
import type { Knowledge, KnownPurpose, Owed, Processor } from '../consent/processors';
import { readEmailAddress } from '../email-address';
import type { Identity, SealedPart } from '../ledger/part';
import type { Task } from './adapter';

export interface About {
  readonly site: string;
  readonly processor: Processor;
  readonly subject: string;
  readonly entries: readonly Entry[];
  /** What is still in the vault, also where an erasure ended it: that may be used to have it deleted elsewhere, too. */
  readonly parts: ReadonlyMap<string, SealedPart>;
}

/** What a processor has to do; undefined where nothing is left that says whom it is about. */
export function taskFor({ knowledge, before, upTo }: Owed, about: About): Task | undefined {
  const { site, processor, subject, entries } = about;
  const identity = identityFor(knowledge, about);
  if (!identity) return undefined;
  const known = before && opened(before.identity, about);
  const [email, former] = [mailbox(identity), known && mailbox(known)];
  const isDeletion = kindOf(knowledge) === 'delete';
  return {
    kind: kindOf(knowledge),
    site,
    subject,
    email,
    ...(former !== undefined && former !== email && { formerEmail: former }),
    fields: isDeletion ? {} : (identity.fields ?? {}),
    language: knowledge.language,
    purposes: processor.purposes.map((id) => purposeOf(id, knowledge)),
    at: entries.find(({ seq }) => seq === upTo)?.at ?? '',
    id: nameOf(subject, processor, { knowledge, before }),
  };
}

function kindOf({ purposes }: Knowledge): Task['kind'] {
  if (purposes.some(({ isAllowed }) => isAllowed)) return 'subscribe';
  return purposes.some(({ isInForce }) => isInForce) ? 'unsubscribe' : 'delete';
}

function purposeOf(id: string, { purposes }: Knowledge): Task['purposes'][number] {
  const known: KnownPurpose | undefined = purposes.find((purpose) => purpose.id === id);
  return known ? { id, allowed: known.isAllowed, since: known.since } : { id, allowed: false };
}

/** Who is to be deleted has no identity to go by any more; whatever is left of theirs says who it was. */
function identityFor({ identity }: Knowledge, about: About): Identity | undefined {
  if (identity !== '') return opened(identity, about);
  const left = about.entries.findLast(({ parts }) => about.parts.has(parts['identity'] ?? ''));
  return left && opened(left.parts['identity'] ?? '', about);
}

function opened(digest: string, { parts }: About): Identity | undefined {
  const part = parts.get(digest);
  return part && (JSON.parse(part.data) as Identity);
}

function mailbox({ email }: Identity): string {
  const address = readEmailAddress(email);
  return typeof address === 'string' ? email : address.mailbox;
}

/** The same for each attempt: made of what was known, and of what has to be. */
function nameOf(subject: string, { id }: Processor, change: Omit<Owed, 'upTo'>): string {
  const { knowledge, before = null } = change;
  return `msg_${canonicalHash({ subject, processor: id, knowledge, before }).slice(0, 22)}`;
}
