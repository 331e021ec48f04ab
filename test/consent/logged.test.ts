import type { EntryType } from '../../shared/consent/steps';
import { rules, Tale } from './tale';

const ASKED = '2026-01-10T10:00:00Z';
/** Nobody confirmed: the record goes on 18 January. */
const unconfirmed = (): Tale => new Tale().request(ASKED, 'r1', ['news']);

/** Each as its own file in `steps/` says it: that it was done has to be known for a while, whatever it was about. */
const KEPT_FOR_HAVING_BEEN_TAKEN: readonly EntryType[] = [
  'EvidenceDisclosed',
  'AccessGiven',
  'LanguageChosen',
  'CaseClosed',
  'HoldLifted',
];

test.each(KEPT_FOR_HAVING_BEEN_TAKEN)('%s stays for as long as the access log, also past its record', (type) => {
  const tale = unconfirmed().step(type, '2026-01-12T10:00:00Z', { record: 'r1', facts: { case: 'a letter' } });
  expect(tale.of(rules())).toStrictEqual(['2026-01-18T10:00:00.000Z', '2026-04-12T09:00:00.000Z']);
});

test('a mail goes with its record, unlike a step that is kept for having been taken', () => {
  const sent = { record: 'r1', facts: { mail: 'confirmation' } } as const;
  const tale = unconfirmed().step('MailSent', '2026-01-12T10:00:00Z', sent);
  expect(tale.of(rules())).toStrictEqual(['2026-01-18T10:00:00.000Z', '2026-01-18T10:00:00.000Z']);
});
