import recorded from './calls.json';
import { FOR_AWS, followingFrom, parseCall, type Asked } from './calls';
import { allows, denied, type Grant } from './allowed';
import { everything } from './everything';
import { granted } from './granted';

const grants = granted(everything());
const calls = new Map(
  Object.entries(recorded as Record<string, string[]>).map(([name, lines]) => [name, lines.map(parseCall)]),
);

const missing = (of: readonly Grant[], asked: readonly Asked[]): string[] => denied(of, asked).map(({ line }) => line);

/** What is granted, and neither asked for, nor for what AWS does in the function's name. */
function unused(name: string, of: readonly Grant[], asked: readonly Asked[]): string[] {
  const all = [...asked, ...asked.flatMap(followingFrom)];
  return of
    .filter((grant) => !all.some((call) => allows(grant, call)) && !FOR_AWS.some((one) => one.is(name, grant)))
    .map(({ action, id, path: at }) => `${action} ${id}${at}`);
}

test('every function was seen at work', () => {
  expect([...calls.keys()].sort()).toEqual([...grants.keys()].sort());
});

describe.each([...grants])('%s', (name, of) => {
  const asked = calls.get(name) ?? [];

  test('may do whatever it was ever seen to do', () => {
    expect(missing(of, asked)).toEqual([]);
    expect(missing(of, asked.flatMap(followingFrom))).toEqual([]);
  });

  test('may do nothing that no test has it do', () => {
    expect(unused(name, of, asked)).toEqual([]);
  });
});

test('what is for AWS itself, or asked of no engine here, is granted to somebody', () => {
  const all = [...grants].flatMap(([name, of]) => of.map((grant) => [name, grant] as const));
  const idle = FOR_AWS.filter(({ is }) => !all.some(([name, grant]) => is(name, grant)));
  expect(idle.map(({ why }) => why)).toEqual([]);
});

describe('it would show', () => {
  const of = grants.get('unsubscribe')!;
  const asked = calls.get('unsubscribe')!;
  const [one] = of;

  test('that a function lacks a right', () => {
    const less = of.filter(({ action }) => action !== 'dynamodb:PutItem');
    expect(missing(less, asked)).toEqual(
      asked.filter(({ action }) => action === 'dynamodb:PutItem').map((call) => call.line),
    );
  });

  test('that it has one too many', () => {
    const more: Grant = { ...one!, action: 'dynamodb:DeleteItem', id: 'ConsentTablesVault', path: '', conditions: {} };
    expect(unused('unsubscribe', [...of, more], asked)).toEqual(['dynamodb:DeleteItem ConsentTablesVault']);
  });

  test.each([
    ['another partition', 'audience', 'dynamodb:PutItem Ledger pk=subject#'],
    ['another attribute', 'subjects', 'dynamodb:UpdateItem Vault pk=subject# attributes=pk,sk,text returns=NONE'],
    ['what an item said before', 'subjects', 'dynamodb:UpdateItem Vault pk=subject# attributes=pk,sk returns=ALL_OLD'],
    ['parts with what they say', 'links', 'dynamodb:BatchGetItem Vault pk=subject# select=ALL_ATTRIBUTES'],
    ['another folder', 'archive', 's3:PutObject consent-archive key=other/'],
  ])('that a condition is not kept: %s', (_, name, line) => {
    expect(missing(grants.get(name)!, [parseCall(line)])).toEqual([line]);
  });
});
