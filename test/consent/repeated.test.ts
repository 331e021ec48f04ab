import fc from '../seeded';
import { plus } from '../../shared/calendar';
import type { Entry } from '../../shared/consent/entry';
import { groundsFor, groundsOf, itemEnds, reachedBy } from '../../shared/consent/keep/item-ends';
import { understoodEntries, type AnyEntry } from '../../shared/consent/read-entry';
import { looksBack, stillCounting } from '../../shared/consent/repeated';
import { RULES } from './every-decision';
import { PURPOSES, type Attempt } from './model';
import { SITE } from './model-site';
import { lived, repeat, steps, type Repetition } from './repetitions';

fc.configureGlobal({ numRuns: 60 });

/** What a reader has where a summary ends at a place; undefined where it reads everything. */
function summed(all: readonly AnyEntry[], place: number): AnyEntry[] | undefined {
  const since = all.slice(place + 1);
  if (since.some((entry) => looksBack(entry, place))) return undefined;
  return [...stillCounting(all.slice(0, place + 1)), ...since];
}

const story = fc.tuple(steps, fc.nat(), fc.nat(24 * 40)).map(([all, cut, hours]) => {
  const { entries, now } = lived(all);
  const stored: readonly AnyEntry[] = entries;
  return { all: stored, place: cut % stored.length, now: plus(now, `PT${hours}H`) };
});

/** What every rule says of these entries. */
function says(all: readonly AnyEntry[], now: Date): Readonly<Record<string, unknown>> {
  const entries = understoodEntries(all);
  return Object.fromEntries(Object.entries(RULES).map(([name, rule]) => [name, rule(entries, all, now)]));
}

test('no rule says anything else of a summary and what came since than of all entries', () => {
  fc.assert(
    fc.property(story, ({ all, place, now }) => {
      const some = summed(all, place);
      fc.pre(some !== undefined);
      expect(says(some ?? [], now)).toStrictEqual(says(all, now));
    }),
  );
});

type Said = Attempt | (Partial<Repetition> & Pick<Repetition, 'type'>);

const used = { type: 'ActivityReported', record: 'r1' } as const;
const mailed = { ...used, facts: { mailed: true } } as const;
const tellTool = (behind = 0) => ({ type: 'ProcessorInformed', facts: { processor: 'tool', behind } }) as const;
const asked = { type: 'MailSent', record: 'r1', facts: { mail: 'still-interested' } } as const;
const look = { type: 'EvidenceDisclosed' } as const;
const inGerman = { type: 'LanguageChosen', language: 'de' } as const;
const inEnglish = { type: 'LanguageChosen', language: 'en' } as const;
const leave = { kind: 'withdraw', record: 'r1', purposes: [] } as const;
const aWeek = { kind: 'wait', minutes: 7 * 24 * 60 } as const;

/** Stories that need what is kept of repetitions, each by the part of the rule that keeps it. */
const STORIES: Readonly<Record<string, readonly Said[]>> = {
  'the use before an end, as the question was answered by it': [asked, used, leave, aWeek, used, used],
  'the first report to a processor after an end': [
    leave,
    { ...tellTool(), facts: { processor: 'far', behind: 0 } },
    tellTool(),
    aWeek,
    tellTool(),
    aWeek,
    tellTool(),
  ],
  'what a processor knew when it was told last': [
    inEnglish,
    tellTool(),
    inGerman,
    inGerman,
    inGerman,
    inGerman,
    inEnglish,
    inEnglish,
    inEnglish,
  ],
  'when a processor was told last to pause': [used, tellTool(), used, used],
  'as many choices of a language as are counted in a day': [inGerman, inEnglish, inGerman, inEnglish, inGerman],
  'the latest use, reported before an earlier one': [used, aWeek, used, { ...used, ago: 100 }],
  'the report that came last, though it was of an earlier use, as the last that is no look': [
    aWeek,
    used,
    { ...used, ago: 100 },
    look,
  ],
  'the last of all, whatever it is': [aWeek, used, { ...used, ago: 100 }],
  'a mail that was reported after the end before which it was': [
    aWeek,
    { type: 'ConsentWithdrawn', purposes: ['news', 'events'], facts: { saidAt: '2026-11-23T00:00:00.000Z' } },
    { ...mailed, purposes: ['news'], ago: 24 },
    aWeek,
    { ...mailed, purposes: ['news'] },
    { ...mailed, purposes: ['news'] },
  ],
  'uses of each purpose': [{ ...used, purposes: ['news'] }, aWeek, { ...used, purposes: ['events'] }],
  'mails that came back, by their names': [
    { type: 'MailBounced', facts: { bounce: 'transient', messageId: 'mail-3' } },
    aWeek,
    { type: 'MailBounced', facts: { bounce: 'transient' } },
    { type: 'MailBounced', facts: { bounce: 'transient' } },
    aWeek,
  ],
  'that there was a connection that an erasure would end': [
    { ...inGerman, parts: ['network'] },
    inEnglish,
    inGerman,
    inEnglish,
    inGerman,
    inEnglish,
  ],
  'the wordings of each record': [
    { ...used, purposes: ['analysis'] },
    { ...used, record: 'r2', purposes: ['analysis'] },
    { ...used, record: 'r2', purposes: ['analysis'] },
  ],
};

test.each(Object.entries(STORIES))('a summary has: %s', (_, story) => {
  const subject = lived([]);
  for (const step of story) {
    if ('kind' in step && step.kind !== 'repeat') subject.try(step as Attempt);
    else repeat(subject, { ...PLAIN, ...(step as Repetition) });
  }
  const { entries, now } = subject;
  expect(says(stillCounting(entries), now)).toStrictEqual(says(entries, now));
});

