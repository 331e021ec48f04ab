import { hearMailService } from '../../shared/actions/hear-mail-service';
import { readText } from '../../shared/http/body';
import { hearMailService as contract } from '../../shared/http/operations/hear-mail-service';
import { plainText } from '../../shared/http/response';
import { onAnybody, serve } from '../../shared/http/serve';
import { guard } from '../deps/guard';
import { topic } from '../deps/mail';
import { subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), subjectKey: subjectKey(), topic: topic() };

/** Bounces and complaints of our own mails. */
export const handler = serve(
  guard(),
  onAnybody(contract, async (call) => {
    await hearMailService(deps, readText(call), new Date());
    return plainText(200, '');
  }),
);
