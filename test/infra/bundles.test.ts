import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { EXAMPLE_SENDERS, EXAMPLE_SITES } from '../../examples/sites/module';
import { clientOf } from '../../shared/http/roles';
import { grants } from './grants';
import { functions, newApp, newLedger, newStack, property, variables, WITNESS } from './synthesis';

const app = newApp();
const stack = newStack(app);
newLedger(stack, {
  sites: EXAMPLE_SITES,
  senderDomains: EXAMPLE_SENDERS,
  inboxDomain: 'inbox.example.com',
  witnesses: [WITNESS],
  clients: [clientOf('compliance@demo')!],
});
const template = Template.fromStack(stack);
const names = [...functions(template).keys()];

/** The folder that Lambda would get the function from. */
function task(name: string): string {
  const zip = property(functions(template).get(name), 'Code', 'S3Key') as string;
  return path.join(app.outdir, `asset.${zip.replace('.zip', '')}`);
}

describe('a function starts with the environment that it is deployed with', () => {
  // The message only: an uncaught error would print the minified bundle.
  const LOAD = `
    process.env = JSON.parse(process.argv[1]);
    try {
      process.stdout.write(typeof require(process.env.LAMBDA_TASK_ROOT).handler);
    } catch (error) {
      process.stdout.write(error.message);
    }
  `;
  /** What refers to another resource is some text when deployed; as a URL it will do for all of them. */
  const placeholder = (value: unknown) => (typeof value === 'string' ? value : 'https://example.com/placeholder');

  test.each(names)('%s', (name) => {
    const own = Object.entries(variables(functions(template).get(name))).map(([key, value]) => [
      key,
      placeholder(value),
    ]);
    const reserved = { AWS_REGION: 'eu-central-1', LAMBDA_TASK_ROOT: task(name) };
    const environment = { ...Object.fromEntries(own), ...reserved };
    const handler = execFileSync(process.execPath, ['--no-warnings', '-e', LOAD, JSON.stringify(environment)]);
    expect(handler.toString()).toBe('function');
  });
});

test.each(names)('%s answers first without loading a client of HTTP that nobody uses', (name) => {
  // `import()` of a module of Node's reads all that it exports, and so loads undici.
  expect(readFileSync(path.join(task(name), 'index.js'), 'utf8')).not.toMatch(/\bimport\(/);
});

describe('a function may do what its code can ask AWS for, and no more', () => {
  /** In every client of DynamoDB and S3: endpoint discovery, which is off, and sessions of directory buckets. */
  const UNUSED = ['DescribeEndpoints', 'CreateSession'];
  /** The rights to calls that are named otherwise. */
  const RIGHTS: Record<string, string> = { HeadObject: 'GetObject', ListObjectsV2: 'ListBucket' };
  /** What comes along with how the log is read and kept, and the function never asks: it was seen in no test (calls.test.ts). */
  const NOT_ASKED: Record<string, readonly string[]> = {
    archive: ['BatchGetItem', 'Query'],
    log: ['BatchGetItem'],
    receipts: ['GetItem'],
    sequencer: ['Query'],
    witness: ['BatchGetItem'],
  };
  /** Keys that the stores use in the function's name. */
  const SILENT = /^ConsentKeys/;

  function canCall(name: string): string[] {
    const code = readFileSync(path.join(task(name), 'index.js'), 'utf8');
    const commands = [...code.matchAll(/class(?: [\w$]+)? extends [\w$]+\([\w$]+,[\w$]+,"(\w+)",[\w$]+\)/g)].map(
      ([, name]) => name ?? '',
    );
    const rights = commands.filter((command) => !UNUSED.includes(command)).map((call) => RIGHTS[call] ?? call);
    return [...new Set(rights)];
  }

  function mayCall(name: string): string[] {
    const granted = (grants(template).get(name) ?? []).filter(({ resources: on }) => !SILENT.test(on[0] ?? ''));
    const actions = granted.flatMap((statement) => statement.actions);
    const called = actions.filter((action) => /^(dynamodb|secretsmanager|ses|s3|kms):/.test(action));
    // Secrets are read by the extension, without an SDK, and the stream by Lambda.
    const bySdk = called
      .filter((action) => name === 'link-keys-rotation' || !action.startsWith('secretsmanager:'))
      .filter((action) => !/Stream|GetRecords|GetShardIterator/.test(action))
      // Lambda keeps what the inbox failed with, in its name.
      .filter((action) => name !== 'inbox' || !['s3:PutObject', 's3:ListBucket'].includes(action));
    return [...new Set(bySdk.map((action) => action.split(':')[1] ?? ''))].sort();
  }

  test.each(names)('%s', (name) => {
    const asks = canCall(name).filter((action) => !NOT_ASKED[name]?.includes(action));
    expect(asks.sort()).toEqual(mayCall(name));
  });
});
