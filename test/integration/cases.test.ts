import { factsOf } from '../../shared/consent/entry';
import { by, startCorrespondence, today, type Correspondence } from './correspondence';
import type { Journey } from './journey';
import { whileSequencing } from './world';
import { runFunction } from './run-function';

let all: Correspondence;

beforeAll(async () => {
  all = await startCorrespondence();
});
afterEach(() => all.check());
afterAll(() => all.world.stop());

describe('a case', () => {
  async function open(text = 'Wann kommt die nächste Ausgabe?'): Promise<{ person: Journey; id: string }> {
    const person = await all.subscriber();
    await all.post.send({ ...by(person), text, date: today() });
    const [first] = await all.cases();
    return { person, id: first?.case ?? '' };
  }

  test('is read with a reason, which is written down before', async () => {
    const { person, id } = await open();
    expect(await all.read(id)).toMatchObject({ status: 200, case: id, mail: { from: person.email } });
    const step = (await all.stepsOf(person)).at(-1);
    expect(step).toMatchObject({ type: 'EvidenceDisclosed', actor: { kind: 'operator' }, facts: { case: id } });
    expect(Object.keys(step?.parts ?? {})).toEqual(['reason']);
    const anonymous = await all.world.call('cases', 'cases-read', { params: { case: id }, body: {} });
    expect(anonymous.statusCode).toBe(422);
    await all.closeAll();
  });

  test.each([
    ['withdrawal', 'ConsentWithdrawn'],
    ['objection', 'ObjectionRecorded'],
  ])('closed as %s carries that out first', async (outcome, type) => {
    const { person, id } = await open();
    expect((await all.close(id, outcome)).statusCode).toBe(200);
    expect((await all.stepsOf(person)).slice(-2)).toMatchObject([
      { type, facts: { via: 'e-mail', receivedOn: expect.stringMatching(/^\d{4}-/) as string } },
      { type: 'CaseClosed', facts: { case: id, outcome } },
    ]);
    expect(await all.cases()).toEqual([]);
    expect((await all.close(id, outcome)).statusCode).toBe(404);
    expect((await person.statuses())['newsletter-product']).toBe('ConsentWithdrawn');
  });

  test.each(['application/json', 'application/ld+json', 'application/pdf', 'text/csv'])(
    'is in the evidence, and in what the person is told, as %s',
    async (accept) => {
      const { person, id } = await open('Bitte abmelden und alle Daten löschen.');
      const stranger = { email: `objects-as-${accept.replace(/\W/g, '-')}@example.org` };
      await all.post.send({ ...by(stranger), text: 'Keine Werbung mehr!', date: today() });
      for (const { email } of [person, stranger]) {
        const asked = { headers: { accept }, body: { email, reason: 'A letter' } };
        const evidence = all.world.call('evidence', 'evidence', asked);
        expect((await whileSequencing(all.world, evidence)).statusCode).toBe(200);
        const report = accept === 'application/pdf' ? accept : 'application/json';
        const access = { ...asked, headers: { accept: report } };
        expect((await all.world.call('subjects', 'access', access)).statusCode).toBe(200);
        // As an independent verifier finds it good.
        await all.world.evidence(email);
      }
      expect((await all.close(id, 'answered')).statusCode).toBe(200);
    },
  );

  test('is no other site’s, and one that there is not is not there', async () => {
    const { id } = await open();
    const params = { site: 'notice-000', case: id };
    expect((await all.world.call('cases', 'cases-read', { params })).statusCode).toBe(404);
    expect(await all.cases('notice-000')).toEqual([]);
    for (const none of ['A'.repeat(22), 'A', 'A'.repeat(3000)]) expect((await all.read(none)).status).toBe(404);
    await all.closeAll();
  });

  test('that waits for more than a day makes itself heard', async () => {
    await open();
    await expect(runFunction('case-watch')).resolves.toBeUndefined();
    all.world.advance('P1DT1M');
    await expect(runFunction('case-watch')).rejects.toThrow();
    await all.closeAll();
    await expect(runFunction('case-watch')).resolves.toBeUndefined();
  });

  test('outlives its mail’s time while it is open, and goes with it once it is closed', async () => {
    const { person, id } = await open();
    await all.consume();
    all.world.advance('P10Y');
    expect((await all.stepsOf(person)).filter((step) => factsOf(step).case === id)).toHaveLength(1);
    expect(await all.cases()).toHaveLength(1);
    await all.closeAll();
  });
});
