import type { Site } from '../policy/schema';
import type { Operator } from '../consent/entry';
import { logger } from '../logger';
import { findSite } from '../policy/sites';
import type * as z from '../zod';
import { answersOf, type Answered, type Answering } from './answering';
import { readJson, validate } from './body';
import { grantsOf, requireGrant, requireProcessor, type Claims, type Grant, type Guard } from './grants';
import { httpFunction, type HttpHandler } from './http-function';
import { methodsOf, type Guarded, type Operation, type Scope, type SignedIn, type Unguarded } from './operation';
import { operatorOf } from './operator';
import { Problem, unknownSite } from './problem';
import type { HttpRequest } from './request';
import type { HttpResponse } from './response';

/** The names in braces of a path. */
type Names<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

type Read<Schema> = Schema extends z.ZodMiniType ? z.output<Schema> : undefined;

/** A call of an operation, read as its contract says. */
export interface Call<O extends Operation> {
  readonly site: Site;
  readonly params: Readonly<Record<Names<O['path']>, string>>;
  readonly query: { readonly [K in keyof O['query']]: Read<O['query'][K]> };
  readonly body: Read<O['body']>;
  /** Who calls. */
  readonly operator: Operator;
  /** Whether the token is good for something else at this site, too. */
  readonly may: (scope: Scope) => boolean;
  readonly now: Date;
  /** For what no contract says, such as `Accept`. */
  readonly request: HttpRequest;
}

type Handle<O extends Operation> = (call: Call<O>, answer: Answering<O>) => Answered | Promise<Answered>;

/** What is done when one of some routes is called. */
interface Served {
  /** As API Gateway names them: `POST /confirm/{token}`, or `$default`. */
  readonly routes: readonly string[];
  readonly handle: (guard: Guard, request: HttpRequest) => HttpResponse | Promise<HttpResponse>;
}

/**
 * Has an operation of operators done by `handle`, which has to answer as its contract says. Here, and nowhere else, it is decided
 * whether the access token is good for it: `handle` is not called otherwise.
 */
export function on<O extends Guarded>(operation: O, handle: Handle<O>): Served {
  return {
    routes: routesOf(operation),
    handle: (guard, request) => handle(readCall(guard, operation, request) as unknown as Call<O>, answersOf(operation)),
  };
}

/** A call about nobody but whoever calls. */
export interface OwnCall {
  readonly operator: Operator;
  readonly claims: Claims;
  /** Everything that the token is good for. */
  readonly grants: readonly Grant[];
  readonly now: Date;
  readonly request: HttpRequest;
}

/** Has an operation done that asks for a good token, and for nothing that it is good for. */
export function onSignedIn<O extends SignedIn>(
  operation: O,
  handle: (call: OwnCall, answer: Answering<O>) => Promise<Answered>,
): Served {
  return {
    routes: routesOf(operation),
    handle: ({ sites, claimNames }, request) => {
      const { claims = {}, routeKey } = request;
      const operator = operatorOf(claims);
      noteCall(routeKey, operator);
      const grants = grantsOf(claims, claimNames, sites);
      return handle({ operator, claims, grants, now: new Date(), request }, answersOf(operation));
    },
  };
}

/** Leaves in the log who called what. */
function noteCall(routeKey: string, { id, client }: Operator, site?: string): void {
  const at = site === undefined ? {} : { site };
  logger.info('called', { routeKey, ...at, operator: id, ...(client !== undefined && { client }) });
}

/** Has an operation done that anybody may call: the call is read, and answered, by `handle`. */
export function onAnybody(operation: Unguarded, handle: HttpHandler): Served {
  return { routes: routesOf(operation), handle: (_, request) => handle(request) };
}

/** Has `handle` answer what no operation does. */
export function onNoRoute(handle: HttpHandler): Served {
  return { routes: ['$default'], handle: (_, request) => handle(request) };
}

const routesOf = (operation: Operation): string[] =>
  methodsOf(operation).map((method) => `${method} ${operation.path}`);

/** A Lambda function that answers these operations. What it throws becomes a problem, see {@link httpFunction}. */
export function serve(guard: Guard, ...served: readonly Served[]) {
  const byRoute = new Map(served.flatMap((one) => one.routes.map((route) => [route, one] as const)));
  return httpFunction((request) => byRoute.get(request.routeKey)!.handle(guard, request));
}

/**
 * @throws {Problem} where the site is not there, the token is not good for this, or something is not as the contract says; nothing
 * was read or written yet
 */
function readCall(guard: Guard, operation: Guarded, request: HttpRequest): Call<Operation> {
  const { query = {}, body: schema, processorIn } = operation;
  const { params, routeKey, claims = {} } = request;
  const site = findSite(guard.sites, params['site']);
  if (!site) throw unknownSite();
  const operator = operatorOf(claims);
  noteCall(routeKey, operator, site.id);
  const needed = { scope: operation.scope, site };
  const grants = requireGrant(guard, claims, needed);
  refuseOthers(request.query, query);
  const body = schema && validate(schema, readJson(request));
  if (processorIn !== undefined) requireProcessor(grants, needed, (body as Record<string, unknown>)[processorIn]);
  return {
    site,
    params,
    query: Object.fromEntries(Object.entries(query).map(([name, schema]) => [name, readQuery(request, name, schema)])),
    body,
    operator,
    may: (scope) =>
      grantsOf(claims, guard.claimNames, guard.sites).some((grant) => grant.scope === scope && grant.site === site.id),
    now: new Date(),
    request,
  };
}

/** Of a parameter that is misspelt nothing would be seen, but that a list is longer than it was meant to be, or shorter. */
function refuseOthers(sent: HttpRequest['query'], known: object): void {
  const other = Object.keys(sent).find((name) => !Object.hasOwn(known, name));
  if (other !== undefined)
    throw new Problem(400, 'parameter', `There is no parameter "${other}" here. Check its spelling.`);
}

function readQuery({ query }: HttpRequest, name: string, schema: z.ZodMiniType): unknown {
  const read = schema.safeParse(query[name]);
  if (read.success) return read.data;
  throw new Problem(400, name, read.error.issues[0]?.message ?? '');
}
