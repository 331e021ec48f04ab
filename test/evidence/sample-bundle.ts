import { asDigest, asSubject } from '../ids';
import { type RecordId, recordIdOf } from '../../shared/ids';
import { randomBytes } from 'node:crypto';
import { canonicalHash } from '../../shared/canonical';
import type { Entry, Step } from '../../shared/consent/entry';
import { itemEnds } from '../../shared/consent/keep/item-ends';
import { bundle, committedRecords, noticeHashes, type Bundle } from '../../shared/evidence/bundle';
import { withWitnesses } from '../../shared/evidence/cosigned';
import { itemNames } from '../../shared/evidence/item-names';
import { proveEntries } from '../../shared/evidence/log-proofs';
import { checkValue } from '../../shared/links/check-values';
import { absentParts } from '../../shared/ledger/person';
import { EMPTY, seal, type Tail } from '../../shared/ledger/chain';
import {
  PART_CLASSES,
  sealParts,
  type Network,
  type Parts,
  type PartClass,
  type Reading,
  type SealedPart,
} from '../../shared/ledger/part';
import { assetNotice, noticeHash, purposeNotice, type Notice } from '../../shared/policy/notices';
import type { Language } from '../../shared/policy/schema';
import { sites } from '../../examples/sites';
import { findAsset, findPurpose, findSite, responsible, transfersOf } from '../../shared/policy/sites';
import type { MemoryLog } from '../log/memory-log';
import { logWith, ORIGIN, SIGNER, type LogOptions } from './sample-log';
import { committed, EMAIL, saltOf } from './sample-address';
import { furtherSteps, type Further, type Taken, type Told } from './sample-steps';

const SITE = 'demo';
/** When the evidence is made. */
const AT = '2026-11-25T10:00:00.000Z';
const SUBJECT = asSubject('AAECAwQFBgcICQoLDA0ODw');
/** Stood in the mail; its copy has the check value alone. */
export const TOKEN = 'AQEAAQIDBAUGBwgJCgsMDQ4PAwMDAwMDAwMDAwMDAwMDA3Zx0c2VjcmV0';

export { ORIGIN, SIGNER };

export interface SampleOptions extends LogOptions {
  readonly language?: Language;
  /** Other steps than those of the sample, with the wordings that they name. */
  readonly story?: Told;
  /** @default all */
  readonly disclose?: readonly PartClass[];
  /** Classes that are kept no longer. */
  readonly gone?: readonly PartClass[];
  readonly goneSince?: string;
  /** Classes that were lost. */
  readonly missing?: readonly PartClass[];
  /** Ends with a withdrawal. @default true */
  readonly withdrawn?: boolean;
  /** Steps from elsewhere and of operators, after the sign-up. */
  readonly further?: Further | undefined;
  /** Steps besides, before the withdrawal. */
  readonly besides?: readonly Taken[];
  /** Why the evidence was read. */
  readonly reason?: string;
  /** How parts are sealed. */
  readonly seal?: typeof sealParts;
  /** Steps besides: mails that were sent. @default 0 */
  readonly moreMails?: number;
  /** Leaves out the entries of that place, as if their time had been over. */
  readonly deleted?: readonly number[];
  /** Said by the reading to contradict. */
  readonly contradictedBy?: Reading['contradictedBy'];
  /** Whether names are gone that the site keeps no longer. */
  readonly withoutOverdueNames?: boolean;
  /** Entries that the log does not have yet, counted from the end. @default 0 */
  readonly pending?: number;
}

/** A bundle as the functions make it, from the same parts and without a database: one sign-up, from asking to withdrawing. */
export async function sampleBundle(options: SampleOptions = {}): Promise<Bundle> {
  return (await sampleEvidence(options)).bundle;
}

