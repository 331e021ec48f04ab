import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Lack } from '../../cli/derived/person';
import type { ConsumerName } from '../../shared/consent/steps/step-type';
import { journey } from '../integration/journey';
import { CONTEXT, runFunction } from '../integration/run-function';
import { operatorIn } from '../integration/subject-orders';
import { startWorld, type World } from '../integration/world';
import { codes, people, replayOf } from './replaying';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterEach(() => world.renew());
afterAll(() => world.stop());

const replay = (consumer: ConsumerName, times?: number): Promise<Lack[]> => replayOf(world, consumer, times);

test('who had a step within 15 minutes is left alone by whoever hears of it, also for what older steps call for', async () => {
  await people(world);
  // The pipe stands still: nobody is told of anything.
  const emil = journey(world, () => Promise.resolve(), 'emil@example.com');
  await emil.signUp();
  await operatorIn(world).ordered('holds', emil.email, { label: '12 O 345/26', reviewBy: '2027-06-30' });
  const ofEmil = async (consumer: ConsumerName): Promise<string[]> => {
    const id = await world.subjectId(emil.email);
    return codes((await replay(consumer, 0)).filter(({ subject }) => subject === id));
  };
  const lacking = async () => [await ofEmil('confirmations'), await ofEmil('retention')];
  world.advance('PT16M');
  expect(await lacking()).toEqual([['mailMissing'], ['endWrong']]);
  await emil.signUp({ purposes: [], asset: 'whitepaper-consent' });
  await operatorIn(world).ordered('holds', emil.email, { label: 'another', reviewBy: '2027-06-30' });
  world.advance('PT14M');
  expect(await lacking()).toEqual([[], []]);
  world.advance('PT2M');
  expect(await lacking()).toEqual([['mailMissing', 'mailMissing'], ['endWrong']]);
});

test('who is held or restricted and on no list is put there again, also of before there were lists, and nobody else is', async () => {
  const { anna, ben, tell } = await people(world);
  const reviewBy = '2027-06-30';
  await operatorIn(world).ordered('holds', anna.email, { label: '12 O 345/26', reviewBy });
  await operatorIn(world).ordered('restrictions', ben.email, {});
  await tell();
  world.advance('PT16M');
  expect(await replay('projector')).toEqual([]);
  const listed = async () =>
    (await world.items('audience')).filter(({ pk }) => pk === 'worklist#demo').map(({ sk }) => sk);
  const before = await listed();
  expect(before).toHaveLength(2);
  for (const sk of before) {
    const TableName = process.env['AUDIENCE_TABLE'] as string;
    await world.dynamo.send(new DeleteItemCommand({ TableName, Key: marshall({ pk: 'worklist#demo', sk }) }));
  }
  expect(codes(await replay('projector'))).toEqual(['worklistMissing', 'worklistMissing']);
  expect(new Set(await listed())).toEqual(new Set(before));
  expect(await replay('projector')).toEqual([]);
  // Whose hold was lifted is taken off, and not missed.
  await operatorIn(world).ordered('holds', anna.email, { label: '12 O 345/26', lift: true });
  await tell();
  await runFunction('review', {}, { ...CONTEXT, getRemainingTimeInMillis: () => 60_000 });
  world.advance('PT16M');
  expect(await replay('projector')).toEqual([]);
  await operatorIn(world).ordered('holds', anna.email, { label: 'another', reviewBy });
  world.advance('PT16M');
  expect(codes(await replay('projector'))).toEqual(['worklistMissing']);
});
