import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Entry } from '../../shared/consent/entry';
import {
  archive,
  CHECKPOINT,
  damage,
  expectFindings,
  flipHash,
  folder,
  HEAD,
  leafOf,
  LOG,
  nth,
  runAudit,
  size,
  tile,
  useAuditedWorld,
} from './audited-world';
import { checkpointText } from '../../shared/log/checkpoint';
import { signNote, verifierKey } from '../../shared/log/note';
import { seedSigner } from '../../shared/log/seed-signer';

useAuditedWorld();

describe('damage to the log is found', () => {
  const leaf = async (entry: Entry): Promise<number> =>
    (await damage.get<{ index: number }>(LOG(), leafOf(entry))).index;

  test('an entry that the index lacks', async () => {
    const place = await leaf(nth(2));
    await damage.remove(LOG(), leafOf(nth(2)));
    await expectFindings(
      ['notInLog', `Entry 2 of subject ${nth(2).subject} of ${nth(2).at} is not in the log.`],
      ['leafNotIndexed', `Tile 0/2: hash ${place - 512} (leaf ${place}) is of no entry that the index knows.`],
    );
  });

  test('an entry that the index has at another place', async () => {
    const place = await leaf(nth(2));
    await damage.change(LOG(), leafOf(nth(2)), { index: 7 });
    await expectFindings(
      [
        'notInLog',
        `Entry 2 of subject ${nth(2).subject} of ${nth(2).at} is not in the log: the index says that it is leaf 7, where another one is.`,
      ],
      ['leafNotIndexed', `Tile 0/2: hash ${place - 512} (leaf ${place}) is of the entry that the index has as leaf 7.`],
    );
  });

  test('a hash of a tile of entries changed', async () => {
    await flipHash(tile(0, 0), 'hashes', 7);
    await expectFindings(
      ['tileWrong', "Tile 0/0: group 0 does not follow from the tile's hashes."],
      ['leafNotIndexed', 'Tile 0/0: hash 7 (leaf 7) is of no entry that the index knows.'],
      ['archiveWrong', /^The archived checkpoint of size 256 does not fit the log/],
      ['tileWrong', 'Tile 1/0: hash 0 does not follow from tile 0/0.'],
      ['archiveWrong', /does not fit the log/],
      ['archiveWrong', /does not fit the log/],
      ['checkpointWrong', /^The published checkpoint of size \d+ does not fit the log/],
      ['headWrong', /does not follow from the leaves/],
    );
  });

  test('a hash, or a group, of a tile above changed', async () => {
    await flipHash(tile(1, 0), 'hashes', 1);
    await expectFindings(['tileWrong', 'Tile 1/0: hash 1 does not follow from tile 0/1.']);
    await damage.repair();
    await flipHash(tile(0, 1), 'groups', 3);
    await expectFindings(['tileWrong', "Tile 0/1: group 3 does not follow from the tile's hashes."]);
  });

  test('a tile missing', async () => {
    await damage.remove(LOG(), tile(0, 1));
    const { findings } = await runAudit();
    expect(findings.map(({ text }) => text)).toEqual(['Tile 0/1 has 0 hashes; it has to have 256.']);
  });

  test('the edge of the head changed', async () => {
    await flipHash(HEAD, 'edge', 0);
    await expectFindings(['headWrong', `The head of size ${size} has an edge that does not follow from the leaves.`]);
  });

  test('a published checkpoint that was made up', async () => {
    const { note } = await damage.get<{ note: string }>(LOG(), CHECKPOINT);
    await damage.change(LOG(), CHECKPOINT, { size: 700, note: note.replace(/\n\d+\n/, '\n700\n') });
    await expectFindings(
      ['checkpointWrong', 'The published checkpoint of size 700 is not signed by a key of the log.'],
      [
        'checkpointWrong',
        'The published checkpoint of size 700 does not fit the log: its root is not that of the first leaves.',
      ],
    );
  });

  test('a published checkpoint that says another size than it is kept under', async () => {
    await damage.change(LOG(), CHECKPOINT, { size: 600 });
    const { findings } = await runAudit();
    expect(findings.map(({ text }) => text)).toContain(
      `The published checkpoint of size 600 says that its size is ${size}.`,
    );
  });

  test('a log that was cut off', async () => {
    const root = (await damage.get<{ hashes: Uint8Array }>(LOG(), tile(1, 0))).hashes.slice(0, 32);
    await damage.change(LOG(), HEAD, { size: 256, edge: root, batch: new Uint8Array() });
    const { findings } = await runAudit();
    expect(findings.map(({ text }) => text)).toContain(
      `The published checkpoint of size ${size} is of a larger log than there is: it has 256 leaves.`,
    );
    expect(findings.map(({ text }) => text)).toContain(
      `The archived checkpoint of size ${size} is of a larger log than there is: it has 256 leaves.`,
    );
  });

  test('an archived checkpoint that does not fit, with a timestamp that is none', async () => {
    const signer = seedSigner('consent.example.com/log', Buffer.alloc(32, 7));
    const key = verifierKey(signer);
    await damage.add(LOG(), { pk: 'verifier-keys', sk: key }, { key, since: '2026-01-01T00:00:00.000Z' });
    const text = checkpointText({ origin: signer.name, size: 603, root: Buffer.alloc(32, 1) });
    const file = path.join(archive, 'checkpoints', '603'.padStart(16, '0'));
    await writeFile(file, await signNote(text, [signer]));
    await writeFile(`${file}.tsr`, 'nonsense');
    damage.afterwards(() => rename(file, path.join(folder, 'used')));
    damage.afterwards(() => rename(`${file}.tsr`, path.join(folder, 'used.tsr')));
    await expectFindings(
      [
        'timestampWrong',
        'The timestamp of the archived checkpoint of size 603 is not good: This is no timestamp as RFC 3161 has it.',
      ],
      [
        'archiveWrong',
        'The archived checkpoint of size 603 does not fit the log: its root is not that of the first leaves.',
      ],
    );
  });

  test('a timestamp over another checkpoint', async () => {
    const nameOf = (of: number): string => path.join(archive, 'checkpoints', `${String(of).padStart(16, '0')}.tsr`);
    const own = await readFile(nameOf(size));
    await writeFile(nameOf(size), await readFile(nameOf(256)));
    damage.afterwards(() => writeFile(nameOf(size), own));
    await expectFindings([
      'timestampWrong',
      `The timestamp of the archived checkpoint of size ${size} is not good: it is over something else.`,
    ]);
  });
});
