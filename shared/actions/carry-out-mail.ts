import type { SubjectId } from '../ids';
import { withFacts, type Entry } from '../consent/entry';
import { objection } from '../consent/decide/operator-decisions';
import { broughtAbout, wishFacts } from '../consent/decide/received-mail';
import { alongMoves } from './along-moves';
import { keepObjectionable } from './keep-objectionable';
import { takeStep } from './take-step';
import { withdrawAlongMoves } from './withdraw';
import { requirements } from '../policy/sites';
import { partsOf } from './open-case';
import type { Wish } from '../inbox/recognise';
import type { Place, Word } from './mail-to-site';
import type { Deps } from './deps';

/** What a wish ended, at which of the person's addresses; empty where there was nothing. */
export interface CarriedOut {
  readonly place: Place;
  readonly purposes: readonly string[];
}

/** Does what a mail wishes for, wherever the person is by now; once, however often the mail comes. */
export async function carryOut(
  deps: Pick<Deps, 'ledger' | 'vault' | 'sites'>,
  word: Word,
  wish: Wish,
): Promise<CarriedOut> {
  const before = word.places.flatMap(({ entries }) => broughtAbout(entries, word.known) ?? []);
  const carryOutNow = wish === 'objection' ? object : withdraw;
  const endings = before.length > 0 ? before.map((entry) => placed(word, entry)) : await carryOutNow(deps, word);
  const [first] = word.places;
  return endings.find(({ purposes }) => purposes.length > 0) ?? { place: first, purposes: [] };
}

function placed({ places: [first, ...others] }: Word, { subject, purposes }: Entry): CarriedOut {
  const place = others.find((other) => other.subject === subject) ?? first;
  return { place, purposes: purposes.map(({ id }) => id) };
}

async function withdraw(deps: Pick<Deps, 'ledger' | 'vault' | 'sites'>, word: Word): Promise<CarriedOut[]> {
  const [{ subject }] = word.places;
  const { purposes, known, now } = word;
  const request = { subject, purposes, via: 'e-mail' as const, facts: wishFacts(known), now };
  const endings = await withdrawAlongMoves(deps, { ...request, parts: partsOf(word).parts });
  return endings.map(({ ended, ...place }) => ({ place, purposes: ended.map(({ id }) => id) }));
}

/** Art. 21(2) GDPR: against all of it, also what the person never had. */
async function object(deps: Pick<Deps, 'ledger' | 'vault'>, word: Word): Promise<CarriedOut[]> {
  const [{ subject: first }] = word.places;
  const endings = await alongMoves(first, (subject) => objectAt(deps, word, subject));
  return endings.map(({ ended, ...place }) => ({ place, purposes: ended }));
}

async function objectAt(
  deps: Pick<Deps, 'ledger' | 'vault'>,
  word: Word,
  subject: SubjectId,
): Promise<Place & { readonly ended: readonly string[] }> {
  const { site, known, now } = word;
  const { receivedOn } = known;
  const told = { via: 'e-mail' as const, ...(receivedOn !== undefined && { receivedOn }) };
  const operator = { kind: 'subject' } as const;
  const decide = objection({ site, requires: requirements(site), operator, told }, []);
  const { entry, entries, all } = await takeStep(deps, {
    subject,
    now,
    decide: (_, ...seen) => {
      const objected = decide(...seen);
      return objected && withFacts(objected, wishFacts(known));
    },
    alongside: () => keepObjectionable(deps, site),
    ...partsOf(word),
  });
  return { subject, entries, all, ended: entry?.purposes.map(({ id }) => id) ?? [] };
}
