import path from 'node:path';
import { TOPIC_ARN } from '../../local/sns/topic';

export const BUCKET = 'consent-archive';
export const INBOX_BUCKET = 'consent-inbox';

export const SECRETS = {
  'link-keys': JSON.stringify({ current: 1, '1': 'k'.repeat(64), '2': 'l'.repeat(64) }),
  'subject-key': JSON.stringify({ key: 's'.repeat(64) }),
  'log-key': JSON.stringify({ key: 'g'.repeat(64) }),
};

/** What CDK would give the functions, for the endpoints of this process. */
export function environment(dynamo: string, ses: string, s3: string, secretsPort: number): Record<string, string> {
  return {
    PUBLIC_URL: 'https://consent.example.com',
    LOG_ORIGIN: 'consent.example.com/log',
    LOG_SIGNERS: 'secret:log-key',
    ARCHIVE_BUCKET: BUCKET,
    INBOX_BUCKET,
    AWS_ENDPOINT_URL_S3: s3,
    LINK_KEYS_SECRET: 'link-keys',
    SUBJECT_KEY_SECRET: 'subject-key',
    PROCESSORS_SECRET: 'processors',
    PROCESSORS_ON_LOCALHOST: 'true',
    PARAMETERS_SECRETS_EXTENSION_HTTP_PORT: String(secretsPort),
    TOKEN_ISSUER: 'https://issuer.example.com',
    TOKEN_JWKS_URL: 'http://127.0.0.1:9/jwks.json',
    TOKEN_AUDIENCE: 'consent-test',
    SES_CONFIGURATION_SET: 'consent',
    LAMBDA_TASK_ROOT: path.join(__dirname, '..', '..', 'examples', 'sites'),
    AWS_ENDPOINT_URL_DYNAMODB: dynamo,
    AWS_ENDPOINT_URL_SES: ses,
    FEEDBACK_TOPIC: TOPIC_ARN,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_SESSION_TOKEN: 'local',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    POWERTOOLS_SERVICE_NAME: 'test',
    POWERTOOLS_LOG_LEVEL: 'SILENT',
  };
}
