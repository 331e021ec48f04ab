import { readText } from '../../shared/http/body';
import { hearMailService } from '../../shared/http/operations/hear-mail-service';
import { onAnybody, serve } from '../../shared/http/serve';
import { logger } from '../../shared/logger';
import { Problem } from '../../shared/http/problem';
import { plainText } from '../../shared/http/response';
import type { Actor } from '../../shared/consent/entry';
import { subjectsOf } from '../../shared/feedback/recipients';
import { readSesEvent, type MailFeedback } from '../../shared/feedback/ses-event';
import { confirmSubscription, readSnsMessage } from '../../shared/feedback/sns-message';
import { takeBounce, takeComplaint } from '../../shared/actions/take-feedback';
import { topic } from '../deps/mail';
import { subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), subjectKey: subjectKey(), topic: topic() };

const SYSTEM: Actor = { kind: 'system' };
const SUBJECT: Actor = { kind: 'subject' };

/**
 * What became of our own mails: SES tells a topic, and that calls here. Whatever is not certainly from there changes nothing, and
 * is told nothing. Repeating it is harmless.
 */
const ownMails = onAnybody(hearMailService, async (call) => {
  const now = new Date();
  const message = await readSnsMessage(deps.topic, readText(call), now);
  if (!message) throw new Problem(403, 'refused', 'Nothing was done.');
  if (message.Type === 'SubscriptionConfirmation') await confirmSubscription(deps.topic, message);
  if (message.Type === 'Notification') await note(readSesEvent(message.Message), now);
  return plainText(200, '');
});

async function note(feedback: MailFeedback | undefined, now: Date): Promise<void> {
  if (!feedback) return logger.info('told of something else');
  const { kind, at, messageId } = feedback;
  for (const subject of await subjectsOf(deps, feedback)) {
    if (kind === 'complaint') await takeComplaint(deps, subject, { at, messageId, actor: SUBJECT }, now);
    else await takeBounce(deps, subject, { at, messageId, bounce: kind, actor: SYSTEM }, now);
  }
}

export const handler = serve(deps.sites, ownMails);
