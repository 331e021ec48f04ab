import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { review } from '../../cli/review';
import { dayOf, plus } from '../../shared/calendar';
import { Person, startSystem, type System } from './person';
import { reviewingOf, type Reviewing } from './reviewing';

let system: System;
let tools: Reviewing;

beforeAll(async () => {
  system = await startSystem();
  tools = reviewingOf(system);
  // The time to the first round runs from the first review on.
  await system.visitor.advance('P1DT1H');
  await system.visitor.eventually(
    () => said('regular reviews due'),
    ({ length }) => length > 0,
    'the review did not run',
  );
});
afterAll(() => system.stop());

const said = async (message: string) => (await system.logged()).filter((line) => line['message'] === message);
const subscriber: Reviewing['subscriber'] = (...args) => tools.subscriber(...args);
const classes: Reviewing['classes'] = (subject) => tools.classes(subject);

interface Waiting {
  readonly id: string;
  readonly what: string;
  readonly isDue: boolean;
  readonly case?: string;
  readonly deleteBy?: string;
}

/** What waits for operators of a site now, and with 'all' on a day to come. */
async function listed(site: string, which: 'due' | 'all' = 'due'): Promise<Waiting[]> {
  const waiting: Waiting[] = [];
  let query: string | undefined = '';
  while (query !== undefined) {
    const path = `/v1/sites/${site}/reviews${query}`;
    const page: { waiting: Waiting[]; cursor?: string } = await system.visitor.ask('compliance', path);
    waiting.push(...page.waiting);
    query = page.cursor && `?cursor=${page.cursor}`;
  }
  expect(JSON.stringify(waiting)).not.toContain('@');
  return waiting.filter(({ isDue }) => isDue || which === 'all');
}

/** Waits until the review of the day has found so much about somebody. */
const waitsFor = (site: string, subject: string, count: number, which?: 'due' | 'all'): Promise<Waiting[]> =>
  system.visitor.eventually(
    async () => (await listed(site, which)).filter(({ id }) => id === subject),
    ({ length }) => length === count,
    `there are not ${count} things to decide about ${subject}`,
  );

