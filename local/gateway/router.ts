import { FALLBACK_FUNCTION, ROUTES, type Route } from '../../shared/http/routes';

/** Where a request goes, as API Gateway names it. */
export interface Match {
  readonly function: string;
  /** `POST /confirm/{token}`, or `$default`. */
  readonly routeKey: string;
  readonly pathParameters?: Readonly<Record<string, string>>;
  readonly scope?: Route['scope'];
}

/** The route that answers; the fallback where none does. `path` is decoded, as API Gateway matches it. */
export function route(method: string, path: string): Match {
  for (const candidate of ROUTES) {
    if (!candidate.methods.some((allowed) => allowed === method)) continue;
    const pathParameters = parametersOf(candidate.path, path);
    if (pathParameters) return matchOf(candidate, method, pathParameters);
  }
  return { function: FALLBACK_FUNCTION, routeKey: '$default' };
}

function matchOf(candidate: Route, method: string, pathParameters: Record<string, string>): Match {
  const { function: name, path, scope } = candidate;
  return { function: name, routeKey: `${method} ${path}`, pathParameters, scope };
}

/** What a path has in the place of the parameters of a route's; undefined where it is no such path. */
export function parametersOf(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const isGreedy = pattern.endsWith('+}');
  const given = isGreedy ? withRest(path.split('/'), wanted.length) : path.split('/');
  if (wanted.length !== given.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? '';
    const name = /^\{(.+?)\+?\}$/.exec(segment)?.[1];
    if (name === undefined ? segment !== value : value === '') return undefined;
    if (name !== undefined) parameters[name] = value;
  }
  return parameters;
}

/** The segments of a path of which the last takes all that are left. */
function withRest(segments: readonly string[], count: number): string[] {
  return segments.length < count
    ? [...segments]
    : [...segments.slice(0, count - 1), segments.slice(count - 1).join('/')];
}
