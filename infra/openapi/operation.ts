import type * as z from '../../shared/zod';
import type { Scope } from '../../shared/http/routes';
import type { ProblemKey } from './problems';
import type { Tag } from './tags';

/** JSON Schema 2020-12, as OpenAPI 3.1 has it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A parameter of a path or a query. */
export interface Parameter {
  readonly description: string;
  readonly schema: JsonSchema;
}

/** Said by a schema that the code checks by, or that a test checks answers by; or by one of JSON Schema alone. */
export type Shape = z.ZodMiniType | JsonSchema;

export interface RequestBody {
  readonly description: string;
  /** Media type -> what is sent. */
  readonly content: Readonly<Record<string, Shape>>;
}

export interface Answer {
  readonly status: number;
  readonly description: string;
  /** Media type -> what comes; without it the answer has no body. */
  readonly content?: Readonly<Record<string, Shape>>;
  /** Name -> what it says. */
  readonly headers?: Readonly<Record<string, string>>;
}

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

/** What one may do at an address. */
export interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'POST';
  /** As `shared/http/routes.ts` has it, which says what scope it needs, too. */
  readonly path: string;
  readonly tag: Tag;
  readonly summary: string;
  /** CommonMark. */
  readonly description: string;
  /** An access token with this scope may go along, and need not. */
  readonly optionalScope?: Scope;
  readonly query?: Readonly<Record<string, Parameter>>;
  readonly body?: RequestBody;
  readonly answers: readonly Answer[];
  /** Those besides what the shape of the operation brings along, see `refusals.ts`. */
  readonly problems?: readonly ProblemKey[];
  readonly examples: Readonly<Record<string, Example>>;
}

export const PAGE: JsonSchema = { type: 'string', description: 'A page for a person, in German or English.' };
export const TEXT: JsonSchema = { type: 'string' };
export const BYTES: JsonSchema = { type: 'string', format: 'binary' };
