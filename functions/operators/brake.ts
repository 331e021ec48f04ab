import { releaseMail, showBrake } from '../../shared/actions/release-brake';
import { getBrake } from '../../shared/http/operations/get-brake';
import { releaseBrake } from '../../shared/http/operations/release-brake';
import { on, serve } from '../../shared/http/serve';
import { guard } from '../deps/guard';
import { subjectKey } from '../deps/secrets';
import { limits } from '../deps/tables';

const deps = { limits: limits(), subjectKey: subjectKey() };

/** Whether a site's confirmation mails are stopped, and their release. */
export const handler = serve(
  guard(),
  on(getBrake, async ({ site, now }, answer) => answer.json(200, await showBrake(deps, site, now))),
  on(releaseBrake, async ({ site, now }, answer) =>
    answer.json(200, { site: site.id, released: await releaseMail(deps, site, now) }),
  ),
);
