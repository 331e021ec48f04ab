import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { access } from '../../cli/access';
import { plus } from '../../shared/calendar';
import type { PortableData } from '../../shared/evidence/access/portable';
import type { AccessReport } from '../../shared/evidence/access/report';
import { Person, startSystem, type System } from './person';

let system: System;

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

/** What each notice promises, and whom it names: written down a second time. */
const NOTICES = [
  {
    site: 'notice-000',
    hasOfficer: true,
    purposes: ['newsletter'],
    measured: false,
    field: 'department',
    recipients: ['Wolkenhamster Rechenzentrum GmbH'],
    storage: /danach zum Nachweis noch 3 Jahre ab unserer letzten E-Mail an Sie/,
  },
  {
    site: 'notice-001',
    hasOfficer: true,
    purposes: ['newsletter', 'analysis'],
    measured: true,
    field: 'company',
    recipients: ['Brieftapir S.à r.l.', 'Wolkenhamster Rechenzentrum GmbH'],
    storage: /endet sie, löschen wir sofort/,
  },
  {
    site: 'notice-002',
    hasOfficer: false,
    purposes: ['newsletter'],
    measured: false,
    field: 'department',
    recipients: ['Wolkenhamster Rechenzentrum GmbH'],
    storage: /danach zum Nachweis noch 4 Jahre ab dem Ende der Grundlage/,
  },
  {
    site: 'notice-003',
    hasOfficer: true,
    purposes: ['newsletter'],
    measured: false,
    field: 'lastName',
    recipients: ['Wolkenhamster Rechenzentrum GmbH'],
    storage: /Ihre Adresse und alle anderen Angaben zu Ihnen löschen wir spätestens 1 Jahr nach der Anmeldung/,
  },
  {
    site: 'notice-004',
    hasOfficer: true,
    purposes: ['newsletter-events', 'product-updates'],
    measured: false,
    field: 'company',
    recipients: ['Brieftapir S.à r.l.', 'Meldeluchs B.V.', 'Wolkenhamster Rechenzentrum GmbH'],
    storage: /noch 3 Jahre ab dem Ende des Kalenderjahres, in dem die Grundlage endete/,
  },
] as const;

/** The authority of all of them, which is invented as they are. */
const AUTHORITY = {
  name: 'Datenschutzaufsicht Beispielland',
  address: 'Am Prüfstein 3, 00999 Beispielstadt',
  url: 'https://www.datenschutzaufsicht.example',
};

const REASON = 'A letter of 2 November';

type Notice = (typeof NOTICES)[number];

/** Somebody who signed up for all of these purposes, and confirmed. */
async function member({ site, purposes, field }: Pick<Notice, 'site' | 'purposes' | 'field'>): Promise<Person> {
  const person = new Person(system, site);
  await person.signUp({ purposes, fields: { [field]: 'Beispielwert' }, language: 'de' });
  await person.confirm(1);
  return person;
}

async function download({ site, email }: Person, accept: string, body: object = {}): Promise<Response> {
  const answer = await system.visitor.get(`/v1/sites/${site}/subjects/access`, {
    method: 'POST',
    headers: {
      accept,
      'content-type': 'application/json',
      authorization: `Bearer ${await system.visitor.token('compliance')}`,
    },
    body: JSON.stringify({ email, reason: REASON, ...body }),
  });
  expect(answer.status).toBe(200);
  return answer;
}

async function report(person: Person): Promise<AccessReport> {
  return (await (await download(person, 'application/json')).json()) as AccessReport;
}

