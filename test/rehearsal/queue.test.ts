import { Clock } from '../../local/clock';
import { Queue } from './queue';

const DEAD = 'arn:aws:rehearsal:eu-central-1:000000000000:Dead';

function queues() {
  const clock = new Clock(0);
  const all = new Map<string, Queue>();
  const settings = { VisibilityTimeout: 60, RedrivePolicy: { deadLetterTargetArn: DEAD, maxReceiveCount: 2 } };
  all.set('Queue', new Queue('Queue', settings, all, clock));
  all.set('Dead', new Queue('Dead', {}, all, clock));
  const later = (seconds: number): void => clock.moveTo(clock.offsetMs() + 1000 * seconds);
  return { queue: all.get('Queue')!, dead: all.get('Dead')!, later };
}

const bodies = (queue: Queue, atMost = 10) => queue.receive(atMost).map(({ body }) => body);

test('a message that was taken is not seen until its time is over', () => {
  const { queue, later } = queues();
  queue.send('a');
  expect(bodies(queue)).toEqual(['a']);
  later(55);
  expect(bodies(queue)).toEqual([]);
  later(10);
  expect(bodies(queue)).toEqual(['a']);
});

test('what was done is gone', () => {
  const { queue, later } = queues();
  queue.send('a');
  queue.delete(queue.receive(1).map(({ messageId }) => messageId));
  later(65);
  expect([queue.isBusy(), bodies(queue)]).toEqual([false, []]);
});

test('what was taken as often as it may be is a dead letter', () => {
  const { queue, dead, later } = queues();
  queue.send('a');
  for (let tries = 0; tries < 3; tries++) {
    queue.receive(1);
    later(65);
  }
  expect([bodies(queue), bodies(dead)]).toEqual([[], ['a']]);
});

test('a batch has as many as are asked for', () => {
  const { queue } = queues();
  for (const body of ['a', 'b', 'c']) queue.send(body);
  expect([bodies(queue, 2), bodies(queue, 2)]).toEqual([['a', 'b'], ['c']]);
});
