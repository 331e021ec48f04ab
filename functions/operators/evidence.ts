import { readEvidenceRequest, type EvidenceRequest } from '../../shared/http/evidence-request';
import { fitting } from '../../shared/http/fitting';
import { httpFunction } from '../../shared/http/http-function';
import { errorName, logger } from '../../shared/logger';
import { unknownSite } from '../../shared/http/problem';
import { download, type HttpResponse } from '../../shared/http/response';
import { canonicalJson } from '../../shared/canonical';
import { plus } from '../../shared/calendar';
import { findAnchors } from '../../shared/evidence/anchors';
import type { Anchor, Bundle, BundleEntry } from '../../shared/evidence/bundle';
import { evidenceCsv } from '../../shared/evidence/csv';
import { consentRecords } from '../../shared/evidence/json-ld';
import { readBundle } from '../../shared/actions/read-evidence';
import { subjectId } from '../../shared/ledger/subject-id';
import { findSite } from '../../shared/policy/sites';
import { archive } from '../deps/archive';
import { log, logOrigin } from '../deps/log';
import { subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = {
  sites,
  ledger: ledger(),
  vault: vault(),
  log: log(),
  logOrigin: logOrigin(),
  archive: archive(),
  subjectKey: subjectKey(),
};

const LEAVE_OUT = 'Accept gzip, or leave out the mails: "disclose": ["identity", "network", "reading"].';

/** Everything that there is about a person, and the proof of it. Whoever reads it is in it: that is written down first. */
export const handler = httpFunction(async (call) => {
  const site = findSite(deps.sites, call.params['site'] ?? '');
  if (!site) throw unknownSite();
  const request = readEvidenceRequest(site, call);
  const now = new Date();
  const bundle = await readBundle(deps, {
    site,
    subject: await subjectId(deps.subjectKey, site.id, request.address.canonical),
    operator: call.operator ?? 'unknown',
    reason: request.reason,
    disclose: request.disclose,
    readingEnds: plus(now, site.retention.accessLog),
    now,
    findAnchors: anchorsIfPossible,
  });
  return fitting(await answer(bundle, request), call, LEAVE_OUT);
});

/** Evidence is good without them, and compliance is in a hurry: an archive that is down must not hold it up. */
function anchorsIfPossible(entries: readonly BundleEntry[], size: number): Promise<Anchor[]> {
  return findAnchors(deps, entries, size).catch((error: unknown) => {
    logger.error('evidence without anchors', { error: errorName(error) });
    return [];
  });
}

async function answer(bundle: Bundle, { form, language }: EvidenceRequest): Promise<HttpResponse> {
  const site = findSite(deps.sites, bundle.site);
  const name = `evidence-${bundle.site}-${bundle.at.slice(0, 10)}.${form}`;
  switch (form) {
    case 'json':
      return download(canonicalJson(bundle), 'application/json; charset=utf-8', name);
    case 'jsonld':
      return download(JSON.stringify(consentRecords(bundle, site)), 'application/ld+json; charset=utf-8', name);
    case 'csv':
      return download(evidenceCsv(bundle), 'text/csv; charset=utf-8', name);
    case 'pdf': {
      // Loaded when it is asked for: making documents takes more code than all the rest.
      const { dossier } = await import('../../shared/evidence/dossier/dossier');
      return download(await dossier(bundle, site, language), 'application/pdf', name);
    }
  }
}
