import { eachOf } from '../../shared/ledger/batches';
import { readStatistics } from '../../shared/ledger/statistics';
import { readPerson, wentAt } from '../../shared/ledger/person';
import type { Holdings } from '../../shared/ledger/table';
import type { Notice } from '../../shared/policy/notices';
import type { Site } from '../../shared/policy/schema';
import { LineFile, needFree } from '../files';
import type { Run } from '../resume/resumable';
import { entriesOf, subjectOf, type LedgerItem } from '../tables/subject-items';
import { walkTable, type Place } from '../tables/walk';
import { countLines, entryLine, openingLines, type Counts, type Line } from './lines';

const STATISTICS_AT_ONCE = 1000;

/** How far an export is: all that is before this place in the ledger is in the file, in so many bytes. */
export interface ExportState extends Place {
  /** When it began. */
  readonly at: string;
  readonly bytes: number;
  readonly counts: Counts;
}

export interface Export extends Holdings {
  readonly site: Site;
  readonly out: string;
  readonly now: () => Date;
}

/**
 * Writes everything that there is at a site, or what is left of it. Holds a page of the ledger and its parts at most.
 */
export async function runExport(task: Export, run: Run<ExportState>): Promise<Counts> {
  const { site, out, now } = task;
  const begun = run.begun ?? { at: now().toISOString(), bytes: 0, counts: countLines([]), seen: 0 };
  if (!run.begun) {
    await needFree(out);
    // Before there is a file: one without a state would look like somebody else's.
    await run.reached(begun);
  }
  const output = await LineFile.open(out, begun.bytes);
  /** The lines are in the file before the state says so. */
  const write = async (lines: readonly Line[], state: ExportState): Promise<ExportState> => {
    await output.append(lines);
    return { ...state, bytes: output.bytes, counts: countLines(lines, state.counts) };
  };
  try {
    const opened = begun.bytes > 0 ? begun : await write(openingLines(site, begun.at), begun);
    const walked = await walkTable<LedgerItem, ExportState>(task.ledger, opened, run, async (partitions, state) =>
      write((await eachOf(partitions, (items) => linesOf(items, task))).flat(), state),
    );
    const { counts } = await appendStatistics(task, walked, write);
    await output.append([{ kind: 'counts', counts }]);
    return counts;
  } finally {
    await output.close();
  }
}

type Write = (lines: readonly Line[], state: ExportState) => Promise<ExportState>;

/** There are few: a run that was interrupted amid them appends all of them again. */
async function appendStatistics({ ledger, site }: Export, walked: ExportState, write: Write): Promise<ExportState> {
  let state = walked;
  let lines: Line[] = [];
  for await (const count of readStatistics(ledger, site.id)) {
    lines.push({ kind: 'statistics', ...count });
    if (lines.length < STATISTICS_AT_ONCE) continue;
    state = await write(lines, state);
    lines = [];
  }
  return write(lines, state);
}

/** The lines of one partition: a wording, or a subject's entries. */
async function linesOf(items: readonly LedgerItem[], { ledger, vault, site, now }: Export): Promise<Line[]> {
  const subject = subjectOf(items);
  if (subject === undefined) return items.flatMap((item) => noticeLines(item, site));
  // Each person as they are when their parts are read, which is not when the page of the ledger was.
  if (entriesOf(items, now())[0]?.site !== site.id) return [];
  const { history, parts } = await readPerson({ ledger, vault }, subject, now());
  const went = wentAt(history);
  return history.all.map((entry) => entryLine(entry, parts, went));
}

function noticeLines({ pk, notice }: LedgerItem, site: Site): Line[] {
  if (notice === undefined) return [];
  const wording = JSON.parse(notice) as Notice;
  return wording.site === site.id ? [{ kind: 'notice', hash: pk.slice('notice#'.length), notice: wording }] : [];
}
