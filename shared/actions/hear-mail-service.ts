import type { Bounce } from '../consent/decide/feedback';
import type { SubjectId } from '../ids';
import { findSite } from '../policy/sites';
import { subjectsOf } from '../feedback/recipients';
import { readSesEvent, type MailFeedback } from '../feedback/ses-event';
import { confirmSubscription, readSnsMessage } from '../feedback/sns-message';
import { Problem } from '../http/problem';
import { logger } from '../logger';
import type { Deps } from './deps';
import { countBounce } from './brake-on-bounce';
import { takeBounce, takeComplaint } from './take-feedback';

type HearingDeps = Pick<Deps, 'sites' | 'ledger' | 'vault' | 'limits' | 'subjectKey' | 'topic'>;

/**
 * What became of our own mails: SES tells a topic, and that calls here. Whatever is not certainly from there changes nothing, and
 * is told nothing. Repeating it is harmless.
 *
 * @throws {Problem} 403
 */
export async function hearMailService(deps: HearingDeps, text: string, now: Date): Promise<void> {
  const message = await readSnsMessage(deps.topic, text, now);
  if (!message) throw new Problem(403, 'refused', 'Nothing was done.');
  if (message.Type === 'SubscriptionConfirmation') await confirmSubscription(deps.topic, message);
  if (message.Type === 'Notification') await note(deps, readSesEvent(message.Message), now);
}

async function note(deps: HearingDeps, feedback: MailFeedback | undefined, now: Date): Promise<void> {
  if (!feedback) return logger.info('told of something else');
  const { kind, at, messageId } = feedback;
  for (const subject of await subjectsOf(deps, feedback)) {
    if (kind === 'complaint') await takeComplaint(deps, subject, { at, messageId, actor: { kind: 'subject' } }, now);
    else await noteBounce(deps, subject, { ...feedback, kind }, now);
  }
}

/** The history first: whether an address takes mail matters more than how many do not. */
async function noteBounce(
  deps: HearingDeps,
  subject: SubjectId,
  feedback: MailFeedback & { readonly kind: Bounce['bounce'] },
  now: Date,
): Promise<void> {
  const { kind: bounce, at, messageId, isConfirmation } = feedback;
  const { all } = await takeBounce(deps, subject, { at, messageId, bounce, actor: { kind: 'system' } }, now);
  const site = findSite(deps.sites, all[0]?.site);
  if (site && isConfirmation && bounce === 'permanent') await countBounce(deps, site, feedback, now);
}
