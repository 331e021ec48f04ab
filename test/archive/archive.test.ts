import { createHash } from 'node:crypto';
import { readTimestamp } from '../../shared/archive/timestamp';
import { temporaryFolder } from '../local/folder';
import { FAULTS } from './authority';
import { startArchiveWorld, type ArchiveWorld } from './world';
import { runFunction } from '../integration/run-function';

const folder = temporaryFolder();
let world: ArchiveWorld;
const archive = () => runFunction('archive');
let size = 0;

beforeAll(async () => {
  world = await startArchiveWorld(folder);
});
afterAll(() => world.stop());
beforeEach(() => {
  world.puts.length = 0;
  world.authority.fault = undefined;
  world.authority.asked.length = 0;
});

/** The log grows, and publishes a checkpoint. @returns the name of its file */
async function publish(): Promise<string> {
  size += 3;
  await world.log.publish({ size, note: noteOf(size) });
  return String(size).padStart(16, '0');
}
const noteOf = (n: number): string => `consent.example.com/log\n${n}\nq83v\n\n\u2014 consent.example.com/log AAAA\n`;

async function expectTimestamped(file: string): Promise<void> {
  const { imprint, isSignatureValid } = await readTimestamp(world.file(`${file}.tsr`));
  expect(isSignatureValid).toBe(true);
  expect(Buffer.from(imprint)).toEqual(createHash('sha256').update(world.file(file)).digest());
}

describe('the archive', () => {
  test('has nothing to do before there is a checkpoint', async () => {
    await archive();
    expect(world.puts).toEqual([]);
  });

  test('gets the newest checkpoint as it is, and a timestamp over it', async () => {
    const file = await publish();
    await archive();
    expect(world.files()).toEqual([file, `${file}.tsr`]);
    expect(world.file(file).toString()).toBe(noteOf(size));
    await expectTimestamped(file);
    expect(world.puts.map(({ key }) => key)).toEqual([`checkpoints/${file}`, `checkpoints/${file}.tsr`]);
    expect(world.puts.map(({ headers }) => headers['content-type'])).toEqual([
      'text/plain; charset=utf-8',
      'application/timestamp-reply',
    ]);
  });

  test('is left alone while the checkpoint is the same', async () => {
    const before = world.files().map((name) => world.file(name));
    await archive();
    await archive();
    expect(world.files().map((name) => world.file(name))).toEqual(before);
    expect([world.puts, world.authority.asked]).toEqual([[], []]);
  });

  test('gets each checkpoint once, also when runs overlap', async () => {
    const before = world.files();
    const file = await publish();
    await Promise.all([archive(), archive(), archive(), archive()]);
    expect(world.files()).toEqual([...before, file, `${file}.tsr`]);
    expect(world.file(file).toString()).toBe(noteOf(size));
    await expectTimestamped(file);
  });

  test('takes it as done when the answer to a put was lost', async () => {
    const file = await publish();
    world.loseAnswer();
    await archive();
    expect(world.puts.map(({ key }) => key)).toEqual([
      `checkpoints/${file}`,
      `checkpoints/${file}`,
      `checkpoints/${file}.tsr`,
    ]);
    expect(world.file(file).toString()).toBe(noteOf(size));
  });

  test.each(FAULTS)('gets the checkpoint without a timestamp at first, if the authority answers: %s', async (fault) => {
    const file = await publish();
    world.authority.fault = fault;
    await expect(archive()).rejects.toMatchObject({
      name: expect.stringMatching(/^(AuthorityFailed|BadTimestamp)$/) as string,
    });
    expect(world.files().at(-1)).toBe(file);
    expect(world.file(file).toString()).toBe(noteOf(size));

    world.authority.fault = undefined;
    await archive();
    expect(world.puts.map(({ key }) => key)).toEqual([`checkpoints/${file}`, `checkpoints/${file}.tsr`]);
    await expectTimestamped(file);
  });

  test('gets a timestamp for the newest alone, when there is a newer one by then', async () => {
    const [older] = [await publish()];
    world.authority.fault = 'error 500';
    await expect(archive()).rejects.toThrow('The timestamp authority answered 500.');
    world.authority.fault = undefined;
    const newer = await publish();
    await archive();
    expect(world.files().slice(-3)).toEqual([older, newer, `${newer}.tsr`]);
  });

  test('goes without timestamps where no authority is named', async () => {
    const file = await publish();
    const { TIMESTAMP_URL, ...environment } = process.env;
    await jest.isolateModulesAsync(async () => {
      process.env = environment;
      await runFunction('archive');
    });
    process.env['TIMESTAMP_URL'] = TIMESTAMP_URL;
    expect(world.files().at(-1)).toBe(file);
    expect(world.authority.asked).toEqual([]);
  });
});
