import { createServer, type RequestListener } from 'node:http';
import path from 'node:path';
import { loadSites } from '../infra/notice-register';
import { advanceClock, openBase, type Base } from './base';
import { parseWitnesses } from '../shared/log/configured-witness';
import { stop as stopEsbuild } from 'esbuild';
import { buildOnce } from './built-before';
import { startDatabase, type EngineChoice } from './dynamo/database';
import type { Sites } from '../shared/policy/sites';
import { throttling } from './gateway/throttling';
import { TokenIssuer } from './gateway/tokens';
import { drainServer, KEEP_ALIVE_MS, listen, sendJson } from './http';
import { startEndpoints } from './lambda/endpoints';
import { operatorEnvironment } from './lambda/environment';
import { startFunctions, TIMEOUT_MS, type Functions } from './lambda/functions';
import { LOOPBACK_CALLBACK } from '../shared/http/people';
import { SIGNED_IN_PATH, SIGNED_OUT_PATH } from '../shared/http/sign-in';
import { SignIn } from './issuer/sign-in';
import { Processors } from './processors/processors';
import { functionOf, openQueues, startQueues } from './queues/queues';
import type { Report } from './report';
import { comeToRest, type Work } from './rest';
import { startSchedule } from './schedule';
import { Receiving } from './ses/receiving';
import { frontDoor } from './server';
import { Shutdown } from './shutdown';

export interface StackOptions {
  /** Where everything is kept. */
  readonly dataDir: string;
  /** @default 0, any free port */
  readonly port?: number;
  /** Absolute path of the module whose sites are served. */
  readonly sites: string;
  /** Where `build` put the bundles, with these sites. @default in the data folder, made anew where their sources changed */
  readonly bundles?: string;
  /** @default 'on-disk' */
  readonly dynamo?: EngineChoice;
  /** Those who cosign the log's checkpoints: each a verifier key and an address, with a space between. @default none */
  readonly witnesses?: readonly string[];
  /** Whether the gateway has the limits of a deployment. @default false, as tests are in a hurry */
  readonly throttled?: boolean;
  /** Hears of problems. @default nobody */
  readonly report?: Report;
}

export interface Stack {
  /** Where it is reached; also the origin of the links in mails. */
  readonly url: string;
  /** The DynamoDB engine itself: what is put there, no stream hears of. */
  readonly dynamoEndpoint: string;
  readonly issuer: TokenIssuer;
  readonly served: Sites;
  stop(): Promise<void>;
}

/**
 * Starts the whole system on this machine. Everything in its data folder outlives it, also a `kill -9`.
 *
 * @throws {StoreLocked} when another stack uses the folder
 * @throws {WitnessError} when a witness is not given as it has to be
 * @throws an error with the code `EADDRINUSE` when another program uses the port
 */
export async function startStack({ dataDir, report = () => undefined, ...options }: StackOptions): Promise<Stack> {
  const shutdown = new Shutdown();
  try {
    const base = await openBase(dataDir, report, shutdown);
    if (!options.bundles) buildOnce({ outdir: base.build, sites: options.sites, sourceMaps: true });
    return await start(options.bundles ? { ...base, build: options.bundles } : base, options);
  } catch (error) {
    await shutdown.run();
    throw error;
  } finally {
    // It would hold what it built for minutes: hundreds of megabytes.
    await stopEsbuild();
  }
}

type StartOptions = Omit<StackOptions, 'dataDir' | 'report'>;

async function start(
  base: Base,
  { port = 0, sites, dynamo = 'on-disk', witnesses = [], throttled = false }: StartOptions,
): Promise<Stack> {
  const { clock, shutdown } = base;
  const served = loadSites(sites);
  const asked = parseWitnesses(witnesses.join(','));
  const door = await openDoor(port, shutdown);
  const { url } = door;
  const database = await startDatabase(base, dynamo);
  const open = await openQueues(base);
  const { urls } = open;
  const endpoints = await startEndpoints(base, {
    url,
    dynamo: database.tapped,
    queues: urls,
    sites,
    served,
    witnesses,
  });
  const functions = startFunctions(base, endpoints);
  const queues = startQueues(base, open, functions);
  const schedule = startSchedule(base, functions, asked.length > 0);

  const issuer = new TokenIssuer(base.keys.tokenKey, `${url}/_local`, clock, served);
  const lag = () => base.stream.lag() + database.unresolved();
  const counts = () => ({ queues: queues.counts(), stream: { lag: lag() } });
  // What is under way belongs to the time before, and is done in it.
  const advance = async (ms: () => number): Promise<boolean> => {
    const isDone = await comeToRest(workOf(functions, async () => lag() > 0 || (await queues.isBusy())));
    await advanceClock(base, ms());
    database.sweep();
    schedule.wake();
    return isDone;
  };
  const environment = { ...operatorEnvironment(endpoints), ...urls };
  const processors = await Processors.open(path.join(base.dataDir, 'processors'), base.keys.processorKey, clock);
  const receiving = new Receiving(base.received, functionOf('inbox', functions), clock);
  const { outcomes } = endpoints;
  const helpers = {
    issuer,
    signIn: new SignIn(issuer, clock, [url + SIGNED_IN_PATH, url + SIGNED_OUT_PATH, LOOPBACK_CALLBACK]),
    clock,
    outcomes,
    inbox: base.inbox,
    processors,
    receiving,
    queues: counts,
    advance,
    environment,
  };
  door.open(frontDoor({ url, sites: served, functions, ...helpers, ...(throttled && { throttling: throttling() }) }));
  // Added last, so that nothing comes in any more while the rest stops.
  shutdown.add(door.close);
  return { url, served, issuer, dynamoEndpoint: database.endpoint, stop: () => shutdown.run() };
}

function workOf(functions: Functions, isWaiting: Work['isWaiting']): Work {
  const sum = (what: 'started' | 'running'): number =>
    [...functions.values()].reduce((all, lambda) => all + lambda.counts()[what], 0);
  return { started: () => sum('started'), running: () => sum('running'), isWaiting };
}

/** Takes the port at once, so that its number is known to all, and answers 503 until the stack is ready. */
async function openDoor(port: number, shutdown: Shutdown) {
  let listener: RequestListener = (_, response) => sendJson(response, 503, { status: 'starting' });
  const options = { maxHeaderSize: 10_240, keepAliveTimeout: KEEP_ALIVE_MS };
  const server = createServer(options, (request, response) => listener(request, response));
  const close = () => drainServer(server, TIMEOUT_MS);
  shutdown.add(close);
  const url = `http://localhost:${await listen(server, port)}`;
  return { url, close, open: (ready: RequestListener) => void (listener = ready) };
}
