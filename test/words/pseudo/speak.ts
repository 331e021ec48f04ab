/*
 * Has everything say everything in the language that was added last, and writes it down with all that may stand in it whatever
 * the language: what the site and the sample bring along. Run in a copy that has such a language; see pseudo-language.test.ts.
 */
import PostalMime from 'postal-mime';
import { sites } from '../../../examples/sites';
import { fold } from '../../../shared/consent/fold';
import type { Bundle } from '../../../shared/evidence/bundle';
import { PART_CLASSES } from '../../../shared/ledger/part';
import { LANGUAGES } from '../../../shared/policy/schema';
import { findSite } from '../../../shared/policy/sites';
import { sampleBundle } from '../../evidence/sample-bundle';
import { accessReports, dossiers } from './documents';
import { mails } from './mails';
import { pages } from './pages';
import { dropIn, verifier } from './scripts';

const language = LANGUAGES.at(-1) ?? 'en';

/** Every text in it, however deep. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

async function mailTexts(bundle: Bundle): Promise<string[]> {
  const raws = texts(bundle.entries).filter((text) => /^From:/m.test(text));
  const read = await Promise.all(raws.map((raw) => PostalMime.parse(raw)));
  return read.flatMap(({ subject, text, from, to }) => texts([subject, text?.trimEnd(), from, to]));
}

async function speak(): Promise<object> {
  const demo = findSite(sites, 'demo');
  if (!demo) throw new RangeError('The examples have a demo.');
  const site = { ...demo, languages: [language, ...demo.languages] };
  const bundles = await Promise.all([
    sampleBundle(),
    sampleBundle({ others: 40, withdrawn: false }),
    sampleBundle({ further: 'standing', pending: 2, deleted: [3] }),
    sampleBundle({ further: 'ended', disclose: ['mail'], gone: ['address', 'details'] }),
  ]);
  const [bundle] = bundles;
  const entries = bundle.entries.map(({ entry }) => entry).slice(0, 3);
  const [record] = fold(entries, new Date('2026-11-03T00:00:00Z'));
  if (!record) throw new RangeError('The sample has a record.');
  const own = { ...record, language };
  const notices = {
    language,
    controller: { name: site.controller.name, privacyNotice: site.controller.privacyNotice.url },
    purposes: [{ id: 'p', name: '', version: '1', hash: '', text: '', requires: ['p'] }],
    assets: [{ id: 'a', version: '1', hash: '', text: '' }],
    fields: [{ id: 'f', label: '' }],
  };
  const { page, printed, data } = verifier(language, bundles);
  return {
    said: {
      pages: pages(site, language, own, bundle),
      mails: mails(site, language, own),
      dossier: await dossiers(site, language, bundles),
      'access report': await accessReports(site, language, bundles),
      "verifier's page": page,
      'command line': printed,
      'drop-in form': await dropIn(language, notices),
    },
    data: [
      ...data,
      ...texts(site),
      ...texts(bundles),
      ...(await Promise.all(bundles.map(mailTexts))).flat(),
      ...PART_CLASSES,
    ],
  };
}

void speak().then((spoken) => process.stdout.write(JSON.stringify(spoken)));
