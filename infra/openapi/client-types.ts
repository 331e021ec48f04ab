import type { JsonSchema } from '../../shared/http/operation';

/** The parts of an OpenAPI document that the client has types of. */
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

interface DocumentedOperation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

type Content = Readonly<Record<string, { readonly schema: JsonSchema }>>;

/** TypeScript for the client: every schema that has a name, and what each operation is sent and answers as JSON. */
export function clientTypes({ paths, components }: Document): string {
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  const schemas = Object.entries(components.schemas).map(([name, schema]) => member(name, schema, true));
  const calls = operations.map((operation) => `${operation.operationId}: ${callOf(operation)};`);
  return [
    `/** What the ledger takes and answers, by name. */\nexport interface Schemas ${block(schemas)}`,
    `/** What each operation is sent and answers, as JSON. */\nexport interface Operations ${block(calls)}`,
  ].join('\n\n');
}

function callOf({ requestBody, responses }: DocumentedOperation): string {
  const sent = requestBody?.content['application/json'];
  const answers = Object.entries(responses).flatMap(([status, { content }]) => {
    const json = content?.['application/json'];
    return json && Number(status) < 400 ? [`${status}: ${typeOf(json.schema)};`] : [];
  });
  return block([...(sent ? [`sent: ${typeOf(sent.schema)};`] : []), `answers: ${block(answers)};`]);
}

/** A member of an object, with what its description says. */
function member(name: string, schema: JsonSchema, isRequired: boolean): string {
  const { description } = schema;
  const words = typeof description === 'string' ? `/** ${description.replace(/\*\//g, '*\\/')} */\n` : '';
  return `${words}${/^[a-zA-Z]\w*$/.test(name) ? name : `'${name}'`}${isRequired ? '' : '?'}: ${typeOf(schema)};`;
}

function block(lines: readonly string[]): string {
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n').replace(/^/gm, '  ')}\n}`;
}

function typeOf(schema: JsonSchema): string {
  const { $ref, const: constant, enum: values, anyOf, oneOf = anyOf, type } = schema;
  if (typeof $ref === 'string') return `Schemas['${$ref.split('/').at(-1)}']`;
  if (constant !== undefined) return JSON.stringify(constant);
  if (values) return union((values as unknown[]).map((value) => JSON.stringify(value)));
  if (oneOf) return union((oneOf as JsonSchema[]).map(typeOf));
  if (Array.isArray(type)) return union((type as string[]).map((one) => typeOf({ ...schema, type: one })));
  if (type === 'array') return `(${typeOf((schema['items'] ?? {}) as JsonSchema)})[]`;
  if (type === 'object') return objectOf(schema);
  return PLAIN[String(type)] ?? 'unknown';
}

const PLAIN: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
};

const union = (types: readonly string[]): string => types.join(' | ');

/** Members may be added to answers one day; only what is said to be in them has a type. */
function objectOf({ properties = {}, required = [], additionalProperties }: JsonSchema): string {
  const members = Object.entries(properties as Readonly<Record<string, JsonSchema>>).map(([name, schema]) =>
    member(name, schema, (required as string[]).includes(name)),
  );
  if (members.length > 0) return block(members);
  const others = typeof additionalProperties === 'object' ? typeOf(additionalProperties as JsonSchema) : 'unknown';
  return `{ [key: string]: ${others} }`;
}
