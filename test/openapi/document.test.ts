import { createConfig, lintFromString } from '@redocly/openapi-core';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openApiDocument } from '../../infra/openapi/document';
import { problemsOf } from '../../infra/openapi/refusals';
import { schemaOf } from '../../infra/openapi/components';
import { SIGNED_IN } from '../../shared/http/operation';
import { OPERATIONS, type NamedOperation } from '../../shared/http/operations';
import { NOT_AT_THE_DESK, PROBLEMS } from '../../shared/http/describe/problems';
import { PERSON_ROLES } from '../../shared/http/people';
import { ROUTES } from '../../shared/http/routes';
import { faults } from './document-schemas';

const ROOT = path.join(__dirname, '..', '..');

test('what is kept in the repository is what `npm run openapi` writes', () => {
  // In a process of its own, as what makes the types is of modules that are not for this one.
  const { stdout, stderr } = spawnSync('npx', ['tsx', 'infra/write-openapi.ts', '--check'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect([stdout.trim(), stderr]).toEqual(['', '']);
});

test('every contract is in the list, each under the name of its file', () => {
  const files = readdirSync(path.join(ROOT, 'shared', 'http', 'operations')).map((file) => path.parse(file).name);
  const named = OPERATIONS.map(({ id }) => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
  expect(files.filter((file) => file !== 'index').sort()).toEqual(named.sort());
});

test('no two operations have the same method and path', () => {
  expect(new Set(OPERATIONS.map(({ method, path: at }) => `${method} ${at}`)).size).toBe(OPERATIONS.length);
});

test('what a page of a site may call says so by OPTIONS, and what may be fetched by HEAD', () => {
  const fetched = ROUTES.filter(({ methods, scope }) => methods.includes('GET') && scope === undefined);
  expect(fetched.filter(({ methods }) => !methods.includes('HEAD'))).toEqual([]);
  // No function answers it where a token is asked for.
  expect(ROUTES.filter(({ methods, scope }) => methods.includes('HEAD') && scope !== undefined)).toEqual([]);
});

test('the linter has nothing to say', async () => {
  const config = await createConfig({
    extends: ['recommended-strict'],
    rules: {
      // It is nobody's to use but the controller's own.
      'info-license': 'off',
      // What a person may do needs no token: said by an empty list.
      'security-defined': 'error',
      'operation-description': 'error',
      'operation-singular-tag': 'error',
      'tag-description': 'error',
      'no-server-example.com': 'off',
      'no-invalid-media-type-examples': 'error',
      'no-invalid-parameter-examples': 'error',
    },
  });
  const found = await lintFromString({ source: JSON.stringify(openApiDocument()), config });
  expect(found.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
});

/** What functions answer, by the source itself. */
function problemsInSource(): string[] {
  const files = ['shared', 'functions'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFileSync(path.join(ROOT, folder, file), 'utf8')),
  );
  const made = files.flatMap((source) => [...source.matchAll(/new Problem\(\s*(\d{3}),\s*'([a-z0-9-]+)'/g)]);
  return [...new Set(made.map(([, status, code]) => `${status} ${code}`))];
}

test('every problem that there is in the code is explained', () => {
  // Of an address that there is not, or a method that it does not take: no operation answers so.
  const nowhere = ['404 no-such-address', '405 method'];
  const explained = new Set<string>([...Object.keys(PROBLEMS), ...nowhere]);
  expect(problemsInSource().filter((key) => !explained.has(key))).toEqual([]);
});

test('every problem that is explained belongs to an operation, or may befall any', () => {
  const named = new Set<string>([...OPERATIONS.flatMap(problemsOf), '500 internal', '503 busy']);
  expect(Object.keys(PROBLEMS).filter((key) => !named.has(key))).toEqual([]);
});

test('the console has words for every problem that a call of an operator who signs in may be answered with', () => {
  const granted = new Set<string | undefined>([SIGNED_IN, ...Object.values(PERSON_ROLES).flat()]);
  const met = OPERATIONS.filter(({ scope }) => granted.has(scope)).flatMap(problemsOf);
  const without = new Set<string>(NOT_AT_THE_DESK);
  expect([...new Set(met)].filter((key) => without.has(key))).toEqual([]);
});

test.each(OPERATIONS.map((operation) => [operation.id, operation] as const))(
  '%s: what its examples send is what its schema takes, unless they are to be refused for it',
  (_, { body, examples }: NamedOperation) => {
    for (const { json, status } of Object.values(examples)) {
      const shape = body?.content['application/json'];
      if (json && shape && status !== 422) expect(faults(schemaOf(shape), json)).toEqual([]);
    }
  },
);

test('every operation has an example of what it is for', () => {
  const without = OPERATIONS.filter(({ examples }) => !Object.values(examples).some(({ status }) => status < 400));
  // Only Amazon, or a mailing tool, can sign what is taken there.
  expect(without.map(({ id }) => id)).toEqual(['hearMailService', 'hearProcessor']);
});
