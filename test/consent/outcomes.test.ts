import { fold } from '../../shared/consent/fold';
import { outcomesOf } from '../../shared/consent/keep/outcomes';
import { Tale } from './tale';

const NOW = new Date('2027-06-01T10:00:00Z');
const outcomes = ({ entries }: Tale) => outcomesOf(fold(entries, NOW));
const given = (...purposes: string[]): Tale => new Tale().given('2026-01-10T10:00:00Z', 'r1', purposes);

test('what ended is counted by the day that it was where the site is, each purpose by how it ended', () => {
  const tale = given('news', 'events')
    .withdrawn('2026-12-31T23:30:00Z', 'r1', ['news'])
    .step('ConsentLapsed', '2027-03-01T10:00:00Z', { purposes: ['events'] });
  expect(outcomes(tale)).toEqual([
    { recordId: 'r1', purpose: 'news', day: '2027-01-01', outcome: 'ConsentWithdrawn' },
    { recordId: 'r1', purpose: 'events', day: '2027-03-01', outcome: 'ConsentExpired' },
  ]);
});

test('nothing is counted of a record while anything of it is in force, whatever became of others', () => {
  const tale = given('news', 'events')
    .given('2026-02-10T10:00:00Z', 'r2', ['analysis'])
    .withdrawn('2026-12-31T23:30:00Z', 'r1', ['news', 'analysis']);
  expect(outcomes(tale)).toEqual([
    { recordId: 'r2', purpose: 'analysis', day: '2027-01-01', outcome: 'ConsentWithdrawn' },
  ]);
});

test('what was never confirmed did not end, whether it was taken back or forgotten', () => {
  const asked = (): Tale => new Tale().request('2026-01-10T10:00:00Z', 'r1', ['news']);
  expect(outcomes(asked())).toEqual([]);
  expect(outcomes(asked().withdrawn('2026-01-11T10:00:00Z', 'r1', ['news']))).toEqual([]);
});
