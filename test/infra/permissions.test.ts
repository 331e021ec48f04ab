import { FALLBACK_FUNCTION, ROUTES } from '../../shared/api/routes';
import { grants } from './grants';
import { property, referenced, resources, synthesize } from './synthesis';

/** Who may do what, written down a second time, so that a slip in infra/ shows. */
const MAY: Record<string, Record<string, string[]>> = {
  signup: { Ledger: ['PutItem', 'Query'], Vault: ['PutItem'], SubjectKey: ['GetSecretValue'] },
  notices: {},
  fallback: {},
  confirm: { Ledger: ['GetItem', 'PutItem', 'Query'], Vault: ['PutItem'], LinkKeys: ['GetSecretValue'] },
  unsubscribe: { Ledger: ['PutItem', 'Query'], Vault: ['PutItem'], LinkKeys: ['GetSecretValue'] },
  assets: { Ledger: ['Query'], LinkKeys: ['GetSecretValue'] },
  evidence: { Ledger: ['GetItem', 'PutItem', 'Query'], Vault: ['Query'], SubjectKey: ['GetSecretValue'] },
  permissions: { Ledger: ['Query'], SubjectKey: ['GetSecretValue'] },
  audience: { Vault: ['BatchGetItem'], Audience: ['GetItem', 'Query'], LinkKeys: ['GetSecretValue'] },
  mailer: {
    Ledger: ['PutItem', 'Query'],
    Vault: ['PutItem', 'Query'],
    LinkKeys: ['GetSecretValue'],
    Mail: ['SendRawEmail'],
  },
  retention: { Ledger: ['DeleteItem', 'Query', 'UpdateItem'], Vault: ['DeleteItem', 'Query', 'UpdateItem'] },
  projector: { Ledger: ['Query'], Audience: ['PutItem', 'UpdateItem'] },
  'link-keys-rotation': {
    LinkKeys: ['DescribeSecret', 'GetSecretValue', 'PutSecretValue', 'UpdateSecretVersionStage'],
  },
};

const STORES = {
  Ledger: 'ConsentTablesLedger',
  Vault: 'ConsentTablesVault',
  Audience: 'ConsentTablesAudience',
  LinkKeys: 'ConsentSecretsLinkKeys',
  SubjectKey: 'ConsentSecretsSubjectKey',
  Mail: 'ConsentMail',
};

const SERVICES = ['dynamodb', 'secretsmanager', 'ses'];
const QUEUE_WORK = ['ChangeMessageVisibility', 'DeleteMessage', 'GetQueueAttributes', 'GetQueueUrl', 'ReceiveMessage'];

const template = synthesize();
const policies = resources(template, 'AWS::IAM::Policy');
const statements = grants(template);

const allowed = (name: string) => statements.get(name) ?? [];

function actionsOn(name: string, service: string, resource: (id: string) => boolean): string[] {
  return allowed(name)
    .filter(({ actions, resources: on }) => actions[0]?.startsWith(`${service}:`) && on.some(resource))
    .flatMap(({ actions }) => actions.map((action) => action.replace(`${service}:`, '')))
    .sort();
}

const everyPair = Object.keys(MAY).flatMap((name) => Object.keys(STORES).map((store) => [name, store] as const));

test('the table names every function', () => {
  expect([...statements.keys()].sort()).toEqual(Object.keys(MAY).sort());
});

describe.each(everyPair)('%s on %s', (name, store) => {
  const expected = MAY[name]?.[store] ?? [];
  test(expected.length > 0 ? `may ${expected.join(', ')} and nothing else` : 'may do nothing', () => {
    const isStore = (id: string) => id.startsWith(STORES[store as keyof typeof STORES]);
    expect(SERVICES.flatMap((service) => actionsOn(name, service, isStore))).toEqual(expected);
  });
});

describe.each(Object.keys(MAY))('%s', (name) => {
  test('works off its own queue, if it has one', () => {
    const isConsumer = ['mailer', 'retention', 'projector'].includes(name);
    expect(actionsOn(name, 'sqs', (id) => id === `Consent${name}Queue`)).toEqual(isConsumer ? QUEUE_WORK : []);
    expect(actionsOn(name, 'sqs', () => true)).toEqual(isConsumer ? QUEUE_WORK : []);
  });

  test('writes its own log', () => {
    const log = `ConsentFunctions${name.replaceAll('-', '')}Log`;
    expect(actionsOn(name, 'logs', (id) => id === log)).toEqual(['CreateLogStream', 'PutLogEvents']);
    expect(actionsOn(name, 'logs', (id) => id !== log)).toEqual([]);
  });

  test('can use a key of a store only through the service, and only where it can use the store', () => {
    const keys = allowed(name).filter(({ actions }) => actions[0]?.startsWith('kms:'));
    const direct = keys.filter(({ condition }) => condition === undefined);
    expect(direct.flatMap(({ resources: on }) => on)).toEqual(['ConsentKeysOperations']);
    const through = keys.filter(({ condition }) => /kms:ViaService/.test(JSON.stringify(condition) ?? ''));
    expect(through.length + direct.length).toBe(keys.length);
    expect(new Set(through.flatMap(({ resources: on }) => on))).toEqual(keysFor(name));
  });

  test('has no rights of any other kind', () => {
    const services = allowed(name).flatMap(({ actions }) => actions.map((action) => action.split(':')[0]));
    const known = new Set([...SERVICES, 'sqs', 'logs', 'kms']);
    expect(services.filter((service) => !known.has(service ?? ''))).toEqual([]);
  });
});

