import { explained } from '../consent/because';
import { keptRecordEnds } from '../consent/keep/item-ends';
import { languageOf } from '../consent/decide/language';
import { identitiesOf } from '../consent/identity';
import { entriesOf, factsOf, type Actor, type Entry, type MailKind, type Operator } from '../consent/entry';
import { isUnderstood, purposesIn, type AnyEntry } from '../consent/read-entry';
import { requestsOf } from '../consent/requests';
import { headOf, isKnown } from '../consent/standing';
import type { LetterKind } from '../consent/steps/person-informed';
import type { Digest, SubjectId } from '../ids';
import type { Whose } from '../http/subject-body';
import { readWholeHistory } from '../ledger/ledger';
import { subjectId } from '../ledger/subject-id';
import { domainMeant } from '../limits/domain-meant';
import { logger } from '../logger';
import type { SealedPart } from '../ledger/part';
import { readParts, withoutErased } from '../ledger/vault';
import { addressOf, whoIs } from '../ledger/who-is';
import type { Site } from '../policy/schema';
import { askPermissions } from './ask-permissions';
import { holdLabels } from './hold-labels';
import { namesOfOperators } from './names-of-operators';
import type { Deps } from './deps';
import { reasonAmong } from './reasons';
import { requestAnswer } from './requests';

type LookUpDeps = Pick<Deps, 'ledger' | 'vault'>;

const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

interface Sought {
  readonly site: Site;
  readonly subject: SubjectId;
  /** Whether what evidence is made of may be shown, too. */
  readonly withFile: boolean;
  readonly now: Date;
}

export interface Search extends Omit<Sought, 'subject'> {
  readonly whose: Whose;
  readonly operator: Operator;
}

/** How somebody stands, and why. Writes nothing: of a search for nobody it is left in the operators' log that there was one. */
export async function lookUpPerson(
  deps: LookUpDeps & Pick<Deps, 'subjectKey'>,
  { site, whose, operator, withFile, now }: Search,
) {
  const subject = 'id' in whose ? whose.id : await subjectId(deps.subjectKey, site.id, whose.canonical);
  const found = await knownAt(deps, { site, subject, withFile, now });
  const answered = { site: site.id, asOf: now.toISOString() };
  if (found) return { ...answered, known: true, ...found };
  logger.info('look-up of nobody', { site: site.id, operator: operator.id });
  const meant = 'id' in whose ? undefined : domainMeant(whose.canonical);
  return { ...answered, known: false, ...(meant !== undefined && { domainMeant: meant }) };
}

/** Undefined where nothing was ever noted of them at this site. */
async function knownAt(deps: LookUpDeps, { site, subject, withFile, now }: Sought) {
  // What decides reads what still counts; here everything is shown that happened.
  const { all, entries } = await readWholeHistory(deps.ledger, subject, now);
  // That somebody read evidence of an address makes nobody of it.
  if (!isKnown(all) || all.every((entry) => entry.site !== site.id)) return undefined;
  const known = await askPermissions(deps, site, subject, site.purposes, now);
  const { standing } = known;
  const parts = withoutErased(await readParts(deps.vault, subject, now), all);
  const identity = whoIs(identitiesOf(entries), parts);
  // As in the list of changes: who may not be mailed is nobody to marketing.
  const isShown = withFile || known.permissions.some(({ allowed, status }) => allowed && status !== undefined);
  const person = {
    id: subject,
    ...(identity && { ...addressOf(identity), ...(isShown && { fields: { ...identity.fields } }) }),
    language: languageOf(entries, site),
    ...(standing.undeliverableSince !== undefined && { undeliverableSince: standing.undeliverableSince }),
    ...(standing.restrictedSince !== undefined && { restrictedSince: standing.restrictedSince }),
    purposes: explained(known),
    mails: recentMails(entries, now),
  };
  return { person, ...(withFile && { file: await fileOf(deps, { site, subject, all, entries, parts, now }, known) }) };
}

/** What the system sent lately, and whether it came back. */
function recentMails(entries: readonly Entry[], now: Date) {
  const since = new Date(now.getTime() - MONTH_MS).toISOString();
  const bounced = new Set(entriesOf('MailBounced', entries).flatMap(({ facts }) => facts.messageId ?? []));
  return entriesOf('MailSent', entries)
    .filter(({ at }) => at >= since)
    .map(({ at, facts: { mail, messageId } }) => ({
      kind: mail as MailKind,
      at,
      ...(messageId !== undefined && bounced.has(messageId) && { cameBack: true as const }),
    }));
}

async function fileOf(
  deps: LookUpDeps,
  {
    site,
    subject,
    all,
    entries,
    parts,
    now,
  }: Pick<Sought, 'site' | 'subject' | 'now'> & {
    readonly all: readonly AnyEntry[];
    readonly entries: readonly Entry[];
    /** Those that are still there. */
    readonly parts: ReadonlyMap<Digest, SealedPart>;
  },
  { standing }: Awaited<ReturnType<typeof askPermissions>>,
) {
  const { restrictedSince, erased, objections, weighed, isSuppressed, holds } = standing;
  const labels = await holdLabels(deps, { subject, entries, now });
  const actors = all.filter(isUnderstood).flatMap(({ actor }) => (actor.kind === 'operator' ? [actor.id] : []));
  const names = await namesOfOperators(deps, actors, now);
  const head = headOf(all);
  return {
    ...(restrictedSince !== undefined && { restrictedSince }),
    holds: holds.map((hold) => ({ ...hold, label: labels.get(hold.case) ?? null })),
    objections: [...objections],
    weighed: [...weighed.keys()],
    ...(erased && { erasedAt: erased.at }),
    suppressed: isSuppressed,
    records: [...keptRecordEnds(entries, site)].map(([recordId, { end }]) => ({
      recordId,
      keptUntil: end?.toISOString() ?? null,
    })),
    requests: requestsOf(entries).map((request) => requestAnswer(subject, request, now)),
    timeline: all.map((entry) => lineOf(entry, names, parts)),
    ...(head !== undefined && { head }),
  };
}

/**
 * A line of what happened, without anything that is proof: no connection, no text of a mail. Why an operator did something is what the
 * journal says, too.
 */
function lineOf(entry: AnyEntry, names: ReadonlyMap<string, string>, parts: ReadonlyMap<Digest, SealedPart>) {
  const { seq, at, type } = entry;
  const purposes = purposesIn(entry).map(({ id }) => id);
  if (!isUnderstood(entry)) return { seq, at, type, purposes, by: { kind: 'system' as const } };
  const { via, receivedOn, mail, letter } = factsOf(entry);
  const reason = reasonAmong(parts, entry);
  return {
    seq,
    at,
    type,
    purposes,
    ...(entry.recordId !== undefined && { recordId: entry.recordId }),
    ...(mail !== undefined && { mail: mail as MailKind }),
    ...(letter !== undefined && { letter: letter as LetterKind }),
    by: byOf(entry.actor, names),
    ...(via !== undefined && { via }),
    ...(receivedOn !== undefined && { receivedOn }),
    ...(reason !== undefined && { reason }),
  };
}

function byOf(actor: Actor, names: ReadonlyMap<string, string>) {
  if (actor.kind === 'subject' || actor.kind === 'system') return { kind: actor.kind };
  const { kind, id, client } = actor;
  const name = names.get(id);
  return { kind, id, ...(client !== undefined && { client }), ...(name !== undefined && { name }) };
}
