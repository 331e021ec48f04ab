import { useEffect, useState } from 'preact/hooks';
import type { LookedUp } from './api';
import { useDesk, type Words } from './context';

export type LookUpState =
  | { readonly is: 'looking' | 'unknown' }
  | { readonly is: 'found'; readonly found: LookedUp }
  | { readonly is: 'trouble'; readonly error: unknown };

/** A person by their id, and how to look again. */
export function useLookedUp(site: string, id: string) {
  const { api, found } = useDesk();
  const known = found.get(id);
  const [state, setState] = useState<LookUpState>(known ? { is: 'found', found: known } : { is: 'looking' });
  const look = (): void => {
    setState({ is: 'looking' });
    api.lookUp(site, { id }).then(
      ({ person, file, asOf }) =>
        setState(person ? { is: 'found', found: { person, asOf, ...(file && { file }) } } : { is: 'unknown' }),
      (error: unknown) => setState({ is: 'trouble', error }),
    );
  };
  useEffect(() => {
    // What was found is shown once: whoever comes back later sees how things stand then.
    if (!found.delete(id)) look();
  }, [site, id]);
  return { state, look };
}

/** The address as the person confirmed it, or as it was typed here; what is not confirmed is shown to nobody who did not know it. */
export function nameOf({ person, typed }: LookedUp, said: Words['person']): string {
  const isWaiting = person.purposes.some(({ state }) => state === 'pending');
  return person.shown ?? person.email ?? typed ?? (isWaiting ? said.addressUnconfirmed : said.addressGone);
}
