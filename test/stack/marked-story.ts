import { until } from '../local/folder';
import type { Mark } from './marks';
import type { Traffic } from './traffic';

const ANNA = 'Kanarie.Vogel+eins@trillern.example';
export const BERT = 'zwitscher.bert@piepmatz.example';
export const MARKS: Mark[] = [
  { name: 'address', text: ANNA },
  { name: 'its local part', text: 'kanarie.vogel' },
  { name: 'its domain', text: 'trillern.example' },
  { name: 'another address', text: BERT },
  { name: 'first name', text: 'Tirilinde' },
  { name: 'last name', text: 'Flötenschläger' },
  { name: 'department', text: 'Vogelwartenamt' },
  { name: 'IP from a backend', text: '198.51.100.77' },
  { name: 'IPv6 from a backend', text: '2001:db8:cafe::4711' },
  { name: 'user agent', text: 'CanaryBrowser/7.77' },
  { name: 'user agent from a backend', text: 'CanaryPhone/8.88' },
  { name: 'page with the form', text: 'kanarien-formular' },
  { name: 'name of a dispute', text: 'Klagekuckuck' },
];
/** Sent, but nowhere to be kept: not even in the vault. */
export const HEARSAY: Mark = { name: 'IP from a forged header', text: '203.0.113.66' };

export const HEADERS = {
  'user-agent': 'Mozilla/5.0 CanaryBrowser/7.77',
  'x-forwarded-for': '203.0.113.66',
  referer: 'https://www.demo.example/kanarien-formular',
};
export const SIGN_UPS = '/v1/sites/demo/signups';
const USES = '/v1/sites/demo/activity';
const REPORTS = '/v1/sites/notice-002/consents';
const ORDERS = '/v1/sites/demo/subjects';
/** What an operator is asked for by letter. */
const ORDER = { email: BERT, reason: 'Brief von Tirilinde', via: 'letter', receivedOn: '2025-11-03' };
const HOLD = { email: BERT, reason: 'Klage von Tirilinde', label: 'Klage des Klagekuckucks, 12 O 345/26' };
/** A consent from elsewhere. */
const REPORT = {
  email: BERT,
  purposes: ['newsletter'],
  version: '4',
  source: 'import',
  fields: { lastName: 'Flötenschläger' },
  visitor: { ip: '198.51.100.77', userAgent: 'CanaryPhone/8.88' },
  reference: `${BERT} 198.51.100.77`,
};
/** The button for everything that was asked for. */
const ALL: [string, string][] = [['choice', 'all']];

/** From the form to the whitepaper, withdrawn, and begun again. */
export async function consent(traffic: Traffic, keepTables: () => Promise<void>): Promise<void> {
  const form: [string, string][] = [
    ['email', ANNA],
    ['purpose', 'newsletter-product'],
    ['purpose', 'analysis'],
    ['asset', 'whitepaper-consent'],
    ['language', 'de'],
    ['field.firstName', 'Tirilinde'],
    ['field.lastName', 'Flötenschläger'],
    ['field.department', 'Vogelwartenamt'],
  ];
  await traffic.form(303, SIGN_UPS, form, { ...HEADERS, accept: 'text/html' });
  const confirm = await traffic.link(ANNA, 'confirm');
  for (const method of ['GET', 'HEAD']) await traffic.send(200, confirm, { method, headers: HEADERS });
  for (let press = 0; press < 2; press += 1) await traffic.form(200, confirm, ALL, HEADERS);
  await traffic.send(200, await traffic.link(ANNA, 'assets'), { headers: HEADERS });
  await keepTables();
  const preferences = await traffic.link(ANNA, 'preferences');
  await traffic.send(200, preferences, { headers: HEADERS });
  await traffic.form(200, preferences, [['language', 'de']], HEADERS);
  const unsubscribe = await traffic.link(ANNA, 'unsubscribe');
  await traffic.send(200, unsubscribe, { headers: HEADERS });
  await traffic.form(200, unsubscribe, [['List-Unsubscribe', 'One-Click']], HEADERS);
  // The order stands, and was confirmed already.
  await traffic.form(200, confirm, ALL, HEADERS);
  await traffic.form(303, SIGN_UPS, form, HEADERS);
  const second = await traffic.link(ANNA, 'confirm', confirm);
  await traffic.form(200, second, ALL, HEADERS);
  const wishes: [string, string][] = [
    ['before', 'analysis'],
    ['purpose', 'newsletter-events'],
    ['do', 'save'],
  ];
  await traffic.form(200, preferences, wishes, HEADERS);
  await write(traffic, 'Wie kann ich mich abmelden? Tirilinde Flötenschläger, Vogelwartenamt');
}

/** A mail that somebody has to read. */
async function write(traffic: Traffic, text: string): Promise<void> {
  const body = [
    `From: Tirilinde Flötenschläger <${ANNA}>`,
    'To: demo@inbox.example',
    'Subject: Vogelwartenamt',
    '',
    text,
  ];
  await traffic.send(200, '/_local/mail', { method: 'POST', body: body.join('\r\n') });
}

