import { allowed } from '../integration/feedback-news';
import { confirmed, journey } from '../integration/journey';
import { newsOf } from '../integration/news';
import { startWorld, type World } from '../integration/world';
import { offered, postOf, type Encoding } from './client';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

test.each<Encoding>(['multipart/form-data', 'application/x-www-form-urlencoded'])(
  'one click works while the mail service is down: %s',
  async (encoding) => {
    const person = journey(world, newsOf(world), `${encoding.length}@example.org`);
    await confirmed(person);
    const mails = await world.mails(person.email);
    const offer = mails.map(({ raw }) => offered(raw)).find((found) => found !== undefined);
    const { uri, headers, body } = postOf(offer!, encoding);
    world.mailServiceIsDown(true);
    const token = uri.pathname.split('/').at(-1)!;
    const changes = { params: { token }, headers, body: Buffer.from(body) };
    const answer = await world.call('unsubscribe', 'unsubscribe-one-click', changes);
    world.mailServiceIsDown(false);
    expect(answer.statusCode).toBe(200);
    expect(answer.cookies).toBeUndefined();
    expect(await allowed(world, person.email)).toMatchObject({ 'newsletter-product': false, analysis: false });
  },
);
