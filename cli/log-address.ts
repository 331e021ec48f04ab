import { CommandError, failureOutside } from './command-error';

/** A host is to be heard within this time. */
const PATIENCE_MS = 15_000;

/** The address of a log, such as https://consent.example.com/log. */
export class LogAddress {
  private readonly url: URL;

  /** @throws {CommandError} where somebody on the way could answer in the host's name */
  constructor(address: string) {
    this.url = new URL(address.replace(/\/*$/, '/'));
    const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(this.url.hostname);
    if (this.url.protocol === 'https:' || (this.url.protocol === 'http:' && isLocal)) return;
    throw new CommandError(`A log's host is only believed over https, not at ${address}.`);
  }

  get host(): string {
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

  private async get(what: string): Promise<Response> {
    const address = new URL(what, this.url);
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch((error: unknown) => {
      throw new CommandError(failureOutside(error, address.href) ?? `${address.href} does not answer.`);
    });
    if (answer.ok) return answer;
    throw new CommandError(`${address.href} answers ${answer.status}. Is that the address of a log?`);
  }
}
