import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { formatTlogProof } from '../shared/log/tlog-proof';
import type { Bundle } from '../shared/evidence/bundle';
import { verifyBundle } from '../shared/verify/verify-bundle';
import { command } from './command';
import { readInput, writeNew } from './files';
import { print, tell } from './print';

export const proofs = command({
  name: 'proofs',
  about: `Takes the proofs out of an evidence file, one for each step, in a form that tools of others read:
https://c2sp.org/tlog-proof. They name nobody.`,
  operands: { names: 'FILE', least: 1, most: 1, ask: 'Which evidence file?' },
  options: { out: { takes: 'FOLDER', says: 'where to write them', default: '.' } },
  exits: { 0: 'written', 1: 'the evidence file is not good' },
  run: async ({ out }, [file = '']) => {
    const text = (await readInput(file)).toString();
    if (verifyBundle(text).verdict === 'bad') {
      tell(`Not written: ${file} is no good evidence file; see npm run cli -- verify ${file}\n`);
      return 1;
    }
    await write(JSON.parse(text) as Bundle, out);
    return 0;
  },
});

async function write({ entries, log }: Bundle, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { entry, proof } of entries) {
    if (!proof || log.checkpoint === null) continue;
    const hashes = proof.path.map((hash) => Buffer.from(hash, 'base64'));
    const file = path.join(folder, `step-${entry.seq + 1}-${entry.type}.tlog-proof`);
    const text = formatTlogProof({ index: proof.index, path: hashes, checkpoint: log.checkpoint });
    print(`${await writeNew(file, text)}\n`);
  }
}
