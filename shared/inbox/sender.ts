import { fieldOf } from './head';
import type { ReceivedMail } from './received-mail';
import type { Receipt } from './receipt';
import { readSignature, type Signature } from './signature';
import { isStructured } from './structure';

/**
 * Whether it is certain that a mail as it is here, with its addressees, subject and date, is from the address in its From.
 *
 * The service says that DMARC or a signature is good, but not which of several signatures, nor what it covers. So each that it
 * may mean has to cover whatever we read; or the mail came from the domain's own server (SPF), and nobody had it in between.
 */
export function isProvenSender(mail: ReceivedMail, raw: Uint8Array, receipt: Receipt): boolean {
  const { head, from, authors } = mail;
  if (!from || !head.isSound || authors.length !== 1) return false;
  const domain = domainOf(from.canonical);
  const signatures = head.fields
    .filter(({ name }) => name === 'dkim-signature')
    .map(({ value }) => readSignature(value, receipt.receivedAt));
  const speaks = (signature: Signature): boolean =>
    signature.isSound && isAligned(domain, signature.domain) && covers(signature, mail, raw);
  const isSigned = (some: readonly Signature[]): boolean =>
    receipt.dkim === 'PASS' && isDated(mail, receipt) && some.length > 0 && some.every(speaks);
  if (receipt.dmarc === 'GRAY') return isSigned(signatures);
  if (receipt.dmarc !== 'PASS') return false;
  const isDirect = receipt.spf === 'PASS' && isAligned(domain, domainOf(receipt.returnPath.replaceAll(/[<>\s]/g, '')));
  return isDirect || isSigned(signatures.filter((signature) => isRelated(domain, signature.domain)));
}

/** What is read of a mail's head. */
const READ = ['from', 'sender', 'to', 'cc', 'subject', 'date', 'content-transfer-encoding'];

function covers({ covers: names }: Signature, { head }: ReceivedMail, raw: Uint8Array): boolean {
  const isThere = (name: string): boolean => fieldOf(head, name) !== undefined;
  const isTyped = names.includes('content-type') || isStructured(head, raw);
  return isTyped && names.includes('from') && READ.every((name) => !isThere(name) || names.includes(name));
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Who signs a mail without a date, or of a day to come, signs one that can come again whenever somebody likes. */
function isDated({ writtenAt }: ReceivedMail, { receivedAt }: Receipt): boolean {
  return writtenAt !== undefined && writtenAt.getTime() < receivedAt.getTime() + DAY_MS;
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** The domain itself or one above it, which could sign for it; never one below, which may be somebody else's. */
function isAligned(domain: string, signer: string): boolean {
  return signer.includes('.') && `.${domain}`.endsWith(`.${signer}`);
}

/** Whether DMARC may take one for the other, as it does within an organisation: which domain is one's, is not known here. */
function isRelated(domain: string, signer: string): boolean {
  const lastTwo = (name: string): string => name.split('.').slice(-2).join('.');
  return signer === '' || lastTwo(domain) === lastTwo(signer);
}
