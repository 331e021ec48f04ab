import type { RecordId, SubjectId } from '../ids';
import type { Actor } from '../consent/entry';

/** Names for what has no address: they lead nowhere, and are the same wherever the same thing is meant. */
const name = (kind: string, ...parts: readonly string[]): string =>
  ['urn:consent-ledger', kind, ...parts.map(encodeURIComponent)].join(':');

export const evidenceName = (reading: string): string => name('evidence', reading);
export const recordName = (recordId: RecordId): string => name('record', recordId);
export const entryName = (hash: string): string => name('entry', hash);
export const noticeName = (hash: string): string => name('notice', hash);
export const purposeName = (site: string, id: string): string => name('purpose', site, id);
export const assetName = (site: string, id: string): string => name('asset', site, id);
export const subjectName = (site: string, subject: SubjectId): string => name('subject', site, subject);
export const partyName = (party: string): string => name('party', party);

/** Who took a step; what the system does, it does for the controller. */
export function actorName(actor: Actor, { subject, controller }: { subject: string; controller: string }): string {
  if (actor.kind === 'subject') return subject;
  if (actor.kind === 'system') return controller;
  return name(actor.kind, actor.id);
}
