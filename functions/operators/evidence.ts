import { readEvidenceRequest, type EvidenceRequest } from '../../shared/http/evidence-request';
import { fitting } from '../../shared/http/fitting';
import { errorName, logger } from '../../shared/logger';
import type { Answered, Answering } from '../../shared/http/answering';
import { getEvidence } from '../../shared/http/operations/get-evidence';
import { download } from '../../shared/http/response';
import { on, serve } from '../../shared/http/serve';
import { canonicalJson } from '../../shared/canonical';
import { plus } from '../../shared/calendar';
import { findAnchors } from '../../shared/evidence/anchors';
import type { Anchor, AnyBundleEntry, BundleFile } from '../../shared/evidence/bundle';
import { evidenceCsv } from '../../shared/evidence/csv';
import { consentRecords } from '../../shared/evidence/json-ld';
import { readBundle } from '../../shared/actions/read-evidence';
import { subjectId } from '../../shared/ledger/subject-id';
import type { Site } from '../../shared/policy/schema';
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

/** So that nobody takes the file for more than it is before they open it; the command line goes by it. */
const NO_EVIDENCE = 'no-evidence';

/** Everything that there is about a person, and the proof of it. Whoever reads it is in it: that is written down first. */
const show = on(getEvidence, async (call, answer) => {
  const { site, operator, now } = call;
  const request = readEvidenceRequest(site, call);
  const bundle = await readBundle(deps, {
    site,
    subject: await subjectId(deps.subjectKey, site.id, request.address.canonical),
    address: request.address.canonical,
    operator,
    reason: request.reason,
    disclose: request.disclose,
    readingEnds: plus(now, site.retention.accessLog),
    now,
    findAnchors: anchorsIfPossible,
  });
  return fitting(await inForm(answer, { bundle, site }, request), call.request, LEAVE_OUT);
});

/** Evidence is good without them, and compliance is in a hurry: an archive that is down must not hold it up. */
function anchorsIfPossible(entries: readonly AnyBundleEntry[], size: number): Promise<Anchor[]> {
  return findAnchors(deps, entries, size).catch((error: unknown) => {
    logger.error('evidence without anchors', { error: errorName(error) });
    return [];
  });
}

async function inForm(
  answer: Answering<typeof getEvidence>,
  { bundle, site }: { readonly bundle: BundleFile; readonly site: Site },
  { form, language, forSpreadsheets }: EvidenceRequest,
): Promise<Answered> {
  const kind = bundle.entries.length === 0 ? NO_EVIDENCE : 'evidence';
  const name = `${kind}-${bundle.site}-${bundle.at.slice(0, 10)}.${form}`;
  switch (form) {
    case 'json': {
      const file = download(canonicalJson(bundle), 'application/json; charset=utf-8', name);
      return answer.as('application/json', file);
    }
    case 'jsonld': {
      const records = JSON.stringify(consentRecords(bundle, site));
      return answer.as('application/ld+json', download(records, 'application/ld+json; charset=utf-8', name));
    }
    case 'csv':
      return answer.as(
        'text/csv',
        download(evidenceCsv(bundle, { language, forSpreadsheets }), 'text/csv; charset=utf-8', name),
      );
    case 'pdf': {
      // Loaded when it is asked for: making documents takes more code than all the rest.
      const { dossier } = await import('../../shared/evidence/dossier/dossier');
      return answer.as('application/pdf', download(await dossier(bundle, site, language), 'application/pdf', name));
    }
  }
}

export const handler = serve(deps.sites, show);
