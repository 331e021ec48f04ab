import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import type { Credentials, IncomingAnswer, OutgoingRequest } from '../../shared/processors/adapter';

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

interface CallContract {
  readonly method: string;
  /** Below the URL of the credentials; `{name}` is one segment. */
  readonly path: string;
  /** Patterns; a query that is not here is refused. */
  readonly query?: Readonly<Record<string, string>>;
  /** A JSON schema; without one the call has no body. */
  readonly body?: object;
  readonly form?: Readonly<Record<string, string>>;
  readonly authorization?: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, Answer>>;
}

/** What a tool's documentation says of the calls that we make. */
interface Contract {
  readonly sources: readonly string[];
  /** When they were read, ISO 8601 date. */
  readonly read: string;
  readonly credentials: Credentials;
  readonly authorization: Readonly<Record<string, string>>;
  readonly definitions?: object;
  readonly calls: Readonly<Record<string, CallContract>>;
  readonly troubles: Readonly<Record<Trouble, Answer>>;
}

export type Trouble = 'wrongKey' | 'badRequest' | 'tooMany' | 'broken';
export type Received = Readonly<Record<string, string>> & { readonly body: unknown };
/** The answer by its name in the contract, with what fills its `{names}`, or its body where that depends on the state. */
export interface Reply {
  readonly answer: string;
  readonly fill?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}
export type Behaviour = Readonly<Record<string, (received: Received) => Reply>>;

const validatorsOf = new WeakMap<Contract, ReadonlyMap<string, ValidateFunction>>();

export function contractOf(tool: string): Contract {
  const contract = JSON.parse(readFileSync(path.join(__dirname, 'contracts', `${tool}.json`), 'utf8')) as Contract;
  const ajv = new Ajv({ strict: false });
  const withBody = Object.entries(contract.calls).filter(([, { body }]) => body);
  const compiled = withBody.map(
    ([name, { body }]) => [name, ajv.compile({ ...body, definitions: contract.definitions ?? {} })] as const,
  );
  validatorsOf.set(contract, new Map(compiled));
  return contract;
}

/** Answers as the contract has it, and refuses what the contract does not allow. A call that is not in it is an error. */
export class FakeTool {
  readonly requests: OutgoingRequest[] = [];
  private failing: { readonly trouble: Trouble; readonly at: number } | undefined;

  constructor(
    readonly contract: Contract,
    private readonly behaviour: Behaviour,
  ) {}

  /** From now on the call of this number, counted from zero, fails once. */
  failOnce(trouble: Trouble, at: number): void {
    this.failing = { trouble, at: this.requests.length + at };
  }

  readonly send = async (request: OutgoingRequest): Promise<IncomingAnswer> => {
    const number = this.requests.push(request) - 1;
    if (this.failing?.at === number) return written(this.contract.troubles[this.failing.trouble]);
    const [name, call, params] = this.find(request);
    if (!hasAll(request.headers, call.authorization ?? this.contract.authorization)) {
      return written(this.contract.troubles.wrongKey);
    }
    const body = this.bodyOf(name, call, request);
    if (body === INVALID) return written(this.contract.troubles.badRequest);
    const reply = this.behaviour[name]?.({ ...params, body } as Received);
    const answer = reply && call.answers[reply.answer];
    if (!answer) throw new Error(`The fake does not say what comes of ${name}`);
    return written(reply.body === undefined ? answer : { ...answer, body: reply.body }, reply.fill);
  };

  private find({ method, url }: OutgoingRequest): [string, CallContract, Record<string, string>] {
    for (const [name, call] of Object.entries(this.contract.calls)) {
      const params = call.method === method ? paramsOf(url, this.contract.credentials.url, call) : undefined;
      if (params) return [name, call, params];
    }
    throw new Error(`The contract has no ${method} ${url}`);
  }

  private bodyOf(name: string, { form }: CallContract, { headers, body }: OutgoingRequest): unknown {
    if (form) {
      const isForm = headers['content-type'] === 'application/x-www-form-urlencoded';
      return isForm && new URLSearchParams(form).toString() === body ? undefined : INVALID;
    }
    const validate = validatorsOf.get(this.contract)?.get(name);
    if (!validate) return body === undefined ? undefined : INVALID;
    const value: unknown = headers['content-type'] === 'application/json' ? JSON.parse(body ?? 'null') : INVALID;
    return validate(value) ? value : INVALID;
  }
}

const INVALID = Symbol('no valid body');

/** What stands in a URL's path and query by the names of the contract; undefined if it is another call's. */
function paramsOf(url: string, base: string, { path: template, query = {} }: CallContract) {
  if (!url.startsWith(`${base}/`)) return undefined;
  const { pathname, searchParams } = new URL(url);
  const segments = pathname.slice(new URL(base).pathname.replace(/\/$/, '').length).split('/');
  const names = template.split('/');
  if (segments.length !== names.length) return undefined;
  const params: Record<string, string> = {};
  for (const [n, name] of names.entries()) {
    const segment = decodeURIComponent(segments[n] ?? '');
    if (name.startsWith('{')) params[name.slice(1, -1)] = segment;
    else if (name !== segment) return undefined;
  }
  for (const [name, value] of searchParams) {
    if (!new RegExp(query[name] ?? '^$').test(value)) return undefined;
    params[name] = value;
  }
  return params;
}

function hasAll(headers: Readonly<Record<string, string>>, wanted: Readonly<Record<string, string>>): boolean {
  return Object.entries(wanted).every(([name, value]) => headers[name] === value);
}

function written({ status, body }: Answer, fill: Readonly<Record<string, string>> = {}): IncomingAnswer {
  if (body === undefined) return { status, body: '' };
  const escaped = (name: string): string => JSON.stringify(fill[name] ?? '').slice(1, -1);
  return { status, body: JSON.stringify(body).replace(/\{(\w+)\}/g, (_, name: string) => escaped(name)) };
}
