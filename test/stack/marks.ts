import { createHash } from 'node:crypto';

/** Something personal, made up so that it is nowhere by chance. */
export interface Mark {
  readonly name: string;
  readonly text: string;
}

/** A place where no mark may be, as it was found. */
export interface Place {
  readonly name: string;
  readonly content: string | Buffer;
}

/** Every way that a text could have been written down in, all in lower case, as that is how it is looked for. */
export function variants(text: string): Map<string, string> {
  const bytes = Buffer.from(text);
  const escaped = (escape: (code: number) => string): string =>
    [...bytes]
      .map((code) => (/[a-z0-9]/i.test(String.fromCharCode(code)) ? String.fromCharCode(code) : escape(code)))
      .join('');
  const hex = (code: number): string => code.toString(16).padStart(2, '0');
  const all: [string, string][] = [
    ['text', bytes.toString('latin1')],
    ['backwards', [...text].reverse().join('')],
    ['UTF-16', Buffer.from(text, 'utf16le').toString('latin1')],
    ['hex', bytes.toString('hex')],
    ['percent-encoded', escaped((code) => `%${hex(code)}`)],
    ['percent-encoded wholly', [...bytes].map((code) => `%${hex(code)}`).join('')],
    ['percent-encoded as by browsers', encodeURIComponent(text)],
    ['quoted-printable', escaped((code) => `=${hex(code)}`)],
    ['HTML entities', escaped((code) => `&#${code};`)],
    ['JSON escapes', escaped((code) => `\\u00${hex(code)}`)],
    ...(['base64', 'base64url'] as const).flatMap((encoding) =>
      [0, 1, 2].map((shift): [string, string] => [
        `${encoding}, shifted by ${shift}`,
        inBase64(bytes, encoding, shift),
      ]),
    ),
    ...['md5', 'sha1', 'sha256', 'sha512'].flatMap((hash) =>
      (['hex', 'base64', 'base64url'] as const).map((encoding): [string, string] => [
        `${hash} in ${encoding}`,
        digest(hash, encoding, text),
      ]),
    ),
  ];
  return new Map(all.map(([name, written]) => [name, written.toLowerCase()]));
}

/** What of the base64 of a longer text depends on this one alone. */
function inBase64(bytes: Buffer, encoding: 'base64' | 'base64url', shift: number): string {
  const written = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString(encoding)
    .replaceAll('=', '');
  return written.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
}

/** The plain hash of an address is as good as the address, as whoever has a guess can try it. */
function digest(hash: string, encoding: 'hex' | 'base64' | 'base64url', text: string): string {
  return createHash(hash).update(text.toLowerCase()).digest(encoding).replaceAll('=', '');
}

/** Says of each mark that is in a place where, what, and how written. */
export function find(marks: readonly Mark[], places: readonly Place[]): string[] {
  const wanted = marks.flatMap(({ name, text }) =>
    [...variants(text)].map(([how, written]) => ({ name, how, written })),
  );
  return places.flatMap((place) => {
    const content = Buffer.from(place.content as string)
      .toString('latin1')
      .toLowerCase();
    return wanted
      .filter(({ written }) => content.includes(written))
      .map(({ name, how }) => `${place.name}: ${name} (${how})`);
  });
}
