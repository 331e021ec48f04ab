import { DescribeActiveReceiptRuleSetCommand, SESClient } from '@aws-sdk/client-ses';
import { look, wrong, type Finding } from '../finding';
import type { Patient } from '../patient';

/** Whether mail that people write comes in. */
export async function checkInbox({ stage: { region, inboxDomain }, names, deployed }: Patient): Promise<Finding[]> {
  if (inboxDomain === null) return [];
  const { Metadata, Rules = [] } = await new SESClient({ region }).send(new DescribeActiveReceiptRuleSetCommand({}));
  const active = Metadata?.Name;
  if (!deployed) {
    const what = `The receipt rules "${active}" are active in ${region}.`;
    const why =
      'SES has one active set for an account and region: making the stage’s active takes mail away from that one.';
    return active === undefined
      ? []
      : [look(what, why, 'Copy its rules into the stage’s set before, or take another region.')];
  }
  const [, ours] = Object.entries(deployed.outputs).find(([key]) => key.includes('RuleSet')) ?? [];
  const server = `inbound-smtp.${region}.${region.startsWith('eusc-') ? 'amazonaws.eu' : 'amazonaws.com'}`;
  const servers = await names.mx(inboxDomain);
  // Those of the stack, or a rule like ours among others: docs/inbox.md.
  const isTaken = Rules.some(({ Enabled, Recipients = [] }) => Enabled === true && Recipients.includes(inboxDomain));
  return [
    ...(isTaken
      ? []
      : [
          wrong(
            `No active receipt rule of SES in ${region} is for ${inboxDomain}; active is ${active ?? 'no set at all'}.`,
            'Mail that people write is refused, or goes elsewhere, withdrawals as well.',
            `aws ses set-active-receipt-rule-set --region ${region} --rule-set-name ${ours} (or a rule like ours in the active one: docs/inbox.md)`,
          ),
        ]),
    ...(servers.length === 1 && servers[0] === server
      ? []
      : [
          wrong(
            `Mail for ${inboxDomain} goes to ${servers.join(', ') || 'nobody'}.`,
            'What people write there does not come in.',
            `Add to its DNS, as the only one: ${inboxDomain} MX 10 ${server}`,
          ),
        ]),
  ];
}
