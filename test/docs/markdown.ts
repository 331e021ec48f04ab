import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(__dirname, '..', '..');

/** Everything that is written for readers, by its path in the repository. */
export const PAGES: readonly string[] = [
  ...readdirSync(ROOT).filter(isPage),
  ...readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter(isPage)
    .map((file) => path.join('docs', file)),
  path.join('clients', 'typescript', 'README.md'),
].sort();

function isPage(file: string): boolean {
  return file.endsWith('.md');
}

export interface Block {
  /** The language of the block, and whatever is said behind it. */
  readonly info: string;
  readonly text: string;
  /** The number of its first line in the page. */
  readonly line: number;
}

export interface Page {
  readonly lines: readonly string[];
  readonly blocks: readonly Block[];
  /** The text without the blocks. */
  readonly prose: string;
}

export function readPage(file: string): Page {
  const lines = readFileSync(path.join(ROOT, file), 'utf8').split('\n');
  const blocks: Block[] = [];
  const prose: string[] = [];
  let open: { info: string; from: number; indent: number } | undefined;
  lines.forEach((line, n) => {
    const fence = /^( *)```(.*)$/.exec(line);
    if (fence && open) {
      const { info, from, indent } = open;
      const text = lines.slice(from, n).map((inner) => inner.slice(indent));
      blocks.push({ info, text: text.join('\n'), line: from + 1 });
      open = undefined;
    } else if (fence) open = { info: (fence[2] ?? '').trim(), from: n + 1, indent: fence[1]?.length ?? 0 };
    else if (!open) prose.push(line);
  });
  return { lines, blocks, prose: prose.join('\n') };
}

/** The blocks of a language that carry none of the marks. */
export function blocksOf({ blocks }: Page, language: string, ...but: string[]): Block[] {
  return blocks.filter(({ info }) => {
    const [name, ...marks] = info.split(' ');
    return name === language && !marks.some((mark) => but.includes(mark));
  });
}

/** What GitHub makes of the headings of a page. */
export function anchorsOf({ prose }: Page): Set<string> {
  const seen = new Map<string, number>();
  return new Set(
    [...prose.matchAll(/^#{1,6} +(.*)$/gm)].map(([, heading = '']) => {
      const slug = slugOf(heading);
      const times = seen.get(slug) ?? 0;
      seen.set(slug, times + 1);
      return times === 0 ? slug : `${slug}-${times}`;
    }),
  );
}

function slugOf(heading: string): string {
  const text = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/`/g, '');
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\- _]/gu, '')
    .replaceAll(' ', '-');
}

/** Where the page's links lead, without those to other hosts. */
export function linksOf({ prose }: Page): string[] {
  const inline = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  const images = [...prose.matchAll(/<img[^>]* src="([^"]+)"/g)].map(([, target = '']) => target);
  return [...inline, ...images].filter((target) => !/^[a-z]+:/.test(target));
}
