import type { Bucket } from '../bucket';
import type { Topic } from '../feedback/sns-origin';
import type { TokenIssuer } from '../http/access-token';
import type { Proxies } from '../http/client-ip';
import type { AudienceTable, LedgerTable, LimitsTable, VaultTable } from '../ledger/table';
import type { Links } from '../links/link';
import type { LogReader } from '../log/store';
import type { MailService } from '../mail/send';
import type { Sites } from '../policy/sites';
import type { Processors } from '../processors/credentials';
import type { Queue } from '../queue';
import type { Secret } from '../secret';

/**
 * All that the system works with. Whoever runs it builds what is needed once; an action says which of it it needs, and
 * nothing else finds its way in.
 */
export interface Deps {
  readonly sites: Sites;
  readonly ledger: LedgerTable;
  readonly vault: VaultTable;
  readonly audience: AudienceTable;
  /** What is counted for hours, so that nobody is flooded. */
  readonly limits: LimitsTable;
  readonly log: LogReader;
  /** The log's name: https://c2sp.org/tlog-tiles. */
  readonly logOrigin: string;
  readonly archive: Bucket;
  /** Makes ids of addresses. */
  readonly subjectKey: Secret;
  readonly links: Links;
  readonly mail: MailService;
  /** Has `mailer` ask somebody, when it is their turn. */
  readonly mailerQueue: Queue;
  readonly processors: Processors;
  readonly inboxBucket: Bucket;
  /** The domain whose mail comes to us. */
  readonly inboxDomain: string;
  readonly topic: Topic;
  readonly proxies: Proxies;
  readonly tokens: TokenIssuer;
  readonly publicUrl: string;
}