function keysFor(name: string): Set<string> {
  const stores = Object.keys(MAY[name] ?? {}).filter((store) => store !== 'Mail');
  return new Set(stores.map((store) => `ConsentKeys${/Key/.test(store) ? 'Secrets' : store}`));
}

describe('nobody', () => {
  const everything = [...statements.values()].flat();

  test('has a wildcard in an action or a resource', () => {
    expect(everything.filter(({ actions }) => actions.some((action) => action.includes('*')))).toEqual([]);
    expect(everything.filter(({ resources: on }) => on.some((id) => id.includes('*')))).toEqual([]);
  });

  test.each(['Scan', 'BatchWriteItem', 'TransactWriteItems', 'TransactGetItems', 'DeleteTable', 'UpdateTable'])(
    'may %s',
    (action) => {
      expect(everything.filter(({ actions }) => actions.includes(`dynamodb:${action}`))).toEqual([]);
    },
  );

  test('but a function or the pipe can reach DynamoDB', () => {
    const inline = [...resources(template, 'AWS::IAM::Role')]
      .filter(([, role]) => JSON.stringify(role.Properties['Policies'] ?? '').includes('dynamodb:'))
      .map(([id]) => referenced({ Ref: id }));
    expect(inline).toEqual(['ConsentBusPipeRole']);
    expect(policies.size).toBe(statements.size);
  });

  test('has an AWS managed policy', () => {
    const managed = [...resources(template, 'AWS::IAM::Role').values()].flatMap(
      (role) => (property(role, 'ManagedPolicyArns') as unknown[] | undefined) ?? [],
    );
    expect(managed).toEqual([]);
  });
});

describe('only', () => {
  const holders = (service: string, action: string, store: string) =>
    [...statements.keys()].filter((name) => actionsOn(name, service, (id) => id.startsWith(store)).includes(action));

  test.each(['Ledger', 'Vault'])('retention may change or delete in the %s', (table) => {
    expect(holders('dynamodb', 'UpdateItem', `ConsentTables${table}`)).toEqual(['retention']);
    expect(holders('dynamodb', 'DeleteItem', `ConsentTables${table}`)).toEqual(['retention']);
  });

  test('the projector may write the audience', () => {
    for (const action of ['PutItem', 'UpdateItem']) {
      expect(holders('dynamodb', action, 'ConsentTablesAudience')).toEqual(['projector']);
    }
    expect(holders('dynamodb', 'DeleteItem', 'ConsentTablesAudience')).toEqual([]);
  });

  test('the mailer may send mail', () => {
    expect(holders('ses', 'SendRawEmail', 'ConsentMail')).toEqual(['mailer']);
  });

  test('functions behind a scope may read the vault', () => {
    const open = ROUTES.filter(({ scope }) => scope === undefined).map((route) => route.function);
    for (const name of new Set([...open, FALLBACK_FUNCTION])) {
      const actions = actionsOn(name, 'dynamodb', (id) => id === 'ConsentTablesVault');
      expect(actions.filter((action) => action !== 'PutItem')).toEqual([]);
    }
  });
});

test('the pipe can read the stream, put on the bus and nothing else', () => {
  const [role] = [...resources(template, 'AWS::IAM::Role')].filter(([id]) => id.startsWith('ConsentBusPipeRole'));
  const policy = property(role?.[1], 'Policies', 0, 'PolicyDocument', 'Statement');
  const granted = (policy as { Action: unknown; Resource: unknown }[]).map(({ Action, Resource: on }) => [
    referenced(on),
    [Action].flat(),
  ]);
  expect(Object.fromEntries(granted)).toEqual({
    ConsentTablesLedger: [
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
    ],
    ConsentKeysLedger: ['kms:Decrypt', 'kms:DescribeKey'],
    ConsentBusconsent: ['events:PutEvents'],
    ConsentBusDeadLetters: ['sqs:SendMessage'],
    ConsentBusPipeLog: ['logs:CreateLogStream', 'logs:PutLogEvents'],
  });
  expect(JSON.stringify(policy)).toContain('"StreamArn"');
});
