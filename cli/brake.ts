import { command } from './command';
import { CommandError } from './command-error';
import { SITE, SYSTEM } from './options';
import { print, tell } from './print';
import { ledgerOf } from './system';

const STOPPED = 1;
const ASK = 'Say "release", or nothing to hear how it stands.';

export const brake = command({
  name: 'brake',
  usage: ['--site SITE', 'release --site SITE'],
  about: `Where too many confirmation mails of a site come back for good, no more are sent, so that Amazon SES does not stop the mail of
all sites. Without an action, says whether that is so, and how many came back.

  release  send them again, and count anew; look first where those addresses came from. Who signed up meanwhile was told that
           a mail comes, and was not written down: a note on the website asks them to sign up once more`,
  operands: { names: '[ACTION]', least: 0, most: 1, ask: ASK },
  options: { site: SITE, url: SYSTEM },
  notes: `The access token is read from the environment variable CONSENT_TOKEN; its scope has to be evidence:read, and to
release anything evidence:write.`,
  exits: { 0: 'confirmation mails are sent', 1: 'they are stopped, or refused' },
  run: async (where, [action]) => {
    if (action !== undefined && action !== 'release') throw new CommandError(`${ASK} --help says more.`);
    if (action === 'release') {
      const { released } = await ledgerOf(where, 'evidence:write').releaseBrake();
      print(released ? 'released\n' : 'nothing was stopped\n');
      return 0;
    }
    const { stoppedAt, mailed, bounced } = await ledgerOf(where, 'evidence:read').brake();
    if (stoppedAt !== undefined) print(`stopped since ${stoppedAt}\n`);
    tell(`Of ${mailed} confirmation mails within a day ${bounced} came back.\n`);
    return stoppedAt === undefined ? 0 : STOPPED;
  },
});
