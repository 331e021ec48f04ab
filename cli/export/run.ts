import { eachOf } from '../../shared/ledger/batches';
import { readStatistics } from '../../shared/ledger/statistics';
import { readPerson, wentAt } from '../../shared/ledger/person';
import type { Holdings } from '../../shared/ledger/table';
import type { Notice } from '../../shared/policy/notices';
import type { Site } from '../../shared/policy/schema';
import { jsonLines, LineFile, needFree } from '../files';
import type { Run } from '../resume/resumable';
import { sideBySide, type PartRun } from '../resume/side-by-side';
import { entriesOf, subjectOf, type LedgerItem } from '../tables/subject-items';
import { walkTable, type Place } from '../tables/walk';
import { addCounts, countLines, entryLine, openingLines, type Counts, type Line } from './lines';

const STATISTICS_AT_ONCE = 1000;

/** How far a part of the ledger is: all that is before this place is in the file, which had so many bytes then. */
export interface PartState extends Place {
  readonly bytes: number;
  readonly counts: Counts;
}

/** How far an export is. */
export interface ExportState {
  /** When it began. */
  readonly at: string;
  /** The lines before those of the ledger. */
  readonly opening: { readonly bytes: number; readonly counts: Counts };
  readonly parts: readonly (PartState | undefined)[];
}

export interface PartOfExport extends Holdings {
  readonly site: Site;
  readonly now: () => Date;
}

export interface Export extends PartOfExport {
  readonly out: string;
  readonly segments: number;
  readonly processes?: number;
}

/** A place in a part of the ledger, and what comes up to there since the place before. */
export interface Reached extends Place {
  readonly text: string;
  readonly counts: Counts;
}

/**
 * Writes everything that there is at a site, or what is left of it. Parts of the ledger are read side by side, and what they find
 * comes into one file, page by page. Holds a page of each part at most, with the parts of its people.
 */
export async function runExport(task: Export, run: Run<ExportState>): Promise<Counts> {
  const { out, now } = task;
  const begun = run.begun ?? { at: now().toISOString(), opening: { bytes: 0, counts: countLines([]) }, parts: [] };
  if (!run.begun) {
    await needFree(out);
    // Before there is a file: one without a state would look like somebody else's.
    await run.reached(begun);
  }
  const { opening } = begun;
  // Parts write one after the other, each with its place: the longest length that one of them knows has all that any of them did.
  const output = await LineFile.open(out, Math.max(opening.bytes, ...begun.parts.map((part) => part?.bytes ?? 0)));
  try {
    const opened = opening.bytes > 0 ? begun : await open(task, output, begun);
    const ledger = {
      ...run,
      begun: opened.parts,
      reached: (parts: ExportState['parts']) => run.reached({ ...opened, parts }),
    };
    /** The lines are in the file before the state says so, and nobody else's come in between. */
    const settle = async ({ text, counts, ...place }: Reached, before?: PartState): Promise<PartState> => {
      await output.append(text);
      return { ...place, bytes: output.bytes, counts: addCounts([...(before ? [before.counts] : []), counts]) };
    };
    const sides = { settle, ...(task.processes !== undefined && { processes: task.processes }) };
    const parts = await sideBySide<PartState, Reached>(task.segments, ledger, (part) => exportPart(task, part), sides);
    const counts = addCounts([opened.opening.counts, ...parts.map((part) => part.counts)]);
    const all = await appendStatistics(task, output, counts);
    await output.append(jsonLines([{ kind: 'counts', counts: all }]));
    return all;
  } finally {
    await output.close();
  }
}

async function open({ site }: Export, output: LineFile, begun: ExportState): Promise<ExportState> {
  const lines = openingLines(site, begun.at);
  await output.append(jsonLines(lines));
  return { ...begun, opening: { bytes: output.bytes, counts: countLines(lines) } };
}

export async function exportPart(task: PartOfExport, run: PartRun<PartState, Reached>): Promise<Reached | undefined> {
  const { after, seen } = run.begun ?? { seen: 0 };
  let lines: readonly Line[] = [];
  const reached = (place: Place): Promise<void> =>
    run.reached({ ...place, text: jsonLines(lines), counts: countLines(lines) });
  const begun: Place = { after, seen };
  const end = await walkTable<LedgerItem, Place>(task.ledger, begun, { ...run, reached }, async (partitions, place) => {
    lines = (await eachOf(partitions, (items) => linesOf(items, task))).flat();
    return place;
  });
  const isEmpty = !run.begun && end.seen === 0;
  return isEmpty ? { ...end, text: '', counts: countLines([]) } : undefined;
}

/** There are few: a run that was interrupted amid them appends all of them again. */
async function appendStatistics({ ledger, site }: Export, output: LineFile, before: Counts): Promise<Counts> {
  let counts = before;
  let lines: Line[] = [];
  const append = async (): Promise<void> => {
    await output.append(jsonLines(lines));
    counts = countLines(lines, counts);
    lines = [];
  };
  for await (const count of readStatistics(ledger, site.id)) {
    lines.push({ kind: 'statistics', ...count });
    if (lines.length >= STATISTICS_AT_ONCE) await append();
  }
  await append();
  return counts;
}

/** The lines of one partition: a wording, or a subject's entries. */
async function linesOf(items: readonly LedgerItem[], { ledger, vault, site, now }: PartOfExport): Promise<Line[]> {
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
