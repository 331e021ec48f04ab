import type { Block, DocumentContent } from '../../shared/document/content';

/** Everything that a block says. */
export function blockTexts(block: Block): string[] {
  switch (block.kind) {
    case 'rule':
      return [];
    case 'paragraph':
      return block.lines.map(({ text }) => text);
    case 'heading':
    case 'quote':
      return [block.text];
    case 'verdict':
      return [block.name, block.verdict];
    case 'facts':
      return block.facts.flatMap(({ label, value }) => [label, ...value.map(({ text }) => text)]);
    case 'list':
      return [...block.items];
    case 'excerpts':
      return block.texts.flatMap(({ title, note, text, more }) => [title, note, text, more]);
    case 'table':
      return [...block.columns.map(({ title }) => title), ...block.rows.flat(2).map(({ text }) => text)];
  }
}

/** Everything that a document says. */
export const textsOf = ({ title, sections }: DocumentContent): string[] => [
  title,
  ...sections.flatMap((section) => [section.title, ...section.blocks.flatMap(blockTexts)]),
];
