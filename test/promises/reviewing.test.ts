import { factsOf } from '../../shared/consent/entry';
import { announce } from '../../cli/announce';
import { notices } from '../../cli/notices';
import type { ReviewReport } from '../../cli/review/run';
import { review } from '../../cli/review';
import { checkRegister, registerOf } from '../../shared/policy/register';
import { sites } from '../../examples/sites';
import { keptIn } from './kept';
import { Person, startSystem, type System } from './person';

let system: System;

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

/** What a command prints, having done its work. */
async function cli(command: (args: string[]) => Promise<number>, ...args: readonly string[]): Promise<string> {
  const written: string[] = [];
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  try {
    expect(await command([...args, '--url', system.url])).toBe(0);
  } finally {
    spy.mockRestore();
  }
  return written.join('');
}

async function subscriber(site: string, purpose = 'newsletter'): Promise<Person> {
  const person = new Person(system, site);
  await person.signUp({ purposes: [purpose], fields: { firstName: 'Jürgen' } });
  await person.confirm(1);
  await person.mail(2);
  return person;
}

/** The classes of the parts that are kept of a person, but for those of who read the evidence. */
async function classes(subject: string): Promise<string[]> {
  const parts = await keptIn('Vault', subject, system);
  return parts.map(({ sk }) => sk.split('#')[1] ?? '').filter((name) => name !== 'reading');
}

const becomes = (subject: string, wanted: readonly string[]): Promise<unknown> =>
  system.visitor.eventually(
    () => classes(subject),
    (found) => JSON.stringify(found) === JSON.stringify(wanted),
    `what is kept did not become [${wanted.join()}]`,
  );

const stops = (person: Person, purpose = 'newsletter'): Promise<unknown> =>
  system.visitor.eventually(
    () => person.allowed(),
    (allowed) => !allowed[purpose],
    'mail may still be sent',
  );

/** The dialogue is about the use of the software alone. */
const SOFTWARE = 'course-software';

test('R10: unused for three years: asked by mail; who says yes goes on, and is asked again after three years (notice-002)', async () => {
  const person = await subscriber('notice-002', SOFTWARE);
  await system.visitor.advance('P2Y11M');
  expect(await person.mails()).toHaveLength(2);
  await system.visitor.advance('P1M');
  const keep = person.link(await person.mail(3), 'keep');
  for (const method of ['HEAD', 'GET', 'GET']) await system.visitor.get(keep, { method });
  await person.press(keep);
  await system.visitor.advance('P31D');
  await system.visitor.advance('P2Y10M');
  expect(await person.allowed()).toMatchObject({ [SOFTWARE]: true });
  expect(await person.mails()).toHaveLength(3);
  await system.visitor.advance('P2M');
  expect(person.link(await person.mail(4), 'keep')).toBeDefined();
});

test('R10: who was reported to use it is not asked (notice-002)', async () => {
  const [active, silent] = [await subscriber('notice-002', SOFTWARE), await subscriber('notice-002', SOFTWARE)];
  await system.visitor.advance('P2Y');
  const report = { emails: [active.email] };
  await system.visitor.ask('marketing', '/v1/sites/notice-002/activity', report);
  await system.visitor.advance('P1Y1D');
  await silent.mail(3);
  expect(await active.mails()).toHaveLength(2);
});

test.each(['no answer within 30 days', 'a “no”'])(
  'R10: after %s everything but the address is deleted, and after one more year that, too (notice-002)',
  async (answer) => {
    const person = await subscriber('notice-002', SOFTWARE);
    const { subject } = await person.evidence();
    await system.visitor.advance('P3Y1D');
    const question = await person.mail(3);
    await system.visitor.advance('P29D');
    expect(await person.allowed()).toMatchObject({ [SOFTWARE]: true });
    if (answer === 'a “no”') await person.press(person.link(question, 'unsubscribe'));
    else await system.visitor.advance('P2D');
    await stops(person, SOFTWARE);
    await becomes(subject, ['address']);
    await system.visitor.advance('P11M');
    expect(await classes(subject)).toEqual(['address']);
    await system.visitor.advance('P2M');
    await becomes(subject, []);
    await system.visitor.eventually(
      () => keptIn('Ledger', subject, system),
      (found) => found.length === 0,
      'entries are still there',
    );
  },
);

test('R10, K14: who has only the newsletter is never asked, and keeps it when the software lapses (notice-002)', async () => {
  const [reader, user] = [await subscriber('notice-002'), new Person(system, 'notice-002')];
  await user.signUp({ purposes: ['newsletter', SOFTWARE] });
  await user.confirm(1);
  await user.mail(2);
  await system.visitor.advance('P3Y1D');
  const question = await user.mail(3);
  expect(question.text).toContain('Amtspult');
  expect(question.text).not.toContain('Newsletter');
  await system.visitor.advance('P31D');
  await stops(user, SOFTWARE);
  expect(await user.allowed()).toMatchObject({ newsletter: true });
  expect(await reader.mails()).toHaveLength(2);
  await system.visitor.advance('P2Y');
  expect(await user.allowed()).toMatchObject({ newsletter: true });
  const { subject } = await user.evidence();
  expect(await classes(subject)).toContain('address');
});

