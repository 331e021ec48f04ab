import { ALL_SITES, COUNTED, countsOf } from '../../shared/consent/counted';
import { newSteps } from '../../shared/ledger/stream-event';
import { ENTRY_TYPES } from '../../shared/consent/steps';

const record = (entry: object) => ({ dynamodb: { NewImage: { entry: { S: JSON.stringify(entry) } } } });

test('steps are counted by site and kind, and for all sites; a complaint is a withdrawal, too', () => {
  const steps = newSteps({
    Records: [
      record({ site: 'shop', type: 'ConsentRequested', facts: {}, subject: 'subject#x', hash: 'h' }),
      record({ site: 'shop', type: 'ConsentRequested', facts: {} }),
      record({ site: 'blog', type: 'ConsentWithdrawn', facts: { via: 'complaint' } }),
      record({ site: 'blog', type: 'LanguageChosen', facts: {} }),
    ],
  });
  expect(countsOf(steps)).toEqual([
    { site: 'shop', kind: 'SignUps', count: 2 },
    { site: ALL_SITES, kind: 'SignUps', count: 2 },
    { site: 'blog', kind: 'Withdrawals', count: 1 },
    { site: ALL_SITES, kind: 'Withdrawals', count: 1 },
    { site: 'blog', kind: 'Complaints', count: 1 },
    { site: ALL_SITES, kind: 'Complaints', count: 1 },
  ]);
});

test.each([
  ['of a later version', record({ site: 'shop', type: 'SomethingNew', facts: {} })],
  ['that is no entry', { dynamodb: { NewImage: { entry: { S: '{' } } } }],
  ['of a closing', { dynamodb: { NewImage: { closing: { S: '{"hash":"h"}' } } } }],
])('what is %s is not counted, and stops nothing', (_, one) => {
  expect(countsOf(newSteps({ Records: [one] }))).toEqual([]);
});

test('nothing of a person is in it: all that is said is a site, a kind and a number', () => {
  const steps = newSteps({ Records: [record({ site: 'shop', type: 'MailSent', facts: {}, subject: 'subject#x' })] });
  expect(steps).toEqual([{ site: 'shop', type: 'MailSent', via: undefined }]);
  for (const count of countsOf(steps)) expect(Object.keys(count)).toEqual(['site', 'kind', 'count']);
});

test('every kind is one that some step is', () => {
  const kinds = ENTRY_TYPES.flatMap((type) => countsOf([{ site: 'shop', type, via: 'complaint' }])).map(
    ({ kind }) => kind,
  );
  expect(new Set(kinds)).toEqual(new Set(COUNTED));
});
