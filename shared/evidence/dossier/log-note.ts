/**
 * The part of a signed checkpoint that a dossier quotes (https://c2sp.org/signed-note). Only the verifier checks it.
 */
export interface QuotedNote {
  readonly size: string;
  /** Of the log's keys that signed, hexadecimal. */
  readonly keyIds: readonly string[];
  /** The witnesses that cosigned, and when, as they say (https://c2sp.org/tlog-cosignature). */
  readonly cosigners: readonly { readonly name: string; readonly at: string }[];
}

const KEY_ID_BYTES = 4;

export function noteOf(note: string): QuotedNote {
  const [text = '', signatures = ''] = note.split('\n\n');
  const [origin, size = ''] = text.split('\n');
  const lines = signatures.split('\n').filter((line) => line.startsWith('\u2014 '));
  const signed = lines.map((line) => {
    const [, name = '', base64 = ''] = line.split(' ');
    return { name, bytes: Buffer.from(base64, 'base64') };
  });
  return {
    size,
    keyIds: signed
      .filter(({ name }) => name === origin)
      .map(({ bytes }) => bytes.subarray(0, KEY_ID_BYTES).toString('hex')),
    cosigners: signed
      .filter(({ name }) => name !== origin)
      .map(({ name, bytes }) => ({
        name,
        at: new Date(Number(bytes.readBigUInt64BE(KEY_ID_BYTES)) * 1000).toISOString(),
      })),
  };
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
