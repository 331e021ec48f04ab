/**
 * Every alarm by its name, and what its mail says. Each has a page in docs/runbooks/ that is called like it: what it means, what to
 * look at, what to do, and when it is over.
 */
export const ALARMS = {
  PeopleErrors: 'A function that people and websites call fails. Whoever met it saw a page that asks to try again.',
  ListsErrors: 'A function that says who may be mailed fails. Callers got 500 and repeat.',
  OperatorsErrors: 'A function that operators call fails. Callers got 500 and repeat.',
  ConsumersErrors: 'A function that does what follows from steps fails. Its messages wait and are tried again.',
  ClockErrors: 'A function that the clock runs fails. The next run makes up for it.',
  InboundErrors: 'A function that AWS calls fails: for bounces, mails that come in, or the log. It is called again.',
  ConsumersWaiting:
    'Something that follows from a step was not done for 15 minutes: a mail, an end, a place in the log.',
  LogWaiting: 'Entries wait for the log for more than 15 minutes. Evidence and receipts lack their proofs meanwhile.',
  DeadLetters: 'Something was given up after all its tries. It is kept for 14 days: repair, and redrive it.',
  StreamDeadLetters:
    'The pipe or the sequencer gave up a place in the stream, which forgets it within 24 hours. Hand the entries over by hand.',
  Throttles: 'Lambda refused to run a function, as those of this account ran too often at once.',
  PipeFailures: 'The pipe cannot put steps on the bus. It tries for 12 hours, and nothing follows from them meanwhile.',
  PipeStopped:
    'Entries are written, and the pipe carries none of them to the bus. The stream forgets them after 24 hours.',
  ApiFaults: 'The API answers 5xx. Whoever called was asked to try again.',
  ArchiveIdle: 'There are new entries, and the archive has not run for six hours.',
  ClockIdle: 'What has to run every day has not run for two: the review, or the look at open cases.',
  AskToolsIdle: 'No mailing tool was asked for six hours who left there. Others mail these people on meanwhile.',
  WitnessIdle: 'No witness was asked for two hours.',
  WitnessesContradicting: 'A witness says that the log has another history. Take it seriously.',
  WitnessesLagging: 'A witness has cosigned nothing for 15 minutes, though there was something.',
  ReviewsDue: 'Something of a site is to be decided. List it: npm run cli -- review list --site SITE.',
  ReviewsEnding:
    'Within a week unused consents end, as nobody has decided about them. Keep what is to stay: npm run cli -- review list --site SITE.',
  ClosingsDue: 'A closed site is to be deleted: npm run cli -- close-site --site SITE --apply.',
  SignUpsStopped: 'For three hours far fewer people signed up than this hour of the week has had so far.',
  Bounces: 'More mails come back than SES tolerates for long (5 %).',
  Complaints: 'More people call mails spam than SES tolerates for long (0.1 %).',
  FeedbackUnheard: 'SNS gave up telling the stack of a bounce or a complaint.',
  CappedBySite: 'A site has had all confirmation mails of its day (limits.mailsPerDay). Who signs up there gets none.',
  MailStopped:
    'So many confirmation mails of a site came back that no more are sent. Look why, then: npm run cli -- brake release --site SITE.',
  PartsMissing: 'Personal data are gone before their end. npm run cli -- audit names them.',
  InboxFlood:
    'So many mails wait to be read at a site that further ones are left in the bucket. Close cases: npm run cli -- cases --site SITE.',
  InboxLost: 'A mail that came in may be lost: Lambda dropped it, or could not keep what failed.',
  BackupsFailed: 'A copy could not be made, or did not begin in its time.',
  BackupsIdle: 'No copy was finished for two days, of the history or of what is personal.',
} as const;

export type AlarmName = keyof typeof ALARMS;

export const describe = (name: AlarmName): string => `${ALARMS[name]} Page: docs/runbooks/${name}.md`;
