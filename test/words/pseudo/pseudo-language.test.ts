import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { copyWithLanguage, run } from './copy';

/*
 * A language is the folder of its words and nothing else: a copy of the code gets one more, made of English with accents, and
 * then says everything in it. Whatever comes out without accents is written somewhere else than in the folder.
 */

const LANGUAGE = 'xa';
/** Said in every language: zones, and what stands before addresses of the internet. */
const INTERNATIONAL = /\b(?:IP|UTC|CET|CEST|xa)\b/g;

interface Spoken {
  readonly said: Readonly<Record<string, readonly string[]>>;
  /** What the site and the sample bring along, in languages of theirs. */
  readonly data: readonly string[];
}

let copy: string;
let spoken: Spoken;
beforeAll(() => {
  copy = copyWithLanguage(LANGUAGE);
  spoken = JSON.parse(run(copy, 'test/words/pseudo/speak.ts')) as Spoken;
});
afterAll(() => rmSync(copy, { recursive: true }));

/** What is left of a text without what is in brackets, so in the language, and without data. */
function foreign(text: string, data: readonly string[]): string {
  let rest = withoutBrackets(text);
  // Data can be in brackets, too: the check values in copies of mails.
  for (const known of data) rest = rest.replaceAll(withoutBrackets(known), '');
  return rest.replace(INTERNATIONAL, '');
}

function withoutBrackets(text: string): string {
  const less = text.replace(/\[[^[\]]*\]/g, '');
  return less === text ? text : withoutBrackets(less);
}

test.each(['pages', 'mails', 'dossier', 'access report', "verifier's page", 'command line', 'drop-in form'])(
  '%s: no word of another language',
  (where) => {
    const data = [...new Set(spoken.data.flatMap((text) => [text, ...text.split('\n')]))].filter((text) => text !== '');
    const longestFirst = data.sort((one, other) => other.length - one.length);
    const said = spoken.said[where] ?? [];
    expect(said.filter((text) => text.includes('[')).length).toBeGreaterThan(20);
    const texts = [...new Set(said)].map((text) => text.replaceAll('\u00a0', ' '));
    expect(texts.filter((text) => /[a-z]{2}/i.test(foreign(text, longestFirst)))).toEqual([]);
  },
);

test('all code compiles with it', () => {
  const include = ['functions', 'shared', 'cli', 'local', 'examples'];
  writeFileSync(path.join(copy, 'tsconfig.copy.json'), JSON.stringify({ extends: './tsconfig.json', include }));
  const tsc = [path.join(copy, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.copy.json'];
  const { stdout, status } = spawnSync(process.execPath, tsc, { cwd: copy, encoding: 'utf8' });
  expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
});
