import { patiently } from './patience.ts';
import { problemIn } from './problem.ts';
import type { TokenProvider } from './token.ts';

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: object;
  readonly accept?: string;
  /** Without a token. */
  readonly isPublic?: true;
}

/** A file that the ledger makes, and how the ledger calls it, such as `evidence-demo-kf3Zq0bS2mXw5yTt7uVh1A-20261125T091530Z.pdf`. */
export interface LedgerFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface FilePart {
  readonly file: LedgerFile;
  readonly next: Readonly<Record<string, string>> | undefined;
}

/** Sends calls, with a token, and again where that may help. */
export class Caller {
  constructor(
    private readonly url: string,
    private readonly token: TokenProvider | undefined,
    private readonly tries: number | undefined,
  ) {}

  /** @throws {Problem} for every answer but success */
  async send(call: Call): Promise<Response> {
    const provider = call.isPublic ? undefined : this.token;
    const token = await provider?.();
    let answer = await patiently(() => this.once(call, token), this.tries);
    if (answer.status === 401 && provider) {
      // It may have been revoked before its time.
      const renewed = await provider(true);
      answer = await patiently(() => this.once(call, renewed), this.tries);
    }
    if (answer.ok) return answer;
    throw await problemIn(answer);
  }

  async json<T>(call: Call): Promise<T> {
    return (await (await this.send(call)).json()) as T;
  }

  async file(call: Call): Promise<LedgerFile> {
    return fileOf(await this.send(call));
  }

  /** A part of a file, and the query that the next one is asked for with; none after the last (RFC 8288). */
  async part(call: Call): Promise<FilePart> {
    const answer = await this.send(call);
    const [, query] = /<\?([^>]*)>; rel="next"/.exec(answer.headers.get('link') ?? '') ?? [];
    const file = await fileOf(answer);
    return { file, next: query === undefined ? undefined : Object.fromEntries(new URLSearchParams(query)) };
  }

  private once({ method, path, query = {}, body, accept }: Call, token: string | undefined): Promise<Response> {
    const url = new URL(this.url + path);
    for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value);
    return fetch(url, {
      method,
      headers: {
        accept: accept ?? 'application/json',
        ...(body && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  }
}

async function fileOf(answer: Response): Promise<LedgerFile> {
  const [, name = 'answer'] = /filename="([\w.-]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
  return { name, bytes: new Uint8Array(await answer.arrayBuffer()) };
}
