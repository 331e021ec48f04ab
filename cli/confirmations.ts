import { command } from './command';
import { SITE, SYSTEM, tokenNote } from './options';
import { readEmail } from './look-up';
import { printJson } from './print';
import { ledgerOf } from './system';

const NOT_SENT = 1;

export const confirmations = command({
  name: 'confirmations',
  usage: ['--site SITE [options]'],
  about: `Sends the confirmation mail once more to somebody who signed up and has not pressed the button, within the limits that sign-ups
have. The address is the first line of standard input. Who had it sent becomes part of the person's record.`,
  options: { site: SITE, url: SYSTEM },
  notes: tokenNote('confirmation:send'),
  exits: { 0: 'sent', 1: 'not sent, as there were enough; or refused' },
  run: async (where) => {
    const answer = await ledgerOf(where, 'confirmation:send').sendConfirmation({ email: await readEmail() });
    printJson(answer);
    return answer.sent ? 0 : NOT_SENT;
  },
});
