/** Checks our PDFs with veraPDF: `npm run verapdf`. Needs Java and Maven. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sites } from '../../examples/sites';
import { buildReport } from '../../shared/evidence/access/build-report';
import { accessPdf } from '../../shared/evidence/access/document';
import { dossier } from '../../shared/evidence/dossier/dossier';
import { findSite } from '../../shared/policy/sites';
import { LANGUAGES } from '../../shared/words/languages';
import { sampleSources } from '../evidence/held-sample';
import { sampleBundle } from '../evidence/sample-bundle';

const ASSETS = path.join(__dirname, '../../examples/sites/files');

async function main(folder: string): Promise<void> {
  const site = findSite(sites, 'demo')!;
  for (const language of LANGUAGES) {
    const pdf = await dossier(await sampleBundle({ language }), site, language);
    writeFileSync(path.join(folder, `dossier-${language}.pdf`), pdf);
    const report = buildReport(await sampleSources({ language }));
    writeFileSync(path.join(folder, `access-${language}.pdf`), await accessPdf(report, site));
  }
  const files = LANGUAGES.flatMap((language) => ['dossier', 'access'].map((kind) => `${kind}-${language}.pdf`));
  const jars = path.join(folder, 'jars');
  const run = (program: string, ...options: string[]) =>
    execFileSync(program, options, { cwd: folder, stdio: ['ignore', 'inherit', 'ignore'] });
  run('mvn', '-q', '-B', '-f', __dirname, 'dependency:copy-dependencies', `-DoutputDirectory=${jars}`);
  const whitepaper = path.join(ASSETS, 'whitepaper-consent.pdf');
  run('java', '-cp', path.join(jars, '*'), path.join(__dirname, 'Check.java'), whitepaper, ...files);
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'verapdf-'));
void main(folder)
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => rmSync(folder, { recursive: true }));
