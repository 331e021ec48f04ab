import { appendFile } from 'node:fs/promises';
import type { Ledger, LedgerFile } from '../clients/typescript/src/index';
import { PROFILES } from '../shared/audience-profiles';
import { command } from './command';
import { LineFile, needFree, writeNew } from './files';
import { SITE, stateOf, SYSTEM, tokenNote } from './options';
import { print } from './print';
import { resumable, type Run } from './resume/resumable';
import { StateFile } from './resume/state-file';
import { inOut } from './save-answer';
import { ledgerOf } from './system';

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
    limit: { takes: 'N', says: 'how many people one call brings, 1 to 1000', default: '1000' },
    state: stateOf('audience'),
    url: SYSTEM,
  },
  notes: tokenNote('audience:read'),
  exits: { 0: 'written', 1: 'refused' },
  run: async (values) => {
    const { site, purpose, url, format } = values;
    if (format !== undefined) {
      const file = await writeTable(ledgerOf(values, 'audience:read').audienceTable(purpose, format));
      print(`Written to ${file}. It holds personal data.\n`);
      return;
    }
    const { out = await inOut(`audience-${site}-${purpose}.ndjson`) } = values;
    const of = `${site}, ${purpose}, to ${out} of ${url}`;
    const state = new StateFile<AudienceState>(values.state, { what: 'an export of an audience', of });
    const task = { ledger: ledgerOf(values, 'audience:read'), purpose, limit: Number(values.limit), out };
    const { recipients } = await resumable(state, (run) => writeAudience(task, run));
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

/** So many people are in the file, in so many bytes; the rest comes from the cursor on. */
export interface AudienceState {
  readonly cursor?: string;
  readonly recipients: number;
  readonly bytes: number;
}

export interface AudienceTask {
  readonly ledger: Ledger;
  readonly purpose: string;
  /** How many people one call brings. */
  readonly limit: number;
  readonly out: string;
}

/** Writes an audience page by page; holds one page at most. */
export async function writeAudience(
  task: AudienceTask,
  { begun, reached, progress }: Run<AudienceState>,
): Promise<AudienceState> {
  const { ledger, purpose, limit, out } = task;
  let position = begun ?? { recipients: 0, bytes: 0 };
  if (!begun) await needFree(out);
  let page = await ledger.audiencePage(purpose, position.cursor, limit);
  // The state is there before the file: a file without a state would look like one of another command.
  if (!begun) await reached(position);
  const output = await LineFile.open(out, position.bytes);
  try {
    progress.begin('Audience', 0, position.recipients);
    for (;;) {
      await output.append(page.recipients);
      const recipients = position.recipients + page.recipients.length;
      progress.advance(page.recipients.length);
      position = { recipients, bytes: output.bytes };
      if (page.cursor === undefined) return position;
      await reached((position = { ...position, cursor: page.cursor }));
      page = await ledger.audiencePage(purpose, page.cursor, limit);
    }
  } finally {
    await output.close();
  }
}
