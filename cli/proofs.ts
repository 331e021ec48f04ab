import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { formatTlogProof } from '../shared/log/tlog-proof';
import type { Bundle } from '../shared/evidence/bundle';
import { verifyBundle } from '../shared/verify/verify';
import { BadUsage, readArgs } from './usage';

const HELP = `Usage: npm run cli -- proofs FILE [--out FOLDER]

Takes the proofs out of an evidence file, one for each step, in a form that tools of others read:
https://c2sp.org/tlog-proof. They name nobody.

  --out FOLDER   where to write them (default: this folder)

Exit code: 0 written, 1 the evidence file is not good, 2 usage.
`;

const OPTIONS = { out: { type: 'string', default: '.' }, help: { type: 'boolean', default: false } } as const;

export async function proofs(args: string[]): Promise<number> {
  const { values, positionals } = readArgs({ args, options: OPTIONS, allowPositionals: true }, HELP);
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [name] = positionals;
  if (name === undefined || positionals.length > 1) throw new BadUsage(`Which evidence file?\n\n${HELP}`);
  const text = await readFile(name, 'utf8').catch(() => {
    throw new BadUsage(`${name} cannot be read.`);
  });
  if (verifyBundle(text).verdict === 'bad') {
    process.stderr.write(`Not written: ${name} is no good evidence file; see npm run cli -- verify ${name}\n`);
    return 1;
  }
  await write(JSON.parse(text) as Bundle, values.out);
  return 0;
}

async function write({ entries, log }: Bundle, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { entry, proof } of entries) {
    if (!proof || log.checkpoint === null) continue;
    const hashes = proof.path.map((hash) => Buffer.from(hash, 'base64'));
    const file = path.join(folder, `step-${entry.seq + 1}-${entry.type}.tlog-proof`);
    await writeFile(file, formatTlogProof({ index: proof.index, path: hashes, checkpoint: log.checkpoint }));
    process.stdout.write(`${file}\n`);
  }
}
