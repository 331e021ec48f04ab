import { readdirSync } from 'node:fs';
import path from 'node:path';

/** The languages' folders, one beside the other. */
export const WORDS = path.resolve(__dirname, '..', 'shared', 'words');
/** The language that says which words there are: the others have the type of its. */
const REFERENCE = 'de';
/** Of what a browser loads in one language alone: the desk, and what pages of it say besides. */
const isLoaded = (area: string): boolean => area === 'desk' || area.startsWith('desk-');
export const HEADER = '// Written by `npm run words` from the folders of the languages.\n';

/**
 * The modules beside the folders: one that names the languages, and one for each area, by which a bundle gets the words
 * of that area and no others.
 *
 * @throws {Error} where a language lacks an area, or has one that the others do not have
 */
export function indexModules(folder = WORDS): ReadonlyMap<string, string> {
  const languages = languagesIn(folder);
  const areas = areasOf(folder, REFERENCE);
  for (const language of languages) compare(language, areasOf(folder, language), areas);
  const moduleOf = (area: string): string => (isLoaded(area) ? loadedModule : areaModule)(area, languages);
  const modules = areas.map((area) => [`${area}.ts`, moduleOf(area)] as const);
  return new Map([['languages.ts', languagesModule(languages)], ...modules]);
}

function languagesIn(folder: string): string[] {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const others = folders.map(({ name }) => name).filter((name) => name !== REFERENCE);
  return [REFERENCE, ...others.sort()];
}

function areasOf(folder: string, language: string): string[] {
  const files = readdirSync(path.join(folder, language));
  return files.map((file) => path.parse(file).name).sort();
}

function compare(language: string, areas: readonly string[], wanted: readonly string[]): void {
  const missing = wanted.filter((area) => !areas.includes(area));
  const unknown = areas.filter((area) => !wanted.includes(area));
  if (missing.length > 0) throw new Error(`shared/words/${language} has no ${missing.join(', ')}.`);
  if (unknown.length > 0) throw new Error(`shared/words/${REFERENCE} has no ${unknown.join(', ')}, ${language} does.`);
}

function languagesModule(languages: readonly string[]): string {
  const list = languages.map((language) => `'${language}'`).join(', ');
  return `${HEADER}
/** The languages that pages, mails and documents exist in; the first where nothing says which. */
export const LANGUAGES = [${list}] as const;
export type Language = (typeof LANGUAGES)[number];
`;
}

const nameOf = (area: string): string => area.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

function areaModule(area: string, languages: readonly string[]): string {
  const name = nameOf(area);
  const imports = languages.map((language) => `import { ${name} as ${language} } from './${language}/${area}';\n`);
  return `${HEADER}${imports.join('')}import type { Language } from './languages';

const words: Readonly<Record<Language, typeof ${REFERENCE}>> = { ${languages.join(', ')} };

// A later version may have written down a language that this one does not speak.
export const ${name}In = (language: Language): typeof ${REFERENCE} => words[language] ?? ${REFERENCE};
`;
}

function loadedModule(area: string, languages: readonly string[]): string {
  const name = nameOf(area);
  const loads = languages.map(
    (language) => `  ${language}: async () => (await import('./${language}/${area}')).${name},\n`,
  );
  return `${HEADER}import type { ${name} as ${REFERENCE} } from './${REFERENCE}/${area}';
import type { Language } from './languages';

const load: Readonly<Record<Language, () => Promise<typeof ${REFERENCE}>>> = {
${loads.join('')}};

export const ${name}In = (language: Language): Promise<typeof ${REFERENCE}> => load[language]();
`;
}
