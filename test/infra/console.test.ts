import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { LANGUAGES } from '../../shared/words/languages';
import { BUNDLES } from '../once/made';

const FOLDER = path.join(BUNDLES, 'static', 'console');
const names = readdirSync(path.join(FOLDER, 'assets'));
const read = (name: string): Buffer => readFileSync(path.join(FOLDER, 'assets', name));
const sent = (files: readonly string[]): number => files.reduce((sum, name) => sum + gzipSync(read(name)).length, 0);
const page = readFileSync(path.join(FOLDER, 'index.html'), 'utf8');
const named = (): string[] =>
  [...page.matchAll(/(?:src|href)="\/console\/assets\/([^"]+)"/g)].map(([, name = '']) => name);

/** Those files with all that they import at once; what is imported by a call is loaded when somebody wants it. */
function loadedWith(files: readonly string[]): string[] {
  const imported = files.flatMap((name) =>
    [
      ...read(name)
        .toString()
        .matchAll(/(?:from|import)"\.\/([^"]+)"/g),
    ].map(([, other = '']) => other),
  );
  const more = imported.filter((name) => !files.includes(name));
  return more.length === 0 ? [...new Set(files)] : loadedWith([...files, ...new Set(more)]);
}

test('what the console loads first has at most 60 KB as sent, and all of it at most 110', () => {
  const words = names.filter((name) => /^desk-[0-9A-Z]{8}\.js$/.test(name));
  expect(words).toHaveLength(LANGUAGES.length);
  const [largest = 0] = words.map((name) => sent([name])).sort((one, other) => other - one);
  const first = sent(loadedWith(named())) + largest;
  expect(first).toBeGreaterThan(10_000);
  expect(first).toBeLessThanOrEqual(60_000);
  expect(sent(names)).toBeLessThanOrEqual(110_000);
});

test('each asset carries a hash in its name, and the page names those that there are', () => {
  expect(named()).toHaveLength(2);
  expect(names).toEqual(expect.arrayContaining(named()));
  expect(names.filter((name) => !/^[a-z-]+-[0-9A-Z]{8}\.(js|css)$/.test(name))).toEqual([]);
  expect(page).not.toMatch(/<script(?![^>]* src=)|<style|\son\w+=|style=/);
});
