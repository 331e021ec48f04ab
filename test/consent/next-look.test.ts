import fc from '../seeded';
import { addDays, dayOf, plus, startOfDay } from '../../shared/calendar';
import type { Entry } from '../../shared/consent/entry';
import { dueByTime, inForce, nextLook } from '../../shared/consent/keep/next-look';
import { unusedIn } from '../../shared/consent/keep/yearly-review';
import { stepType } from '../../shared/consent/steps';
import type { Site } from '../../shared/policy/schema';
import { requirements } from '../../shared/policy/sites';
import { History, purpose } from './history';
import { history } from './histories';
import { SITE } from './model-site';

const HOUR_MS = 60 * 60 * 1000;

const asking: Site = { ...SITE, retention: { ...SITE.retention, review: undefined } };
const reviewing: Site = { ...SITE, retention: { ...SITE.retention, inactivity: undefined } };
const ending: Site = { ...asking, retention: { ...asking.retention, registrationMaximum: 'P9D' } };
const sites = fc.constantFrom<Site>(SITE, asking, reviewing, ending);

/** Whether there is something to do at a moment, where a round would begin just then. */
const isDue = (entries: readonly Entry[], site: Site, at: Date): boolean =>
  dueByTime(entries, site, requirements(site), at) !== undefined ||
  unusedIn(entries, site, { began: at, deleteBy: dayOf(at) }, at) !== undefined;

test('nothing is due before the day that somebody has', () => {
  fc.assert(
    fc.property(history, sites, fc.integer({ min: 0, max: 30 * 24 }), ({ entries, now }, site, hours) => {
      const at = new Date(now.getTime() + hours * HOUR_MS);
      fc.pre(isDue(entries, site, at));
      const look = nextLook(entries, site, now, now);
      expect(look && look <= at).toBe(true);
    }),
    { numRuns: 100, maxSkipsPerRun: 100 },
  );
});

test('whose day has come has something due, and nobody is looked at for nothing', () => {
  const exact = fc.constantFrom<Site>(asking, reviewing);
  fc.assert(
    fc.property(history, exact, ({ entries, now }, site) => {
      const look = nextLook(entries, site, now, now);
      fc.pre(look !== undefined && look > now);
      expect(isDue(entries, site, look)).toBe(true);
    }),
    { numRuns: 100, maxSkipsPerRun: 100 },
  );
});

/** While it is due the review looks at the person every day. */
const isQuestion = (entry: Entry): boolean => entry.type === 'MailSent' && entry.facts.mail === 'still-interested';

test('what the projector does not hear of brings no day forward', () => {
  fc.assert(
    fc.property(history, sites, ({ entries }, site) => {
      for (const [n, entry] of entries.entries()) {
        if (stepType(entry).tells.includes('projector') || isQuestion(entry)) continue;
        const at = new Date(entry.at);
        const [before, after] = [entries.slice(0, n), entries.slice(0, n + 1)].map((some) => nextLook(some, site, at));
        expect(after === undefined || (before !== undefined && before <= after)).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

test('what comes to its longest time is looked at from the day before on, as it ends with the review before', () => {
  const start = new Date('2026-11-22T09:15:30Z');
  const person = new History(start);
  person.confirm('r1', 'news');
  const end = plus(start, 'P9D');
  const rules: Site = { ...ending, retention: { ...ending.retention, inactivity: undefined } };
  expect(nextLook(person.entries, rules, start)).toEqual(startOfDay(addDays(dayOf(end), -1)));
});

test('whoever is silent already is looked at with the next round, and not before', () => {
  const start = new Date('2026-11-22T09:15:30Z');
  const person = new History(start);
  person.confirm('r1', 'news');
  const now = plus(start, 'P7D');
  const round = plus(start, 'P12D');
  expect(nextLook(person.entries, reviewing, now, round)).toEqual(round);
  expect(nextLook(person.entries, reviewing, start, start)).toEqual(plus(start, 'P6D'));
});

test('what ends does not wait for a question about something else', () => {
  const start = new Date('2026-11-22T09:15:30Z');
  const own = { inactivity: { askAfter: 'P6D', answerWithin: 'P2D', addressAfter: 'P1D' } };
  const purposes = asking.purposes.map((one) => (one.id === 'events' ? { ...one, retention: own } : one));
  const person = new History(start);
  person.confirm('r1', 'news', 'events');
  person.now = plus(start, 'P5D');
  person.write({ type: 'MailSent', purposes: [purpose('news')], facts: { mail: 'still-interested' } });
  const due = dueByTime(person.entries, { ...asking, purposes }, requirements(asking), plus(start, 'P7D'));
  expect(due).toMatchObject({ due: 'lapse', step: { purposes: [{ id: 'news' }] } });
});

describe('each purpose has its day by its own rule', () => {
  const start = new Date('2026-11-22T09:15:30Z');
  const asked = (askAfter: string) => ({ inactivity: { askAfter, answerWithin: 'P2D', addressAfter: 'P1D' } });
  const ruled = (rules: Readonly<Record<string, string>>): Site => ({
    ...asking,
    retention: { ...asking.retention, inactivity: undefined },
    purposes: asking.purposes.map((one) => {
      const askAfter = rules[one.id];
      return askAfter === undefined ? one : { ...one, retention: asked(askAfter) };
    }),
  });
  const look = (site: Site, ...purposes: string[]): Date | undefined => {
    const person = new History(start);
    person.confirm('r1', ...purposes);
    return nextLook(person.entries, site, start);
  };

  test('and the first of these days counts, whichever it is', () => {
    expect(look(ruled({ news: 'P5D', events: 'P9D' }), 'news', 'events')).toEqual(plus(start, 'P5D'));
    expect(look(ruled({ news: 'P9D', events: 'P5D' }), 'news', 'events')).toEqual(plus(start, 'P5D'));
    expect(look(ruled({ news: 'P9D', events: 'P5D' }), 'news')).toEqual(plus(start, 'P9D'));
  });

  test('and who has nothing with a rule has no day', () => {
    expect(look(ruled({ events: 'P5D' }), 'news')).toBeUndefined();
  });
});

test('what is over by its last day lapses, before anybody is asked about anything', () => {
  const start = new Date('2026-11-22T09:15:30Z');
  const purposes = asking.purposes.map((one) => (one.id === 'events' ? { ...one, endsOn: '2026-11-30' } : one));
  const person = new History(start);
  person.confirm('r1', 'news', 'events');
  expect(dueByTime(person.entries, { ...asking, purposes }, requirements(asking), plus(start, 'P30D'))).toMatchObject({
    due: 'lapse',
    step: { purposes: [{ id: 'events' }], facts: { because: 'ends-on' } },
  });
});

test('in force is what was said and not taken back, once', () => {
  const person = new History(new Date('2026-11-22T09:15:30Z'));
  person.confirm('r1', 'news', 'events');
  person.confirm('r2', 'news');
  person.request('r3', 'analysis');
  expect(inForce(person.entries, person.now)).toEqual(['news', 'events']);
});
