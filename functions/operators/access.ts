import { readAccessRequest, type AccessRequest } from '../../shared/http/access-request';
import { fitting } from '../../shared/http/fitting';
import type { Answered, Answering } from '../../shared/http/answering';
import { giveAccess } from '../../shared/http/operations/give-access';
import { download, type HttpResponse } from '../../shared/http/response';
import { on, serve } from '../../shared/http/serve';
import { buildReport, languageOf } from '../../shared/evidence/access/build-report';
import type { ReportSources } from '../../shared/evidence/access/report-sources';
import { isAnythingHeld } from '../../shared/evidence/access/held';
import { noteAccess } from '../../shared/actions/note-access';
import { portableData } from '../../shared/evidence/access/portable';
import { portableCsv } from '../../shared/evidence/access/portable-csv';
import { preview } from '../../shared/evidence/access/preview';
import { readHeld } from '../../shared/evidence/access/read-held';
import { subjectId } from '../../shared/ledger/subject-id';
import { subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), subjectKey: subjectKey() };

/**
 * What a person is to know of what is kept about them (Art. 15 GDPR), and what they may take along (Art. 20). That they were
 * told is written down first, but not of somebody of whom there is nothing: that would be the first thing.
 */
const give = on(giveAccess, async (call, answer) => {
  const { site, operator, now } = call;
  const request = readAccessRequest(call.request, call.body);
  const { address, reason, kind, dryRun } = request;
  const subject = await subjectId(deps.subjectKey, site.id, address.canonical);
  const held = await readHeld(deps, subject, now);
  const language = request.language ?? languageOf(held.entries, site);
  const sources = { site, subject, email: address.typed, language, held, now };
  if (dryRun) return answer.json(200, preview(sources, kind));
  if (isAnythingHeld(held)) {
    await noteAccess(deps, { site, subject, operator, reason, form: kind, now });
  }
  return fitting(await inForm(answer, sources, request), call.request, 'Accept gzip.');
});

async function inForm(
  answer: Answering<typeof giveAccess>,
  sources: ReportSources,
  { kind, form }: AccessRequest,
): Promise<Answered> {
  const { site, now } = sources;
  const name = `${kind === 'report' ? 'access' : 'data'}-${site.id}-${now.toISOString().slice(0, 10)}.${form}`;
  if (kind === 'portable') {
    const data = portableData(sources);
    if (form === 'csv') return answer.as('text/csv', download(portableCsv(data), 'text/csv; charset=utf-8', name));
    return answer.as('application/json', jsonFile(data, name));
  }
  const report = buildReport(sources);
  if (form === 'json') return answer.as('application/json', jsonFile(report, name));
  // Loaded when it is asked for: making documents takes more code than all the rest.
  const { accessPdf } = await import('../../shared/evidence/access/document');
  return answer.as('application/pdf', download(await accessPdf(report, site), 'application/pdf', name));
}

/** For programs, and for people who look into it all the same. */
function jsonFile(content: object, name: string): HttpResponse {
  return download(JSON.stringify(content, null, 2), 'application/json; charset=utf-8', name);
}

export const handler = serve(deps.sites, give);
