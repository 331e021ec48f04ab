import { entryLine, openingLines } from '../../cli/export/lines';
import { readEntry, understoodEntries } from '../../shared/consent/read-entry';
import { isConnected, owed } from '../../shared/consent/processors';
import { buildReport } from '../../shared/evidence/access/build-report';
import { portableData } from '../../shared/evidence/access/portable';
import { understood, type Bundle, type BundleFile } from '../../shared/evidence/bundle';
import { evidenceCsv } from '../../shared/evidence/csv';
import { consentRecords } from '../../shared/evidence/json-ld';
import { canonicalJson } from '../../shared/canonical';
import type { Site } from '../../shared/policy/schema';
import { webhook } from '../../shared/processors/adapters/webhook';
import { taskFor } from '../../shared/processors/task';
import { verifyBundle } from '../../shared/verify/verify-bundle';
import { heldOf } from '../evidence/held-sample';
import type { Golden } from './parts';

/** When everything is read. */
const NOW = new Date('2026-11-25T20:00:00.000Z');

/** What this version makes of somebody's evidence file. `key` is that of the log. */
export function readAgain(evidence: string, site: Site, key: string): Omit<Golden, 'evidence' | 'items'> {
  const file = JSON.parse(evidence) as BundleFile;
  const bundle = understood(file);
  const held = heldOf(bundle);
  const sources = { site, subject: file.subject, email: 'erika@example.org', language: 'de' as const, held, now: NOW };
  const { verdict, claims, about } = verifyBundle(evidence, { keys: [key] });
  const entries = file.entries.map(({ entry }) => readEntry(canonicalJson(entry)));
  return {
    report: { verdict, states: Object.fromEntries(claims.map(({ id, state }) => [id, state])), about: plain(about) },
    jsonLd: plain(consentRecords(file, site)),
    csv: evidenceCsv(file, { language: 'en', forSpreadsheets: false }),
    access: plain(buildReport(sources)),
    portable: plain(portableData(sources)),
    lines: plain([
      ...openingLines(site, file.at),
      ...entries.map((entry) => entryLine(entry, held.parts, held.wentAt)),
    ]) as readonly object[],
    messages: messagesOf(bundle, site),
  };
}

/** What each processor is told as it goes along: after each step whatever is new. */
function messagesOf(bundle: Bundle, site: Site): object[] {
  const entries = understoodEntries(bundle.entries.map(({ entry }) => entry));
  const { parts } = heldOf(bundle);
  return site.processors.filter(isConnected).flatMap((processor) => {
    const texts = entries.flatMap((_, n) => {
      const past = entries.slice(0, n + 1);
      const due = owed(past, processor);
      const task = due && taskFor(due, { site, processor, subject: bundle.subject, entries: past, parts });
      const call = task && webhook(task, { url: 'https://processor.example/', key: 'c2VjcmV0' }, NOW).next().value;
      return typeof call === 'object' && call.body !== undefined ? [call.body] : [];
    });
    return texts
      .filter((text, n) => text !== texts[n - 1])
      .map((text) => ({ processor: processor.id, message: JSON.parse(text) as object }));
  });
}

/** As a file has it. */
const plain = <T>(value: T): T & object => JSON.parse(JSON.stringify(value)) as T & object;
