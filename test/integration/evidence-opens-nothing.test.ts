import type { AccessReport } from '../../shared/evidence/access/report';
import { accessContent } from '../../shared/evidence/access/document';
import type { Bundle } from '../../shared/evidence/bundle';
import { dossierContent } from '../../shared/evidence/dossier/dossier';
import { contentsOf } from '../../shared/inbox/received-mail';
import { LANGUAGES } from '../../shared/policy/schema';
import { findSite } from '../../shared/policy/sites';
import { readAttachment } from '../../shared/verify/pdf/attachment';
import { sites } from '../../examples/sites';
import { by, startCorrespondence, today, type Correspondence } from './correspondence';
import { confirmed, type Journey } from './journey';
import { everything, observe } from './observe';
import { INBOX_DOMAIN } from './post';
import { tokenOf, whileSequencing, type Answer } from './world';

let all: Correspondence;
let people: readonly Journey[];

/** A sign-up that waits, one with all that can be had, and people who quoted our mails to us. */
beforeAll(async () => {
  process.env['POWERTOOLS_LOG_LEVEL'] = 'INFO';
  all = await startCorrespondence();
  const waiting = all.another('waiting@example.com');
  await waiting.signUp();
  await all.consume();
  const full = all.another('full@example.com');
  await confirmed(full);
  const asking = await all.subscriber();
  await asking.signUp({ purposes: ['newsletter-events'] });
  await all.consume();
  const mails = await all.world.mails(asking.email);
  const quote = mails.flatMap(({ text }) => text.split('\n').map((line) => `> ${line}`)).join('\n');
  const written = { ...by(asking), to: `demo@${INBOX_DOMAIN}`, date: today() };
  for (const encoding of [undefined, 'quoted-printable', 'base64'] as const) {
    await all.post.send({ ...written, text: `Was bedeutet das?\n\n${quote}`, ...(encoding && { encoding }) });
  }
  const leaving = await all.subscriber();
  const to = await all.unsubscribeAddress(leaving);
  await all.post.send({ ...by(leaving), to, text: `Bitte.\n${to}`, date: today() }, { to });
  await all.consume();
  people = [waiting, full, asking, leaving];
});
afterEach(() => all.check());
afterAll(() => all.world.stop());

const site = findSite(sites, 'demo')!;
const BODY = { reason: 'A letter of 1 November' };
const bytesIn = ({ body, isBase64Encoded }: Answer): Buffer => Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
const textOf = (content: object): string => JSON.stringify(content);

/** All texts that evidence and access report of a person come to, whatever the form, with mails decoded. */
async function texts({ email }: Journey): Promise<string[]> {
  const { world } = all;
  const get = async (fn: 'evidence' | 'access', accept: string, body = {}): Promise<Buffer> => {
    const call = world.call(fn === 'access' ? 'subjects' : fn, fn, {
      body: { ...BODY, email, ...body },
      headers: { accept },
    });
    return bytesIn(await whileSequencing(world, call));
  };
  const bundle = JSON.parse((await get('evidence', 'application/json')).toString()) as Bundle;
  const report = JSON.parse((await get('access', 'application/json')).toString()) as AccessReport;
  const documents = await Promise.all([
    ...LANGUAGES.map((language) => dossierContent(bundle, site, language)),
    ...LANGUAGES.map((language) => accessContent({ ...report, language }, site)),
  ]);
  const files = [
    await get('evidence', 'application/ld+json'),
    await get('evidence', 'text/csv'),
    await get('access', 'text/csv', { portable: true }),
    await get('access', 'application/json', { portable: true }),
    await attachedTo(await get('evidence', 'application/pdf')),
    await attachedTo(await get('access', 'application/pdf')),
  ];
  const mails = mailsIn([bundle, report]);
  expect(mails.length).toBeGreaterThan(0);
  const decoded = await Promise.all(mails.map((raw) => contentsOf(Buffer.from(raw))));
  return [textOf(bundle), textOf(report), ...documents.map(textOf), ...files.map(String), ...mails, ...decoded.flat()];
}

async function attachedTo(pdf: Uint8Array): Promise<Buffer> {
  const attachment = await readAttachment(pdf);
  if ('problem' in attachment) throw new Error(`The PDF is not as it was made: ${attachment.problem}.`);
  return Buffer.from(attachment.bytes);
}

function mailsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) =>
    key === 'raw' && typeof member === 'string' ? [member] : mailsIn(member),
  );
}

/** As long as the shortest of our tokens, of which most are. */
const LONG = 67;

/** All that could be a token, also where a line's end parts it, or what follows stands right behind it. */
function tokensIn(text: string): string[] {
  const joined = text.replaceAll(/=?(?:\\r)?(?:\\n|\r?\n)[ \t>]*/g, '');
  const words = [text, joined].flatMap((said) => said.match(/[A-Za-z0-9_-]{60,}/g) ?? []);
  return [...new Set(words.flatMap((word) => [word, word.slice(0, LONG)]))];
}

const PRESSES: readonly (readonly [fn: string, event: string])[] = [
  ...(['confirm-page', 'confirm-button'] as const).map((event) => ['confirm', event] as const),
  ...(['unsubscribe-page', 'unsubscribe-button', 'unsubscribe-one-click'] as const).map(
    (event) => ['unsubscribe', event] as const,
  ),
  ...(['preferences-page', 'preferences-end'] as const).map((event) => ['preferences', event] as const),
  ...(['keep-page', 'keep-button'] as const).map((event) => ['keep', event] as const),
  ['assets', 'asset'],
  ['receipts', 'receipt'],
];

/** What anything of it does: the answers that are not "no such link". */
async function press(tokens: readonly string[]): Promise<string[]> {
  const opened: string[] = [];
  for (const token of tokens) {
    for (const [fn, event] of PRESSES) {
      const { statusCode } = await all.world.call(fn, event, { params: { token } });
      if (statusCode !== 404) opened.push(`${event} ${token}: ${statusCode}`);
    }
  }
  for (const token of tokens.filter((one) => one.includes('u-'))) {
    const to = `${token.slice(token.indexOf('u-'))}@${INBOX_DOMAIN}`;
    await all.post.send({ to, subject: 'unsubscribe' }, { to });
  }
  return opened;
}

test('no string in evidence or access report of anybody, in any form, opens or changes anything', async () => {
  const tokens = new Set<string>();
  let checkValues = 0;
  const { log } = await observe(async () => {
    for (const person of people)
      for (const text of await texts(person)) {
        checkValues += text.split('[sha256 ').length - 1;
        for (const token of tokensIn(text)) tokens.add(token);
      }
  });
  expect(checkValues).toBeGreaterThan(50);
  for (const token of tokensIn(log)) tokens.add(token);
  const before = await everything(all.world);
  expect(await press([...tokens])).toEqual([]);
  expect(await everything(all.world)).toEqual(before);
});

test('nor does anything that an operator reads of a mail that waits', async () => {
  const cases = await all.cases();
  expect(cases.length).toBeGreaterThan(0);
  const read = await Promise.all(cases.map(({ case: id }) => all.read(id)));
  const before = await everything(all.world);
  expect(await press(read.flatMap((one) => tokensIn(JSON.stringify(one))))).toEqual([]);
  expect(await everything(all.world)).toEqual(before);
});

test('the mailbox itself can do all that, so these presses would show it', async () => {
  const [waiting] = people;
  const [mail] = await all.world.mails(waiting!.email);
  const opened = await press(tokensIn(mail?.raw ?? ''));
  expect(opened).toContain(`confirm-button ${tokenOf(mail, 'confirm')}: 200`);
});

test('the print of a mail can be matched with what is kept of it, and with nothing else', async () => {
  const [, full] = people;
  const { world } = all;
  const mails = await world.mails(full!.email);
  const bundle = JSON.stringify((await world.evidence(full!.email)).bundle);
  const tokens = mails.flatMap(({ links }) => links.map((link) => link.split('/').at(-1) ?? ''));
  const own = tokens.filter((token) => token.length > 60);
  expect(own.length).toBeGreaterThan(4);
  const value = async (token: string): Promise<string> => {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
    return `[sha256 ${Buffer.from(digest).toString('base64url')}]`;
  };
  const shown = bundle.replaceAll('=\\r\\n', '');
  for (const token of own) expect(shown).toContain(await value(token));
  expect(shown).not.toContain(await value(`${own[0]}A`));
});
