import { roomOf } from '../../infra/function-files';
import { CONSUMERS } from '../../shared/consent/consumers';
import { OPERATIONS } from '../../shared/http/operations';
import { FALLBACK_FUNCTION, ROUTES } from '../../shared/http/routes';
import { grants, type Statement } from './grants';
import { APART, MAY, OPERATION_MAY } from './may';
import { property, referenced, resources, synthesize } from './synthesis';

const STORES = {
  Ledger: 'ConsentTablesLedger',
  Vault: 'ConsentTablesVault',
  Audience: 'ConsentTablesAudience',
  Log: 'ConsentTablesLog',
  Limits: 'ConsentTablesLimits',
  LinkKeys: 'ConsentSecretsLinkKeys',
  SubjectKey: 'ConsentSecretsSubjectKey',
  Processors: 'ConsentSecretsProcessors',
  LogKey: 'ConsentLogKeys',
  Archive: 'ConsentArchiveBucket',
  Mail: 'ConsentMail',
};

const SERVICES = ['dynamodb', 'secretsmanager', 'ses', 's3', 'kms'];
const QUEUE_WORK = ['ChangeMessageVisibility', 'DeleteMessage', 'GetQueueAttributes', 'GetQueueUrl', 'ReceiveMessage'];

const template = synthesize();
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

function actionsIn(name: string, store: string): string[] {
  const isStore = (id: string) => id.startsWith(STORES[store as keyof typeof STORES]);
  return SERVICES.flatMap((service) => actionsOn(name, service, isStore));
}

describe.each(everyPair)('%s on %s', (name, store) => {
  const expected = MAY[name]?.[store] ?? [];
  test(expected.length > 0 ? `may ${expected.join(', ')} and nothing else` : 'may do nothing', () => {
    expect(actionsIn(name, store)).toEqual(expected);
  });
});

test.each(OPERATIONS.map((operation) => [operation.id, operation.function] as const))(
  '%s gains nothing from the operations that %s answers besides',
  (id, name) => {
    const all = Object.keys(STORES).map((store) => [store, actionsIn(name, store)] as const);
    expect(Object.fromEntries(all.filter(([, actions]) => actions.length > 0))).toEqual(OPERATION_MAY[id]);
  },
);

test('functions that may do the same are one, or it is written down why not', () => {
  const byRights = new Map<string, string[]>();
  for (const [name, all] of grants(synthesize({ inboxDomain: 'inbox.example.com' }))) {
    // Each has its own log, and its own queue.
    const shared = all.filter(({ actions }) => !/^(logs|sqs):/.test(actions[0] ?? ''));
    const rights = JSON.stringify(shared.map((statement) => JSON.stringify(statement)).sort());
    byRights.set(rights, [...(byRights.get(rights) ?? []), name].sort());
  }
  const same = [...byRights.values()].filter((names) => names.length > 1);
  expect(same.sort()).toEqual(APART.map(({ functions }) => functions));
});

describe.each(Object.keys(MAY))('%s', (name) => {
  test('works off its own queues, if it has any', () => {
    const own = CONSUMERS.filter(({ runs }) => runs === name).map((one) => `Consent${one.name}Queue`);
    for (const id of own) expect(actionsOn(name, 'sqs', (on) => on === id)).toEqual(QUEUE_WORK);
    // The sequencer fills the queue of the log, and works it off.
    const isOfLog = (id: string): boolean => id === 'ConsentLogFeedQueue';
    expect(actionsOn(name, 'sqs', isOfLog)).toEqual(name === 'sequencer' ? [...QUEUE_WORK, 'SendMessage'] : []);
    const others = actionsOn(name, 'sqs', (id) => !own.includes(id) && !isOfLog(id));
    expect(others).toEqual(['review', 'sequencer'].includes(name) ? ['SendMessage'] : []);
  });

  test('writes the log of its room', () => {
    const isOwn = (id: string): boolean => id.toLowerCase() === `consentfunctions${roomOf(name)}log`;
    expect(actionsOn(name, 'logs', isOwn)).toEqual(['CreateLogStream', 'PutLogEvents']);
    expect(actionsOn(name, 'logs', (id) => !isOwn(id))).toEqual([]);
  });

  test('can use a key of a store only through the service, and only where it can use the store', () => {
    const keys = allowed(name)
      .filter(({ actions }) => actions[0]?.startsWith('kms:'))
      .filter(({ resources: on }) => !on.every((id) => id.startsWith(STORES.LogKey)));
    const direct = keys.filter(({ condition }) => condition === undefined);
    expect(direct.flatMap(({ actions }) => actions)).toEqual(['kms:Decrypt']);
    // Lambda reads the ledger's stream in the name of the sequencer.
    const ledger = name === 'sequencer' ? ['ConsentKeysLedger'] : [];
    expect(direct.flatMap(({ resources: on }) => on)).toEqual([...ledger, 'ConsentKeysOperations']);
    const through = keys.filter(({ condition }) => /kms:ViaService/.test(JSON.stringify(condition) ?? ''));
    expect(through.length + direct.length).toBe(keys.length);
    expect(new Set(through.flatMap(({ resources: on }) => on))).toEqual(keysFor(name));
  });

  test('has no rights of any other kind', () => {
    const services = allowed(name).flatMap(({ actions }) => actions.map((action) => action.split(':')[0]));
    const known = new Set([...SERVICES, 'sqs', 'logs']);
    expect(services.filter((service) => !known.has(service ?? ''))).toEqual([]);
  });
});

