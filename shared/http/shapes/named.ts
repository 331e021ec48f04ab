import * as z from '../../zod';

export interface Naming {
  readonly id: string;
  readonly description: string;
  /** What the members mean, where the schema itself does not say so. */
  readonly members?: Readonly<Record<string, string>>;
}

/** What callers send, as the functions check it. */
export const REQUESTS = z.registry<Naming>();

/** What they are answered, as `test/openapi` checks it. */
export const ANSWERS = z.registry<Naming>();

/** By id, what was said of each. */
export const NAMINGS = new Map<string, Naming>();

function name(registry: typeof ANSWERS, schema: z.ZodMiniType, naming: Naming): void {
  registry.add(schema, naming);
  NAMINGS.set(naming.id, naming);
}

/**
 * Gives a schema that a function checks its body by a name, and says what each member is for: a new one without a word about
 * it does not compile.
 */
export function request<S extends z.ZodMiniObject>(
  id: string,
  schema: S,
  description: string,
  members: { readonly [K in keyof S['shape']]: string },
): S {
  name(REQUESTS, schema, { id, description, members });
  return schema;
}

/** Gives a schema of answers a name. */
export function answer<S extends z.ZodMiniType>(id: string, schema: S, description: string): S {
  name(ANSWERS, schema, { id, description });
  return schema;
}

/** A member of an answer, with a word about it. */
export function said<S extends z.ZodMiniType>(schema: S, description: string): S {
  return schema.check(z.describe(description));
}

/** Schemas that take more than they are meant for, as what they hold is checked later. */
export const MEANT = z.registry<{ readonly as: string }>();

/** Documents a schema as another one, by the name of that: it is checked against it piece by piece, and not with the whole. */
export function documentedAs(schema: z.ZodMiniType, name: string): void {
  MEANT.add(schema, { as: name });
}
