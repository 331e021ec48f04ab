import { chooseLanguage, choseOften, spokenLanguage } from '../consent/decide/language';
import { askable, type Asked } from '../consent/preferences';
import type { Wish } from '../http/preferences-form';
import type { Press } from '../http/press';
import type { Language } from '../policy/schema';
import { requirements } from '../policy/sites';
import { askRight } from './ask-right';
import { askAgain } from './ask-again';
import type { Deps } from './deps';
import { takeStep } from './take-step';
import { visitPreferences, type Visit } from './visit-preferences';
import { withdrawAlongMoves } from './withdraw';

/** The result of a button in the preference centre. */
export interface Happened {
  readonly ended: readonly string[];
  /** The purposes that the person ticked anew, and whether a mail asks for them; undefined where there are none. */
  readonly asked?: { readonly purposes: readonly string[]; readonly outcome: Asked } | undefined;
  /** Purposes that were ticked without any of the purposes that they require. */
  readonly lacking?: readonly string[];
  readonly hasNewLanguage?: boolean;
  /** The language was changed so often today that it stays as it is. */
  readonly choseOften?: boolean;
  /** The person was asked by mail about what only they decide; or what was typed for it is no address. */
  readonly right?: 'asked' | 'invalid';
}

export interface Changed {
  /** The person as they stand after it. */
  readonly visit: Visit;
  readonly happened: Happened;
}

type ChangingDeps = Pick<Deps, 'sites' | 'ledger' | 'vault' | 'limits' | 'links' | 'subjectKey'>;

/** A button of the preference centre: withdraws at once, and asks by e-mail for what is new. Without a wish nothing changes. */
export async function changePreferences(
  deps: ChangingDeps,
  wish: Wish | undefined,
  visit: Visit,
  button: Press,
): Promise<Changed> {
  const happened = await carryOut(deps, wish, visit, button);
  return { visit: await lookAgain(deps, visit), happened };
}

/** What is to be deleted at once may be gone by then. */
async function lookAgain(deps: ChangingDeps, visit: Visit): Promise<Visit> {
  return (await visitPreferences(deps, visit, visit.site)) ?? visit;
}

async function carryOut(deps: ChangingDeps, wish: Wish | undefined, visit: Visit, button: Press): Promise<Happened> {
  switch (wish?.wants) {
    case 'save':
      return save(deps, wish, visit, button);
    case 'end':
      return end(deps, [], visit, button);
    case 'ask':
      return { ended: [], ...(await ask(deps, wish.purposes, visit, button)) };
    case 'language':
      return speak(deps, wish.language, visit);
    case 'erasure':
    case 'rectification':
    case 'move':
      return {
        ended: [],
        right: (await askRight(deps, { ...wish, right: wish.wants }, visit, button)) ? 'asked' : 'invalid',
      };
    case undefined:
      return { ended: [] };
  }
}

/** What ends ends first. What fell along with it and is still ticked is asked for with what is new. */
async function save(
  deps: ChangingDeps,
  { before, ticked }: Wish & { wants: 'save' },
  visit: Visit,
  button: Press,
): Promise<Happened> {
  const unticked = before.filter((id) => !ticked.includes(id));
  const happened = unticked.length > 0 ? await end(deps, unticked, visit, button) : { ended: [] };
  const isNew = (id: string): boolean => !before.includes(id) || happened.ended.includes(id);
  return { ...happened, ...(await ask(deps, ticked.filter(isNew), await lookAgain(deps, visit), button)) };
}

/** All that there is, where none is named. */
async function end(
  deps: ChangingDeps,
  purposes: readonly string[],
  { link, now }: Visit,
  { facts, network }: Press,
): Promise<Pick<Happened, 'ended'>> {
  const endings = await withdrawAlongMoves(deps, { ...link, purposes, via: 'page', facts, parts: { network }, now });
  return { ended: [...new Set(endings.flatMap(({ ended }) => ended.map(({ id }) => id)))] };
}

async function ask(
  deps: ChangingDeps,
  wished: readonly string[],
  visit: Visit,
  { network }: Press,
): Promise<Partial<Happened>> {
  const { site, present, language, now } = visit;
  const { ask: purposes, lacking } = askable(wished, visit.all, requirements(site));
  if (purposes.length === 0) return { lacking };
  const { subject, entries } = present;
  const page = `${deps.links.publicUrl}/preferences`;
  const outcome = await askAgain(deps, { site, subject, entries, purposes, language, network, page, now });
  return { lacking, asked: { purposes, outcome } };
}

async function speak(
  deps: ChangingDeps,
  wanted: Language,
  { site, present, formLanguage: form, now }: Visit,
): Promise<Happened> {
  if (!site.languages.includes(wanted)) return { ended: [] };
  const {
    entry,
    entries: seen,
    now: moment,
  } = await takeStep(deps, {
    subject: present.subject,
    now,
    decide: (_, entries, moment) => chooseLanguage(entries, { site: site.id, form, wanted }, moment),
  });
  const refused = !entry && spokenLanguage(seen, form) !== wanted && choseOften(seen, moment);
  return { ended: [], hasNewLanguage: entry !== undefined, choseOften: refused };
}
