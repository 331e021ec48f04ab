import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { siteSchema, type Site } from '../../shared/policy/schema';

/* What version 1 of the formats looks like: docs/decisions/0080-how-a-format-may-grow.md. Files are added, and never written anew. */

export const FOLDER = path.join(__dirname, 'v1');

export type StoredItem = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };

/** Somebody of one kind, as version 1 wrote everything about them. */
export interface Golden {
  /** The evidence file, word for word. */
  readonly evidence: string;
  /** What the verifier said of it. */
  readonly report: object;
  /** What others are given of the same, in a form for programs. */
  readonly jsonLd: object;
  readonly csv: string;
  readonly access: object;
  readonly portable: object;
  /** The lines of an export. */
  readonly lines: readonly object[];
  /** What the tables hold of them, as items. */
  readonly items: { readonly ledger: readonly StoredItem[]; readonly vault: readonly StoredItem[] };
  /** What each processor is told, first to last, as it goes along. */
  readonly messages: readonly object[];
}

/** The names of the people that there are. */
export const PEOPLE = (existsSync(FOLDER) ? readdirSync(FOLDER) : [])
  .filter((name) => name.endsWith('.person.json.gz'))
  .map((name) => name.replace('.person.json.gz', ''));

export const golden = (name: string): Golden => JSON.parse(unpacked(`${name}.person.json.gz`)) as Golden;

export function unpacked(name: string): string {
  return gunzipSync(readFileSync(path.join(FOLDER, name))).toString();
}

/** The site that they were at, as it was configured then. */
export const siteOfThen = (): Site =>
  siteSchema.parse(JSON.parse(readFileSync(path.join(FOLDER, 'site.json'), 'utf8')));

/** What callers of the API were promised, a line for each thing: see `api.ts`. */
export const promisedOfApi = (): string[] => parts('api').flatMap((name) => unpacked(name).split('\n'));

/** The files that were added one after the other. */
export const parts = (kind: string): string[] =>
  (existsSync(FOLDER) ? readdirSync(FOLDER) : []).filter(
    (name) => name.startsWith(`${kind}-`) && name.endsWith('.txt.gz'),
  );
