import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { required } from '../../shared/environment';
import { goingOf } from '../../shared/policy/closing';
import type { Sites } from '../../shared/policy/sites';
import type { AudienceTable, LedgerTable, LimitsTable, LogTable, VaultTable } from '../../shared/ledger/table';

let client: DynamoDBClient | undefined;

/** One client per container; its region, credentials and endpoint come from the environment. */
export const dynamo = (): DynamoDBClient => (client ??= new DynamoDBClient({}));

/** @param sites by whose configuration everything of a site that closes goes, for whoever reads a history */
export const ledger = (sites: Sites = []): LedgerTable => ({
  kind: 'ledger',
  client: dynamo(),
  name: required('LEDGER_TABLE'),
  goesAt: goingOf(sites),
});
export const vault = (): VaultTable => ({ kind: 'vault', client: dynamo(), name: required('VAULT_TABLE') });
export const audience = (): AudienceTable => ({ kind: 'audience', client: dynamo(), name: required('AUDIENCE_TABLE') });
export const logTable = (): LogTable => ({ kind: 'log', client: dynamo(), name: required('LOG_TABLE') });
export const limits = (): LimitsTable => ({ kind: 'limits', client: dynamo(), name: required('LIMITS_TABLE') });
