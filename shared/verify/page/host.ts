import type { Vouched } from '../claims/origin';
import type { LogSource } from '../tiles';

/** The log of the host that this page came from. Nothing of a file is ever sent there. */
export interface HostLog {
  readonly keys: Vouched['host'];
  readonly source: LogSource;
}

/** Undefined from disk, or where the host publishes no keys. */
export async function logOfHost(): Promise<HostLog | undefined> {
  if (!location.protocol.startsWith('http')) return undefined;
  try {
    const keys = (await (await read('keys')).text()).split('\n').filter((line) => line !== '');
    return {
      keys: { name: location.host, keys },
      source: {
        name: location.host,
        readCheckpoint: async () => (await read('checkpoint')).text(),
        readTile: async (path) => new Uint8Array(await (await read(`tile/${path}`)).arrayBuffer()),
      },
    };
  } catch {
    return undefined;
  }
}

async function read(what: string): Promise<Response> {
  const answer = await fetch(new URL(`log/${what}`, location.href));
  if (!answer.ok) throw new Error(`The host answers ${answer.status}.`);
  return answer;
}
