import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  ParamsAndSecretsLayerVersion,
  ParamsAndSecretsVersions,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { LOG_RETENTION } from './logs';

export interface HouseFunctionProps {
  /** The folder with the bundle's `index.js`. */
  readonly bundle: string;
  readonly environment: Readonly<Record<string, string>>;
  /** For its logs and environment. */
  readonly key: IKey;
  readonly removalPolicy: RemovalPolicy;
  /** @default Duration.seconds(10) */
  readonly timeout?: Duration;
  /** In MB; the share of a processor grows with it. @default 512 */
  readonly memorySize?: number;
  /**
   * Executions at once that nobody else gets, and no more than these.
   * @default - as many as the account has left
   */
  readonly reservedConcurrentExecutions?: number | undefined;
  /**
   * Adds the extension that reads and caches secrets.
   * @default false
   */
  readonly readsSecrets?: boolean;
  /**
   * The extension's layer, in regions where AWS CDK does not know it.
   * @default - the one AWS CDK knows
   */
  readonly secretsExtensionArn?: string | undefined;
}

/**
 * How we run every function. It may write its own log; everything else has to be granted. Not traced: a trace's
 * annotations would be one more place to keep free of personal data.
 */
export class HouseFunction extends LambdaFunction {
  constructor(scope: Construct, id: string, props: HouseFunctionProps) {
    const { bundle, environment, key, removalPolicy, timeout = Duration.seconds(10), memorySize = 512 } = props;
    const { reservedConcurrentExecutions } = props;
    const logGroup = new LogGroup(scope, `${id}Log`, { retention: LOG_RETENTION, encryptionKey: key, removalPolicy });
    super(scope, id, {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(bundle),
      memorySize,
      timeout,
      tracing: Tracing.DISABLED,
      ...(reservedConcurrentExecutions !== undefined && { reservedConcurrentExecutions }),
      role: new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }),
      logGroup,
      environment: { POWERTOOLS_SERVICE_NAME: id, POWERTOOLS_LOG_LEVEL: 'INFO', ...environment },
      environmentEncryption: key,
      ...(props.readsSecrets && { paramsAndSecrets: secretsExtension(props.secretsExtensionArn) }),
    });
    logGroup.grantWrite(this);
    this.addToRolePolicy(new PolicyStatement({ actions: ['kms:Decrypt'], resources: [key.keyArn] }));
  }
}

function secretsExtension(arn?: string): ParamsAndSecretsLayerVersion {
  return arn
    ? ParamsAndSecretsLayerVersion.fromVersionArn(arn)
    : ParamsAndSecretsLayerVersion.fromVersion(ParamsAndSecretsVersions.V1_0_103);
}
