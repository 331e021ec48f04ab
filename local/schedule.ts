import type { Base } from './base';
import type { Functions } from './lambda/functions';
import { Loop } from './loop';
import { put } from './queues/store';

const HOUR_MS = 60 * 60 * 1000;

/** The functions that EventBridge invokes by itself, and how often. */
const SCHEDULES = {
  archive: HOUR_MS,
  witness: 60 * 1000,
  'ask-tools': HOUR_MS,
  review: 24 * HOUR_MS,
  'case-watch': 24 * HOUR_MS,
} as const;

/**
 * Invokes what runs by the clock, on the stack's clock. However far that is moved, what was missed is made up for by
 * one run; so it is after a restart.
 */
export function startSchedule(base: Base, functions: Functions, hasWitnesses: boolean): { readonly wake: () => void } {
  const wanted = Object.entries(SCHEDULES).filter(([name]) => hasWitnesses || name !== 'witness');
  const loops = wanted.map(([name, every]) => scheduled(name, every, base, functions).start());
  base.shutdown.add(() => Promise.all(loops.map((loop) => loop.stop())));
  return { wake: () => loops.forEach((loop) => loop.wake()) };
}

function scheduled(name: string, every: number, { store, clock, report }: Base, functions: Functions): Loop {
  const key = `schedule#${name}`;
  return new Loop(`schedule ${name}`, report, async () => {
    const now = clock.now().getTime();
    const next = (await store.get<number>(key)) ?? (await schedule(now));
    if (now < next) return next - now;
    // The run after this one is as much later also when it fails; the function's own log has said so.
    await functions
      .get(name)
      ?.invoke({})
      .catch(() => undefined);
    await schedule(now);
    return every;
  });

  async function schedule(from: number): Promise<number> {
    await store.write([put(key, from + every)]);
    return from + every;
  }
}
