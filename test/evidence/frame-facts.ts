import { needRegionInTheEea } from '../../infra/region';
import { sites } from '../../examples/sites';
import { findSite } from '../../shared/policy/sites';
import {
  actor,
  all,
  at,
  basis,
  confirmed,
  elsewhere,
  fact,
  nothing,
  notices,
  of,
  part,
  steps,
  unasked,
  without,
  type Places,
} from './places';

/*
 * What stands around the facts of a person: titles, labels, the site's settings. A heading follows from what stands below it.
 */

const site = findSite(sites, 'demo')!;
const { controller, processors, retention } = site;
const setting =
  (...values: readonly unknown[]): Places =>
  () =>
    values.flatMap((value) => (value === undefined || value === false ? [] : [JSON.stringify(value)]));
const request: Places = ({ request: { operator, reason } }) => [operator, reason];
const records: Places = ({ records }) => records.map(({ recordId }) => recordId);
const several: Places = (bundle) => (bundle.records.length > 1 ? records(bundle) : []);
const ordered: Places = ({ entries }) => entries.filter(({ entry }) => entry.asset).map(at);
const orderAlone: Places = ({ records }) =>
  records.filter(({ purposes, asset }) => asset && purposes.length === 0).map(({ recordId }) => recordId);
const asked = of('ConsentRequested');
const given: Places = (bundle) => [...confirmed(bundle), ...elsewhere(bundle)];
const inStatus =
  (...names: readonly string[]): Places =>
  ({ records }) =>
    records.flatMap(({ purposes }) => purposes.filter(({ status }) => names.includes(status)).map(({ id }) => id));
const unconfirmed: Places = ({ records }) =>
  records.filter(({ confirmedAt }) => confirmedAt === null).map(({ recordId }) => recordId);
const standing = of('ProcessingRestricted', 'HoldPlaced', 'DataErased', 'ObjectionRecorded', 'ObjectionRaised');
const mail = part('mail', 'disclosed');
const network = part('network', 'disclosed');
const fetched = fact('fetchedAt');
const analysed: Places = (bundle) =>
  given(bundle).length > 0 && bundle.records.some(({ purposes }) => purposes.some(({ id }) => id === 'analysis'))
    ? ['analysis']
    : [];
const ended = inStatus('ConsentWithdrawn', 'ConsentExpired', 'ObjectionRecorded', 'ContractEnded');
const inForce = inStatus('ConsentGiven', 'RenewedConsentGiven', 'LegitimateInterestRecorded', 'ContractRecorded');

