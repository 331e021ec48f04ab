import { factsOf } from '../../shared/consent/entry';
import { announce } from '../../cli/announce';
import { notices } from '../../cli/notices';
import { checkRegister, registerOf } from '../../shared/policy/register';
import { sites } from '../../examples/sites';
import { keptIn } from './kept';
import { Person, startSystem, type System } from './person';
import { reviewingOf, type Reviewing } from './reviewing';

let system: System;
let tools: Reviewing;

beforeAll(async () => {
  system = await startSystem();
  tools = reviewingOf(system);
});
afterAll(() => system.stop());

const cli: Reviewing['cli'] = (...args) => tools.cli(...args);
const subscriber: Reviewing['subscriber'] = (...args) => tools.subscriber(...args);
const classes: Reviewing['classes'] = (subject) => tools.classes(subject);
const becomes: Reviewing['becomes'] = (...args) => tools.becomes(...args);
const stops: Reviewing['stops'] = (...args) => tools.stops(...args);

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
  // They read it: the yearly review (R11) finds them in use.
  const report = { emails: [reader.email, user.email], purpose: 'newsletter' };
  await system.visitor.ask('marketing', '/v1/sites/notice-002/activity', report);
  await system.visitor.advance('P31D');
  await stops(user, SOFTWARE);
  expect(await user.allowed()).toMatchObject({ newsletter: true });
  expect(await reader.mails()).toHaveLength(2);
  await system.visitor.advance('P2Y');
  expect(await user.allowed()).toMatchObject({ newsletter: true });
  const { subject } = await user.evidence();
  expect(await classes(subject)).toContain('address');
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
