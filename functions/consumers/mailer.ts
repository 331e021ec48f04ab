import { sendDueMails } from '../../shared/actions/send-due-mails';
import { consumer } from '../../shared/consumer';
import { MailWaits } from '../../shared/mail/mail-waits';
import { mail } from '../deps/mail';
import { links, subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, limits, vault } from '../deps/tables';

const deps = {
  sites,
  ledger: ledger(sites),
  vault: vault(),
  limits: limits(),
  subjectKey: subjectKey(),
  links: links(),
  mail: mail(),
};

export const handler = consumer(
  (step, isInTime) => sendDueMails(deps, step, isInTime),
  (error) => error instanceof MailWaits && error.isForAll,
);