const PLAIN = { kind: 'repeat', purposes: [], language: 'de', facts: {}, parts: [], times: 1 } as const;

test('where a processor was told only of what was before its end, a summary is of no use', () => {
  const subject = lived([]);
  for (const step of [inEnglish, inGerman, inGerman, inGerman, inGerman, inEnglish, tellTool(5)])
    repeat(subject, { ...PLAIN, ...(step as unknown as Repetition) });
  const { entries, now } = subject;
  const place = entries.length - 2;
  expect(summed(entries, place)).toBeUndefined();
  const some = [...stillCounting(entries.slice(0, place + 1)), ...entries.slice(place + 1)];
  expect(says(some, now)).not.toStrictEqual(says(entries, now));
});

/** The ends of these entries, as they follow from a history that has them. */
function endsIn(entries: readonly Entry[], places: ReadonlySet<number>): unknown {
  const ends = itemEnds(entries, SITE);
  return entries.flatMap(({ seq }, n) => (places.has(seq) ? [[seq, ends[n]]] : []));
}

test('a summary changes no end of what it has, and nothing that the ends of the others follow from', () => {
  fc.assert(
    fc.property(story, ({ all, place }) => {
      const some = summed(all, place);
      fc.pre(some !== undefined);
      const [fewer, every] = [understoodEntries(some ?? []), understoodEntries(all)];
      const places = new Set(fewer.map(({ seq }) => seq));
      expect(endsIn(fewer, places)).toStrictEqual(endsIn(every, places));
      const reached = reachedBy(every);
      expect([...reachedBy(fewer)]).toEqual(fewer.map(({ seq }) => [seq, reached.get(seq)]));
      const any = [...new Set(reached.values())];
      expect(groundsFor(any, groundsOf(fewer, SITE), SITE)).toBe(groundsFor(any, groundsOf(every, SITE), SITE));
    }),
  );
});

test('as long as the grounds are the same, so is the end of every entry that there was', () => {
  fc.assert(
    fc.property(story, ({ all, place }) => {
      const [before, after] = [understoodEntries(all.slice(0, place + 1)), understoodEntries(all)];
      const counting = new Set(stillCounting(before).map(({ seq }) => seq));
      const others = new Set(before.filter(({ seq }) => !counting.has(seq)).map(({ seq }) => seq));
      const reached = [...reachedBy(before)].flatMap(([seq, records]) => (others.has(seq) ? [records] : []));
      const [then, now] = [before, after].map((entries) => groundsFor(reached, groundsOf(entries, SITE), SITE));
      fc.pre(others.size > 0 && then === now);
      expect(endsIn(after, others)).toStrictEqual(endsIn(before, others));
    }),
  );
});

const CASE = { case: 'A'.repeat(22), reviewBy: '2027-01-01' };

test.each<[string, Said]>([
  ['a hold', { type: 'HoldPlaced', facts: CASE }],
  ['an incident', { type: 'HoldPlaced', facts: { ...CASE, connections: [3] } }],
  ['a restriction', { type: 'ProcessingRestricted' }],
  ['an erasure', { type: 'DataErased' }],
])('%s changes the ends of what a summary leaves out, and so what these follow from', (_, step) => {
  const subject = lived([]);
  for (let n = 0; n < 6; n++) repeat(subject, { ...PLAIN, ...used, parts: ['network'] });
  const before = [...subject.entries];
  repeat(subject, { ...PLAIN, ...(step as Repetition) });
  const counting = new Set(stillCounting(before).map(({ seq }) => seq));
  const others = new Set(before.filter(({ seq }) => !counting.has(seq)).map(({ seq }) => seq));
  const reached = [...reachedBy(before)].flatMap(([seq, records]) => (others.has(seq) ? [records] : []));
  expect(endsIn(subject.entries, others)).not.toStrictEqual(endsIn(before, others));
  const [then, now] = [before, subject.entries].map((all) => groundsFor(reached, groundsOf(all, SITE), SITE));
  expect(now).not.toBe(then);
});

test('a summary of a summary and of what came since is the summary of it all', () => {
  fc.assert(
    fc.property(story, ({ all, place }) => {
      const some = summed(all, place);
      fc.pre(some !== undefined);
      const seqs = (entries: readonly AnyEntry[]): number[] => entries.map(({ seq }) => seq);
      expect(seqs(stillCounting(some ?? []))).toEqual(seqs(stillCounting(all)));
    }),
  );
});

test('of a thousand repetitions few are left', () => {
  const subject = lived([]);
  const kinds: Omit<Repetition, 'kind' | 'times' | 'parts'>[] = [
    { type: 'LanguageChosen', purposes: [], language: 'en', facts: {} },
    { type: 'ActivityReported', record: 'r1', purposes: ['news'], language: 'de', facts: { mailed: true } },
    { type: 'ActivityReported', record: 'r1', purposes: ['news'], language: 'de', facts: {} },
    { type: 'ProcessorInformed', purposes: [], language: 'de', facts: { processor: 'tool', behind: 0 } },
    { type: 'EvidenceDisclosed', purposes: [], language: 'de', facts: {} },
  ];
  for (let n = 0; n < 1000; n++) repeat(subject, { kind: 'repeat', times: 1, parts: [], ...kinds[n % kinds.length]! });
  expect(stillCounting(subject.entries).length).toBeLessThan(20);
});

test('the purposes of the model are those of the rules', () => {
  expect(SITE.purposes.map(({ id }) => id)).toEqual(PURPOSES);
});
