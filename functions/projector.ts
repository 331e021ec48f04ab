import { consumer } from '../shared/api/consumer';
import type { Entry } from '../shared/consent/entry';
import { fold, purposesInForce, type RecordState, type SubjectState } from '../shared/consent/fold';
import { saveAsOf, saveMember, type Member } from '../shared/ledger/audience';
import { readHistory } from '../shared/ledger/ledger';

/** Keeps the audience in step with the ledger: for each purpose that a subject ever asked for, in or out. */
export const handler = consumer(async ({ site, subject }) => {
  const now = new Date();
  const { entries } = await readHistory(subject, now);
  const last = entries.at(-1);
  if (!last) return;
  await Promise.all(members(entries, fold(entries, now), last).map((member) => saveMember(member, now)));
  await saveAsOf(site, last.at);
});

function members(entries: readonly Entry[], state: SubjectState, { site, subject, seq }: Entry): Member[] {
  const inForce = purposesInForce(state);
  const asked = [...new Set(state.flatMap(({ purposes }) => purposes.map(({ id }) => id)))];
  return asked.flatMap((purpose) => {
    const record = newestWith(state, purpose, inForce.get(purpose)?.since);
    const standing = inForce.get(purpose) ?? record?.purposes.find(({ id }) => id === purpose);
    if (!record || !standing) return [];
    const { recordId, language } = record;
    const member = { site, purpose, subject, seq, recordId, language, since: standing.since };
    return [{ ...member, active: inForce.has(purpose), identity: identityDigest(entries, recordId) }];
  });
}

/** The record that a purpose stands by: the one that put it in force, or else the last that asked for it. */
function newestWith(state: SubjectState, purpose: string, since: string | undefined): RecordState | undefined {
  return state
    .filter(({ purposes }) => purposes.some(({ id, ...at }) => id === purpose && (!since || at.since === since)))
    .at(-1);
}

function identityDigest(entries: readonly Entry[], recordId: string): string {
  return entries.find((entry) => entry.recordId === recordId)?.parts['identity'] ?? '';
}
