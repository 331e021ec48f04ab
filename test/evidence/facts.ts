import { factsOf as factsIn } from '../../shared/consent/entry';
import { OWN_RIGHTS } from '../../shared/consent/steps/right-requested';
import { PART_CLASSES } from '../../shared/ledger/part';
import { FRAME } from './frame-facts';
import {
  actor,
  all,
  anyPart,
  at,
  basis,
  confirmed,
  elsewhere,
  fact,
  intersection,
  ip,
  named,
  notAfter,
  noted,
  nothing,
  notices,
  of,
  part,
  steps,
  unasked,
  without,
  type Places,
} from './places';

const analysed: Places = ({ entries }) =>
  entries
    .filter(({ entry }) => factsIn(entry).via !== 'elsewhere')
    .filter(({ entry }) => entry.type !== 'ConsentRequested' && entry.purposes.some(({ id }) => id === 'analysis'))
    .map(at);
/** Sign-ups that nobody confirmed, and what somebody with a link asked for and nobody pressed. */
const unproven: Places = ({ entries }) => {
  const all = entries.map(({ entry }) => entry);
  const isDone = (request: unknown): boolean =>
    all.some((one) => one.type !== 'RightRequested' && one.type !== 'MailSent' && factsIn(one).request === request);
  const isConfirmed = (recordId: unknown): boolean =>
    all.some((one) => one.type === 'ConsentGiven' && one.recordId === recordId);
  return entries
    .filter(
      ({ entry }) =>
        (entry.type === 'RightRequested' && !isDone(entry.facts.request)) ||
        (entry.type === 'ConsentRequested' && entry.actor.kind === 'subject' && !isConfirmed(entry.recordId)),
    )
    .map(at);
};
const proven: Places = (bundle) => actor('subject')(bundle).filter((place) => !unproven(bundle).includes(place));
const shown = (by: string): Places => fact('wordingBy', by);