/** The keys of the stores in which it works on items or secrets; a stream is none of them. */
function keysFor(name: string): Set<string> {
  const stores = Object.keys(MAY[name] ?? {}).filter((store) => !['Mail', 'Archive', 'LogKey'].includes(store));
  const used = stores.filter((store) => !MAY[name]?.[store]?.includes('GetRecords'));
  return new Set(used.map((store) => `ConsentKeys${/Key|Processors/.test(store) ? 'Secrets' : store}`));
}

test('the review puts messages into the queue of other mails, and into no other', () => {
  expect(actionsOn('review', 'sqs', (id) => id === 'ConsentmailerQueue')).toEqual(['SendMessage']);
});

describe('nobody', () => {
  const everything = [...statements.values()].flat();

  test('has a wildcard in an action or a resource', () => {
    expect(everything.filter(({ actions }) => actions.some((action) => action.includes('*')))).toEqual([]);
    const isWild = ({ resources: on }: Statement): boolean => on.some((id) => id.includes('*'));
    for (const { actions } of everything.filter(isWild)) expect(actions).toEqual(['ses:GetSendQuota']);
    // Copies of a table are named by AWS Backup, see backup.test.ts.
    const known = ['*', '/checkpoints/*', '/backup/*'];
    const notes = ['leaf#*', 'fetches#*', 'operator#*', 'deliveries#*', 'counted#*', 'counts#*', 'tallied#*'];
    const granted = [...resources(template, 'AWS::IAM::Role').values()].map(({ Properties }) => Properties['Policies']);
    expect(new Set(JSON.stringify(granted).match(/(?<=")[^"]*\*(?=")/g))).toEqual(new Set([...known, ...notes]));
  });

  test('may delete in the archive, or lift its lock', () => {
    const actions = everything.flatMap((statement) => statement.actions).filter((action) => action.startsWith('s3:'));
    expect(new Set(actions)).toEqual(new Set(['s3:GetObject', 's3:PutObject', 's3:ListBucket']));
  });

  test.each(['Scan', 'TransactWriteItems', 'TransactGetItems', 'DeleteTable', 'UpdateTable'])('may %s', (action) => {
    expect(everything.filter(({ actions }) => actions.includes(`dynamodb:${action}`))).toEqual([]);
  });

  test('but a function, the pipe or AWS Backup can reach DynamoDB', () => {
    const inline = [...resources(template, 'AWS::IAM::Role')]
      .filter(([, role]) => JSON.stringify(role.Properties['Policies'] ?? '').includes('dynamodb:'))
      .map(([id]) => referenced({ Ref: id }));
    const others = inline.filter((role) => !role.startsWith('ConsentFunctions'));
    expect(others.sort()).toEqual(['ConsentBackupHistoryRole', 'ConsentBackupPersonalRole', 'ConsentBusPipeRole']);
    expect(resources(template, 'AWS::IAM::Policy').size).toBe(0);
  });

  test('has an AWS managed policy', () => {
    const managed = [...resources(template, 'AWS::IAM::Role').values()].flatMap(
      (role) => (property(role, 'ManagedPolicyArns') as unknown[] | undefined) ?? [],
    );
    expect(managed).toEqual([]);
  });
});

describe('only', () => {
  const TELLING = ['deliveries', 'notifier'];
  /** Those who hear that a processor deleted somebody, and take it off the list of those who are awaited. */
  const HEARING = ['cases', 'deletions'];
  const holders = (service: string, action: string, store: string) =>
    [...statements.keys()].filter((name) => actionsOn(name, service, (id) => id.startsWith(store)).includes(action));

  test.each(['Ledger', 'Vault'])(
    'retention may change or delete in the %s; confirm and subjects may put off ends',
    (table) => {
      expect(holders('dynamodb', 'UpdateItem', `ConsentTables${table}`)).toEqual(['confirm', 'retention', 'subjects']);
      for (const name of ['confirm', 'subjects']) {
        const updates = allowed(name).filter(
          ({ actions, resources: on }) =>
            actions.includes('dynamodb:UpdateItem') && on.includes(`ConsentTables${table}`),
        );
        expect(updates.map(({ condition }) => condition)).toEqual([
          {
            'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'sk', 'expiresAt'] },
            StringEqualsIfExists: { 'dynamodb:ReturnValues': 'NONE' },
          },
        ]);
      }
      expect(holders('dynamodb', 'DeleteItem', `ConsentTables${table}`)).toEqual(['retention']);
    },
  );

  test('who says whether somebody may be mailed sees that there are parts, and nothing of what they say', () => {
    const conditions = ['permissions', 'links'].map((name) =>
      allowed(name)
        .filter(({ actions, resources: on }) => on.includes(STORES.Vault) && actions[0]?.startsWith('dynamodb:'))
        .map(({ condition }) => condition),
    );
    const keys = {
      'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'sk', 'expiresAt'] },
      StringEqualsIfExists: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
    };
    expect(conditions).toEqual([[keys], [keys]]);
  });

  test('the projector may write the audience; the review its place in it, and who is out; cases what became of them', () => {
    const putting = holders('dynamodb', 'PutItem', 'ConsentTablesAudience');
    expect(putting).toEqual(['audience', 'cases', 'projector', 'review']);
    const updating = holders('dynamodb', 'UpdateItem', 'ConsentTablesAudience');
    expect(updating.filter((name) => !TELLING.includes(name))).toEqual([...HEARING, 'projector', 'review']);
    expect(holders('dynamodb', 'DeleteItem', 'ConsentTablesAudience')).toEqual(TELLING);
  });

  test('who tells processors, or hears that they deleted somebody, may note that in the audience, and touch nobody else there', () => {
    const conditions = [...TELLING, ...HEARING].flatMap((name) =>
      allowed(name)
        .filter(
          ({ actions, resources: on }) => on.includes('ConsentTablesAudience') && !actions.includes('dynamodb:Query'),
        )
        .map(({ condition }) => condition),
    );
    const own = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['deliveries#*'] } };
    expect(conditions).toEqual([...TELLING, ...HEARING].map(() => own));
  });

  test('the mailer, resend and announcements may send mail', () => {
    expect(holders('ses', 'SendRawEmail', 'ConsentMail')).toEqual(['announcements', 'mailer', 'resend']);
  });

  test('the sequencer may write the log, and sign for it', () => {
    for (const action of ['PutItem', 'BatchWriteItem']) {
      expect(holders('dynamodb', action, STORES.Log)).toEqual(['sequencer']);
    }
    for (const action of ['UpdateItem', 'DeleteItem']) expect(holders('dynamodb', action, STORES.Log)).toEqual([]);
    expect(holders('kms', 'Sign', STORES.LogKey)).toEqual(['sequencer']);
  });

  test('the index of the log may be written in batches, as those can also delete', () => {
    const batches = [...statements].flatMap(([name, granted]) =>
      granted
        .filter(({ actions }) => actions.includes('dynamodb:BatchWriteItem'))
        .map((statement) => ({ name, ...statement })),
    );
    expect(batches).toEqual([
      {
        name: 'sequencer',
        actions: ['dynamodb:BatchWriteItem'],
        resources: [STORES.Log],
        condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['leaf#*'] } },
      },
    ]);
  });

  test('Ed25519 signatures are made with the key of the log', () => {
    const signing = allowed('sequencer').find(({ actions }) => actions.includes('kms:Sign'));
    expect(signing?.actions).toEqual(['kms:Sign']);
    expect(signing?.condition).toEqual({ StringEquals: { 'kms:SigningAlgorithm': 'ED25519_SHA_512' } });
  });

  test('archive may put into the archive', () => {
    expect(holders('s3', 'PutObject', STORES.Archive)).toEqual(['archive']);
  });

  test('functions behind a scope may read the vault, and preferences, which copies an address and shows none', () => {
    const open = ROUTES.filter(({ scope }) => scope === undefined).map((route) => route.function);
    const reading = [...new Set([...open, FALLBACK_FUNCTION])].flatMap((name) => {
      const actions = actionsOn(name, 'dynamodb', (id) => id === 'ConsentTablesVault');
      const writing = ['PutItem', 'UpdateItem'];
      return actions.filter((action) => !writing.includes(action)).map((action) => [name, action]);
    });
    expect(reading).toEqual([['preferences', 'Query']]);
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
    ConsentTablesLedger: ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map(
      (each) => `dynamodb:${each}`,
    ),
    ConsentKeysLedger: ['kms:Decrypt', 'kms:DescribeKey'],
    ConsentBusconsent: ['events:PutEvents'],
    ConsentStreamDeadLetters: ['sqs:SendMessage'],
    ConsentBusPipeLog: ['logs:CreateLogStream', 'logs:PutLogEvents'],
  });
  expect(JSON.stringify(policy)).toContain('"StreamArn"');
});
