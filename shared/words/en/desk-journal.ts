import type { deskJournal as german } from '../de/desk-journal';

/** What the page with the journal says. */
export const deskJournal: typeof german = {
  title: (site) => `Journal of ${site}`,
  intro:
    'Who did what here, when and why. Reasons and names are shown as long as they are kept. Who only looked somebody up is not in it: of that the operating log keeps that there was a search, not for whom, and likewise who read this journal. Who fetched lists is on the page of the audience.',
  loading: 'Loading …',
  period: 'Period',
  periods: {
    today: 'today',
    '7': 'last 7 days',
    '30': 'last 30 days',
    '90': 'last 90 days',
    month: 'this month',
    'last-month': 'last month',
    year: 'this year',
  },
  who: 'Who',
  everybody: 'everybody',
  myself: (name) => `me (${name})`,
  what: 'What',
  everything: 'everything',
  person: (id) => `Only about the person ${id}`,
  clear: 'Clear filters',
  span: (from, to, zone) =>
    `${from === to ? from : `${from} to ${to}`}. Days begin and end by the clock in ${zone}. The latest comes first; what happened just now is added within seconds.`,
  columns: { when: 'When', who: 'Who', what: 'What', why: 'Why', person: 'Person' },
  by: (client) => `with ${client}`,
  request: 'Request',
  gone: 'nothing stored any more',
  none: 'Nobody did anything here in that time that matches.',
  noneHint: 'Choose a longer period, or clear the filters.',
  nonePage: 'Nothing here matches. There may be more further back.',
  first: 'To the latest',
  older: 'Older',
  print: 'Print',
  csv: 'Save as CSV',
  saving: 'Saving …',
  saved: (name) => `Saved as ${name}`,
  tooLarge: 'This is more than this browser can save at once. Choose a shorter period.',
};
