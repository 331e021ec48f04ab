import { isSubjectId } from '../../shared/ids';
import { randomUUID } from 'node:crypto';
import { CONSUMERS, STEP_SOURCE, type StepMessage } from '../../shared/consent/consumers';
import { ACCOUNT, REGION } from '../aws';
import type { StreamRecord } from './stream';

const SUBJECT = 'subject#';

interface StepEvent {
  readonly 'detail-type': string;
  readonly detail: StepMessage;
}

/** The pipe's filter and transformation: what a record of the ledger's stream says on the bus, if anything. */
export function toStepEvent({ image }: StreamRecord, now: Date): StepEvent | undefined {
  const { pk, type, site, seq } = image;
  const key = String(pk?.['S']);
  const subject = key.slice(SUBJECT.length);
  if (!key.startsWith(SUBJECT) || !isSubjectId(subject)) return undefined;
  const detail = { site: String(site?.['S']), subject, seq: String(seq?.['N']) };
  return { ...envelope(now), 'detail-type': String(type?.['S']), detail };
}

/** The queues that the bus's rules send such an event to. */
export function queuesFor({ 'detail-type': type }: StepEvent): string[] {
  return CONSUMERS.filter(({ types }) => types.some((wanted) => wanted === type)).map(({ name }) => name);
}

function envelope(now: Date): object {
  return {
    version: '0',
    id: randomUUID(),
    source: STEP_SOURCE,
    account: ACCOUNT,
    time: `${now.toISOString().slice(0, 19)}Z`,
    region: REGION,
    resources: [],
  };
}
