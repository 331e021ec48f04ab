import { sites } from '../../examples/sites';
import { CONSUMERS } from '../../shared/consent/consumers';
import type { ConsumerName } from '../../shared/consent/steps/step-type';
import { digestsIn } from '../../shared/consent/read-entry';
import { applyEnds, missingParts } from '../../shared/ledger/ends';
import { findSite } from '../../shared/policy/sites';
import { asSubject } from '../ids';
import { journey } from '../integration/journey';
import { startWorld, type World } from '../integration/world';
import { deleteExpired, newsWithout } from './outages';

let world: World;
let people = 0;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
afterEach(() => world.renew());

const NAMES = CONSUMERS.map(({ name }) => name);
const DOWN: readonly (readonly [string, readonly ConsumerName[]])[] = [
  ...NAMES.map((name) => [name, [name]] as const),
  ['everything', NAMES],
];

const CONFIRMED = ['ConsentRequested', 'MailSent', 'ConsentGiven'];

describe.each(DOWN)('K11: two weeks of outage lose nothing, invariant 6: %s', (_, down) => {
  test('what was confirmed in the last minute, and what was withdrawn then, is there with all its parts', async () => {
    const before = newsWithout(world, []);
    const [late, leaving, never] = [1, 2, 3].map(() =>
      journey(world, () => Promise.resolve(), `late-${++people}@example.com`),
    ) as [ReturnType<typeof journey>, ReturnType<typeof journey>, ReturnType<typeof journey>];
    for (const person of [late, leaving, never]) {
      await person.signUp();
      await before();
      world.advance('PT1S');
    }
    // The outage begins; a mail of theirs has a week, of which a minute is left.
    world.advance('P6DT23H58M');
    const during = newsWithout(world, down);
    for (const person of [late, leaving]) {
      expect((await person.press(await person.token('confirm'))).statusCode).toBe(200);
    }
    await during();
    const left = await world.history(leaving.email);
    const { recordId, subject } = left[0] ?? { recordId: undefined, subject: '' };
    expect(recordId).toBeDefined();
    const order = {
      email: leaving.email,
      reason: 'a letter',
      via: 'letter',
      receivedOn: new Date().toISOString().slice(0, 10),
    };
    expect((await world.call('subjects', 'subjects-withdrawals', { body: order })).statusCode).toBe(200);
    await during();
    world.advance('P15D');
    await deleteExpired(world);

    for (const person of [late, leaving]) {
      const entries = await world.history(person.email);
      const types = entries.map(({ type }) => type);
      expect(types.slice(0, 3)).toEqual(CONFIRMED);
      if (person === leaving) expect(types).toContain('ConsentWithdrawn');
    }
    const answer = await world.call('permissions', 'permissions', { body: { email: late.email } });
    const { purposes } = JSON.parse(answer.body) as { purposes: { id: string; allowed: boolean }[] };
    expect(purposes.find(({ id }) => id === 'newsletter-product')?.allowed).toBe(true);
    // Who never confirmed is gone in time all the same.
    expect(await world.history(never.email)).toEqual([]);

    // Up again: what was missed is derived anew, as `retention --apply` does.
    for (const email of [late.email, leaving.email]) {
      const id = asSubject(await world.subjectId(email));
      await applyEnds(world.deps, id, (site) => findSite(sites, site), new Date());
      const site = findSite(sites, 'demo');
      if (!site) throw new Error('demo is configured.');
      expect(await missingParts(world.deps, id, site, new Date())).toEqual([]);
    }
    const kept = await world.history(late.email);
    const items = (await world.items('ledger')).filter(({ pk }) => pk === `subject#${kept[0]?.subject}`);
    const lasting = items.filter(({ type }) => CONFIRMED.includes(String(type)));
    expect(lasting.filter(({ expiresAt }) => expiresAt !== undefined)).toEqual([]);
    const vault = new Set((await world.items('vault')).map(({ digest }) => digest));
    const [request, mail] = kept;
    expect(vault).toContain(digestsIn(request!)['address']);
    expect(vault).toContain(digestsIn(mail!)['mail']);
    expect(subject).not.toBe(kept[0]?.subject);
  });
});
