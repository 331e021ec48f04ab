import { receipt } from '../../shared/evidence/receipt';
import { fold, type ConsentStatus } from '../../shared/consent/fold';
import { sites } from '../../examples/sites';
import { findSite } from '../../shared/policy/sites';
import { receiptPage } from '../../shared/web/receipt-page';
import { sampleBundle } from './sample-bundle';

const site = findSite(sites, 'demo')!;

/** The page of the sample's receipt, had its consents come to that since. */
async function pageWhen(status: ConsentStatus): Promise<string> {
  const { entries: all, notices, log } = await sampleBundle({ others: 3 });
  const entries = all.map(({ entry }) => entry).slice(0, 3);
  const [record] = fold(entries, new Date('2026-11-02T09:00:00Z'));
  if (!record) throw new RangeError('The sample has a record.');
  const sources = { notices: new Map(Object.entries(notices)), log: { ...log, index: null } };
  const since = '2029-11-20T10:00:00.000Z';
  const purposes = record.purposes.map((purpose) => ({ ...purpose, status, since }));
  const { body = '' } = receiptPage(site, receipt({ entries, site, ...sources }), { ...record, purposes });
  return body.replaceAll('\u00a0', ' ');
}

test.each<[ConsentStatus, string]>([
  ['ConsentWithdrawn', 'Newsletter „Produkt“: widerrufen am 20. November 2029'],
  ['ConsentExpired', 'Newsletter „Produkt“: ausgelaufen am 20. November 2029'],
])('a receipt says what became of it since: %s', async (status, saying) => {
  const text = (await pageWhen(status)).replaceAll('&quot;', '"');
  expect(text).toContain(saying);
  expect(text).toContain('Der Beleg zeigt weiterhin, was Sie bestätigt hatten.');
});

test('and nothing where it stands', async () => {
  expect(await pageWhen('ConsentGiven')).not.toContain('Der Beleg zeigt weiterhin');
});
