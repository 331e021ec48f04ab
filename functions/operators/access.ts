import { readAccessRequest, type AccessRequest } from '../../shared/http/access-request';
import { fitting } from '../../shared/http/fitting';
import { httpFunction } from '../../shared/http/http-function';
import { unknownSite } from '../../shared/http/problem';
import { download, json, type HttpResponse } from '../../shared/http/response';
import { buildReport, languageOf } from '../../shared/evidence/access/build-report';
import type { ReportSources } from '../../shared/evidence/access/report-sources';
import { isAnythingHeld } from '../../shared/evidence/access/held';
import { noteAccess } from '../../shared/actions/note-access';
import { portableData } from '../../shared/evidence/access/portable';
import { portableCsv } from '../../shared/evidence/access/portable-csv';
import { preview } from '../../shared/evidence/access/preview';
import { readHeld } from '../../shared/evidence/access/read-held';
import { subjectId } from '../../shared/ledger/subject-id';
import { findSite } from '../../shared/policy/sites';
import { subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), subjectKey: subjectKey() };

/**
 * What a person is to know of what is kept about them (Art. 15 GDPR), and what they may take along (Art. 20). That they were
 * told is written down first, but not of somebody of whom there is nothing: that would be the first thing.
 */
export const handler = httpFunction(async (call) => {
  const site = findSite(deps.sites, call.params['site'] ?? '');
  if (!site) throw unknownSite();
  const request = readAccessRequest(call);
  const { address, reason, kind, dryRun } = request;
  const now = new Date();
  const subject = await subjectId(deps.subjectKey, site.id, address.canonical);
  const held = await readHeld(deps, subject, now);
  const language = request.language ?? languageOf(held.entries, site);
  const sources = { site, subject, email: address.typed, language, held, now };
  if (dryRun) return json(200, preview(sources, kind));
  if (isAnythingHeld(held)) {
    await noteAccess(deps, { site, subject, operator: call.operator ?? 'unknown', reason, form: kind, now });
  }
  return fitting(await answer(sources, request), call, 'Accept gzip.');
});

async function answer(sources: ReportSources, { kind, form }: AccessRequest): Promise<HttpResponse> {
  const { site, now } = sources;
  const name = `${kind === 'report' ? 'access' : 'data'}-${site.id}-${now.toISOString().slice(0, 10)}.${form}`;
  if (kind === 'portable') {
    const data = portableData(sources);
    return form === 'csv' ? download(portableCsv(data), 'text/csv; charset=utf-8', name) : jsonFile(data, name);
  }
  const report = buildReport(sources);
  if (form === 'json') return jsonFile(report, name);
  // Loaded when it is asked for: making documents takes more code than all the rest.
  const { accessPdf } = await import('../../shared/evidence/access/document');
  return download(await accessPdf(report, site), 'application/pdf', name);
}

/** For programs, and for people who look into it all the same. */
function jsonFile(content: object, name: string): HttpResponse {
  return download(JSON.stringify(content, null, 2), 'application/json; charset=utf-8', name);
}
