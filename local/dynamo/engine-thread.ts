import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { KEEP_ALIVE_MS } from '../http';
import { closeIterators } from './closed-iterators';

export interface EngineData {
  /** The module to load: it stays unbundled, as it brings native code along. */
  readonly dynalite: string;
  /** Where tables are kept; in memory without it. */
  readonly path?: string;
}

const { dynalite, path } = workerData as EngineData;
const create = createRequire(__filename)(dynalite) as (options: object) => Server;

closeIterators(dynalite);
const server = create({ path, createTableMs: 0 });
server.keepAliveTimeout = KEEP_ALIVE_MS;
server.listen(0, '127.0.0.1', () => parentPort?.postMessage((server.address() as AddressInfo).port));
