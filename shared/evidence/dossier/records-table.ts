import type { RecordState } from '../../consent/fold';
import { isEnding } from '../../consent/steps/begins-and-ends';
import { faint, plain, strong, type Block, type Cell } from '../../document/content';
import { shortTime } from '../../words/times';
import type { BundleEntry } from '../bundle';
import { lookAt } from '../look-at';
import { endingText } from '../purpose-status';
import { beginningOf, orders, standings } from './history';
import { nameOfAsset, nameOfPurpose, nameOfRecord, type Matter } from './names';
import { confirmationOf, endingSteps, fromWhere } from './record-facts';

const WIDTHS = [116, 148, 113, 104] as const;
/** So that the page has room for the rest; each record in full is on the pages that follow. */
const MOST = 6;

/** One row for each record, so that none is taken for another. */
export function recordsTable(matter: Matter): Block[] {
  const { history, texts } = matter;
  const columns = texts.cover.recordColumns.map((title, n) => ({ title, width: WIDTHS[n] ?? 0 }));
  const shown = shownRecords(matter);
  const more = history.records.length - shown.size;
  const rows = history.records.filter((record) => shown.has(record)).map((record) => row(matter, record));
  return [
    { kind: 'table', columns, rows },
    ...(more > 0 ? [{ kind: 'paragraph' as const, lines: [plain(texts.cover.moreRecords(more))] }] : []),
  ];
}

/** First those that the answers are from, then the newest. */
function shownRecords({ history }: Matter): ReadonlySet<RecordState> {
  const answering = [...standings(history), ...orders(history)].map(({ record }) => record);
  return new Set([...new Set([...answering, ...history.records.toReversed()])].slice(0, MOST));
}

function row(matter: Matter, record: RecordState): Cell[] {
  const { history, texts, language } = matter;
  const beginning = beginningOf(history, record);
  const confirmation = confirmationOf(matter, record);
  const names = [
    ...record.purposes.map(({ id }) => nameOfPurpose(matter, id)),
    ...(record.asset ? [nameOfAsset(matter, record.asset.id)] : []),
  ];
  const ended = endingSteps(matter, record).flatMap(({ entry }) =>
    isEnding(entry) ? [endingText(entry, language)] : [],
  );
  const isHere = beginning?.entry.type === 'ConsentRequested';
  const unconfirmed = isHere ? texts.cover.notConfirmed : texts.cover.notAsked;
  return [
    [strong(nameOfRecord(matter, record)), ...names.map(plain)],
    beginning ? step(matter, beginning) : [],
    confirmation ? step(matter, confirmation) : [plain(unconfirmed)],
    [...new Set(ended)].map(plain),
  ];
}

function step(matter: Matter, step: BundleEntry): Cell {
  const address = lookAt(step, 'address');
  const page = typeof address === 'string' ? [] : [address.page?.url ?? matter.texts.cover.noPage];
  return [
    plain(shortTime(step.entry.at, matter.language)),
    plain(fromWhere(matter, step, true)),
    ...(step.entry.type === 'ConsentRequested' ? page.map(faint) : []),
  ];
}
