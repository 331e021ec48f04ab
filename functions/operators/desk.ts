import { endOfDay, startOfDay, TIME_ZONE } from '../../shared/calendar';
import { fileName } from '../../shared/file-name';
import { nameOf } from '../../shared/actions/greet-operator';
import { listFetches } from '../../shared/actions/list-fetches';
import { journalCsv, listJournal, listOperators } from '../../shared/actions/list-journal';
import { lookUpPerson } from '../../shared/actions/look-up';
import { acceptedForm } from '../../shared/http/accept';
import { askedDays } from '../../shared/http/asked-days';
import { writeCursor } from '../../shared/http/cursor';
import { fitting } from '../../shared/http/fitting';
import { fetchesPlace, journalPlace } from '../../shared/http/list-places';
import { meOf, namingToken } from '../../shared/http/me-answer';
import { getJournal } from '../../shared/http/operations/get-journal';
import { getMe } from '../../shared/http/operations/get-me';
import { listFetches as fetchesContract } from '../../shared/http/operations/list-fetches';
import { lookUp } from '../../shared/http/operations/look-up';
import { download } from '../../shared/http/response';
import { on, onSignedIn, serve } from '../../shared/http/serve';
import { readWhose } from '../../shared/http/subject-body';
import { logger } from '../../shared/logger';
import { ownLanguage } from '../../shared/policy/own-language';
import { guard } from '../deps/guard';
import { subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';
import { askName } from '../deps/tokens';

const deps = { ledger: ledger(sites), vault: vault(), subjectKey: subjectKey(), askName: askName() };

const journal = on(getJournal, async (call, answer) => {
  const { site, query, request, operator, now } = call;
  const form = acceptedForm(request, { 'application/json': 'json', 'text/csv': 'csv' } as const);
  const days = askedDays(query, now);
  const time = {
    from: startOfDay(days.from).toISOString(),
    to: new Date(endOfDay(days.to).getTime() - 1).toISOString(),
  };
  const { limit, operator: by, type, person, cursor } = query;
  const wanted = { ...time, operator: by, type, person, limit, before: journalPlace(cursor, time), now };
  const isFirst = cursor === undefined;
  const [{ steps, next }, operators] = await Promise.all([
    listJournal(deps, site, wanted),
    isFirst && form === 'json' ? listOperators(deps, site, wanted) : undefined,
  ]);
  // It names people by ids alone, and is no list of addresses; that somebody read it is kept like that somebody searched.
  logger.info('journal read', { site: site.id, operator: operator.id, count: steps.length });
  const further = next && writeCursor(next);
  const name = fileName(['journal', site.id, days.from, days.to], now, form);
  if (form === 'json') {
    const page = {
      site: site.id,
      timeZone: TIME_ZONE,
      ...days,
      steps,
      ...(operators && { operators }),
      ...(further && { cursor: further }),
    };
    const headers = { 'Content-Disposition': `attachment; filename="${name}"` };
    return fitting(answer.json(200, page, headers), request, FEWER);
  }
  const { language = ownLanguage(site), bom } = query;
  const table = journalCsv(steps, isFirst, { language, forSpreadsheets: bom !== undefined });
  const file = download(table, 'text/csv; charset=utf-8', name);
  const asked = { ...query, ...days, limit: String(limit), language, cursor: further };
  const more = new URLSearchParams(
    Object.entries(asked).filter((one): one is [string, string] => one[1] !== undefined),
  );
  const link = further && { Link: `<?${more.toString()}>; rel="next"` };
  return fitting(answer.as('text/csv', { ...file, headers: { ...file.headers, ...link } }), request, FEWER);
});

const FEWER = 'Ask for fewer at once, with limit.';

/** What people who work here ask for all the time: who they are, and how somebody stands. */
export const handler = serve(
  guard(),
  onSignedIn(getMe, async (call, answer) => {
    const name = await nameOf(deps, call.operator, namingToken(call), call.now);
    return fitting(answer.json(200, meOf(call, sites, name)), call.request, 'Ask with a token for fewer sites.');
  }),
  on(lookUp, async ({ site, body, operator, may, now }, answer) => {
    const search = { site, whose: readWhose(body), operator, withFile: may('evidence:read'), now };
    return answer.json(200, await lookUpPerson(deps, search));
  }),
  on(fetchesContract, async ({ site, query, now }, answer) => {
    const wanted = { before: fetchesPlace(query.cursor), limit: query.limit, now };
    const { fetches, next } = await listFetches(deps, site, wanted);
    const cursor = next !== undefined && { cursor: writeCursor({ before: next }) };
    return answer.json(200, { site: site.id, fetches, ...cursor });
  }),
  journal,
);
