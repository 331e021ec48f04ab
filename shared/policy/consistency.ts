import { endOfDay, plus } from '../calendar';
import { MOST_PURPOSE_LETTERS } from '../purpose-names';
import { EEA_COUNTRIES } from './eea';
import { LANGUAGES, type Localized, type Processor, type Site } from './schema';
import type { Finding } from '../zod';

/** What no single field shows: ids that repeat or lead nowhere, and texts that miss a language. */
export function inconsistencies(site: Site): Finding[] {
  return [
    ...repeated(site.languages, '/languages'),
    ...repeated(ids(site.purposes), '/purposes'),
    ...repeated(ids(site.assets), '/assets'),
    ...repeated(ids(site.fields), '/fields'),
    ...repeated(ids(site.forms), '/forms'),
    ...repeated(ids(site.processors), '/processors'),
    ...tooManyLetters(site),
    ...untranslated(site),
    ...cappedBelowAddress(site),
    ...untoldApart(site),
    ...pointlessSingleOptIns(site),
    ...measuredTwice(site),
    ...measuringNothing(site),
    ...endlessContracts(site),
    ...endlessReviews(site),
    ...closedTooSoon(site),
    ...danglingRequirements(site),
    ...danglingProcessors(site),
    ...outsideTheEea(site),
    ...unconsentedTransfers(site),
    ...withoutRegister(site),
    ...authoritiesUntold(site),
  ];
}

/** A link may name all purposes, and is looked for in mails up to that length. */
function tooManyLetters({ purposes }: Site): Finding[] {
  const detail = `The ids of all purposes together, with a comma between two, have at most ${MOST_PURPOSE_LETTERS} letters.`;
  return ids(purposes).join().length <= MOST_PURPOSE_LETTERS ? [] : [{ pointer: '/purposes', detail }];
}

/** A round is over before the next one begins. */
function endlessReviews({ retention: { review } }: Site): Finding[] {
  const detail = 'What a review finds has to be decided before the next one: less time than "every".';
  const isOver = !review || plus(ANY_DAY, review.deleteWithin) < plus(ANY_DAY, review.every);
  return isOver ? [] : [{ pointer: '/retention/review/deleteWithin', detail }];
}

const ANY_DAY = new Date(0);

const ids = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);

function repeated(values: readonly string[], pointer: string): Finding[] {
  return values
    .filter((value, index) => values.indexOf(value) !== index)
    .map((value) => ({ pointer, detail: `"${value}" is there twice; give each its own.` }));
}

function untranslated(site: Site): Finding[] {
  const texts: [string, Localized][] = [
    ...site.purposes.flatMap((purpose, n): [string, Localized][] => [
      [`/purposes/${n}/name`, purpose.name],
      [`/purposes/${n}/notice/text`, purpose.notice.text],
    ]),
    ...site.assets.flatMap((asset, n): [string, Localized][] => [
      [`/assets/${n}/title`, asset.title],
      [`/assets/${n}/notice/text`, asset.notice.text],
    ]),
    ...site.fields.map((field, n): [string, Localized] => [`/fields/${n}/label`, field.label]),
    ...site.forms.map((form, n): [string, Localized] => [`/forms/${n}/name`, form.name]),
    ...site.processors.map((processor, n): [string, Localized] => [`/processors/${n}/task`, processor.task]),
    ...site.controller.contacts.map(({ about }, n): [string, Localized] => [`/controller/contacts/${n}/about`, about]),
    ...site.controller.supervisoryAuthorities.flatMap(({ appliesTo }, n): [string, Localized][] =>
      appliesTo ? [[`/controller/supervisoryAuthorities/${n}/appliesTo`, appliesTo]] : [],
    ),
  ];
  return texts.flatMap(([pointer, text]) => languageFindings(site, pointer, text));
}

