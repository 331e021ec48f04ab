import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LogSource } from '../shared/verify/tiles';
import { CommandError, failureOutside } from './command-error';

/** A host is to be heard within this time. */
const PATIENCE_MS = 15_000;

/** A log as the reader named it: by its address, or by a folder that it was copied to. @throws {CommandError} */
export function logFrom(where: string): LogFolder | LogAddress {
  return /^https?:/.test(where) ? new LogAddress(where) : new LogFolder(where);
}

/** A folder with `checkpoint` and `tile/`. */
export class LogFolder implements LogSource {
  constructor(readonly name: string) {}

  readCheckpoint(): Promise<string> {
    return readFile(path.join(this.name, 'checkpoint'), 'utf8');
  }

  readTile(tile: string): Promise<Uint8Array> {
    return readFile(path.join(this.name, 'tile', tile));
  }
}

/** The address of a log, such as https://consent.example.com/log. */
export class LogAddress implements LogSource {
  private readonly url: URL;

  /** @throws {CommandError} where somebody on the way could answer in the host's name */
  constructor(address: string) {
    this.url = new URL(address.replace(/\/*$/, '/'));
    const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(this.url.hostname);
    if (this.url.protocol === 'https:' || (this.url.protocol === 'http:' && isLocal)) return;
    throw new CommandError(`A log's host is only believed over https, not at ${address}.`);
  }

  get name(): string {
    return this.url.host;
  }

  /** What a log at this address is called. */
  get origin(): string {
    return `${this.url.host}${this.url.pathname}`.replace(/\/$/, '');
  }

  async readKeys(): Promise<readonly string[]> {
    const answer = await this.get('keys');
    return (await answer.text()).split('\n').filter((line) => line !== '');
  }

  async readCheckpoint(): Promise<string> {
    return (await this.get('checkpoint')).text();
  }

  async readTile(tile: string): Promise<Uint8Array> {
    return new Uint8Array(await (await this.get(`tile/${tile}`)).arrayBuffer());
  }

  private async get(what: string): Promise<Response> {
    const address = new URL(what, this.url);
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch((error: unknown) => {
      throw new CommandError(failureOutside(error, address.href) ?? `${address.href} does not answer.`);
    });
    if (answer.ok) return answer;
    throw new CommandError(`${address.href} answers ${answer.status}. Is that the address of a log?`);
  }
}
