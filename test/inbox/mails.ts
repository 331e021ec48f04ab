/** A mail as a person's program makes it, from what it says. */
export interface Written {
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  readonly text?: string;
  readonly html?: string;
  /** @default utf-8, as it is */
  readonly encoding?: 'quoted-printable' | 'base64' | 'latin1-quoted-printable' | 'latin1-8bit';
  readonly headers?: readonly string[];
  readonly date?: string;
  readonly messageId?: string;
}

let mails = 0;

/** MIME by hand, so that a test says byte by byte what comes in, and no library reads what it wrote itself. */
export function mime(written: Written): Buffer {
  const { from = 'Erika Mustermann <erika.mustermann@example.com>', to = 'datenschutz@demo.example' } = written;
  const { subject = 'Newsletter', date, messageId = `<${++mails}.${process.pid}@mail.example.com>` } = written;
  const head = [
    'Received: from mail.example.com by inbound-smtp.eu-central-1.amazonaws.com with SMTP id 0123456789abcdef',
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${encodedWord(subject)}`,
    `Message-ID: ${messageId}`,
    ...(date === undefined ? [] : [`Date: ${date}`]),
    'MIME-Version: 1.0',
    ...(written.headers ?? []),
  ];
  const parts = [
    ...(written.text === undefined ? [] : [part('text/plain', written.text, written.encoding)]),
    ...(written.html === undefined ? [] : [part('text/html', written.html, written.encoding)]),
  ];
  return parts.length === 2
    ? join([...head, 'Content-Type: multipart/alternative; boundary="=_b"', '', ...alternatives(parts), '--=_b--', ''])
    : join([...head, ...(parts[0] ?? ['Content-Type: text/plain', '', ''])]);
}

function alternatives(parts: readonly (readonly string[])[]): string[] {
  return parts.flatMap((lines) => ['--=_b', ...lines]);
}

/** Each character is a byte already, wherever a part is no UTF-8. */
function join(lines: readonly string[]): Buffer {
  return Buffer.from(lines.join('\r\n').replace(/\r?\n/g, '\r\n'), 'latin1');
}

function part(type: string, content: string, encoding: Written['encoding']): string[] {
  const bytes = Buffer.from(content, encoding?.startsWith('latin1') ? 'latin1' : 'utf8');
  const charset = encoding?.startsWith('latin1') ? 'iso-8859-1' : 'utf-8';
  const head = `Content-Type: ${type}; charset=${charset}`;
  if (encoding === 'base64') {
    return [head, 'Content-Transfer-Encoding: base64', '', bytes.toString('base64').replace(/.{76}/g, '$&\r\n'), ''];
  }
  if (encoding?.endsWith('quoted-printable')) {
    return [head, 'Content-Transfer-Encoding: quoted-printable', '', quotedPrintable(bytes), ''];
  }
  return [head, 'Content-Transfer-Encoding: 8bit', '', bytes.toString('latin1'), ''];
}

function quotedPrintable(bytes: Buffer): string {
  const encoded = [...bytes].map((byte) => {
    const isPlain = byte === 10 || byte === 13 || (byte >= 32 && byte < 127 && byte !== 61);
    return isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  return encoded.join('').replace(/[^\n]{60,70} /g, '$&=\r\n');
}

function encodedWord(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
}
