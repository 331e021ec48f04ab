import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
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
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { OwnRole } from './own-role';

export interface HouseFunctionProps {
  /** The folder with the bundle's `index.js`. */
  readonly bundle: string;
  readonly environment: Readonly<Record<string, string>>;
  /** For its environment. */
  readonly key: IKey;
  /** That of its room. */
  readonly logGroup: LogGroup;
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
 * How we run every function. It may write the log of its room; everything else has to be granted. Not traced: a trace's
 * annotations would be one more place to keep free of personal data.
 */
export class HouseFunction extends LambdaFunction {
  constructor(scope: Construct, id: string, props: HouseFunctionProps) {
    const { bundle, environment, key, logGroup, timeout = Duration.seconds(10), memorySize = 512 } = props;
    const { reservedConcurrentExecutions } = props;
    super(scope, id, {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(bundle),
      memorySize,
      timeout,
      tracing: Tracing.DISABLED,
      ...(reservedConcurrentExecutions !== undefined && { reservedConcurrentExecutions }),
      role: new OwnRole(scope, `${id}Role`, 'lambda.amazonaws.com'),
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
