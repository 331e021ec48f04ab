import { endOfDay, plus } from '../calendar';
import type { Purpose, Site } from './schema';

type Closing = Pick<Site, 'closing'>;

/** From when on a site is closed; undefined for one that stays open. */
export function closedFrom({ closing }: Closing): Date | undefined {
  return closing && endOfDay(closing.lastDay);
}

/** Whether nobody is asked or mailed any more, for whatever purpose. Leaving is possible for as long as there are data. */
export function isClosed(site: Closing, now: Date): boolean {
  const from = closedFrom(site);
  return from !== undefined && from <= now;
}

/** When everything of a site goes, whatever else would keep it, unless a dispute needs it; undefined for one that stays open. */
export function everythingGoes({ closing }: Closing): Date | undefined {
  return closing && plus(endOfDay(closing.lastDay), closing.exports);
}

/** The same by the id of a site. */
export function goingOf(sites: readonly Site[]): (id: string) => Date | undefined {
  const goes = new Map(sites.map((site) => [site.id, everythingGoes(site)]));
  return (id) => goes.get(id);
}

/** What a site asks for ends with it, also what has no last day of its own. */
export function endingWith(purpose: Purpose, { closing }: Closing): Purpose {
  if (!closing) return purpose;
  const { endsOn = closing.lastDay } = purpose;
  return { ...purpose, endsOn: endsOn < closing.lastDay ? endsOn : closing.lastDay };
}
