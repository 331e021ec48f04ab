import { execFile } from 'node:child_process';
import path from 'node:path';
import { Person, startSystem, type OrderAnswer, type System } from '../promises/person';

const ROOT = path.resolve(__dirname, '../..');
let system: System;
let url: string;

beforeAll(async () => {
  system = await startSystem();
  url = (await system.visitor.get('/_local/clock')).url.replace('/_local/clock', '');
});
afterAll(() => system.stop());

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(...args: string[]): Promise<Run> {
  const command = ['--import', 'tsx', path.join(ROOT, 'cli', 'main.ts'), 'subjects', ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: ROOT }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    );
  });
}

const about = (person: Person): string[] => {
  const reason = 'letter of 3 November';
  return ['--url', url, '--site', person.site, '--email', person.email, '--reason', reason];
};

const types = ({ out }: Run): string[] => (JSON.parse(out) as OrderAnswer).done.map(({ type }) => type);

async function subscriber(): Promise<Person> {
  const person = new Person(system, 'notice-002');
  await person.signUp({ purposes: ['newsletter'], fields: { firstName: 'Erik', lastName: 'Muster' } });
  await person.confirm(1);
  return person;
}

test('every action can be had here, with all that it takes', async () => {
  const person = await subscriber();
  const told = ['--via', 'letter', '--received-on', '2025-11-03'];
  const orders: [string[], string[]][] = [
    [
      [
        'rectifications',
        '--field',
        'firstName=Erika',
        '--field',
        'lastName=',
        '--new-email',
        person.email.toUpperCase(),
      ],
      ['IdentityRectified'],
    ],
    [['restrictions', ...told], ['ProcessingRestricted']],
    [['restrictions', '--lift', '--informed-on', '2025-11-10'], ['RestrictionLifted']],
    [['holds', '--label', '12 O 345/26', '--review-by', '2099-12-31'], ['HoldPlaced']],
    [['withdrawals', ...told, '--purposes', 'newsletter', '--dry-run'], ['ConsentWithdrawn']],
    [['withdrawals', ...told, '--purposes', 'newsletter'], ['ConsentWithdrawn']],
    [['objections', ...told], ['ObjectionRecorded']],
    [['holds', '--label', '12 O 345/26', '--lift'], ['HoldLifted']],
    [['erasures', '--despite-duty', '--suppress'], ['DataErased']],
  ];
  for (const [args, expected] of orders) {
    const done = await run(...args, ...about(person));
    expect([args[0], done.code, done.err]).toEqual([args[0], 0, '']);
    expect(types(done)).toEqual(expected);
  }
});

test('what is refused is explained, and what is missing is said', async () => {
  const nobody = new Person(system, 'notice-002');
  const refused = await run('withdrawals', ...about(nobody), '--via', 'pigeon');
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toMatch(/\/via: .*\n.*\/receivedOn: /);
  const unknown = await run('restrictions', ...about(nobody));
  expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('Nothing is known of this person')]);
  expect([
    (await run('objections', '--site', 'notice-002')).code,
    (await run('forget', ...about(nobody))).code,
  ]).toEqual([2, 2]);
  expect((await run('rectifications', ...about(nobody), '--field', 'Erika')).err).toContain('--field takes ID=TEXT');
});
