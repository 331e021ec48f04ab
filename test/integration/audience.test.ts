import { asSubject } from '../ids';
import { Marketing } from './marketing';
import { expectProblem } from './observe';
import { SomeBody } from './people';
import { startWorld, type Answer, type World } from './world';
import { SEGMENT_COUNTS, segmentsOf } from '../../shared/audience-segments';
import { PROFILES } from '../../shared/audience-profiles';
import { endMembership, saveMember } from '../../shared/ledger/audience';
import { readMembersOf } from '../../shared/ledger/audience-pages';

const LIST = 'newsletter-product';
let world: World;
let marketing: Marketing;
let names = 0;

beforeAll(async () => {
  world = await startWorld();
  marketing = new Marketing(world);
});
afterAll(() => world.stop());

async function subscriber(purposes: readonly string[] = [LIST]): Promise<SomeBody> {
  const person = new SomeBody(world, `subscriber-${++names}`);
  await person.give(purposes);
  await person.tellAll();
  return person;
}

const found = async (person: SomeBody) => (await marketing.audience(LIST)).find(({ email }) => email === person.email);

describe('a recipient', () => {
  test('comes with all that a mail needs: who it is, how to greet, how to end it', async () => {
    const person = await subscriber();
    const recipient = await found(person);
    expect(recipient).toEqual({
      id: await person.subject(),
      email: person.email,
      fields: { firstName: 'Erika' },
      language: 'de',
      since: expect.any(String) as string,
      mayMeasure: false,
      unsubscribeUrl: expect.stringMatching(/^https:\/\/consent\.example\.com\/unsubscribe\/[\w-]+$/) as string,
      preferencesUrl: expect.stringMatching(/^https:\/\/consent\.example\.com\/preferences\/[\w-]+$/) as string,
      headers: {
        'List-Unsubscribe': expect.stringContaining(`<${recipient?.unsubscribeUrl}>`) as string,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    });
  });

  test('is left by the headers that came along, at once, for this list alone', async () => {
    const person = await subscriber([LIST, 'newsletter-events']);
    const [, token = ''] =
      /\/unsubscribe\/([\w-]+)>/.exec((await found(person))?.headers?.['List-Unsubscribe'] ?? '') ?? [];
    expect((await world.call('unsubscribe', 'unsubscribe-one-click', { params: { token } })).statusCode).toBe(200);
    const answer = await marketing.call('permissions', { body: { email: person.email } });
    const { purposes } = JSON.parse(answer.body) as { purposes: { id: string; allowed: boolean }[] };
    const allowed = purposes.filter(({ id, ...purpose }) => id.startsWith('newsletter') && purpose.allowed);
    expect(allowed.map(({ id }) => id)).toEqual(['newsletter-events']);
  });

  test('may be measured as long as the consent to that is in force, and gets the link to end it', async () => {
    const person = await subscriber([LIST, 'analysis']);
    const recipient = await found(person);
    expect(recipient).toMatchObject({ mayMeasure: true, analysisUrl: expect.any(String) as string });
    const token = recipient?.analysisUrl?.split('/').at(-1) ?? '';
    await world.call('unsubscribe', 'unsubscribe-one-click', { params: { token } });
    await person.tell((await person.entries()).length - 1);
    const later = await found(person);
    expect(later?.mayMeasure).toBe(false);
    expect(later).not.toHaveProperty('analysisUrl');
  });

  test('may be measured no longer, also where the consent to that was deleted at once and took its steps along', async () => {
    const person = await subscriber();
    const recordId = await person.give(['analysis']);
    await person.tellAll();
    expect((await found(person))?.mayMeasure).toBe(true);
    await person.withdraw(['analysis']);
    await person.delete((entry) => entry.recordId === recordId || entry.type === 'ConsentWithdrawn');
    await person.tellAll();
    expect((await found(person))?.mayMeasure).toBe(false);
    // The history is shorter than before. What comes now counts all the same.
    await person.give(['analysis']);
    await person.tellAll();
    expect((await found(person))?.mayMeasure).toBe(true);
    await person.withdraw([LIST]);
    await person.tellAll();
    expect(await found(person)).toBeUndefined();
  });

  test('is written to in the language that they chose, whatever the form was in', async () => {
    const person = await subscriber();
    await person.take({ type: 'LanguageChosen', language: 'en' });
    await person.tellAll();
    expect((await found(person))?.language).toBe('en');
  });

  test('is out as long as mail to them comes back for good', async () => {
    const person = await subscriber();
    await person.take({ type: 'MailBounced', facts: { bounce: 'transient' } });
    await person.tellAll();
    expect(await found(person)).toBeDefined();
    await person.take({ type: 'MailBounced', facts: { bounce: 'permanent' } });
    await person.tellAll();
    expect(await found(person)).toBeUndefined();
    const answer = await marketing.call('permissions', { body: { email: person.email } });
    expect(JSON.parse(answer.body)).toHaveProperty('undeliverableSince', (await person.entries()).at(-1)?.at);
  });
});

describe('pages', () => {
  const people: SomeBody[] = [];
  beforeAll(async () => {
    for (let n = 0; n < 30; n++) people.push(await subscriber(['newsletter-events']));
  });

  test.each([1, 3, 7, 30, 1000])('of %s name everybody once', async (limit) => {
    const emails = (await marketing.audience('newsletter-events', limit)).map(({ email }) => email);
    expect(new Set(emails).size).toBe(emails.length);
    expect(emails).toEqual(expect.arrayContaining(people.map(({ email }) => email)));
  });

  test.each(SEGMENT_COUNTS)('of %s segments name everybody once', async (count) => {
    const all = (await marketing.audience('newsletter-events')).map(({ id }) => id);
    const parts: string[][] = [];
    for (const segment of segmentsOf(count)) {
      parts.push((await marketing.audience('newsletter-events', 2, segment)).map(({ id }) => id));
    }
    expect(parts.flat().sort()).toEqual(all.sort());
  });

  test('of a segment are a file of their own, and a place in another segment is none in it', async () => {
    const params = { purpose: 'newsletter-events' };
    const query = { segment: '1/2', limit: '1' };
    const { cursor = '' } = await marketing.page('newsletter-events', query);
    expect((await marketing.page('newsletter-events', { ...query, cursor })).recipients).toHaveLength(1);
    for (const segment of ['2/2', '1/1', '1/4']) {
      const elsewhere = await marketing.call('audience', { params, query: { ...query, segment, cursor } });
      expectProblem(elsewhere, { status: 400, code: 'cursor' });
      expect(elsewhere.body).toContain('one of the segment 1/2');
    }
    expect((await marketing.page('newsletter-events', { segment: '2/2', limit: '1' })).recipients).toHaveLength(1);
    const table = await marketing.call('audience', { params, query, headers: { accept: 'text/csv' } });
    expect(table.headers?.['Content-Disposition']).toMatch(
      /"audience-demo-newsletter-events-1-of-2-rfc4180-\d{8}T\d{6}Z\.csv"/,
    );
    expect(new URLSearchParams(/<\?(.*)>/.exec(String(table.headers?.['Link']))?.[1]).get('segment')).toBe('1/2');
    expect(table.body).toMatch(/^"email"/);
    for (const segment of ['0/8', '9/8', '1/3', '8', 'all']) {
      expectProblem(await marketing.call('audience', { query: { segment } }), { status: 400, code: 'segment' });
    }
    for (const misspelt of ['segmnt', 'Segment', 'constructor']) {
      const answer = await marketing.call('audience', { query: { [misspelt]: '1/2' } });
      expectProblem(answer, { status: 400, code: 'parameter' });
    }
  });

  test('stay true while others come and go: who is there all the time is met once', async () => {
    const [leaving, staying] = [people.slice(0, 10), people.slice(10)];
    const met: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await marketing.page('newsletter-events', { limit: '4', ...(cursor !== undefined && { cursor }) });
      met.push(...page.recipients.map(({ email }) => email));
      cursor = page.cursor;
      const next = leaving.pop();
      await next?.withdraw(['newsletter-events']);
      await next?.tellAll();
      await subscriber(['newsletter-events']);
    } while (cursor !== undefined);
    for (const { email } of staying) expect(met.filter((other) => other === email)).toHaveLength(1);
    expect(new Set(met).size).toBe(met.length);
  });

  test('come as NDJSON, with where to go on in the last line', async () => {
    const params = { purpose: 'newsletter-events' };
    const headers = { accept: 'application/x-ndjson' };
    const first = await marketing.call('audience', { params, headers, query: { limit: '5' } });
    expect(first.headers?.['Content-Type']).toBe('application/x-ndjson');
    const lines = first.body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, string>);
    expect(lines).toHaveLength(6);
    const [last] = lines.slice(-1);
    expect(Object.keys(last ?? {})).toEqual(['asOf', 'cursor']);
    const { recipients } = await marketing.page('newsletter-events', { limit: '5' });
    expect(lines.slice(0, -1)).toEqual(recipients);
    const all = await marketing.call('audience', { params, headers, query: { limit: '1000' } });
    expect(JSON.parse(all.body.trimEnd().split('\n').at(-1) ?? '')).toEqual({ asOf: last?.['asOf'] });
  });

  test('come as tables that make one file, each profile with its own columns, and everybody once', async () => {
    const params = { purpose: 'newsletter-events' };
    const headers = { accept: 'text/csv' };
    const heads: Record<string, string> = {};
    for (const profile of PROFILES) {
      let file = '';
      let query: Record<string, string> | undefined = { profile, limit: '11' };
      while (query) {
        const page: Answer = await marketing.call('audience', { params, headers, query });
        expect(page.statusCode).toBe(200);
        expect(page.headers?.['Content-Disposition']).toMatch(
          new RegExp(`"audience-demo-newsletter-events-${profile}-\\d{8}T\\d{6}Z\\.csv"`),
        );
        file += page.body;
        const [, next] = /<\?(.*)>; rel="next"/.exec(String(page.headers?.['Link'] ?? '')) ?? [];
        query = next === undefined ? undefined : Object.fromEntries(new URLSearchParams(next));
      }
      const [head = '', ...rows] = file.trimEnd().split('\r\n');
      heads[profile] = head;
      for (const { email } of people) expect(rows.filter((row) => row.includes(`"${email}"`)).length).toBeLessThan(2);
      const { length } = await marketing.audience('newsletter-events');
      expect(rows).toHaveLength(length);
    }
    expect(heads['excel-de']).toMatch(/^\ufeff"E-Mail";"Vorname";/);
    expect(heads['excel-en']).toMatch(/^\ufeff"E-mail","First name",/);
    expect(heads['rfc4180']).toMatch(/^"email","firstName",/);
    expect(heads['brevo']).toMatch(/^"EMAIL","FIRSTNAME",.*"EXT_ID"/);
    expect(heads['mailchimp']).toMatch(/^"Email Address","First Name",/);
    expect(heads['cleverreach']).toMatch(/^"email","firstname",/);
    expect(heads['listmonk']).toBe('"email","name","attributes"');
  });

  test('are refused where limit, cursor or form are none', async () => {
    for (const limit of ['0', '1001', '2.5', 'all', '-1']) {
      expectProblem(await marketing.call('audience', { query: { limit } }), { status: 400, code: 'limit' });
    }
    const made = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url');
    const places = [[], [{ shard: 8 }], [{ shard: 0, after: 'x' }], { shard: 0 }, [{ shard: 2 }, { shard: 2 }]];
    const named = places.map((place) => made({ segment: '1/1', place }));
    const wrong = ['x', made(7), made([{ shard: 0 }]), made({ segment: '3/7', place: [{ shard: 0 }] }), ...named];
    for (const cursor of wrong) {
      expectProblem(await marketing.call('audience', { query: { cursor } }), { status: 400, code: 'cursor' });
    }
    expectProblem(await marketing.call('audience', { query: { profile: 'xls' } }), { status: 400, code: 'profile' });
    const asked = await marketing.call('audience', { headers: { accept: 'text/html' } });
    expectProblem(asked, { status: 406, code: 'not-acceptable' });
  });
});

test('what was read of a history before never overwrites what was read later, however late it is written', async () => {
  const person = await subscriber();
  const subject = await person.subject();
  const [member] = await readMembersOf(world.deps.audience, 'demo', [asSubject(subject)], [LIST]);
  if (!member) throw new Error('There is no such member.');
  const earlier = new Date(Date.parse(member.seen) - 1).toISOString();
  await endMembership(world.deps.audience, 'demo', LIST, asSubject(subject), earlier);
  expect(await found(person)).toBeDefined();
  await person.withdraw([LIST]);
  await person.tellAll();
  await saveMember(world.deps.audience, member);
  expect(await found(person)).toBeUndefined();
});
