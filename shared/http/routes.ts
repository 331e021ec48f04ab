import { OPERATIONS } from './operations';
import type { Operation } from './operation';

/** Where requests of some methods go. */
export interface Route extends Pick<Operation, 'path' | 'function' | 'scope' | 'throttle'> {
  readonly methods: readonly ('GET' | 'HEAD' | 'POST' | 'OPTIONS')[];
}

/**
 * Every HTTP route there is, as it follows from the operations: CDK deploys this table, the local gateway serves it, and
 * `functions/public/fallback.ts` answers whatever it does not name (404, or 405 with the methods that would do).
 */
export const ROUTES: readonly Route[] = OPERATIONS.map(({ method, cors, path, scope, throttle, ...operation }) => ({
  methods: [method, ...(method === 'GET' && !scope ? ['HEAD' as const] : []), ...(cors ? ['OPTIONS' as const] : [])],
  path,
  function: operation.function,
  ...(scope && { scope }),
  ...(throttle && { throttle }),
}));

/** Answers every request that no route matches (API Gateway's `$default`). */
export const FALLBACK_FUNCTION = 'fallback';
