import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EXAMPLE_SITES } from '../../examples/sites/module';
import { openBase } from '../../local/base';
import { build } from '../../local/build';
import { startDatabase } from '../../local/dynamo/database';
import { answerAsGateway, type GatewayParts } from '../../local/gateway/gateway';
import { loadSites } from '../../infra/notice-register';
import { throttling } from '../../local/gateway/throttling';
import { TokenIssuer } from '../../local/gateway/tokens';
import { sendJson, serve } from '../../local/http';
import { startEndpoints } from '../../local/lambda/endpoints';
import { functionEnvironment } from '../../local/lambda/environment';
import { startFunctions } from '../../local/lambda/functions';
import { PROCESSORS_PATH } from '../../local/processors/processors';
import { functionOf } from '../../local/queues/queues';
import { streamSource } from '../../local/queues/stream-source';
import { Shutdown } from '../../local/shutdown';
import type { Stage } from './stage';

/**
 * The local stack but for its queues: in AWS the consumers work on machines of their own, here they would take the
 * processor away from what is measured. A processor is told and always takes it. Ends when the process that started it
 * does.
 */
async function main(): Promise<void> {
  const shutdown = new Shutdown();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'bench-stage-'));
  shutdown.add(() => rm(dataDir, { recursive: true }));
  process.once('disconnect', () => void shutdown.run().then(() => process.exit()));
  process.send?.(await start(dataDir, shutdown));
}

/** A processor's answer. */
const DELETED = { deleted: true };

async function start(dataDir: string, shutdown: Shutdown): Promise<Stage> {
  const base = await openBase(dataDir, console.error, shutdown);
  build({ outdir: base.build, sites: EXAMPLE_SITES });
  const { endpoint, tapped } = await startDatabase(base, 'on-disk');

  const served = loadSites(EXAMPLE_SITES);
  const { clock, keys } = base;
  const parts: { current?: GatewayParts } = {};
  const gateway = await serve((request, response) => {
    if (request.url?.startsWith(PROCESSORS_PATH)) request.resume().once('end', () => sendJson(response, 200, DELETED));
    else if (parts.current) void answerAsGateway(request, response, parts.current);
  });
  shutdown.add(gateway.close);
  const endpoints = await startEndpoints(base, {
    ...{ url: gateway.url, dynamo: tapped, sites: EXAMPLE_SITES, served },
    // What comes later is no part of the bench.
    queues: {},
  });
  const functions = startFunctions(base, endpoints);
  process.on('message', (wish) => {
    if (wish === 'processor-time') process.send?.(processorTime());
    if (wish === 'throttle' && parts.current) parts.current = { ...parts.current, throttling: throttling() };
    if (wish !== 'sequence') return;
    const toSequencer = streamSource(base, 'sequencer', functionOf('sequencer', functions)).start();
    shutdown.add(() => toSequencer.stop());
  });
  const issuer = new TokenIssuer(keys.tokenKey, gateway.url, clock, served);
  parts.current = { functions, clock, issuer };
  const tokens = await issuer.tokens();

  return {
    gateway: gateway.url,
    marketingToken: tokens.marketing,
    backendToken: tokens.backend,
    complianceToken: tokens.compliance,
    engine: endpoint,
    tapped,
    environment: functionEnvironment('bench', dataDir, endpoints),
  };
}

/** Of all threads. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