/** The same, with the log that it comes from. */
export async function sampleEvidence(options: SampleOptions = {}): Promise<{ bundle: Bundle; log: MemoryLog }> {
  const { disclose = PART_CLASSES, gone = [], missing = [], deleted = [], pending = 0 } = options;
  const story = options.story ?? life(options);
  const steps = chain(story.steps, EMPTY, options.seal);
  const present = steps.map(({ entry }) => entry).filter(({ seq }) => !deleted.includes(seq));
  const ends = options.withoutOverdueNames ? itemEnds(present, findSite(sites, SITE)!) : [];
  const overdue = present.filter((_, n) => (ends[n]?.parts['details'] ?? new Date(AT)) < new Date(AT));
  const overdueNames = new Set(overdue.flatMap(({ parts }) => parts['details'] ?? []));
  const sealed = steps.flatMap((step) => step.sealed);
  const isGone = (part: SealedPart): boolean => gone.includes(part.class) || overdueNames.has(part.digest);
  const kept = new Map(
    sealed.filter((part) => !isGone(part) && !missing.includes(part.class)).map((part) => [part.digest, part]),
  );
  const ended = new Map(
    sealed.filter(isGone).map(({ digest }) => [digest, options.goneSince ?? '2026-11-24T00:00:00.000Z']),
  );
  const reading: Reading = {
    address: asDigest(canonicalHash({ address: EMAIL, salt: saltOf(SUBJECT) })),
    reason: options.reason ?? 'Anfrage der Aufsichtsbehörde, Az. 47/2026',
    disclose,
    deleted,
    ...absentParts(present, kept, ended),
    ...(options.contradictedBy && { contradictedBy: options.contradictedBy }),
    controller: responsible(findSite(sites, SITE)!),
    transfers: transfersOf(findSite(sites, SITE)!),
    names: itemNames(present, findSite(sites, SITE)!),
  };
  const closing: Step = {
    type: 'EvidenceDisclosed',
    site: SITE,
    at: AT,
    actor: { kind: 'operator', id: 'compliance-desk' },
    purposes: [],
    facts: {},
  };
  const [last] = chain([{ step: closing, parts: { reading } }], steps.at(-1)?.entry) as [Sealed];
  const entries = [...present, last.entry];
  const named = noticeHashes(entries);
  const notices = new Map(
    story.notices.map((notice) => [noticeHash(notice), notice] as const).filter(([hash]) => named.includes(hash)),
  );
  const { log, anchors: archived } = await logWith(entries.slice(0, entries.length - pending), options);
  const { proofs, ...newest } = await proveEntries(entries, log);
  const witnesses = await log.readWitnesses();
  const { checkpoint, anchors } = await withWitnesses({ ...newest, anchors: archived }, witnesses, log);
  const file = bundle({
    entries,
    reading,
    address: disclose.includes('address')
      ? {
          address: EMAIL,
          salts: Object.fromEntries([SUBJECT, ...committedRecords(entries)].map((id) => [id, saltOf(id)])),
        }
      : null,
    parts: new Map([...kept, ...last.sealed.map((part) => [part.digest, part] as const)]),
    notices,
    log: {
      origin: ORIGIN,
      keys: await log.readVerifierKeys(),
      witnesses: witnesses.map(({ key }) => key),
      checkpoint: checkpoint?.note ?? null,
      anchors,
    },
    proofs,
  });
  // Its entries are all of this version.
  return { bundle: file as Bundle, log };
}

