import type { Asset, Contact, Language, Localized, Purpose, Site, Transfer } from './schema';

/** All sites that there are. */
export type Sites = readonly Site[];

/** The site of that id; undefined where there is none, or none any more. */
export function findSite(sites: Sites, id: string | undefined): Site | undefined {
  return sites.find((site) => site.id === id);
}

export function findPurpose(site: Site | undefined, id: string | undefined): Purpose | undefined {
  return site?.purposes.find((purpose) => purpose.id === id);
}

export function findAsset(site: Site | undefined, id: string | undefined): Asset | undefined {
  return site?.assets.find((asset) => asset.id === id);
}

/** The text in that language, or in the first other one that there is. */
export function inLanguage(text: Localized, language: Language): string {
  return text[language] ?? Object.values(text)[0] ?? '';
}

/** What a purpose is called; its id where the site knows it no longer. */
export function purposeName(site: Site | undefined, id: string, language: Language): string {
  const purpose = findPurpose(site, id);
  return purpose ? inLanguage(purpose.name, language) : id;
}

/** Where else to turn to: about what, and where that is. */
export function contactLine({ about, address, email }: Contact, language: Language): string {
  return `${inLanguage(about, language)}: ${[...(address === undefined ? [] : [address]), email].join(', ')}`;
}

/** Purpose -> the purposes of which it needs at least one. */
export function requirements(site: Site | undefined): ReadonlyMap<string, readonly string[]> {
  return new Map(site?.purposes.flatMap(({ id, requires }) => (requires ? [[id, requires] as const] : [])));
}

/** Those who are responsible for the sites, each once: by name, address and country. */
export function controllersOf(sites: Sites): string[] {
  return [
    ...new Set(sites.map(({ controller: { name, address, country } }) => JSON.stringify([name, address, country]))),
  ];
}

/** Who is responsible for a site, as evidence says it; what stands under letters besides is no part of it. */
export function responsible({ controller }: Site): Omit<Site['controller'], 'imprint'> {
  const { imprint: _, ...said } = controller;
  return said;
}

/** Every transfer to a third country, with the name of the processor by which it happens. */
export function transfersOf({ processors }: Site): (Transfer & { readonly processor: string })[] {
  return processors.flatMap(({ name, transfers }) => transfers.map((transfer) => ({ ...transfer, processor: name })));
}
