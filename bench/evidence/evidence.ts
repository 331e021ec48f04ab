import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/canonical';
import { verifyBundle } from '../../shared/verify/verify';
import { sampleBundle } from '../../test/evidence/sample-bundle';
import type { Part } from '../part';
import { median } from '../statistics';
import type { Table } from '../table';
import { building } from './building';

/** How many steps a bundle has; each mail is one. */
const STEPS = [6, 100, 1000];
const ROUNDS = 15;
/** Each round goes on for so long. */
const ROUND_MS = 150;

/** Making evidence files and checking them. */
export const evidence: Part = {
  name: 'evidence',
  measure: async () => [await verifying(), await building()],
};

/** In turns with the bare cost of reading and hashing the same bytes. */
async function verifying(): Promise<Table> {
  const rows = [];
  for (const steps of STEPS) {
    const file = Buffer.from(canonicalJson(await sampleBundle({ moreMails: steps - 6, others: 5000 })));
    const rounds = Array.from({ length: ROUNDS }, () => ({
      bare: perSecond(() => bare(file)),
      verified: perSecond(() => verify(file)),
    }));
    const verified = median(rounds.map((round) => round.verified));
    const ratio = median(rounds.map((round) => round.bare / round.verified));
    rows.push([steps, Math.round(file.length / 1000), format(verified), format(verified * steps), ratio.toFixed(2)]);
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
  const { verdict } = verifyBundle(file);
  if (verdict !== 'good') throw new Error(`What is measured has to be good; it is ${verdict}.`);
}

function perSecond(work: () => void): number {
  const start = performance.now();
  let done = 0;
  for (; performance.now() - start < ROUND_MS; done++) work();
  return (1000 * done) / (performance.now() - start);
}

const format = (perSecond: number): string => Math.round(perSecond).toLocaleString('en');
