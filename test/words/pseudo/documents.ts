import type { Block, DocumentContent } from '../../../shared/document/content';
import { buildReport } from '../../../shared/evidence/access/build-report';
import { accessContent } from '../../../shared/evidence/access/document';
import type { Bundle } from '../../../shared/evidence/bundle';
import { dossierContent } from '../../../shared/evidence/dossier/dossier';
import type { Language, Site } from '../../../shared/policy/schema';
import { documentIn } from '../../../shared/words/document';
import { heldOf } from '../../evidence/held-sample';

function blockTexts(block: Block): string[] {
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
    case 'table':
      return [...block.columns.map(({ title }) => title), ...block.rows.flat(2).map(({ text }) => text)];
  }
}

const textsOf = ({ title, sections }: DocumentContent): string[] => [
  title,
  ...sections.flatMap((section) => [section.title, ...section.blocks.flatMap(blockTexts)]),
];

export async function dossiers(site: Site, language: Language, bundles: readonly Bundle[]): Promise<string[]> {
  const contents = await Promise.all(bundles.map((bundle) => dossierContent(bundle, site, language)));
  return [documentIn(language).page(1, 2), ...contents.flatMap(textsOf)];
}

export async function accessReports(site: Site, language: Language, bundles: readonly Bundle[]): Promise<string[]> {
  const { network, ...others } = site.retention;
  const retention = { ...others, network, mails: { keep: 'P1M' }, atEnd: 'anonymise' } as const;
  const now = new Date('2026-11-25T20:00:00.000Z');
  const email = 'erika.müller-lüdenscheidt@example.org';
  const nothing = { entries: [], parts: new Map(), notices: new Map() };
  const texts = [...bundles.map(heldOf), nothing].map(async (held) => {
    const frame = { site: { ...site, retention }, subject: bundles[0]?.subject ?? '', email, language, now };
    return textsOf(await accessContent(buildReport({ ...frame, held }), site));
  });
  return (await Promise.all(texts)).flat();
}
