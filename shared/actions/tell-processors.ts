import type { SubjectId } from '../ids';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { plus } from '../calendar';
import type { Entry, Step } from '../consent/entry';
import { awaitedSince } from '../consent/decide/deletions';
import { notUnderstood } from '../consent/not-understood';
import type { AnyEntry } from '../consent/read-entry';
import type { EntryType } from '../consent/steps';
import {
  informedUpTo,
  isConnected,
  knowledgeOf,
  owed,
  reportedUpTo,
  type Owed,
  type Processor,
} from '../consent/processors';
import { listDeletion, unlistDeletion } from '../ledger/deletions';
import { endTurn, isStopped, noteFailure, stop, takeTurn } from '../ledger/deliveries';
import { readHistory } from '../ledger/ledger';
import { takeStep } from './take-step';
import { readParts } from '../ledger/vault';
import type { Site } from '../policy/schema';
import { carryOut, type Credentials, type Meaning, type Task } from '../processors/adapter';
import { ADAPTERS } from '../processors/adapters';
import { credentialsOf } from '../processors/credentials';
import { NotTold } from '../processors/not-told';
import { send } from '../processors/send';
import { taskFor } from '../processors/task';
import type { Deps } from './deps';

/** For all calls of one attempt. */
const ATTEMPT_MS = 15_000;
/** What failed so soon is tried once more at once; what took longer is not the quicker for it. */
const SOON_MS = 2000;
const PAUSE_MS = 500;

/** Something that a processor has to be told about a person, up to that step at least. */
export interface Untold {
  readonly processor: Processor;
  readonly upTo: number;
}

/**
 * Tells every processor what it has not heard of a person yet; one who cannot be reached keeps none of the others waiting.
 *
 * @returns how many were told
 * @throws {NotTold} and whatever else went wrong with one of them
 */
export async function tellAll(
  deps: Pick<Deps, 'ledger' | 'vault' | 'audience' | 'processors'>,
  site: Site,
  subject: SubjectId,
): Promise<number> {
  const now = new Date();
  const { entries, all } = await readHistory(deps.ledger, subject, now);
  await listAwaited(deps, site, subject, entries, all, now);
  const told = await Promise.allSettled(untold(site, entries, all).map((what) => tell(deps, site, what, subject)));
  const failed = told.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return told.length;
}

/** Lists again whose word is awaited, should that have been lost. */
async function listAwaited(
  { audience }: Pick<Deps, 'audience'>,
  site: Site,
  subject: SubjectId,
  entries: readonly Entry[],
  all: readonly AnyEntry[],
  now: Date,
): Promise<void> {
  const end = plus(now, site.retention.accessLog);
  for (const processor of site.processors.filter(isConnected)) {
    const since = awaitedSince(entries, processor, all);
    const place = { site: site.id, processor: processor.id, subject };
    if (since !== undefined) await listDeletion(audience, place, since, end);
  }
}

function untold(site: Site, entries: readonly Entry[], all: readonly AnyEntry[]): Untold[] {
  const { records } = notUnderstood(all);
  return site.processors.filter(isConnected).flatMap((processor) => {
    const due = owed(entries, processor, records);
    return due ? [{ processor, upTo: due.upTo }] : [];
  });
}

/**
 * Tells a processor what it has not heard of a person yet, and says so in the ledger.
 *
 * 1. Take the turn. A crash leaves it taken for a minute, and others who come meanwhile come again.
 * 2. Send. A crash sends the same once more, under the same id.
 * 3. Add the entries: first that it confirms a deletion, or list that this is awaited, as nothing would ask it again once it counts
 *    as told.
 * 4. Begin again, until there is nothing more to tell; then give the turn back.
 *
 * @throws {NotTold} and whatever else went wrong; the failure is noted, and repeating it is harmless
 */
export async function tell(
  deps: Pick<Deps, 'ledger' | 'vault' | 'audience' | 'processors'>,
  site: Site,
  what: Untold,
  subject: SubjectId,
): Promise<void> {
  const turn = { site: site.id, processor: what.processor.id, subject, name: randomUUID() };
  try {
    await takeTurn(deps.audience, turn);
    while (await tellNext(deps, site, what, subject));
  } catch (error) {
    const { failure, status } = error instanceof NotTold ? error : { failure: 'internal', status: undefined };
    await noteFailure(deps.audience, turn, { upTo: what.upTo, failure, status });
    throw error;
  }
  await endTurn(deps.audience, turn);
}

