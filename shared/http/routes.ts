import { OPERATIONS } from './operations';
import { methodsOf, type Operation } from './operation';

/** Where requests of some methods go. */
export interface Route extends Pick<Operation, 'path' | 'function' | 'scope' | 'throttle'> {
  readonly methods: ReturnType<typeof methodsOf>;
}

/**
 * Every HTTP route there is, as it follows from the operations: CDK deploys this table, the local gateway serves it, and
 * {@link FALLBACK_FUNCTION} answers whatever it does not name (404, or 405 with the methods that would do).
 */
export const ROUTES: readonly Route[] = OPERATIONS.map((operation) => ({
  methods: methodsOf(operation),
  path: operation.path,
  function: operation.function,
  ...(operation.scope && { scope: operation.scope }),
  ...(operation.throttle && { throttle: operation.throttle }),
}));

/** Answers every request that no route matches (API Gateway's `$default`). */
export const FALLBACK_FUNCTION = 'static';
