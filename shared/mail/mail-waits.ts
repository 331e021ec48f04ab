/** Why the mail service takes no mail now. */
export type Trouble =
  /** More in a second than it takes of the account. */
  | 'rate'
  /** What it takes of the account in 24 hours is used up, or what is left of that is for mails that go before this one. */
  | 'quota'
  /** AWS, or an operator, stopped the account or the configuration set. */
  | 'paused'
  /** The sender is not verified, or the account is in the sandbox and the recipient is not. */
  | 'unverified'
  /** It does not answer, or says that it cannot. */
  | 'down';

/** A mail was not sent, for a reason that passes; whoever wanted it sent tries again later. */
export class MailWaits extends Error {
  override readonly name = 'MailWaits';

  /** The service's own words stay out, as they can name the recipient. */
  constructor(readonly trouble: Trouble) {
    super(trouble);
  }

  /** Whether the next mail would meet the same at once. */
  get isForAll(): boolean {
    return this.trouble === 'rate' || this.trouble === 'quota' || this.trouble === 'paused';
  }
}

const PAUSED = /^(AccountSending|ConfigurationSetSending)Paused/;
const SILENT = new Set(['AbortError', 'TimeoutError', 'ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT']);

interface ServiceError extends Error {
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** Undefined where it is the mail that the service does not take: trying it again changes nothing. */
export function troubleOf(error: unknown): Trouble | undefined {
  if (!(error instanceof Error)) return undefined;
  const { name, message, code = '', $metadata }: ServiceError = error;
  if (PAUSED.test(name)) return 'paused';
  if (name.startsWith('Throttling')) return /quota/i.test(message) ? 'quota' : 'rate';
  if (name === 'MailFromDomainNotVerifiedException') return 'unverified';
  if (name === 'MessageRejected') return rejectionOf(message);
  const isDown = SILENT.has(name) || SILENT.has(code) || ($metadata?.httpStatusCode ?? 0) >= 500;
  return isDown ? 'down' : undefined;
}

function rejectionOf(message: string): Trouble | undefined {
  if (/not verified/i.test(message)) return 'unverified';
  return /sending (paused|suspended)/i.test(message) ? 'paused' : undefined;
}
