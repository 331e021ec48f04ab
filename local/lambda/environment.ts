import {
  ARCHIVE_BUCKET,
  CREDENTIALS,
  INBOX_BUCKET,
  INBOX_DOMAIN,
  LOG_ORIGIN,
  SECRETS,
  SESSION_TOKEN,
  TABLES,
  TOKEN_AUDIENCE,
} from '../aws';
import { scopesToAskFor } from '../../shared/http/roles';
import type { SignInSettings } from '../../shared/http/sign-in';
import { signInPages } from '../issuer/endpoints';
import { PEOPLE } from '../issuer/people';
import { TOPIC_ARN } from '../sns/topic';
import type { Endpoints } from './endpoints';

/** The environment of a function. Deployed, CDK gives each function only the variables that it needs. */
export function functionEnvironment(name: string, folder: string, endpoints: Endpoints): Record<string, string> {
  return { ...systemEnvironment(endpoints), ...awsEnvironment(name), LAMBDA_TASK_ROOT: folder };
}

/**
 * The environment with which a tool reaches the stack as a function would; served to everybody who reaches the stack.
 */
export function operatorEnvironment({ url, sites, dynamo, s3 }: Endpoints): Record<string, string> {
  return {
    ...TABLES,
    SITES: sites,
    PUBLIC_URL: url,
    LOG_ORIGIN,
    ARCHIVE_BUCKET,
    AWS_ENDPOINT_URL_DYNAMODB: dynamo,
    AWS_ENDPOINT_URL_S3: s3,
    ...CREDENTIALS,
  };
}

function systemEnvironment({
  url,
  dynamo,
  ses,
  s3,
  sns,
  secretsPort,
  queues,
  witnesses,
  files,
}: Endpoints): Record<string, string> {
  return {
    ...TABLES,
    PUBLIC_URL: url,
    LINK_KEYS_SECRET: SECRETS.linkKeys,
    SUBJECT_KEY_SECRET: SECRETS.subjectKey,
    PROCESSORS_SECRET: SECRETS.processors,
    PROCESSORS_ON_LOCALHOST: 'true',
    LOG_ORIGIN,
    LOG_SIGNERS: `secret:${SECRETS.logKey}`,
    WITNESSES: witnesses.join(','),
    ARCHIVE_BUCKET,
    PARAMETERS_SECRETS_EXTENSION_HTTP_PORT: String(secretsPort),
    TOKEN_ISSUER: `${url}/_local`,
    TOKEN_JWKS_URL: `${url}/_local/jwks.json`,
    TOKEN_AUDIENCE,
    PEOPLE: JSON.stringify(PEOPLE),
    CONSOLE: JSON.stringify(consoleSettings(url)),
    SES_CONFIGURATION_SET: 'consent',
    INBOX_DOMAIN,
    INBOX_BUCKET,
    LARGE_FILES: JSON.stringify(files),
    AWS_ENDPOINT_URL_DYNAMODB: dynamo,
    FEEDBACK_TOPIC: TOPIC_ARN,
    AWS_ENDPOINT_URL_SES: ses,
    AWS_ENDPOINT_URL_SNS: sns,
    AWS_ENDPOINT_URL_S3: s3,
    ...queues,
  };
}

function consoleSettings(url: string): SignInSettings {
  return { issuer: `${url}/_local`, client: PEOPLE.client, scope: scopesToAskFor(''), ...signInPages(url) };
}

function awsEnvironment(name: string): Record<string, string> {
  return {
    ...CREDENTIALS,
    AWS_SESSION_TOKEN: SESSION_TOKEN,
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    POWERTOOLS_SERVICE_NAME: name,
    POWERTOOLS_LOG_LEVEL: 'INFO',
    PATH: process.env['PATH'] ?? '',
  };
}
