import { createHash } from 'node:crypto';
import { factsOf } from '../../shared/consent/entry';
import type { Bundle } from '../../shared/evidence/bundle';
import type { Told } from '../processors/processors';
import type { Mail } from '../ses/mail';
import { allowed, audience, evidenceOf, linkTo, readBundle, signUp, stepsOf, toldTo, type EvidenceEntry } from './site';
import { expect, type Chapter } from './timeline';
import type { Visitor } from './visitor';

export const ANNA = 'anna.muster@example.org';
const BEN = 'ben.beispiel@example.org';
const TOPIC = 'newsletter-events';

/** Asked for, given, withdrawn, proven: the main job, from the form to the evidence. */
export function consentStory(visitor: Visitor): Chapter[] {
  return [
    { title: 'A newsletter is asked for', play: (timeline) => askedFor(timeline, visitor) },
    { title: 'The consent is given', play: (timeline) => given(timeline, visitor) },
    { title: 'A whitepaper, and no advertising along with it', play: (timeline) => whitepaper(timeline, visitor) },
    { title: 'The consent is withdrawn', play: (timeline) => withdrawn(timeline, visitor) },
    { title: 'A sign-up that nobody confirms is not kept', play: (timeline) => expired(timeline, visitor) },
    { title: 'It can all be proven', play: (timeline) => proven(timeline, visitor) },
  ];
}

type Play = (timeline: Parameters<Chapter['play']>[0], visitor: Visitor) => Promise<void>;

const askedFor: Play = async (timeline, visitor) => {
  await timeline.step('The website shows the form; nothing is ticked before', async () => {
    const page = await visitor.get('/');
    const html = await page.text();
    const boxes = html.match(/<input[^>]+type="checkbox"[^>]*>/g) ?? [];
    expect(page.status === 200 && boxes.length > 0, `the website answered ${page.status} with ${boxes.length} boxes`);
    expect(!boxes.some((box) => /\bchecked\b/.test(box)), 'a box is ticked');
    return `${boxes.length} consents to choose from, each with its own wording`;
  });
  await timeline.step('Anna orders the events newsletter and agrees to its analysis', async () => {
    const purposes: [string, string][] = [TOPIC, 'analysis'].map((id) => ['purpose', id]);
    const name: [string, string][] = [
      ['field.firstName', 'Anna'],
      ['field.lastName', 'Müller-Lüdenscheidt'],
    ];
    return signUp(visitor, [['email', ANNA], ['language', 'de'], ...purposes, ...name]);
  });
  await timeline.step('She gets a mail with one link to press, and who it is from', async () => {
    const { subject, html, links } = await visitor.mail(ANNA, 1);
    const toPress = links.filter((link) => /\/[\w-]{40,}$/.test(link));
    expect(html === undefined && toPress.length === 1, `it has ${toPress.length} links to press`);
    return `“${subject}”`;
  });
  await timeline.step('Nobody may write to her yet', () => mayBe(visitor, ANNA, 'nothing'));
};

const given: Play = async (timeline, visitor) => {
  const link = linkTo('confirm', await visitor.mail(ANNA, 1));
  await timeline.step('A mail scanner fetches the link with HEAD and GET; that changes nothing', async () => {
    const statuses = [await visitor.get(link, { method: 'HEAD' }), await visitor.get(link)].map(({ status }) => status);
    expect(
      statuses.every((status) => status === 200),
      `the link answered ${statuses.join(' and ')}`,
    );
    return mayBe(visitor, ANNA, 'nothing');
  });
  await timeline.step('Anna opens the link and presses the button', async () => {
    const answer = await visitor.submit(link, []);
    expect(answer.status === 200, `the button answered ${answer.status}`);
    return mayBe(visitor, ANNA, `${TOPIC}, analysis`);
  });
  await timeline.step('She is in the audience of the newsletter', () => audienceBecomes(visitor, [ANNA]));
  await timeline.step('Who sends the newsletters is told, too', () => senderIsTold(visitor, 'permissions.changed'));
  await timeline.step('The welcome mail can be unsubscribed from in one click (RFC 8058)', async () => {
    const { subject, headers } = await visitor.mail(ANNA, 2);
    expect(headers['list-unsubscribe-post'] === 'List-Unsubscribe=One-Click', 'it has no List-Unsubscribe-Post');
    return `“${subject}”`;
  });
};

