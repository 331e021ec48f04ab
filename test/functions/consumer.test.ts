import { setTimeout as wait } from 'node:timers/promises';
import { consumer, type Look } from '../../shared/consumer';

/** The SQS event of messages about so many subjects, each named by a letter and the step. */
const eventOf = (...messages: string[]): unknown => ({
  Records: messages.map((messageId) => {
    const subject = `subject#${messageId.charAt(0).repeat(21)}A`;
    const body =
      messageId === '?' ? '{}' : JSON.stringify({ detail: { site: 'demo', subject, seq: messageId.slice(1) } });
    return { messageId, body };
  }),
});
const nameOf = ({ subject, seq }: Look): string => `${subject.charAt(0)}${seq}`;

/** Works off a batch; answers what failed, in which order things began and ended, and how much went on at once. */
async function workedOff(
  messages: string[],
  look: (name: string) => Promise<void>,
  isForAll?: (error: unknown) => boolean,
) {
  const order: string[] = [];
  let [now, most] = [0, 0];
  const handler = consumer(async (message) => {
    order.push(`+${nameOf(message)}`);
    most = Math.max(most, ++now);
    await wait(5);
    await look(nameOf(message)).finally(() => {
      now -= 1;
      order.push(`-${nameOf(message)}`);
    });
  }, isForAll);
  const { batchItemFailures } = await handler(eventOf(...messages), { getRemainingTimeInMillis: () => 30_000 });
  return { failed: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier), order, most };
}

const fine = (): Promise<void> => Promise.resolve();
const failing =
  (...names: string[]) =>
  (name: string): Promise<void> =>
    names.includes(name) ? Promise.reject(new Error('down')) : Promise.resolve();

test('different subjects have their turn side by side', async () => {
  const { failed, most } = await workedOff(['a1', 'b1', 'c1', 'd1'], fine);
  expect([failed, most]).toEqual([[], 4]);
});

test('messages about one subject are worked off one after the other, in their order', async () => {
  const { order } = await workedOff(['a1', 'b1', 'a2', 'b2', 'a3'], fine);
  expect(order.filter((what) => what.includes('a'))).toEqual(['+a1', '-a1', '+a2', '-a2', '+a3', '-a3']);
});

test('however many there are, no more than sixteen subjects at once', async () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => `${letter}1`);
  expect(await workedOff(letters, fine)).toMatchObject({ failed: [], most: 16 });
});

test('what fails comes again alone, and with it what nobody can read', async () => {
  expect(await workedOff(['a1', '?', 'b1', 'a2', 'c1'], failing('a1', 'c1'))).toMatchObject({
    failed: ['a1', '?', 'c1'],
  });
});

test('where one error is for all, one subject goes ahead, and the others are not begun', async () => {
  const { failed, order } = await workedOff(['a1', 'b1', 'c1'], failing('a1'), () => true);
  expect([failed, order]).toEqual([
    ['a1', 'b1', 'c1'],
    ['+a1', '-a1'],
  ]);
  expect(await workedOff(['a1', 'b1', 'c1'], fine, () => true)).toMatchObject({ failed: [], most: 2 });
});

test('without enough time left nothing is begun, and all of it comes again', async () => {
  const begun: string[] = [];
  const handler = consumer((message) => Promise.resolve(void begun.push(nameOf(message))));
  const { batchItemFailures } = await handler(eventOf('a1', 'b1'), { getRemainingTimeInMillis: () => 14_999 });
  expect(batchItemFailures).toEqual([{ itemIdentifier: 'a1' }, { itemIdentifier: 'b1' }]);
  expect(begun).toEqual([]);
});

test('whoever waits within a look is told when it is of no use any more', async () => {
  const told: boolean[] = [];
  const handler = consumer(
    async ({ seq }, isInTime) => {
      if (seq === 2) throw new Error('for all');
      await wait(seq === 1 ? 0 : 20);
      told.push(isInTime());
    },
    () => true,
  );
  await handler(eventOf('a1', 'b2', 'c3'), { getRemainingTimeInMillis: () => 30_000 });
  expect(told).toEqual([true, false]);
});
