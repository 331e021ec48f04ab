import type * as z from '../zod';

/** What an operator's access token may be good for. */
export const SCOPES = [
  ...([
    'signup:write',
    'audience:read',
    'activity:write',
    'person:read',
    'confirmation:send',
    'evidence:read',
    'evidence:write',
    'processor:write',
  ] as const),
] as const;
export type Scope = (typeof SCOPES)[number];

/** In place of a scope: whoever has a good token may call, and hears of nobody but themselves. */
export const SIGNED_IN = 'signed-in';

/**
 * What has a limit of requests of its own: sign-ups, as each can send a mail; lists, as each answer is long; the audience, which is
 * the longest list and is fetched in segments side by side; permissions, as whoever may call it could try addresses, one after the
 * other; what few people ask for by hand; and, far above all others, withdrawals and whatever else a person says by the link in a mail.
 */
export type Throttle = 'signUp' | 'lists' | 'audience' | 'permissions' | 'desk' | 'leaving' | 'byLink';

/** JSON Schema 2020-12, as OpenAPI 3.1 has it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A schema of zod; or of JSON Schema alone, for what no code checks. */
export type Shape = z.ZodMiniType | JsonSchema;

export interface Answer {
  readonly description: string;
  /** Media type -> what comes; without it the answer has no body. */
  readonly content?: Readonly<Record<string, Shape>>;
  /** Name -> what it says. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** By status. */
export type Answers = Readonly<Record<number, Answer>>;

/** What one may do at an address: all that a function has to know of it. */
export interface Operation {
  readonly method: 'GET' | 'POST';
  /** API Gateway syntax: `{name}` is one path segment, `{name+}` all that are left. */
  readonly path: string;
  /** The function that answers, by its name in `functions/`. */
  readonly function: string;
  /** Without it anybody may call; with it an access token has to be good for this scope at the site of the path. */
  readonly scope?: Scope | typeof SIGNED_IN;
  /** An access token with this scope at the site of the path may go along, and need not. */
  readonly optionalScope?: Scope;
  /** The member of the body that names the processor in whose name is spoken: the token has to name it, too. */
  readonly processorIn?: string;
  readonly throttle?: Throttle;
  /** Whether pages of other origins may call it: the function answers their preflights. */
  readonly cors?: true;
  readonly query?: Readonly<Record<string, z.ZodMiniType>>;
  /** What is sent as JSON. */
  readonly body?: z.ZodMiniObject;
  /** See {@link typed}. */
  readonly answers: () => () => Answers;
}

/** Says for which site an access token has to be good: every operation with a scope is about one site, and its path names it. */
type AtSite = { readonly path: `/v1/sites/{site}/${string}` };

/** An operation that asks for an access token. */
export type Guarded = Operation & AtSite & { readonly scope: Scope };

/** An operation that asks for an access token, whatever that is good for. */
export type SignedIn = Operation & { readonly scope: typeof SIGNED_IN };

/** An operation that anybody may call. */
export type Unguarded = Operation & { readonly scope?: undefined };

type Permitted =
  | { readonly scope: typeof SIGNED_IN; readonly optionalScope?: undefined }
  | { readonly scope?: undefined; readonly optionalScope?: undefined }
  | (AtSite & { readonly scope?: undefined; readonly optionalScope: Scope })
  | (AtSite & { readonly scope: Exclude<Scope, 'processor:write'> })
  | (AtSite & { readonly scope: 'processor:write'; readonly processorIn: string });

/** One operation, as its function, the gateway, the documentation and the client take it. */
export function operation<const O extends Operation & Permitted>(described: O): O {
  return described;
}

/** What a route for it takes: a `GET` that anybody may send is also a `HEAD`, and pages of other origins ask first. */
export function methodsOf({
  method,
  scope,
  cors,
}: Pick<Operation, 'method' | 'scope' | 'cors'>): readonly ('GET' | 'HEAD' | 'POST' | 'OPTIONS')[] {
  return [method, ...(method === 'GET' && !scope ? ['HEAD' as const] : []), ...(cors ? ['OPTIONS' as const] : [])];
}

/**
 * Carries the type of the answers, and not the answers: no function checks what it answers, so their schemas and words stay out of
 * the bundles. Written `answers: typed<typeof answers>`; never called.
 */
export const typed = <T>(): T => undefined as T;
