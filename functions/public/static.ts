import { noticesAnswer } from '../../shared/http/notices-answer';
import { getForm } from '../../shared/http/operations/get-form';
import { getNotices } from '../../shared/http/operations/get-notices';
import { showConsole } from '../../shared/http/operations/show-console';
import { showConsolePage } from '../../shared/http/operations/show-console-page';
import { showVerifier } from '../../shared/http/operations/show-verifier';
import { onAnybody, onNoRoute, serve } from '../../shared/http/serve';
import { consoleAnswer } from '../../shared/web/console-pages';
import { formScript, verifierPage } from '../../shared/web/deployed-files';
import { noRoutePage } from '../../shared/web/no-route-page';
import { consoleFiles, signInSettings } from '../deps/console';
import { deployedText } from '../deps/files';
import { guard } from '../deps/guard';
import { sites } from '../deps/sites';

const deps = { sites, form: deployedText('form.js'), verifier: deployedText('verify.html') };
const desk = { files: consoleFiles(), settings: signInSettings() };

/** What is the same for everybody: wordings, the form's script, the verifier's page, the console, and that there is nothing. Reads no table. */
export const handler = serve(
  guard(),
  onAnybody(getNotices, (call) => noticesAnswer(deps.sites, call, new Date())),
  onAnybody(getForm, async (call) => formScript(await deps.form(), call)),
  onAnybody(showVerifier, async () => verifierPage(await deps.verifier())),
  onAnybody(showConsole, (call) => consoleAnswer(desk, call)),
  onAnybody(showConsolePage, (call) => consoleAnswer(desk, call)),
  onNoRoute(noRoutePage),
);
