import { startWorld, tokenOf, type World } from './world';

const EMAIL = 'erika.mustermann@example.com';
let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe('a newsletter with analysis, from the form to the evidence', () => {
  test('given a sign-up, when it is posted, then one mail asks for confirmation and nothing counts as given', async () => {
    const answer = await world.call('signup', 'signup-json');
    expect(answer).toMatchObject({ statusCode: 202, body: '{"status":"pending"}' });

    await world.consume();
    const [mail, ...others] = await world.mails(EMAIL);
    expect(others).toEqual([]);
    expect(mail?.text).toContain('/confirm/');
    const { purposes } = (await world.evidence(EMAIL)).records[0] ?? { purposes: [] };
    expect(purposes.map(({ id, status }) => [id, status])).toEqual([
      ['newsletter-product', 'ConsentRequested'],
      ['analysis', 'ConsentRequested'],
    ]);
  });
});
