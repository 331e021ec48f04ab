import type * as z from '../../zod';
import type { Answer, Answers, JsonSchema, Operation, Shape } from '../operation';
import { request } from '../shapes/named';
import type { ProblemKey } from './problems';
import type { Tag } from './tags';

/** A request that a test sends word for word. What it is answered is recorded from there (`answers.json`). */
export interface Example {
  readonly summary: string;
  /** Besides those that every example has: a site, and a token that the test replaces by a real one. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: object;
  readonly form?: readonly (readonly [string, string])[];
  readonly status: number;
  /** Whether an access token goes along where it may be left out. @default whether the operation asks for one */
  readonly withToken?: boolean;
  /** @default true; false where the answer is too long to be looked at */
  readonly showsAnswer?: boolean;
}

interface OtherBody {
  readonly description: string;
  /** What is sent that is no JSON, by media type. */
  readonly content: Readonly<Record<string, JsonSchema>>;
}

/** A new member of a body without a word about it does not compile. */
interface JsonBody<B extends z.ZodMiniObject> extends Partial<OtherBody> {
  readonly description: string;
  /** The name of its schema, and what that is. */
  readonly name: string;
  readonly about: string;
  readonly members: { readonly [K in keyof B['shape']]: string };
}

interface CommonWords {
  readonly tag: Tag;
  readonly summary: string;
  /** CommonMark. */
  readonly description: string;
  readonly answers: Answers;
  /** Those besides what the shape of the operation brings along, see `refusals.ts`. */
  readonly problems?: readonly ProblemKey[];
  readonly examples: Readonly<Record<string, Example>>;
}

/** What is said of an operation to people; none of it is in a bundle. */
type Words<O extends Operation> = CommonWords &
  (O extends { readonly body: infer B extends z.ZodMiniObject }
    ? { readonly body: JsonBody<B> }
    : { readonly body?: OtherBody }) &
  (O extends { readonly query: infer Q } ? { readonly query: { readonly [K in keyof Q]: string } } : object);

export interface RequestBody {
  readonly description: string;
  readonly content: Readonly<Record<string, Shape>>;
}

/** An operation with all that is said of it. */
export interface Documented extends Omit<Operation, 'answers' | 'body' | 'query'>, CommonWords {
  readonly query: Readonly<Record<string, { readonly description: string; readonly schema: z.ZodMiniType }>>;
  readonly body?: RequestBody | undefined;
}

export function documented<O extends Operation>(described: O, words: Words<O>): Documented {
  const { query = {}, body, ...rest } = words as CommonWords & LooseWords;
  const asked = Object.entries(described.query ?? {});
  return {
    ...described,
    ...rest,
    query: Object.fromEntries(asked.map(([name, schema]) => [name, { description: query[name] ?? '', schema }])),
    body: body && bodyOf(described, body),
  };
}

interface LooseWords {
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: OtherBody | (JsonBody<z.ZodMiniObject> & Partial<OtherBody>);
}

function bodyOf({ body: schema }: Operation, words: NonNullable<LooseWords['body']>): RequestBody {
  const { description, content = {} } = words;
  if (!schema || !('members' in words)) return { description, content };
  const json = request(words.name, schema, words.about, words.members);
  return { description, content: { 'application/json': json, ...content } };
}

/** A page for a person, which the link in a mail leads to. */
export const PAGE: JsonSchema = { type: 'string', description: 'A page for a person, in German or English.' };
export const TEXT: JsonSchema = { type: 'string' };
export const BYTES: JsonSchema = { type: 'string', format: 'binary' };

/** An answer that is a page. */
export function page(description: string): Answer {
  return { description, content: { 'text/html': PAGE } };
}

export const NOT_OURS: Answer = {
  description: 'A page: the link is none of ours, or was cut off.',
  content: { 'text/html': PAGE },
};

/** An answer of JSON alone. */
export function json<S extends Shape>(
  description: string,
  shape: S,
): { readonly description: string; readonly content: { readonly 'application/json': S } } {
  return { description, content: { 'application/json': shape } };
}
