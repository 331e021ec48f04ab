import { fold } from '../../shared/consent/fold';
import { identitiesOf } from '../../shared/consent/identity';
import { membershipsOf } from '../../shared/consent/membership';
import { standingOf } from '../../shared/consent/standing';
import type { Site } from '../../shared/policy/schema';
import fc from '../seeded';
import { Tale } from './tale';

/*
 * What somebody confirmed here, and what was rectified, says who they are: whatever is imported or typed into a form, before,
 * between and after, changes neither name nor language nor since when; nor does it lift what they said against mails.
 */

const PURPOSES = ['news', 'events'] as const;
const SITE = PURPOSES.map((id) => ({ id })) as unknown as Site['purposes'];
const NOW = new Date('2026-12-01T00:00:00Z');

const others = fc.record({
  type: fc.constantFrom('ConsentRecorded', 'LegitimateInterestRecorded', 'ConsentRequested'),
  purpose: fc.constantFrom(...PURPOSES),
  givenAt: fc.constantFrom(undefined, '2010-01-01T00:00:00.000Z', '2030-01-01T00:00:00.000Z'),
});
type Other = typeof others extends fc.Arbitrary<infer T> ? T : never;
const some = fc.array(others, { maxLength: 4 });

/** A history with what others add at three places; `own` are the person's own steps and those at their request. */
function tale(gaps: readonly (readonly Other[])[], own: readonly ((story: Tale, at: string) => unknown)[]): Tale {
  const story = new Tale();
  let minutes = 0;
  const at = () => new Date(Date.parse('2026-01-01T00:00:00Z') + 60_000 * 10 * ++minutes).toISOString();
  gaps.forEach((gap, n) => {
    for (const { type, purpose, givenAt } of gap) add(story, at(), `x${minutes}`, { type, purpose, givenAt });
    own[n]?.(story, at());
  });
  return story;
}

function add(story: Tale, at: string, record: string, { type, purpose, givenAt }: Other): void {
  if (type === 'ConsentRequested') return void story.request(at, record, [purpose]);
  const facts = { source: 'import' as const, ...(givenAt !== undefined && { givenAt }) };
  story.step(type, at, { record, purposes: [purpose], facts, parts: ['address'] });
}

/** The parts of the person's own that count, in their order. */
const first = ({ entries }: Tale): string | undefined => identitiesOf(entries)[0]?.address;
const ownPart = ({ entries }: Tale, type: string): string | undefined =>
  entries.findLast((entry) => entry.type === type && entry.recordId !== undefined && !entry.recordId.startsWith('x'))
    ?.parts['address'];

test('who they confirmed to be, and since when, stays', () => {
  fc.assert(
    fc.property(some, some, (before, after) => {
      const story = tale([before, after], [(one, at) => one.given(at, 'own', ['news'])]);
      expect(first(story)).toBe(ownPart(story, 'ConsentRequested'));
      const since = story.entries.find(({ type }) => type === 'ConsentGiven')?.at;
      const member = membershipsOf(story.entries, fold(story.entries, NOW), SITE).find(
        ({ purpose }) => purpose === 'news',
      );
      expect(member).toMatchObject({ recordId: 'own', since, language: 'de', active: true });
    }),
  );
});

test('a corrected name stays, whatever is imported before, between and after', () => {
  fc.assert(
    fc.property(some, some, some, (before, between, after) => {
      const rectify = (one: Tale, at: string) =>
        one.step('IdentityRectified', at, { record: 'own', parts: ['address'] });
      const story = tale([before, between, after], [(one, at) => one.given(at, 'own', ['news']), rectify]);
      expect(first(story)).toBe(ownPart(story, 'IdentityRectified'));
    }),
  );
});

test('a language that they chose stays', () => {
  fc.assert(
    fc.property(some, some, (before, after) => {
      const choose = (one: Tale, at: string) => one.step('LanguageChosen', at, {});
      const story = tale([before, after], [choose]);
      const { language } = standingOf(story.entries);
      expect(language).toBe('de');
      for (const member of membershipsOf(story.entries, fold(story.entries, NOW), SITE))
        expect(member.language).toBe('de');
    }),
  );
});

test('an objection stands, whatever is written down after it by others', () => {
  fc.assert(
    fc.property(some, some, (before, after) => {
      const object = (one: Tale, at: string) => one.step('ObjectionRecorded', at, { purposes: PURPOSES });
      const story = tale([before, after], [object]);
      const members = membershipsOf(story.entries, fold(story.entries, NOW), SITE);
      expect(members.filter(({ active }) => active)).toEqual([]);
    }),
  );
});
