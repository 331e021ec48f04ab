import { appendFile } from 'node:fs/promises';
import type { Ledger, LedgerFile } from '../clients/typescript/src/index';
import { PROFILES } from '../shared/audience-profiles';
import { SEGMENT_COUNTS, segmentsOf, type SegmentCount } from '../shared/audience-segments';
import { command } from './command';
import { CommandError } from './command-error';
import { jsonLines, LineFile, needFree, writeNew } from './files';
import { SITE, stateOf, SYSTEM, tokenNote } from './options';
import { print } from './print';
import { resumable, type Run } from './resume/resumable';
import { sideBySide, type PartRun } from './resume/side-by-side';
import { StateFile } from './resume/state-file';
import { inOut } from './save-answer';
import { ledgerOf } from './system';

const COUNTS = SEGMENT_COUNTS.map(String);

export const audience = command({
  name: 'audience',
  about: `Writes everybody whom a site may mail for a purpose into a file, one JSON object a line, with the links and headers for their
mails (docs/marketing.md). Interrupted, the same command goes on where it was.`,
  options: {
    site: SITE,
    purpose: { takes: 'PURPOSE', says: "the purpose's id", isNeeded: true },
    format: { takes: PROFILES.join('|'), oneOf: PROFILES, says: 'a table for that, into the folder out; not resumed' },
    out: {
      takes: 'FILE',
      says: 'where to write (default: out/audience-SITE-PURPOSE.ndjson). It will hold personal data',
    },
    segments: {
      takes: COUNTS.join('|'),
      oneOf: COUNTS,
      says: 'fetch it in so many segments side by side (default: 1); not with --format',
    },
    limit: { takes: 'N', says: 'how many people one call brings, 1 to 1000', default: '1000' },
    state: stateOf('audience'),
    url: SYSTEM,
  },
  notes: tokenNote('audience:read'),
  exits: { 0: 'written', 1: 'refused' },
  run: async (values) => {
    const { site, purpose, url, format } = values;
    if (format !== undefined && values.segments !== undefined)
      throw new CommandError('A table is written in one piece: leave out either --format or --segments.');
    if (format !== undefined) {
      const file = await writeTable(ledgerOf(values, 'audience:read').audienceTable(purpose, format));
      print(`Written to ${file}. It holds personal data.\n`);
      return;
    }
    const { out = await inOut(`audience-${site}-${purpose}.ndjson`) } = values;
    const of = `${site}, ${purpose}, to ${out} of ${url}`;
    const segments = SEGMENT_COUNTS.find((count) => String(count) === values.segments) ?? 1;
    const state = new StateFile<AudienceState>(values.state, {
      what: 'an export of an audience',
      of: `${of} in ${segments}`,
    });
    const task = { ledger: ledgerOf(values, 'audience:read'), purpose, limit: Number(values.limit), segments, out };
    const recipients = await resumable(state, (run) => writeAudience(task, run));
    print(`Written to ${out}. It holds personal data.\nrecipients ${recipients.toLocaleString('en')}\n`);
  },
});

/** Writes the parts of a table into one new file, under the name that the system gives it. */
async function writeTable(parts: AsyncIterable<LedgerFile>): Promise<string> {
  let file: string | undefined;
  for await (const { name, bytes } of parts) {
    if (file !== undefined) await appendFile(file, bytes);
    else file = await writeNew(await inOut(name), bytes);
  }
  return file ?? '';
}

/** How far a segment is: its people up to the cursor are in the file, which had so many bytes then. */
interface Part {
  /** Where it goes on; missing at its end. */
  readonly cursor?: string | undefined;
  readonly recipients: number;
  readonly bytes: number;
}

export type AudienceState = readonly (Part | undefined)[];

export interface AudienceTask {
  readonly ledger: Ledger;
  readonly purpose: string;
  /** How many people one call brings. */
  readonly limit: number;
  readonly segments: SegmentCount;
  readonly out: string;
}

/** A page, and where the segment goes on. */
interface Reached {
  readonly cursor?: string | undefined;
  readonly recipients: readonly object[];
}

/**
 * Writes an audience into one file, page by page, its segments side by side; holds one page of each at most.
 *
 * @returns how many people it has
 */
export async function writeAudience(task: AudienceTask, run: Run<AudienceState>): Promise<number> {
  const { begun } = run;
  // What a crash left is cut off. Where nothing was begun the file comes with the first page: who is refused leaves none behind.
  let file = begun && (await open(task.out, begun));
  if (!begun) await needFree(task.out);
  run.progress.begin('Audience', 0, 0);
  try {
    const settle = async ({ recipients, cursor }: Reached, before?: Part): Promise<Part> => {
      // The state is there before the file: a file without a state would look like one of another command.
      if (!file) await run.reached([]);
      file ??= await open(task.out, []);
      await file.append(jsonLines(recipients));
      return { cursor, recipients: (before?.recipients ?? 0) + recipients.length, bytes: file.bytes };
    };
    const work = (part: PartRun<Part, Reached>) => writeSegment(task, part);
    const parts = await sideBySide<Part, Reached>(task.segments, run, work, { settle, atOnce: task.segments });
    return parts.reduce((sum, { recipients }) => sum + recipients, 0);
  } finally {
    await file?.close();
  }
}

const open = (name: string, parts: AudienceState): Promise<LineFile> =>
  LineFile.open(name, Math.max(0, ...parts.map((part) => part?.bytes ?? 0)));

async function writeSegment(
  { ledger, purpose, limit, segments }: AudienceTask,
  { begun, segment, reached, progress }: PartRun<Part, Reached>,
): Promise<undefined> {
  const named = segmentsOf(segments)[segment?.n ?? 0];
  if (begun) progress.advance(begun.recipients);
  for (let next: Pick<Part, 'cursor'> | undefined = begun; !next || next.cursor !== undefined;) {
    const { recipients, cursor } = await ledger.audiencePage(purpose, next?.cursor, limit, named);
    await reached({ recipients, cursor });
    progress.advance(recipients.length);
    next = { cursor };
  }
}