function languageFindings(site: Site, pointer: string, text: Localized): Finding[] {
  return LANGUAGES.flatMap((language) => {
    const wanted = site.languages.includes(language);
    if (wanted === (text[language] !== undefined)) return [];
    const detail = wanted
      ? `The text in "${language}" is missing; the site offers that language.`
      : `There is a text in "${language}", which the site does not offer; add it to /languages or take the text out.`;
    return [{ pointer, detail }];
  });
}

function cappedBelowAddress({
  confirmation: { mailsPerDay },
  limits: { mailsPerMailbox = mailsPerDay },
}: Site): Finding[] {
  const detail = 'A mailbox gets at least as many mails as an address: see confirmation.mailsPerDay.';
  return mailsPerMailbox < mailsPerDay ? [{ pointer: '/limits/mailsPerMailbox', detail }] : [];
}

/** Consents from elsewhere name their wording by its version. */
function untoldApart(site: Site): Finding[] {
  return site.purposes.flatMap((purpose, n) =>
    purpose.earlierNotices.flatMap(({ version, text }, m) => {
      const pointer = `/purposes/${n}/earlierNotices/${m}`;
      const others = [purpose.notice, ...purpose.earlierNotices.slice(0, m)];
      const again = others.some((other) => other.version === version);
      const foreign = LANGUAGES.find((language) => text[language] !== undefined && !site.languages.includes(language));
      return [
        ...(again ? [{ pointer, detail: `There is another wording of version "${version}"; give each its own.` }] : []),
        ...(foreign ? [{ pointer, detail: `There is a text in "${foreign}", which the site does not offer.` }] : []),
      ];
    }),
  );
}

function pointlessSingleOptIns(site: Site): Finding[] {
  const detail = 'Only consent can be given by a single opt-in; take this out.';
  return site.purposes.flatMap(({ legalBasis, singleOptIn }, n) =>
    singleOptIn && legalBasis !== 'consent' ? [{ pointer: `/purposes/${n}/singleOptIn`, detail }] : [],
  );
}

/** A recipient's opens and clicks may be measured or not: there is one answer to that. */
function measuredTwice(site: Site): Finding[] {
  const [, ...others] = site.purposes.filter(({ measures }) => measures);
  const detail = 'Another purpose is about measuring already; a site has at most one.';
  return others.map((purpose) => ({ pointer: `/purposes/${site.purposes.indexOf(purpose)}/measures`, detail }));
}

/** What only measures keeps nothing alive: it falls with the last purpose whose mails it is about. */
function measuringNothing(site: Site): Finding[] {
  const detail = 'Name in `requires` the purposes whose mails are measured: with the last of them this one ends, too.';
  return site.purposes.flatMap(({ measures, requires }, n) =>
    measures && !requires ? [{ pointer: `/purposes/${n}/requires`, detail }] : [],
  );
}

function endlessContracts(site: Site): Finding[] {
  const detail = 'A contract ends when whoever keeps it says so, and not by a date; take this out.';
  return site.purposes.flatMap(({ legalBasis, endsOn }, n) =>
    legalBasis === 'contract' && endsOn !== undefined ? [{ pointer: `/purposes/${n}/endsOn`, detail }] : [],
  );
}

/** What is over is written down the day after, and for 16 days those who mail for the site can be told. */
const LEAST_FOR_EXPORTS = 'P21D';

function closedTooSoon({ closing }: Site): Finding[] {
  if (!closing) return [];
  const detail = `Everything would go before those who mail for the site could be told; leave at least ${LEAST_FOR_EXPORTS}.`;
  const from = endOfDay(closing.lastDay);
  return plus(from, closing.exports) < plus(from, LEAST_FOR_EXPORTS) ? [{ pointer: '/closing/exports', detail }] : [];
}

function danglingRequirements(site: Site): Finding[] {
  return site.purposes.flatMap((purpose, n) =>
    (purpose.requires ?? [])
      .filter((required) => required === purpose.id || !ids(site.purposes).includes(required))
      .map((required) => ({
        pointer: `/purposes/${n}/requires`,
        detail: `"${required}" is no other purpose of this site.`,
      })),
  );
}