/** Whether there was something to tell. */
async function tellNext(
  deps: Pick<Deps, 'ledger' | 'vault' | 'audience' | 'processors'>,
  site: Site,
  { processor, upTo }: Untold,
  subject: SubjectId,
): Promise<boolean> {
  const now = new Date();
  const { entries, all } = await readHistory(deps.ledger, subject, now);
  const { records } = notUnderstood(all);
  const due = owed(entries, processor, records);
  if (!due) {
    // Not because it was told, but as all that had to be told is deleted.
    if (!knowledgeOf(entries, processor, records) && informedUpTo(entries, processor) < upTo)
      throw new NotTold('no-address');
    return false;
  }
  const parts = await readParts(deps.vault, subject, now);
  const task = taskFor(due, { site, processor, subject, entries, parts });
  if (!task) throw new NotTold('no-address');
  if (await isStopped(deps.audience, site.id, processor.id)) throw new NotTold('stopped');
  const meaning = await attempt(deps, task, processor, await credentialsOf(deps.processors, site.id, processor));
  if (task.kind === 'delete' && meaning === 'done') await report(deps, 'DeletionConfirmed', task, processor, due);
  await listIfAwaited(deps, site, task, processor, {
    isAwaited: task.kind === 'delete' && meaning === 'later',
    wasAwaited: awaitedSince(entries, processor, all) !== undefined,
    now,
  });
  await report(deps, 'ProcessorInformed', task, processor, due);
  return true;
}

async function attempt(
  deps: Pick<Deps, 'audience'>,
  task: Task,
  processor: Processor,
  credentials: Credentials,
): Promise<Meaning> {
  const started = performance.now();
  try {
    return await attemptOnce(deps, task, processor, credentials);
  } catch (error) {
    const isPassing = error instanceof NotTold && (error.status === undefined || error.status >= 500);
    if (!isPassing || performance.now() - started > SOON_MS) throw error;
    await wait(PAUSE_MS);
    return attemptOnce(deps, task, processor, credentials);
  }
}

async function attemptOnce(
  deps: Pick<Deps, 'audience'>,
  task: Task,
  { id, connection }: Processor,
  credentials: Credentials,
): Promise<Meaning> {
  const adapter = ADAPTERS[connection?.tool ?? 'webhook'];
  const allTime = AbortSignal.timeout(ATTEMPT_MS);
  let status: number | undefined;
  const meaning = await carryOut(adapter, task, credentials, async (request) => {
    const answer = await send(request, allTime);
    ({ status } = answer);
    return answer;
  });
  if (meaning === 'gone') await stop(deps.audience, task.site, id, new Date());
  if (meaning === 'gone' || meaning === 'failed') throw new NotTold(meaning === 'gone' ? 'stopped' : 'refused', status);
  return meaning;
}

/**
 * Whoever has yet to say that they deleted the person is on a list for operators; and off it who said so, or was told otherwise since.
 * Before the entry that they were told, as nobody would come back for it then.
 */
async function listIfAwaited(
  { audience }: Pick<Deps, 'audience'>,
  site: Site,
  { subject }: Task,
  { id }: Processor,
  { isAwaited, wasAwaited, now }: Word,
): Promise<void> {
  const place = { site: site.id, processor: id, subject };
  if (isAwaited) await listDeletion(audience, place, now.toISOString(), plus(now, site.retention.accessLog));
  else if (wasAwaited) await unlistDeletion(audience, place, now);
}

/** Whether a processor has yet to say that it deleted the person, now and before. */
interface Word {
  readonly isAwaited: boolean;
  readonly wasAwaited: boolean;
  readonly now: Date;
}

type Report = Extract<EntryType, 'ProcessorInformed' | 'DeletionConfirmed'>;

/** Unless it is in the ledger already, by somebody who came to the end before. */
async function report(
  deps: Pick<Deps, 'ledger' | 'vault'>,
  type: Report,
  { site, subject }: Task,
  { id }: Processor,
  { upTo }: Owed,
): Promise<void> {
  const now = new Date();
  const stepAt = (moment: Date): Step => ({
    site,
    type,
    at: moment.toISOString(),
    actor: { kind: 'system' },
    purposes: [],
    facts: { processor: id, upTo },
  });
  await takeStep(deps, {
    subject,
    now,
    decide: (_, entries, moment) => (reportedUpTo(entries, type, id) < upTo ? stepAt(moment) : undefined),
  });
}
