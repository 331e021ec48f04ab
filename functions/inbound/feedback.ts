import { greetProcessor, hearProcessor } from '../../shared/actions/hear-processor';
import { hearMailService } from '../../shared/actions/hear-mail-service';
import { readText } from '../../shared/http/body';
import { greetProcessor as greeting } from '../../shared/http/operations/greet-processor';
import { hearMailService as contract } from '../../shared/http/operations/hear-mail-service';
import { hearProcessor as report } from '../../shared/http/operations/hear-processor';
import type { HttpRequest } from '../../shared/http/request';
import { plainText } from '../../shared/http/response';
import { onAnybody, serve } from '../../shared/http/serve';
import { guard } from '../deps/guard';
import { topic } from '../deps/mail';
import { processors, subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, limits, vault } from '../deps/tables';

const deps = {
  sites,
  ledger: ledger(sites),
  vault: vault(),
  limits: limits(),
  subjectKey: subjectKey(),
  topic: topic(),
  processors: processors(),
};

const namesIn = ({ params }: HttpRequest) => ({ site: params['site'] ?? '', processor: params['processor'] ?? '' });
const callOf = (request: HttpRequest) => ({ ...request, text: readText(request) });

/** Bounces and complaints of our own mails, and what mailing tools report of theirs. */
export const handler = serve(
  guard(),
  onAnybody(contract, async (call) => {
    await hearMailService(deps, readText(call), new Date());
    return plainText(200, '');
  }),
  onAnybody(report, async (call) => {
    await hearProcessor(deps, namesIn(call), callOf(call), new Date());
    return plainText(200, '');
  }),
  onAnybody(greeting, async (call) => plainText(200, await greetProcessor(deps, namesIn(call), callOf(call)))),
);
