import { plus } from '../calendar';
import { canonicalJson } from '../canonical';
import { findAnchors } from '../evidence/anchors';
import type { Anchor, AnyBundleEntry, BundleFile } from '../evidence/bundle';
import { evidenceCsv } from '../evidence/csv';
import { consentRecords } from '../evidence/json-ld';
import { fileName } from '../file-name';
import type { Answered, Answering } from '../http/answering';
import { readEvidenceRequest, type EvidenceRequest } from '../http/evidence-request';
import { fitting } from '../http/fitting';
import type { getEvidence as contract } from '../http/operations/get-evidence';
import { download } from '../http/response';
import type { Call } from '../http/serve';
import { errorName, logger } from '../logger';
import type { Site } from '../policy/schema';
import type { Deps } from './deps';
import { readBundle } from './read-evidence';
import { personNamed } from './whose';

const LEAVE_OUT = 'Accept gzip, or leave out the mails: "disclose": ["address", "details", "network", "reading"].';

/** So that nobody takes the file for more than it is before they open it; the command line goes by it. */
const NO_EVIDENCE = 'no-evidence';

type EvidenceDeps = Pick<Deps, 'ledger' | 'vault' | 'subjectKey' | 'log' | 'logOrigin' | 'archive'>;

/** Everything that there is about a person, and the proof of it. Whoever reads it is in it: that is written down first. */
export async function giveEvidence(
  deps: EvidenceDeps,
  call: Call<typeof contract>,
  answer: Answering<typeof contract>,
): Promise<Answered> {
  const { site, operator, now } = call;
  const request = readEvidenceRequest(site, call);
  const { subject, address } = await personNamed(deps, site, request.whose, now);
  const bundle = await readBundle(deps, {
    site,
    subject,
    address: address.canonical,
    operator,
    reason: request.reason,
    disclose: request.disclose,
    readingEnds: plus(now, site.retention.accessLog),
    now,
    findAnchors: (entries, size) => anchorsIfPossible(deps, entries, size),
  });
  return fitting(await inForm(answer, { bundle, site }, request), call.request, LEAVE_OUT);
}

/** Evidence is good without them, and compliance is in a hurry: an archive that is down must not hold it up. */
function anchorsIfPossible(deps: EvidenceDeps, entries: readonly AnyBundleEntry[], size: number): Promise<Anchor[]> {
  return findAnchors(deps, entries, size).catch((error: unknown) => {
    logger.error('evidence without anchors', { error: errorName(error) });
    return [];
  });
}

async function inForm(
  answer: Answering<typeof contract>,
  { bundle, site }: { readonly bundle: BundleFile; readonly site: Site },
  { form, language, forSpreadsheets }: EvidenceRequest,
): Promise<Answered> {
  const kind = bundle.entries.length === 0 ? NO_EVIDENCE : 'evidence';
  const name = fileName([kind, bundle.site, bundle.subject], new Date(bundle.at), form);
  switch (form) {
    case 'json': {
      const file = download(canonicalJson(bundle), 'application/json; charset=utf-8', name);
      return answer.as('application/json', file);
    }
    case 'jsonld': {
      const records = JSON.stringify(consentRecords(bundle, site));
      return answer.as('application/ld+json', download(records, 'application/ld+json; charset=utf-8', name));
    }
    case 'csv': {
      const table = evidenceCsv(bundle, { language, forSpreadsheets });
      return answer.as('text/csv', download(table, 'text/csv; charset=utf-8', name));
    }
    case 'pdf': {
      // Loaded when it is asked for: making documents takes more code than all the rest.
      const { dossier } = await import('../evidence/dossier/dossier');
      return answer.as('application/pdf', download(await dossier(bundle, site, language), 'application/pdf', name));
    }
  }
}
