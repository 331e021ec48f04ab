import type { ReceivedMail } from './received-mail';
import type { Receipt } from './receipt';

/**
 * Whether it is certain that a mail is from the address in its From: the domain's owner says so by DMARC, or by a signature
 * over the mail (DKIM). That a server may send for a domain (SPF) says nothing about From.
 */
export function isProvenSender({ from, authors, headers }: ReceivedMail, { dmarc, dkim }: Receipt): boolean {
  // Which of several was checked nobody knows; and names shown beside an address count for nothing.
  if (!from || authors.length !== 1 || headers.get('from')?.length !== 1) return false;
  const domain = from.canonical.slice(from.canonical.lastIndexOf('@') + 1);
  const signatures = headers.get('dkim-signature') ?? [];
  // Signed is only how it begins (`l=`), and anybody could have gone on with it.
  if (signatures.some((signature) => /(?:^|;)\s*l\s*=/i.test(signature))) return false;
  // The service says that a signature is good, but not which.
  const signers = signatures.map(signerOf);
  const isSigned = dkim === 'PASS' && signers.length > 0 && signers.every((signer) => isAligned(domain, signer));
  return dmarc === 'PASS' || (dmarc !== 'FAIL' && isSigned);
}

function signerOf(signature: string): string {
  return (/(?:^|;)\s*d\s*=\s*([^;\s]+)/i.exec(signature)?.[1] ?? '').toLowerCase();
}

/** The domain itself or one above it, which could sign for it; never one below, which may be somebody else's. */
function isAligned(domain: string, signer: string): boolean {
  return signer.includes('.') && `.${domain}`.endsWith(`.${signer}`);
}
