import { required } from '../../shared/environment';
import { eachOf } from '../../shared/ledger/batches';
import type { Keys } from '../../shared/ledger/dynamo';
import { readStatistics } from '../../shared/ledger/statistics';
import { readParts, withoutErased } from '../../shared/ledger/vault';
import type { Notice } from '../../shared/policy/notices';
import type { Site } from '../../shared/policy/schema';
import { Interrupted } from '../tables/interruption';
import { partitionsOf } from '../tables/partitions';
import type { Progress } from '../tables/progress';
import type { StateFile } from '../tables/state-file';
import { entriesOf, subjectOf, type LedgerItem } from '../tables/subject-items';
import { itemCount } from '../tables/table-size';
import { countLines, entryLine, openingLines, type Counts, type Line } from './lines';
import { Output } from '../output';

const TABLE = required('LEDGER_TABLE');

/** How far an export is: all that is before this place in the ledger is in the file, in so many bytes. */
export interface Position {
  /** When it began. */
  readonly at: string;
  readonly after?: Keys;
  readonly bytes: number;
  readonly counts: Counts;
  /** Items of the ledger that were seen. */
  readonly seen: number;
}

export interface Export {
  readonly site: Site;
  readonly out: string;
  readonly state: StateFile<Position>;
  readonly progress: Progress;
  readonly now: () => Date;
  /** Items that one call reads. */
  readonly pageSize: number;
  readonly isStopped: () => boolean;
}

/** Writes everything that there is at a site, or what is left of it. Holds a page of the ledger and its parts at most. */
export async function runExport(task: Export): Promise<Counts> {
  const { out, state, progress } = task;
  const begun = (await state.read()) ?? { at: task.now().toISOString(), bytes: 0, counts: countLines([]), seen: 0 };
  // Before there is a file: one without a state would look like somebody else's.
  await state.write(begun);
  const output = await Output.open(out, begun.bytes);
  try {
    progress.begin('Export', await itemCount(TABLE), begun.seen);
    const position = begun.bytes > 0 ? begun : await open(begun, output, task);
    const walked = await walk(position, output, task);
    const counts = await appendStatistics(walked.counts, output, task);
    await output.append([{ kind: 'counts', counts }]);
    await state.remove();
    return counts;
  } finally {
    progress.end();
    await output.close();
  }
}

async function open(begun: Position, output: Output, task: Export): Promise<Position> {
  const lines = openingLines(task.site, begun.at);
  return write(lines, { ...begun, counts: countLines(lines) }, output, task);
}

async function walk(begun: Position, output: Output, task: Export): Promise<Position> {
  let position = begun;
  for await (const { partitions, last } of partitionsOf<LedgerItem>(TABLE, begun.after, task.pageSize)) {
    const found = await eachOf(partitions, (items) => linesOf(items, task));
    const count = partitions.flat().length;
    const counts = countLines(found.flat(), position.counts);
    position = await write(
      found.flat(),
      { ...position, after: last, counts, seen: position.seen + count },
      output,
      task,
    );
    task.progress.advance(count);
    if (task.isStopped()) throw new Interrupted();
  }
  return position;
}

/** The lines are in the file before the state says so. */
async function write(lines: readonly Line[], next: Position, output: Output, { state }: Export): Promise<Position> {
  await output.append(lines);
  const position = { ...next, bytes: output.bytes };
  await state.write(position);
  return position;
}

/** So few that who goes on begins with them again. */
async function appendStatistics(before: Counts, output: Output, { site, pageSize }: Export): Promise<Counts> {
  let counts = before;
  let lines: Line[] = [];
  const flush = async (): Promise<void> => {
    await output.append(lines);
    counts = countLines(lines, counts);
    lines = [];
  };
  for await (const count of readStatistics(site.id)) {
    lines.push({ kind: 'statistics', ...count });
    if (lines.length === pageSize) await flush();
  }
  await flush();
  return counts;
}

/** What there is in one partition: a wording, or a person's entries. */
async function linesOf(items: readonly LedgerItem[], { site, now }: Export): Promise<Line[]> {
  const subject = subjectOf(items);
  if (subject === undefined) return items.flatMap((item) => noticeLines(item, site));
  const entries = entriesOf(items, now()).filter((entry) => entry.site === site.id);
  if (entries.length === 0) return [];
  const parts = withoutErased(await readParts(subject, now()), entries);
  return entries.map((entry) => entryLine(entry, parts));
}

function noticeLines({ pk, notice }: LedgerItem, site: Site): Line[] {
  if (notice === undefined) return [];
  const wording = JSON.parse(notice) as Notice;
  return wording.site === site.id ? [{ kind: 'notice', hash: pk.slice('notice#'.length), notice: wording }] : [];
}
