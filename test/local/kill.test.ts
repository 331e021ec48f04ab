import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { EXAMPLE_SITES } from '../../examples/sites/module';
import { startStack } from '../../local/stack';
import type { Mail } from '../../local/ses/mail';
import { temporaryFolder, until } from './folder';
import { BUNDLES } from '../once/made';

const dataDir = path.join(temporaryFolder(), 'data');

/** Signs up one address after the other until the stack is gone. Answers which were acknowledged. */
async function signUpUntilDead(url: string, prefix: string, onAcknowledged: () => void): Promise<string[]> {
  const acknowledged: string[] = [];
  for (let n = 0; ; n += 1) {
    const email = `${prefix}-${n}@example.org`;
    const body = JSON.stringify({ email, purposes: ['newsletter-events'] });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/v1/sites/demo/signups`, { method: 'POST', headers, body }).catch(
      () => undefined,
    );
    if (!answer) return acknowledged;
    if (answer.status === 202) acknowledged.push(email);
    onAcknowledged();
  }
}

test('after kill -9 amid sign-ups, every one that was acknowledged gets its mail', async () => {
  const child = fork(path.join(__dirname, 'stack-process.ts'), [dataDir, BUNDLES], { execArgv: ['--import', 'tsx'] });
  const [url] = (await once(child, 'message')) as [string];
  let count = 0;
  const kill = (): void => void ((count += 1) === 40 && child.kill('SIGKILL'));
  const callers = ['a', 'b', 'c', 'd'].map((prefix) => signUpUntilDead(url, prefix, kill));
  const acknowledged = (await Promise.all(callers)).flat();
  expect(acknowledged.length).toBeGreaterThan(30);

  const stack = await startStack({ sites: EXAMPLE_SITES, dataDir, bundles: BUNDLES });
  const addresses = async () => {
    const mails = (await (await fetch(`${stack.url}/_local/inbox`)).json()) as Mail[];
    return new Set(mails.flatMap(({ to }) => to));
  };
  const reached = await until(addresses, (seen) => acknowledged.every((email) => seen.has(email)));
  expect(reached.size).toBeGreaterThanOrEqual(acknowledged.length);
  await stack.stop();
});
