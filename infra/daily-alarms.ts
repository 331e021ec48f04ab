/** What the daily review counts, and how the alarm is called that goes by it: its id, the message, and what to do. */
export const DAILY_ALARMS: readonly (readonly [id: string, message: string, description: string])[] = [
  [
    'ReviewsDue',
    'regular reviews due',
    'Something of a site is to be reviewed: unused consents, or a hold or restriction whose day has come; the log of the ' +
      'function review says of which site. Decide, and end this alarm: npm run cli -- review list --site SITE',
  ],
  [
    'ReviewsEnding',
    'regular reviews ending',
    'Within a week unused consents of a site end, as nobody has decided about them; the log of the function review says ' +
      'of which site. What is to stay, keep: npm run cli -- review list --site SITE',
  ],
  [
    'ClosingsDue',
    'closed sites not deleted',
    'The time for exports of a closed site is over, and not all of it is deleted; the log of the function review says ' +
      'of which. Delete it, and end this alarm: npm run cli -- close-site --site SITE --apply',
  ],
];
