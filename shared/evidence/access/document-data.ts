import type { Address, Details, Network, Reading, Reason } from '../../ledger/part';
import { inLanguage } from '../../policy/sites';
import { faint, plain, type Cell, type Fact, type Line } from '../../document/content';
import { partsIn } from '../../words/parts';
import { stepFactsIn } from '../../words/step-facts';
import { fullDay } from '../../words/times';
import { readableAddress } from '../../readable-address';
import type { AccessMatter } from './matter';
import type { ReportedData } from './report';

/** A piece of data in full, with its end where that is another than its step's. */
export function dataFact(matter: AccessMatter, data: ReportedData, stepEnds: string | null): Fact {
  const { report, texts } = matter;
  const isEarlier = data.until !== null && data.until !== stepEnds;
  const end = isEarlier ? [faint(texts.storage.until(fullDay(data.until, report.language)))] : [];
  return { label: partsIn(report.language)[data.category], value: [...said(matter, data), ...end] };
}

function said(matter: AccessMatter, { category, data }: ReportedData): Cell {
  const { texts } = matter;
  switch (category) {
    case 'address':
      return address(matter, data as Address);
    case 'details':
      return details(matter, data as Details);
    case 'network':
      return network(matter, data as Network);
    case 'mail':
      return [plain(texts.data.mail(texts.sections.mails))];
    case 'reading':
      return [plain(texts.data.reason((data as Reading).reason))];
    case 'reason': {
      const { reason, label } = data as Reason;
      // Its label says that it is the reason.
      return [plain(reason), ...(label === undefined ? [] : [plain(texts.data.label(label))])];
    }
  }
}

function address({ report, texts }: AccessMatter, { email, page }: Address): Line[] {
  return [
    plain(readableAddress(email)),
    ...(page
      ? [faint(`${texts.data.page}: ${page.url} (${stepFactsIn(report.language).pageKnownBy[page.knownBy]})`)]
      : []),
  ];
}

function details({ report, site }: AccessMatter, { fields }: Details): Line[] {
  const labelOf = (id: string): string => {
    const field = site.fields.find((other) => other.id === id);
    return field ? inLanguage(field.label, report.language) : id;
  };
  return Object.entries(fields).map(([id, answer]) => plain(`${labelOf(id)}: ${answer}`));
}

function network({ report, texts }: AccessMatter, { ip, ipSource, userAgent, fetchedBy, signedUpBy }: Network): Line[] {
  const sources = stepFactsIn(report.language).ipSources;
  return [
    ...(ip === undefined ? [] : [plain(`${texts.data.ip}: ${ip} (${sources[ipSource]})`)]),
    ...(userAgent === undefined ? [] : [plain(`${texts.data.userAgent}: ${userAgent}`)]),
    ...(signedUpBy === undefined ? [] : [plain(`${texts.data.signedUpBy}: ${Object.values(signedUpBy).join(', ')}`)]),
    ...(fetchedBy === undefined ? [] : [plain(`${texts.data.fetchedBy}: ${Object.values(fetchedBy).join(', ')}`)]),
  ];
}
