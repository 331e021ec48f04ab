import type { Bundle } from '../../shared/evidence/bundle';
import type { Block, Section } from '../../shared/document/content';
import { dossierContent } from '../../shared/evidence/dossier/dossier';
import type { Language } from '../../shared/policy/schema';
import { sites } from '../../examples/sites';
import { findSite } from '../../shared/policy/sites';

const site = findSite(sites, 'demo');

export async function sections(bundle: Bundle, language: Language = 'de'): Promise<readonly Section[]> {
  return (await dossierContent(bundle, site, language)).sections;
}

export async function coverOf(bundle: Bundle, language?: Language): Promise<Section> {
  const [cover] = await sections(bundle, language);
  if (!cover) throw new RangeError('A dossier has a cover.');
  return cover;
}

/** What a reader gets to see of a section, line by line. */
export function textOf({ blocks }: Section): string {
  return blocks.flatMap(linesOf).join('\n').replaceAll('\u00a0', ' ');
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'rule':
      return [];
    case 'paragraph':
      return block.lines.map(({ text }) => text);
    case 'heading':
    case 'quote':
      return [block.text];
    case 'verdict':
      return [`${block.name}: ${block.verdict}`];
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${value.map(({ text }) => text).join(' | ')}`);
    case 'list':
      return [...block.items];
    case 'excerpts':
      return block.texts.flatMap(({ title, note, text }) => [title, note, text]);
    case 'table':
      return block.rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join(' | ')).join(' || '));
  }
}

export const allText = async (bundle: Bundle, language?: Language): Promise<string> =>
  (await sections(bundle, language)).map(textOf).join('\n');
