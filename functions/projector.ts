import { consumer } from '../shared/api/consumer';
import type { Entry } from '../shared/consent/entry';
import { fold, purposesInForce, type RecordState, type SubjectState } from '../shared/consent/fold';
import { identityDigest } from '../shared/consent/identity';
import { mayMail } from '../shared/consent/permissions';
import { standingOf } from '../shared/consent/standing';
import { endMembership, saveAsOf, saveMember, type Member } from '../shared/ledger/audience';
import { readHistory } from '../shared/ledger/ledger';
import { findSite } from '../shared/policy/sites';

/** Keeps the audience in step with the ledger: for each purpose that a subject ever asked for, in or out. */
export const handler = consumer(async ({ site, subject, seq }) => {
  const now = new Date();
  const { entries } = await readHistory(subject, now);
  const step = entries.find((entry) => entry.seq === seq);
  await forget(site, subject, { step, state: fold(entries, now) }, now);
  const last = entries.at(-1);
  if (!last) return;
  await Promise.all(members(entries, fold(entries, now), last).map((member) => saveMember(member, now)));
  await saveAsOf(site, last.at);
});

interface Seen {
  /** The step that was told of, if it is still there. */
  readonly step: Entry | undefined;
  readonly state: SubjectState;
}

/** What a step ended can be deleted at once, with the step or before it: what is not left is in no audience. */
async function forget(site: string, subject: string, { step, state }: Seen, now: Date): Promise<void> {
  const left = new Set(state.flatMap(({ purposes }) => purposes.map(({ id }) => id)));
  if (step?.purposes.every(({ id }) => left.has(id))) return;
  const gone = (findSite(site)?.purposes ?? []).filter(({ id }) => !left.has(id));
  await Promise.all(gone.map(({ id }) => endMembership(site, id, subject, now)));
}

function members(entries: readonly Entry[], state: SubjectState, { site, subject, seq }: Entry): Member[] {
  const inForce = purposesInForce(state);
  const standing = standingOf(entries);
  const asked = [...new Set(state.flatMap(({ purposes }) => purposes.map(({ id }) => id)))];
  return asked.flatMap((purpose) => {
    const record = newestWith(state, purpose, inForce.get(purpose)?.since);
    const current = inForce.get(purpose) ?? record?.purposes.find(({ id }) => id === purpose);
    if (!record || !current) return [];
    const { recordId, language } = record;
    const member = { site, purpose, subject, seq, recordId, language, since: current.since };
    const identity = identityDigest(entries, recordId) ?? '';
    return [{ ...member, active: mayMail(current, standing), identity }];
  });
}

/** The record that a purpose stands by: the one that put it in force, or else the last that asked for it. */
function newestWith(state: SubjectState, purpose: string, since: string | undefined): RecordState | undefined {
  return state
    .filter(({ purposes }) => purposes.some(({ id, ...at }) => id === purpose && (!since || at.since === since)))
    .at(-1);
}
