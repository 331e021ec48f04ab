import { runReplay, type Replay, type ReplayState } from '../../cli/replay/run';
import type { Lack } from '../../cli/derived/person';
import { sites } from '../../examples/sites';
import type { ConsumerName } from '../../shared/consent/steps/step-type';
import { findSite } from '../../shared/policy/sites';
import { journey } from '../integration/journey';
import { tellConsumer, tokenOf, type World } from '../integration/world';
import { newsWithout } from './outages';

export const progress = { begin: () => undefined, advance: () => undefined, end: () => undefined };

export function taskOf(
  { deps }: Pick<World, 'deps'>,
  consumer: ConsumerName,
  tell: (lacks: readonly Lack[]) => Promise<void>,
): Replay {
  const { ledger, vault, audience } = deps;
  const all = { only: undefined, since: new Date(0), now: () => new Date() };
  return { ledger, vault, audience, consumer, ...all, siteOf: (id) => findSite(sites, id), tell };
}

/** What a replay finds; what it tells, it tells the functions themselves, as often as asked. */
export async function replayOf(world: World, consumer: ConsumerName, times = 1): Promise<Lack[]> {
  const told: Lack[] = [];
  const task = taskOf(world, consumer, async (lacks) => {
    told.push(...lacks);
    for (let n = 0; n < times; n++) for (const lack of lacks) await tellOf(lack);
  });
  const run = { begun: undefined as ReplayState | undefined, reached: () => Promise.resolve(), progress, pageSize: 7 };
  await runReplay(task, run);
  return told;
}

/** As a queue does. */
async function tellOf({ consumer, site, subject, seq }: Lack): Promise<void> {
  await tellConsumer(consumer, { site, subject, seq: seq as number });
}

export const codes = (lacks: readonly Lack[]): string[] => lacks.map(({ code }) => code).sort();

/** Two who are in, one who left, and one who is being asked. */
export async function people(world: World) {
  const tell = newsWithout(world, []);
  const [anna, ben, carla, dora] = ['anna', 'ben', 'carla', 'dora'].map((name) =>
    journey(world, tell, `${name}@example.com`),
  );
  for (const person of [anna!, ben!, carla!]) {
    await person.signUp();
    expect((await person.press(await person.token('confirm'))).statusCode).toBe(200);
    await tell();
    world.advance('PT1S');
  }
  const token = tokenOf((await world.mails(carla!.email))[0], 'unsubscribe');
  await world.call('unsubscribe', 'unsubscribe-button', { params: { token } });
  await dora!.signUp();
  await tell();
  world.advance('PT16M');
  return { anna: anna!, ben: ben!, carla: carla!, dora: dora!, tell };
}
