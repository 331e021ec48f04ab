import { asDigest, asRecord, asSubject } from '../ids';
import { caseEntry } from '../../shared/consent/decide/cases';
import { endContracts } from '../../shared/consent/decide/contract-end';
import { confirm, confirmOrder, isRenewal, renew, request, withdraw } from '../../shared/consent/decide/decisions';
import { confirmDeletion } from '../../shared/consent/decide/deletions';
import { dueMails } from '../../shared/consent/decide/due-mails';
import { bounced, complained } from '../../shared/consent/decide/feedback';
import { choseOften, chooseLanguage } from '../../shared/consent/decide/language';
import { leftThere } from '../../shared/consent/decide/leaving';
import { leftOut } from '../../shared/consent/decide/left-out';
import { confirmedMoves, endOfMoved, movable, movedTo, moveRequest } from '../../shared/consent/decide/moving';
import { optOut } from '../../shared/consent/decide/opt-out';
import { requestRight } from '../../shared/consent/decide/own-rights';
import * as received from '../../shared/consent/decide/received-mail';
import { recordFromElsewhere } from '../../shared/consent/decide/record-decisions';
import { BEGINNING, fold } from '../../shared/consent/fold';
import { identitiesOf } from '../../shared/consent/identity';
import * as inactivity from '../../shared/consent/keep/inactivity';
import { outcomesOf } from '../../shared/consent/keep/outcomes';
import { recordEnds } from '../../shared/consent/keep/record-end';
import { stateAt } from '../../shared/consent/keep/state-at';
import { membershipsOf } from '../../shared/consent/membership';
import { leavable, leftToLater, notUnderstood, perhapsInForce } from '../../shared/consent/not-understood';
import { permissions } from '../../shared/consent/permissions';
import { preferences, presentAddress } from '../../shared/consent/preferences';
import * as processors from '../../shared/consent/processors';
import { noticesIn, understoodEntries } from '../../shared/consent/read-entry';
import { headOf, isKnown, standingOf } from '../../shared/consent/standing';
import { stepType } from '../../shared/consent/steps';
import { taskFor } from '../../shared/processors/task';
import { LIMITS, REQUIRES, signUp } from './model';
import { SITE } from './model-site';
import { OPERATOR_RULES, said, type Rule } from './operator-rules';

const DAY = 24 * 60 * 60 * 1000;
const SHOP = { kind: 'backend', id: 'shop' } as const;

