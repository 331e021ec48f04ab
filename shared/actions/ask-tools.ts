import { readPlaceAt, savePlaceAt } from '../ledger/asked-tools';
import { errorName, logger } from '../logger';
import { follow } from '../processors/adapter';
import { ASKED } from '../processors/asked';
import type { Asked, Found } from '../processors/asked/asked';
import { credentialsOf } from '../processors/credentials';
import { NotTold } from '../processors/not-told';
import { send } from '../processors/send';
import type { Deps } from './deps';
import { take, type Line } from './hear-processor';

type AskingDeps = Pick<Deps, 'sites' | 'ledger' | 'vault' | 'audience' | 'subjectKey' | 'processors'>;

/** For all calls of a page. */
const PAGE_MS = 10_000;
/** A page, with what follows from it, takes less. */
const RESERVE_MS = 20_000;

/** A tool could not be asked, or somebody who left there could not be written down. The next round comes by again. */
class ToolsNotAsked extends Error {
  override readonly name = 'ToolsNotAsked';
}

/**
 * Asks each tool that reports nothing by itself who left there, page by page, and keeps its place after each: so a
 * round that does not fit into one run goes on with the next, and the one after it begins anew. All that is found is
 * said again in every round, and taking it down again changes nothing; so a crash, a second run at the same time, or a
 * day that was missed loses nothing.
 *
 * @throws {ToolsNotAsked} so that somebody hears of it; the other tools were asked, and the others there were taken
 * down
 */
export async function askTools(deps: AskingDeps, remainingMs: () => number): Promise<void> {
  let failed = 0;
  for (const site of deps.sites) {
    for (const processor of site.processors) {
      const ask = processor.connection && ASKED[processor.connection.tool];
      if (ask) failed += await askOne(deps, { site, processor }, ask, remainingMs);
    }
  }
  if (failed > 0) throw new ToolsNotAsked();
}

/** @returns how much of it failed */
async function askOne(
  deps: AskingDeps,
  { site, processor }: Omit<Line, 'credentials'>,
  ask: Asked,
  remainingMs: () => number,
): Promise<number> {
  const names = { site: site.id, processor: processor.id };
  try {
    const line = { site, processor, credentials: await credentialsOf(deps.processors, site.id, processor) };
    let failed = 0;
    let from: number | undefined = await readPlaceAt(deps.audience, site.id, processor.id);
    while (from !== undefined && remainingMs() > RESERVE_MS) {
      const found: Found = await askFrom(ask, from, line);
      failed += await takeAll(deps, line, found);
      from = found.next;
      await savePlaceAt(deps.audience, site.id, processor.id, from ?? 0);
    }
    return failed;
  } catch (error) {
    const why = error instanceof NotTold ? { problem: error.failure } : { error: errorName(error) };
    logger.error('tool could not be asked who left', { ...names, ...why });
    return 1;
  }
}

async function askFrom(ask: Asked, from: number, { credentials }: Line): Promise<Found> {
  const allTime = AbortSignal.timeout(PAGE_MS);
  const found = await follow(ask(from, credentials), (request) => send(request, allTime));
  if (found === 'failed') throw new NotTold('refused');
  return found;
}

/** @returns how many could not be taken down */
async function takeAll(deps: AskingDeps, line: Line, { heard }: Found): Promise<number> {
  let failed = 0;
  for (const one of heard) {
    await take(deps, line, one, 'poll', new Date()).catch((error: unknown) => {
      logger.error('will be tried again', {
        site: line.site.id,
        processor: line.processor.id,
        error: errorName(error),
      });
      failed += 1;
    });
  }
  return failed;
}
