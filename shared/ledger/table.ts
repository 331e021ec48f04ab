import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** A table, and the client that reaches it. The kind keeps one from being taken for another. */
export interface Table<Kind extends string = string> {
  readonly kind: Kind;
  readonly client: DynamoDBClient;
  readonly name: string;
}

export type LedgerTable = Table<'ledger'>;
export type VaultTable = Table<'vault'>;
export type AudienceTable = Table<'audience'>;
export type LogTable = Table<'log'>;
export type LimitsTable = Table<'limits'>;

/** Where all is that there is about a person. */
export interface Holdings {
  readonly ledger: LedgerTable;
  readonly vault: VaultTable;
}