describe('P1: who asks is told everything that Art. 15 GDPR lists', () => {
  test.each(NOTICES)('$site', async (notice) => {
    const [person, other] = [await member(notice), await member(notice)];
    const evidence = await person.evidence();
    const told = await report(person);

    // Purposes with basis, since when, and the wording; categories and the data; where they came from.
    const { purposes = [], storage, confirmedAt, origin } = told.records[0] ?? {};
    expect(purposes.map(({ id }) => id)).toEqual(notice.purposes);
    for (const { status, legalBasis, since, wording } of purposes) {
      expect({ status, legalBasis, since }).toEqual({
        status: 'ConsentGiven',
        legalBasis: 'consent',
        since: confirmedAt,
      });
      expect(Object.values(evidence.notices).map(({ text }) => text)).toContain(wording?.text);
    }
    expect(origin).toBe('person');
    const parts = evidence.records[0]?.entries.flatMap((entry) => Object.values(entry.parts)) ?? [];
    expect(parts.length).toBeGreaterThanOrEqual(4);
    expect(told.data.map(({ data }) => data)).toEqual(expect.arrayContaining(parts));
    for (const { originText } of told.data) expect(originText).not.toBe('');

    // Who gets them, where they are, how long, who looked, what the person can do.
    expect(told.recipients.map(({ name }) => name).sort()).toEqual(notice.recipients);
    expect(told.location).toContain('Europäischen Union');
    expect(storage?.rule).toMatch(notice.storage);
    expect(told.readings).toMatchObject([{ type: 'EvidenceDisclosed', reason: 'A letter of 1 November' }]);
    expect(told.rights.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Berichtigung', 'Löschung', 'Einschränkung', 'Mitnahme', 'Widerspruch', 'Widerruf']),
    );
    // An analysis is named where it was agreed to, with who holds what comes of it.
    const { text, ...automated } = told.automatedDecisions;
    expect(automated).toEqual({ exist: false, profiling: notice.measured });
    const named = ['Auswertung Ihrer Nutzung zugestimmt (Marketing-Auswertung)', 'liegen bei: Brieftapir S.à r.l., '];
    expect(named.map((said) => text.includes(said))).toEqual([notice.measured, notice.measured]);
    expect(told.controller.email).toMatch(/^(datenschutz|privacy)@notice-00\d\.example$/);
    expect(told.dataProtectionOfficer !== null).toBe(notice.hasOfficer);

    // For the person, and of nobody else.
    expect(told.language).toBe('de');
    expect(JSON.stringify(told)).not.toContain(other.email);
    const pdf = Buffer.from(await (await download(person, 'application/pdf')).arrayBuffer());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');

    // It was noted, by whom and why.
    const noted = (await person.evidence()).bundle.entries.filter(({ entry }) => entry.type === 'AccessGiven');
    expect(noted.map(({ entry }) => entry.actor)).toEqual(Array(2).fill({ kind: 'operator', id: 'local-compliance' }));
    expect(noted[0]?.parts['reason']).toMatchObject({ data: { reason: REASON } });
  });

  test('what comes later is known once the consent has ended (notice-002)', async () => {
    const person = await member(NOTICES[2]);
    expect((await report(person)).records[0]?.storage.until).toBeNull();
    await person.oneClick(person.link(await person.mail(2), 'unsubscribe'));
    const { purposes = [], storage } = (await report(person)).records[0] ?? {};
    const since = new Date(purposes[0]?.since ?? 0);
    expect(purposes).toMatchObject([{ status: 'ConsentWithdrawn' }]);
    expect(storage?.until?.slice(0, 4)).toBe(`${since.getFullYear() + 4}`);
  });

  test.each(NOTICES)('$site: who is not known is told so, and nothing is written down', async ({ site }) => {
    const stranger = new Person(system, site);
    expect(await report(stranger)).toMatchObject({ held: false, data: [], records: [], history: [] });
    const { bundle } = await stranger.evidence();
    expect({ records: bundle.records, entries: bundle.entries }).toEqual({ records: [], entries: [] });
  });
});

describe('P5: what the person provided can be taken along, for programs and for spreadsheets', () => {
  test.each(NOTICES)('$site', async (notice) => {
    const person = await member(notice);
    const data = (await (await download(person, 'application/json', { portable: true })).json()) as PortableData;
    expect(data).toMatchObject({
      format: 'portable-data/v1',
      site: notice.site,
      identities: [{ email: person.email, fields: { [notice.field]: 'Beispielwert' } }],
    });
    expect(data.consents.map(({ purpose, status }) => [purpose, status])).toEqual(
      notice.purposes.map((id) => [id, 'ConsentGiven']),
    );
    expect(data.connections).toHaveLength(2);

    const csv = await (await download(person, 'text/csv', { portable: true })).text();
    expect(csv).toContain(`"email";"${person.email}"`);
    expect(csv).toContain(`"fields.${notice.field}";"Beispielwert"`);
  });
});

