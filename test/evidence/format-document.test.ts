import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ENTRY_TYPES, stepType, type EntryType } from '../../shared/consent/steps';
import { MAIL_KINDS } from '../../shared/consent/steps/entry-fields';
import { PROOFS, REPORTERS, SHOWERS, SOURCES, WAYS } from '../../shared/consent/steps/facts';
import { OWN_RIGHTS } from '../../shared/consent/steps/right-requested';
import { PART_CLASSES } from '../../shared/ledger/part';

/* Whoever writes a verifier, or reads a file, has docs/evidence-format.md and the schema: both name all that we write. */

const DOCS = path.join(__dirname, '../../docs');
const text = readFileSync(path.join(DOCS, 'evidence-format.md'), 'utf8');
const schema = JSON.parse(readFileSync(path.join(DOCS, 'evidence-bundle.schema.json'), 'utf8')) as {
  $defs: { facts: { properties: Record<string, object> } };
};
const inSchema = schema.$defs.facts.properties;

const between = (from: string, to: string): string => text.slice(text.indexOf(from), text.indexOf(to));
const bullets = between('### Types of entries', '### Parts, proofs')
  .split(/\n(?=- |\n)/)
  .filter((each) => each.startsWith('- '))
  .map((each) => each.replace(/\s+/g, ' '));
const names = (said: string): string[] => [...said.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
const headOf = (bullet: string): string => bullet.split(':')[0] ?? '';

/** The facts that are written of a type; `missing` can be in any. */
const factsOf = (type: EntryType): string[] =>
  Object.keys((stepType({ type }).facts as unknown as { shape: object }).shape).filter((name) => name !== 'missing');

const all = [...new Set(ENTRY_TYPES.flatMap(factsOf)), 'missing'];

test.each(bullets.filter((bullet) => /^- `[A-Z]/.test(bullet)))('%.60s: with its facts', (bullet) => {
  const types = names(headOf(bullet)) as EntryType[];
  const [, said = ''] = /Facts: ([^.]*)/.exec(bullet) ?? [];
  expect(names(said).sort()).toEqual([...new Set(types.flatMap(factsOf))].sort());
});

test('every type is there, and every fact is explained once, but for processors, that report and are told', () => {
  const of = (kind: RegExp): string[] =>
    bullets.filter((bullet) => kind.test(bullet)).flatMap((one) => names(headOf(one)));
  expect(of(/^- `[A-Z]/).sort()).toEqual([...ENTRY_TYPES].sort());
  expect(of(/^- `[a-z]/).sort()).toEqual([...all, 'processor'].sort());
});

test('the schema knows the same facts', () => {
  expect(Object.keys(inSchema).sort()).toEqual([...all].sort());
});

test.each<[string, readonly string[]]>([
  ['mail', MAIL_KINDS],
  ['via', WAYS],
  ['source', SOURCES],
  ['proof', PROOFS],
  ['wordingBy', SHOWERS],
  ['reportedBy', REPORTERS],
  ['right', OWN_RIGHTS],
])('both know the values of %s', (name, values) => {
  expect(JSON.stringify(inSchema[name])).toContain(JSON.stringify(values));
  const [bullet = ''] = bullets.filter((one) => /^- `[a-z]/.test(one) && names(headOf(one)).includes(name));
  expect(values.filter((value) => !bullet.includes(`\`${value}\``))).toEqual([]);
});

test('every class of parts is explained', () => {
  const explained = between('The classes, and the members', '`page` of an `address`').split('\n- ').slice(1);
  expect(explained.map((one) => names(headOf(one))[0]).sort()).toEqual([...PART_CLASSES].sort());
});
