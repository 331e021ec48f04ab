import type { OverRules } from '../../shared/consent/keep/over';
import { stateAt } from '../../shared/consent/keep/state-at';
import type { Site } from '../../shared/policy/schema';
import { rules, Tale } from './tale';

const GIVEN = '2026-01-10T10:00:00Z';
const OVER = '2026-01-12T23:00:00.000Z';
const LAST_DAY = { id: 'news', endsOn: '2026-01-12' };
const MAXIMUM = { id: 'news', retention: { registrationMaximum: 'P3D' } };

const site = (purpose: object): OverRules => ({ ...rules(), purposes: [purpose] as unknown as Site['purposes'] });
const newsAt = ({ entries }: Tale, by: OverRules | undefined, at: string) =>
  stateAt(entries, by, new Date(at))[0]?.purposes.find(({ id }) => id === 'news');
const given = (): Tale => new Tale().given(GIVEN, 'r1', ['news']);
const waits = (): Tale => new Tale().request(GIVEN, 'r1', ['news']);
const contract = (): Tale => new Tale().step('ContractRecorded', GIVEN, { record: 'r1', purposes: ['news'] });
const LATE = '2026-01-14T10:00:00Z';

test('what is over says since when, from that very moment on', () => {
  expect(newsAt(given(), site(LAST_DAY), OVER)).toMatchObject({ status: 'ConsentExpired', since: OVER });
  expect(newsAt(given(), site(LAST_DAY), '2026-01-12T22:59:59Z')).toMatchObject({ status: 'ConsentGiven' });
  expect(newsAt(given(), undefined, LATE)).toMatchObject({ status: 'ConsentGiven' });
});

test('what was withdrawn before stays withdrawn', () => {
  const left = given().withdrawn('2026-01-11T10:00:00Z', 'r1', ['news']);
  expect(newsAt(left, site(LAST_DAY), LATE)).toMatchObject({
    ...{ status: 'ConsentWithdrawn', since: '2026-01-11T10:00:00.000Z' },
  });
});

test('what waits has its time to be confirmed, unless nobody can be asked for it any more', () => {
  expect(newsAt(waits(), site(MAXIMUM), LATE)).toMatchObject({ status: 'ConsentRequested' });
  expect(newsAt(waits(), site(LAST_DAY), LATE)).toMatchObject({ status: 'ConsentExpired', since: OVER });
});

test('a contract that has a last day ended; one whose registration is kept no longer is forgotten', () => {
  expect(newsAt(contract(), site(LAST_DAY), LATE)).toMatchObject({ status: 'ContractEnded', since: OVER });
  expect(newsAt(contract(), site(LAST_DAY), LATE)).not.toHaveProperty('isForgotten');
  expect(newsAt(contract(), site(MAXIMUM), LATE)).toMatchObject({ status: 'ContractEnded', isForgotten: true });
});
