import { Tale, rules } from './tale';

/*
 * Name and further fields are kept as long as what they were told for, and then as long as the site says; the address is what
 * proof goes by, and is kept as long as that.
 */

const at = (iso: string): Date => new Date(iso);

/** A sign-up with a name, confirmed; and whatever else. */
function named(record = 'r1', on = '2026-01-10', purposes: readonly string[] = ['news'], asset?: 'whitepaper'): Tale {
  const confirmBy = `${on.slice(0, 8)}17T10:00:00.000Z`;
  return new Tale()
    .step('ConsentRequested', `${on}T10:00:00Z`, {
      record,
      purposes,
      facts: { confirmBy },
      parts: ['address', 'details', 'network'],
      ...(asset && { asset }),
    })
    .step('ConsentGiven', `${on}T10:01:00Z`, { record, purposes, ...(asset && { asset }) });
}

const LEFT = '2026-03-01T10:00:00Z';
const left = (): Tale => named().withdrawn(LEFT, 'r1', ['news']);
const PROOF = at('2030-03-01T10:00:00Z');

test('have no end while the consent is in force, whatever the site says', () => {
  expect(named().ends(rules({ details: { keep: 'P0D' } }))[0]?.parts).toMatchObject({ details: undefined });
});

test('go with the consent where the site keeps the address alone', () => {
  expect(left().ends(rules({ details: { keep: 'P0D' } }))[0]?.parts).toStrictEqual({
    address: PROOF,
    details: at(LEFT),
    network: PROOF,
  });
});

test('stay for as long as the site says from the end of the consent, and no longer than the address', () => {
  const detailsEnd = (keep: string) => left().ends(rules({ details: { keep } }))[0]?.parts['details'];
  expect(detailsEnd('P6M')).toStrictEqual(at('2026-09-01T09:00:00Z'));
  expect(detailsEnd('P9Y')).toStrictEqual(PROOF);
});

test('are proof themselves where the site says so', () => {
  expect(left().ends(rules())[0]?.parts).toMatchObject({ address: PROOF, details: PROOF });
});

test('stay until the last purpose of their sign-up is over, and end whatever other sign-ups last', () => {
  const by = rules({ details: { keep: 'P0D' } });
  const both = named('r1', '2026-01-10', ['news', 'events']).withdrawn(LEFT, 'r1', ['news']);
  expect(both.ends(by)[0]?.parts).toMatchObject({ details: undefined });
  both.given('2026-03-02T10:00:00Z', 'r2', ['events']).withdrawn('2026-04-01T10:00:00Z', 'r1', ['events']);
  expect(both.ends(by)[0]?.parts).toMatchObject({ details: at('2026-04-01T10:00:00Z') });
});

test('do not wait for a processor to be told: that takes the address', () => {
  const tools = [{ id: 'tool', purposes: ['news'], transfers: [], connection: { tool: 'webhook' } }];
  const by = { ...rules({ evidence: { keep: 'P0D', from: 'withdrawal' } }), processors: tools as never };
  expect(left().ends(by)[0]?.parts).toMatchObject({ address: at('2026-03-17T10:00:00Z'), details: at(LEFT) });
});

test('of an order go once the download is', () => {
  const by = rules({ details: { keep: 'P0D' } });
  const ordered = named('r1', '2026-01-10', [], 'whitepaper');
  expect(ordered.ends(by)[0]?.parts).toMatchObject({ details: at('2026-02-09T10:01:00Z') });
  expect(ordered.ends(rules({ details: { keep: 'P1Y' } }))[0]?.parts).toMatchObject({
    details: at('2027-01-10T10:01:00Z'),
  });
});

test('go with the first that ends anything: the longest time of a registration, no answer, an erasure', () => {
  const maximum = rules({ registrationMaximum: 'P1Y', details: 'as-evidence' });
  expect(named().ends(maximum)[0]?.parts).toMatchObject({ details: at('2027-01-10T10:00:00Z') });
  const asks = rules({ inactivity: { askAfter: 'P3Y', answerWithin: 'P30D', addressAfter: 'P1Y' } });
  const lapsed = named()
    .step('MailSent', '2029-01-11T10:00:00Z', { record: 'r1', facts: { mail: 'still-interested' } })
    .step('ConsentLapsed', '2029-02-11T10:00:00Z', { record: 'r1', purposes: ['news'] });
  expect(lapsed.ends(asks)[0]?.parts).toMatchObject({
    address: at('2030-02-11T10:00:00Z'),
    details: at('2029-02-11T10:00:00Z'),
  });
  const erased = left().step('DataErased', '2026-03-02T10:00:00Z', { facts: {} });
  expect(erased.ends(rules())[0]?.parts).toMatchObject({ details: at('2026-03-02T10:00:00Z') });
});

test('stay while a dispute needs them', () => {
  const held = left().step('HoldPlaced', '2026-02-01T10:00:00Z', { facts: { case: 'x', reviewBy: '2027-01-01' } });
  expect(held.ends(rules({ details: { keep: 'P0D' } }))[0]?.parts).toMatchObject({ details: undefined });
});
