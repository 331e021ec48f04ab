import type { Identity, Network, Reading, Reason } from '../../ledger/part';
import { inLanguage } from '../../policy/sites';
import { faint, plain, type Cell, type Fact, type Line } from '../../document/content';
import { stepFactsIn } from '../../words/step-facts';
import { fullDay } from '../../words/times';
import type { Letter } from './document';
import type { ReportedData } from './report';

/** A piece of data in full, with its end where that is another than its step's. */
export function dataFact(letter: Letter, data: ReportedData, stepEnds: string | null): Fact {
  const { report, texts } = letter;
  const isEarlier = data.until !== null && data.until !== stepEnds;
  const end = isEarlier ? [faint(texts.storage.until(fullDay(data.until, report.language)))] : [];
  return { label: texts.categories[data.category], value: [...said(letter, data), ...end] };
}

function said(letter: Letter, { category, data }: ReportedData): Cell {
  const { texts } = letter;
  switch (category) {
    case 'identity':
      return identity(letter, data as Identity);
    case 'network':
      return network(letter, data as Network);
    case 'mail':
      return [plain(texts.data.mail(texts.sections.mails))];
    case 'reading':
    case 'reason':
      return [plain(texts.data.reason((data as Reading | Reason).reason))];
  }
}

function identity({ report, site, texts }: Letter, { email, fields = {}, form }: Identity): Line[] {
  const labelOf = (id: string): string => {
    const field = site.fields.find((other) => other.id === id);
    return field ? inLanguage(field.label, report.language) : id;
  };
  return [
    plain(`${texts.data.email}: ${email}`),
    ...Object.entries(fields).map(([id, answer]) => plain(`${labelOf(id)}: ${answer}`)),
    ...(form === undefined ? [] : [faint(`${texts.data.form}: ${form}`)]),
  ];
}

function network({ report, texts }: Letter, { ip, ipSource, userAgent, referrer, fetchedBy }: Network): Line[] {
  const sources = stepFactsIn(report.language).ipSources;
  return [
    plain(`${texts.data.ip}: ${ip} (${sources[ipSource]})`),
    ...(userAgent === undefined ? [] : [plain(`${texts.data.userAgent}: ${userAgent}`)]),
    ...(referrer === undefined ? [] : [plain(`${texts.data.referrer}: ${referrer}`)]),
    ...(fetchedBy === undefined ? [] : [plain(`${texts.data.fetchedBy}: ${Object.values(fetchedBy).join(', ')}`)]),
  ];
}