/** An operator keeps what is restricted, for a reason. */
async function review(
  traffic: Traffic,
  compliance: Awaited<ReturnType<Traffic['tokens']>>['compliance'],
): Promise<void> {
  const list = await until(
    () => traffic.send(200, '/v1/sites/demo/reviews', { headers: compliance }),
    (page) => page.includes('restriction'),
  );
  const { waiting } = JSON.parse(list) as { waiting: { id: string; what: string }[] };
  const items = waiting.map(({ id, what }) => ({ id, what }));
  const order = { decision: 'keep', reason: 'Überprüfung des Klagekuckucks', reviewBy: '2099-12-31', items };
  for (const dryRun of [true, undefined]) {
    await traffic.post(200, '/v1/sites/demo/reviews/decisions', { ...order, dryRun }, compliance);
  }
}

/** What a site's backend, marketing and compliance do. */
export async function backendsAndOperators(traffic: Traffic): Promise<void> {
  const { backend, marketing, compliance } = await traffic.tokens();
  const signUp = {
    email: BERT,
    purposes: ['newsletter-events'],
    language: 'en',
    form: { url: 'https://www.demo.example/kanarien-formular' },
  };
  for (const ip of ['198.51.100.77', '2001:db8:cafe::4711']) {
    const purposes = ip.includes(':') ? ['product-info'] : signUp.purposes;
    await traffic.post(202, SIGN_UPS, { ...signUp, purposes, visitor: { ip, userAgent: 'CanaryPhone/8.88' } }, backend);
  }
  await traffic.send(200, await traffic.link(BERT, 'confirm'), { method: 'POST', headers: HEADERS });
  await traffic.post(201, REPORTS, { ...REPORT, note: 'Brief von Tirilinde' }, backend);
  await traffic.post(200, REPORTS, REPORT, backend);
  await traffic.post(200, '/v1/sites/demo/permissions', { email: BERT }, marketing);
  await traffic.post(200, USES, { emails: [ANNA, BERT] }, marketing);
  await traffic.post(200, `${ORDERS}/rectifications`, { ...ORDER, fields: { firstName: 'Tirilinde' } }, compliance);
  await traffic.post(200, `${ORDERS}/restrictions`, ORDER, compliance);
  await review(traffic, compliance);
  await traffic.post(200, `${ORDERS}/restrictions`, { ...ORDER, lift: true }, compliance);
  // The answer says what the dispute is called, for whoever placed it.
  await traffic.post(200, `${ORDERS}/holds`, { ...HOLD, reviewBy: '2099-12-31' }, compliance, true);
  for (const status of [200, 409]) await traffic.post(status, `${ORDERS}/holds`, { ...HOLD, lift: true }, compliance);
  await traffic.post(200, `${ORDERS}/objections`, { ...ORDER, purposes: ['newsletter-events'] }, compliance);
  for (const dryRun of [true, undefined]) {
    await traffic.post(200, `${ORDERS}/withdrawals`, { ...ORDER, purposes: ['product-info'], dryRun }, compliance);
  }
  await traffic.post(200, `${ORDERS}/erasures`, { ...ORDER, dryRun: true }, compliance);
  await traffic.post(200, '/v1/sites/demo/evidence', { email: ANNA, reason: 'Brief von Tirilinde' }, compliance, true);
  await traffic.post(
    200,
    '/v1/sites/demo/evidence',
    { email: 'kanarie.vogel@trillern.example', reason: 'Brief' },
    compliance,
    true,
  );
  await until(
    () => traffic.send(200, '/v1/sites/demo/purposes/newsletter-product/audience', { headers: marketing }, true),
    (page) => page.includes(ANNA),
  );
  await traffic.post(200, LINKS, { emails: [ANNA, BERT], purpose: 'newsletter-product' }, marketing, true);
  const anHourAgo = JSON.stringify({ after: new Date(Date.now() - 60 * 60 * 1000).toISOString() });
  const cursor = Buffer.from(anHourAgo).toString('base64url');
  await traffic.send(200, `/v1/sites/demo/changes?cursor=${cursor}`, { headers: marketing }, true);
  for (const outcome of ['soft-bounce', 'bounce'])
    await traffic.post(200, '/_local/feedback', { email: ANNA, outcome });
  await traffic.post(200, FEEDBACK, { emails: [ANNA, BERT], kind: 'transient-bounce' }, marketing);
}

const LINKS = '/v1/sites/demo/links';
const FEEDBACK = '/v1/sites/demo/feedback';

