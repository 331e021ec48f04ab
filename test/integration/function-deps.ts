import { archive as archiveBucket } from '../../functions/deps/archive';
import { logOrigin } from '../../functions/deps/log';
import { inboxBucket } from '../../functions/deps/inbox';
import { mail, topic } from '../../functions/deps/mail';
import { mailerQueue } from '../../functions/deps/queues';
import { links, processors as processorsOf, subjectKey } from '../../functions/deps/secrets';
import { audience, ledger, limits, logTable, vault } from '../../functions/deps/tables';
import { tokens } from '../../functions/deps/tokens';
import { proxies, publicUrl } from '../../functions/deps/visitors';
import { sites } from '../../examples/sites';
import { logStore } from '../../shared/ledger/log-store';
import type { Deps } from '../../shared/actions/deps';
import type { LogStore } from '../../shared/log/store';

export type WorldDeps = Omit<Deps, 'inboxDomain'> & { readonly log: LogStore };

/** What the functions build from the environment, of which each takes its own part. */
export const functionDeps = (): WorldDeps => ({
  sites,
  ledger: ledger(sites),
  vault: vault(),
  audience: audience(),
  limits: limits(),
  log: logStore(logTable()),
  logOrigin: logOrigin(),
  archive: archiveBucket(),
  subjectKey: subjectKey(),
  links: links(),
  mail: mail(),
  mailerQueue: mailerQueue(),
  processors: processorsOf(),
  inboxBucket: inboxBucket(),
  topic: topic(),
  proxies: proxies(),
  tokens: tokens(),
  publicUrl: publicUrl(),
});