describe('R11: once a year it is reviewed what is still needed, and the rest is gone a month later (notice-002)', () => {
  const decide = (action: 'keep' | 'let-go', ...more: readonly string[]): Promise<string> =>
    tools.cli(review, action, '--site', 'notice-002', '--reason', 'yearly review: customer', ...more);

  test('by itself, where nobody decides: no mail any more, and the name is deleted, which R2 alone would keep', async () => {
    const [unused, kept, active] = [
      await subscriber('notice-002'),
      await subscriber('notice-002'),
      await subscriber('notice-002'),
    ];
    const [{ subject }, { subject: keptId }, { subject: activeId }] = [
      await unused.evidence(),
      await kept.evidence(),
      await active.evidence(),
    ];
    await system.visitor.advance('P1Y1D');
    for (const id of [subject, keptId, activeId]) {
      expect(await waitsFor('notice-002', id, 1)).toMatchObject([{ what: 'unused' }]);
    }
    await system.visitor.ask('marketing', '/v1/sites/notice-002/activity', { emails: [active.email] });
    await decide('keep', '--subject', keptId, '--apply');
    expect((await listed('notice-002')).map(({ id }) => id)).not.toEqual(expect.arrayContaining([keptId]));

    await system.visitor.advance('P27D');
    expect(await unused.allowed()).toMatchObject({ newsletter: true });
    expect(await classes(subject)).toContain('details');
    await system.visitor.advance('P4D');
    await tools.stops(unused);
    await system.visitor.eventually(
      () => classes(subject),
      (found) => !found.includes('details'),
      'the name is still there',
    );
    // The address stays as proof, as long as after a withdrawal (R2).
    expect(await classes(subject)).toContain('address');
    for (const person of [kept, active]) expect(await person.allowed()).toMatchObject({ newsletter: true });
    for (const id of [keptId, activeId]) expect(await classes(id)).toContain('details');
    const { records } = await unused.evidence();
    expect(records[0]?.entries.find(({ type }) => type === 'ConsentLapsed')).toMatchObject({
      actor: { kind: 'system' },
      facts: { because: 'review' },
    });

    await system.visitor.advance('P11M1D');
    expect(await waitsFor('notice-002', keptId, 1)).toMatchObject([{ what: 'unused' }]);
    await system.visitor.advance('P3Y2M');
    await tools.becomes(subject, []);
  });

  test('at once, where an operator lets go; a dry run binds', async () => {
    const person = await subscriber('notice-002');
    const { subject } = await person.evidence();
    await system.visitor.advance('P1Y1D');
    await waitsFor('notice-002', subject, 1);
    const written: string[] = [];
    const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    expect(await review(['list', '--site', 'notice-002', '--url', system.url])).toBe(1);
    spy.mockRestore();
    const lines = written.map((line) => JSON.parse(line) as Waiting);
    expect(lines.find(({ id }) => id === subject)).toMatchObject({ what: 'unused', isDue: true });
    const dry = await decide('let-go', '--subject', subject, '--dry-run');
    const [, word = ''] = /--expects (\S+)/.exec(dry) ?? [];
    await person.order('holds', { label: '12 O 345/26', reviewBy: '2099-01-31' });
    await expect(decide('let-go', '--subject', subject, '--apply', '--expects', word)).rejects.toThrow('moved');
    expect(await person.allowed()).toMatchObject({ newsletter: true });
    const [, fresh = ''] = /--expects (\S+)/.exec(await decide('let-go', '--subject', subject, '--dry-run')) ?? [];
    expect(await decide('let-go', '--subject', subject, '--apply', '--expects', fresh)).toContain('decided: 1');
    expect(await person.allowed()).toMatchObject({ newsletter: false });
    // The hold keeps what there is all the same.
    expect(await classes(subject)).toEqual(expect.arrayContaining(['details', 'reason']));
  });

  test('and operators are reminded every day until they have decided, a week before it goes once more; of nobody', async () => {
    const person = await subscriber('notice-002');
    const { subject } = await person.evidence();
    /** What the next run of the review says. */
    const next = async (duration: string) => {
      const { length } = await said('regular reviews ending');
      await system.visitor.advance(duration);
      // Of several days each has its review; it is that of the last one which counts.
      const dayAgo = (await system.visitor.now()).getTime() - 24 * 60 * 60 * 1000;
      const ending = await system.visitor.eventually(
        () => said('regular reviews ending'),
        (all) => all.length > length && Date.parse(String(all.at(-1)?.['timestamp'])) > dayAgo,
        'the review did not run',
      );
      const due = (await said('regular review due')).filter(({ site }) => site === 'notice-002').at(-1);
      return {
        ending: ending.at(-1)?.['count'],
        due: (await said('regular reviews due')).at(-1)?.['count'],
        last: due,
      };
    };
    const first = await next('P1Y1D');
    expect(first).toMatchObject({ ending: 0, last: { site: 'notice-002', function: 'review' } });
    expect(first.due).toBeGreaterThan(0);
    expect(JSON.stringify(first.last)).not.toContain(subject);
    expect(Number(first.last?.['count'])).toBeGreaterThan(0);
    expect((await next('P1D')).due).toBe(first.due);
    expect((await next('P24D')).ending).toBe(1);
    await decide('keep', '--unused-before', '2099-01-01', '--apply');
    expect((await next('P1D')).ending).toBe(0);
    const lines = async () => (await said('regular review due')).filter(({ site }) => site === 'notice-002').length;
    const before = await lines();
    await next('P1D');
    expect(await lines()).toBe(before);
    expect(await person.allowed()).toMatchObject({ newsletter: true });
  });

  test('of more people than one call takes: interrupted, the same command with the same word does the rest, and nothing else', async () => {
    const people = Array.from({ length: 55 }, () => new Person(system, 'notice-002'));
    const given = { purposes: ['newsletter'], version: '4', source: 'import', givenAt: '2020-01-01T00:00:00Z' };
    for (const person of people) expect(await person.report('consents', given)).toBe(201);
    await system.visitor.advance('P1Y1D');
    const group = ['--unused-before', '2021-01-01'];
    const dry = await system.visitor.eventually(
      () => decide('let-go', ...group, '--dry-run'),
      (said) => said.includes('would be decided: 55;'),
      'they are not on the list',
    );
    const [, word = ''] = /--expects (\S+)/.exec(dry) ?? [];
    const waiting = await listed('notice-002');
    const state = path.join(await mkdtemp(path.join(tmpdir(), 'consent-review-')), 'state');
    const apply = (...more: string[]) =>
      decide('let-go', ...group, '--apply', '--expects', word, '--state', state, ...more);
    const spy = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
      if (String(text).startsWith('decided: 50 of 55')) process.emit('SIGINT');
      return true;
    });
    await expect(apply()).rejects.toThrow('Interrupted');
    spy.mockRestore();
    const left = async () => (await listed('notice-002')).filter(({ id }) => waiting.some((one) => one.id === id));
    expect((await left()).length).toBe(waiting.length - 50);
    await expect(apply('--reason', 'another')).rejects.toThrow('is of a review of');
    expect(await apply()).toContain('decided: 55');
    expect((await left()).length).toBe(waiting.length - 55);
    expect(existsSync(state)).toBe(false);
  });
});

test.each(['demo', 'notice-000', 'notice-001', 'notice-002', 'notice-003', 'notice-004'])(
  'R7: the day of review of a hold comes up at %s, and the hold stays until an operator lifts it',
  async (site) => {
    const purpose = { demo: 'newsletter-product', 'notice-004': 'newsletter-events' }[site] ?? 'newsletter';
    const person = await subscriber(site, purpose);
    const { subject } = await person.evidence();
    const today = await system.visitor.now();
    const reviewBy = dayOf(plus(today, 'P10D'));
    await person.order('holds', { label: '12 O 345/26', reviewBy });
    expect(await waitsFor(site, subject, 1, 'all')).toMatchObject([{ what: 'hold', reviewBy }]);
    const due = (await listed(site)).filter(({ id }) => id === subject);
    expect(due).toEqual([]);
    const lines = async () => (await said('regular review due')).filter((line) => line['site'] === site);
    const { length: before } = await lines();
    await system.visitor.advance('P11D');
    const [hold] = await waitsFor(site, subject, 1);
    const told = await system.visitor.eventually(lines, ({ length }) => length > before, 'nobody was reminded');
    expect(JSON.stringify(told)).not.toContain(subject);
    const order = {
      decision: 'let-go',
      reason: 'the dispute is over',
      items: [{ id: subject, what: 'hold', case: hold?.case }],
    };
    await system.visitor.ask('compliance', `/v1/sites/${site}/reviews/decisions`, order);
    expect(await waitsFor(site, subject, 0, 'all')).toEqual([]);
  },
);
