import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** How S3 reads a link: AWS Signature Version 4 in the query, from AWS's description and not from what signs. */
export interface SignedRequest {
  readonly method: string;
  readonly url: URL;
  readonly host: string;
}

const SIGNATURE = 'X-Amz-Signature';

/** RFC 3986, which leaves fewer characters as they are than JavaScript does. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** The signature that a link has to have. Headers other than the host are none of it. */
export function signatureOf({ method, url, host }: SignedRequest, secret: string): string {
  const pairs = [...url.searchParams].filter(([name]) => name !== SIGNATURE);
  const query = pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).sort();
  const canonical = [method, url.pathname, query.join('&'), `host:${host}`, '', 'host', 'UNSIGNED-PAYLOAD'].join('\n');
  const [, ...scope] = (url.searchParams.get('X-Amz-Credential') ?? '').split('/');
  const at = url.searchParams.get('X-Amz-Date') ?? '';
  const digest = createHash('sha256').update(canonical).digest('hex');
  const toSign = ['AWS4-HMAC-SHA256', at, scope.join('/'), digest].join('\n');
  const key = scope.reduce<string | Buffer>((derived, part) => hmac(derived, part), `AWS4${secret}`);
  return hmac(key, toSign).toString('hex');
}

/** Why S3 would refuse a link; undefined where it would not. */
export function whyRefused(request: SignedRequest, secret: string, now: Date): string | undefined {
  const { searchParams } = request.url;
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(searchParams.get('X-Amz-Date') ?? '') ?? [];
  const signedAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  const seconds = Number(searchParams.get('X-Amz-Expires') ?? Number.NaN);
  if (!(now.getTime() <= signedAt + seconds * 1000)) return 'Request has expired';
  const given = Buffer.from(searchParams.get(SIGNATURE) ?? '');
  const wanted = Buffer.from(signatureOf(request, secret));
  const isRight = given.length === wanted.length && timingSafeEqual(given, wanted);
  return isRight ? undefined : 'The request signature we calculated does not match the signature you provided.';
}
