import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** A table, and the client that reaches it. The kind keeps one from being taken for another. */
export interface Table<Kind extends string = string> {
  readonly kind: Kind;
  readonly client: DynamoDBClient;
  readonly name: string;
}

export interface LedgerTable extends Table<'ledger'> {
  /**
   * When everything of a site goes, by its configuration: whoever reads histories goes by that, whatever ends stand at the items.
   * Undefined where the sites are not known.
   */
  readonly goesAt?: (site: string) => Date | undefined;
}

export type VaultTable = Table<'vault'>;
export type AudienceTable = Table<'audience'>;
export type LogTable = Table<'log'>;
export type LimitsTable = Table<'limits'>;

/** Where all is that there is about a person. */
export interface Holdings {
  readonly ledger: LedgerTable;
  readonly vault: VaultTable;
}
