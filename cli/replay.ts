import { availableParallelism } from 'node:os';
import { audience, dynamo, ledger, vault } from '../functions/deps/tables';
import { CONSUMERS } from '../shared/consent/consumers';
import { putIntoQueue } from '../shared/queue';
import { command } from './command';
import { CommandError } from './command-error';
import type { Lack } from './derived/person';
import { LOCAL_STACK, SEGMENTS, segmentsOf, SITES, stateOf } from './options';
import { print } from './print';
import { EXAMPLES, runReplay, type ReplayState } from './replay/run';
import { doParts, isForParts } from './resume/parts-process';
import { resumable, type Run } from './resume/resumable';
import { sideBySide } from './resume/side-by-side';
import { StateFile } from './resume/state-file';
import { rulesFrom, siteFrom } from './tables/sites';
import { enterTarget } from './tables/target';

const NAMES = CONSUMERS.map(({ name }) => name);

export const replay = command({
  name: 'replay',
  usage: ['--consumer NAME [options]'],
  about: `Finds what a consumer has not done because its messages were lost, and tells it again of just that: who is missing in the
audience, or in it and should not be; changes that were never filed; holds and restrictions that are on no list; who has no day on which the daily review looks at them; steps that are in no count; mails that were
never sent; moves that were not finished; processors that were not told; ends that are not what they have to be. Only says so without --apply.
Works on the deployment named by LEDGER_TABLE, VAULT_TABLE and AUDIENCE_TABLE; without LEDGER_TABLE, on the local stack. The
messages go into the consumer's queue, named by CONFIRMATIONS_QUEUE, MAILER_QUEUE, MOVER_QUEUE, NOTIFIER_QUEUE, PROJECTOR_QUEUE or
RETENTION_QUEUE.
Interrupted, the same command goes on where it was; repeating it is harmless. See docs/operations.md.`,
  options: {
    consumer: { takes: NAMES.join('|'), says: 'whom to tell', isNeeded: true, oneOf: NAMES },
    since: {
      takes: 'TIME',
      says: 'only of people with a step since then, such as 2026-11-20 or 2026-11-20T08:00Z; needed for confirmations and mailer, which send nothing that older steps call for',
    },
    apply: { says: 'tell it' },
    site: { takes: 'SITE', says: 'only this site' },
    segments: SEGMENTS,
    sites: SITES,
    url: LOCAL_STACK,
    state: stateOf('replay-consumer'),
  },
  exits: { 0: 'done; without --apply: nothing is lacking', 1: 'without --apply: something is lacking' },
  run: async ({ consumer, apply, ...values }) => {
    const since = momentOf(consumer, values.since);
    const segments = segmentsOf(values.segments);
    const variable = `${consumer.toUpperCase() as Uppercase<typeof consumer>}_QUEUE` as const;
    const needed = ['LEDGER_TABLE', 'VAULT_TABLE', 'AUDIENCE_TABLE', ...(apply ? [variable] : [])] as const;
    const { name, now } = await enterTarget(values.url, needed);
    if (values.site !== undefined) await siteFrom(values.sites, values.site);
    const siteOf = await rulesFrom(values.sites);
    const of = `${consumer} since ${since.toISOString()} at ${values.site ?? 'all sites'}${apply ? '' : ' (dry run)'} of ${name} in ${segments}`;
    const state = new StateFile<readonly (ReplayState | undefined)[]>(values.state, { what: 'a replay', of });
    const endpoint = process.env['AWS_ENDPOINT_URL_SQS'];
    const queue = { client: dynamo(), url: process.env[variable] ?? '', endpoint };
    const task = {
      ...{ ledger: ledger(), vault: vault(), audience: audience(), consumer, siteOf, only: values.site, since, now },
      tell: (lacks: readonly Lack[]) => (apply ? putIntoQueue(queue, lacks) : Promise.resolve()),
    };
    const work = (part: Run<ReplayState>) => runReplay(task, part);
    if (isForParts) return doParts(work);
    const processes = availableParallelism();
    const found = await resumable(state, (run) => sideBySide(segments, run, work, { processes }));
    print(summaryOf(found, consumer, apply));
    return apply || found.every(({ lacks }) => lacks === 0) ? 0 : 1;
  },
});

/** @throws {CommandError} */
function momentOf(consumer: string, since: string | undefined): Date {
  if (since === undefined && (consumer === 'confirmations' || consumer === 'mailer')) {
    throw new CommandError('Say since when mails are to be sent, with --since: nobody waits for older ones any more.');
  }
  const moment = new Date(since ?? 0);
  if (Number.isNaN(moment.getTime()))
    throw new CommandError(`--since takes a time such as 2026-11-20, not "${since}".`);
  return moment;
}

function summaryOf(parts: readonly ReplayState[], consumer: string, isTold: boolean): string {
  const sum = (what: 'people' | 'lacks'): number => parts.reduce((total, part) => total + part[what], 0);
  const [people, lacks] = [sum('people'), sum('lacks')];
  const examples = parts.flatMap((part) => part.examples).slice(0, EXAMPLES);
  const number = (n: number): string => n.toLocaleString('en');
  const close =
    lacks === 0
      ? `${consumer} has nothing left to do.`
      : isTold
        ? `${consumer} was told of ${number(lacks)} of them; its queue says when it is done.`
        : `${consumer} was told of nothing: ${number(lacks)} are lacking. --apply tells it.`;
  return [...examples, `Looked at ${number(people)} people.`, close, ''].join('\n');
}
