import { dueMails } from '../../shared/consent/decide/due-mails';
import { isToMail } from '../../shared/consent/decide/own-rights';
import { entriesOf, type Entry } from '../../shared/consent/entry';
import { stateAt } from '../../shared/consent/keep/state-at';
import { standingOf } from '../../shared/consent/standing';
import { stepType } from '../../shared/consent/steps';
import { toTell } from '../../shared/consent/weighing';
import { findPurpose } from '../../shared/policy/sites';
import { heardOf, type Lack, type Person } from './person';

/**
 * What has to be sent: mails that a step calls for by the rules of today, and that have no entry. Of steps since a moment alone, as
 * nobody waits for ever, and as a site may have begun to send mails that it did not send before.
 */
export function lacksOfMailer(person: Person, since: Date, now: Date): Lack[] {
  const heard = heardOf(person, ['confirmations', 'mailer'], now);
  const steps = heard.filter(({ at }) => at >= since.toISOString());
  if (steps.length === 0) return [];
  const { entries, site, subject } = person;
  const rules = {
    welcomes: (purpose: string): boolean => findPurpose(site, purpose)?.welcome ?? false,
    mailsPerDay: site.confirmation.mailsPerDay,
    standing: standingOf(entries),
  };
  const due = dueMails(stateAt(entries, site, now), rules, now).flatMap(({ kind, record }): [string, Entry][] => {
    const step = steps.findLast(({ recordId }) => recordId === record.recordId);
    return step ? [[kind, step]] : [];
  });
  const asked = entriesOf('RightRequested', steps)
    .filter((request) => isToMail(entries, request, now))
    .map((request): [string, Entry] => ['right-requested', request]);
  const decided = entriesOf('ObjectionDecided', steps)
    .filter((step) => toTell(step, entries).length > 0)
    .map((step): [string, Entry] => ['objection-decided', step]);
  const mails = new Map([...due, ...asked, ...decided].map(([kind, step]) => [step.seq, { kind, step }]));
  return [...mails.values()].map(({ kind, step }) => {
    const { seq, at } = step;
    const text = `A mail (${kind}) to subject ${subject} of ${site.id} was never sent: entry ${seq} of ${at} calls for it.`;
    const consumer = stepType(step).tells.includes('confirmations') ? 'confirmations' : 'mailer';
    return { consumer, code: 'mailMissing', site: site.id, subject, seq, text };
  });
}
