import { purposeName } from '../../policy/sites';
import { plain, strong, type Block, type Fact } from '../../document/content';
import { readableAddress } from '../../readable-address';
import { fullDate, fullDay, fullTime } from '../../words/times';
import { countryName, languageName } from '../code-names';
import type { AccessMatter } from './matter';

/** The parties, the status of each purpose, and what else holds for the person. */
export function cover(matter: AccessMatter): { title: string; blocks: Block[] } {
  const { report, texts } = matter;
  const when = fullTime(report.at, report.language);
  const email = readableAddress(report.email);
  const intro = report.held ? texts.intro(email, when) : texts.nothing(email, when);
  const { answers } = report;
  const answering = answers ? [texts.answers(answers.case, fullDate(answers.receivedOn, report.language))] : [];
  const said = [
    intro,
    ...answering,
    texts.scope(report.controller.name),
    ...(report.held ? [texts.cover.programs] : []),
  ];
  return {
    title: texts.title,
    blocks: [
      ...said.map((text): Block => ({ kind: 'paragraph', lines: [plain(text)] })),
      { kind: 'facts', facts: parties(matter) },
      ...verdicts(matter),
      ...standing(matter),
    ],
  };
}

function parties({ report, texts }: AccessMatter): Fact[] {
  const { controller, dataProtectionOfficer: officer, email, subject, at, language } = report;
  const { name, address, country, email: contact, privacyNotice: notice } = controller;
  const labels = texts.cover;
  return [
    { label: labels.email, value: [strong(readableAddress(email))] },
    { label: labels.asOf, value: [plain(fullTime(at, language))] },
    {
      label: labels.controller,
      value: [strong(name), plain(`${address}, ${countryName(country, language)}`), plain(readableAddress(contact))],
    },
    ...report.contacts.map((one): Fact => {
      const { about, email: mailbox, address: post } = one;
      return { label: about, value: [...(post === undefined ? [] : [plain(post)]), plain(readableAddress(mailbox))] };
    }),
    {
      label: labels.officer,
      value: officer
        ? [plain(officer.name), plain(officer.address), plain(readableAddress(officer.email))]
        : [plain(labels.noOfficer)],
    },
    {
      label: labels.notice,
      value: [plain(notice.url), plain(texts.notice(notice.version, fullDay(notice.date, language)))],
    },
    ...(report.held ? [{ label: labels.subject, value: [plain(subject)] }] : []),
  ];
}

/** Each purpose once: in force if it is so in any record, else as it stands in the newest. */
function verdicts({ report }: AccessMatter): Block[] {
  const all = report.records.flatMap(({ purposes }) => purposes);
  const weakestFirst = [...all.filter(({ inForce }) => !inForce), ...all.filter(({ inForce }) => inForce)];
  const counting = new Map(weakestFirst.map((purpose) => [purpose.id, purpose]));
  const blocks = [...counting.values()].map(({ name, statusText: verdict, inForce }): Block => {
    return { kind: 'verdict', name, verdict, inForce };
  });
  return blocks.length > 0 ? [{ kind: 'rule' }, ...blocks] : [];
}

/** One sentence for all that began on a day. */
function weighed(
  { language, standing: now }: AccessMatter['report'],
  site: AccessMatter['site'],
  texts: AccessMatter['texts'],
) {
  const since = now.weighed.map((one) => one.since).sort()[0];
  const names = now.weighed.map(({ purpose }) => purposeName(site, purpose, language)).join(', ');
  return since === undefined ? [] : [texts.standing.weighed(names, fullDay(since, language))];
}

function standing({ report, site, texts }: AccessMatter): Block[] {
  const { language, standing: now } = report;
  const day = (iso: string): string => fullDay(iso, language);
  const names = now.objections.map((id) => purposeName(site, id, language)).join(', ');
  const items = [
    ...(now.restrictedSince === null ? [] : [texts.standing.restricted(day(now.restrictedSince))]),
    ...weighed(report, site, texts),
    ...(names === '' ? [] : [texts.standing.objected(names)]),
    ...now.holds.map(({ case: id, since, reviewBy, connections }) =>
      texts.standing[connections ? 'heldConnections' : 'hold'](id, day(since), day(reviewBy)),
    ),
    ...(now.erasedAt === null ? [] : [texts.standing.erased(day(now.erasedAt)), now.keptText ?? '']),
    ...(now.isSuppressed ? [texts.standing.suppressed] : []),
    ...(now.undeliverableSince === null ? [] : [texts.standing.undeliverable(day(now.undeliverableSince))]),
    // That the request is open which this answers is no news.
    ...now.openCases
      .filter(({ id }) => id !== report.answers?.case)
      .map((one) => texts.standing.openCase(fullDate(one.receivedOn, language))),
    ...(now.language === null ? [] : [texts.standing.language(languageName(now.language, language))]),
  ];
  if (items.length === 0) return [];
  return [
    { kind: 'heading', text: texts.standing.title },
    { kind: 'list', items },
  ];
}
