/**
 * The part of a signed checkpoint that a dossier quotes (https://c2sp.org/signed-note). Only the verifier checks it.
 */
export interface QuotedNote {
  readonly size: string;
  /** Of the keys that signed, hexadecimal. */
  readonly keyIds: readonly string[];
}

export function noteOf(note: string): QuotedNote {
  const [text = '', signatures = ''] = note.split('\n\n');
  const keyIds = signatures
    .split('\n')
    .filter((line) => line.startsWith('\u2014 '))
    .map((line) =>
      Buffer.from(line.split(' ')[2] ?? '', 'base64')
        .subarray(0, 4)
        .toString('hex'),
    );
  return { size: text.split('\n')[1] ?? '', keyIds };
}

/**
 * The time that a timestamp (RFC 3161, DER in base64) claims. Its `genTime` is the first GeneralizedTime in it; the certificates,
 * which may have some, follow.
 */
export function timestampTime(base64: string): string | undefined {
  const time = /\x18[\x0f-\x17](\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z/.exec(
    Buffer.from(base64, 'base64').toString('latin1'),
  );
  if (!time) return undefined;
  const [, year, month, day, hour, minute, second] = time;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
}
