import { querySchema, schemaOf } from './components';
import type { NamedOperation } from '../../shared/http/operations';
import type { Example } from '../../shared/http/describe/documented';
import { PATH_PARAMETERS } from '../../shared/http/describe/parameters';
import type { JsonSchema, Shape } from '../../shared/http/operation';
import { documentedPath } from './refusals';

/** What goes into a request: the parameters and the body, with the examples of each. */
export function requestOf(operation: NamedOperation): object {
  const parameters = [...pathParameters(operation), ...queryParameters(operation)];
  const body = bodyOf(operation);
  return { ...(parameters.length > 0 && { parameters }), ...(body && { requestBody: body }) };
}

function pathParameters(operation: NamedOperation): object[] {
  const path = documentedPath(operation);
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const known = PATH_PARAMETERS[name];
    if (!known) throw new Error(`parameters.ts does not know {${name}} in ${path}.`);
    const { example, ...rest } = known;
    return { name, in: 'path', required: true, ...rest, examples: { [name]: { value: example } } };
  });
}

function queryParameters({ query, examples }: NamedOperation): object[] {
  return Object.entries(query).map(([name, { description, schema: asked }]) => {
    const schema = querySchema(asked);
    const given = Object.entries(examples).flatMap(([example, { summary, status, query: sent = {} }]) =>
      sent[name] === undefined || status >= 400 ? [] : [[example, { summary, value: valueOf(sent[name], schema) }]],
    );
    return {
      name,
      in: 'query',
      description,
      schema,
      ...(given.length > 0 && { examples: Object.fromEntries(given) as object }),
    };
  });
}

function valueOf(sent: string, { type }: JsonSchema): string | number {
  return type === 'integer' ? Number(sent) : sent;
}

function bodyOf({ body, examples }: NamedOperation): object | undefined {
  if (!body) return undefined;
  const content = Object.entries(body.content).map(([type, shape]) => {
    const shown = examplesOf(examples, type, shape);
    return [type, { schema: schemaOf(shape), ...(shown && { examples: shown }) }];
  });
  const required = 'application/json' in body.content;
  return { description: body.description, required, content: Object.fromEntries(content) as object };
}

function examplesOf(examples: NamedOperation['examples'], type: string, shape: Shape): object | undefined {
  const shown = Object.entries(examples).flatMap(([name, example]) => {
    const value = sentAs(example, type, shape);
    return value === undefined ? [] : [[name, { summary: example.summary, value }]];
  });
  return shown.length > 0 ? (Object.fromEntries(shown) as object) : undefined;
}

/** What an example sends, where it does so by this media type. */
function sentAs({ json, form }: Example, type: string, shape: Shape): object | string | undefined {
  if (type === 'application/json') return json;
  if (type === 'text/plain') return json && JSON.stringify(json);
  return type === 'application/x-www-form-urlencoded' && form ? fieldsOf(form, shape) : undefined;
}

/** What may be there several times is a list. */
function fieldsOf(form: NonNullable<Example['form']>, shape: Shape): object {
  const { properties = {} } = shape as { properties?: Readonly<Record<string, JsonSchema>> };
  const valuesOf = (name: string): string[] => form.filter(([other]) => other === name).map(([, value]) => value);
  return Object.fromEntries(
    form.map(([name, value]) => [name, properties[name]?.['type'] === 'array' ? valuesOf(name) : value]),
  );
}
