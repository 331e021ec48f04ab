import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useDesk, type Grant } from '../context';
import { Trouble } from './trouble';

type Names = ReadonlyMap<string, string>;

interface AddressedProps {
  readonly grant: Grant;
  /** People, as a list names them; up to 50. */
  readonly ids: readonly string[];
  /** The list, with the addresses that are known by then. */
  readonly children: (names: Names) => ComponentChildren;
}

/** A list by ids, and on a press by addresses: that is written down. Whoever pressed sees them in the lists after, too. */
export function Addressed({ grant, ids, children }: AddressedProps) {
  const { api, words, addresses } = useDesk();
  const [areWanted, setAreWanted] = useState(addresses.areWanted);
  const [names, setNames] = useState<Names>(new Map());
  const [error, setError] = useState<unknown>();
  const all = [...new Set(ids)].sort();
  const load = (): void => {
    setError(undefined);
    api
      .addresses(grant.site, all)
      .then(({ people }) => setNames(new Map(people.map(({ id, email, shown = email }) => [id, shown]))), setError);
  };
  useEffect(() => {
    if (areWanted && all.length > 0) load();
  }, [grant.site, areWanted, all.join(' ')]);
  const want = (): void => {
    addresses.areWanted = true;
    setAreWanted(true);
  };
  return (
    <>
      {!areWanted && (
        <p class="row no-print">
          <button type="button" class="quiet" onClick={want}>
            {words.addresses.show}
          </button>
          <span class="soft">{words.addresses.hint}</span>
        </p>
      )}
      {error !== undefined && <Trouble error={error} again={load} />}
      {children(names)}
    </>
  );
}
