import { factsOf, type Facts } from '../../shared/consent/entry';
import type { EntryType } from '../../shared/consent/steps';
import type { PartClass } from '../../shared/ledger/part';
import { all, at, intersection, notAfter, type Places } from './places';

const of =
  (...types: EntryType[]): Places =>
  ({ entries }) =>
    entries.filter(({ entry }) => types.includes(entry.type)).map(at);
const fact =
  (name: keyof Facts, value?: unknown): Places =>
  ({ entries }) =>
    entries
      .filter(({ entry }) => {
        const found = factsOf(entry)[name];
        return value === undefined ? found !== undefined : found === value;
      })
      .map((step) => `${at(step)}, ${name}`);
const part =
  (name: PartClass, state?: string): Places =>
  ({ entries }) =>
    entries
      .filter(({ parts }) => parts[name] && (state === undefined || parts[name].state === state))
      .map((step) => `${at(step)}, part ${name}`);
const anyPart =
  (state: string): Places =>
  ({ entries }) =>
    entries.filter(({ parts }) => Object.values(parts).some((one) => one.state === state)).map(at);
const actor =
  (kind: string): Places =>
  ({ entries }) =>
    entries.filter(({ entry }) => entry.actor.kind === kind).map(at);
const basis =
  (name: string): Places =>
  ({ entries }) =>
    entries.filter(({ entry }) => entry.purposes.some(({ legalBasis }) => legalBasis === name)).map(at);
const named: Places = ({ entries }) => entries.filter(({ entry }) => entry.purposes.length > 0 || entry.asset).map(at);
const ip: Places = part('network', 'disclosed');
const notices: Places = ({ notices }) => Object.keys(notices);
const steps: Places = ({ entries }) => entries.map(at);
const nothing: Places = ({ entries }) => (entries.length === 0 ? ['no entry'] : []);
const without =
  (places: Places): Places =>
  (bundle) =>
    places(bundle).length === 0 ? ['no such entry'] : [];
/** A heading, a label, the settings of the site, how the system works: said of no person. */
const general: Places = () => ['general'];
const confirmed = of('ConsentGiven', 'RenewedConsentGiven');
const elsewhere = of('ConsentRecorded', 'LegitimateInterestRecorded', 'ContractRecorded');
const analysed: Places = ({ entries }) =>
  entries
    .filter(({ entry }) => entry.type !== 'ConsentRequested' && entry.purposes.some(({ id }) => id === 'analysis'))
    .map(at);
const shown = (by: string): Places => fact('wordingBy', by);

