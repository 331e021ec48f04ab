import { ArnFormat, Duration, type RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { BackupVault, type IBackupVault } from 'aws-cdk-lib/aws-backup';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { COPY_DAYS } from '../shared/policy/copies';
import { isKept, KEPT } from './kept';
import { EEA_REGIONS, needRegionInTheEea, RegionError } from './region';

/** What a place keeps: history for a year, what is personal for a week. See docs/decisions/0018-backups-and-erasure.md. */
export const LONGEST = {
  History: Duration.days(COPY_DAYS.History),
  Personal: Duration.days(COPY_DAYS.Personal),
} as const;
export type Kind = keyof typeof LONGEST;

/** A cloud of its own, to which nothing is copied from the others. */
const APART = ['eusc-de-east-1'];

/** @throws {RegionError} where copies cannot go there, or are there already */
export function needSecondRegion(construct: Construct, copyRegion: string): void {
  const { region } = Stack.of(construct);
  const isApart = APART.includes(region) || APART.includes(copyRegion);
  if (EEA_REGIONS.includes(copyRegion) && copyRegion !== region && !isApart) return;
  const others = EEA_REGIONS.filter((name) => name !== region && !APART.includes(name));
  throw new RegionError(
    `Second copies of ${construct.node.path} (${region}) cannot be in ${copyRegion}: that has to be another region of ` +
      `the EU/EEA, in the same cloud. One of: ${isApart && APART.includes(region) ? 'none' : others.join(', ')}.`,
  );
}

/** Fixed, as the two stacks have to find each other over regions. */
export const secondPlaceName = (ledgerStack: string, kind: Kind): string => `${ledgerStack}-second-${kind}`;
export const secondKeyAlias = (ledgerStack: string, kind: Kind): string => `alias/${ledgerStack}-second-${kind}`;

/** The place in the other region, as the stack with the tables names it. */
export function secondPlace(scope: Construct, kind: Kind, region: string): IBackupVault {
  const { stackName } = Stack.of(scope);
  const arn = Stack.of(scope).formatArn({
    service: 'backup',
    region,
    resource: 'backup-vault',
    resourceName: secondPlaceName(stackName, kind),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  return BackupVault.fromBackupVaultArn(scope, `Second${kind}`, arn);
}

export interface SecondCopiesProps extends StackProps {
  /** The name of the stack that has the tables. */
  readonly ledgerStack: string;
  /** DESTROY is a trial: its copies can be deleted. @default - they are kept */
  readonly removalPolicy?: RemovalPolicy | undefined;
}

/** Where copies of the copies are kept, in another region of the EU/EEA: locked and ended like the first. */
export class SecondCopiesStack extends Stack {
  constructor(scope: Construct, id: string, { ledgerStack, removalPolicy, ...props }: SecondCopiesProps) {
    super(scope, id, props);
    needRegionInTheEea(this);
    for (const kind of Object.keys(LONGEST) as Kind[]) this.place(ledgerStack, kind, removalPolicy ?? KEPT);
  }

  private place(ledgerStack: string, kind: Kind, removalPolicy: RemovalPolicy): void {
    const encryptionKey = new Key(this, `${kind}Key`, {
      description: `Consent ledger: second copies, ${kind}`,
      alias: secondKeyAlias(ledgerStack, kind),
      enableKeyRotation: true,
      pendingWindow: Duration.days(30),
      removalPolicy,
    });
    new BackupVault(this, kind, {
      backupVaultName: secondPlaceName(ledgerStack, kind),
      encryptionKey,
      removalPolicy,
      ...lockFor(kind, removalPolicy),
    });
  }
}

/** Takes no copy that would be kept longer, and lets none be deleted before its time. */
export function lockFor(kind: Kind, removalPolicy: RemovalPolicy) {
  const lock = { lockConfiguration: { minRetention: Duration.days(1), maxRetention: LONGEST[kind] } };
  return isKept(removalPolicy) ? lock : {};
}
