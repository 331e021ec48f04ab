import { findSite } from '../../shared/policy/sites';
import { sites } from '../../examples/sites';
import type { AccessReport } from '../../shared/evidence/access/report';
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
