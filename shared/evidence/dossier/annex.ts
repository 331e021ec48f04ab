import { stepsInOrder, type Anchor, type AnyBundleEntry } from '../bundle';
import { digestsIn } from '../../consent/read-entry';
import { code, faint, plain, strong, type Block, type Cell, type Column, type Section } from '../../document/content';
import { noteOf, timestampTime } from './log-note';
import { stepNumber, type Matter } from './names';
import { fullTime } from '../../words/times';
import { witnessesIn } from '../../words/witnesses';

const WIDTHS = [26, 226, 229] as const;

/** What somebody needs who checks with a calculator, as it were. */
export function annex(matter: Matter): Section {
  const { bundle, texts } = matter;
  const columns = texts.annex.columns.map((title, n): Column => ({ title, width: WIDTHS[n] ?? 0 }));
  return {
    title: texts.sections.annex,
    blocks: [
      { kind: 'heading', text: texts.sections.annexEntries },
      { kind: 'paragraph', lines: [plain(texts.annex.intro)] },
      { kind: 'table', columns, rows: stepsInOrder(bundle).map((entry) => entryRow(matter, entry)) },
      { kind: 'heading', text: texts.sections.annexLog },
      ...logBlocks(matter),
      { kind: 'heading', text: texts.sections.annexAnchors },
      ...anchorBlocks(matter),
      { kind: 'heading', text: texts.sections.annexCheck },
      { kind: 'paragraph', lines: [plain(texts.annex.checkIntro)] },
      { kind: 'list', items: texts.annex.checks(hostOf(bundle.log.origin)) },
    ],
  };
}

/** Where the ledger is reached: its log has its name from there. */
const hostOf = (origin: string): string => `https://${origin.split('/')[0] ?? ''}`;

function entryRow({ texts }: Matter, { entry, parts, proof }: AnyBundleEntry): Cell[] {
  const digests = Object.entries(digestsIn(entry))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, digest]) => {
      const state = texts.states[parts[name]?.state ?? 'missing'];
      return [plain(`${name}: ${state}`), code(digest)];
    });
  return [
    [plain(`${stepNumber(entry)}`)],
    [strong(entry.type), code(entry.hash), faint(texts.annex.index(proof?.index))],
    digests,
  ];
}

function logBlocks({ bundle: { log }, texts }: Matter): Block[] {
  const keys: Block[] = [...log.keys, ...log.witnesses].map((key) => quote(key));
  if (log.checkpoint === null) return [paragraph(texts.annex.noCheckpoint), paragraph(texts.annex.keys), ...keys];
  return [paragraph(texts.annex.checkpoint), quote(log.checkpoint), paragraph(texts.annex.keys), ...keys];
}

function anchorBlocks(matter: Matter): Block[] {
  const { bundle, texts } = matter;
  const { anchors } = bundle.log;
  if (anchors.length === 0) return [paragraph(texts.annex.noAnchors)];
  return [paragraph(texts.annex.anchorsIntro), ...anchors.flatMap((anchor) => anchorBlock(matter, anchor))];
}

function anchorBlock({ texts, language }: Matter, { checkpoint, timestamp }: Anchor): Block[] {
  const time = timestamp === null ? undefined : timestampTime(timestamp);
  const stamped = time === undefined ? texts.annex.untimed : texts.annex.timestamp(fullTime(time, language));
  const { size, cosigners } = noteOf(checkpoint);
  const cosigned = cosigners.map((cosigner) => witnessesIn(language).dossier.cosigned(cosigner));
  return [paragraph([texts.annex.anchor(size), stamped, ...cosigned].join(', ')), quote(checkpoint)];
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', lines: [plain(text)] });
const quote = (text: string): Block => ({ kind: 'quote', text: text.trimEnd(), tone: 'code' });