/** What each sentence of dossier and access report follows from. A sentence that is missing here has no fact. */
export const FACTS: Readonly<Record<string, Places>> = {
  ...all(general, [
    'dossier.title',
    'dossier.sections',
    'dossier.timeline.intro',
    'dossier.timeline.columns',
    'dossier.wordingFacts',
    'dossier.annex.columns',
    'dossier.annex.checkIntro',
    'dossier.annex.checks',
    'dossier.annex.intro',
    'dossier.annex.keys',
    'dossier.cover.check',
    'dossier.cover.checkHow',
    'dossier.cover.controller',
    'dossier.cover.madeFor',
    'dossier.cover.madeForWhom',
    'dossier.cover.reason',
    'dossier.cover.standing',
    'dossier.cover.recordColumns',
    'dossier.cover.recordName',
    'dossier.cover.address',
    'dossier.cover.name',
    'dossier.cover.person',
    'dossier.limits.showsTitle',
    'dossier.limits.showsNotTitle',
    'dossier.limits.copyTitle',
    'dossier.limits.showsNot.truth',
    'dossier.limits.showsNot.page',
    'dossier.landing.units',
    'dossier.mails.facts',
    'dossier.mails.heading',
    'access.title',
    'access.sections',
    'access.cover',
    'access.scope',
    'access.notice',
    'access.data',
    'access.recordFacts',
    'access.rights',
    'access.rightsAlone',
    'access.howToUseRights',
    'access.complaint',
    'access.complaintTitle',
    'access.automatedTitle',
    'access.noDecisions',
    'access.furtherTitle',
    'access.furtherPurposes',
    'access.mails.facts',
    'access.recipients',
    'access.transfers',
    'access.standing.title',
    'access.storage',
    'access.record',
    'access.wording',
  ]),
  ...all(steps, ['dossier.annex.index', 'dossier.limits.shows.steps', 'access.intro']),
  'dossier.annex.checkpoint': ({ log }) => (log.checkpoint === null ? [] : ['checkpoint']),
  ...all(
    ({ log }) => log.anchors.map(({ checkpoint }) => checkpoint),
    ['dossier.annex.anchor', 'dossier.annex.anchorsIntro', 'dossier.annex.untimed'],
  ),
  'dossier.limits.noTimestamp': ({ log }) =>
    log.anchors.some(({ timestamp }) => timestamp !== null) ? [] : ['no timestamp'],
  'dossier.states.disclosed': anyPart('disclosed'),
  ...all(anyPart('gone'), ['dossier.states.gone', 'dossier.absence.gone', 'dossier.limits.gone', 'access.data.gone']),
  'dossier.absence.none': ({ entries }) =>
    entries.filter(({ entry, parts }) => entry.actor.kind === 'subject' && !('network' in parts)).map(at),
  ...all(confirmed, [
    'dossier.cover.doubleOptIn',
    'dossier.limits.shows.confirmation',
    'dossier.limits.showsNot.mailbox',
    'dossier.limits.showsNot.button',
    'dossier.verdicts.ordered',
    'statuses.given',
  ]),
  ...all(of('ConsentRequested'), [
    'dossier.cover.requested',
    'dossier.cover.confirmed',
    'dossier.cover.notConfirmed',
    'statuses.expired',
  ]),
  ...all(elsewhere, ['dossier.cover.notAsked', 'dossier.shownBy.source', 'dossier.cover.record']),
  'dossier.cover.record': named,
  ...all(of('ConsentRecorded'), [
    'dossier.cover.elsewhere',
    'dossier.cover.recorded',
    'dossier.limits.elsewhere',
    'statuses.elsewhereUndated',
  ]),
  'statuses.elsewhere': fact('givenAt'),
  ...all(of('LegitimateInterestRecorded'), [
    'dossier.cover.legitimateInterest',
    'dossier.limits.legitimateInterest',
    'statuses.interest',
  ]),
  'dossier.cover.relied': of('LegitimateInterestRecorded', 'ContractRecorded'),
  ...all(of('ContractRecorded'), ['dossier.cover.contract', 'dossier.limits.contract', 'statuses.contract']),
  ...all(of('ConsentWithdrawn'), ['dossier.cover.withdrawn', 'statuses.withdrawn.on']),
  'statuses.withdrawn.received': (bundle) => intersection(of('ConsentWithdrawn'), fact('receivedOn'))(bundle),
  ...all(of('ObjectionRecorded'), ['dossier.cover.objected', 'access.standing.objected', 'access.storage.objection']),
  'statuses.objected.received': (bundle) => intersection(of('ObjectionRecorded'), fact('receivedOn'))(bundle),
  'statuses.noObjection': without(of('ObjectionRecorded')),
  // "Since": an earlier record may have been withdrawn, and the test of several records looks at that.
  'statuses.noWithdrawal': (bundle) => notAfter(bundle, ['ConsentWithdrawn', 'ObjectionRecorded', 'ConsentLapsed']),
  ...all(of('ProcessingRestricted'), ['dossier.cover.restricted', 'statuses.restricted', 'access.standing.restricted']),
  ...all(of('HoldPlaced'), ['dossier.cover.held', 'access.standing.hold', 'access.storage.held']),
  ...all(of('DataErased'), ['dossier.cover.erased', 'access.standing.erased', 'access.standing.kept']),
  'access.standing.suppressed': fact('suppress'),
  'dossier.cover.noRecord': nothing,
  'access.nothing': nothing,
  'dossier.cover.takenBy.backend': actor('backend'),
  'dossier.cover.takenBy.operator': actor('operator'),
  ...all(notices, [
    'dossier.cover.wordingInFull',
    'dossier.cover.wordingOf',
    'dossier.wordingIntro',
    'dossier.limits.shows.wording',
  ]),
  'dossier.shownBy.form': shown('form'),
  'dossier.shownBy.page': shown('confirmation-page'),
  'dossier.landing.opened': fact('fetchedAt'),
  'dossier.limits.shows.ending': named,
  'dossier.limits.showsNot.address': part('network'),
  'dossier.limits.showsNot.name': part('identity'),
  'dossier.limits.showsNot.validity': basis('consent'),
  ...all(of('MailSent'), ['dossier.limits.showsNot.delivery', 'dossier.mails.intro']),
  ...all(part('mail', 'disclosed'), ['dossier.mails.links', 'access.mails.intro']),
  'dossier.mails.notShown': part('mail', 'gone'),
  'dossier.mails.none': without(of('MailSent', 'MailReceived')),
  'access.mails.none': without(part('mail', 'disclosed')),
  'access.automated': without(analysed),
  'access.profiling': analysed,
  'access.origins.import': fact('source', 'import'),
  'access.origins.operator': actor('operator'),
  'access.origins.person': actor('subject'),
  'access.origins.system': actor('system'),
  'access.origins.website': actor('backend'),
  'legalBases.consent': basis('consent'),
  'legalBases.contract': basis('contract'),
  'legalBases.legitimate-interest': basis('legitimate-interest'),
  ...Object.fromEntries(
    (['identity', 'network', 'mail', 'reading', 'reason'] as const).map((name) => [`parts.${name}`, part(name)]),
  ),
  ...all(ip, ['stepFacts.ipSources.connection']),
  'stepFacts.noAddress': (bundle) => [...part('network', 'gone')(bundle), ...of('ConsentWithdrawn')(bundle)],
  ...all(part('identity', 'disclosed'), ['stepFacts.page', 'stepFacts.pageKnownBy.form']),
  'stepFacts.actors.backend': actor('backend'),
  'stepFacts.actors.operator': actor('operator'),
  'stepFacts.actors.subject': actor('subject'),
  'stepFacts.actors.system': actor('system'),
  'stepFacts.case': fact('case'),
  'stepFacts.confirmBy': fact('confirmBy'),
  'stepFacts.fetched': fact('fetchedAt'),
  'stepFacts.fetchedBy.same': fact('fetchedBy', 'same'),
  'stepFacts.givenAt': fact('givenAt'),
  'stepFacts.signedUpAt': fact('signedUpAt'),
  'stepFacts.saidAt': fact('saidAt'),
  ...all(fact('via', 'elsewhere'), ['dossier.shownBy.nobody', 'stepFacts.notSaidWhen', 'stepFacts.vias.elsewhere']),
  'stepFacts.justifications.existing-customer': fact('justification', 'existing-customer'),
  'stepFacts.mails.confirmation': fact('mail', 'confirmation'),
  'stepFacts.mails.welcome': fact('mail', 'welcome'),
  'stepFacts.messageId': fact('messageId'),
  'stepFacts.privacyNotice': fact('privacyNotice'),
  ...all(fact('proof'), ['stepFacts.proof', 'stepFacts.proofs']),
  'stepFacts.receivedOn': fact('receivedOn'),
  'stepFacts.reviewBy': fact('reviewBy'),
  'stepFacts.sources.account': fact('source', 'account'),
  'stepFacts.sources.import': fact('source', 'import'),
  'stepFacts.sources.registration': fact('source', 'registration'),
  'stepFacts.suppressed': fact('suppress', true),
  'stepFacts.vias.letter': fact('via', 'letter'),
  'stepFacts.vias.one-click': fact('via', 'one-click'),
  'stepFacts.wordingBy.confirmation-page': shown('confirmation-page'),
  'stepFacts.wordingBy.form': shown('form'),
  ...Object.fromEntries(
    (
      [
        'ConsentGiven',
        'ConsentRecorded',
        'ConsentRequested',
        'ConsentWithdrawn',
        'ContractRecorded',
        'DataErased',
        'EvidenceDisclosed',
        'HoldPlaced',
        'LegitimateInterestRecorded',
        'MailSent',
        'ObjectionRecorded',
        'ProcessingRestricted',
      ] as const
    ).map((type) => [`steps.${type}`, of(type)]),
  ),
};

/** What a sentence follows from: by its own key, or by that of its group where the whole group is general. */
export function factOf(key: string): Places | undefined {
  const names = key.split('.');
  const keys = names.map((_, n) => names.slice(0, names.length - n).join('.'));
  return keys.map((name) => FACTS[name]).find((places) => places !== undefined);
}
