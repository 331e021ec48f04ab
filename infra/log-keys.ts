import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Secrets } from './secrets';

/** Where a key of the log is, and the how manieth of its kind: `kms-1`, `secret-2`. */
export type LogKeyName = `${'kms' | 'secret'}-${number}`;

/** The current key first. */
export type LogKeyNames = readonly [LogKeyName, ...LogKeyName[]];

export interface LogKeysProps {
  readonly names: LogKeyNames;
  readonly secrets: Secrets;
  readonly removalPolicy: RemovalPolicy;
}

interface LogKey {
  /** As LOG_SIGNERS has it. */
  readonly signer: string;
  grantSign(grantee: IGrantable): void;
}

/** The Ed25519 keys that sign the log's checkpoints, each of them every checkpoint. */
export class LogKeys extends Construct {
  private readonly keys: readonly LogKey[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: LogKeysProps,
  ) {
    super(scope, id);
    this.keys = props.names.map((name) => (name.startsWith('kms') ? this.inKms(name) : this.inSecret(name)));
  }

  /** For LOG_SIGNERS. */
  get signers(): string {
    return this.keys.map(({ signer }) => signer).join(',');
  }

  /** Whether the signer has to read a secret. */
  get areSecrets(): boolean {
    return this.props.names.some((name) => name.startsWith('secret'));
  }

  grantSign(grantee: IGrantable): void {
    for (const key of this.keys) key.grantSign(grantee);
  }

  /** The private key never leaves KMS. KMS does not rotate such keys by itself. */
  private inKms(name: LogKeyName): LogKey {
    const { keyArn } = new Key(this, name, {
      description: `Consent ledger: signs the log's checkpoints (${name})`,
      keySpec: KeySpec.ECC_NIST_EDWARDS25519,
      keyUsage: KeyUsage.SIGN_VERIFY,
      pendingWindow: Duration.days(30),
      removalPolicy: this.props.removalPolicy,
    });
    return { signer: `kms:${keyArn}`, grantSign: (grantee) => grantSign(grantee, keyArn) };
  }

  /** Where KMS has no Ed25519: the sequencer derives the private key from a secret. */
  private inSecret(name: LogKeyName): LogKey {
    const { secrets } = this.props;
    const secret = secrets.lasting(
      `LogKey-${name}`,
      `signs the log's checkpoints (${name})`,
      'Another key needs to be told to whoever checks signatures, so operators change it: see docs/deployment.md.',
    );
    return { signer: `secret:${secret.secretArn}`, grantSign: (grantee) => secrets.grantRead(grantee, secret) };
  }
}

function grantSign(grantee: IGrantable, keyArn: string): void {
  const allow = (action: string, conditions: Record<string, unknown>) =>
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions: [action], resources: [keyArn], conditions }),
    );
  allow('kms:Sign', { StringEquals: { 'kms:SigningAlgorithm': 'ED25519_SHA_512' } });
  allow('kms:GetPublicKey', {});
}
