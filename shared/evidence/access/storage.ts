import type { Entry } from '../../consent/entry';
import { isInForce, isPending, type RecordState } from '../../consent/fold';
import { isConnected, PATIENCE } from '../../consent/processors';
import type { InactivityRule } from '../../consent/keep/inactivity';
import { keptRecordEnds } from '../../consent/keep/item-ends';
import { wholeHolds, type Standing } from '../../consent/standing';
import { plus } from '../../calendar';
import { retentionOf } from '../../policy/retention';
import type { Language, Site } from '../../policy/schema';
import { purposeName } from '../../policy/sites';
import { fullDay } from '../../words/times';
import { inWords } from './period';
import type { ReportedStorage } from './report';
import { accessIn } from '../../words/access';

type EvidenceRule = Site['retention']['evidence'];

interface Frame {
  readonly site: Site;
  readonly language: Language;
  readonly now: Date;
}

/** The end of each record with all its proof, where it is known now. */
export function endsOfRecords(entries: readonly Entry[], site: Site): ReadonlyMap<string, Date | undefined> {
  return new Map([...keptRecordEnds(entries, site)].map(([id, { end }]) => [id, end]));
}

/** The rule for a record's end, in plain words, and the end, where it is known. */
export function storageOf(record: RecordState, end: Date | undefined, frame: Frame): ReportedStorage {
  const { language, now } = frame;
  const texts = accessIn(language).storage;
  const maximum = longestOf(record, frame);
  // A purpose in force can be withdrawn at any time, so its end is open.
  const until = record.purposes.some(isInForce) ? undefined : end;
  const sentences = [
    ruleFor(record, frame),
    // What is past its end goes any moment; which day that is nobody can say.
    ...(until && until > now ? [texts.until(fullDay(until.toISOString(), language))] : []),
    ...(maximum === undefined ? [] : [texts.maximum(inWords(maximum, language))]),
  ];
  return { rule: sentences.join(' '), until: until?.toISOString() ?? null };
}

/** The longest of the maxima of all that was registered; undefined where something of it has none. */
function longestOf({ purposes, asset }: RecordState, { site, now }: Frame): string | undefined {
  const ids = [...purposes.map(({ id }) => id), ...(asset || purposes.length === 0 ? [''] : [])];
  const maxima = ids.map((id) => retentionOf(site, id).registrationMaximum);
  const known = maxima.filter((maximum) => maximum !== undefined);
  if (known.length < maxima.length) return undefined;
  return known.toSorted((one, other) => Number(plus(now, one)) - Number(plus(now, other))).at(-1);
}

function ruleFor(record: RecordState, { site, language, now }: Frame): string {
  const texts = accessIn(language).storage;
  if (record.confirmedAt === undefined) return isPending(record, now) ? texts.pending : texts.unconfirmed;
  if (record.purposes.length === 0) return texts.order(periods([site.retention.evidence], language, texts.orderRule));
  const rules = record.purposes.map(({ id }) => retentionOf(site, id).evidence);
  const kept = periods(rules, language, texts.rule);
  return record.purposes.some(isInForce) ? texts.inForce(kept) : texts.ended(kept);
}

/** Different rules, each once; the longest counts. Empty where all say "at once". */
function periods(
  rules: readonly EvidenceRule[],
  language: Language,
  say: (keep: string, from: EvidenceRule['from']) => string,
): string {
  const { or } = accessIn(language).storage;
  const said = rules
    .map(({ keep, from }) => ({ keep: inWords(keep, language), from }))
    .filter(({ keep }) => keep !== '');
  return [...new Set(said.map(({ keep, from }) => say(keep, from)))].join(or);
}

type OwnRules = NonNullable<Site['purposes'][number]['retention']>;

/** The rules that purposes have for themselves. */
function ofPurposes(site: Site, language: Language, say: (own: OwnRules) => string | undefined): string[] {
  return site.purposes.flatMap(({ id, retention }) => {
    const rule = retention && say(retention);
    return rule === undefined ? [] : [accessIn(language).storage.ofPurpose(purposeName(site, id, language), rule)];
  });
}

/** The rules for all records. */
export function storageOfAll(site: Site, standing: Standing, language: Language): string[] {
  const { retention, processors } = site;
  const texts = accessIn(language).storage;
  const words = (duration: string): string => inWords(duration, language);
  const part = (rule: Site['retention']['network']): string | undefined =>
    rule === 'as-evidence' ? undefined : words(rule.keep);
  const asked = ({ askAfter, answerWithin, addressAfter }: InactivityRule): string =>
    texts.inactivity(words(askAfter), words(answerWithin), words(addressAfter));
  const { details, network, mails, accessLog, enquiries, inactivity, review, atEnd } = retention;
  return [
    texts.details(part(details)),
    texts.network(part(network)),
    ...ofPurposes(site, language, (own) => own.network && texts.network(part(own.network))),
    texts.mails(part(mails)),
    texts.enquiries(words(enquiries) || undefined),
    texts.accessLog(words(accessLog)),
    ...(inactivity ? [asked(inactivity)] : []),
    ...ofPurposes(site, language, (own) => own.inactivity && asked(own.inactivity)),
    ...(processors.some(isConnected) ? [texts.told(words(PATIENCE))] : []),
    ...(review ? [texts.review(words(review.every), words(review.deleteWithin))] : []),
    ...(standing.objections.size > 0 ? [texts.objection] : []),
    ...(wholeHolds(standing).length > 0 ? [texts.held] : []),
    ...(standing.storedSince.length > 0 ? [texts.restricted] : []),
    ...(atEnd === 'anonymise' ? [texts.anonymised] : []),
    texts.log,
  ];
}
