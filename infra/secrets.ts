import { type RemovalPolicy, SecretValue, Stack, Validations } from 'aws-cdk-lib';
import { type IGrantable, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnRotationSchedule, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { SecretName } from './permissions';

export interface SecretsProps {
  readonly key: IKey;
  /** Whether CloudFront stands before the API, and has to show that it does. */
  readonly hasEdge: boolean;
  readonly removalPolicy: RemovalPolicy;
}

/** The keys of our HMACs, made by Secrets Manager and never seen by the person who deploys. */
export class Secrets extends Construct {
  /** Signs the tokens in links: `{"current":1,"1":"..."}`. */
  private readonly linkKeys: Secret;
  /** Names the subjects: `{"key":"..."}`. */
  private readonly subjectKey: Secret;
  /** The addresses and keys of processors: empty until an operator fills it in, see docs/processors.md. */
  private readonly processors: Secret;
  /** What CloudFront shows to the API: `{"1":"...","2":""}`; see docs/deployment.md on how one takes over from the other. */
  private readonly origin: Secret | undefined;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: SecretsProps,
  ) {
    super(scope, id);
    this.linkKeys = this.secret('LinkKeys', 'signs the tokens in links', { current: 1 }, '1');
    this.subjectKey = this.lasting(
      'SubjectKey',
      'names the subjects; losing it loses every record',
      'The subject id of an address is its HMAC with this key: another key would find none of the subjects.',
    );
    this.processors = this.filledInByHand();
    this.origin = props.hasEdge ? this.originSecret() : undefined;
  }

  knows(name: SecretName): boolean {
    return this[name] !== undefined;
  }

  named(name: SecretName): Secret {
    const found = this[name];
    if (!found) throw new Error(`This stack has no secret ${name}.`);
    return found;
  }

  private originSecret(): Secret {
    const secret = this.secret('Origin', 'what CloudFront shows to the API', { 2: '' }, '1');
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'The other value takes over with a deployment, as CloudFront gets it by one.',
    });
    return secret;
  }

  /** A key that does not rotate, for that reason: `{"key":"..."}`. */
  lasting(name: string, what: string, reason: string): Secret {
    const secret = this.secret(name, what, {}, 'key');
    Validations.of(secret).acknowledge({ id: 'AwsSolutions-SMG4', reason });
    return secret;
  }

  /** A later deployment leaves alone what was filled in. */
  private filledInByHand(): Secret {
    const { key, removalPolicy } = this.props;
    const secret = new Secret(this, 'Processors', {
      description: 'Consent ledger: where processors are told who may be mailed, and by which keys',
      encryptionKey: key,
      removalPolicy,
      secretStringValue: SecretValue.unsafePlainText('{}'),
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'The keys in it are those of others, who say when they change.',
    });
    return secret;
  }

  /** Lets `grantee` read one secret, and decrypt it through Secrets Manager only. */
  grantRead(grantee: IGrantable, secret: Secret): void {
    this.grant(grantee, secret, ['GetSecretValue'], ['kms:Decrypt']);
  }

  /** Has `rotate` add a version to a secret every 90 days, and lets it. */
  rotateBy(rotate: LambdaFunction, name: SecretName): void {
    const actions = ['DescribeSecret', 'GetSecretValue', 'PutSecretValue', 'UpdateSecretVersionStage'];
    this.grant(rotate, this.named(name), actions, ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey']);
    rotate.addPermission('SecretsManager', {
      principal: new ServicePrincipal('secretsmanager.amazonaws.com'),
      sourceAccount: Stack.of(this).account,
    });
    // Not addRotationSchedule(): it grants wildcards.
    const schedule = new CfnRotationSchedule(this, `${name}Rotation`, {
      secretId: this.named(name).secretArn,
      rotationLambdaArn: rotate.functionArn,
      rotationRules: { automaticallyAfterDays: 90 },
      rotateImmediatelyOnUpdate: false,
    });
    schedule.node.addDependency(rotate);
  }

  private secret(name: string, what: string, template: object, generateStringKey: string): Secret {
    const { key, removalPolicy } = this.props;
    return new Secret(this, name, {
      description: `Consent ledger: ${what}`,
      encryptionKey: key,
      removalPolicy,
      generateSecretString: {
        secretStringTemplate: JSON.stringify(template),
        generateStringKey,
        passwordLength: 64,
        excludePunctuation: true,
      },
    });
  }

  private grant(grantee: IGrantable, secret: Secret, actions: readonly string[], keyActions: string[]): void {
    const { region, urlSuffix } = Stack.of(this);
    const allow = (statement: PolicyStatement) => grantee.grantPrincipal.addToPrincipalPolicy(statement);
    allow(
      new PolicyStatement({
        actions: actions.map((action) => `secretsmanager:${action}`),
        resources: [secret.secretArn],
      }),
    );
    allow(
      new PolicyStatement({
        actions: keyActions,
        resources: [this.props.key.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `secretsmanager.${region}.${urlSuffix}` } },
      }),
    );
  }
}
