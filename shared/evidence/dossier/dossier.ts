import { canonicalJson } from '../../canonical';
import type { Language, Site } from '../../policy/schema';
import { understood, type BundleFile } from '../bundle';
import { annex } from './annex';
import type { DocumentContent } from '../../document/content';
import { cover, furtherRecords } from './cover';
import { limits } from './limits';
import { matterOf, stepNumber } from './names';
import { documentIn } from '../../words/document';
import { dossierIn } from '../../words/dossier';
import { timeline } from './timeline';
import { wording } from './wording';

/**
 * The evidence as a document for people: PDF/A-3 with the bundle itself attached, byte for byte as its file would be.
 * PDFKit and the reader of mails are loaded when the first dossier is made, so that other evidence does not wait for them.
 */
export async function dossier(bundle: BundleFile, site: Site | undefined, language: Language): Promise<Buffer> {
  const [content, { draw }] = await Promise.all([
    dossierContent(bundle, site, language),
    import('../../document/draw'),
  ]);
  const { attachment: description, replaced } = dossierIn(language);
  const attachment = { name: 'evidence.json', text: canonicalJson(bundle), description };
  const { page: pageOf, contents } = documentIn(language);
  return draw(content, { attachment, replaced, at: new Date(bundle.at), language, pageOf, contents });
}

/** What the dossier says. */
export async function dossierContent(
  bundle: BundleFile,
  site: Site | undefined,
  language: Language,
): Promise<DocumentContent> {
  const { mails } = await import('./mails');
  const matter = matterOf(understood(bundle), site, language);
  return {
    title: matter.texts.title,
    reference: referenceOf(bundle),
    // Of whom nothing is recorded there is no more to say.
    sections:
      bundle.entries.length === 0
        ? [cover(matter)]
        : [
            cover(matter),
            ...furtherRecords(matter),
            timeline(matter),
            ...wording(matter),
            await mails(matter),
            limits(matter),
            annex(matter),
          ],
  };
}

/** Site, person, and the step with which the evidence ends. */
function referenceOf(bundle: BundleFile): string {
  const last = bundle.entries.at(-1);
  return [bundle.site, bundle.subject, ...(last ? [stepNumber(last.entry)] : [])].join(' / ');
}
