import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { desk } from '../shared/words/de/desk';
import type { Language } from '../shared/words/languages';
import type { Api, LookedUp, Me } from './api';
import type { Session } from './session';

export type Words = typeof desk;
export type Grant = Me['grants'][number];

/** What every part of the desk works with. */
export interface Desk {
  readonly api: Api;
  readonly me: Me;
  readonly words: Words;
  readonly language: Language;
  readonly choose: (language: Language) => void;
  /** Subject id -> the person that was just looked up, so that their page need not ask again. In memory alone. */
  readonly found: Map<string, LookedUp>;
  /** The address that was looked up last and is not known here, for the page that answers all the same. In memory alone. */
  readonly unknown: { email: string };
  /** Whether the operator wants addresses in lists; until the page is loaded anew. */
  readonly addresses: { areWanted: boolean };
  readonly session: Session;
}

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('Outside of the desk.');
  return desk;
}

/** The grants at the site that the page is about; undefined where the operator has none there. */
export const grantAt = ({ me }: Desk, site: string): Grant | undefined =>
  me.grants.find((grant) => grant.site === site);

type Named = Grant['downloads'][number];

/** What the purposes of a site are called, or others of its things; in its first language where it has not the operator's. */
export function namesOf(
  { languages }: Grant,
  things: readonly Named[],
  language: Language,
): ReadonlyMap<string, string> {
  return new Map(things.map(({ id, names }) => [id, names[language] ?? names[languages[0] ?? ''] ?? id]));
}

/** What somebody agrees to or may object to: what has an audience. */
export const listsOf = ({ purposes }: Grant): Grant['purposes'] =>
  purposes.filter(({ legalBasis }) => legalBasis !== 'contract');

/** Of these, what has mails of its own. */
export const mailedFor = (grant: Grant): Grant['purposes'] => listsOf(grant).filter(({ measures }) => !measures);

/** Whether the operator may call operations with that scope at the site. */
export const may = ({ scopes }: Grant, scope: Grant['scopes'][number]): boolean => scopes.includes(scope);
