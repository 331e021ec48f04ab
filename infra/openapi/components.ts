import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toJSONSchema } from 'zod/v4/core';
import type * as z from '../../shared/zod';
import type { JsonSchema, Shape } from '../../shared/http/operation';
import { ANSWERS, MEANT, NAMINGS, REQUESTS } from '../../shared/http/shapes/named';

type Schemas = Readonly<Record<string, JsonSchema>>;
type Draft = Record<string, unknown>;

const EVIDENCE = path.join(__dirname, '..', '..', 'docs', 'evidence-bundle.schema.json');

const refTo = (name: string): string => `#/components/schemas/${name}`;

/** What a media type holds: a reference to a schema that has a name, or a schema as it is. */
export function schemaOf(shape: Shape): JsonSchema {
  if (!('_zod' in shape)) return shape;
  const naming = ANSWERS.get(shape as z.ZodMiniType) ?? REQUESTS.get(shape as z.ZodMiniType);
  if (!naming) throw new Error('A schema of zod needs a name, see shared/http/shapes/named.ts.');
  return { $ref: refTo(naming.id) };
}

/** What a parameter of a query may be. */
export function querySchema(schema: z.ZodMiniType): JsonSchema {
  const { $schema: _, ...json } = toJSONSchema(schema, { io: 'input', override: readable });
  return json;
}

/** Every schema that has a name. */
export function componentSchemas(): Schemas {
  const schemas = { ...schemasIn(REQUESTS, 'input'), ...schemasIn(ANSWERS, 'output'), ...evidenceSchemas() };
  return Object.fromEntries(Object.entries(schemas).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function schemasIn(registry: typeof ANSWERS, io: 'input' | 'output'): Schemas {
  const { schemas } = toJSONSchema(registry, { io, uri: refTo, override: io === 'input' ? readable : open });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => {
      const { description, members = {} } = NAMINGS.get(id) ?? {};
      return [id, { description, ...schema, ...describedMembers(schema, members) }];
    }),
  );
}

function describedMembers({ properties }: Draft, words: Readonly<Record<string, string>>): object {
  if (typeof properties !== 'object' || properties === null) return {};
  const described = Object.entries(properties).map(([name, schema]) => [
    name,
    words[name] === undefined ? (schema as object) : { description: words[name], ...(schema as object) },
  ]);
  return { properties: Object.fromEntries(described) as object };
}

interface Context {
  readonly zodSchema: unknown;
  readonly jsonSchema: Draft;
}

/** Says what the format says already no second time, looks through a pipe at what comes out of it, and names what is meant. */
function readable({ zodSchema, jsonSchema }: Context): void {
  const meant = MEANT.get(zodSchema as z.ZodMiniType);
  if (meant) {
    for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
    jsonSchema['$ref'] = refTo(meant.as);
    return;
  }
  const { def } = (zodSchema as z.ZodMiniType)._zod;
  if (def.type === 'pipe') {
    const { $schema: _, ...out } = toJSONSchema((def as unknown as { out: z.ZodMiniType }).out, { io: 'input' });
    Object.assign(jsonSchema, out);
  }
  if (jsonSchema['format'] !== undefined) delete jsonSchema['pattern'];
  if (isAnyText(jsonSchema['propertyNames'])) delete jsonSchema['propertyNames'];
  if (jsonSchema['minimum'] === Number.MIN_SAFE_INTEGER) delete jsonSchema['minimum'];
  if (jsonSchema['maximum'] === Number.MAX_SAFE_INTEGER) delete jsonSchema['maximum'];
}

const isAnyText = (names: unknown): boolean => JSON.stringify(names) === '{"type":"string"}';

/** Answers may say more one day; whoever reads them has to pass over what they do not know. */
function open(context: Context): void {
  readable(context);
  if (context.jsonSchema['additionalProperties'] === false) delete context.jsonSchema['additionalProperties'];
}

/** The schema of evidence files is the one that is published with their format. */
function evidenceSchemas(): Schemas {
  const nameOf = (name: string): string => `Evidence${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const file = readFileSync(EVIDENCE, 'utf8').replace(
    /"#\/\$defs\/(\w+)"/g,
    (_, name: string) => `"${refTo(nameOf(name))}"`,
  );
  const { $schema: _, $id: __, $defs, ...bundle } = JSON.parse(file) as Draft & { readonly $defs: Schemas };
  const others = Object.entries($defs).map(([name, schema]) => [nameOf(name), schema]);
  return { EvidenceBundle: bundle, ...(Object.fromEntries(others) as Schemas) };
}
