import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { anchorsOf, linksOf, PAGES, readPage, ROOT } from './markdown';

const WIDEST = 120;
const DECISIONS = 'docs/decisions';

describe.each(PAGES)('%s', (file) => {
  const page = readPage(file);

  test(`has no line wider than ${WIDEST}`, () => {
    // Bytes that a hash is of stand in blocks of plain text, and cannot be broken.
    const exact = page.blocks.filter(({ info }) => info.startsWith('text ')).map(({ line }) => line);
    const isWide = (line: string, n: number) => [...line].length > WIDEST && !exact.includes(n + 1);
    const wide = page.lines.flatMap((line, n) => (isWide(line, n) ? [`${file}:${n + 1}`] : []));
    expect(wide).toEqual([]);
  });

  test('has links that lead somewhere', () => {
    const broken = linksOf(page).filter((link) => {
      const [target = '', anchor] = link.split('#');
      const found = target === '' ? file : path.join(path.dirname(file), target);
      if (!existsSync(path.join(ROOT, found))) return true;
      return anchor !== undefined && !anchorsOf(readPage(found)).has(anchor);
    });
    expect(broken).toEqual([]);
  });
});

/** A decision and the change log tell of their own day; every other page tells of today. */
const OF_TODAY = PAGES.filter((file) => !file.startsWith(DECISIONS) && file !== 'CHANGELOG.md');
const FOLDERS = 'bench|cli|clients|docs|events|examples|functions|infra|local|shared|test';

test.each(OF_TODAY)('%s names files and folders that are there', (file) => {
  const { prose } = readPage(file);
  const named = [...prose.matchAll(new RegExp(`\`((?:${FOLDERS})/[\\w./-]*)\``, 'g'))].map(([, name = '']) => name);
  expect(named.filter((name) => !existsSync(path.join(ROOT, name)))).toEqual([]);
});

test.each(OF_TODAY)('%s names scripts of package.json', (file) => {
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
  const text = readPage(file).lines.join('\n');
  const named = [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

describe('the decision records', () => {
  const records = readdirSync(path.join(ROOT, DECISIONS)).filter((file) => /^\d/.test(file));
  const index = readPage(`${DECISIONS}/README.md`).prose;

  test.each(records)('%s says when it was made, and whether it still holds', (file) => {
    const { lines } = readPage(`${DECISIONS}/${file}`);
    expect(lines.slice(0, 4)).toEqual([
      expect.stringMatching(/^# \S/),
      '',
      expect.stringMatching(/^Date: 20\d\d-\d\d-\d\d$/),
      expect.stringMatching(/^Status: (accepted|superseded by \[\d+\]\(\d{4}-.*\.md\))/),
    ]);
  });

  test('are all in the index, under their own titles', () => {
    const titles = records.map((file) => readPage(`${DECISIONS}/${file}`).lines[0]?.slice(2) ?? '');
    const listed = index.replace(/\n {2,}/g, ' ');
    const missing = records.filter((file, n) => !listed.includes(`[${titles[n]}](${file})`));
    expect(missing).toEqual([]);
  });
});
