import type { ReceivedMail } from './received-mail';

/** What a program sent by itself: an answer to something (a bounce, a holiday note), or anything else. */
export type Automatic = 'answer' | 'other';

const ANSWER_SUBJECTS =
  /^\s*(?:automatische antwort|abwesenheits(?:notiz|benachrichtigung|assistent)|abwesend\b|abwesenheit\b|automatic reply|auto(?:-|matic |matische )?(?:reply|response|antwort|reply)|out of (?:the )?office|undeliver(?:ed|able)|unzustellbar|delivery status notification|mail delivery (?:failed|failure|system)|returned mail|failure notice|gelesen:|read:)/i;

const DAEMONS = /^(?:mailer-daemon|postmaster)@/;
const ANSWER_PRECEDENCE = /auto[-_]?reply/i;
const BULK = /^\s*(?:bulk|junk|list)\s*$/i;

/**
 * Whether nobody wrote a mail (RFC 3834): then it withdraws nothing, and nothing is answered.
 *
 * @param returnPath the sender of the envelope; empty for bounces
 */
export function automatic(mail: ReceivedMail, returnPath: string): Automatic | undefined {
  const value = (name: string): string => mail.headers.get(name)?.join(' ').trim().toLowerCase() ?? '';
  const submitted = value('auto-submitted');
  const isAnswer =
    returnPath.replaceAll(/[<>\s]/g, '') === '' ||
    submitted.startsWith('auto-replied') ||
    value('content-type').startsWith('multipart/report') ||
    ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-failed-recipients'].some((name) => mail.headers.has(name)) ||
    ANSWER_PRECEDENCE.test(value('precedence')) ||
    ANSWER_SUBJECTS.test(mail.subject) ||
    DAEMONS.test(mail.from?.canonical ?? '');
  if (isAnswer) return 'answer';
  const isOther =
    (submitted !== '' && submitted !== 'no') || BULK.test(value('precedence')) || mail.headers.has('list-id');
  return isOther ? 'other' : undefined;
}
