import { buildReport } from '../../../shared/evidence/access/build-report';
import { accessContent } from '../../../shared/evidence/access/document';
import type { Bundle } from '../../../shared/evidence/bundle';
import { dossierContent } from '../../../shared/evidence/dossier/dossier';
import type { Language, Site } from '../../../shared/policy/schema';
import { documentIn } from '../../../shared/words/document';
import { textsOf } from '../../evidence/block-texts';
import { heldOf } from '../../evidence/held-sample';

export async function dossiers(site: Site, language: Language, bundles: readonly Bundle[]): Promise<string[]> {
  const contents = await Promise.all(bundles.map((bundle) => dossierContent(bundle, site, language)));
  return [documentIn(language).page(1, 2), ...contents.flatMap(textsOf)];
}

export async function accessReports(site: Site, language: Language, bundles: readonly Bundle[]): Promise<string[]> {
  const { network, ...others } = site.retention;
  const retention = { ...others, network, mails: { keep: 'P1M' }, atEnd: 'anonymise' } as const;
  const now = new Date('2026-11-25T20:00:00.000Z');
  const email = 'erika.müller-lüdenscheidt@example.org';
  const nothing = { entries: [], parts: new Map(), wentAt: new Map(), notices: new Map() };
  const texts = [...bundles.map(heldOf), nothing].map(async (held) => {
    const frame = { site: { ...site, retention }, subject: bundles[0]!.subject, email, language, now };
    return textsOf(await accessContent(buildReport({ ...frame, held }), site));
  });
  return (await Promise.all(texts)).flat();
}
