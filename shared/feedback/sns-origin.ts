/** The topic by which we hear what became of mails. */
export interface Topic {
  readonly arn: string;
  /** Where SNS is; the only place that certificates of the topic come from. */
  readonly origin: string;
}

/** Where each partition of AWS is. */
const SUFFIXES: Readonly<Record<string, string>> = { aws: 'amazonaws.com', 'aws-eusc': 'amazonaws.eu' };

/** @param endpoint of SNS, where that is not the region's own */
export function topicAt(arn: string, endpoint: string | undefined): Topic {
  return { arn, origin: endpoint ?? originOf(arn) };
}

function originOf(arn: string): string {
  const [, partition = '', , region = ''] = arn.split(':');
  return `https://sns.${region}.${SUFFIXES[partition] ?? ''}`;
}

/** Whether an address is that of SNS in our topic's region, with nothing that could mean somebody else. */
export function isAtSns({ origin }: Topic, url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { origin: of, username, password } = new URL(url);
  return of === new URL(origin).origin && username === '' && password === '';
}
