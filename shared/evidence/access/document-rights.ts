import { plain, type Block, type Section } from '../../document/content';
import type { AccessMatter } from './matter';

/** The person's rights, and the authority for complaints. */
export function rights({ report, texts }: AccessMatter): Section {
  return {
    title: report.held ? texts.sections.rights : texts.rightsAlone,
    blocks: [
      { kind: 'list', items: report.rights.map(({ name, article, text }) => `${name} (${article}): ${text}`) },
      paragraph(report.howToUseRights),
      { kind: 'heading', text: texts.complaintTitle },
      paragraph(report.complaint.text),
      { kind: 'heading', text: texts.automatedTitle },
      paragraph(report.automatedDecisions.text),
    ],
  };
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', lines: [plain(text)] });