/** What every rule of `shared/consent` says of a history at a moment, by the rule's name. */
export const RULES: Readonly<Record<string, Rule>> = {
  ...OPERATOR_RULES,
  fold: (entries, _, now) => [fold(entries, now), fold(entries, BEGINNING), stateAt(entries, SITE, now)],
  standing: (entries) => standingOf(entries),
  known: (_, all) => [isKnown(all), headOf(all), all.at(-1)?.hash],
  site: (entries) => entries[0]?.site,
  identity: (entries) => identitiesOf(entries),
  permissions: (entries, _, now) => permissions(SITE.purposes, stateAt(entries, SITE, now), standingOf(entries), now),
  audience: (entries, _, now) => membershipsOf(entries, stateAt(entries, SITE, now), SITE.purposes),
  'last change': (entries) => entries.findLast((entry) => stepType(entry).change(entry)),
  'not understood': (_, all) => [
    notUnderstood(all).records,
    perhapsInForce(all, SITE).map(({ id, legalBasis }) => [id, legalBasis]),
  ],
  'left to later': (entries, all) => {
    const seqs = new Set(entries.filter((entry) => !stepType(entry).kept.repeats(entry)).map(({ seq }) => seq));
    return [...leftToLater(all, SITE)].filter((seq) => seqs.has(seq));
  },
  preferences: (entries, all, now) => {
    const address = {
      ...{ subject: asSubject('s'.repeat(22)), entries, state: stateAt(entries, SITE, now) },
      perhaps: perhapsInForce(all, SITE).map(({ id, legalBasis }) => ({ id, legalBasis })),
    };
    return [preferences(SITE, [address]), presentAddress([address]).subject, movedTo(entries)];
  },
  request: (entries, _, now) => request(fold(entries, now), signUp('new', ['news'], now), LIMITS, now),
  confirm: (entries, _, now) => [
    ...ofRecords((id) => confirm(fold(entries, now), id, REQUIRES, now)),
    ...ofRecords((id) => confirmOrder(fold(entries, now), id, now)),
    ...ofRecords((id) => [isRenewal(fold(entries, now), id), renew(fold(entries, now), id, REQUIRES, now)]),
  ],
  withdraw: (entries, all, now) =>
    [[], ['news']].map((purposes) =>
      said(() =>
        withdraw(
          leavable(fold(entries, now), understoodEntries(all), SITE),
          { purposes, requires: REQUIRES, via: 'page' },
          now,
        ),
      ),
    ),
  'left out': (entries, _, now) => fold(entries, now).map((record) => leftOut(record, [{ id: 'news' }], entries)),
  mails: (entries, _, now) =>
    dueMails(stateAt(entries, SITE, now), { welcomes: () => true, mailsPerDay: 3, standing: standingOf(entries) }, now),
  active: (entries, _, now) => [
    ...[undefined, is('news'), is('events')].map((isMeant) => [
      inactivity.lastActive(entries, isMeant),
      inactivity.lastHeardOf(entries, fold(entries, now), isMeant),
      inactivity.openUntil(entries, SITE.retention.inactivity!, isMeant),
      inactivity.dueForInactivity(entries, SITE.retention.inactivity!, now, isMeant && { has: isMeant }),
      [...inactivity.endedByInactivity(entries, isMeant)],
    ]),
  ],
  activity: (entries, _, now) =>
    (['used', 'mailed'] as const).flatMap((what) =>
      [undefined, new Date(now.getTime() - DAY / 2), new Date(now.getTime() - 3 * DAY)].flatMap((at) =>
        [undefined, ['news']].map((purposes) =>
          inactivity.reportActivity(
            entries,
            { actor: SHOP, what, ...(at && { at }), ...(purposes && { purposes }) },
            now,
          ),
        ),
      ),
    ),
  language: (entries, _, now) => [
    choseOften(entries, now),
    ...(['de', 'en'] as const).map((wanted) => chooseLanguage(entries, { site: SITE.id, form: 'de', wanted }, now)),
  ],
  feedback: (entries, _, now) => [
    ...(['permanent', 'transient'] as const).flatMap((bounce) => [
      bounced(entries, { bounce, at: now, actor: SHOP }, now),
      bounced(entries, { bounce, at: now, actor: SHOP, messageId: 'mail-3' }, now),
    ]),
    said(() => complained(entries, { at: now, actor: SHOP }, REQUIRES, now)),
  ],
  leaving: (entries, all, now) => {
    const leaving = { kind: 'unsubscribed', site: SITE.id, processor: 'tool', reportedBy: 'webhook' } as const;
    return leftThere(
      entries,
      { ...leaving, actor: SHOP, at: now, purposes: ['news'] },
      REQUIRES,
      now,
      leavable(fold(entries, now), understoodEntries(all), SITE),
    );
  },
  'opt-out': (entries, all, now) =>
    (['withdrawal', 'objection', 'bounce'] as const).flatMap((kind) =>
      [undefined, new Date(now.getTime() - 2 * DAY).toISOString()].map((saidAt) =>
        optOut(
          entries,
          { site: SITE, requires: REQUIRES, actor: SHOP, kind, purposes: [], saidAt, reference: 'ref' },
          now,
          all,
        ),
      ),
    ),
  recorded: (entries, all, now) =>
    (['consent', 'legitimate-interest', 'contract'] as const).map((legalBasis) =>
      said(() =>
        recordFromElsewhere(
          fold(entries, now),
          entries,
          {
            ...{ site: SITE.id, recordId: asRecord('new'), actor: SHOP, address: asDigest('a'), language: 'de' },
            ...{ legalBasis, purposes: [{ id: 'news', legalBasis, noticeHash: 'n' }], proof: [] },
            givenAt: new Date(now.getTime() - DAY).toISOString(),
          },
          now,
          all,
        ),
      ),
    ),
  moving: (entries, _, now) => [
    said(() => movable(entries, now)),
    said(() =>
      moveRequest(
        entries,
        {
          from: asSubject('t'.repeat(22)),
          purposes: [],
          signUp: signUp('new', ['news'], now),
          mailsPerDay: 3,
        },
        now,
      ),
    ),
    confirmedMoves(entries),
    entries.filter(({ type }) => type === 'ConsentGiven').map((given) => endOfMoved(entries, given, REQUIRES, now)),
  ],
  mail: (entries, _, now) => {
    const mail = { site: SITE.id, messageId: 'mail-1', provenBy: 'sender', now } as const;
    return [
      received.broughtAbout(entries, mail),
      received.caseOpened(entries, mail, { reading: 'unclear', id: 'A' }),
      received.automaticNoted(entries, mail),
      received.consentedSince(entries, new Date(now.getTime() - 2 * DAY)),
      received.isAcknowledged(entries, now),
      caseEntry(entries, 'A'),
    ];
  },
  rights: (entries, _, now) =>
    requestRight(entries, { site: SITE.id, right: 'erasure', request: 'r', facts: {} }, LIMITS, now),
  contract: (entries, _, now) =>
    endContracts(fold(entries, now), { actor: SHOP, purposes: [], endedOn: undefined }, now),
  processors: (entries, all) =>
    SITE.processors.map((processor) => {
      const unseen = notUnderstood(all).records;
      const due = processors.owed(entries, processor, unseen);
      const parts = new Map();
      return [
        due,
        due && taskFor(due, { site: SITE, processor, subject: asSubject('s'.repeat(22)), entries, parts }),
        processors.mayHaveReached(entries, processor),
        processors.informedUpTo(entries, processor),
        processors.reportedUpTo(entries, 'DeletionConfirmed', processor.id),
        processors.awaitedOfUnseen(entries, SITE.processors, unseen),
        entries.find(({ seq }) => seq === processors.informedUpTo(entries, processor))?.at,
      ];
    }),
  awaited: (entries) => [...processors.awaitedUntil(entries, SITE.processors)],
  'deletion there': (entries, all, now) =>
    said(() => confirmDeletion(entries, { site: SITE.id, processor: SITE.processors[0]!, actor: SHOP }, now, all)),
  /** As a receipt names them. */
  wordings: (_, all) =>
    ['r1', 'r2'].map((id) => [...new Set(all.filter((entry) => entry.recordId === id).flatMap(noticesIn))].sort()),
  outcomes: (entries) => outcomesOf(fold(entries, BEGINNING)),
  'ends of records': (entries) => [...recordEnds(entries, SITE)],
};

const is =
  (id: string) =>
  (purpose: string): boolean =>
    purpose === id;

const ofRecords = (decide: (id: ReturnType<typeof asRecord>) => unknown): unknown[] =>
  ['r1', 'r2', 'r3', 'e1', 'x1'].map((id) => said(() => decide(asRecord(id))));
