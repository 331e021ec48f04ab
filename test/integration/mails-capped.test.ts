import { MAIL_KINDS } from '../../shared/consent/steps/entry-fields';
import { factsOf, type MailKind } from '../../shared/consent/entry';
import { journey, type Journey } from './journey';
import { newsOf } from './news';
import { preferenceCentre } from './preference-centre';
import { postOf, type Post } from './post';
import { CONTEXT, runFunction } from './run-function';
import { operatorIn, TOLD } from './subject-orders';
import { startWorld, type Answer, workOff, type World } from './world';

/** Each kind of mail that we send, who could cause many of it, and what they come to. */
let world: World;
let consume: () => Promise<void>;
let post: Post;

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
  post = postOf(world);
});
afterAll(() => world.stop());
beforeEach(() => world.advance('P3D'));

const MAILBOX = 'gmail.com';

/** Who has a newsletter, with the mails of another day. */
async function subscriber(email: string, wishes: object = {}): Promise<Journey> {
  const person = journey(world, consume, email);
  await person.signUp(wishes);
  expect((await person.press(await person.token('confirm'))).statusCode).toBe(200);
  await consume();
  world.advance('P2D');
  return person;
}

async function subscribers(name: string, count: number): Promise<readonly Journey[]> {
  const people: Journey[] = [];
  for (let n = 0; n < count; n++)
    people.push(await subscriber(`${name}+${n}@${MAILBOX}`, { purposes: ['newsletter-product'] }));
  return people;
}

async function sent(kind: MailKind, attack: () => Promise<unknown>): Promise<number> {
  const count = async (): Promise<number> =>
    (await world.entries()).filter((entry) => entry.type === 'MailSent' && factsOf(entry).mail === kind).length;
  const before = await count();
  await attack();
  await consume();
  return (await count()) - before;
}

const centreOf = async (person: Journey) => preferenceCentre(world, await person.token('preferences'));
const pressAgain = async (person: Journey, times: number): Promise<void> => {
  const token = await person.token('confirm');
  for (let n = 0; n < times; n++) expect((await person.press(token)).statusCode).toBe(200);
  await Promise.all(Array.from({ length: times }, () => person.press(token)));
};

/** What somebody tries for each kind, and how many mails that may come to. */
const ATTACKS: Readonly<Record<MailKind, { readonly most: number; readonly attack: () => Promise<unknown> }>> = {
  confirmation: {
    most: 6,
    attack: async () => {
      const people = await subscribers('confirm', 9);
      return sent('confirmation', async () => {
        for (const person of people) await (await centreOf(person)).ask('newsletter-events');
      });
    },
  },
  welcome: {
    most: 1,
    attack: async () => {
      const person = journey(world, consume, 'welcome@gmx.de');
      await person.signUp();
      return sent('welcome', () => pressAgain(person, 10));
    },
  },
  asset: {
    most: 1,
    attack: async () => {
      const person = journey(world, consume, 'asset@gmx.de');
      await person.signUp({ asset: 'whitepaper-consent' });
      return sent('asset', () => pressAgain(person, 10));
    },
  },
  'still-interested': {
    most: 1,
    attack: async () => {
      const [site, email] = ['notice-002', 'still@gmx.de'];
      const body = { email, purposes: ['course-software'], language: 'de' };
      await world.call('signup', 'signup-json', { params: { site }, headers: { origin: undefined }, body });
      const person = journey(world, consume, email);
      expect((await person.press(await person.token('confirm'))).statusCode).toBe(200);
      await consume();
      world.advance('P3Y1D');
      return sent('still-interested', async () => {
        for (let n = 0; n < 5; n++) await runFunction('review', {}, CONTEXT);
        await workOff(world);
      });
    },
  },
  'notice-changed': {
    most: 1,
    attack: async () => {
      const [site, email] = ['notice-000', 'changed@gmx.de'];
      const { privacyNotice } = world.deps.sites.find(({ id }) => id === site)!.controller;
      const [purpose] = world.deps.sites.find(({ id }) => id === site)!.purposes;
      const body = { email, purposes: [purpose!.id], language: 'de' };
      await world.call('signup', 'signup-json', { params: { site }, headers: { origin: undefined }, body });
      const person = journey(world, consume, email);
      expect((await person.press(await person.token('confirm'))).statusCode).toBe(200);
      await consume();
      const announce = (): Promise<Answer> =>
        world.call('announcements', 'announcements', {
          params: { site },
          body: { privacyNotice: privacyNotice.version, late: true },
        });
      return sent('notice-changed', async () => {
        for (let n = 0; n < 5; n++) await announce();
      });
    },
  },
  'right-requested': {
    most: 3,
    attack: async () => {
      const person = await subscriber('rights@gmx.de');
      const token = await person.token('preferences');
      const press = (fields: Record<string, string>): Promise<Answer> =>
        world.call('preferences', 'preferences-end', {
          params: { token },
          body: new URLSearchParams(fields).toString(),
        });
      return sent('right-requested', async () => {
        for (let n = 0; n < 6; n++) {
          for (const right of ['erasure', 'rectification']) await press({ do: right });
          await press({ do: 'move', email: `thief-${n}@example.org` });
        }
      });
    },
  },
  'objection-decided': {
    most: 1,
    attack: async () => {
      const person = await subscriber('weighed@gmx.de');
      const { ordered } = operatorIn(world);
      return sent('objection-decided', async () => {
        await ordered('weighings', person.email, TOLD);
        for (let n = 0; n < 5; n++) await ordered('weighings', person.email, { ...TOLD, decision: 'refused' });
      });
    },
  },
  withdrawn: {
    most: 1,
    attack: async () => {
      const person = await subscriber('withdrawn@gmx.de');
      return sent('withdrawn', async () => {
        for (let n = 0; n < 10; n++) {
          await post.send({
            from: person.email,
            to: 'demo@inbox.example',
            subject: 'Abmeldung',
            text: 'Bitte abmelden.',
          });
        }
      });
    },
  },
};

