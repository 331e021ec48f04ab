/** Checks our PDFs with veraPDF: `npm run verapdf`. Needs Java and Maven. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sites } from '../../examples/sites';
import { buildReport } from '../../shared/evidence/access/build-report';
import { accessPdf } from '../../shared/evidence/access/document';
import { dossier } from '../../shared/evidence/dossier/dossier';
import { letterPdf } from '../../shared/evidence/letters/document';
import { letterOf } from '../../shared/evidence/letters/letter';
import type { Language, Site } from '../../shared/policy/schema';
import { findSite } from '../../shared/policy/sites';
import { LANGUAGES } from '../../shared/words/languages';
import { heldOf } from '../evidence/held-sample';
import { evidenceOf, KINDS } from '../evidence/people';

/** A reason in every script that there are fonts for. */
const NAMES = 'محمد עולם 王小明 鈴木さくら 김민준 👩‍👩‍👧 ქ';
const ASSETS = path.join(__dirname, '../../examples/sites/files');

async function main(folder: string): Promise<void> {
  const site = findSite(sites, 'demo')!;
  const files: string[] = [];
  const keep = (name: string, pdf: Buffer): void => {
    writeFileSync(path.join(folder, name), pdf);
    files.push(name);
  };
  for (const [kind, language] of KINDS.flatMap((kind) => LANGUAGES.map((language) => [kind, language] as const))) {
    const bundle = await evidenceOf(kind, language);
    keep(`dossier-${kind}-${language}.pdf`, await dossier(bundle, site, language));
    const { subject } = bundle;
    const person = { site, subject, email: 'erika@example.org', language, held: heldOf(bundle), now: new Date() };
    keep(`access-${kind}-${language}.pdf`, await accessPdf(buildReport(person), site));
  }
  for (const language of LANGUAGES) keep(`letter-${language}.pdf`, await letter(site, language));
  keep('names.pdf', await dossier(await evidenceOf('plain', 'de', { reason: NAMES }), site, 'de'));
  const jars = path.join(folder, 'jars');
  const run = (program: string, ...options: string[]) =>
    execFileSync(program, options, { cwd: folder, stdio: ['ignore', 'inherit', 'ignore'] });
  run('mvn', '-q', '-B', '-f', __dirname, 'dependency:copy-dependencies', `-DoutputDirectory=${jars}`);
  const whitepaper = path.join(ASSETS, 'whitepaper-consent.pdf');
  run('java', '-cp', path.join(jars, '*'), path.join(__dirname, 'Check.java'), whitepaper, ...files);
}

async function letter(site: Site, language: Language): Promise<Buffer> {
  const { entries, parts } = heldOf(await evidenceOf('plain', language));
  const now = new Date();
  const recipient = ['Erika Mustermann', 'Papiermühlweg 4', '00123 Beispielstadt'];
  const about = { site, language, entries, all: entries, held: new Set(parts.keys()), email: 'erika@example.org' };
  const told = { recipient, request: undefined, text: undefined, now };
  return letterPdf(letterOf('never-agreed', { ...about, ...told }), { language, at: now });
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'verapdf-'));
void main(folder)
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => rmSync(folder, { recursive: true }));
