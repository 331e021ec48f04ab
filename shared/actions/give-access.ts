import { languageOf } from '../consent/decide/language';
import { buildReport } from '../evidence/access/build-report';
import { isAnythingHeld } from '../evidence/access/held';
import { portableData } from '../evidence/access/portable';
import { portableCsv } from '../evidence/access/portable-csv';
import { preview } from '../evidence/access/preview';
import { readHeld } from '../evidence/access/read-held';
import type { ReportSources } from '../evidence/access/report-sources';
import { fileName } from '../file-name';
import { readAccessRequest, type AccessRequest } from '../http/access-request';
import { changedMeanwhile } from '../http/changed-meanwhile';
import type { Answered, Answering } from '../http/answering';
import { fitting } from '../http/fitting';
import type { giveAccess as contract } from '../http/operations/give-access';
import { download, type HttpResponse } from '../http/response';
import type { Call } from '../http/serve';
import { needRequest } from './carry-out-order';
import type { Deps } from './deps';
import { noteAccess } from './note-access';
import { personNamed } from './whose';

/**
 * What a person is to know of what is kept about them (Art. 15 GDPR), and what they may take along (Art. 20). That they were
 * told is written down first, but not of somebody of whom there is nothing: that would be the first thing.
 */
export async function giveAccess(
  deps: Pick<Deps, 'ledger' | 'vault' | 'subjectKey'>,
  call: Call<typeof contract>,
  answer: Answering<typeof contract>,
): Promise<Answered> {
  const { site, operator, now } = call;
  const request = readAccessRequest(call.request, call.body);
  const { reason, kind, dryRun, expects } = request;
  const { subject, address } = await personNamed(deps, site, request.whose, now);
  const { head, ...held } = await readHeld(deps, subject, now);
  const language = request.language ?? languageOf(held.entries, site);
  const sources = { site, subject, email: address.typed, language, held, forCase: request.answering.forCase, now };
  needRequest(held.entries, request.answering.forCase);
  if (dryRun) return answer.json(200, { ...preview(sources, kind), head });
  if (expects !== undefined && expects !== head) throw changedMeanwhile({ ...preview(sources, kind), head });
  if (isAnythingHeld(held)) {
    await noteAccess(deps, { site, subject, operator, reason, form: kind, asked: request.answering, now });
  }
  return fitting(await inForm(answer, sources, request), call.request, 'Accept gzip.');
}

async function inForm(
  answer: Answering<typeof contract>,
  sources: ReportSources,
  { kind, form, answering }: AccessRequest,
): Promise<Answered> {
  const { site, subject, now } = sources;
  const name = fileName([kind === 'report' ? 'access' : 'data', site.id, answering.forCase ?? subject], now, form);
  if (kind === 'portable') {
    const data = portableData(sources);
    if (form === 'csv') return answer.as('text/csv', download(portableCsv(data), 'text/csv; charset=utf-8', name));
    return answer.as('application/json', jsonFile(data, name));
  }
  const report = buildReport(sources);
  if (form === 'json') return answer.as('application/json', jsonFile(report, name));
  // Loaded when it is asked for: making documents takes more code than all the rest.
  const { accessPdf } = await import('../evidence/access/document');
  return answer.as('application/pdf', download(await accessPdf(report, site), 'application/pdf', name));
}

/** For programs, and for people who look into it all the same. */
function jsonFile(content: object, name: string): HttpResponse {
  return download(JSON.stringify(content, null, 2), 'application/json; charset=utf-8', name);
}
