/*
 * What of the resources of a template is rehearsed, once nothing in them refers to another any more. Property names are
 * CloudFormation's.
 */

interface FilterCriteria {
  readonly Filters: readonly { readonly Pattern: string }[];
}

export interface Table {
  readonly KeySchema: readonly object[];
  readonly AttributeDefinitions: readonly object[];
  readonly BillingMode: string;
  readonly GlobalSecondaryIndexes?: readonly object[];
  readonly StreamSpecification?: object;
  readonly TimeToLiveSpecification?: { readonly AttributeName: string; readonly Enabled: boolean };
}

export interface LambdaFunction {
  readonly Handler: string;
  readonly MemorySize: number;
  readonly Timeout: number;
  readonly Layers?: readonly string[];
  readonly Environment: { readonly Variables: Readonly<Record<string, string>> };
}

export interface EventSourceMapping {
  readonly EventSourceArn: string;
  readonly FunctionName: string;
  readonly BatchSize: number;
  readonly FunctionResponseTypes?: readonly string[];
  readonly ScalingConfig?: { readonly MaximumConcurrency?: number };
  readonly FilterCriteria?: FilterCriteria;
  readonly StartingPosition?: string;
  readonly MaximumBatchingWindowInSeconds?: number;
}

export interface Pipe {
  readonly Source: string;
  readonly Target: string;
  readonly SourceParameters: {
    readonly DynamoDBStreamParameters: {
      readonly StartingPosition: string;
      readonly BatchSize: number;
      readonly MaximumBatchingWindowInSeconds?: number;
    };
    readonly FilterCriteria?: FilterCriteria;
  };
  readonly TargetParameters: {
    readonly EventBridgeEventBusParameters: { readonly Source: string; readonly DetailType: string };
    readonly InputTemplate: string;
  };
}

export interface Target {
  readonly Arn: string;
  readonly Input?: unknown;
  readonly InputPath?: unknown;
  readonly InputTransformer?: unknown;
}

export interface Rule {
  readonly EventBusName?: string;
  readonly EventPattern?: object;
  readonly ScheduleExpression?: string;
  readonly State: string;
  readonly Targets: readonly Target[];
}

export interface QueueSettings {
  readonly VisibilityTimeout?: number;
  readonly RedrivePolicy?: { readonly deadLetterTargetArn: string; readonly maxReceiveCount: number };
}

export interface Route {
  readonly RouteKey: string;
  readonly Target: string;
  readonly AuthorizationType: string;
  readonly AuthorizerId?: string;
  readonly AuthorizationScopes?: readonly string[];
}

export interface Integration {
  readonly IntegrationType: string;
  readonly IntegrationUri: string;
  readonly PayloadFormatVersion: string;
}

export interface Authorizer {
  readonly JwtConfiguration: { readonly Issuer: string; readonly Audience: readonly string[] };
}

interface Throttle {
  readonly ThrottlingRateLimit: number;
  readonly ThrottlingBurstLimit: number;
}

export interface Stage {
  readonly DefaultRouteSettings: Throttle;
  readonly RouteSettings?: Readonly<Record<string, Throttle>>;
}

export interface Secret {
  readonly SecretString?: string;
  readonly GenerateSecretString?: {
    readonly SecretStringTemplate: string;
    readonly GenerateStringKey: string;
    readonly PasswordLength: number;
  };
}

/** The types of resources that are rehearsed. */
export interface Types {
  'AWS::DynamoDB::GlobalTable': Table;
  'AWS::Lambda::Function': LambdaFunction;
  'AWS::Lambda::EventSourceMapping': EventSourceMapping;
  'AWS::Pipes::Pipe': Pipe;
  'AWS::Events::Rule': Rule;
  'AWS::SQS::Queue': QueueSettings;
  'AWS::ApiGatewayV2::Route': Route;
  'AWS::ApiGatewayV2::Integration': Integration;
  'AWS::ApiGatewayV2::Authorizer': Authorizer;
  'AWS::ApiGatewayV2::Stage': Stage;
  'AWS::SecretsManager::Secret': Secret;
  'AWS::KMS::Key': { readonly KeySpec?: string };
  'AWS::S3::Bucket': object;
  'AWS::Cognito::UserPool': object;
  'AWS::Cognito::UserPoolClient': { readonly ClientName: string; readonly AllowedOAuthScopes: readonly string[] };
  'AWS::Cognito::UserPoolGroup': { readonly GroupName: string };
}
