import { signers } from '../../functions/deps/signers';
import { askWitnesses } from '../../shared/actions/ask-witnesses';
import { sha256 } from '../../shared/hash';
import { parseWitnesses } from '../../shared/log/configured-witness';
import { verifierKey } from '../../shared/log/note';
import { sequence } from '../../shared/log/sequencer';
import { verifyBundle } from '../../shared/verify/verify-bundle';
import { confirmed, journey } from '../integration/journey';
import { observe } from '../integration/observe';
import { runFunction } from '../integration/run-function';
import { startWorld, whileSequencing, type World } from '../integration/world';
import { temporaryFolder } from '../local/folder';
import { MemoryLog } from '../log/memory-log';
import { testWitness } from '../log/witness-key';
import { OMNIWITNESS, Omniwitness } from './omniwitness';

const describeWithWitness = OMNIWITNESS ? describe : describe.skip;

const KEY = testWitness('witness.example/w1', 31);
const ORIGIN = 'consent.example.com/log';

describeWithWitness('a witness that is not ours, omniwitness,', () => {
  const folder = temporaryFolder();
  let world: World;
  let witness: Omniwitness;
  let log: { readonly origin: string; readonly key: string };
  let count = 0;

  beforeAll(async () => {
    world = await startWorld();
    // The witness has a clock of its own, and the time that it signs has to be possible.
    jest.setSystemTime(jest.getRealSystemTime());
    witness = await Omniwitness.open(folder, KEY);
    process.env['WITNESSES'] = witness.setting;
    process.env['POWERTOOLS_LOG_LEVEL'] = 'INFO';
    log = { origin: ORIGIN, key: verifierKey((await signers()())[0]!) };
    await confirmed(journey(world, () => world.consume(), 'erika@example.com'));
  });
  afterAll(async () => {
    await witness.stop();
    await world.stop();
  });

  const run = async (): Promise<string> => (await observe(() => runFunction('witness'))).log;

  async function bringNews(): Promise<void> {
    count += 1;
    const email = `person-${count}@example.com`;
    await journey(world, () => world.consume(), email).signUp();
    await world.sequence();
  }

  /** What a reader finds in the newest person's evidence who knows the witness. */
  async function said(): Promise<string> {
    const body = { email: `person-${count}@example.com`, reason: 'audit' };
    const answer = await whileSequencing(world, world.call('evidence', 'evidence', { body }));
    const { verdict, claims } = verifyBundle(answer.body, { keys: [log.key], witnesses: [KEY.key] });
    const { findings = [], notes = [] } = claims.find(({ id }) => id === 'witnesses') ?? {};
    return [verdict, ...new Set([...findings, ...notes].map(({ code }) => code))].join(' ');
  }

  /** Somebody else's log under our name and key. */
  async function otherHistory(size: number): Promise<MemoryLog> {
    const other = new MemoryLog();
    const entries = Array.from({ length: size }, (_, n) => Buffer.from(sha256(`other ${n}`)).toString('base64url'));
    await sequence(entries, { store: other, origin: ORIGIN, signers: await signers()() });
    return other;
  }

  test('is missed where it is down, and cosigns what we submit when it is there', async () => {
    await bringNews();
    expect(await run()).toContain('"problem":"silent"');
    expect(await said()).toBe('open notCosigned');
    await witness.start(log, 'first');
    expect(await run()).not.toContain('witness');
    expect(await said()).toBe('good cosigned');
  });

  test('catches up after it lagged, by the proof that leads from where it was', async () => {
    await witness.stop();
    for (let n = 0; n < 10; n++) await bringNews();
    expect(await run()).toContain('"problem":"silent"');
    expect(await said()).toBe('open newerThanCosigned cosigned');
    await witness.start(log, 'first');
    expect(await run()).not.toContain('witness');
    expect(await said()).toBe('good cosigned');
  });

  test('may have forgotten us', async () => {
    await witness.start(log, 'second');
    await bringNews();
    expect(await run()).not.toContain('witness');
    expect(await said()).toBe('good cosigned');
  });

  test('does not cosign where it does not know our log', async () => {
    await witness.start({ ...log, origin: 'elsewhere.example/log' }, 'third');
    await bringNews();
    // Over its database it answers 500 where the specification wants 404.
    expect(await run()).toMatch(/"problem":"(refuses|silent)"/);
    expect(await said()).toBe('open newerThanCosigned cosigned');
  });

  test.each([
    ['larger', 1000],
    ['smaller', 2],
  ])(
    'contradicts if it knows another history, %s than ours: an alarm rings, and evidence says so',
    async (name, size) => {
      await witness.start(log, name);
      const other = await otherHistory(size);
      const witnesses = parseWitnesses(witness.setting);
      expect(await askWitnesses({ log: other, witnesses }, new Date())).toMatchObject([{ cosigned: { size } }]);
      await bringNews();
      expect(await run()).toContain('"message":"witnesses contradicting"');
      expect(await said()).toBe('open contradicted newerThanCosigned cosigned');
      await witness.start(log, 'first');
      expect(await run()).not.toContain('contradicting');
      expect(await said()).toBe('good cosigned');
    },
  );

  test('contradicts if it knows another root of that very size', async () => {
    await bringNews();
    const { size = 0 } = (await world.deps.log.readCheckpoint()) ?? {};
    await witness.start(log, 'same');
    const other = await otherHistory(size);
    await askWitnesses({ log: other, witnesses: parseWitnesses(witness.setting) }, new Date());
    expect(await run()).toContain('"message":"witnesses contradicting"');
    expect(await said()).toBe('open contradicted newerThanCosigned cosigned');
  });
});
