import { optional, required } from '../../shared/environment';
import type { Queue } from '../../shared/queue';
import { dynamo } from './tables';

/** Into which all readers of the ledger's stream put what is to come into the log. Where there is one reader, there is none. */
export function logQueue(): Queue | undefined {
  const url = optional('LOG_QUEUE');
  return url === undefined ? undefined : { client: dynamo(), url, endpoint: optional('AWS_ENDPOINT_URL_SQS') };
}

/** Where the daily review puts whom to ask: however many these are, nobody waits behind them who just did something. */
export const mailerQueue = (): Queue => ({
  client: dynamo(),
  url: required('MAILER_QUEUE'),
  endpoint: optional('AWS_ENDPOINT_URL_SQS'),
  group: 'review',
});
