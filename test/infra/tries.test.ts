import { batchesOf, CONSUMERS } from '../../shared/consent/consumers';

test.each(['confirmations', 'mailer'])(
  '%s: mails wait for more than the day after which SES sends again, and less than they are kept',
  (queue) => {
    const { tries } = CONSUMERS.find(({ name }) => name === queue)!;
    const hours = (tries.atMost * tries.restMinutes) / 60;
    expect(hours).toBeGreaterThan(25);
    expect(hours).toBeLessThan(7 * 24);
  },
);

test('what confirmations wait for is in no queue with other mails, and those never take the whole rate of SES', () => {
  const mailing = CONSUMERS.filter(({ runs }) => runs === 'mailer');
  expect(mailing.map(({ name, types, atOnce }) => [name, types.includes('ConsentRequested'), atOnce])).toEqual([
    ['confirmations', true, 5],
    ['mailer', false, 2],
  ]);
});

test('a stage may say the batches of those that no mail service keeps back, and the others stay as they are', () => {
  const said = { retention: 2, mover: 3, projector: 4, notifier: 1000 };
  expect(Object.fromEntries(CONSUMERS.map((one) => [one.name, batchesOf(one, said)]))).toEqual({
    ...said,
    confirmations: 5,
    mailer: 2,
  });
});

test('processors are tried for nearly three days, long before an address goes that they have to be told', () => {
  const { tries } = CONSUMERS.find(({ name }) => name === 'notifier')!;
  const hours = (tries.atMost * tries.restMinutes) / 60;
  expect(hours).toBeGreaterThan(68);
  expect(hours).toBeLessThan(71);
});
