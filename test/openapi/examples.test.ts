import { writeFileSync } from 'node:fs';
import { schemaOf } from '../../infra/openapi/components';
import { OPERATIONS, type NamedOperation } from '../../shared/http/operations';
import { codeOf, statusOf } from '../../shared/http/describe/problems';
import type { Shape } from '../../shared/http/operation';
import { ANSWERS_FILE, readAnswers, type RecordedAnswer } from '../../infra/openapi/recorded';
import { problemsOf, provokedBy, PROVOCATIONS, type Provocation } from '../../infra/openapi/refusals';
import { gatewayMessage, problem } from '../../shared/http/shapes/common';
import { SIGNED_IN, type Scope } from '../../shared/http/operation';
import { ROLES, type Role } from '../../shared/http/roles';
import { noticeHash, purposeNotices, assetNotice } from '../../shared/policy/notices';
import { sites } from '../../examples/sites';
import type * as z from '../../shared/zod';
import { startSystem, type System } from '../promises/person';
import { Cast } from './cast';
import { exampleOf, operationOf, provoke, send, sendExample, type Heard } from './conversation';
import { faults } from './document-schemas';
import { steady } from './steady';
import { STORY } from './story';

/** `UPDATE_EXAMPLES=1 npx jest test/openapi` keeps the answers of now; look at the difference before it is committed. */
const isUpdate = process.env['UPDATE_EXAMPLES'] === '1';
const known = readAnswers();
const answers: Record<string, Record<string, RecordedAnswer>> = {};

let system: System;
let cast: Cast;

beforeAll(async () => {
  system = await startSystem();
  cast = new Cast(system.visitor);
});
afterAll(async () => {
  await system.stop();
  if (isUpdate) writeFileSync(ANSWERS_FILE, `${JSON.stringify(answers, null, 2)}\n`);
});

/** Hashes that are the same wherever the samples are served. */
const WORDINGS = new Set(
  sites
    .flatMap((site) => [
      ...site.purposes.flatMap((purpose) => purposeNotices(site, purpose)),
      ...site.assets.flatMap((asset) => site.languages.map((language) => assetNotice(site, asset, language))),
    ])
    .map(noticeHash),
);

/** What was answered is what the document shows. */
function expectRecorded(
  operation: string,
  example: string,
  { type, body }: Heard,
  asked: readonly string[] = [],
): void {
  const seen = { type, body: steady(body, system.url, WORDINGS, asked) };
  (answers[operation] ??= {})[example] = seen;
  if (!isUpdate) expect(known[operation]?.[example]).toEqual(seen);
}

/** The answer is of a type that the document names, and is what it says, neither less nor more. */
function expectDocumented(operation: NamedOperation, { status, type, body, headers }: Heard): void {
  if (type === 'application/problem+json') return expectProblem(operation, body);
  const { content, headers: names = {} } = operation.answers[status]!;
  for (const name of Object.keys(names)) expect(headers.get(name)).toBeTruthy();
  if (!content) return expect(body).toBe('');
  expect(Object.keys(content)).toContain(type);
  expectShape(content[type]!, body);
}

function expectShape(shape: Shape, body: unknown): void {
  if ('_zod' in shape) expect((shape as z.ZodMiniType).safeParse(body).error?.issues).toBeUndefined();
  expect(faults(schemaOf(shape), body)).toEqual([]);
}

function expectProblem(operation: NamedOperation, body: unknown): void {
  expectShape(problem, body);
  const { type, status } = body as { type: string; status: number };
  const mayBe = problemsOf(operation);
  expect(mayBe.map((key) => `${statusOf(key)} urn:consent-ledger:${codeOf(key)}`)).toContain(`${status} ${type}`);
}

const shown = ['application/json', 'application/problem+json', 'text/plain'];

test.each(STORY.map((scene) => [scene.operation, scene.example, scene] as const))(
  '%s: %s',
  async (id, name, { real }) => {
    const operation = operationOf(id);
    const example = exampleOf(operation, name);
    await cast.quiet();
    const heard = await sendExample(system, operation, example, (await real?.(cast)) ?? {});
    if (heard.status !== example.status) expect(heard).toMatchObject({ status: example.status });
    expectDocumented(operation, heard);
    if (heard.body !== '' && example.showsAnswer !== false && shown.includes(heard.type))
      expectRecorded(id, name, heard, Object.values(example.query ?? {}));
  },
);

test('there is no example that is not in the story', () => {
  const documented = OPERATIONS.flatMap(({ id, examples }) => Object.keys(examples).map((name) => `${id}: ${name}`));
  expect(STORY.map(({ operation, example }) => `${operation}: ${example}`).sort()).toEqual(documented.sort());
});

const PROVOKED = OPERATIONS.flatMap((operation) => provokedBy(operation).map((key) => [operation.id, key] as const));

test.each(PROVOKED)('%s refuses: %s', async (id, key) => {
  const { params, ...provocation }: Provocation = PROVOCATIONS[key];
  // What there is not is found out before the body is read.
  const open = operationOf(id).path.includes('{case}') ? { case: await cast.openCase() } : {};
  const heard = await provoke(system, operationOf(id), { ...provocation, params: { ...open, ...params } });
  expect(heard).toMatchObject({ status: statusOf(key), type: 'application/problem+json' });
  expectProblem(operationOf(id), heard.body);
  if (answers['refusals']?.[key]) expect(heard.body).toEqual(answers['refusals'][key].body);
  expectRecorded('refusals', key, heard);
});

const good = (role: Role): readonly Scope[] => ROLES[role];
const GUARDED = OPERATIONS.flatMap(({ id, scope }) => (scope && scope !== SIGNED_IN ? [[id, scope] as const] : []));

test.each(GUARDED)('%s refuses who has no token with the scope %s', async (id, scope) => {
  const other = (Object.keys(ROLES) as Role[]).find((role) => !good(role).includes(scope))!;
  const [none, wrong] = [await send(system, operationOf(id), {}), await send(system, operationOf(id), { role: other })];
  expect(none).toMatchObject({ status: 401, body: { message: 'Unauthorized' } });
  expect(wrong).toMatchObject({ status: 403, body: { message: 'Forbidden' } });
  for (const { body } of [none, wrong]) expectShape(gatewayMessage, body);
});