function danglingProcessors(site: Site): Finding[] {
  return site.processors.flatMap((processor, n) =>
    processor.purposes
      .filter((purpose) => !ids(site.purposes).includes(purpose))
      .map((purpose) => ({ pointer: `/processors/${n}/purposes`, detail: `"${purpose}" is no purpose of this site.` })),
  );
}

/** Art. 44 GDPR: nothing leaves the EU/EEA unless it is said where to, and on what that rests. */
function outsideTheEea(site: Site): Finding[] {
  return site.processors.flatMap(({ country, transfers }, n) => [
    ...(EEA_COUNTRIES.has(country) || transfers.some((transfer) => transfer.country === country)
      ? []
      : [
          {
            pointer: `/processors/${n}/country`,
            detail: `"${country}" is outside the EU/EEA; name a processor within it, or the safeguard in "transfers".`,
          },
        ]),
    ...transfers.flatMap((transfer, place) =>
      EEA_COUNTRIES.has(transfer.country)
        ? [
            {
              pointer: `/processors/${n}/transfers/${place}/country`,
              detail: `"${transfer.country}" is within the EU/EEA; data get there without being transferred.`,
            },
          ]
        : [],
    ),
  ]);
}

/**
 * Art. 49(1)(a) GDPR: a consent to a transfer is asked for on its own, names who gets the data, and goes with what the processor
 * gets them for.
 */
function unconsentedTransfers(site: Site): Finding[] {
  return site.processors.flatMap((processor, n) =>
    processor.transfers.flatMap((transfer, place) => {
      if (transfer.safeguard !== 'express-consent') return [];
      const found = consentFindings(site, processor, transfer.purpose);
      return found.map((detail) => ({ pointer: `/processors/${n}/transfers/${place}/purpose`, detail }));
    }),
  );
}

function consentFindings(site: Site, processor: Processor, id: string): string[] {
  const purpose = site.purposes.find((one) => one.id === id);
  if (!purpose) return [`"${id}" is no purpose of this site.`];
  if (purpose.legalBasis !== 'consent') return [`"${id}" rests on no consent.`];
  if (site.processors.some(({ purposes }) => purposes.includes(id))) {
    return [`"${id}" is what a processor gets data for; give the consent to the transfer a purpose of its own.`];
  }
  const without = processor.purposes.find((one) => !purpose.requires?.includes(one));
  if (without !== undefined) return [`"${id}" has to require "${without}", as it ends with what it is needed for.`];
  const silent = site.languages.find((language) => !purpose.notice.text[language]?.includes(processor.name));
  return silent ? [`The wording of "${id}" in "${silent}" has to name "${processor.name}".`] : [];
}

/**
 * Legal forms that are in a register, and have to name it in business letters: § 35a GmbHG, § 80 AktG, §§ 125a, 177a
 * HGB, § 25a GenG.
 */
const REGISTERED = /\b(GmbH|gGmbH|mbH|UG|AG|SE|KGaA|KG|OHG|oHG|eG)\b/;

function withoutRegister({ controller: { name, imprint } }: Site): Finding[] {
  if (!REGISTERED.test(name) || imprint.lines.length > 0) return [];
  const detail = 'A firm of this legal form names its seat, register and managers in every mail; say them here.';
  return [{ pointer: '/controller/imprint/lines', detail }];
}

/** Who complains has to know to which of several authorities. */
function authoritiesUntold({ controller: { supervisoryAuthorities: all } }: Site): Finding[] {
  if (all.length === 1) return [];
  const detail = 'There are several authorities; say when it is this one.';
  return all.flatMap(({ appliesTo }, n) =>
    appliesTo ? [] : [{ pointer: `/controller/supervisoryAuthorities/${n}/appliesTo`, detail }],
  );
}
