import { LogFormatter, Logger, LogItem } from '@aws-lambda-powertools/logger';
import type { LogAttributes, UnformattedAttributes } from '@aws-lambda-powertools/logger/types';

/**
 * The only keys that a log line can have besides time, level, message and function. None of them is personal; `operator` and
 * `client` are ids in an access token, `site` and `processor` ids that the sites' configuration gives.
 */
const ALLOWED = [
  ...([
    'requestId',
    'routeKey',
    'status',
    'ms',
    'site',
    'operator',
    'client',
    'problem',
    'error',
    'consumer',
    'count',
    'witness',
    'processor',
    'kind',
    'mailed',
    'bounced',
  ] as const),
] as const;

/** An error or any other object would bring along whatever is in it. */
const isPlain = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';

class AllowList extends LogFormatter {
  override formatAttributes(attributes: UnformattedAttributes, details: LogAttributes): LogItem {
    const allowed = ALLOWED.filter((key) => isPlain(details[key])).map((key) => [key, details[key]] as const);
    return new LogItem({
      attributes: {
        timestamp: this.formatTimestamp(attributes.timestamp),
        level: attributes.logLevel,
        message: attributes.message,
        function: attributes.serviceName,
        ...Object.fromEntries(allowed),
      },
    });
  }
}

export const logger = new Logger({ logFormatter: new AllowList() });

const FRAME = /^\s+at .+:\d+:\d+\)?$/;

/**
 * What a log may say of an error: its class, and where in our code it came from. Its message may quote what somebody
 * sent, so it stays out.
 */
export function errorName(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { name, message, stack = '' } = error;
  // A line of the message can look like a frame.
  const frames = stack
    .replace(message, '')
    .split('\n')
    .filter((line) => FRAME.test(line));
  return [name, ...frames.slice(0, 5).map((line) => line.trim())].join(' ');
}
