import { readdirSync } from 'node:fs';
import path from 'node:path';

/** The languages' folders, one beside the other. */
export const WORDS = path.resolve(__dirname, '..', 'shared', 'words');
/** The language that says which words there are: the others have the type of its. */
const REFERENCE = 'de';
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
  const modules = areas.map((area) => [`${area}.ts`, areaModule(area, languages)] as const);
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

function areaModule(area: string, languages: readonly string[]): string {
  const name = area.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const imports = languages.map((language) => `import { ${name} as ${language} } from './${language}/${area}';\n`);
  return `${HEADER}${imports.join('')}import type { Language } from './languages';

const words: Readonly<Record<Language, typeof ${REFERENCE}>> = { ${languages.join(', ')} };

// A later version may have written down a language that this one does not speak.
export const ${name}In = (language: Language): typeof ${REFERENCE} => words[language] ?? ${REFERENCE};
`;
}
