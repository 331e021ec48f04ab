/** Writes the dossier of the sample: `npx tsx test/evidence/make-dossier.ts dossier.pdf`. docs/decisions/ has how it becomes a picture. */
import { writeFileSync } from 'node:fs';
import { dossier } from '../../shared/evidence/dossier/dossier';
import { sites } from '../../examples/sites';
import { findSite } from '../../shared/policy/sites';
import { sampleBundle } from './sample-bundle';

const [file = 'dossier.pdf'] = process.argv.slice(2);

void sampleBundle({ language: 'en', withdrawn: false })
  .then((bundle) => dossier(bundle, findSite(sites, bundle.site), 'en'))
  .then((pdf) => writeFileSync(file, pdf));
