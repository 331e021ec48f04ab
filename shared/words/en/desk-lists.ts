import type { deskLists as de } from '../de/desk-lists';
import { toolTrouble } from './tool-trouble';

/** What the page of work lists says, and the tiles of the start page. */
export const deskLists: typeof de = {
  tool: toolTrouble,
  title: (site) => `To do at ${site}`,
  intro: 'What waits for a decision. In each list, what is overdue comes first.',
  loading: 'Loading …',
  tiles: 'Lists',
  names: {
    requests: 'Requests',
    mails: 'E-mails to read',
    weighings: 'Objections to weigh',
    review: 'Regular review',
    holds: 'Holds',
    restrictions: 'Restrictions',
    deliveries: 'Not told yet',
    deletions: 'Deletions to confirm',
  },
  overdue: (count) => `${count} overdue`,
  next: (day) => `next day: ${day}`,
  nothing: 'nothing open',
  asOf: (time) => `As of ${time}. What you decide is counted a few seconds later.`,
  about: {
    weighings: 'Whoever objects for reasons of their own has an answer within a month. Nothing is sent until then.',
    review:
      'Nothing was heard of these people for long. What you do not keep ends by itself on its day. Whoever stays comes up again in the next review.',
    holds: 'What a dispute needs stays stored until somebody releases it. No day ends that by itself.',
    restrictions:
      'Nobody may use these data for now. Before a restriction ends, the person has to be told (Art. 18(3) GDPR).',
    deliveries:
      'These recipients of the data do not know yet how things stand with the person. It is tried again by itself for three days, and not after that.',
    deletions:
      'These recipients of the data agreed to delete, and did not say yet that they have. Ask them, and write down what you hear.',
  },
  noReview: 'No regular review is set up for this website.',
  nextReview: (day) => `Nothing is to be reviewed. The next review begins by itself on ${day}.`,
  empty: {
    weighings: 'No objection is to be decided.',
    holds: 'Nothing is held for a dispute. A hold begins on a person’s page.',
    restrictions: 'No restriction waits for a decision.',
    deliveries: 'Everybody knows what they have to.',
    deletions: 'No confirmation is awaited.',
  },
  emptyPage: 'Nothing is left on this page.',
  columns: {
    person: 'Person',
    due: 'By',
    since: 'Since',
    why: 'What for',
    what: 'What',
    processor: 'Recipient of the data',
    decision: 'Decision',
  },
  sinceDay: (day) => `since ${day}`,
  unheard: (day) => `nothing recorded here since ${day}`,
  connections: 'connection data of an incident only',
  unnamed: 'without a name',
  isOverdue: 'overdue',
  isDue: 'due',
  keep: 'keep',
  letGo: { unused: 'let go', hold: 'release', restriction: 'end' },
  undecided: 'leave open',
  endsUndecided: (day) => `leave open: ends on ${day}`,
  weigh: 'decide',
  decide: {
    title: 'Decide',
    none: 'Choose in the rows what is to be done.',
    reasonHint: 'Without names or addresses, for example: yearly review, customer since 2024.',
    reviewBy: 'Keep until',
    reviewByHint: 'On this day somebody looks again.',
    reviewByMissing: 'Enter a day that is still to come.',
    informedOn: 'Person told on',
    informedOnHint: 'On which day did you tell them that the restriction ends?',
    informedOnMissing: 'Enter the day on which the person was told.',
    summary: (kept, letGo, verb) =>
      [kept > 0 ? `keep ${kept}` : '', letGo > 0 ? `${verb} ${letGo}` : ''].filter(Boolean).join(', '),
    cancel: 'Cancel',
    sure: {
      unused: (count) =>
        count === 1
          ? 'The consents of one person end at once. Only they can bring them back, by signing up again.'
          : `The consents of ${count} people end at once. Only they can bring them back, by signing up again.`,
      hold: (count) =>
        count === 1
          ? 'One hold ends. What is past its end already is deleted then.'
          : `${count} holds end. What is past its end already is deleted then.`,
      restriction: (count) =>
        count === 1
          ? 'One restriction ends: what is in force may be used again.'
          : `${count} restrictions end: what is in force may be used again.`,
    },
    under: 'Deciding …',
    done: (kept, letGo) =>
      `Done: ${[kept > 0 ? `kept ${kept}` : '', letGo > 0 ? `ended ${letGo}` : ''].filter(Boolean).join(', ')}.`,
    changed: (count) =>
      `Something happened with ${count === 1 ? 'one person' : `${count} people`} just now; nothing was decided about them. Look again.`,
  },
  confirm: {
    button: 'Write down the confirmation',
    reason: 'How do you know?',
    reasonHint: 'Without names or addresses, for example: letter of 3 December.',
    pick: 'Confirmed',
    none: 'Choose the rows that you heard about.',
    done: (count) => (count === 1 ? 'One deletion is confirmed.' : `${count} deletions are confirmed.`),
  },
  tried: (count, time) => `tried ${count === 1 ? 'once' : `${count} times`}, last ${time}`,
  toTools: 'To the tools: try again',
  first: 'To the beginning of the list',
  further: 'Further',
  readOnly: 'Compliance can decide this.',
};
