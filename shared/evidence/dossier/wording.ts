import type { Notice } from '../../policy/notices';
import { code, plain, type Block, type Section } from '../../document/content';
import { languageName } from '../code-names';
import { nameOfNotice, stepNumber, type Matter } from './names';
import { wordingNumber, wordings } from './record-facts';

/** Each wording in full. */
export function wording(matter: Matter): Section {
  const { bundle, texts } = matter;
  const notices = wordings(matter).flatMap((hash) => noticeBlocks(matter, hash, bundle.notices[hash]));
  return {
    title: texts.sections.wording,
    blocks: [{ kind: 'paragraph', lines: [plain(texts.wordingIntro)] }, ...notices],
  };
}

function noticeBlocks(matter: Matter, hash: string, notice: Notice | undefined): Block[] {
  if (!notice) return [];
  const { bundle, texts } = matter;
  const labels = texts.wordingFacts;
  const places = bundle.entries.filter(({ entry: { purposes, asset } }) =>
    [...purposes, ...(asset ? [asset] : [])].some(({ noticeHash }) => noticeHash === hash),
  );
  return [
    { kind: 'heading', text: `${wordingNumber(matter, hash)}  ${nameOfNotice(matter, notice)}` },
    { kind: 'quote', text: notice.text, tone: 'plain' },
    {
      kind: 'facts',
      facts: [
        {
          label: labels.version,
          value: [plain(`${notice.version}, ${languageName(notice.language, matter.language)}`)],
        },
        { label: labels.entries, value: [plain(ranges(places.map(({ entry }) => stepNumber(entry))))] },
        { label: labels.hash, value: [code(hash)] },
      ],
    },
  ];
}

/** Numbers in order, runs of them shortened: "0, 2-5". */
export function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && number === run[1] + 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
