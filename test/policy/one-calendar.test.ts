import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/*
 * K16: dates are counted by shared/calendar.ts alone. A length of time may be milliseconds; whoever has one says here why the calendar
 * makes no difference to it.
 */

const LENGTHS: Readonly<Record<string, string>> = {
  'cli/audit/derived.ts': 'how far back an audit looks for what was never done',
  'cli/audit/ends.ts': 'how long DynamoDB may take to delete what is past its end',
  'cli/audit/shortest-life.ts': 'the least that a sign-up is kept, whose `pending` is in days of 24 hours',
  'cli/derived/audience.ts': 'how late what is derived may be',
  'cli/derived/changes-filed.ts': 'how long changes are listed',
  'cli/import/moment.ts': 'the clock of another system may be a day ahead',
  'functions/clock/case-watch.ts': 'how long a case may wait before an alarm',
  'shared/actions/give-counts.ts':
    'a sign-up that nobody confirmed is gone a day after its time, which is in days of 24 hours',
  'shared/actions/look-up.ts': 'mails of the last thirty days, as its contract says',
  'shared/consent/decide/decisions.ts': 'mails within 24 hours, as `mailsPerDay` says',
  'shared/consent/decide/due-mails.ts': 'mails within 24 hours, as `mailsPerDay` says',
  'shared/consent/decide/feedback.ts': 'the same bounce again within 24 hours',
  'shared/consent/decide/language.ts': 'changes within 24 hours',
  'shared/consent/decide/own-rights.ts': 'mails within 24 hours',
  'shared/consent/decide/received-mail.ts': 'mails within 24 hours',
  'shared/consent/decide/send-again.ts': 'mails within 24 hours, as `mailsPerDay` says',
  'shared/consent/counts/report.ts': 'how many days lie between two, which have 24 hours each in UTC',
  'shared/consent/keep/birth-ends.ts':
    'time to process a click in the last second; pages that write it need no calendar',
  'shared/evidence/closing.ts': 'how long copies are kept, by AWS Backup, whose days have 24 hours',
  'shared/http/asked-days.ts': 'how many days lie between two, which have 24 hours each in UTC',
  'shared/http/press.ts': 'how long a seal is good',
  'shared/inbox/sender.ts': 'how far the clock of a mail program may be ahead',
  'shared/ledger/audience.ts': 'as long as an older message can arrive',
  'shared/ledger/brakes.ts': 'how long a release is known',
  'shared/ledger/changes.ts': 'so that what is listed is still there while it is read',
  'shared/ledger/deliveries.ts': 'how long it is known that a processor gave up',
  'shared/ledger/summary.ts': 'how long a summary is out of use where nobody makes a new one',
  'shared/limits/brake.ts': 'a window of 24 hours',
  'shared/limits/mail-caps.ts': 'a window of 24 hours',
};

const ROOT = path.join(__dirname, '../..');
const files = ['shared', 'functions', 'cli', 'infra'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`),
);
const having = (pattern: RegExp): string[] =>
  files.filter((file) => pattern.test(readFileSync(path.join(ROOT, file), 'utf8'))).sort();

test('nothing but the calendar adds days, months or years to a date', () => {
  expect(files.length).toBeGreaterThan(300);
  expect(having(/\.set(UTC)?(Date|Month|FullYear|Hours)\(/)).toEqual([]);
  expect(having(/24 \* 60 \* 60|86_?400|24 \* HOUR_MS/)).toEqual(Object.keys(LENGTHS).sort());
});

test('nothing takes the day in London for a day', () => {
  // "mergeTag" cuts a name, no date.
  expect(having(/slice\(0, 10\)/)).toEqual(['shared/processors/adapters/mailchimp.ts']);
});
