import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { required } from '../../shared/environment';
import type { AudienceTable, LedgerTable, LimitsTable, LogTable, VaultTable } from '../../shared/ledger/table';

let client: DynamoDBClient | undefined;

/** One client per container; its region, credentials and endpoint come from the environment. */
export const dynamo = (): DynamoDBClient => (client ??= new DynamoDBClient({}));

export const ledger = (): LedgerTable => ({ kind: 'ledger', client: dynamo(), name: required('LEDGER_TABLE') });
export const vault = (): VaultTable => ({ kind: 'vault', client: dynamo(), name: required('VAULT_TABLE') });
export const audience = (): AudienceTable => ({ kind: 'audience', client: dynamo(), name: required('AUDIENCE_TABLE') });
export const logTable = (): LogTable => ({ kind: 'log', client: dynamo(), name: required('LOG_TABLE') });
export const limits = (): LimitsTable => ({ kind: 'limits', client: dynamo(), name: required('LIMITS_TABLE') });
