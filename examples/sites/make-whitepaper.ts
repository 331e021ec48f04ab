/** Makes `files/whitepaper-consent.pdf`, the same bytes each time: `npx tsx examples/sites/make-whitepaper.ts`. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { faint, plain, strong, type Block as Drawn } from '../../shared/document/content';
import { draw } from '../../shared/document/draw';
import { documentIn } from '../../shared/words/document';
import { EDITION, PUBLISHER, SECTIONS, SUBTITLE, TITLE, type Block } from './whitepaper-text';

const COLUMNS = [
  { title: 'Frist', width: 90 },
  { title: 'Beginn', width: 190 },
  { title: 'Grund', width: 201 },
];

function drawn(block: Block): Drawn {
  if ('text' in block) return { kind: 'paragraph', lines: [plain(block.text)] };
  if ('small' in block) return { kind: 'paragraph', lines: [faint(block.small)] };
  if ('terms' in block)
    return { kind: 'facts', facts: block.terms.map(([label, what]) => ({ label, value: [plain(what)] })) };
  if ('table' in block) {
    const rows = block.table.map(([term, ...others]) => [[strong(term)], ...others.map((text) => [plain(text)])]);
    return { kind: 'table', columns: COLUMNS, rows };
  }
  return { kind: 'list', items: block.checks };
}

const blocks = SECTIONS.flatMap(({ heading, blocks }): Drawn[] => [
  { kind: 'heading', text: heading },
  ...blocks.map(drawn),
]);
const cover: Drawn = { kind: 'paragraph', lines: [strong(SUBTITLE), faint(`${PUBLISHER} · ${EDITION}`)] };
const content = {
  title: TITLE,
  reference: EDITION,
  sections: [{ title: TITLE, blocks: [cover, { kind: 'rule' as const }, ...blocks] }],
};
const { page: pageOf, contents } = documentIn('de');
const at = new Date('2026-09-01T00:00:00Z');

void draw(content, { at, language: 'de', pageOf, contents }).then((pdf) =>
  writeFileSync(path.join(__dirname, 'files', 'whitepaper-consent.pdf'), pdf),
);
