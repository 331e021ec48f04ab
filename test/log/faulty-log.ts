import type { LogStore } from '../../shared/log/store';

type Outcome = 'not saved' | 'saved';

/** A log's store whose nth call (0 for the first) fails, having done what it was asked to or not. */
export function faultyLog(store: LogStore, nth: number, outcome: Outcome): { store: LogStore; fired: () => boolean } {
  let calls = 0;
  let fired = false;
  const handler: ProxyHandler<LogStore> = {
    get(target, name) {
      const method = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>;
      return async (...args: unknown[]): Promise<unknown> => {
        if (calls++ !== nth) return method.apply(target, args);
        fired = true;
        if (outcome === 'saved') await method.apply(target, args);
        throw new Error('injected');
      };
    },
  };
  return { store: new Proxy(store, handler), fired: () => fired };
}
