import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/canonical';
import { verifierKey } from '../../shared/log/note';
import { verifyBundle } from '../../shared/verify/verify-bundle';
import { sampleBundle, SIGNER } from '../../test/evidence/sample-bundle';
import { inTurns, median, perSecond, ratio } from '../numbers';
import type { Table } from '../table';
import { building } from './building';

/** How many steps a bundle has; each mail is one. */
const STEPS = [6, 100, 1000];
const ROUNDS = 15;
/** Each round goes on for so long. */
const ROUND_MS = 150;

/** Making evidence files and checking them. */
export async function evidence(): Promise<Table[]> {
  return [await verifying(), await building()];
}

/** In turns with the bare cost of reading and hashing the same bytes. */
async function verifying(): Promise<Table> {
  const rows = [];
  for (const steps of STEPS) {
    const file = Buffer.from(canonicalJson(await sampleBundle({ moreMails: steps - 6, others: 5000 })));
    const { plain, verified } = await inTurns(ROUNDS, {
      plain: () => perSecond(() => often(() => bare(file))),
      verified: () => perSecond(() => often(() => verify(file))),
    });
    const files = median(verified);
    const times = ratio(plain, verified).toFixed(2);
    rows.push([steps, Math.round(file.length / 1000), format(files), format(files * steps), times]);
  }
  return {
    title: 'Checking evidence files',
    note: 'Bare: JSON.parse and one SHA-256 over the same bytes, measured in turns. The log has some 10,000 leaves.',
    columns: ['steps', 'KB', 'files/s', 'steps/s', 'x bare'],
    rows,
  };
}

function bare(file: Buffer): void {
  JSON.parse(file.toString());
  createHash('sha256').update(file).digest();
}

function verify(file: Buffer): void {
  const { verdict } = verifyBundle(file, { keys: [verifierKey(SIGNER)] });
  if (verdict !== 'good') throw new Error(`What is measured has to be good; it is ${verdict}.`);
}

/** Gives how often the work was done. */
function often(work: () => void): number {
  const start = performance.now();
  let done = 0;
  for (; performance.now() - start < ROUND_MS; done++) work();
  return done;
}

const format = (count: number): string => Math.round(count).toLocaleString('en');
