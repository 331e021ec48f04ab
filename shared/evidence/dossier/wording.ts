import type { Notice } from '../../policy/notices';
import { code, plain, type Block, type Section } from '../../document/content';
import { languageName } from '../code-names';
import { shownBy } from './excerpts';
import { stepNumber, type Matter } from './names';
import { ranges } from './ranges';
import { wordingHeading, wordings } from './wordings';

/** Each wording in full; no section where steps name none. */
export function wording(matter: Matter): Section[] {
  const { bundle, texts } = matter;
  const hashes = wordings(matter);
  if (hashes.length === 0) return [];
  const notices = hashes.flatMap((hash) => noticeBlocks(matter, hash, bundle.notices[hash]));
  return [
    {
      title: texts.sections.wording,
      blocks: [{ kind: 'paragraph', lines: [plain(texts.wordingIntro)] }, ...notices],
    },
  ];
}

function noticeBlocks(matter: Matter, hash: string, notice: Notice | undefined): Block[] {
  if (!notice) return [];
  const { bundle, texts } = matter;
  const labels = texts.wordingFacts;
  const places = bundle.entries.filter(({ entry: { purposes, asset } }) =>
    [...purposes, ...(asset ? [asset] : [])].some(({ noticeHash }) => noticeHash === hash),
  );
  return [
    { kind: 'heading', text: wordingHeading(matter, hash, notice) },
    { kind: 'quote', text: notice.text, tone: 'plain' },
    {
      kind: 'facts',
      facts: [
        {
          label: labels.version,
          value: [plain(`${notice.version}, ${languageName(notice.language, matter.language)}`)],
        },
        { label: labels.shown, value: shownBy(matter, hash).map(plain) },
        { label: labels.entries, value: [plain(ranges(places.map(({ entry }) => stepNumber(entry))))] },
        { label: labels.hash, value: [code(hash)] },
      ],
    },
  ];
}
