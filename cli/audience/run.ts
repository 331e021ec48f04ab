import { setTimeout as wait } from 'node:timers/promises';
import { get } from '../api';
import { Output } from '../output';
import { Interrupted } from '../tables/interruption';
import type { Progress } from '../tables/progress';
import type { StateFile } from '../tables/state-file';

/** How far it is: so many people are in the file, in so many bytes, and the rest comes from the cursor on. */
export interface Position {
  readonly cursor?: string;
  readonly recipients: number;
  readonly bytes: number;
}

export interface AudienceExport {
  readonly url: string;
  readonly path: string;
  /** How many people one call brings. */
  readonly limit: string;
  readonly out: string;
  readonly state: StateFile<Position>;
  readonly progress: Progress;
  readonly isStopped: () => boolean;
}

/** Writes an audience page by page; holds one page at most. Gives what it came to, or the answer that refused. */
export async function runAudience(task: AudienceExport): Promise<Position | Response> {
  const { out, state, progress, isStopped } = task;
  let position = (await state.read()) ?? { recipients: 0, bytes: 0 };
  const first = await pageFrom(position, task);
  if (first instanceof Response) return first;
  // Before there is a file: one without a state would look like somebody else's.
  await state.write(position);
  const output = await Output.open(out, position.bytes);
  try {
    progress.begin('Audience', 0, position.recipients);
    for (let page: Page | Response = first; ; page = await pageFrom(position, task)) {
      if (page instanceof Response) return page;
      position = await write(page, position, output, task);
      if (page.cursor === undefined) break;
      if (isStopped()) throw new Interrupted();
    }
    await state.remove();
    return position;
  } finally {
    progress.end();
    await output.close();
  }
}

interface Page {
  readonly recipients: readonly object[];
  readonly cursor?: string;
}

/** The lines are in the file before the state says so. */
async function write(
  { recipients, cursor }: Page,
  before: Position,
  output: Output,
  { state, progress }: AudienceExport,
): Promise<Position> {
  await output.append(recipients);
  const counts = { recipients: before.recipients + recipients.length, bytes: output.bytes };
  const position = { ...counts, ...(cursor !== undefined && { cursor }) };
  await state.write(position);
  progress.advance(recipients.length);
  return position;
}

async function pageFrom({ cursor }: Position, { url, path, limit }: AudienceExport): Promise<Page | Response> {
  const query = new URLSearchParams({ limit, ...(cursor !== undefined && { cursor }) });
  const answer = await patiently(() => get({ url, path: `${path}?${query.toString()}`, scope: 'audience:read' }));
  return answer.ok ? ((await answer.json()) as Page) : answer;
}

const TRIES = 6;
const FIRST_PAUSE_MS = 500;

/** Waits, longer each time, while the system says that it is asked too often or is busy. */
async function patiently(ask: () => Promise<Response>): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const answer = await ask();
    if (![429, 503].includes(answer.status) || attempt === TRIES) return answer;
    await wait(FIRST_PAUSE_MS * 2 ** (attempt - 1));
  }
}
