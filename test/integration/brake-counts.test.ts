import { brakeId, countMailed, readBrakeOf, countIn } from '../../shared/actions/brake';
import { countBounce } from '../../shared/actions/brake-on-bounce';
import { putBrake, readBrake, releaseBrake } from '../../shared/ledger/brakes';
import type { Site } from '../../shared/policy/schema';
import { observe } from './observe';
import { startWorld, type World } from './world';

/* What the brake counts, asked directly: many bounces of a site, in no time. */

let world: World;
let sites = 0;
beforeAll(async () => {
  world = await startWorld();
  process.env['POWERTOOLS_LOG_LEVEL'] = 'INFO';
});
afterAll(() => world.stop());

/** A site of its own, at which so many bounces are too many. */
function siteOf(least: number): Site {
  const [site] = world.deps.sites;
  const id = `counts-${(sites += 1)}`;
  return { ...site!, id, limits: { ...site!.limits, bounces: { least, share: 0.1 } } };
}

const bounce = (site: Site, n: number | string, sentAt = new Date()): Promise<void> =>
  countBounce(world.deps, site, { messageId: `message-${n}`, sentAt }, new Date());
const counted = async (site: Site) => {
  const { mailed, bounced } = await readBrakeOf(world.deps, site, new Date());
  return { mailed: countIn(mailed, new Date()), bounced: countIn(bounced, new Date()) };
};
const several = <T>(count: number, one: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => one(n)));

test('each mail has a name of its own, so that none is taken for another', async () => {
  const site = siteOf(1000);
  for (let n = 0; n < 70; n++) await bounce(site, n);
  expect(await counted(site)).toEqual({ mailed: 0, bounced: 70 });
});

test('what comes back once they are stopped says nothing new: nothing is counted, and no alarm rings again', async () => {
  const site = siteOf(5);
  const { log } = await observe(async () => {
    for (let n = 0; n < 20; n++) await bounce(site, n);
  });
  expect(await counted(site)).toEqual({ mailed: 0, bounced: 5 });
  expect(log.match(/confirmation mails stopped by bounces/g)).toHaveLength(1);
  expect(log).toContain('"bounced":5');
});

test('stopped by many at once, one alarm rings', async () => {
  const site = siteOf(5);
  const { log } = await observe(() => several(20, (n) => bounce(site, n)));
  expect(log.match(/confirmation mails stopped by bounces/g)).toHaveLength(1);
});

test('the mails that were sent are counted for the share, each of them', async () => {
  const site = siteOf(5);
  for (let n = 0; n < 60; n++)
    await countMailed(world.deps, await readBrakeOf(world.deps, site, new Date()), new Date());
  for (let n = 0; n < 5; n++) await bounce(site, n);
  // A tenth of 60 is six.
  expect((await readBrakeOf(world.deps, site, new Date())).brake.stoppedAt).toBeUndefined();
  await bounce(site, 5);
  expect((await readBrakeOf(world.deps, site, new Date())).brake.stoppedAt).toBeDefined();
  expect(await counted(site)).toEqual({ mailed: 60, bounced: 6 });
});

test('sites are counted apart', async () => {
  const [one, other] = [siteOf(1000), siteOf(1000)];
  await several(7, (n) => bounce(one, n));
  expect([await counted(one), await counted(other)]).toMatchObject([{ bounced: 7 }, { bounced: 0 }]);
});

describe('a release', () => {
  test('wins over what was decided before it', async () => {
    const site = siteOf(5);
    const id = await brakeId(world.deps, site);
    const { limits } = world.deps;
    await several(5, (n) => bounce(site, n));
    expect(await releaseBrake(limits, id, new Date())).toBe(true);
    // Somebody read that nothing was ever released, and is slow.
    expect(await putBrake(limits, id, {}, new Date())).toBe(false);
    expect(await putBrake(limits, id, { releasedAt: '2020-01-01T00:00:00.000Z' }, new Date())).toBe(false);
    expect(await putBrake(limits, id, await readBrake(limits, id), new Date())).toBe(true);
  });

  test('of what was sent at its very moment counts, and of what was sent before does not', async () => {
    const site = siteOf(1000);
    const id = await brakeId(world.deps, site);
    await putBrake(world.deps.limits, id, {}, new Date());
    await releaseBrake(world.deps.limits, id, new Date());
    const released = Date.parse((await readBrake(world.deps.limits, id)).releasedAt ?? '');
    await bounce(site, 'before', new Date(released - 1));
    expect(await counted(site)).toMatchObject({ bounced: 0 });
    await bounce(site, 'then', new Date(released));
    expect(await counted(site)).toMatchObject({ bounced: 1 });
  });
});