/** All that can go wrong with a marked address in it. */
export async function failures(traffic: Traffic): Promise<void> {
  const { backend, marketing, compliance } = await traffic.tokens();
  const wrong = { email: ANNA, purposes: ['newsletter-product'], fields: { firstName: 'Tirilinde' } };
  await traffic.post(400, SIGN_UPS, `{"email":"${ANNA}","email":"${BERT}"}`, HEADERS);
  await traffic.post(400, SIGN_UPS, `{"email":"${ANNA}`, HEADERS);
  await traffic.post(422, SIGN_UPS, { ...wrong, email: `${ANNA}\r\nBcc: ${BERT}` }, HEADERS);
  await traffic.post(422, SIGN_UPS, { ...wrong, purposes: [ANNA], language: BERT, asset: 'Tirilinde' }, HEADERS);
  await traffic.post(422, SIGN_UPS, { ...wrong, [ANNA]: 1, fields: { [BERT]: 'Tirilinde' } }, HEADERS);
  await traffic.post(413, SIGN_UPS, JSON.stringify(wrong).padEnd(1024 * 1024), HEADERS);
  await traffic.post(415, SIGN_UPS, wrong, { ...HEADERS, 'content-type': 'text/plain' });
  await traffic.post(403, SIGN_UPS, wrong, { ...HEADERS, origin: 'https://kanarie.vogel.trillern.example' });
  await traffic.post(403, SIGN_UPS, { ...wrong, visitor: { ip: '198.51.100.77' } }, HEADERS);
  await traffic.post(401, SIGN_UPS, wrong, {
    ...HEADERS,
    authorization: `Bearer ${Buffer.from(ANNA).toString('base64url')}`,
  });
  await traffic.form(
    422,
    SIGN_UPS,
    [
      ['email', ANNA],
      ['purpose', BERT],
    ],
    { ...HEADERS, accept: 'text/html' },
  );
  await traffic.post(404, `/v1/sites/${encodeURIComponent(ANNA)}/signups`, wrong, HEADERS);
  await traffic.post(405, '/v1/sites/demo/notices', wrong, HEADERS);
  await traffic.send(404, `/${encodeURIComponent(ANNA)}?email=${encodeURIComponent(BERT)}`, { headers: HEADERS });
  await traffic.send(400, `/v1/sites/demo/notices?language=${encodeURIComponent(ANNA)}`, { headers: HEADERS });
  await traffic.post(422, USES, { emails: [ANNA, `${ANNA}@`], purpose: BERT, what: 'Tirilinde' }, marketing);
  for (const link of ['confirm', 'unsubscribe', 'preferences', 'keep', 'assets'])
    await traffic.send(404, `/${link}/${encodeURIComponent(ANNA)}`, { headers: HEADERS });
  const unsubscribe = await traffic.link(ANNA, 'unsubscribe');
  await traffic.form(404, `${unsubscribe}A`, [['List-Unsubscribe', 'One-Click']], HEADERS);
  await traffic.post(401, `${ORDERS}/erasures`, ORDER, HEADERS);
  await traffic.post(403, `${ORDERS}/erasures`, ORDER, marketing);
  await traffic.post(404, `${ORDERS}/erasures`, { ...ORDER, email: `nobody-${ANNA}` }, compliance);
  await traffic.post(200, `${ORDERS}/withdrawals`, { ...ORDER, email: BERT }, compliance);
  await traffic.form(410, await traffic.link(BERT, 'confirm'), ALL, HEADERS);
  await traffic.post(
    422,
    `${ORDERS}/objections`,
    { ...ORDER, [ANNA]: 1, purposes: [ANNA], via: 'Tirilinde' },
    compliance,
  );
  await traffic.post(422, `${ORDERS}/rectifications`, { ...ORDER, reason: ANNA, newEmail: ANNA }, compliance);
  await traffic.post(401, REPORTS, REPORT, HEADERS);
  await traffic.post(403, REPORTS, REPORT, compliance);
  await traffic.post(422, REPORTS, { ...REPORT, [ANNA]: 1, purposes: [ANNA], version: 'Tirilinde' }, backend);
  for (const what of ['evidence', 'permissions']) {
    await traffic.post(401, `/v1/sites/demo/${what}`, { email: ANNA }, HEADERS);
    await traffic.post(403, `/v1/sites/demo/${what}`, { email: ANNA }, what === 'evidence' ? marketing : compliance);
    await traffic.post(
      422,
      `/v1/sites/demo/${what}`,
      { email: ANNA, name: 'Tirilinde' },
      what === 'evidence' ? compliance : marketing,
    );
  }
  await traffic.post(403, LINKS, { emails: [ANNA], purpose: BERT }, compliance);
  await traffic.post(
    422,
    FEEDBACK,
    { emails: [`${ANNA}@`], ids: [ANNA], kind: BERT, at: 'Tirilinde', [ANNA]: 1 },
    marketing,
  );
  await traffic.post(403, '/feedback/ses', { Type: 'Notification', Message: ANNA, SigningCertURL: BERT });
  await traffic.post(422, LINKS, { emails: [ANNA, `${BERT}\r\n`], purpose: 'Tirilinde', [ANNA]: 1 }, marketing);
  for (const list of ['purposes/newsletter-product/audience', 'changes']) {
    const target = `/v1/sites/demo/${list}?cursor=${encodeURIComponent(ANNA)}`;
    await traffic.send(400, target, { headers: marketing });
  }
}
