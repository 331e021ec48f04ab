import { addDays, dayOf } from '../../shared/calendar';
import { nextLook } from '../../shared/consent/keep/next-look';
import { lookedAtInTime } from '../../shared/ledger/looks';
import { readNextRound } from '../../shared/ledger/review-rounds';
import { isClosed } from '../../shared/policy/closing';
import type { Site } from '../../shared/policy/schema';
import type { Lack, Looking, Person } from './person';

/** What is past is looked at with the next review, which may take more than one run. */
const SOON_DAYS = 7;

/**
 * Who has no row that leads the daily review to them by the day on which time alone may call for something: they would never be asked,
 * never lapse, and be on no list of what is unused.
 */
export async function lacksOfLooks(people: readonly Person[], looking: Looking): Promise<Lack[]> {
  const { audience, now } = looking;
  const rounds = await roundsOf(people, looking);
  const soon = addDays(dayOf(now), SOON_DAYS);
  const due = people.flatMap(({ entries, site, subject }) => {
    const at = nextLook(entries, isClosed(site, now) ? withoutRounds(site) : site, now, rounds.get(site.id));
    const day = at && dayOf(at);
    return day === undefined ? [] : [{ site: site.id, subject, by: day > soon ? day : soon }];
  });
  const known = await lookedAtInTime(audience, due, now);
  return due
    .filter(({ subject }) => !known.has(subject))
    .map(({ site, subject, by }) => {
      const text = `Nobody looks at subject ${subject} of ${site} by ${by}, when time alone may call for something.`;
      return { consumer: 'projector', code: 'lookMissing', site, subject, text };
    });
}

const withoutRounds = (site: Site): Site => ({ ...site, retention: { ...site.retention, review: undefined } });

async function roundsOf(people: readonly Person[], { audience }: Looking): Promise<ReadonlyMap<string, Date>> {
  const sites = new Map(people.map(({ site }) => [site.id, site]));
  const next = await Promise.all(
    [...sites.values()].map(async ({ id, retention: { review } }) => {
      const at = review && (await readNextRound(audience, id, review));
      return at ? [[id, at] as const] : [];
    }),
  );
  return new Map(next.flat());
}