function life({ language = 'de', withdrawn = true, moreMails = 0, further, besides: others = [] }: SampleOptions): {
  steps: Taken[];
  notices: Notice[];
} {
  const site = findSite(sites, SITE)!;
  const recordId = recordIdOf(Buffer.alloc(16, 3));
  const notices = ['newsletter-product', 'analysis'].map((id) => purposeNotice(site, findPurpose(site, id)!, language));
  const asset = assetNotice(site, findAsset(site, 'whitepaper-consent')!, language);
  const purposes = notices.map((notice) => ({
    id: notice.purpose ?? '',
    legalBasis: 'consent' as const,
    noticeHash: noticeHash(notice),
  }));
  const about = {
    site: SITE,
    recordId,
    language,
    purposes,
    asset: { id: asset.asset ?? '', noticeHash: noticeHash(asset) },
  };
  const subject = { actor: { kind: 'subject' as const } };
  const network = (ip: string, userAgent: string, fetchedBy?: Network['fetchedBy']): Parts => ({
    network: { ip, ipSource: 'connection', userAgent, ...(fetchedBy && { fetchedBy }) },
  });
  const steps: Taken[] = [
    {
      step: {
        ...about,
        ...subject,
        type: 'ConsentRequested',
        at: '2026-11-02T08:15:30.120Z',
        facts: { confirmBy: '2026-11-09T08:15:30.120Z', privacyNotice: '3.1', wordingBy: 'form' },
      },
      parts: {
        address: { email: EMAIL, page: { url: 'https://www.demo.example/newsletter', knownBy: 'form' } },
        details: { fields: { firstName: 'Erika', lastName: 'Müller-Lüdenscheidt' } },
        ...network('203.0.113.7', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'),
      },
    },
    mailSent('confirmation', '2026-11-02T08:15:32.500Z', recordId),
    {
      step: {
        ...about,
        ...subject,
        type: 'ConsentGiven',
        at: '2026-11-02T08:21:07.003Z',
        facts: {
          fetchedAt: '2026-11-02T08:21:01.900Z',
          fetchedBy: 'other',
          privacyNotice: '3.1',
          wordingBy: 'confirmation-page',
        },
      },
      parts: network('198.51.100.23', 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Mobile/15E148', {
        ip: '198.51.100.7',
        userAgent: 'LinkGuard/3.1',
      }),
    },
    mailSent('welcome', '2026-11-02T08:21:09.900Z', recordId),
    ...Array.from({ length: moreMails }, (_, n) =>
      mailSent('welcome', new Date(Date.parse('2026-11-03T00:00:00Z') + n * 60_000).toISOString(), recordId),
    ),
  ];
  const besides = further && furtherSteps(site, recordId, language, further);
  steps.push(...(besides?.steps ?? []), ...others);
  if (withdrawn) {
    steps.push({
      step: {
        site: SITE,
        recordId,
        ...subject,
        type: 'ConsentWithdrawn',
        at: '2026-11-20T18:40:00.777Z',
        purposes,
        facts: { via: 'one-click' },
      },
      parts: network('198.51.100.99', 'Thunderbird/140.0'),
    });
  }
  return { steps, notices: [...notices, asset, ...(besides?.notices ?? [])] };
}

function mailSent(kind: 'confirmation' | 'welcome', at: string, recordId: RecordId): Taken {
  const raw = [
    'From: "Demo" <news@demo.example>',
    `To: ${EMAIL}`,
    `Subject: ${kind === 'confirmation' ? '=?UTF-8?Q?Bitte_best=C3=A4tigen_Sie_Ihre_Eintragung?=' : 'Ihre Anmeldung'}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'Guten Tag,',
    '',
    'am 2. November 2026 um 09:15 Uhr MEZ wurde diese E-Mail-Adresse bei der Demo G=',
    'mbH eingetragen. Bitte best=C3=A4tigen Sie das:',
    '',
    `https://consent.example.com/confirm/${checkValue(TOKEN)}`,
    '',
  ].join('\r\n');
  return {
    step: {
      site: SITE,
      recordId,
      type: 'MailSent',
      at,
      actor: { kind: 'system' },
      language: 'de',
      purposes: [],
      facts: { mail: kind, messageId: `${randomBytes(8).toString('hex')}-000000` },
    },
    parts: { mail: { raw } },
  };
}

interface Sealed {
  readonly entry: Entry;
  readonly sealed: readonly SealedPart[];
}

function chain(taken: readonly Taken[], after: Tail = EMPTY, sealAll = sealParts): Sealed[] {
  let tail = after;
  return taken.map(({ step, parts }) => {
    const sealed = sealAll(parts);
    const digests = Object.fromEntries(sealed.map((part) => [part.class, part.digest]));
    const entry = seal(committed(step), { subject: SUBJECT, parts: digests }, tail);
    tail = entry;
    return { entry, sealed };
  });
}
