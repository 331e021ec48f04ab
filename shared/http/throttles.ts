import type { Operation, Throttle } from './operation';

/** What a route lets through, all callers together. */
export interface Limit {
  /** Requests per second. */
  readonly rateLimit: number;
  /** How many at once, before that counts. */
  readonly burstLimit: number;
}

/**
 * The limits that a deployment has unless it says otherwise; the local gateway has them, too. Each route has a budget of its own,
 * so none can use up another's. All of them together stay below what an account lets through by default, so that nothing is left
 * for one to take from another there either.
 */
export const LIMITS: Readonly<Record<Throttle | 'others' | 'noRoute', Limit>> = {
  // The last to be limited: who leaves must get through whatever else is going on.
  leaving: { rateLimit: 1000, burstLimit: 2000 },
  byLink: { rateLimit: 300, burstLimit: 600 },
  signUp: { rateLimit: 20, burstLimit: 40 },
  lists: { rateLimit: 10, burstLimit: 20 },
  audience: { rateLimit: 20, burstLimit: 40 },
  permissions: { rateLimit: 50, burstLimit: 100 },
  desk: { rateLimit: 20, burstLimit: 40 },
  others: { rateLimit: 80, burstLimit: 160 },
  // Nobody needs what is not there.
  noRoute: { rateLimit: 20, burstLimit: 40 },
};

export type Limits = typeof LIMITS;

/** The routes that have another limit than `others`, by the names that API Gateway gives them. */
export function limitsOfRoutes(
  operations: readonly Pick<Operation, 'method' | 'path' | 'throttle'>[],
  limits: Limits = LIMITS,
): ReadonlyMap<string, Limit> {
  const own = operations.flatMap(({ method, path, throttle }) =>
    throttle ? [[`${method} ${path}`, limits[throttle]] as const] : [],
  );
  return new Map([...own, ['$default', limits.noRoute]]);
}
