import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Table } from './tables';

/*
 * The ledger's stream has two readers, the bus's pipe and the sequencer of the log. DynamoDB slows down a third.
 */

/** New entries only: what `retention` changes or TTL deletes is not a step. Notices are not, either. */
export const NEW_ENTRIES = {
  eventName: ['INSERT'],
  dynamodb: { NewImage: { pk: { S: [{ prefix: 'subject#' }] }, type: { S: [{ exists: true }] } } },
};

/** That everything of a site was deleted: the log has that, too, and nothing follows from it. */
export const NEW_CLOSINGS = {
  eventName: ['INSERT'],
  dynamodb: { NewImage: { pk: { S: [{ prefix: 'closing#' }] } } },
};

/** Allows to read the stream, and no other. To decrypt it takes the ledger's key as well. */
export function readStream(ledger: Table): PolicyStatement {
  const actions = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'];
  return new PolicyStatement({
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [ledger.tableStreamArn!],
  });
}
