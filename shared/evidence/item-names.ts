import { purposesIn, type AnyEntry } from '../consent/read-entry';
import type { Reading } from '../ledger/part';
import type { Localized, Site } from '../policy/schema';
import { findAsset, findPurpose } from '../policy/sites';

/** What the site calls the purposes and assets that entries name. */
export function itemNames(entries: readonly AnyEntry[], site: Site): Reading['names'] {
  const purposes = entries.flatMap((entry) => purposesIn(entry).map(({ id }) => id));
  const assets = entries.flatMap(({ asset }) => {
    const id = (asset as { id?: unknown } | null | undefined)?.id;
    return typeof id === 'string' ? [id] : [];
  });
  return {
    purposes: named(purposes, (id) => findPurpose(site, id)?.name),
    assets: named(assets, (id) => findAsset(site, id)?.title),
  };
}

function named(ids: readonly string[], nameOf: (id: string) => Localized | undefined): Record<string, Localized> {
  const known = [...new Set(ids)].flatMap((id): [string, Localized][] => {
    const name = nameOf(id);
    return name ? [[id, name]] : [];
  });
  return Object.fromEntries(known);
}
