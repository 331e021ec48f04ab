import { asSubject } from '../ids';
import { findSite } from '../../shared/policy/sites';
import { sites } from '../../examples/sites';
import type { Entry } from '../../shared/consent/entry';
import { fold, purposesInForce } from '../../shared/consent/fold';
import { applyEnds } from '../../shared/ledger/ends';
import type { Site } from '../../shared/policy/schema';
import { SomeBody } from './people';
import { startWorld, type Item, type World } from './world';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const PURPOSE = 'newsletter-product';

/** The demo's site, which keeps proof for so long. */
function siteKeeping(keep: string): Site {
  const demo = findSite(sites, 'demo') as Site;
  return { ...demo, purposes: [], retention: { ...demo.retention, evidence: { keep, from: 'withdrawal' } } };
}

/** Whether it was stopped: before its second write into the ledger, by the end of the machine. */
async function stoppedAfterOneWrite(work: () => Promise<unknown>): Promise<boolean> {
  const { client, name } = world.deps.ledger;
  let writes = 0;
  client.middlewareStack.add(
    (next, context) => (args) => {
      const isWrite = ['DeleteItemCommand', 'UpdateItemCommand'].includes(String(context['commandName']));
      const isOurs = isWrite && (args.input as { TableName?: string }).TableName === name;
      if (isOurs && ++writes > 1) throw new Error('the machine is gone');
      return next(args);
    },
    { name: 'stop', step: 'initialize', override: true },
  );
  await work().catch(() => undefined);
  client.middlewareStack.remove('stop');
  return writes > 1;
}

const endOf = ({ expiresAt }: Item): number => Number(expiresAt ?? Infinity);

test.each([
  ['later', 'P5Y'],
  ['sooner', 'P3Y'],
])('stopped anywhere while ends move %s, no consent stays for longer than its withdrawal', async (how, keep) => {
  const someone = new SomeBody(world, how);
  await someone.give([PURPOSE]);
  await someone.withdraw([PURPOSE]);
  const subject = await someone.subject();
  const retain = (site: Site) => applyEnds(world.deps, asSubject(subject), () => site, new Date());
  const kept = async () => (await world.items('ledger')).filter(({ pk }) => pk === `subject#${subject}`);
  await retain(siteKeeping('P4Y'));
  const before = (await kept()).map(endOf);
  expect(new Set(before).size).toBe(1);

  let stops = 0;
  while (await stoppedAfterOneWrite(() => retain(siteKeeping(keep)))) {
    stops += 1;
    const items = await kept();
    for (const end of items.map(endOf)) {
      const rest = items.filter((item) => endOf(item) > end).map(({ entry }) => JSON.parse(entry as string) as Entry);
      expect(purposesInForce(fold(rest, new Date())).size).toBe(0);
    }
  }
  expect(stops).toBe(before.length - 1);
  expect((await kept()).map(endOf)).not.toEqual(before);
});
