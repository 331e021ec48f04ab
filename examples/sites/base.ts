import type { Site, SiteInput } from '../../shared/policy/schema';
import { defineSite } from '../../shared/policy/site';

type Purpose = SiteInput['purposes'][number];
type Processor = NonNullable<SiteInput['processors']>[number];
type Controller = SiteInput['controller'];

/** A text in both languages of the examples. */
interface Both {
  readonly de: string;
  readonly en: string;
}

interface Wording {
  readonly version: string;
  readonly text: Both;
}

/** What differs between the firms of the five notices; the rest follows from the site's id. */
interface Firm extends Pick<Controller, 'name' | 'address'> {
  /** The name that mails come from. */
  readonly sender: string;
  /** The mailbox for questions about privacy, and the page of the notice. @default 'datenschutz' */
  readonly privacy?: string;
  readonly version: string;
  readonly date: string;
  /** Number in the commercial register of Beispielstadt, and managing directors. */
  readonly register: readonly [number: string, managers: string];
  /** Name and mailbox of the data protection officer. */
  readonly officer?: readonly [name: string, mailbox: string];
  /** Mailboxes besides the one for privacy, and what each is for. */
  readonly contacts?: readonly { readonly mailbox: string; readonly about: Both }[];
  /** @default the one of Beispielland */
  readonly authorities?: Controller['supervisoryAuthorities'];
}

interface Notice extends Pick<SiteInput, 'purposes' | 'processors' | 'assets'> {
  readonly id: string;
  readonly firm: Firm;
  /** Subdomains with forms of their own, besides www. */
  readonly subdomains?: readonly string[];
  readonly fields: SiteInput['fields'];
  readonly retention: Pick<SiteInput['retention'], 'evidence' | 'details' | 'enquiries'> &
    Partial<SiteInput['retention']>;
}

/** A site that stands for one of the privacy notices of docs/promises.md. */
export function noticeSite({ id, firm, subdomains = [], retention, ...others }: Notice): Site {
  const host = `${id}.example`;
  return defineSite({
    id,
    controller: controllerOf(firm, host),
    origins: ['www', ...subdomains].map((name) => `https://${name}.${host}`),
    languages: ['de', 'en'],
    sender: { name: firm.sender, address: `newsletter@${host}` },
    confirmation: { pending: 'P7D' },
    limits: TRYING_OUT,
    retention: { network: 'as-evidence', mails: 'as-evidence', accessLog: 'P1Y', atEnd: 'delete', ...retention },
    ...others,
  });
}

/**
 * Everybody who tries this out is in one network and invents addresses of one domain, which is what a flood looks like. A site of
 * your own leaves this out.
 */
export const TRYING_OUT = { mailsPerNetwork: 1_000_000, mailsPerDomain: 1_000_000, mailsPerDay: 1_000_000 };

/** Invented, as all of it. */
export const AUTHORITY = {
  name: 'Datenschutzaufsicht Beispielland',
  address: 'Am Prüfstein 3, 00999 Beispielstadt',
  url: 'https://www.datenschutzaufsicht.example',
};

/** That of a neighbouring country, for firms with people there. */
export const AUTHORITY_ABROAD = {
  name: 'Autorité exemplaire pour la protection des données',
  address: '3, place des Exemples, L-0031 Luxembourg',
  url: 'https://www.autorite-exemplaire.example',
};

function controllerOf(firm: Firm, host: string): Controller {
  const { name, address, version, date, register, officer, privacy = 'datenschutz' } = firm;
  const { contacts = [], authorities = [AUTHORITY] } = firm;
  return {
    name,
    address,
    country: 'DE',
    email: `${privacy}@${host}`,
    imprint: {
      link: `https://www.${host}/impressum`,
      lines: [`Sitz: Beispielstadt, Amtsgericht Beispielstadt, ${register[0]}`, `Geschäftsführung: ${register[1]}`],
    },
    privacyNotice: { url: `https://www.${host}/${privacy}`, version, date },
    ...(officer && { dataProtectionOfficer: { name: officer[0], address, email: `${officer[1]}@${host}` } }),
    contacts: contacts.map(({ mailbox, about }) => ({ about, email: `${mailbox}@${host}` })),
    supervisoryAuthorities: authorities,
  };
}

export const FIRST_NAME = { id: 'firstName', label: { de: 'Vorname', en: 'First name' } };
export const LAST_NAME = { id: 'lastName', label: { de: 'Nachname', en: 'Last name' } };
export const COMPANY = { id: 'company', label: { de: 'Unternehmen', en: 'Company' } };

/** The department, as those who sign up at this site would call it. */
export const department = (de: string, en: string) => ({ id: 'department', label: { de, en } });

/** A purpose, with the wording that is shown for it. */
export function purpose({ version, text, ...others }: Wording & Omit<Purpose, 'notice'>): Purpose {
  return { notice: { version, text }, ...others };
}

/** The data centre of all examples. */
export function wolkenhamster(task: Both, purposes: string[]): Processor {
  return {
    id: 'wolkenhamster',
    name: 'Wolkenhamster Rechenzentrum GmbH',
    address: 'Serverallee 8, 00127 Beispielstadt',
    country: 'DE',
    role: 'processor',
    task,
    purposes,
  };
}

/** A firm that mails newsletters, and is told by webhooks whom it may mail. */
export function brieftapir(task: Both, purposes: string[]): Processor {
  return {
    id: 'brieftapir',
    name: 'Brieftapir S.à r.l.',
    address: '12, rue des Exemples, L-0012 Luxembourg',
    country: 'LU',
    role: 'processor',
    task,
    purposes,
    connection: { tool: 'webhook' },
  };
}
