import { fieldOf, type Head } from './head';

const BOUNDARY = /;\s*boundary\s*=\s*(?:"([^"\\]{1,70})"|([\w'()+,./:=?-]{1,70}))\s*(?:;|$)/i;

/**
 * Whether a mail's body itself says how it is to be read, so that another Content-Type could make nothing else of it: it begins
 * and ends with the lines that part it. Some providers, Gmail among them, sign the body and not its type; and a mail that was
 * answered may hold whatever its first writer wanted to be read as a part.
 */
export function isStructured(head: Head, raw: Uint8Array): boolean {
  const type = fieldOf(head, 'content-type') ?? '';
  const [, quoted, bare] = BOUNDARY.exec(type) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined || !/^\s*multipart\/(?:alternative|mixed|related)\s*;/i.test(type)) return false;
  const text = Buffer.from(raw).toString('latin1');
  const body = text.slice(text.search(/\r?\n\r?\n/)).trim();
  const lines = body.split(/\r?\n/);
  return lines[0] === `--${boundary}` && lines.at(-1) === `--${boundary}--`;
}
