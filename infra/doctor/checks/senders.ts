import { type DkimAttributes, GetEmailIdentityCommand, NotFoundException, SESv2Client } from '@aws-sdk/client-sesv2';
import { look, wrong, type Finding } from '../finding';
import { upFrom, type Names } from '../names';
import type { Patient } from '../patient';

/** Whether SES knows each domain that mail is sent from, and whether the world believes it. */
export async function checkSenders(patient: Patient): Promise<Finding[]> {
  const { stage, names } = patient;
  const { senderDomains, inboxDomain } = stage;
  const all = [...senderDomains, ...(inboxDomain === null ? [] : [inboxDomain])];
  const ofSes = await Promise.all(all.map(async (domain) => ofIdentity(patient, domain)));
  const ofDns = await Promise.all(senderDomains.map(async (domain) => ofPolicies(names, domain)));
  return [...ofSes.flat(), ...ofDns.flat()];
}

async function ofIdentity({ stage, deployed, names }: Patient, domain: string): Promise<Finding[]> {
  const identity = await identityOf(stage.region, domain);
  const isKnown = stage.domainsInSes.includes(domain);
  if (!identity) {
    if (!isKnown && !deployed) return [];
    const why = isKnown
      ? 'domainsInSes says that it is there, so the stack does not make it.'
      : 'The stack made it, and somebody took it away.';
    const todo = isKnown
      ? 'Take it out of domainsInSes, and deploy.'
      : `aws sesv2 create-email-identity --email-identity ${domain}`;
    return [wrong(`SES in ${stage.region} does not know ${domain}.`, `No mail can be sent from it. ${why}`, todo)];
  }
  if (!isKnown && !deployed) {
    return [
      wrong(
        `SES in ${stage.region} knows ${domain} already.`,
        'Another stage or somebody made it: the deployment would fail at it.',
        `Put '${domain}' into domainsInSes.`,
      ),
    ];
  }
  if (identity.VerifiedForSendingStatus === true) return [];
  return [await unverified(names, domain, identity.DkimAttributes)];
}

async function unverified(names: Names, domain: string, dkim: DkimAttributes | undefined): Promise<Finding> {
  const tokens = dkim?.Tokens ?? [];
  const zone = dkim?.SigningHostedZone ?? 'dkim.amazonses.com';
  const missing: string[] = [];
  for (const token of tokens) {
    const [target] = await names.cname(`${token}._domainkey.${domain}`);
    if (target !== `${token}.${zone}`) missing.push(`${token}._domainkey.${domain} CNAME ${token}.${zone}`);
  }
  return wrong(
    `SES has not verified ${domain} (DKIM: ${dkim?.Status ?? 'none'}).`,
    'No mail can be sent from it before.',
    missing.length > 0
      ? `Add to its DNS: ${missing.join('; ')}`
      : 'Its records are there: SES looks again within hours. If it says FAILED: aws sesv2 put-email-identity-dkim-attributes ' +
          `--email-identity ${domain} --signing-enabled`,
  );
}

async function identityOf(region: string, EmailIdentity: string) {
  try {
    return await new SESv2Client({ region }).send(new GetEmailIdentityCommand({ EmailIdentity }));
  } catch (error) {
    if (error instanceof NotFoundException) return undefined;
    throw error;
  }
}

/** DMARC is looked for at the domain and above it, as receivers do. */
async function ofPolicies(names: Names, domain: string): Promise<Finding[]> {
  const dmarc = await Promise.all(upFrom(domain).map(async (name) => names.txt(`_dmarc.${name}`)));
  const hasDmarc = dmarc.flat().some((text) => text.toLowerCase().startsWith('v=dmarc1'));
  const spf = (await names.txt(domain)).filter((text) => /^v=spf1( |$)/i.test(text));
  return [
    ...(hasDmarc
      ? []
      : [
          look(
            `${domain} has no DMARC record.`,
            'Large providers refuse or file away mail of senders without one.',
            `Add to its DNS: _dmarc.${domain} TXT "v=DMARC1; p=quarantine; rua=mailto:..."`,
          ),
        ]),
    ...(spf.length < 2
      ? []
      : [
          look(
            `${domain} has ${spf.length} SPF records.`,
            'Receivers take that for an error, and for none. Mail of this system passes by DKIM all the same.',
            'Make one of them.',
          ),
        ]),
  ];
}