const whitepaper: Play = async (timeline, visitor) => {
  await timeline.step('Anna orders the whitepaper, in English and without the product information', () =>
    signUp(visitor, [
      ['email', ANNA],
      ['language', 'en'],
      ['asset', 'whitepaper-consent'],
    ]),
  );
  await timeline.step('She confirms that order, too', async () => {
    const mail = await visitor.mail(ANNA, 3);
    const answer = await visitor.submit(linkTo('confirm', mail), []);
    expect(answer.status === 200, `the button answered ${answer.status}`);
    return `“${mail.subject}”`;
  });
  await timeline.step('Now she gets the link, and downloads the whitepaper', async () => {
    const file = await visitor.get(linkTo('assets', await visitor.mail(ANNA, 4)));
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(file.status === 200 && bytes.subarray(0, 5).toString() === '%PDF-', `the link answered ${file.status}`);
    return `a PDF of ${Math.round(bytes.length / 1024)} KB`;
  });
  await timeline.step('That allows no advertising', () => mayBe(visitor, ANNA, `${TOPIC}, analysis`));
};

const withdrawn: Play = async (timeline, visitor) => {
  await timeline.step('Her mail program unsubscribes her in one click', async () => {
    const [, welcome] = (await visitor.mailsTo(ANNA)).reverse();
    const address = /<(.+?)>/.exec(welcome?.headers['list-unsubscribe'] ?? '')?.[1] ?? '';
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    const answer = await visitor.get(address, { method: 'POST', body });
    expect(answer.status === 200 && !answer.headers.has('set-cookie'), `it was answered ${answer.status}`);
    return mayBe(visitor, ANNA, 'nothing');
  });
  await timeline.step('She is in no audience any more', () => audienceBecomes(visitor, []));
  await timeline.step('Who sends the newsletters is told to delete her', () =>
    senderIsTold(visitor, 'deletion.requested'),
  );
};

const expired: Play = async (timeline, visitor) => {
  await timeline.step('Somebody types in Ben’s address', async () => {
    const page = await signUp(visitor, [
      ['email', BEN],
      ['language', 'de'],
      ['purpose', TOPIC],
    ]);
    await visitor.mail(BEN, 1);
    return page;
  });
  await timeline.step('Ben does nothing, and eight days pass', () => visitor.advance('P8D'));
  await timeline.step('The link is not good any more', async () => {
    const answer = await visitor.submit(linkTo('confirm', await visitor.mail(BEN, 1)), []);
    expect(answer.status >= 400 && answer.status < 500, `the button answered ${answer.status}`);
    return mayBe(visitor, BEN, 'nothing');
  });
  await timeline.step('Nothing is left of it', async () => {
    const { records } = readBundle(await evidenceOf(visitor, BEN));
    expect(records.length === 0, `there are ${records.length} records`);
  });
};

