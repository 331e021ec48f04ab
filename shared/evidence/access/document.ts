import type { Site } from '../../policy/schema';
import type { DossierContent, Section } from '../../document/content';
import { draw } from '../../document/draw';
import { cover } from './document-cover';
import { history } from './document-history';
import { mails } from './document-mails';
import { purposes, storage } from './document-records';
import { recipients } from './document-recipients';
import { rights } from './document-rights';
import type { AccessReport } from './report';
import { accessIn } from '../../words/access';

/** What all sections are made from. */
export interface Letter {
  readonly report: AccessReport;
  readonly site: Site;
  readonly texts: ReturnType<typeof accessIn>;
}

/** The report as a letter to the person: PDF/A-3 with the report itself attached for programs. */
export async function accessPdf(report: AccessReport, site: Site): Promise<Buffer> {
  const { attachment: description, replaced } = accessIn(report.language);
  const attachment = { name: 'access-report.json', text: JSON.stringify(report, null, 2), description };
  const { language, at } = report;
  return draw(await accessContent(report, site), { attachment, replaced, language, at: new Date(at) });
}

/** What the letter says. */
export async function accessContent(report: AccessReport, site: Site): Promise<DossierContent> {
  const letter = { report, site, texts: accessIn(report.language) };
  const reference = `${report.site} / ${report.subject}`;
  return { title: letter.texts.title, reference, sections: await sections(letter) };
}

async function sections(letter: Letter): Promise<Section[]> {
  if (!letter.report.held) return [cover(letter), rights(letter)];
  return [
    cover(letter),
    purposes(letter),
    history(letter),
    await mails(letter),
    recipients(letter),
    storage(letter),
    rights(letter),
  ];
}
