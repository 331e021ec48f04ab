import { httpFunction } from '../shared/api/http-function';
import { unknownSite } from '../shared/api/problem';
import { json } from '../shared/api/response';
import { readSubject } from '../shared/api/subject-body';
import { addDuration } from '../shared/duration';
import { evidence, noticeHashes } from '../shared/evidence/evidence';
import { readHistory, readNotice } from '../shared/ledger/ledger';
import { subjectId } from '../shared/ledger/subject-id';
import { takeStep } from '../shared/ledger/take-step';
import { readParts } from '../shared/ledger/vault';
import type { Notice } from '../shared/policy/notices';
import type { Site } from '../shared/policy/schema';
import { findSite } from '../shared/policy/sites';

/** Everything that there is about a person. Whoever reads it is in it: that is written down first. */
export const handler = httpFunction(async (call) => {
  const site = findSite(call.params['site'] ?? '');
  if (!site) throw unknownSite();
  const address = readSubject(call);
  const id = await subjectId(site.id, address.canonical);
  const now = new Date();
  await noteDisclosure(site, id, call.operator ?? 'unknown', now);
  const [{ entries }, parts] = await Promise.all([readHistory(id, now), readParts(id, now)]);
  const notices = await readNotices(noticeHashes(entries));
  const subject = { id, email: address.canonical };
  return json(200, evidence({ site: site.id, subject, entries, parts, notices, now }));
});

async function noteDisclosure(site: Site, subject: string, operator: string, now: Date): Promise<void> {
  await takeStep({
    subject,
    now,
    decide: () => ({
      type: 'EvidenceDisclosed',
      site: site.id,
      at: now.toISOString(),
      actor: { kind: 'operator', id: operator },
      purposes: [],
      facts: {},
    }),
    entryEnd: addDuration(now, site.retention.accessLog),
  });
}

async function readNotices(hashes: readonly string[]): Promise<ReadonlyMap<string, Notice>> {
  const notices = await Promise.all(hashes.map(async (hash) => [hash, await readNotice(hash)] as const));
  return new Map(notices.flatMap(([hash, notice]) => (notice ? [[hash, notice] as const] : [])));
}
