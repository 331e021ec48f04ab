import { findSite } from '../../shared/policy/sites';
import { sites } from '../../examples/sites';
import type { AccessReport } from '../../shared/evidence/access/report';
import type { Reading } from '../../shared/ledger/part';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { incident } from '../../cli/incident';
import { keptIn, subjectsIn } from './kept';
import { quiet } from './quiet';
import { Person, startSystem, type System } from './person';

let system: System;

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

/** Somebody who signed up for these purposes, and confirmed. */
async function member(site: string, purposes: readonly string[], language: 'de' | 'en' = 'de'): Promise<Person> {
  const person = new Person(system, site);
  await person.signUp({ purposes, language });
  await person.confirm(1);
  return person;
}

async function report({ site, email }: Person): Promise<AccessReport> {
  const answer = await system.visitor.get(`/v1/sites/${site}/subjects/access`, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      authorization: `Bearer ${await system.visitor.token('compliance')}`,
    },
    body: JSON.stringify({ email, reason: 'A letter of 2 November' }),
  });
  return (await answer.json()) as AccessReport;
}

describe('O10: several authorities and contact addresses are named, each with when and what for', () => {
  /** Whom each notice names, written down a second time. */
  const NAMED = [
    {
      site: 'notice-001',
      purposes: ['newsletter'],
      authorities: {
        'Datenschutzaufsicht Beispielland': 'für den Sitz in Beispielstadt',
        'Autorité exemplaire pour la protection des données': 'für die Niederlassung in Luxemburg',
      },
      contacts: { 'Abmelden und Widerruf': 'abmeldung@notice-001.example' },
    },
    {
      site: 'notice-003',
      purposes: ['newsletter'],
      authorities: {
        'Datenschutzaufsicht Beispielland': 'für Menschen in Deutschland',
        'Autorité exemplaire pour la protection des données': 'für Menschen in Luxemburg',
      },
      contacts: {
        'Fragen zum Newsletter': 'newsletter-service@notice-003.example',
        'Widerruf und Widerspruch': 'widerspruch@notice-003.example',
      },
    },
    {
      site: 'notice-004',
      purposes: ['newsletter-events'],
      authorities: {
        'Datenschutzaufsicht Beispielland': 'für Privatkunden und Unternehmen',
        'Landesbeauftragte für den Datenschutz Musterland': 'für Behörden des Landes Musterland',
      },
      contacts: {
        'Widerspruch gegen Werbung': 'widerspruch@notice-004.example',
        'Daten des Kundenkontos': 'konto@notice-004.example',
      },
    },
  ];

  test.each(NAMED)('$site', async ({ site, purposes, authorities, contacts }) => {
    const person = await member(site, purposes);
    const mail = await person.mail(1);
    const page = await (
      await system.visitor.get(person.link(mail, 'confirm'), { headers: { accept: 'text/html' } })
    ).text();
    const told = await report(person);
    const evidence = await person.evidence();

    for (const [about, email] of Object.entries(contacts)) {
      expect(mail.text).toContain(`${about}: ${email}`);
      expect(page).toContain(about);
      expect(page).toContain(`href="mailto:${email}"`);
    }
    expect(Object.fromEntries(told.contacts.map(({ about, email }) => [about, email]))).toEqual(contacts);
    expect(Object.fromEntries(told.complaint.authorities.map(({ name, appliesTo }) => [name, appliesTo]))).toEqual(
      authorities,
    );
    for (const [name, appliesTo] of Object.entries(authorities)) {
      expect(told.complaint.text).toContain(name);
      expect(told.complaint.text).toContain(`(${appliesTo})`);
    }
    expect(evidence.bundle.controller.supervisoryAuthorities).toEqual(
      findSite(sites, site)?.controller.supervisoryAuthorities,
    );
  });
});

