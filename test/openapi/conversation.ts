import type { System } from '../promises/person';
import { ROLES, type Role } from '../../shared/http/roles';
import { SIGNED_IN, type Scope } from '../../shared/http/operation';
import { OPERATIONS, type NamedOperation } from '../../shared/http/operations';
import type { Example } from '../../shared/http/describe/documented';
import { PATH_PARAMETERS } from '../../shared/http/describe/parameters';
import { documentedPath, type Provocation } from '../../infra/openapi/refusals';

/** What is different from the example as it is documented: tokens and cursors, which nobody can know before. */
export type Real = Pick<Example, 'params' | 'query' | 'json'>;

export interface Heard {
  readonly status: number;
  readonly headers: Headers;
  readonly type: string;
  /** Of JSON its value, else the text. */
  readonly body: unknown;
}

export function operationOf(id: string): NamedOperation {
  const found = OPERATIONS.find((operation) => operation.id === id);
  if (!found) throw new Error(`There is no operation ${id}.`);
  return found;
}

export function exampleOf(operation: NamedOperation, name: string): Example {
  const found = operation.examples[name];
  if (!found) throw new Error(`The operation ${operation.id} has no example "${name}".`);
  return found;
}

/** Who has a token that is good for it. */
export function roleFor(scope: Scope | typeof SIGNED_IN): Role {
  if (scope === SIGNED_IN) return 'compliance';
  const roles = Object.entries(ROLES) as [Role, readonly Scope[]][];
  return roles.find(([, scopes]) => scopes.includes(scope))![0];
}

/** Sends an example as it is documented. */
export async function sendExample(
  system: System,
  operation: NamedOperation,
  example: Example,
  real: Real,
): Promise<Heard> {
  const scope = operation.scope ?? (example.withToken === true ? operation.optionalScope : undefined);
  const json = real.json ?? example.json;
  return send(system, operation, {
    params: { ...example.params, ...real.params },
    query: { ...example.query, ...real.query },
    headers: { ...example.headers, ...(json && { 'content-type': 'application/json' }) },
    ...(scope && { role: roleFor(scope) }),
    ...(json && { body: JSON.stringify(json) }),
    ...(example.form && { body: new URLSearchParams(example.form.map(([name, value]) => [name, value])) }),
  });
}

/** Does to an operation what makes any refuse. */
export async function provoke(
  system: System,
  operation: NamedOperation,
  { params, query, body }: Provocation,
): Promise<Heard> {
  const scope = operation.scope;
  const json = { type: 'application/json', content: '{}' };
  const { type, content } = body ?? json;
  return send(system, operation, {
    params: params ?? {},
    ...(query && { query }),
    ...(scope && { role: roleFor(scope) }),
    ...(operation.method === 'POST' && { headers: { 'content-type': type }, body: content }),
  });
}

interface Sent {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly role?: Role;
  readonly body?: string | Uint8Array<ArrayBuffer> | URLSearchParams;
}

export async function send(
  { visitor }: System,
  operation: NamedOperation,
  { params = {}, query = {}, headers = {}, role, body }: Sent,
): Promise<Heard> {
  const filled = documentedPath(operation).replace(
    /\{(\w+)\}/g,
    (_, name: string) => params[name] ?? PATH_PARAMETERS[name]?.example ?? '',
  );
  const asked = new URLSearchParams(query).toString();
  const authorization = role && `Bearer ${await visitor.token(role)}`;
  const answer = await visitor.get(asked === '' ? filled : `${filled}?${asked}`, {
    method: operation.method,
    headers: { ...headers, ...(authorization && { authorization }) },
    ...(body !== undefined && { body }),
  });
  const text = await answer.text();
  const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
  const isJson = /^application\/(\w+\+)?json$/.test(type);
  return { status: answer.status, headers: answer.headers, type, body: isJson ? JSON.parse(text) : text };
}
