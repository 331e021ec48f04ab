import type { Entry, Facts } from '../../../shared/consent/entry';
import { applyEntry, type RecordState, type SubjectState } from '../../../shared/consent/fold';
import type { RetentionRules } from '../../../shared/consent/keep/record-end';
import { isFour, later, NEVER, same, unlessOver, type Four } from './four';
import { add, dayBegins, dayEnds, yearEnds } from './calendar';
import { closingOf } from './closing';
import { isLogged, isOwnRestriction, keeps } from './logged';
import { signOfLife } from './sign-of-life';
import { ENDS_CONSENT, waitsUntil } from './waiting';

/*
 * When things end, calculated once more, from the words of docs/policy.md and in another style: tables, and numbers in which
 * Infinity is never. It shares no code with shared/consent/keep.
 */

const parse = Date.parse;
const facts = (entry: Entry): Facts => entry.facts;

const NAMED = new Set(['ActivityReported', 'MailBounced', 'ProcessorInformed']);
const IN_FORCE = new Set(['ConsentGiven', 'RenewedConsentGiven', 'LegitimateInterestRecorded', 'ContractRecorded']);
const NEVER_GIVEN = new Set(['ConsentRequested', 'ConsentRefused']);

function isForGood({ type, facts: said }: Entry): boolean {
  if (type === 'ObjectionRecorded') return true;
  return (type === 'ConsentWithdrawn' && said.via === 'elsewhere') || (type === 'DataErased' && said.suppress === true);
}

type Purpose = RecordState['purposes'][number];

