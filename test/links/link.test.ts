import { asRecord, asSubject } from '../ids';
import { createHmac } from 'node:crypto';
import fc from '../seeded';
import { keyRingIn } from '../../shared/links/key-ring';
import { landingField, linkUrl, openLandingField, openLink, type Links } from '../../shared/links/link';
import { LINK_KINDS, readToken, writeToken, type Link, type LinkKind } from '../../shared/links/link-token';
import { markOf, readLocalPart } from '../../shared/links/inbox-address';
import { unsubscribeHeaders } from '../../shared/links/unsubscribe-headers';
import { ROUTES } from '../../shared/http/routes';

const RING = { current: 2, keys: new Map([1, 2].map((id) => [id, `${id}`.repeat(64)])) };
const LINKS: Links = {
  publicUrl: 'https://consent.example.com',
  keyRing: () => Promise.resolve(RING),
  inboxDomain: undefined,
};
const KINDS = Object.keys(LINK_KINDS) as LinkKind[];

const id = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('base64url'));
const purposes = fc.array(fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/), { maxLength: 5 });
const link = fc.record({
  kind: fc.constantFrom(...KINDS),
  subject: id.map(asSubject),
  recordId: id.map(asRecord),
  purposes,
});
const LINK: Link = {
  kind: 'unsubscribe',
  subject: asSubject('A'.repeat(22)),
  recordId: asRecord('B'.repeat(21) + 'A'),
  purposes: ['news'],
};

describe('a token', () => {
  test('says what was written, as what it is for and as nothing else', () => {
    fc.assert(
      fc.property(link, (one) => {
        const token = writeToken(one, RING);
        for (const kind of KINDS) expect(readToken(token, kind, RING)).toEqual(kind === one.kind ? one : undefined);
      }),
    );
  });

  test('is none with any bit changed, cut anywhere, or by another key', () => {
    const bytes = Buffer.from(writeToken(LINK, RING), 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(readToken(changed.toString('base64url'), 'unsubscribe', RING)).toBeUndefined();
    }
    for (let length = 0; length < bytes.length; length += 1) {
      expect(readToken(bytes.subarray(0, length).toString('base64url'), 'unsubscribe', RING)).toBeUndefined();
    }
    const others = { current: 2, keys: new Map([[2, 'evil']]) };
    expect(readToken(bytes.toString('base64url'), 'unsubscribe', others)).toBeUndefined();
  });

  test('as short as one for all purposes is, is one', () => {
    const shortest = { ...LINK, purposes: [] };
    expect(Buffer.from(writeToken(shortest, RING), 'base64url')).toHaveLength(2 + 16 + 16 + 16);
    expect(readToken(writeToken(shortest, RING), 'unsubscribe', RING)).toEqual(shortest);
  });

  test('is none if it is signed, and shorter than what it has to say', () => {
    const signed = (payload: Buffer): string => {
      const mac = createHmac('sha256', '2'.repeat(64)).update(payload).digest().subarray(0, 16);
      return Buffer.concat([payload, mac]).toString('base64url');
    };
    const payload = Buffer.from([LINK_KINDS.confirm, 2, ...Buffer.alloc(32)]);
    expect(readToken(signed(payload), 'confirm', RING)).toBeDefined();
    for (let length = 2; length < payload.length; length += 1) {
      expect(readToken(signed(payload.subarray(0, length)), 'confirm', RING)).toBeUndefined();
    }
  });

  test('has one spelling: with anything added that decodes to the same, it is none', () => {
    const token = writeToken(LINK, RING);
    for (const other of [
      `${token}=`,
      `${token} `,
      `${token}!`,
      ` ${token}`,
      token.replace(/.$/, (last) => `${last}.`),
    ]) {
      expect(Buffer.from(other, 'base64url')).toEqual(Buffer.from(token, 'base64url'));
      expect(readToken(other, 'unsubscribe', RING)).toBeUndefined();
    }
  });
});

describe('the address of a link', () => {
  test.each(KINDS)('of the kind %s is of ours, leads to a route that there is, and opens there alone', async (kind) => {
    const url = await linkUrl(LINKS, { ...LINK, kind });
    const [, path = '', token = ''] = /^https:\/\/consent\.example\.com(\/[a-z]+)\/([\w-]+)$/.exec(url) ?? [];
    expect(ROUTES.map((route) => `${route.methods[0]} ${route.path}`)).toContain(`GET ${path}/{token}`);
    for (const other of KINDS) {
      expect(await openLink(LINKS, token, other)).toEqual(other === kind ? { ...LINK, kind } : undefined);
    }
  });

  test('is another for each kind, but that one page shows all of a person’s own', async () => {
    const others = KINDS.filter((kind) => kind !== 'right');
    const urls = await Promise.all(others.map((kind) => linkUrl(LINKS, { ...LINK, kind })));
    expect(new Set(urls.map((url) => url.split('/')[3])).size).toBe(others.length);
    expect(await linkUrl(LINKS, { ...LINK, kind: 'right' })).toContain('/preferences/');
  });
});

test('the field of a page says on that page alone when and by whom it was fetched', async () => {
  const landing = { fetchedAt: '2026-11-22T09:15:30.000Z', ip: '203.0.113.7' };
  const field = await landingField(LINKS, landing, 'page');
  expect(await openLandingField(LINKS, field, 'page')).toEqual(landing);
  expect(await openLandingField(LINKS, field, 'other')).toBeUndefined();
});

describe('the headers of a mail (RFC 8058)', () => {
  test('have the link, and no address to write to where no mail comes in', async () => {
    const url = await linkUrl(LINKS, LINK);
    const headers = { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
    expect(await unsubscribeHeaders(LINKS, LINK)).toEqual(headers);
    expect(await unsubscribeHeaders(LINKS, LINK, 'https://known.example/')).toEqual({
      ...headers,
      'List-Unsubscribe': '<https://known.example/>',
    });
  });

  test('have the link first, then an address of the recipient’s own, for the same purposes', async () => {
    const links = { ...LINKS, inboxDomain: 'in.example.com' };
    const { 'List-Unsubscribe': ways } = await unsubscribeHeaders(links, LINK);
    const [, url, localPart = ''] = /^<(\S+)>, <mailto:(\S+)@in\.example\.com\?subject=unsubscribe>$/.exec(ways) ?? [];
    expect(url).toBe(await linkUrl(LINKS, LINK));
    expect(readLocalPart(localPart, RING)).toEqual({ subject: LINK.subject, mark: markOf(['news']) });
  });
});

describe('the key ring in a secret', () => {
  test('is parsed once for each text that the secret has', async () => {
    let text = JSON.stringify({ current: 1, '1': 'one' });
    const read = keyRingIn(() => Promise.resolve(text));
    const first = await read();
    expect(first).toEqual({ current: 1, keys: new Map([[1, 'one']]) });
    expect(await read()).toBe(first);
    text = JSON.stringify({ current: 1, '1': 'one', '2': 'two' });
    expect((await read()).keys.get(2)).toBe('two');
  });
});
