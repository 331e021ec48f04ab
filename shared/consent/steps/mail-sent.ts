import * as z from '../../zod';
import { wasMailed, type RecordState } from '../state';
import { MAIL_KINDS, type MailKind } from './entry-fields';
import { anyStep, open } from './facts';
import { defineStep, none, unchanged, WITH_ITS_RECORDS } from './step-type';

/** A mail of ours was handed to the mail service. */
export const mailSent = defineStep({
  type: 'MailSent',
  facts: z.object({
    ...anyStep,
    mail: open(MAIL_KINDS),
    /** The id that the mail service gave it. */
    messageId: z.optional(z.string()),
    /** The version of the privacy notice that was announced. */
    privacyNotice: z.optional(z.string()),
    /** The place of the step that it tells the person of. */
    tellsOf: z.optional(z.number()),
    /** The request that it asks the person about. */
    request: z.optional(z.string()),
  }),
  about: 'record-or-person',
  records: (records, { recordId, at, facts }) =>
    records.map((record) => (record.recordId === recordId ? mailed(record, facts.mail as MailKind, at) : record)),
  standing: unchanged,
  role: 'neither',
  obstacle: undefined,
  restrains: false,
  signOfLife: none,
  kept: WITH_ITS_RECORDS,
  tells: ['retention'],
  change: none,
  dpv: { terms: ['Activity'], right: none },
  isAnchored: false,
  isLook: false,
});

function mailed(record: RecordState, kind: MailKind, at: string): RecordState {
  return wasMailed(record, kind) ? record : { ...record, mails: [...record.mails, { kind, at }] };
}