const proven: Play = async (timeline, visitor) => {
  let bundle: Bundle | undefined;
  const steps = () => (bundle ? stepsOf(bundle) : []);
  await timeline.step('Marketing may not see the evidence', async () => {
    const headers = { authorization: `Bearer ${await visitor.token('marketing')}` };
    const { status } = await visitor.get('/v1/sites/demo/evidence', { method: 'POST', headers });
    expect(status === 403, `it was answered ${status}`);
  });
  await timeline.step('Compliance may; that it was read, and why, becomes the last step', async () => {
    bundle = readBundle(await evidenceOf(visitor, ANNA));
    return steps().map(describe);
  });
  await timeline.step('The wording that was agreed to is in it, word for word', async () => {
    const agreed = steps().filter(({ type }) => type === 'ConsentGiven');
    const hashes = agreed.flatMap(({ purposes }) => purposes.map(({ noticeHash }) => noticeHash));
    const texts = hashes.map((hash) => bundle?.notices[hash]?.text ?? '');
    const shown = await (await visitor.get('/')).text();
    expect(texts.length > 0 && texts.every((text) => text !== '' && shown.includes(text)), 'a wording is another');
    return texts.map((text) => `“${text.slice(0, 70)}…”`);
  });
  await timeline.step('So is the word of who sends the newsletters that she is deleted there', () => {
    const confirmed = steps().find(({ type }) => type === 'DeletionConfirmed');
    expect(confirmed !== undefined, 'no confirmation is on record');
    return `${factsOf(confirmed).processor}, ${confirmed.at.slice(0, 19)}`;
  });
  await timeline.step('So are the mails that were sent', async () => {
    const sent = (await visitor.mailsTo(ANNA)).map(withoutKeys).sort();
    const kept = steps()
      .flatMap(({ parts }) => parts.mail?.raw ?? [])
      .map(unbroken)
      .sort();
    expect(sent.length > 0 && sent.join() === kept.join(), `${kept.length} of ${sent.length} mails are`);
    return `${sent.length} mails, without the keys in their links`;
  });
};

/** A mail as whoever got it can match it with its copy: what is secret in its links gives way to the check value of that. */
function withoutKeys({ raw, links }: Mail): string {
  const tokens = links.map((link) => link.slice(link.lastIndexOf('/') + 1)).filter((token) => token.length > 32);
  const text = tokens.reduce((left, token) => left.replaceAll(token, checkValue(token)), unbroken(raw));
  // Of its full length, as the random number in a Message-ID, too, can hold the letters that such an address begins with.
  return text.replace(/u-[a-z2-7]{61}(?=@)/gi, (localPart) => checkValue(localPart.toLowerCase()));
}

/** Without the soft ends of lines, which can part a link (RFC 2045 section 6.7, RFC 5322 section 2.2.3). */
function unbroken(raw: string): string {
  return raw.replace(/=\r?\n/g, '').replace(/\r?\n[ \t]+/g, ' ');
}

function checkValue(secret: string): string {
  return `[sha256 ${createHash('sha256').update(secret).digest('base64url')}]`;
}

function describe({ type, at, purposes, parts }: EvidenceEntry): string {
  const what = purposes.map(({ id }) => id).join(', ');
  return `${at.slice(0, 19)}  ${type.padEnd(17)} ${what}${parts.network ? ` from ${parts.network.ip}` : ''}`;
}

async function mayBe(visitor: Visitor, email: string, expected: string): Promise<string> {
  const seen = await allowed(visitor, email);
  expect(seen === expected, `allowed is ${seen} instead of ${expected}`);
  return `permissions: ${seen}`;
}

/** Waits for what the one who mails for the site is told last. */
async function senderIsTold(visitor: Visitor, type: string): Promise<string> {
  const lastTold = async () => (await toldTo(visitor, 'brieftapir')).at(-1);
  const isSo = (last: Told | undefined) => last?.message.type === type && last.message.data['email'] === ANNA;
  const last = await visitor.eventually(lastTold, isSo, `brieftapir was not told ${type}`);
  expect(last?.verified === true, 'it is not signed by the key that both sides have');
  const { purposes = [] } = last.message.data as { purposes?: { id: string; allowed: boolean }[] };
  const allowed = purposes.filter((purpose) => purpose.allowed).map(({ id }) => id);
  return `brieftapir: ${type}${allowed.length > 0 ? ` (${allowed.join(', ')})` : ''}; signed`;
}

async function audienceBecomes(visitor: Visitor, expected: readonly string[]): Promise<string> {
  const isSo = (seen: readonly string[]) => seen.join() === expected.join();
  const seen = await visitor.eventually(() => audience(visitor, TOPIC), isSo, 'the audience is another');
  return `${TOPIC}: ${seen.join(', ') || 'nobody'}`;
}
