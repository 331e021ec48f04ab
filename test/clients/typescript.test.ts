import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Ledger } from '../../clients/typescript/src/index';
import { TOKEN_PATH } from '../../local/gateway/token-endpoint';
import type { Role } from '../../shared/http/roles';
import { verifyVouched } from '../verify/vouched';
import { Person, startSystem, type System } from '../promises/person';
import { loadClient, programsIn, Project } from './built-client';

const README = path.join(__dirname, '..', '..', 'clients', 'typescript', 'README.md');
const client = loadClient();

let system: System;
let reader: Person;

beforeAll(async () => {
  system = await startSystem();
  reader = new Person(system, 'demo');
  await reader.signUp({ purposes: ['newsletter-product'], language: 'en', fields: { firstName: 'Jürgen' } });
  await reader.confirm(1);
  await system.visitor.eventually(
    () => reader.audience('newsletter-product'),
    (members) => members.length === 1,
    'nobody came into the audience',
  );
});
afterAll(() => system.stop());

function ledgerOf(role: Role): Ledger {
  const token = client.clientCredentials({ tokenUrl: system.url + TOKEN_PATH, clientId: role, clientSecret: 'any' });
  return new client.Ledger({ url: system.url, site: 'demo', token });
}

test('the example of the README compiles and does what it says, in a project that has the packed client', async () => {
  const project = new Project();
  const [program = ''] = programsIn(readFileSync(README, 'utf8'));
  await project.check(program);
  const printed = await project.run(program, {
    LEDGER_URL: system.url,
    TOKEN_URL: system.url + TOKEN_PATH,
    CLIENT_ID: 'marketing',
    CLIENT_SECRET: 'any',
  });
  expect(printed.trim().split('\n')).toEqual([
    'Erika: false',
    `${reader.email} Jürgen List-Unsubscribe=One-Click`,
    expect.stringMatching(/^\d+ changes; /),
    "422 invalid [ '/email' ]",
  ]);
  project.remove();
});

test('marketing asks, reports, and is refused what compliance may', async () => {
  const ledger = ledgerOf('marketing');
  expect(await ledger.mayMail(reader.email, 'newsletter-product')).toBe(true);
  expect(await ledger.mayMail(reader.email, 'newsletter-events')).toBe(false);
  expect(await ledger.reportActivity({ emails: [reader.email] })).toMatchObject({ reported: 1 });
  expect(await ledger.reportFeedback({ emails: [reader.email], kind: 'transient-bounce' })).toMatchObject({
    reported: 1,
  });
  const refused = ledger.evidence({ email: reader.email, reason: 'curiosity' });
  await expect(refused).rejects.toMatchObject({ name: 'Problem', status: 403, code: 'forbidden' });
  await expect(refused).rejects.toBeInstanceOf(client.Problem);
});

test('a list of the sender is gone through in its order, however long it is', async () => {
  const emails = Array.from({ length: 1001 }, (_, n) => (n === 700 ? reader.email : `nobody-${n}@example.org`));
  const answers = [];
  for await (const answer of ledgerOf('marketing').links('newsletter-product', emails)) answers.push(answer);
  expect(answers.map(({ email }) => email)).toEqual(emails);
  const allowed = answers.filter((answer) => answer.allowed);
  expect(allowed).toMatchObject([
    { email: reader.email, headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } },
  ]);
});

test('whoever follows the changes since a cursor hears of a withdrawal', async () => {
  const ledger = ledgerOf('marketing');
  const person = new Person(system, 'demo');
  await person.signUp({ purposes: ['newsletter-events'] });
  const since = await ledger.changesCursor();
  await person.confirm(1);
  await person.oneClick(person.link(await person.mail(2), 'unsubscribe'));
  const heard = async (): Promise<string[]> => {
    const found: string[] = [];
    for await (const { changes } of ledger.changes(since)) {
      found.push(...changes.filter(({ email }) => email === person.email).map(({ change }) => change));
    }
    return found;
  };
  await system.visitor.advance('PT1M');
  await system.visitor.eventually(heard, (found) => found.join() === 'given,withdrawn', 'the changes did not come');
});

test('a backend signs up its visitor, and reports a consent from elsewhere', async () => {
  const ledger = ledgerOf('backend');
  const email = 'visitor@example.org';
  await ledger.signUp({ email, purposes: ['newsletter-events'], visitor: { ip: '203.0.113.7' } });
  await system.visitor.mail(email, 1);
  const report = { email: 'from@example.org', purposes: ['newsletter-events'], version: '1.0', doubleOptIn: true };
  const recorded = await ledger.recordConsent({ ...report, source: 'import', reference: 'subscriber 1' });
  expect(recorded.status).toBe('recorded');
  await expect(ledger.recordConsent({ ...report, purposes: ['no-such'] })).rejects.toMatchObject({
    status: 422,
    code: 'invalid',
    errors: [{ pointer: '/purposes/0' }, { pointer: '/doubleOptIn' }],
  });
  const results = await ledger.importRows([
    { consent: { ...report, source: 'import', reference: 'subscriber 1' } },
    { optOut: { email: 'left@example.org', kind: 'withdrawal' } },
  ]);
  expect(results).toMatchObject([{ status: 'already-recorded', recordId: recorded.recordId }, { status: 'recorded' }]);
});

test('compliance gets evidence that verifies, a dossier, and the report; and carries out a withdrawal', async () => {
  const ledger = ledgerOf('compliance');
  const order = { email: reader.email, reason: 'letter of 20 November' };
  const evidence = await ledger.evidence(order);
  expect(verifyVouched(JSON.stringify(evidence)).verdict).toBe('good');
  const files = [await ledger.evidenceFile(order, 'application/pdf'), await ledger.subjects.access(order)];
  for (const { bytes } of files) expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
  expect(files.map(({ name }) => name.replace(/[\w-]{22}-\d{8}T\d{6}Z/, 'ID-TIME'))).toEqual([
    'evidence-demo-ID-TIME.pdf',
    'access-demo-ID-TIME.pdf',
  ]);
  const told = { ...order, via: 'letter', receivedOn: '2026-11-20', purposes: ['newsletter-product'] } as const;
  const { done, now } = await ledger.subjects.withdraw({ ...told, purposes: [...told.purposes] });
  expect(done.map(({ type }) => type)).toEqual(['ConsentWithdrawn']);
  expect(now.purposes.find(({ id }) => id === 'newsletter-product')).toMatchObject({ allowed: false });
});
