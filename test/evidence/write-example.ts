/* Writes docs/evidence-example.json anew: `npx tsx test/evidence/write-example.ts`, whenever the format changed. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { canonicalJson } from '../../shared/canonical';
import { sampleBundle } from './sample-bundle';

const FILE = path.join(__dirname, '../../docs/evidence-example.json');

void sampleBundle({ withdrawn: true, others: 1200 }).then((bundle) => writeFileSync(FILE, canonicalJson(bundle)));
