import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sites } from '../../examples/sites';
import { siteSchema } from '../../shared/policy/schema';
import { readPage, ROOT } from './markdown';

/*
 * docs/promises.md: first what each promise is, with the notices that make it; then notice by notice, what it says, the setting of
 * its sample, and the test. Each is a list item that ends with its tests: `Test: signing-up: S6, withdrawing: S6; test/inbox`.
 */

interface Promised {
  readonly id: string;
  readonly text: string;
  readonly tests: string;
}

const [rows = '', ...notices] = readPage('docs/promises.md').prose.split(/^## Notice by notice$|^(?=### notice-)/m);
const NOTICES = notices
  .slice(1)
  .map((text) => ({ id: /### (notice-\d+)/.exec(text)?.[1] ?? '', own: promisesIn(text) }));
const ROWS = promisesIn(rows);

function promisesIn(text: string): Promised[] {
  return text.split(/\n(?=- \*\*|\n)/).flatMap((lines) => {
    const [, id = '', said = '', tests = ''] =
      /^- \*\*(\w+)\*\* (.*?)(?: Test: (.*))?$/.exec(lines.trim().replace(/\s+/g, ' ')) ?? [];
    return id === '' ? [] : [{ id, text: said, tests }];
  });
}

test('there are all promises, and all notices', () => {
  expect(ROWS.length).toBeGreaterThanOrEqual(49);
  expect(NOTICES.map(({ id }) => id)).toEqual(['notice-000', 'notice-001', 'notice-002', 'notice-003', 'notice-004']);
});

test.each(ROWS.map(({ id, tests }) => [id, tests]))(
  '%s names tests that are there, and begin with its id',
  (id, tests) => {
    expect(absentTests(id, tests)).toEqual([]);
  },
);

describe.each(NOTICES)('$id', ({ id: notice, own }) => {
  const site = sites.find(({ id }) => id === notice);

  test('says what the promises say that it does, and nothing else', () => {
    const number = notice.slice(-3);
    const makes = ({ text }: Promised): boolean =>
      new RegExp(`Notices: (all|[^.(]*\\b${number}\\b|[^.]*\\b${number}:)`).test(text);
    expect(own.map(({ id }) => id).sort()).toEqual(
      ROWS.filter(makes)
        .map(({ id }) => id)
        .sort(),
    );
  });

  test.each(own.map(({ id, text, tests }) => [id, text, tests]))('%s has a setting, and a test', (id, text, tests) => {
    expect(absentTests(id, tests)).toEqual([]);
    const [, setting = ''] = /Setting: (.*)\.(?: \*Open\*.*)?$/.exec(text) ?? [];
    const named = [...setting.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
    expect(named.length > 0 || setting.startsWith('always')).toBe(true);
    expect(named.filter((name) => !isThere(name) && !isSet(name, site))).toEqual([]);
  });
});

/** The tests that a promise names and that are not there; one that names none has to say that it is open. */
function absentTests(id: string, tests: string): string[] {
  const named = [...tests.matchAll(/([a-z][a-z-]+): ([SWRPO]\d+)/g)];
  const files = tests.match(/`test\/[^`]*`/g) ?? [];
  if (named.length + files.length === 0) return tests === '' ? [] : [tests];
  return named.flatMap(([text, file = '', number = '']) => {
    const where = path.join(ROOT, 'test', 'promises', `${file}.test.ts`);
    const isNamed = existsSync(where) && new RegExp(`['"\`](?:[A-Z]\\d+, )*${id}\\b`).test(readFileSync(where, 'utf8'));
    return number === id && isNamed ? [] : [text];
  });
}

const isThere = (name: string): boolean => /^(infra|shared)\//.test(name) && existsSync(path.join(ROOT, name));

/** Whether that is a setting that there is (`purposes[].notice`), and the sample has it. */
function isSet(name: string, site: unknown): boolean {
  const steps = name.split(/(\[\])?\.|(?=\[\])/).filter((step): step is string => Boolean(step));
  return isKnown(siteSchema, steps) && valuesAt(site, steps).some((value) => !isNothing(value));
}

const isNothing = (value: unknown): boolean =>
  value === undefined || value === false || (Array.isArray(value) && value.length === 0);

interface Schema {
  readonly def: {
    readonly shape?: Readonly<Record<string, Schema>>;
    readonly innerType?: Schema;
    readonly element?: Schema;
    readonly options?: readonly Schema[];
  };
}

function isKnown(schema: unknown, [step, ...rest]: readonly string[]): boolean {
  const { shape, innerType, element, options } = (schema as Schema).def;
  if (step === undefined) return true;
  if (innerType) return isKnown(innerType, [step, ...rest]);
  if (options) return options.some((option) => isKnown(option, [step, ...rest]));
  if (step === '[]') return element !== undefined && isKnown(element, rest);
  const member = shape?.[step];
  return member !== undefined && isKnown(member, rest);
}

function valuesAt(value: unknown, [step, ...rest]: readonly string[]): unknown[] {
  if (step === undefined) return [value];
  if (step === '[]') return Array.isArray(value) ? value.flatMap((each) => valuesAt(each, rest)) : [];
  return typeof value === 'object' && value !== null ? valuesAt((value as Record<string, unknown>)[step], rest) : [];
}
