import { Parser } from 'htmlparser2';
import { whole } from '../../integration/page-text';
import type { Bundle } from '../../../shared/evidence/bundle';
import type { RecordState } from '../../../shared/consent/fold';
import { fold } from '../../../shared/consent/fold';
import type { Asked, Preference } from '../../../shared/consent/preferences';
import { receipt } from '../../../shared/evidence/receipt';
import { Problem } from '../../../shared/http/problem';
import type { HttpRequest } from '../../../shared/http/request';
import type { HttpResponse } from '../../../shared/http/response';
import type { Language, Site } from '../../../shared/policy/schema';
import { confirmedPage, confirmPage, endedLinkPage } from '../../../shared/web/confirm-pages';
import { keepPage, keptPage, type KeepView } from '../../../shared/web/keep-pages';
import { badLinkPage, busyPage, noSuchPage, sayingPage, wrongMethodPage } from '../../../shared/web/link-pages';
import { preferencesGonePage, preferencesPage } from '../../../shared/web/preferences-page';
import type { Happened } from '../../../shared/actions/change-preferences';
import { asRecord } from '../../ids';
import type { RightRequest } from '../../../shared/consent/decide/own-rights';
import { OWN_RIGHTS } from '../../../shared/consent/steps/right-requested';
import { exercisedPage, rightPage, usedLinkPage } from '../../../shared/web/right-pages';
import { receiptPage } from '../../../shared/web/receipt-page';
import { signUpProblemPage, signUpSentPage } from '../../../shared/web/sign-up-pages';
import { nothingLeftPage, unsubscribedPage, unsubscribePage } from '../../../shared/web/unsubscribe-pages';

const FIELD = { name: 'landing', value: '' };

