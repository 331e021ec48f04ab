import { readText } from '../../shared/http/body';
import { readFeedback, type FeedbackReport } from '../../shared/http/feedback-body';
import { hearMailService } from '../../shared/http/operations/hear-mail-service';
import { reportFeedback } from '../../shared/http/operations/report-feedback';
import { on, onAnybody, serve } from '../../shared/http/serve';
import { logger } from '../../shared/logger';
import { Problem } from '../../shared/http/problem';
import { plainText } from '../../shared/http/response';
import type { Actor } from '../../shared/consent/entry';
import { subjectsOf } from '../../shared/feedback/recipients';
import { readSesEvent, type MailFeedback } from '../../shared/feedback/ses-event';
import { confirmSubscription, readSnsMessage } from '../../shared/feedback/sns-message';
import { subjectId } from '../../shared/ledger/subject-id';
import { takeBounce, takeComplaint } from '../../shared/actions/take-feedback';
import { topic } from '../deps/mail';
import { subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), subjectKey: subjectKey(), topic: topic() };

/** So many at the same time, that all of them are done before the gateway's patience ends. */
const AT_ONCE = 20;

const SYSTEM: Actor = { kind: 'system' };
const SUBJECT: Actor = { kind: 'subject' };

/** SES tells a topic, and that calls here. Whatever is not certainly from there changes nothing, and is told nothing. */
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

/** Counts are all that a sender hears back, so that nobody finds out by it who is known. */
const othersMails = on(reportFeedback, async ({ site, body, operator, now }, answer) => {
  const report = readFeedback(body, now);
  const actor = { kind: 'operator', id: operator } as const;
  const named = await Promise.all(report.addresses.map((address) => subjectId(deps.subjectKey, site.id, address)));
  const subjects = [...new Set([...named, ...report.ids])];
  let recorded = 0;
  for (let start = 0; start < subjects.length; start += AT_ONCE) {
    const some = subjects.slice(start, start + AT_ONCE);
    const done = await Promise.all(some.map((subject) => record(site.id, subject, report, actor, now)));
    recorded += done.filter(Boolean).length;
  }
  return answer.json(200, { reported: subjects.length, recorded });
});

async function record(
  site: string,
  subject: string,
  { kind, at }: FeedbackReport,
  actor: Actor,
  now: Date,
): Promise<boolean> {
  if (kind === 'complaint') return takeComplaint(deps, subject, { site, at, actor }, now);
  const bounce = kind === 'permanent-bounce' ? 'permanent' : 'transient';
  return takeBounce(deps, subject, { site, at, actor, bounce }, now);
}

/** What became of mails: told by our own mail service, or by the tool of a sender. Repeating it is harmless. */
export const handler = serve(deps.sites, ownMails, othersMails);
