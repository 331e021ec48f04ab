import { identityParts } from '../../shared/ledger/part';
import fc from '../seeded';
import { cardsOf, Marketing, Tool } from './marketing';
import { SomeBody } from './people';
import { startWorld, type World } from './world';

let world: World;
let marketing: Marketing;
let names = 0;

beforeAll(async () => {
  world = await startWorld();
  marketing = new Marketing(world);
});
afterAll(() => world.stop());

const someBody = (): SomeBody => new SomeBody(world, `somebody-${++names}`);

const PURPOSES = ['newsletter-product', 'newsletter-events', 'analysis'] as const;
const purposes = fc.uniqueArray(fc.constantFrom(...PURPOSES), { minLength: 1 });
const act = fc.oneof(
  { arbitrary: fc.record({ kind: fc.constant('give'), purposes, language: fc.constantFrom('de', 'en') }), weight: 4 },
  { arbitrary: fc.record({ kind: fc.constant('withdraw'), purposes }), weight: 2 },
  { arbitrary: fc.record({ kind: fc.constantFrom('tell', 'tell again', 'tell backwards') }), weight: 4 },
  fc.record({
    kind: fc.constantFrom('restrict', 'lift', 'bounce', 'speak', 'rename', 'erase', 'delete', 'go without'),
  }),
  fc.record({ kind: fc.constantFrom('begin', 'poll') }),
);
const scene = fc.record({ who: fc.nat(2), act });
type Act = (typeof act extends fc.Arbitrary<infer A> ? A : never) & { purposes?: string[]; language?: 'de' | 'en' };

async function play({ kind, purposes: ids = [], language = 'de' }: Act, person: SomeBody, tool: Tool): Promise<void> {
  const { untold } = person;
  if (kind === 'begin') return tool.begin();
  if (kind === 'poll') return tool.poll(2);
  if (kind === 'tell') return person.tellAll();
  if (kind === 'tell backwards') return void (untold.reverse(), await person.tellAll());
  if (kind === 'tell again') return person.tell(0);
  if (kind === 'give') return void (await person.give(ids, language, `Erika ${ids.length}`));
  if (kind === 'withdraw') return person.withdraw(ids);
  if (kind === 'go without') return withoutAnalysis(person);
  if (kind === 'delete') return void (await person.withdraw(PURPOSES), await person.delete(() => true));
  return order(kind, person);
}

async function order(kind: string, person: SomeBody): Promise<void> {
  if (kind === 'restrict') return person.take({ type: 'ProcessingRestricted' });
  if (kind === 'lift') return person.take({ type: 'RestrictionLifted' });
  if (kind === 'bounce') return person.take({ type: 'MailBounced', facts: { bounce: 'permanent' } });
  if (kind === 'speak') return person.take({ type: 'LanguageChosen', language: 'en' });
  if (kind === 'erase') return void (await person.withdraw(PURPOSES), await person.take({ type: 'DataErased' }));
  const recordId = (await person.entries()).findLast((entry) => entry.recordId !== undefined)?.recordId;
  const identity = identityParts({ email: person.email }, { firstName: 'Frieda' });
  if (recordId !== undefined) await person.take({ type: 'IdentityRectified', recordId }, identity);
}

/** The consent to analysis is given alone, withdrawn, and deleted at once with all of its steps: the history is shorter then. */
async function withoutAnalysis(person: SomeBody): Promise<void> {
  if ((await person.entries()).some(({ purposes: ids }) => ids.some(({ id }) => id === 'analysis'))) return;
  const recordId = await person.give(['analysis']);
  await person.tellAll();
  await person.withdraw(['analysis']);
  const last = (await person.entries()).at(-1);
  await person.delete((entry) => entry.recordId === recordId || entry.seq === last?.seq);
}

test('whatever happens, and in whatever order it is told: who began somewhere and polls has the audience in the end', async () => {
  let mailed = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(scene, { minLength: 4, maxLength: 24 }), async (scenes) => {
      const people = [someBody(), someBody(), someBody()];
      const tool = new Tool(marketing, PURPOSES);
      await tool.begin();
      for (const { who, act: what } of scenes) await play(what, people[who] as SomeBody, tool);
      for (const person of people) await person.tellAll();
      world.advance('PT11S');
      await tool.poll(3);
      mailed += await compare(tool, people);
      // The next run finds an audience without these.
      for (const person of people) {
        await person.withdraw(PURPOSES);
        await person.tellAll();
      }
    }),
    { numRuns: 25 },
  );
  expect(mailed).toBeGreaterThan(15);
}, 240_000);

/** @returns how many of them may be mailed for something */
async function compare(tool: Tool, people: readonly SomeBody[]): Promise<number> {
  const audience = await cardsOf(marketing, PURPOSES);
  const emails = people.map(({ email }) => email);
  expect(emails.map((email) => tool.cardOf(email))).toEqual(emails.map((email) => audience.get(email)));
  // And that is whom the ledger itself lets be mailed.
  for (const list of PURPOSES) {
    const linked = (await marketing.links(emails, list)).filter(({ allowed }) => allowed);
    const listed = emails.filter((email) => audience.get(email)?.lists.includes(list));
    expect(linked.map(({ email }) => email)).toEqual(listed);
  }
  return emails.filter((email) => audience.has(email)).length;
}