describe('O8: third countries only on adequacy, standard clauses or express consent, and the person is told which', () => {
  test('on standard clauses and adequacy: which, and where to read them (notice-004)', async () => {
    const person = new Person(system, 'notice-004');
    expect(
      await person.report('consents', {
        purposes: ['similar-offers'],
        version: '1',
        source: 'account',
        language: 'de',
      }),
    ).toBe(201);
    const told = await report(person);
    const abroad = told.recipients.find(({ name }) => name === 'Offertenuhu Ltd');
    expect(abroad?.transfers).toMatchObject([
      { country: 'GB', safeguard: 'adequacy-decision', link: null },
      {
        country: 'IN',
        safeguard: 'standard-contractual-clauses',
        link: 'https://www.notice-004.example/standardvertragsklauseln',
      },
    ]);
    expect(told.transfers).toContain('Angemessenheitsbeschluss der Europäischen Kommission, Art. 45 DSGVO');
    expect(told.transfers).toContain('https://www.notice-004.example/standardvertragsklauseln');
    expect(told.transfers).not.toContain('Einwilligung');
  });

  test('on express consent: a purpose of its own, without which nothing is told there (notice-004)', async () => {
    const person = await member('notice-004', ['newsletter-events']);
    await person.told('brieftapir', 1);
    expect(await person.allowed()).toMatchObject({ 'newsletter-events': true, 'webinars-abroad': false });
    expect((await report(person)).recipients.map(({ name }) => name)).not.toContain('Videoqualle Inc.');

    // Asked for by itself, with a wording that names who gets the data and where.
    await person.signUp({ purposes: ['newsletter-events', 'webinars-abroad'], language: 'de' });
    await person.mail(3);
    expect(await person.told('videoqualle', 0)).toEqual([]);
    await person.confirm(3);
    const [subscription] = await person.told('videoqualle', 1);
    expect(subscription?.message.data).toMatchObject({ email: person.email, purposes: [{ allowed: true }] });
    const told = await report(person);
    expect(told.recipients.find(({ name }) => name === 'Videoqualle Inc.')?.transfers).toMatchObject([
      { country: 'US', safeguard: 'express-consent' },
    ]);
    expect(told.transfers).toContain('Vereinigte Staaten (Ihre ausdrückliche Einwilligung, Art. 49 Abs. 1');
    const { bundle } = await person.evidence();
    const wordings = Object.values(bundle.notices).map(({ text }) => text);
    expect(wordings.filter((text) => text.includes('an die Videoqualle Inc. in den USA übermitteln'))).toHaveLength(1);
    const reading = bundle.entries.at(-1)?.parts['reading'] as { data: Reading } | undefined;
    expect(reading?.data.transfers).toContainEqual({
      processor: 'Videoqualle Inc.',
      country: 'US',
      safeguard: 'express-consent',
      purpose: 'webinars-abroad',
    });

    // Withdrawn alone: deleted there, and nowhere else.
    await person.order('withdrawals', { via: 'letter', receivedOn: '2026-01-15', purposes: ['webinars-abroad'] });
    const [, deletion] = await person.told('videoqualle', 2);
    expect(deletion?.message.type).toBe('deletion.requested');
    expect(await person.allowed()).toMatchObject({ 'newsletter-events': true, 'webinars-abroad': false });
  });
});

describe('O11: what an incident needs of connections is exempt until it is settled, without anybody’s address', () => {
  const WHY = ['--label', 'Password guessing', '--review-by', '2099-12-31', '--reason', 'incident of 20 November'];

  /** Somebody whom a website signs up, from an address of their own; nobody confirms it. */
  async function stranger(ip: string): Promise<{ subject: string; person: Person }> {
    const person = new Person(system, 'notice-002');
    const known = new Set(await subjectsIn('Vault', system));
    const answer = await system.visitor.get('/v1/sites/notice-002/signups', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await system.visitor.token('backend')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ email: person.email, purposes: ['newsletter'], source: 'registration', visitor: { ip } }),
    });
    expect(answer.status).toBe(202);
    await person.mail(1);
    const [subject = ''] = (await subjectsIn('Vault', system)).filter((one) => !known.has(one));
    return { subject, person };
  }

  const classesOf = async (subject: string): Promise<string[]> =>
    (await keptIn('Vault', subject, system)).map(({ sk }) => sk.split('#')[1] ?? '').sort();

  async function cli(...args: string[]): Promise<string> {
    const said: string[] = [];
    const out = jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    const state = path.join(tmpdir(), `incident-${process.pid}.json`);
    try {
      expect(await incident([...args, '--site', 'notice-002', '--url', system.url, '--state', state])).toBe(0);
    } finally {
      out.mockRestore();
    }
    return said.join('');
  }

  test('by network and time: of what came from there the connection stays, and nothing else (notice-002)', async () => {
    const began = new Date(Date.now() - 60_000).toISOString();
    const [attacker, other] = [await stranger('198.51.100.77'), await stranger('203.0.113.77')];
    const span = ['--network', '198.51.100.0/24', '--from', began, '--to', '2099-01-01T00:00Z'];
    expect(JSON.parse(await cli('hold', ...span, '--dry-run'))).toEqual({ people: 1, steps: 1 });
    const { case: id } = JSON.parse(await cli('hold', ...span, ...WHY)) as { case: string };

    await quiet(system.visitor);
    // Unconfirmed, everything would be gone a day after the week in which it could be confirmed.
    await system.visitor.advance('P9D');
    await system.visitor.eventually(
      () => keptIn('Vault', other.subject, system),
      (parts) => parts.length === 0,
      'what came from elsewhere was not deleted',
    );
    await system.visitor.eventually(
      () => classesOf(attacker.subject),
      (classes) => classes.join() === 'network,reason',
      'the incident does not keep just the connection',
    );
    expect(JSON.stringify(await keptIn('Vault', attacker.subject, system))).toContain('198.51.100.77');
    expect(JSON.parse(await cli('list'))).toMatchObject([{ case: id, people: 1, steps: 1, reviewBy: '2099-12-31' }]);

    // It can be added to: what comes in later within the span.
    const late = await stranger('198.51.100.78');
    await cli('hold', ...span, ...WHY.slice(2), '--case', id);
    await quiet(system.visitor);
    expect(JSON.parse(await cli('list'))).toMatchObject([{ case: id, people: 2, steps: 2 }]);

    await cli('settle', '--case', id, '--reason', 'incident of 20 November');
    await system.visitor.eventually(
      async () => JSON.stringify(await keptIn('Vault', attacker.subject, system)),
      (parts) => !parts.includes('198.51.100.77'),
      'what the incident does not need any more was not deleted at once',
    );
    expect(JSON.parse(await cli('list'))).toEqual([]);
    // Of the one that still waits for its confirmation the normal end goes on.
    expect(await classesOf(late.subject)).toEqual(expect.arrayContaining(['address', 'network']));
  });
});