export function secondEnds(entries: readonly Entry[], rules: RetentionRules) {
  const { retention } = rules;
  const ruleOf = (id: string) => {
    const own = rules.purposes.find((purpose) => purpose.id === id)?.retention;
    return { ...retention, ...JSON.parse(JSON.stringify(own ?? {})) } as typeof retention;
  };

  // What each step is about.
  const states: SubjectState[] = [];
  const about: Set<string>[] = [];
  for (const entry of entries) {
    const before = states.at(-1) ?? [];
    const after = applyEntry(before, entry);
    const looks = (record: RecordState | undefined): string => JSON.stringify([record?.purposes, record?.confirmBy]);
    const touched = after.filter((record, n) => looks(before[n]) !== looks(record));
    const insteadOf = entry.type === 'ProcessingRestricted' && !isOwnRestriction(entry);
    const isWide = NAMED.has(entry.type) || insteadOf || keeps(entry, 'consents');
    const named = entry.purposes.map(({ id }) => id);
    const wide = after.filter(({ purposes }) => named.length === 0 || purposes.some(({ id }) => named.includes(id)));
    const found = [...touched, ...(isWide ? wide : [])].map(({ recordId }) => recordId as string);
    states.push(after);
    about.push(new Set([...(entry.recordId === undefined ? [] : [entry.recordId]), ...found]));
  }
  const state = states.at(-1) ?? [];

  // What holds for the person.
  const open = new Map<string, readonly number[] | undefined>();
  // As the person wanted it, each time: what there was by then is stored.
  let restricted: readonly number[] = [];
  let erasure: { readonly n: number; readonly at: number } | undefined;
  entries.forEach((entry, n) => {
    if (entry.type === 'HoldPlaced') open.set(entry.facts.case, entry.facts.connections);
    if (entry.type === 'HoldLifted') open.delete(entry.facts.case);
    if (entry.type === 'ProcessingRestricted')
      restricted = isOwnRestriction(entry) ? [...restricted, parse(entry.at)] : [];
    if (entry.type === 'RestrictionLifted' || entry.type === 'DataErased') restricted = [];
    if (entry.type === 'DataErased') erasure = { n, at: parse(entry.at) };
  });
  if ([...open.values()].includes(undefined))
    return entries.map(({ parts }) => line(NEVER, Object.keys(parts), () => NEVER));
  // An incident needs the connections of some steps, and that no entry goes.
  const connections = new Set([...open.values()].flatMap((seqs) => seqs ?? []));

  const storedAt = (at: number): number | undefined => restricted.find((since) => at <= since);

  // What time alone ends.
  const maximum = (record: RecordState, id: string): number => {
    const { registrationMaximum } = ruleOf(id);
    return registrationMaximum === undefined ? NEVER : add(parse(record.registeredAt), registrationMaximum);
  };
  const lastDay = (id: string): string | undefined => rules.purposes.find((purpose) => purpose.id === id)?.endsOn;
  const alone = (record: RecordState, { id }: Purpose): number => {
    const day = lastDay(id);
    return Math.min(maximum(record, id), day === undefined ? NEVER : dayEnds(day));
  };
  const measured = ({ id, since }: Purpose): number => {
    const site = rules.purposes.find((purpose) => purpose.id === id);
    if (!site?.measures) return NEVER;
    const ends = state.flatMap((record) =>
      record.purposes
        .filter((one) => site.requires?.includes(one.id) && !NEVER_GIVEN.has(one.status))
        .map((one) => (IN_FORCE.has(one.status) ? alone(record, one) : parse(one.since))),
    );
    return Math.max(parse(since), ...ends);
  };

  // The question whether to go on.
  const own = rules.purposes.filter((purpose) => purpose.retention?.inactivity).map(({ id }) => id);
  const dialogues = [...own.map((id) => [id]), rules.purposes.map(({ id }) => id).filter((id) => !own.includes(id))];
  const refused = (id: string, recordId: string): number | undefined => {
    const dialogue = dialogues.find((ids) => ids.includes(id)) ?? [];
    if (!ruleOf(id).inactivity) return undefined;
    const isAbout = ({ purposes }: Entry): boolean =>
      purposes.length === 0 || purposes.some((purpose) => dialogue.includes(purpose.id));
    let asked: number | undefined;
    for (const [n, entry] of entries.entries()) {
      if (!isAbout(entry)) continue;
      if (entry.type === 'MailSent' && entry.facts.mail === 'still-interested') asked = parse(entry.at);
      if (asked !== undefined && (signOfLife(entry) ?? -1) >= asked) asked = undefined;
      if (asked === undefined || !ENDS_CONSENT.has(entry.type) || facts(entry).because !== undefined) continue;
      const wanted = (states[n] ?? []).flatMap(({ purposes }) => purposes).filter((one) => dialogue.includes(one.id));
      const goesOn = wanted.some(({ status, legalBasis }) => IN_FORCE.has(status) && legalBasis !== 'contract');
      if (goesOn && entry.type !== 'ConsentLapsed') continue;
      const fell = states[n]?.find((record) => record.recordId === recordId);
      const since = asked;
      const hit = fell?.purposes.some(
        (one) => dialogue.includes(one.id) && !IN_FORCE.has(one.status) && parse(one.since) >= since,
      );
      const { receivedOn, saidAt } = facts(entry);
      const word = receivedOn !== undefined ? dayEnds(receivedOn) : parse(saidAt ?? entry.at);
      if (fell?.confirmedAt !== undefined && hit) return Math.min(Math.max(word, since), parse(entry.at));
    }
    return undefined;
  };

  const capped = ([entry, ...parts]: Four, most: number): Four =>
    [entry, ...parts.map((end) => Math.min(end, most))] as unknown as Four;

  // The end of a purpose.
  const purposeEnd = (record: RecordState, purpose: Purpose): Four => {
    const { evidence, details, inactivity } = ruleOf(purpose.id);
    const rests = IN_FORCE.has(purpose.status);
    const byItself = rests ? Math.min(alone(record, purpose), measured(purpose)) : NEVER;
    if (rests && byItself === NEVER) return same(NEVER);
    const no = rests ? undefined : refused(purpose.id, record.recordId);
    if (no !== undefined && inactivity) {
      const gone = add(no, inactivity.addressAfter);
      return ruler(purpose, [gone, gone, no, no]);
    }
    const written = rests ? byItself : parse(purpose.since);
    const said = facts((endingOf(purpose) ?? { facts: {} }) as Entry);
    const day = rests
      ? byItself === alone(record, purpose) && byItself < maximum(record, purpose.id)
        ? lastDay(purpose.id)
        : undefined
      : (said.endedOn ?? said.receivedOn);
    const began = record.isFromElsewhere
      ? record.registeredAt < record.requestedAt
        ? parse(record.registeredAt)
        : 0
      : parse(record.confirmedAt ?? record.requestedAt);
    const fit = (moment: number): number => (rests ? moment : Math.min(Math.max(moment, began), written));
    const at = fit(
      day !== undefined ? dayEnds(day) : said.saidAt !== undefined && !rests ? parse(said.saidAt) : written,
    );
    const year = yearEnds(day !== undefined ? fit(dayBegins(day)) : at);
    const mails = entries.flatMap((entry) =>
      entry.type === 'ActivityReported' && entry.purposes.some(({ id }) => id === purpose.id)
        ? (entry.facts.mailedAt ?? [])
        : [],
    );
    const lastMail = Math.max(at, ...mails.map((mail) => parse(mail)).filter((mail) => mail <= written));
    const from = { withdrawal: at, 'end-of-year-of-withdrawal': year, 'last-mail': lastMail }[evidence.from];
    const end = add(from, evidence.keep);
    const named = details === 'as-evidence' ? end : Math.min(end, add(at, details.keep));
    // Nobody has written it down yet.
    const least = rests && byItself < maximum(record, purpose.id) ? add(byItself, 'P16D') : 0;
    const most = Math.max(...measuredBy(purpose).map(([of, one]) => maximum(of, one.id)));
    const whole = later(ruler(purpose, [end, end, named, end]), same(least));
    return most === -Infinity || least === 0 ? whole : capped(whole, most);
  };
  const measuredBy = ({ id }: Purpose): (readonly [RecordState, Purpose])[] => {
    const { measures, requires } = rules.purposes.find((purpose) => purpose.id === id) ?? {};
    const confirmed = measures ? state.filter(({ confirmedAt }) => confirmedAt !== undefined) : [];
    return confirmed.flatMap((of) =>
      of.purposes
        .filter((one) => requires?.includes(one.id) && !NEVER_GIVEN.has(one.status))
        .map((one) => [of, one] as const),
    );
  };
  // A ruler is kept no longer than what it measured.
  const ruler = (purpose: Purpose, mine: Four): Four => {
    const lengths = measuredBy(purpose).map(([of, one]) => capped(purposeEnd(of, one), maximum(of, one.id)));
    if (lengths.length === 0) return mine;
    const most = lengths.reduce(later);
    return mine.map((end, n) => Math.min(end, most[n] ?? NEVER)) as unknown as Four;
  };
  const endingOf = ({ id, since }: Purpose): Entry | undefined =>
    entries.find(
      (entry) =>
        entry.at === since &&
        (ENDS_CONSENT.has(entry.type) || entry.type === 'ContractEnded') &&
        entry.purposes.some((named) => named.id === id),
    );

  // The end of a record.
  const order = (record: RecordState): Four => {
    const at = parse(record.confirmedAt ?? record.requestedAt);
    const { evidence, details } = retention;
    const link = add(at, 'P30D');
    const end = Math.max(link, add(evidence.from === 'end-of-year-of-withdrawal' ? yearEnds(at) : at, evidence.keep));
    const named = details === 'as-evidence' ? end : Math.min(end, Math.max(link, add(at, details.keep)));
    return [end, end, named, end];
  };
  const recordEnds = new Map<string, Four>();
  const waiting = new Map(state.map((record) => [record.recordId as string, waitsUntil(record, entries, rules)]));
  for (const record of state) {
    const unconfirmed = record.confirmedAt === undefined ? same(parse(record.confirmBy) + 24 * 3_600_000) : undefined;
    const purposes = record.purposes.filter(({ status }) => unconfirmed || !NEVER_GIVEN.has(status));
    const ends = purposes.map((purpose) =>
      capped(unconfirmed ?? purposeEnd(record, purpose), maximum(record, purpose.id)),
    );
    if (record.asset || purposes.length === 0) ends.push(capped(unconfirmed ?? order(record), maximum(record, '')));
    const stored = storedAt(parse(record.confirmedAt ?? record.requestedAt));
    const natural = ends.reduce(later);
    const [entry, address, ...others] = natural.map((end) => unlessOver(end, stored));
    const waits = waiting.get(record.recordId) ?? 0;
    recordEnds.set(record.recordId, [
      ...[Math.max(entry ?? 0, waits), Math.max(address ?? 0, waits)],
      ...others,
    ] as unknown as Four);
  }

  // A site that closes takes everything along.
  const goes = rules.closing ? add(dayEnds(rules.closing.lastDay), rules.closing.exports) : NEVER;

  // The end of each item.
  const stored = new Map<Entry, number>();
  entries.forEach((entry, n) => {
    const since = storedAt(parse(entry.at));
    if (since === undefined) return;
    for (const one of [entry, ...closingOf(entries, n).steps])
      stored.set(one, Math.min(stored.get(one) ?? NEVER, since));
  });
  const begunBefore = new Set(entries.slice(0, erasure?.n ?? 0).map(({ recordId }) => recordId));
  // Nothing is open again: what ended something goes no sooner than that.
  const atLeast = new Map<Entry, number>();
  return entries.map((entry, n) => {
    const since = stored.get(entry);
    const { steps, at: done } = closingOf(entries, n);
    const log = done ? add(parse(done.at), retention.accessLog) : NEVER;
    const isWhole =
      entry.type === 'LanguageChosen' || (entry.type === 'IdentityRectified' && entry.recordId === undefined);
    const reached = isWhole ? [...recordEnds.keys()] : [...(about[n] ?? [])];
    const needs = reached.flatMap((id) => [recordEnds.get(id) ?? []].filter(isFour));
    if (isLogged(entry) || about[n]?.size === 0) needs.push(same(unlessOver(log, since)));
    const proof = needs.reduce(later, same(parse(entry.at)));
    const isErased =
      erasure !== undefined && (n < erasure.n || (entry.recordId !== undefined && begunBefore.has(entry.recordId)));
    const erased = same(erasure?.at ?? 0);
    const waits = [0, waiting.get(entry.recordId ?? '') ?? 0, 0, 0] as const;
    const [, address, details, rest] = capped(isErased ? later(erased, waits) : proof, goes);
    const partEnd = (name: string): number => {
      if (name === 'address') return address;
      if (name === 'details') return details;
      if (name === 'network' && connections.has(entry.seq)) return NEVER;
      return Math.min(rest, unlessOver(partRule(entry, name, done), since));
    };
    const stays = isForGood(entry) ? NEVER : Math.max(proof[0], atLeast.get(entry) ?? 0);
    for (const one of steps) atLeast.set(one, Math.max(stays, atLeast.get(one) ?? 0));
    const kept = Math.min(stays, goes);
    return line(connections.size > 0 ? NEVER : kept, Object.keys(entry.parts), partEnd);
  });

  function partRule(entry: Entry, name: string, done: Entry | undefined): number {
    const at = parse(entry.at);
    const by = (rule: 'as-evidence' | { keep: string }): number =>
      rule === 'as-evidence' ? NEVER : add(at, rule.keep);
    if (name === 'network') {
      const ids = entry.purposes.map(({ id }) => id);
      return Math.max(
        ...[...ids, ...(entry.asset || ids.length === 0 ? [''] : [])].map((id) => by(ruleOf(id).network)),
      );
    }
    if (name !== 'mail') return NEVER;
    if (entry.type === 'MailSent') return by(retention.mails);
    const outcome = done && facts(done).outcome;
    const isEnquiry = /^(answered|nothing|access|portability|unidentified|not-known)$/.test(`${outcome}`);
    const isProof = outcome !== undefined && !isEnquiry;
    return entry.type === 'MailReceived' && done && !isProof ? add(parse(done.at), retention.enquiries) : NEVER;
  }
}

function line(entry: number, classes: readonly string[], end: (name: string) => number) {
  return { entry, parts: Object.fromEntries(classes.map((name) => [name, end(name)])) };
}
