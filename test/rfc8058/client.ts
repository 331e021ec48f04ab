import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

/*
 * What a mail program does about one-click unsubscription, written from RFC 8058 (and RFC 2369 and 5322, which it rests on)
 * alone: all that it knows of us is a mail as it came.
 */

/** What a mail lets a person do by one click. */
export interface OneClick {
  readonly uri: URL;
  /** The key/value pair to send. */
  readonly pair: readonly [key: string, value: string];
}

/**
 * RFC 8058, section 3.1: one List-Unsubscribe with one HTTPS URI, and one List-Unsubscribe-Post with the one pair. Undefined where
 * that is not so; then a mail program offers nothing. That both are covered by a DKIM signature is for the mail service to see to.
 */
export function offered(raw: string): OneClick | undefined {
  const fields = headerFields(raw);
  const [list, ...otherLists] = fields.get('list-unsubscribe') ?? [];
  const [post, ...otherPosts] = fields.get('list-unsubscribe-post') ?? [];
  if (list === undefined || post === undefined || otherLists.length + otherPosts.length > 0) return undefined;
  if (!/^[ \t]*List-Unsubscribe=One-Click[ \t]*$/.test(post)) return undefined;
  const web = urisIn(list).filter(({ protocol }) => protocol === 'http:' || protocol === 'https:');
  const [uri, ...others] = web;
  if (!uri || others.length > 0 || !isSecure(uri)) return undefined;
  return { uri, pair: ['List-Unsubscribe', 'One-Click'] };
}

/** RFC 5322, section 2.2: names in lower case, each with the bodies of all fields of that name, unfolded. */
function headerFields(raw: string): ReadonlyMap<string, readonly string[]> {
  const [head = ''] = raw.split(/\r?\n\r?\n/, 1);
  const fields = new Map<string, string[]>();
  for (const line of head.replace(/\r?\n(?=[ \t])/g, '').split(/\r?\n/)) {
    const [, name = '', body = ''] = /^([!-9;-~]+):(.*)$/.exec(line) ?? [];
    fields.set(name.toLowerCase(), [...(fields.get(name.toLowerCase()) ?? []), body]);
  }
  return fields;
}

/** RFC 2369, section 2: addresses in angle brackets, with commas between them; white space in them is to be ignored. */
function urisIn(body: string): URL[] {
  return [...body.matchAll(/<([^<>]*)>/g)]
    .map(([, text = '']) => text.replace(/\s/g, ''))
    .filter((text) => URL.canParse(text))
    .map((text) => new URL(text));
}

/** HTTPS; or this machine, where nobody else is in between. */
function isSecure({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || hostname === 'localhost';
}

export type Encoding = 'multipart/form-data' | 'application/x-www-form-urlencoded';

export interface PostRequest {
  readonly uri: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Section 3.2: the pair as a form, without cookie, authorization or anything else that says who is asking. */
export function postOf({ uri, pair: [key, value] }: OneClick, encoding: Encoding): PostRequest {
  const boundary = 'a-boundary-of-the-mail-program';
  const isMultipart = encoding === 'multipart/form-data';
  const body = isMultipart
    ? `--${boundary}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n--${boundary}--\r\n`
    : `${key}=${value}`;
  const type = isMultipart ? `${encoding}; boundary=${boundary}` : encoding;
  return { uri, headers: { 'content-type': type, 'content-length': `${Buffer.byteLength(body)}` }, body };
}

export interface Outcome {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
}

/** Follows no redirect: section 3.1 forbids senders to answer by one. */
export function send({ uri, headers, body }: PostRequest, method = 'POST'): Promise<Outcome> {
  const request = uri.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const sending = request(uri, { method, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }));
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

/** As a mail program takes it: anything but success it would show to the person, or try again. */
export function hasSucceeded({ status, headers }: Outcome): boolean {
  return status >= 200 && status < 300 && headers['location'] === undefined && headers['set-cookie'] === undefined;
}