/** What a reader sees of a page, but for what it says to be in another language. */
function visible({ body }: HttpResponse, language: Language): string[] {
  const texts: string[] = [];
  const shown = [true];
  const parser = new Parser({
    onopentag: (name, { lang = language }) =>
      shown.push(shown.at(-1) === true && lang === language && name !== 'style'),
    onclosetag: () => void shown.pop(),
    ontext: (text) => void (shown.at(-1) && texts.push(text)),
  });
  parser.end(whole(body).replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
  return texts;
}

function request(site: Site, language: Language): HttpRequest {
  const form = new URLSearchParams([['language', language], ...site.purposes.map(({ id }) => ['purpose', id])] as [
    string,
    string,
  ][]);
  const rest = { method: 'POST', path: '/', routeKey: '', params: {}, sourceIp: '192.0.2.1' };
  return { ...rest, headers: {}, query: { language }, body: Buffer.from(form.toString()) };
}

/** All pages, in all states. */
export function pages(site: Site, language: Language, record: RecordState, bundle: Bundle): string[] {
  const names = site.purposes.map(({ name }) => name.de ?? '');
  const view = { site, language, names };
  const ids = site.purposes.map(({ id }) => id);
  const call = request(site, language);
  const purpose = { id: ids[0] ?? '', isAsset: false, name: names[0] ?? '', wording: names[0] };
  const asset = { ...purpose, isAsset: true };
  const since = '2026-11-02T08:15:30.120Z';
  const over = (['withdrawn', 'refused', 'objected', 'lapsed', 'moved'] as const).map((why) => ({
    id: purpose.id,
    why,
    since,
  }));
  const others = (['unconfirmed', 'unsupported'] as const).map((why) => ({ id: 'analysis', why }));
  const confirming = { ...view, items: [asset, purpose], leftOut: [...over, ...others] };
  const confirmed = { ...confirming, leftOut: [], again: false, receiptUrl: '/' };
  const pointers = [
    '/language',
    '/unknown',
    '/notices/0',
    '/email',
    '/purposes',
    '/fields/firstName',
    ...ids.map((_, n) => `/purposes/${n}`),
  ];
  const errors = pointers.map((pointer) => ({ pointer, detail: 'For developers.' }));
  const sayings = ['expired', 'linkGone', 'assetGone', 'receiptGone', 'keepTooLate', 'siteClosed'] as const;
  const all = [
    confirmPage(confirming, FIELD),
    confirmPage({ ...confirming, items: [asset] }, FIELD),
    confirmPage({ ...confirming, items: [purpose] }, FIELD),
    confirmedPage(confirmed),
    confirmedPage({ ...confirmed, items: [asset], again: true }),
    endedLinkPage(confirming),
    ...keeping({ ...view, restrictedSince: undefined, undeliverableSince: undefined }, since),
    ...[true, false].flatMap((isAnalysis) => {
      const ending = { ...view, isAnalysis, untouched: names, hasContractMail: true };
      return [
        unsubscribePage(ending, FIELD),
        unsubscribedPage({ ...ending, undo: ids, preferencesUrl: '/' }),
        nothingLeftPage(ending),
      ];
    }),
    ...[badLinkPage, noSuchPage, wrongMethodPage].map((made) => made(call)),
    busyPage({ status: 503 }, call),
    ...sayings.map((saying) => sayingPage(410, site, language, saying)),
    signUpSentPage(site, call),
    ...[
      new Problem(422, 'invalid', 'Invalid.', errors),
      new Problem(503, 'busy', 'Busy.'),
      ...['origin', 'unknown-site', 'too-large', 'not-a-form'].map((code) => new Problem(403, code, 'Refused.')),
    ].map((problem) => signUpProblemPage(problem, site, call, { language, purposes: ids })),
    ...preferences(site, language),
    preferencesGonePage(language),
    ...ownData(site, language),
    ...receipts(site, language, record, bundle),
  ];
  return all.flatMap((page) => visible(page, language));
}

function keeping(view: KeepView, since: string): HttpResponse[] {
  const until = new Date(since);
  const question = { until, addressGone: until, isLate: false, isHeld: true, hasContract: true };
  return [
    keepPage(view, question, FIELD),
    keepPage(view, { ...question, isLate: true }, FIELD),
    keepPage({ ...view, restrictedSince: since, undeliverableSince: since }, question, FIELD),
    keptPage(view),
    keptPage({ ...view, isAnswer: true }),
  ];
}

function preferences(site: Site, language: Language): HttpResponse[] {
  const statuses: Preference['status'][] = ['on', 'resting', 'waiting', 'off', 'objected'];
  const since = '2026-11-02T08:15:30.120Z';
  const choices = statuses.flatMap((status) =>
    (['consent', 'legitimate-interest'] as const).map((legalBasis) => ({
      ...{ id: site.purposes[0]?.id ?? '', status, legalBasis, since, receiptUrl: '/' },
    })),
  );
  const asked: Asked[] = ['asked', 'lately', 'enough', 'unknown'];
  const purposes = [site.purposes[0]?.id ?? ''];
  const happened: (Happened | undefined)[] = [
    undefined,
    { ended: purposes },
    { ended: [] },
    { ended: [], lacking: ['analysis'] },
    { ended: [], hasNewLanguage: true },
    ...(['asked', 'invalid'] as const).map((right) => ({ ended: [], right })),
    ...asked.map((outcome) => ({ ended: [], asked: { purposes, outcome } })),
  ];
  const standing = { restrictedSince: since, undeliverableSince: since, hasContractMail: true };
  const view = { site, language, ...standing, landing: FIELD, isClosed: false };
  return happened.flatMap((what) => [
    preferencesPage({ ...view, choices, isReachable: true, hasRecords: true, happened: what }),
    preferencesPage({ ...view, choices: [], isReachable: false, hasRecords: false, happened: what }),
    preferencesPage({ ...view, choices: [], isReachable: true, hasRecords: true, happened: what, isClosed: true }),
  ]);
}

function ownData(site: Site, language: Language): HttpResponse[] {
  const until = '2026-11-02T08:15:30.120Z';
  const against = {
    holds: [{ case: 'c', since: until, reviewBy: '2026-11-02' }],
    duties: [{ recordId: asRecord('r'), until }],
    contracts: ['r'],
  };
  const nothing = { holds: [], duties: [], contracts: [] };
  const kinds = ['erased', 'corrected', 'asked', 'unchanged', 'not-movable'] as const;
  return OWN_RIGHTS.flatMap((right) => {
    const request = { facts: { right, request: 'q', confirmBy: until } } as RightRequest;
    const view = {
      site,
      language,
      request,
      state: 'open',
      against,
      fields: {},
      newEmail: '',
      now: new Date(until),
    } as const;
    return [
      rightPage(view, FIELD, true),
      rightPage({ ...view, against: nothing }, FIELD),
      rightPage({ ...view, site: { ...site, fields: [] } }, FIELD),
      usedLinkPage({ ...view, state: 'done' }),
      usedLinkPage({ ...view, state: 'over' }),
      ...kinds.flatMap((kind) => [
        exercisedPage(view, { kind }),
        exercisedPage({ ...view, against: nothing }, { kind }),
      ]),
    ];
  });
}

function receipts(site: Site, language: Language, record: RecordState, bundle: Bundle): HttpResponse[] {
  const entries = bundle.entries.map(({ entry }) => ({ ...entry, language })).slice(0, 3);
  const sources = { notices: new Map(Object.entries(bundle.notices)), log: { ...bundle.log, index: null } };
  const made = receipt({ entries, site, ...sources });
  const [now = record] = fold(entries, new Date('2026-11-03T00:00:00Z'));
  const since = (status: 'ConsentWithdrawn' | 'ConsentExpired'): RecordState => {
    const purposes = now.purposes.map((purpose) => ({ ...purpose, status, since: '2027-01-01T00:00:00.000Z' }));
    return { ...now, purposes };
  };
  return [now, since('ConsentWithdrawn'), since('ConsentExpired')].map((then) => receiptPage(site, made, then));
}
