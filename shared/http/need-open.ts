import { isClosed } from '../policy/closing';
import type { Site } from '../policy/schema';
import { Problem } from './problem';

/** @throws {Problem} 410 where the site is closed: nobody is asked for anything any more */
export function needOpen(site: Site, now: Date): void {
  if (isClosed(site, now))
    throw new Problem(410, 'site-closed', 'This site takes no sign-ups any more; it was closed.');
}