test('R11: a yearly review lists what is due, and a month later what was not needed is gone (notice-002)', async () => {
  const reviewed = async (subject: string): Promise<ReviewReport['due']> => {
    const text = await cli(review, '--site', 'notice-002');
    expect(text).not.toContain('@');
    return (JSON.parse(text) as ReviewReport).due.filter((item) => item.subject === subject);
  };
  const [unused, withdrawn] = [await subscriber('notice-002'), await subscriber('notice-002')];
  const [{ subject: unusedId }, { subject }] = [await unused.evidence(), await withdrawn.evidence()];
  await withdrawn.press(withdrawn.link(await withdrawn.mail(2), 'unsubscribe'));
  expect([...(await reviewed(unusedId)), ...(await reviewed(subject))]).toEqual([]);

  await system.visitor.advance('P1Y');
  expect(await reviewed(unusedId)).toMatchObject([{ what: 'unused' }]);
  expect(await reviewed(subject)).toEqual([]);
  await system.visitor.advance('P2Y11M15D');
  expect(await reviewed(subject)).toMatchObject([{ what: 'ends' }]);
  expect(await classes(subject)).toContain('address');
  await system.visitor.advance('P1M');
  await becomes(subject, []);
  expect(await reviewed(subject)).toEqual([]);
});

test('R11: operators are reminded once a year, every day until they have done it; of the site and of nobody (notice-002)', async () => {
  const counts = async () => (await system.logged()).filter(({ message }) => message === 'regular reviews due');
  /** The next run of the review says for so many sites that it is time. */
  const nextSays = async (count: number, duration: string): Promise<void> => {
    const { length } = await counts();
    await system.visitor.advance(duration);
    const lines = await system.visitor.eventually(counts, (all) => all.length > length, 'the review did not run');
    expect(lines.at(-1)).toMatchObject({ count });
  };
  await cli(review, '--site', 'notice-002');
  await nextSays(0, 'P1D');
  await nextSays(1, 'P1Y');
  await nextSays(1, 'P1D');
  const due = (await system.logged()).findLast(({ message }) => message === 'regular review due');
  const { timestamp: _, ...said } = due ?? {};
  expect(said).toEqual({ level: 'INFO', message: 'regular review due', function: 'review', site: 'notice-002' });
  await cli(review, '--site', 'notice-002');
  await nextSays(0, 'P1D');
});

const SITES = [
  { site: 'notice-000', purpose: 'newsletter' },
  { site: 'notice-003', purpose: 'newsletter' },
  { site: 'notice-004', purpose: 'newsletter-events' },
] as const;

describe('P7: every version of a wording and of the privacy notice can be told apart', () => {
  test.each(SITES)('$site: who consented to which', async ({ site, purpose }) => {
    const person = await subscriber(site, purpose);
    const { subject, notices: wordings } = await person.evidence();
    const [{ version } = { version: '' }] = Object.values(wordings);
    const text = await cli(notices, '--site', site, '--purpose', purpose, '--version', version, '--subjects');
    expect(text).toContain(`version ${version}  de`);
    expect(text).toContain(subject);
    expect(text).not.toContain('@');
    expect(await cli(notices, '--site', site, '--purpose', purpose, '--version', 'none')).toBe('');
  });

  test.each(SITES)('$site: a changed wording, or a changed date, needs a new version', ({ site: id }) => {
    const site = sites.find((known) => known.id === id);
    if (!site) throw new Error(`There is no ${id}.`);
    const { controller, purposes } = site;
    const { privacyNotice } = controller;
    expect(privacyNotice).toMatchObject({ version: expect.any(String) as string, date: expect.any(String) as string });
    const redated = { ...site, controller: { ...controller, privacyNotice: { ...privacyNotice, date: '2030-01-01' } } };
    const shorter = (text: object) => Object.fromEntries(Object.keys(text).map((language) => [language, 'Ja.']));
    const reworded = {
      ...site,
      purposes: purposes.map((purpose) => ({
        ...purpose,
        notice: { ...purpose.notice, text: shorter(purpose.notice.text) },
      })),
    };
    const register = registerOf([site]);
    expect(() => checkRegister(register, [site])).not.toThrow();
    for (const changed of [redated, reworded]) expect(() => checkRegister(register, [changed])).toThrow('new version');
  });

  test.each(SITES)(
    '$site: a new privacy notice is announced to everybody concerned, once',
    async ({ site, purpose }) => {
      const [concerned, gone] = [await subscriber(site, purpose), await subscriber(site, purpose)];
      await gone.press(gone.link(await gone.mail(2), 'unsubscribe'));
      await stops(gone, purpose);
      const { url, version } = sites.find(({ id }) => id === site)?.controller.privacyNotice ?? {
        url: '',
        version: '',
      };
      // The samples' notices hold already.
      const asked = ['--site', site, '--privacy-notice-version', version, '--late'] as const;
      const audience = await system.visitor.eventually(
        () => concerned.audience(purpose),
        (people) =>
          people.some(({ email }) => email === concerned.email) && people.every(({ email }) => email !== gone.email),
        'the audience is not up to date',
      );
      const told = `told ${audience.length}, told before 0`;
      expect(await cli(announce, ...asked, '--dry-run')).toContain(`would be ${told}`);
      expect(await concerned.mails()).toHaveLength(2);

      expect(await cli(announce, ...asked, '--apply')).toContain(told);
      const mail = await concerned.mail(3);
      expect(mail.text).toContain(url);
      expect(mail.text).toContain(version);
      expect(await cli(announce, ...asked, '--apply')).toContain(`told 0, told before ${audience.length}`);
      expect(await concerned.mails()).toHaveLength(3);
      expect(await gone.mails()).toHaveLength(2);
      const sent = (await concerned.evidence()).records[0]?.entries.filter(
        (step) => factsOf(step).mail === 'notice-changed',
      );
      expect(sent?.map((step) => [factsOf(step).privacyNotice, step.actor.kind])).toEqual([[version, 'operator']]);
    },
  );
});
