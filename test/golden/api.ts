import { readFileSync } from 'node:fs';
import path from 'node:path';

type Schema = Readonly<Record<string, unknown>>;

interface Operation {
  readonly operationId: string;
  readonly security?: readonly Schema[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: { readonly content: Contents };
  readonly responses: Readonly<Record<string, Schema>>;
}

type Contents = Readonly<Record<string, { readonly schema?: Schema }>>;

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** What callers of the API rely on, a line for each thing: `<operation> <kind> <where> <what>`. */
export function factsOfApi(): string[] {
  const file = path.join(__dirname, '..', '..', 'docs', 'openapi.json');
  const document = JSON.parse(readFileSync(file, 'utf8')) as Document;
  return Object.entries(document.paths).flatMap(([at, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => [...new Set(factsOf(at, method, operation, document))]),
  );
}

/**
 * A change that breaks somebody: what was taken, given or open is not any more, or something is needed that was not. `then` are
 * the lines that were promised.
 */
export function broken(then: readonly string[], now: readonly string[]): string[] {
  const [before, after] = [new Set(then), new Set(now)];
  const operations = new Set(then.map(operationOf));
  const lost = then.filter((line) => kindOf(line) !== 'needs' && !after.has(line));
  const asked = now.filter(
    (line) =>
      kindOf(line) === 'needs' && operations.has(operationOf(line)) && !before.has(line) && isWithin(line, before),
  );
  return [...lost.map((line) => `lost: ${line}`), ...asked.map((line) => `new: ${line}`)];
}

/** Whether what is needed belongs to something that could be sent before: all that is new may need what it likes. */
function isWithin(line: string, before: ReadonlySet<string>): boolean {
  const [operation = '', , where = '', pointer = ''] = line.split(' ');
  if (!pointer.startsWith('/')) return true;
  const parent = pointer.slice(0, pointer.lastIndexOf('/'));
  return before.has(`${operation} takes ${where} ${parent} object`);
}

/** What the promise lacks: new operations whole, and of others what was added. What an operation needs is said once. */
export function grown(then: readonly string[], now: readonly string[]): string[] {
  const operations = new Set(then.map(operationOf));
  const known = new Set(then);
  return now.filter((line) => !known.has(line) && (kindOf(line) !== 'needs' || !operations.has(operationOf(line))));
}

const operationOf = (line: string): string => line.split(' ')[0] ?? '';
const kindOf = (line: string): string => line.split(' ')[1] ?? '';

function factsOf(at: string, method: string, operation: Operation, document: Document): string[] {
  const { operationId: id, security = [], parameters = [], requestBody, responses } = operation;
  const scopes = security.map((one) => `open ${Object.values(one).flat().join(',') || 'to everybody'}`);
  const asked = parameters.flatMap(({ name, in: place, required }) => [
    `takes ${place} ${name}`,
    ...(required === true && place !== 'path' ? [`needs ${place} ${name}`] : []),
  ]);
  const body = Object.entries(requestBody?.content ?? {}).flatMap(([type, { schema }]) =>
    members(schema, document).flatMap(({ pointer, what, isAlways }) => [
      `takes ${type} ${pointer} ${what}`,
      ...(isAlways ? [`needs ${type} ${pointer}`] : []),
    ]),
  );
  const answers = Object.entries(responses)
    .filter(([status]) => status < '400')
    .flatMap(([status, response]) => {
      const { content = {} } = resolved(response, document) as { content?: Contents };
      const said = Object.entries(content).flatMap(([type, { schema }]) => [
        `gives ${status} ${type}`,
        ...members(schema, document).flatMap(({ pointer, what, isAlways }) => [
          `gives ${status} ${type} ${pointer} ${what}`,
          ...(isAlways ? [`always ${status} ${type} ${pointer}`] : []),
        ]),
      ]);
      return [`gives ${status}`, ...said];
    });
  return [`is ${method} ${at}`, ...scopes, ...asked, ...body, ...answers].map((fact) => `${id} ${fact}`);
}

interface Member {
  readonly pointer: string;
  readonly what: string;
  /** Whether whatever holds it always has it. */
  readonly isAlways: boolean;
}

/** Every member of a schema, however deep: where it is, and what it can be. */
function members(schema: Schema | undefined, document: Document, at = '', open: readonly unknown[] = []): Member[] {
  const found = resolved(schema ?? {}, document);
  // A schema that holds itself says nothing new.
  if (open.includes(found)) return [];
  const within = [...open, found];
  const { type, enum: values, const: value, properties, items, anyOf, oneOf, additionalProperties, required } = found;
  const kinds = [type, ...((values ?? []) as unknown[]).map((one) => JSON.stringify(one))].filter(Boolean);
  const said = value === undefined ? kinds : [JSON.stringify(value)];
  const own = said.map((what) => ({ pointer: at, what: String(what), isAlways: false }));
  const always = new Set((required ?? []) as string[]);
  const inside = Object.entries((properties ?? {}) as Record<string, Schema>).flatMap(([name, member]) => {
    const pointer = `${at}/${name}`;
    const found = members(member, document, pointer, within);
    return found.map((one) => (one.pointer === pointer ? { ...one, isAlways: always.has(name) } : one));
  });
  const others = [
    ...(items ? members(items as Schema, document, `${at}/*`, within) : []),
    ...(typeof additionalProperties === 'object'
      ? members(additionalProperties as Schema, document, `${at}/~`, within)
      : []),
    ...([anyOf, oneOf] as (readonly Schema[] | undefined)[]).flatMap((some) =>
      (some ?? []).flatMap((one) => members(one, document, at, within)),
    ),
  ];
  return [...own, ...inside, ...others];
}

function resolved(schema: Schema, document: Document): Schema {
  const { $ref } = schema;
  if (typeof $ref !== 'string') return schema;
  const found = $ref
    .replace('#/', '')
    .split('/')
    .reduce<unknown>((value, name) => (value as Schema)[name], document);
  return resolved(found as Schema, document);
}
