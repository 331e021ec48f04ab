import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** Promise R6: log data is kept for 90 days. (Promise R5's seven days are for IPs, and no log holds one.) */
export const LOG_RETENTION = RetentionDays.THREE_MONTHS;
