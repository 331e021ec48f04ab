import type { Site } from '../policy/schema';
import { findSite, type Sites } from '../policy/sites';
import type * as z from '../zod';
import { answersOf, type Answered, type Answering } from './answering';
import { readJson, validate } from './body';
import { httpFunction, type HttpHandler } from './http-function';
import { methodsOf, type Operation } from './operation';
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
  /** Who calls: the `sub` of the access token. */
  readonly operator: string;
  readonly now: Date;
  /** For what no contract says, such as `Accept`. */
  readonly request: HttpRequest;
}

type Handle<O extends Operation> = (call: Call<O>, answer: Answering<O>) => Answered | Promise<Answered>;

/** What is done when one of some routes is called. */
interface Served {
  /** As API Gateway names them: `POST /confirm/{token}`, or `$default`. */
  readonly routes: readonly string[];
  readonly handle: (sites: Sites, request: HttpRequest) => HttpResponse | Promise<HttpResponse>;
}

/** Has an operation of a site done by `handle`, which has to answer as its contract says. */
export function on<O extends Operation>(operation: O, handle: Handle<O>): Served {
  return {
    routes: routesOf(operation),
    handle: (sites, request) => handle(readCall(sites, operation, request) as unknown as Call<O>, answersOf(operation)),
  };
}

/** Has an operation done that is no JSON of an operator's: the call is read, and answered, by `handle`. */
export function onAnybody(operation: Operation, handle: HttpHandler): Served {
  return { routes: routesOf(operation), handle: (_, request) => handle(request) };
}

/** Has `handle` answer what no operation does. */
export function onNoRoute(handle: HttpHandler): Served {
  return { routes: ['$default'], handle: (_, request) => handle(request) };
}

const routesOf = (operation: Operation): string[] =>
  methodsOf(operation).map((method) => `${method} ${operation.path}`);

/** A Lambda function that answers these operations. What it throws becomes a problem, see {@link httpFunction}. */
export function serve(sites: Sites, ...served: readonly Served[]) {
  const byRoute = new Map(served.flatMap((one) => one.routes.map((route) => [route, one] as const)));
  return httpFunction((request) => byRoute.get(request.routeKey)!.handle(sites, request));
}

/** @throws {Problem} where the site is not there, or something is not as the contract says; nothing was read or written yet */
function readCall(sites: Sites, { query = {}, body }: Operation, request: HttpRequest): Call<Operation> {
  const { params, operator } = request;
  const site = findSite(sites, params['site']);
  if (!site) throw unknownSite();
  if (operator === undefined) throw new Problem(401, 'token', 'The access token does not say whose it is (sub).');
  return {
    site,
    params,
    query: Object.fromEntries(Object.entries(query).map(([name, schema]) => [name, readQuery(request, name, schema)])),
    body: body && validate(body, readJson(request)),
    operator,
    now: new Date(),
    request,
  };
}

function readQuery({ query }: HttpRequest, name: string, schema: z.ZodMiniType): unknown {
  const read = schema.safeParse(query[name]);
  if (read.success) return read.data;
  throw new Problem(400, name, read.error.issues[0]?.message ?? '');
}
