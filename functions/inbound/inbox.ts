import { takeMail } from '../../shared/actions/take-mail';
import { readReceipts } from '../../shared/inbox/receipt';
import { inboxBucket, inboxDomain } from '../deps/inbox';
import { mail } from '../deps/mail';
import { links, subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { audience, ledger, vault } from '../deps/tables';

const deps = {
  sites,
  ledger: ledger(sites),
  vault: vault(),
  audience: audience(),
  subjectKey: subjectKey(),
  links: links(),
  mail: mail(),
  inboxBucket: inboxBucket(),
  inboxDomain: inboxDomain(),
};

/** Mails that people send to us, as the mail service tells of them. */
export async function handler(event: unknown): Promise<void> {
  for (const receipt of readReceipts(event)) await takeMail(deps, receipt);
}
