import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HEADER, indexModules, WORDS } from '../../infra/words-index';

/** The modules beside the languages' folders that are not written by people. */
function writtenModules(folder: string): Map<string, string> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
  const modules = files.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')] as const);
  return new Map(modules.filter(([, text]) => text.startsWith(HEADER)));
}

test('the modules beside the folders are as `npm run words` would write them', () => {
  expect(writtenModules(WORDS)).toEqual(new Map(indexModules()));
});

describe('in a copy', () => {
  const copy = mkdtempSync(path.join(tmpdir(), 'words-'));
  beforeEach(() => {
    rmSync(copy, { recursive: true });
    cpSync(WORDS, copy, { recursive: true });
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  test('a folder makes a language, named after the reference', () => {
    cpSync(path.join(copy, 'en'), path.join(copy, 'cs'), { recursive: true });
    const modules = indexModules(copy);
    expect(modules.get('languages.ts')).toContain("LANGUAGES = ['de', 'cs', 'en'] as const");
    expect(modules.get('mails.ts')).toContain('= { de, cs, en };');
  });

  test('a language without an area is refused', () => {
    rmSync(path.join(copy, 'en', 'mails.ts'));
    expect(() => indexModules(copy)).toThrow('shared/words/en has no mails.');
  });

  test('an area that the reference does not have is refused', () => {
    renameSync(path.join(copy, 'de', 'mails.ts'), path.join(copy, 'mails-of-before.ts'));
    expect(() => indexModules(copy)).toThrow('shared/words/de has no mails, en does.');
  });

  test('what people wrote beside the folders stays theirs', () => {
    writeFileSync(path.join(copy, 'greetings.ts'), 'export {};\n');
    expect(indexModules(copy).has('greetings.ts')).toBe(false);
  });
});
