import { required } from '../environment';

/** Where each partition of AWS is. */
const SUFFIXES: Readonly<Record<string, string>> = { aws: 'amazonaws.com', 'aws-eusc': 'amazonaws.eu' };

/** The only place that certificates of our topic come from. The variable is the SDK's, for SNS that is elsewhere. */
const origin = process.env['AWS_ENDPOINT_URL_SNS'] ?? originOf(required('FEEDBACK_TOPIC'));

function originOf(topic: string): string {
  const [, partition = '', , region = ''] = topic.split(':');
  return `https://sns.${region}.${SUFFIXES[partition] ?? ''}`;
}

/** Whether an address is that of SNS in our topic's region, with nothing that could mean somebody else. */
export function isAtSns(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { origin: of, username, password } = new URL(url);
  return of === new URL(origin).origin && username === '' && password === '';
}
