import { GetAccountCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { look, wrong, type Finding } from '../finding';
import type { Patient } from '../patient';

/** Whether SES would send what the sites want to. */
export async function checkMail({ stage: { region }, sites }: Patient): Promise<Finding[]> {
  const account = await new SESv2Client({ region }).send(new GetAccountCommand({}));
  const { ProductionAccessEnabled, SendingEnabled, EnforcementStatus, SendQuota } = account;
  const { Max24HourSend = 0, SentLast24Hours = 0 } = SendQuota ?? {};
  const wanted = sites.reduce((sum, { limits }) => sum + limits.mailsPerDay, 0);
  const isLimited = Max24HourSend >= 0;
  const found: (Finding | false)[] = [
    ProductionAccessEnabled !== true &&
      wrong(
        `SES has this account in its sandbox in ${region}: ${Max24HourSend} mails a day, to verified addresses alone.`,
        'Nobody who signs up gets a mail. To be let out takes a day or more.',
        'SES console, "Request production access", type "transactional": docs/deployment.md, step 8, has what to say.',
      ),
    SendingEnabled === false &&
      wrong(
        'SES sends nothing for this account: sending is paused.',
        'Mails wait, and are tried again; whoever signs up hears nothing.',
        'Find out why in the SES console, then: aws sesv2 put-account-sending-attributes --sending-enabled',
      ),
    EnforcementStatus !== 'HEALTHY' &&
      wrong(
        `SES calls this account ${EnforcementStatus}.`,
        'Too many bounces or complaints: SES reviews the account, and may stop its mail or has done so.',
        'Answer the case that SES opened (AWS Support Center), and see docs/operations.md on bounces and complaints.',
      ),
    isLimited &&
      ProductionAccessEnabled === true &&
      Max24HourSend < wanted &&
      look(
        `SES sends ${Max24HourSend} mails a day for this account; the sites may ask for ${wanted} confirmations.`,
        'What is over it waits until the next day (limits.mailsPerDay of each site is what can be asked for).',
        'SES console, "Request sending limit increase", or lower limits.mailsPerDay.',
      ),
    isLimited &&
      SentLast24Hours > 0.8 * Max24HourSend &&
      look(
        `${SentLast24Hours} of the ${Max24HourSend} mails of a day are used up.`,
        'Mails wait when none is left.',
        'SES console, "Request sending limit increase".',
      ),
  ];
  return found.filter((finding) => finding !== false);
}
