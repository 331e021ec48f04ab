import { sendAgain } from '../../shared/actions/send-again';
import { sendConfirmation } from '../../shared/http/operations/send-confirmation';
import { on, serve } from '../../shared/http/serve';
import { readSubject } from '../../shared/http/subject-body';
import { guard } from '../deps/guard';
import { mail } from '../deps/mail';
import { links, subjectKey } from '../deps/secrets';
import { ledger, limits, vault } from '../deps/tables';

const deps = {
  ...{ ledger: ledger(), vault: vault(), limits: limits() },
  ...{ subjectKey: subjectKey(), links: links(), mail: mail() },
};

/** The mail with the button once more, as an operator orders it for one person. */
export const handler = serve(
  guard(),
  on(sendConfirmation, async ({ site, body, operator, now }, answer) =>
    answer.json(200, await sendAgain(deps, { site, address: readSubject(body), operator, now })),
  ),
);