test.each(MAIL_KINDS)(
  'whoever tries for many mails of the kind %s gets as many as there may be, and no more',
  async (kind) => {
    const { attack, most } = ATTACKS[kind];
    expect(await attack()).toBe(most);
  },
);

describe('a mailbox that had its mails', () => {
  test('is not asked by another way either: form, preference centre and operator have one cap', async () => {
    const [old, other] = [await subscriber('mover@gmx.de'), await subscriber('mover2@gmx.de')];
    const [known] = await subscribers('shared', 1);
    const { order, ordered } = operatorIn(world);
    const move = (person: Journey, newEmail: string) => order('rectifications', person.email, { ...TOLD, newEmail });
    const brought = await sent('confirmation', async () => {
      for (let n = 1; n <= 4; n++) await journey(world, consume, `shared+x${n}@${MAILBOX}`).signUp();
      await (await centreOf(known!)).ask('newsletter-events');
      await ordered('rectifications', old.email, { ...TOLD, newEmail: `shared+new@${MAILBOX}` });
      const page = await (await centreOf(known!)).ask('product-info');
      expect(page.title).toBe('Bitte versuchen Sie es morgen noch einmal');
      await journey(world, consume, `shared+y@${MAILBOX}`).signUp();
      const refused = await move(other, `shared+other@${MAILBOX}`);
      expect([refused.statusCode, (JSON.parse(refused.body) as { type: string }).type]).toEqual([
        409,
        'urn:consent-ledger:not-movable',
      ]);
    });
    expect(brought).toBe(6);
    world.advance('P2D');
    expect(await sent('confirmation', () => move(other, `shared+other@${MAILBOX}`))).toBe(1);
  });

  test('can still leave in the preference centre, in the press that also asks for more', async () => {
    const [known] = await subscribers('leaver', 1);
    for (let n = 1; n <= 6; n++) await journey(world, consume, `leaver+x${n}@${MAILBOX}`).signUp();
    const centre = await centreOf(known!);
    await centre.open();
    const page = await centre.save('newsletter-events');
    expect(page.status).toBe(200);
    expect((await world.history(known!.email)).map(({ type }) => type)).toContain('ConsentWithdrawn');
    expect(await sent('confirmation', () => Promise.resolve())).toBe(0);
  });

  test('gets what its person asks for by a link of hers, whatever strangers filled', async () => {
    const [known] = await subscribers('right', 1);
    for (let n = 1; n <= 7; n++) await journey(world, consume, `right+x${n}@${MAILBOX}`).signUp();
    await consume();
    const params = { token: await known!.token('preferences') };
    const ask = () => world.call('preferences', 'preferences-end', { params, body: 'do=erasure' });
    expect(await sent('right-requested', ask)).toBe(1);
    // And what she asked for herself is not counted against anybody's sign-up.
    world.advance('P2D');
    for (let n = 0; n < 3; n++) await ask();
    expect(
      await sent('confirmation', async () => {
        for (let n = 1; n <= 7; n++) await journey(world, consume, `right+y${n}@${MAILBOX}`).signUp();
      }),
    ).toBe(6);
  });

  test('has one cap for what is asked by links, however many addresses it has', async () => {
    const people = await subscribers('rights', 4);
    const asked = await sent('right-requested', async () => {
      for (const person of people) {
        const params = { token: await person.token('preferences') };
        for (const body of ['do=erasure', 'do=rectification', 'do=move&email=thief%40example.org'])
          await world.call('preferences', 'preferences-end', { params, body });
      }
    });
    expect(asked).toBe(6);
  });

  test('is not counted for a dry run, nor for what was asked before', async () => {
    const old = await subscriber('dry@gmx.de');
    const { ordered } = operatorIn(world);
    const newEmail = `dry+new@${MAILBOX}`;
    for (let n = 0; n < 8; n++) await ordered('rectifications', old.email, { ...TOLD, newEmail, dryRun: true });
    for (let n = 0; n < 8; n++) await ordered('rectifications', old.email, { ...TOLD, newEmail });
    const others = async (): Promise<void> => {
      for (let n = 1; n <= 7; n++) await journey(world, consume, `dry+x${n}@${MAILBOX}`).signUp();
    };
    expect(await sent('confirmation', others)).toBe(6);
  });
});