/** What each sentence of dossier and access report follows from. A sentence that is missing here has no fact. */
export const FACTS: Readonly<Record<string, Places>> = {
  ...FRAME,
  ...all(steps, ['dossier.annex.index', 'dossier.limits.shows.steps', 'access.intro']),
  'dossier.annex.checkpoint': ({ log }) => (log.checkpoint === null ? [] : ['checkpoint']),
  ...all(
    ({ log }) => log.anchors.map(({ checkpoint }) => checkpoint),
    ['dossier.annex.anchor', 'dossier.annex.anchorsIntro', 'dossier.annex.untimed'],
  ),
  'dossier.limits.noTimestamp': ({ log }) =>
    log.anchors.some(({ timestamp }) => timestamp !== null) ? [] : ['no timestamp'],
  'dossier.states.disclosed': anyPart('disclosed'),
  ...all(
    (bundle) => [...anyPart('gone')(bundle), ...anyPart('missing')(bundle)],
    ['dossier.cover.absent', 'dossier.limits.partOf'],
  ),
  ...all(anyPart('gone'), ['dossier.states.gone', 'dossier.absence.gone', 'dossier.limits.gone', 'access.data.gone']),
  ...all(anyPart('missing'), [
    'dossier.states.missing',
    'dossier.absence.missing',
    'dossier.limits.missing',
    'access.data.missing',
  ]),
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
  'statuses.withdrawn.received': (bundle) =>
    (['receivedOn', 'saidAt'] as const).flatMap((name) => intersection(of('ConsentWithdrawn'), fact(name))(bundle)),
  ...all(of('ObjectionRecorded'), ['dossier.cover.objected', 'access.standing.objected', 'access.storage.objection']),
  'statuses.objected.received': (bundle) => intersection(of('ObjectionRecorded'), fact('receivedOn'))(bundle),
  ...noted('ConsentWithdrawn', 'withdrawn'),
  ...noted('ObjectionRecorded', 'objected'),
  'statuses.noObjection': without(of('ObjectionRecorded', 'ObjectionRaised')),
  'statuses.objectionRefused': fact('decision', 'refused'),
  // "Since": an earlier record may have been withdrawn, and the test of several records looks at that.
  'statuses.noWithdrawal': (bundle) => notAfter(bundle, ['ConsentWithdrawn', 'ObjectionRecorded', 'ConsentLapsed']),
  ...all(of('ProcessingRestricted'), ['dossier.cover.restricted', 'statuses.restricted', 'access.standing.restricted']),
  ...all(of('HoldPlaced'), ['dossier.cover.held', 'access.standing.hold', 'access.storage.held']),
  ...all(of('DataErased'), ['dossier.cover.erased', 'access.standing.erased', 'access.standing.kept']),
  'dossier.cover.heldConnections': fact('connections'),
  'access.standing.heldConnections': fact('connections'),
  'stepFacts.connections': fact('connections'),
  ...all(of('ObjectionRaised'), ['statuses.weighed', 'dossier.cover.weighed', 'access.standing.weighed']),
  'stepFacts.decisions.refused': fact('decision', 'refused'),
  ...all(of('ConsentRefused'), ['statuses.refused.on', 'dossier.cover.refused']),
  'statuses.neverConfirmed': (bundle) => unproven(bundle),
  ...all(of('ConsentLapsed'), ['statuses.lapsed', 'dossier.cover.lapsed', 'dossier.cover.bySystem']),
  ...all(fact('movedTo'), ['statuses.moved', 'stepFacts.movedTo', 'dossier.cover.moved']),
  'stepFacts.request': fact('request'),
  'dossier.cover.rectified': of('IdentityRectified'),
  ...Object.fromEntries(OWN_RIGHTS.map((name) => [`stepFacts.rights.${name}`, fact('right', name)])),
  'stepFacts.mails.right-requested': fact('mail', 'right-requested'),
  'stepFacts.mails.objection-decided': fact('mail', 'objection-decided'),
  'stepFacts.mails.still-interested': fact('mail', 'still-interested'),
  'stepFacts.vias.page': fact('via', 'page'),
  'access.standing.suppressed': fact('suppress'),
  'dossier.cover.noRecord': (bundle) => [...nothing(bundle), ...unasked(bundle)],
  'access.noRecords': unasked,
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
  'dossier.limits.showsNot.name': part('details'),
  'dossier.limits.showsNot.validity': basis('consent'),
  ...all(of('MailSent'), ['dossier.limits.showsNot.delivery', 'dossier.mails.intro']),
  ...all(part('mail', 'disclosed'), ['dossier.mails.links', 'access.mails.intro', 'access.mails.links']),
  'dossier.cover.addressAsked': (bundle) =>
    bundle.address === null ? [] : [...nothing(bundle), ...unasked(bundle), ...part('address', 'gone')(bundle)],
  'dossier.mails.notShown': (bundle) => [...part('mail', 'gone')(bundle), ...part('mail', 'missing')(bundle)],
  'dossier.mails.none': without(of('MailSent', 'MailReceived')),
  'access.mails.none': without(part('mail', 'disclosed')),
  'access.automated': without(analysed),
  'access.profiling': analysed,
  'access.origins.import': fact('source', 'import'),
  'access.origins.operator': actor('operator'),
  'access.origins.person': proven,
  'access.unproven': unproven,
  'access.origins.system': actor('system'),
  'access.origins.website': actor('backend'),
  'legalBases.consent.inFull': basis('consent'),
  'legalBases.contract.inFull': basis('contract'),
  ...all(basis('legitimate-interest'), [
    'legalBases.legitimate-interest.name',
    'legalBases.legitimate-interest.inFull',
  ]),
  ...Object.fromEntries(PART_CLASSES.map((name) => [`parts.${name}`, part(name)])),
  ...all(ip, ['stepFacts.ipSources.connection']),
  'stepFacts.noAddress': (bundle) => [...part('network', 'gone')(bundle), ...of('ConsentWithdrawn')(bundle)],
  ...all(part('address', 'disclosed'), ['stepFacts.page', 'stepFacts.pageKnownBy.form']),
  'stepFacts.actors.backend': actor('backend'),
  'stepFacts.actors.operator': actor('operator'),
  'stepFacts.actors.subject': proven,
  'stepFacts.unproven': unproven,
  'stepFacts.actors.system': actor('system'),
  'stepFacts.case': fact('case'),
  'stepFacts.confirmBy': fact('confirmBy'),
  'stepFacts.fetched': fact('fetchedAt'),
  'stepFacts.fetchedBy.same': fact('fetchedBy', 'same'),
  'stepFacts.givenAt': fact('givenAt'),
  'stepFacts.signedUpAt': fact('signedUpAt'),
  'stepFacts.saidAt': fact('saidAt'),
  ...all(fact('via', 'elsewhere'), ['stepFacts.notSaidWhen', 'stepFacts.vias.elsewhere']),
  'dossier.shownBy.nobody': (bundle) => [...fact('via', 'elsewhere')(bundle), ...unasked(bundle)],
  'stepFacts.justifications.existing-customer': fact('justification', 'existing-customer'),
  'stepFacts.mails.confirmation': fact('mail', 'confirmation'),
  'stepFacts.mails.welcome': fact('mail', 'welcome'),
  'stepFacts.messageId': fact('messageId'),
  'stepFacts.privacyNotice': fact('privacyNotice'),
  ...all(fact('proof'), [
    'stepFacts.proof',
    ...['ip', 'sign-up-ip', 'sign-up-time', 'time'].map((one) => `stepFacts.proofs.${one}`),
  ]),
  'stepFacts.receivedOn': fact('receivedOn'),
  'stepFacts.reviewBy': fact('reviewBy'),
  ...all(fact('reportedBy', 'webhook'), ['stepFacts.happenedThere', 'stepFacts.reported.webhook']),
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
        'ConsentLapsed',
        'ConsentRecorded',
        'ConsentRefused',
        'ConsentRequested',
        'ConsentWithdrawn',
        'ContractRecorded',
        'DataErased',
        'EvidenceDisclosed',
        'HoldPlaced',
        'IdentityRectified',
        'LegitimateInterestRecorded',
        'MailSent',
        'ObjectionDecided',
        'ObjectionRaised',
        'ObjectionRecorded',
        'ProcessingRestricted',
        'RightRequested',
      ] as const
    ).map((type) => [`steps.${type}`, of(type)]),
  ),
};

/** What a sentence follows from. */
export const factOf = (key: string): Places | undefined => FACTS[key];
