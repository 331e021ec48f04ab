import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { authenticate, type DNSResolver } from 'mailauth';
import type { Receipt } from '../../shared/inbox/receipt';

/** Servers that may send for the domain, and for somebody else's. */
export const OWN_SERVER = '203.0.113.7';
export const FOREIGN_SERVER = '198.51.100.9';

export const NOW = new Date('2026-11-22T09:15:30Z');
const seconds = (date: Date): number => Math.floor(date.getTime() / 1000);

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
export const PRIVATE_KEY = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;

/** Has keys at every domain, and a policy (DMARC) at all but `bare.example`. */
const resolver: DNSResolver = (name, type) => {
  const found =
    type !== 'TXT'
      ? []
      : /\._domainkey\./.test(name)
        ? [[key]]
        : name.startsWith('_dmarc.')
          ? [name.endsWith('bare.example') ? '' : 'v=DMARC1; p=reject'].filter(Boolean).map((policy) => [policy])
          : [[`v=spf1 ip4:${/evil|list|bulk/.test(name) ? FOREIGN_SERVER : OWN_SERVER} -all`]];
  return found.length > 0
    ? Promise.resolve(found)
    : Promise.reject(Object.assign(new Error(name), { code: 'ENOTFOUND' }));
};

export interface Signing {
  readonly d?: string;
  readonly h?: string;
  /** More tags, or other ones. */
  readonly tags?: Readonly<Record<string, string>>;
}

export const ALL = 'from:to:cc:subject:date:message-id:mime-version:content-type:content-transfer-encoding';

/** Puts a signature on top of a mail, over fields that it may not have, too (relaxed/relaxed, RFC 6376). */
export function signed(raw: string, { d = 'example.com', h = ALL, tags = {} }: Signing = {}): string {
  const [head = '', ...bodies] = raw.split('\r\n\r\n');
  const body = bodies.join('\r\n\r\n');
  const lines = body.split('\r\n').map((line) => line.replaceAll(/[ \t]+/g, ' ').replace(/ $/, ''));
  const whole = lines.join('\r\n').replace(/(?:\r\n)*$/, '\r\n');
  const hashed = tags['l'] === undefined ? whole : whole.slice(0, Number(tags['l']));
  const bh = createHash('sha256').update(hashed, 'latin1').digest('base64');
  const all = { v: '1', a: 'rsa-sha256', c: 'relaxed/relaxed', d, s: 's1', h, bh, ...tags };
  const bare = `DKIM-Signature: ${Object.entries(all)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')}; b=`;
  const rest = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
  const covered = h.split(':').flatMap((name) => {
    const at = rest.findLastIndex((line) => line.toLowerCase().replace(/\s*:.*$/, '') === name.toLowerCase());
    return at < 0 ? [] : rest.splice(at, 1);
  });
  const data = [...covered, bare].map(relaxed).join('\r\n');
  return `${bare}${sign('sha256', Buffer.from(data, 'latin1'), privateKey).toString('base64')}\r\n${raw}`;
}

function relaxed(line: string): string {
  const at = line.indexOf(':');
  const value = line
    .slice(at + 1)
    .replaceAll(/[ \t]+/g, ' ')
    .trim();
  return `${line.slice(0, at).toLowerCase().trim()}:${value}`;
}

/** What the service that receives a mail finds of it; checked by a library of others. */
export async function receiptOf(raw: string, { ip, sender }: { ip: string; sender: string }): Promise<Receipt> {
  const found = await authenticate(Buffer.from(raw, 'latin1'), {
    ip,
    sender,
    helo: 'mail.example.com',
    mta: 'mx.example.net',
    resolver,
    disableBimi: true,
  });
  const signatures = found.dkim.results.map(({ status }) => status.result);
  const dmarc = (found.dmarc || undefined)?.status.result ?? 'none';
  const spf = (found.spf || undefined)?.status.result ?? 'none';
  const verdict = (result: string): string => (result === 'pass' ? 'PASS' : result === 'none' ? 'GRAY' : 'FAIL');
  return {
    id: 'one',
    receivedAt: NOW,
    returnPath: sender,
    recipients: ['demo@inbox.example'],
    isSpam: false,
    isVirus: false,
    spf: verdict(spf),
    dkim: verdict(signatures.includes('pass') ? 'pass' : (signatures.find((result) => result !== 'none') ?? 'none')),
    dmarc: verdict(dmarc),
  };
}

export const inSeconds = (offset: number): string => String(seconds(NOW) + offset);
