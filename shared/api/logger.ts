import { LogFormatter, Logger, LogItem } from '@aws-lambda-powertools/logger';
import type { LogAttributes, UnformattedAttributes } from '@aws-lambda-powertools/logger/types';

/** The only keys that a log line can have besides time, level, message and function. None of them is personal. */
const ALLOWED = ['requestId', 'routeKey', 'status', 'ms', 'site', 'problem', 'error', 'consumer', 'count'] as const;

export type LogDetails = Partial<Record<(typeof ALLOWED)[number], string | number>>;

class AllowList extends LogFormatter {
  override formatAttributes(attributes: UnformattedAttributes, details: LogAttributes): LogItem {
    const allowed = ALLOWED.filter((key) => details[key] !== undefined).map((key) => [key, details[key]] as const);
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

/**
 * What a log may say of an error: its class, and where in our code it came from. Its message may quote what somebody
 * sent, so it stays out.
 */
export function errorName(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 5).map((line) => line.trim())].join(' ');
}
