import type { Site } from '../../policy/schema';
import type { DocumentContent, Section } from '../../document/content';
import { draw } from '../../document/draw';
import { cover } from './document-cover';
import { history } from './document-history';
import { mails } from './document-mails';
import { purposes, storage } from './document-records';
import { recipients } from './document-recipients';
import { rights } from './document-rights';
import type { AccessMatter } from './matter';
import type { AccessReport } from './report';
import { documentIn } from '../../words/document';
import { accessIn } from '../../words/access';

/** The report as a letter to the person: PDF/A-3 with the report itself attached for programs. */
export async function accessPdf(report: AccessReport, site: Site): Promise<Buffer> {
  const { attachment: description, replaced } = accessIn(report.language);
  const attachment = { name: 'access-report.json', text: JSON.stringify(report, null, 2), description };
  const { language, at } = report;
  const { page: pageOf, contents } = documentIn(language);
  return draw(await accessContent(report, site), {
    attachment,
    replaced,
    language,
    pageOf,
    contents,
    at: new Date(at),
  });
}

/** The content of the letter. */
export async function accessContent(report: AccessReport, site: Site): Promise<DocumentContent> {
  const matter = { report, site, texts: accessIn(report.language) };
  const reference = `${report.site} / ${report.subject}`;
  return { title: matter.texts.title, reference, sections: await sections(matter) };
}

async function sections(matter: AccessMatter): Promise<Section[]> {
  if (!matter.report.held) return [cover(matter), rights(matter)];
  return [
    cover(matter),
    purposes(matter),
    history(matter),
    await mails(matter),
    recipients(matter),
    storage(matter),
    rights(matter),
  ];
}
