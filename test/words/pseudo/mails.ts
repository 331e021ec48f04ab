import { asRecord, asSubject } from '../../ids';
import type { RecordState } from '../../../shared/consent/fold';
import type { Link } from '../../../shared/links/link-token';
import {
  assetLetter,
  confirmationLetter,
  noticeChangedLetter,
  stillInterestedLetter,
  welcomeLetter,
  withdrawnLetter,
  type Letter,
} from '../../../shared/mail/letters';
import { OWN_RIGHTS } from '../../../shared/consent/steps/right-requested';
import { decisionLetter } from '../../../shared/mail/decision-letter';
import { rightLetter } from '../../../shared/mail/right-letter';
import type { Language, Site } from '../../../shared/policy/schema';

/** All mails, each paragraph for itself. */
export function mails(site: Site, language: Language, record: RecordState): string[] {
  const oneClick: Link = { kind: 'unsubscribe', subject: asSubject(''), recordId: asRecord(''), purposes: [] };
  const purposes = record.purposes.map(({ id }) => id);
  const single = purposes.map((purpose) => ({ purpose, url: '' }));
  const links = { all: '', oneClick, single, preferences: '' };
  const day = new Date('2026-11-02T08:15:30.120Z');
  const question = {
    purposes,
    lastActive: day,
    answerBy: day,
    addressGone: day,
    keepUrl: '',
    withdrawUrl: '',
    oneClick,
  };
  const letters: Letter[] = [
    confirmationLetter(site, record, ''),
    welcomeLetter(site, record, links),
    assetLetter(site, record, '', links),
    stillInterestedLetter(site, language, question),
    noticeChangedLetter(site, language, question),
    ...(['withdrawal', 'objection'] as const).map((wish) => withdrawnLetter(site, language, { wish, purposes })),
    withdrawnLetter(site, language, { wish: 'withdrawal', purposes: [] }),
    ...(['upheld', 'refused'] as const).map((decision) =>
      decisionLetter(site, language, { decision, purposes, grounds: '' }),
    ),
    ...OWN_RIGHTS.map((right) => {
      const against = { holds: [], duties: [{ recordId: asRecord(''), until: day.toISOString() }], contracts: [''] };
      return rightLetter(site, language, { right, askedAt: day, confirmBy: day, url: '', against, newEmail: '' });
    }),
  ];
  return letters.flatMap(({ subject, text }) => [subject, ...text.split('\n')]);
}
