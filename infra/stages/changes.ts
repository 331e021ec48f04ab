import { SUMMARY, type Summary } from './summary';

/** As far as deployments are compared. */
export interface StackTemplate {
  readonly Metadata?: Readonly<Record<string, unknown>>;
  readonly Resources?: Readonly<Record<string, { readonly Type: string; readonly Metadata?: unknown }>>;
}

/** What would be another than before. */
export interface Change {
  /** Whether it can lose something, or break what is in people's mailboxes. */
  readonly isGrave: boolean;
  readonly says: string;
}

/** What nothing brings back. No deployment needs to take any of it away, or to put another in its place. */
export const IRREPLACEABLE: readonly string[] = [
  'AWS::DynamoDB::GlobalTable',
  'AWS::SecretsManager::Secret',
  'AWS::S3::Bucket',
];

/** What holds data, keys or names that others know: a new logical id makes an empty one, and leaves or deletes the old one. */
const HOLDS_DATA: readonly string[] = [
  ...IRREPLACEABLE,
  'AWS::KMS::Key',
  'AWS::Backup::BackupVault',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::SES::EmailIdentity',
];

/** The logical ids of what holds data, with the type of each. */
export function holdersIn({ Resources = {} }: StackTemplate): ReadonlyMap<string, string> {
  const held = Object.entries(Resources).filter(([, { Type }]) => HOLDS_DATA.includes(Type));
  return new Map(held.map(([id, { Type }]) => [id, Type]));
}

/**
 * What a deployment would change of all that people, websites, auditors and data depend on, the grave things first.
 *
 * @param before the template that is deployed
 * @param after the template that would be
 */
export function changes(before: StackTemplate, after: StackTemplate): Change[] {
  const [was, is] = [summaryIn(before), summaryIn(after)];
  const all = [...(was && is ? ofSummary(was, is) : []), ...ofHolders(holdersIn(before), holdersIn(after))];
  return [...all.filter(({ isGrave }) => isGrave), ...all.filter(({ isGrave }) => !isGrave)];
}

const summaryIn = ({ Metadata }: StackTemplate): Summary | undefined => Metadata?.[SUMMARY] as Summary | undefined;

const grave = (says: string): Change => ({ isGrave: true, says });
const plain = (says: string): Change => ({ isGrave: false, says });

function ofSummary(was: Summary, is: Summary): Change[] {
  return [
    ...ofSites(was, is),
    ...ofWordings(was, is),
    ...ofHost(was, is),
    ...ofLogKeys(was, is),
    ...ofLists('Sender domain', was.senderDomains, is.senderDomains),
    ...(was.inboxDomain === is.inboxDomain
      ? []
      : [grave(`Mail comes in at ${named(is.inboxDomain)}, no longer at ${named(was.inboxDomain)}.`)]),
    ...(was.issuer === is.issuer
      ? []
      : [grave(`Tokens are issued by ${is.issuer ?? 'Cognito'}: those of ${was.issuer ?? 'Cognito'} are refused.`)]),
    ...(was.hasEdge === is.hasEdge
      ? []
      : [(is.hasEdge ? plain : grave)(`CloudFront ${is.hasEdge ? 'comes' : 'no longer stands'} before the API.`)]),
    ...(was.isTrial === is.isTrial
      ? []
      : [
          is.isTrial
            ? grave('It becomes a trial: deleting the stack deletes its data, and nothing protects it.')
            : plain('It is no trial any more: its data are protected.'),
        ]),
    ...ofTables(was.tables ?? {}, is.tables ?? {}),
    ...(was.backups === is.backups
      ? []
      : [(is.backups ? plain : grave)(is.backups ? 'Copies are made.' : 'No copies are made any more.')]),
  ];
}

function ofSites(was: Summary, is: Summary): Change[] {
  const gone = Object.keys(was.sites).filter((id) => !(id in is.sites));
  const fresh = Object.keys(is.sites).filter((id) => !(id in was.sites));
  const kept = Object.keys(is.sites).filter((id) => id in was.sites);
  return [
    ...gone.map((id) =>
      grave(
        `Site "${id}" vanishes: its people keep their links to leave, but get no mail, and its wording is served no more.`,
      ),
    ),
    ...fresh.map((id) => plain(`Site "${id}" is new, with ${(is.sites[id] ?? []).join(', ')}.`)),
    ...kept.flatMap((id) => ofPurposes(id, was.sites[id] ?? [], is.sites[id] ?? [])),
  ];
}

function ofPurposes(site: string, was: readonly string[], is: readonly string[]): Change[] {
  return [
    ...was
      .filter((id) => !is.includes(id))
      .map((id) => grave(`Purpose "${id}" of site "${site}" vanishes: whoever agreed to it is mailed no more.`)),
    ...is.filter((id) => !was.includes(id)).map((id) => plain(`Purpose "${id}" of site "${site}" is new.`)),
  ];
}

function ofWordings(was: Summary, is: Summary): Change[] {
  const keys = Object.keys(is.wordings);
  return [
    ...keys
      .filter((key) => key in was.wordings && was.wordings[key] !== is.wordings[key])
      .map((key) => grave(`The wording ${key} changes and keeps its version: people agreed to another text.`)),
    ...keys.filter((key) => !(key in was.wordings)).map((key) => plain(`The wording ${key} is new.`)),
  ];
}

function ofHost(was: Summary, is: Summary): Change[] {
  if (was.host === is.host) return [];
  return [
    grave(
      `Links lead to ${named(is.host)}, no longer to ${named(was.host)}: those in mails that are out work only as long as the old ` +
        'host does. The log has another name from then on, too.',
    ),
  ];
}

const named = (name: string | undefined): string => name ?? 'none of your own';

function ofLogKeys(was: Summary, is: Summary): Change[] {
  if (was.logKeys.join() === is.logKeys.join()) return [];
  const says = `The log is signed by ${is.logKeys.join(' and ')}, before by ${was.logKeys.join(' and ')}`;
  const isOverlapping = is.logKeys.some((key) => was.logKeys.includes(key));
  return [isOverlapping ? plain(`${says}.`) : grave(`${says}: nobody who knows the old key alone can go on checking.`)];
}

/** Whatever the other one holds is served no more. */
function ofTables(was: Readonly<Record<string, string>>, is: Readonly<Record<string, string>>): Change[] {
  const own = "the stack's own";
  return ['ledger', 'vault', 'audience', 'log']
    .filter((kind) => was[kind] !== is[kind])
    .map((kind) =>
      grave(`The ${kind} is ${is[kind] ?? own}, no longer ${was[kind] ?? own}: what that holds is not used.`),
    );
}

function ofLists(what: string, was: readonly string[], is: readonly string[]): Change[] {
  return [
    ...was.filter((one) => !is.includes(one)).map((one) => grave(`${what} ${one} is no longer there.`)),
    ...is.filter((one) => !was.includes(one)).map((one) => plain(`${what} ${one} is new.`)),
  ];
}

function ofHolders(was: ReadonlyMap<string, string>, is: ReadonlyMap<string, string>): Change[] {
  return [
    ...[...was]
      .filter(([id]) => !is.has(id))
      .map(([id, type]) => grave(`${type} ${id} is no longer part of the stack: what it holds is not used any more.`)),
    ...[...is].filter(([id]) => !was.has(id)).map(([id, type]) => plain(`${type} ${id} is made, and is empty.`)),
  ];
}
