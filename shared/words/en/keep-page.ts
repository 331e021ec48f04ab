import type { keepPage as de } from '../de/keep-page';

/** What the pages say that ask whether to go on. */
export const keepPage: typeof de = {
  keepTitle: 'Would you like to keep this?',
  keepText: 'This is what it is about:',
  keepButton: 'Yes, keep it',
  silence: (by) => `If you do not press the button by ${by}, this ends.`,
  late: (by) =>
    `The time for your answer was up on ${by}. If you do not press the button now, this ends within the next days.`,
  afterRestriction: (by) =>
    `As long as the processing of your data is restricted, this does not end. If you do not press the button by ${by}, it can end as soon as that is over.`,
  gone: (day) =>
    `We then stop writing to you and delete your details, and your e-mail address by ${day} at the latest.`,
  held: 'What we need for a legal dispute we keep until that is over.',
  contract: 'What your contract with us requires is not affected.',
  keptTitle: 'Thank you, everything stays as it is',
  nothingAskedTitle: 'There is nothing for you to do',
  keptText: 'This stays as it is:',
};
