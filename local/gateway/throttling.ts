import { OPERATIONS } from '../../shared/http/operations';
import { LIMITS, limitsOfRoutes, type Limit } from '../../shared/http/throttles';

/** Whether a route lets one more request through now. */
export type Throttling = (routeKey: string) => boolean;

/** As API Gateway does it: each route has a bucket of so many tokens, which fills again at its rate. */
export function throttling(
  seconds: () => number = () => performance.now() / 1000,
  own: ReadonlyMap<string, Limit> = limitsOfRoutes(OPERATIONS),
  others: Limit = LIMITS.others,
): Throttling {
  const buckets = new Map<string, Bucket>();
  return (routeKey) => {
    const known = buckets.get(routeKey) ?? new Bucket(own.get(routeKey) ?? others, seconds());
    buckets.set(routeKey, known);
    return known.take(seconds());
  };
}

class Bucket {
  private tokens: number;

  constructor(
    private readonly limit: Limit,
    private filledAt: number,
  ) {
    this.tokens = limit.burstLimit;
  }

  take(now: number): boolean {
    const { rateLimit, burstLimit } = this.limit;
    this.tokens = Math.min(burstLimit, this.tokens + (now - this.filledAt) * rateLimit);
    this.filledAt = now;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }
}
