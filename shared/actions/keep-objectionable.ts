import { objectionable } from '../consent/decide/operator-decisions';
import { purposeNotice } from '../policy/notices';
import type { Site } from '../policy/schema';
import { keepNotice } from '../ledger/ledger';
import { ownLanguage } from '../policy/own-language';
import type { Deps } from './deps';

/** Whoever objects may never have been asked: the purpose is then named by a wording that nothing else has kept yet. */
export async function keepObjectionable(deps: Pick<Deps, 'ledger'>, site: Site): Promise<void> {
  const language = ownLanguage(site);
  await Promise.all(
    objectionable(site).map((purpose) => keepNotice(deps.ledger, purposeNotice(site, purpose, language))),
  );
}
