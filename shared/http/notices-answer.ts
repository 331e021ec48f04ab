import { assetNotice, noticeHash, purposeNotice, type Notice } from '../policy/notices';
import type { Language, Site } from '../policy/schema';
import { isOffered } from '../policy/offered';
import { ownLanguage } from '../policy/own-language';
import { findSite, inLanguage, type Sites } from '../policy/sites';
import { nearestLanguage } from '../nearest-language';
import { answersOf } from './answering';
import { preflight } from './cors';
import { getNotices } from './operations/get-notices';
import { needOpen } from './need-open';
import { Problem, unknownSite } from './problem';
import type { HttpRequest } from './request';
import type { HttpResponse } from './response';

const PUBLIC = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public, max-age=60' };

/** What a site asks consent for, word for word: what its form is built from. */
export function noticesAnswer(sites: Sites, call: HttpRequest, now: Date): HttpResponse {
  if (call.method === 'OPTIONS') {
    const answer = preflight('GET');
    return { ...answer, headers: { ...answer.headers, ...PUBLIC } };
  }
  const site = findSite(sites, call.params['site']);
  if (!site) throw unknownSite();
  needOpen(site, now);
  const language = nearestLanguage(site.languages, call.query['language'] ?? ownLanguage(site));
  if (!language) throw new Problem(400, 'unknown-language', `The site has ${site.languages.join(' and ')}.`);
  return answersOf(getNotices).json(200, noticesOf(site, language, now), PUBLIC);
}

function noticesOf(site: Site, language: Language, now: Date) {
  const { controller, purposes, assets, fields } = site;
  return {
    site: site.id,
    language,
    languages: site.languages,
    controller: { name: controller.name, privacyNotice: controller.privacyNotice.url },
    // The other purposes rest on a contract or on legitimate interest; no form asks for them.
    purposes: purposes
      .filter((purpose) => purpose.legalBasis === 'consent' && isOffered(purpose, now))
      .map((purpose) => ({
        id: purpose.id,
        name: inLanguage(purpose.name, language),
        legalBasis: purpose.legalBasis,
        ...wordingOf(purposeNotice(site, purpose, language)),
        ...(purpose.requires && { requires: purpose.requires }),
      })),
    assets: assets.map((asset) => ({
      id: asset.id,
      title: inLanguage(asset.title, language),
      ...wordingOf(assetNotice(site, asset, language)),
    })),
    fields: fields.map(({ id, label }) => ({ id, label: inLanguage(label, language) })),
  };
}

function wordingOf(notice: Notice): { version: string; hash: string; text: string } {
  return { version: notice.version, hash: noticeHash(notice), text: notice.text };
}
