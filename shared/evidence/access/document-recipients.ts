import { faint, plain, strong, type Block, type Cell, type Column, type Section } from '../../document/content';
import { shortTime } from '../../words/times';
import { countryName } from '../code-names';
import type { AccessMatter } from './matter';
import type { ReportedReading, ReportedRecipient } from './report';

const WIDTHS = [196, 145, 140] as const;
const READING_WIDTHS = [110, 170, 201] as const;

/** The recipients, the place of the data, and the readings. */
export function recipients(matter: AccessMatter): Section {
  const { report, texts } = matter;
  const { intro, none, columns } = texts.recipients;
  const rows = report.recipients.map((recipient) => recipientRow(matter, recipient));
  return {
    title: texts.sections.recipients,
    blocks: [
      paragraph(rows.length > 0 ? intro : none),
      ...(rows.length > 0 ? [table(columns, WIDTHS, rows)] : []),
      paragraph(report.location),
      paragraph(report.transfers),
      { kind: 'heading', text: texts.recipients.readingsTitle },
      ...readings(matter),
    ],
  };
}

function recipientRow({ report, texts }: AccessMatter, recipient: ReportedRecipient): Cell[] {
  const { name, address, country, role, task, purposes } = recipient;
  const what = purposes.length > 0 ? [faint(texts.recipients.purposes(purposes.join(', ')))] : [];
  return [
    [strong(name), plain(`${address}, ${countryName(country, report.language)}`)],
    [plain(task), ...what],
    [plain(texts.recipients.roles[role])],
  ];
}

function readings({ report, texts }: AccessMatter): Block[] {
  const { readingsIntro, noReadings, readingColumns, reasonGone } = texts.recipients;
  if (report.readings.length === 0) return [paragraph(noReadings)];
  const row = ({ at, text, role, reason }: ReportedReading): Cell[] => [
    [plain(shortTime(at, report.language))],
    [plain(text), faint(role)],
    [plain(reason ?? reasonGone)],
  ];
  return [paragraph(readingsIntro), table(readingColumns, READING_WIDTHS, report.readings.map(row))];
}

function table(titles: readonly string[], widths: readonly number[], rows: readonly Cell[][]): Block {
  const columns = titles.map((title, n): Column => ({ title, width: widths[n] ?? 0 }));
  return { kind: 'table', columns, rows };
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', lines: [plain(text)] });