describe('P6: who asks is told which authority to complain to, and how', () => {
  test.each(NOTICES)('$site', async (notice) => {
    for (const told of [await report(await member(notice)), await report(new Person(system, notice.site))]) {
      expect(told.complaint.authorities[0]).toMatchObject(AUTHORITY);
      for (const said of Object.values(AUTHORITY)) expect(told.complaint.text).toContain(said);
      expect(told.complaint.text).toContain('Art. 77 DSGVO');
      expect(told.complaint.text).toContain('formlose Beschwerde genügt');
    }
  });
});

describe('O7: who asks is told every processor and recipient, what they do and where', () => {
  test.each(NOTICES)('$site', async (notice) => {
    const { recipients } = await report(await member(notice));
    expect(recipients.map(({ name }) => name).sort()).toEqual(notice.recipients);
    for (const { address, country, task, role, purposes } of recipients) {
      expect([address, task]).not.toContain('');
      expect(['DE', 'LU', 'NL']).toContain(country);
      expect(role).toBe('processor');
      expect(purposes.length).toBeGreaterThan(0);
    }
  });

  test('one that gets nothing of the person is not named (notice-004)', async () => {
    const { recipients } = await report(await member({ ...NOTICES[4], purposes: ['newsletter-events'] as never }));
    expect(recipients.map(({ name }) => name)).not.toContain('Meldeluchs B.V.');
  });
});

describe('P1, P5: on the command line', () => {
  test.each([
    [[], 'pdf', /^%PDF-/],
    [['--format', 'json'], 'json', /"access-report\/v1"/],
    [['--portable'], 'json', /"portable-data\/v1"/],
    [['--portable', '--format', 'csv', '--language', 'en'], 'csv', /"Garden newsletter"/],
  ])('%j', async (options, ending, beginning) => {
    const person = await member(NOTICES[0]);
    const folder = await mkdtemp(path.join(tmpdir(), 'consent-access-'));
    const out = path.join(folder, `answer.${ending}`);
    const named = ['--site', person.site, '--email', person.email, '--reason', REASON, '--url', system.url];
    expect(await access([...named, ...options, '--out', out])).toBe(0);
    expect((await readFile(out)).toString('latin1')).toMatch(beginning);
    // Nobody else on the machine is to read it.
    expect((await stat(out)).mode & 0o077).toBe(0);
    await rm(folder, { recursive: true });
  });

  test('what cannot be is refused before anything is asked', async () => {
    const named = ['--site', 'notice-000', '--email', 'a@example.org', '--reason', REASON, '--url', system.url];
    await expect(access([...named, '--format', 'csv'])).rejects.toThrow('--format takes json or pdf here');
    await expect(access([...named, '--portable', '--format', 'pdf'])).rejects.toThrow('takes json or csv here');
    expect(await access(['--site', 'no-such-site', ...named.slice(2)])).toBe(1);
  });
});

// Last, as it moves everybody's clock.
describe('P1: what was deleted meanwhile is told as gone, not kept quiet', () => {
  test('the IP after seven days (notice-003)', async () => {
    const person = await member(NOTICES[3]);
    await person.mail(1);
    expect((await report(person)).history[0]?.gone).toEqual([]);
    await system.visitor.advance('P8D');
    const { history, data, storage } = await system.visitor.eventually(
      () => report(person),
      (told) => told.history[0]?.gone.length === 1,
      'the IP was not deleted',
    );
    const { type, at, gone } = history[0]!;
    // Ends are in whole seconds.
    const deletedAt = `${plus(new Date(at), 'P7D').toISOString().slice(0, 19)}.000Z`;
    expect([type, gone]).toEqual(['ConsentRequested', [{ category: 'network', deletedAt }]]);
    expect(data.filter(({ category }) => category === 'network')).toEqual([]);
    expect(storage[1]).toBe('IP-Adresse und Angaben des Browsers: 7 Tage ab dem Schritt, zu dem sie gehören.');
  });
});
