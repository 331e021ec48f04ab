import { DescribeActiveReceiptRuleSetCommand, SESClient } from '@aws-sdk/client-ses';
import { look, wrong, type Finding } from '../finding';
import type { Patient } from '../patient';

/** Whether mail that people write comes in. */
export async function checkInbox({ stage: { region, inboxDomain }, names, deployed }: Patient): Promise<Finding[]> {
  if (inboxDomain === null) return [];
  const { Metadata } = await new SESClient({ region }).send(new DescribeActiveReceiptRuleSetCommand({}));
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
  return [
    ...(active === ours
      ? []
      : [
          wrong(
            `The receipt rules of the stack are not active in ${region}: ${active ?? 'none'} are.`,
            'Mail that people write is refused, or goes elsewhere, withdrawals as well.',
            `aws ses set-active-receipt-rule-set --region ${region} --rule-set-name ${ours}`,
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