export const FRAME: Readonly<Record<string, Places>> = {
  ...all(request, ['dossier.title', 'dossier.cover.madeFor', 'dossier.cover.madeForWhom', 'dossier.cover.reason']),
  'dossier.cover.controller': ({ controller: { name } }) => [name],
  ...all(steps, [
    'dossier.sections.timeline',
    'dossier.sections.mails',
    'dossier.sections.limits',
    'dossier.sections.annex',
    'dossier.sections.annexEntries',
    'dossier.timeline.intro',
    'dossier.timeline.columns',
    'dossier.annex.columns',
    'dossier.annex.intro',
    'dossier.limits.showsTitle',
    'dossier.limits.showsNotTitle',
    'dossier.limits.showsNot.truth',
    'dossier.limits.showsNot.page',
  ]),
  ...all(
    ({ log }) => (log.checkpoint === null ? [] : [log.checkpoint]),
    [
      'dossier.cover.check',
      'dossier.cover.checkHow',
      'dossier.sections.annexLog',
      'dossier.sections.annexCheck',
      'dossier.annex.checkIntro',
      'dossier.annex.checks',
    ],
  ),
  'dossier.annex.keys': ({ log }) => [...log.keys],
  'dossier.sections.annexAnchors': ({ log }) => log.anchors.map(({ checkpoint }) => checkpoint),
  // Nobody else attested the times, and no witness cosigned.
  'dossier.limits.copyTitle': ({ log }) =>
    log.witnesses.length === 0 || log.anchors.every(({ timestamp }) => timestamp === null) ? ['no witness'] : [],
  ...all(notices, [
    'dossier.sections.wording',
    'dossier.wordingFacts.version',
    'dossier.wordingFacts.shown',
    'dossier.wordingFacts.hash',
    'dossier.wordingFacts.entries',
    'access.wording',
  ]),
  'dossier.cover.address': part('address'),
  'dossier.cover.name': part('details'),
  ...all(several, ['dossier.cover.recordColumns', 'dossier.cover.recordName', 'dossier.sections.records']),
  'dossier.cover.standing': of('ProcessingRestricted', 'HoldPlaced', 'DataErased', 'ObjectionRaised'),
  ...all(fetched, ['dossier.landing.units.minutes', 'dossier.landing.units.seconds']),
  ...all(mail, [
    'dossier.mails.heading',
    'dossier.mails.facts.entry',
    'dossier.mails.facts.from',
    'dossier.mails.facts.to',
    'dossier.mails.facts.subject',
    'dossier.mails.facts.messageId',
    'access.mails.facts.from',
    'access.mails.facts.to',
    'access.mails.facts.subject',
    'access.data.mail',
  ]),
  ...all(request, ['access.title', 'access.cover.asOf', 'access.cover.email']),
  ...all(setting(controller.name), ['access.cover.controller', 'access.scope']),
  ...all(setting(controller.email, controller.address), ['access.howToUseRights']),
  ...all(setting(controller.dataProtectionOfficer), ['access.cover.officer']),
  ...all(setting(controller.privacyNotice), ['access.cover.notice', 'access.notice']),
  ...all(setting(controller.supervisoryAuthorities), ['access.complaint', 'access.complaintTitle']),
  // What the law gives to everybody.
  ...all(setting('Art. 15 GDPR'), ['access.rights.article', 'access.rights.name', 'access.rights.text']),
  'access.rightsAlone': nothing,
  // Either that there are no profiles or that there are: one of both follows for everybody.
  'access.automatedTitle': (bundle) => [...analysed(bundle), ...without(analysed)(bundle)],
  'access.noDecisions': analysed,
  ...all(steps, [
    'access.cover.programs',
    'access.cover.subject',
    'access.sections.data',
    'access.sections.mails',
    'access.sections.purposes',
    'access.sections.recipients',
    'access.sections.rights',
    'access.sections.storage',
    'access.data.intro',
    'access.furtherTitle',
    'access.furtherPurposes',
  ]),
  'access.record': records,
  ...all(steps, ['access.recordFacts.origin', 'access.recordFacts.deletion']),
  ...all(
    ({ entries }) => entries.filter(({ entry }) => entry.purposes.length > 0 || entry.asset).map(at),
    ['access.data.about'],
  ),
  ...all(
    (bundle) => ['consent', 'contract', 'legitimate-interest'].flatMap((name) => basis(name)(bundle)),
    ['access.recordFacts.basis', 'access.recordFacts.purpose', 'access.recordFacts.status'],
  ),
  'access.recordFacts.confirmed': asked,
  'access.recordFacts.notConfirmed': unconfirmed,
  ...all(elsewhere, ['access.recordFacts.recorded', 'access.recordFacts.given']),
  'access.recordFacts.signedUp': fact('signedUpAt'),
  'access.recordFacts.notDated': (bundle) =>
    elsewhere(bundle).filter((place) => !fact('givenAt')(bundle).includes(`${place}, givenAt`)),
  'access.recordFacts.order': ordered,
  'access.data.gone': (bundle) =>
    bundle.entries.filter(({ parts }) => Object.values(parts).some(({ state }) => state === 'gone')).map(at),
  // The end of each part follows from the rules.
  ...all(
    (bundle) =>
      bundle.entries.filter(({ parts }) => Object.values(parts).some(({ state }) => state === 'gone')).map(at),
    ['access.data.goneOn', 'dossier.cover.goneOn'],
  ),
  ...all(network, ['access.data.ip', 'access.data.userAgent']),
  'access.data.page': ({ entries }) =>
    entries.filter(({ parts: { address: part } }) => part?.state === 'disclosed' && 'page' in part.data).map(at),
  'access.data.reason': part('reading'),
  ...all(setting(processors.length > 0 && processors), [
    'access.recipients.columns',
    'access.recipients.intro',
    'access.recipients.purposes',
  ]),
  'access.recipients.roles.processor': setting(processors.some(({ role }) => role === 'processor')),
  // Nothing can be deployed elsewhere.
  'access.recipients.location': setting(needRegionInTheEea.name),
  'access.transfers.none': setting(processors.every(({ transfers }) => transfers.length === 0)),
  ...all(
    (bundle) => [...actor('operator')(bundle)],
    [
      'access.recipients.readingColumns',
      'access.recipients.readingsIntro',
      'access.recipients.readingsTitle',
      'access.recipients.role',
    ],
  ),
  'access.standing.title': standing,
  'access.storage.accessLog': setting(retention.accessLog),
  'access.storage.enquiries': setting(retention.enquiries),
  'access.storage.log': steps,
  'access.storage.mails': setting(retention.mails),
  'access.storage.details': setting(retention.details),
  'access.storage.network': setting(retention.network),
  'access.storage.told': setting(processors.some(({ connection }) => connection !== undefined)),
  'access.storage.held': of('HoldPlaced'),
  'access.storage.objection': of('ObjectionRecorded'),
  'access.storage.restricted': of('ProcessingRestricted'),
  'access.storage.inForce': inForce,
  'access.storage.ended': ended,
  'access.storage.rule': (bundle) => [...inForce(bundle), ...ended(bundle)],
  'access.storage.unconfirmed': unconfirmed,
  // What was said of or by somebody whom nobody asked goes before the entry, which stays for good.
  'access.storage.until': (bundle) => [
    ...unconfirmed(bundle),
    ...ended(bundle),
    ...fact('via', 'elsewhere')(bundle),
    ...unasked(bundle),
    // Such a hold keeps the step of each reading, and not what was read.
    ...fact('connections')(bundle),
  ],
  ...all(orderAlone, ['access.storage.order', 'access.storage.orderRule']),
};
