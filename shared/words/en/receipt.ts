import type { receipt as de } from '../de/receipt';

/** What a receipt says, as a page and as a file. */
export const receipt: typeof de = {
  howToWithdraw: (email) =>
    `You can withdraw your consent for the future at any time: with the unsubscribe link in every e-mail, or by a message to ${email}.`,
  nothingToWithdraw: (email) =>
    `You ordered something and consented to nothing, so there is nothing to withdraw. Questions are answered by ${email}.`,
  howToCheck:
    'Keep this receipt. With it anyone can see whether the entry of your confirmation is still in the log: the log is public, names nobody, and has the entry under “leaf”. If it is missing there, something was removed later.',
};
