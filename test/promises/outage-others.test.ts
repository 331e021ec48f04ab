import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { audit } from '../../cli/audit';
import { EXAMPLE_SITES } from '../../examples/sites/module';
import { by, startCorrespondence, today, types, type Correspondence } from '../integration/correspondence';
import { CONTEXT, runFunction } from '../integration/run-function';
import { tokenOf, type World } from '../integration/world';
import { mime } from '../inbox/mails';
import { Receiving } from '../../local/ses/receiving';

let all: Correspondence;
let world: World;
let folder: string;

beforeAll(async () => {
  all = await startCorrespondence();
  ({ world } = all);
  folder = await mkdtemp(path.join(tmpdir(), 'consent-outage-'));
  process.env['SITES'] = EXAMPLE_SITES;
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await world.stop();
});

describe('K11: two weeks of outage lose nothing, invariant 6', () => {
  test('inbox: who wrote on its first day has withdrawn when it is back; a mail lies in its bucket for so long', async () => {
    const person = await all.subscriber();
    const mail = mime({ ...by(person), to: await all.unsubscribeAddress(person), date: today() });
    const events: unknown[] = [];
    const failing = { invoke: (event: unknown) => Promise.resolve(events.push(event)) };
    const clock = { now: () => new Date(), shared: new SharedArrayBuffer(8) };
    await new Receiving(world.received, failing, clock as never).deliver(mail, new URLSearchParams());
    world.advance('P15D');
    expect(types(await all.stepsOf(person))).not.toContain('ConsentWithdrawn');
    for (const event of events) await runFunction('inbox', event);
    expect(types(await all.stepsOf(person)).slice(-2)).toEqual(['ConsentWithdrawn', 'MailSent']);
  });

  test('sequencer and archive: the stream forgot the entries, an audit takes them into the log, and evidence is whole', async () => {
    const person = await all.subscriber();
    world.advance('PT1H');
    const token = tokenOf((await world.mails(person.email))[0], 'unsubscribe');
    expect((await world.call('unsubscribe', 'unsubscribe-button', { params: { token } })).statusCode).toBe(200);
    await all.consume();
    world.advance('P15D');
    const entries = await all.stepsOf(person);
    expect(await audited('--append-missing')).toEqual(
      expect.arrayContaining(entries.map(({ subject, seq }) => `notInLog ${subject} ${seq}`)),
    );
    expect(await audited()).toEqual([]);
    // With whatever comes next it is published, and then archived.
    await world.sequence();
    await runFunction('archive');
    const view = await world.evidence(person.email);
    expect(view.bundle.log.anchors.length).toBeGreaterThan(0);
    expect(view.records[0]?.entries.map(({ type }) => type)).toContain('ConsentWithdrawn');
  });

  test('review: who was due is asked and not ended, who answered stays, and who did not is ended on the first day', async () => {
    await world.renew();
    const [due, answers, silent] = ['due@example.org', 'answers@example.org', 'silent@example.org'] as const;
    for (const email of [answers, silent]) await subscribed(email);
    world.advance('P3Y');
    await review();
    const token = tokenOf((await world.mails(answers))[0], 'keep');
    await subscribed(due);
    world.advance('P29D');
    // The outage begins, on the last but one day for an answer.
    expect((await world.call('keep', 'keep-button', { params: { token } })).statusCode).toBe(200);
    world.advance('P15D');
    await review();
    const of = async (email: string) => (await world.history(email, 'notice-002')).map(({ type }) => type);
    expect(await of(answers)).not.toContain('ConsentLapsed');
    expect(await of(silent)).toContain('ConsentLapsed');
    const left = (await world.items('audience')).filter(({ active }) => active === true).map(({ sk }) => sk);
    expect(left.sort()).toEqual(
      (await Promise.all([due, answers].map((email) => world.subjectId(email, 'notice-002')))).sort(),
    );
    // Whose question came due while nobody asked has all their time to answer it.
    world.advance('P2Y11M');
    world.advance('P15D');
    await review();
    world.advance('P15D');
    await review();
    expect((await of(due)).slice(-1)).toEqual(['MailSent']);
  });
});

interface Found {
  readonly code?: string;
  readonly subject?: string;
  readonly seq?: number;
}

async function audited(...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((line) => lines.push(String(line)) > 0),
  );
  await audit(['--json', '--state', path.join(folder, 'state.json'), ...args]).finally(() =>
    spies.forEach((spy) => spy.mockRestore()),
  );
  const found = lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Found);
  return found.flatMap(({ code, subject = '', seq = -1 }) => (code === undefined ? [] : [`${code} ${subject} ${seq}`]));
}

async function subscribed(email: string): Promise<void> {
  const body = { email, purposes: ['course-software'], language: 'de' };
  const form = { params: { site: 'notice-002' }, headers: { origin: undefined }, body };
  expect((await world.call('signup', 'signup-json', form)).statusCode).toBe(202);
  await all.consume();
  const token = tokenOf((await world.mails(email))[0], 'confirm');
  expect((await world.call('confirm', 'confirm-button', { params: { token } })).statusCode).toBe(200);
  await all.consume();
}

async function review(): Promise<void> {
  await runFunction('review', {}, { ...CONTEXT, getRemainingTimeInMillis: () => 60_000 });
  await all.consume();
}
