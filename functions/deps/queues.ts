import { optional, required } from '../../shared/environment';
import type { Queue } from '../../shared/queue';
import { dynamo } from './tables';

/** Where the daily review puts whom to ask: however many these are, nobody waits behind them who just did something. */
export const mailerQueue = (): Queue => ({
  client: dynamo(),
  url: required('MAILER_QUEUE'),
  endpoint: optional('AWS_ENDPOINT_URL_SQS'),
  group: 'review',
});
