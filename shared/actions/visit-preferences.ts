import { languageFor, spokenLanguage } from '../consent/decide/language';
import { stateAt } from '../consent/keep/state-at';
import { perhapsInForce } from '../consent/not-understood';
import { preferences, presentAddress, type Address, type Preference } from '../consent/preferences';
import { readHistory } from '../ledger/ledger';
import type { Link } from '../links/link-token';
import { isOffered } from '../policy/offered';
import { offeredLanguage } from '../policy/offered-language';
import type { Language, Site } from '../policy/schema';
import { alongMoves } from './along-moves';
import type { Deps } from './deps';
import { siteOf } from './site-of';

/** The opened link to a person's preferences. */
export interface OpenedPreferences {
  readonly link: Link;
  /** The language that the browser asks for. */
  readonly browser: (site: Site) => Language;
  readonly now: Date;
}

/** A person at their preferences, and all that there is about them. */
export interface Visit extends OpenedPreferences {
  readonly site: Site;
  /** Where the person is now. */
  readonly present: Address;
  readonly all: readonly Preference[];
  /** What is spoken as long as the person chose nothing. */
  readonly formLanguage: Language;
  readonly language: Language;
}

/**
 * Undefined where nothing is left of the person, and with it nobody knows whose page this was.
 *
 * @param known the site, where it was found before
 */
export async function visitPreferences(
  deps: Pick<Deps, 'ledger' | 'sites'>,
  opened: OpenedPreferences,
  known?: Site,
): Promise<Visit | undefined> {
  const { link, browser, now } = opened;
  const [first, ...others] = await alongMoves(link.subject, async (subject) => {
    const { entries, all } = await readHistory(deps.ledger, subject, now);
    return { subject, entries, all };
  });
  const everything = [first, ...others].flatMap(({ all }) => all);
  const site = siteOf(deps, everything) ?? known;
  if (!site) return undefined;
  const at = (found: typeof first): Address => ({
    ...found,
    state: stateAt(found.entries, site, now),
    perhaps: perhapsInForce(found.all, site),
  });
  const addresses = [at(first), ...others.map(at)] as const;
  const present = presentAddress(addresses);
  const formLanguage = formLanguageOf(present) ?? browser(site);
  const language = offeredLanguage(site, spokenLanguage(present.entries, formLanguage));
  return {
    ...opened,
    site,
    present,
    all: preferences({ purposes: site.purposes.filter((purpose) => isOffered(purpose, now)) }, addresses),
    formLanguage,
    language,
  };
}

function formLanguageOf({ entries, state }: Address): Language | undefined {
  const last = state.at(-1);
  return last && languageFor(entries, state, last);
}
