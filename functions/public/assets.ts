import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { httpFunction } from '../../shared/http/http-function';
import { pdf, seeOther } from '../../shared/http/response';
import { fold } from '../../shared/consent/fold';
import { spokenLanguage } from '../../shared/consent/decide/language';
import { readHistory } from '../../shared/ledger/ledger';
import { openLink } from '../../shared/links/link';
import { isClosed } from '../../shared/policy/closing';
import { findAsset, findSite } from '../../shared/policy/sites';
import { badLinkPage, busyPage, sayingPage } from '../../shared/web/link-pages';
import { browserLanguage } from '../../shared/http/browser-language';
import { links } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger } from '../deps/tables';
import { linkToLargeFiles } from '../deps/downloads';
import { deployedFile } from '../deps/files';

const deps = { sites, ledger: ledger(sites), links: links() };

const FILES = deployedFile('files');
const PDF = 'application/pdf';

const linkTo = linkToLargeFiles();

/** Hands out a whitepaper: to whoever has the link, once its order was confirmed. */
export const handler = httpFunction(async (call) => {
  const link = await openLink(deps.links, call.params['token'], 'asset');
  if (!link) return badLinkPage(call);
  const now = new Date();
  const { entries } = await readHistory(deps.ledger, link.subject, now);
  const state = fold(entries, now);
  const record = state.find(({ recordId }) => recordId === link.recordId);
  const site = findSite(deps.sites, record?.site);
  const asset = record?.confirmedAt === undefined ? undefined : findAsset(site, record.asset?.id);
  const language = record ? spokenLanguage(entries, record.language) : browserLanguage(site, call);
  if (site && isClosed(site, now)) return sayingPage(410, site, language, 'siteClosed');
  if (!asset) return sayingPage(410, site, language, 'assetGone');
  const large = await linkTo(asset.file, PDF, now);
  return large === undefined ? pdf(await readFile(path.join(FILES, asset.file)), asset.file) : seeOther(large);
}, busyPage);
