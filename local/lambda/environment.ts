import { REGION, SECRETS, SESSION_TOKEN, TABLES, TOKEN_AUDIENCE } from '../aws';

/** Where functions find the rest of the world. */
export interface Endpoints {
  /** Where the stack is reached. */
  readonly url: string;
  readonly dynamo: string;
  readonly ses: string;
  readonly secretsPort: number;
}

/** What a function finds in its environment. Deployed, CDK gives each function only what it needs. */
export function functionEnvironment(name: string, folder: string, endpoints: Endpoints): Record<string, string> {
  return { ...systemEnvironment(endpoints), ...awsEnvironment(name), LAMBDA_TASK_ROOT: folder };
}

function systemEnvironment({ url, dynamo, ses, secretsPort }: Endpoints): Record<string, string> {
  return {
    ...TABLES,
    PUBLIC_URL: url,
    LINK_KEYS_SECRET: SECRETS.linkKeys,
    SUBJECT_KEY_SECRET: SECRETS.subjectKey,
    PARAMETERS_SECRETS_EXTENSION_HTTP_PORT: String(secretsPort),
    TOKEN_ISSUER: `${url}/_local`,
    TOKEN_JWKS_URL: `${url}/_local/jwks.json`,
    TOKEN_AUDIENCE,
    SCOPE_PREFIX: '',
    SES_CONFIGURATION_SET: 'consent',
    AWS_ENDPOINT_URL_DYNAMODB: dynamo,
    AWS_ENDPOINT_URL_SES: ses,
  };
}

function awsEnvironment(name: string): Record<string, string> {
  return {
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: SESSION_TOKEN,
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    POWERTOOLS_SERVICE_NAME: name,
    POWERTOOLS_LOG_LEVEL: 'INFO',
    PATH: process.env['PATH'] ?? '',
  };
}
