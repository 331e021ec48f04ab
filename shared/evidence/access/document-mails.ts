import type { Mail } from '../../ledger/part';
import { plain, type Block, type Section } from '../../document/content';
import { decoded } from '../dossier/mails';
import { wordFor } from '../word-for';
import { stepFactsIn } from '../../words/step-facts';
import { fullTime } from '../../words/times';
import { partsIn } from '../../words/parts';
import type { AccessMatter } from './matter';
import type { ReportedData } from './report';

/** The mails of which there is a copy, decoded. */
export async function mails(matter: AccessMatter): Promise<Section> {
  const { report, texts } = matter;
  const kept = report.data.filter(({ category }) => category === 'mail');
  const shown = await Promise.all(kept.map((data) => mailBlocks(matter, data)));
  const intro = kept.length > 0 ? [texts.mails.intro, texts.mails.links] : [texts.mails.none];
  return { title: texts.sections.mails, blocks: [{ kind: 'paragraph', lines: intro.map(plain) }, ...shown.flat()] };
}

async function mailBlocks({ report, texts }: AccessMatter, { step, data }: ReportedData): Promise<Block[]> {
  const { headers, text } = await decoded(data as Mail, texts.mails.facts);
  const sent = report.history.find((other) => other.step === step);
  const words = stepFactsIn(report.language);
  const kind = sent?.facts.mail === undefined ? words.received : wordFor(words.mails, sent.facts.mail);
  const when = sent ? [fullTime(sent.at, report.language)] : [];
  const heading = `${partsIn(report.language).mail}: ${[kind, ...when].join(', ')}`;
  return [
    { kind: 'heading', text: heading },
    { kind: 'facts', facts: headers },
    text === undefined
      ? { kind: 'paragraph', lines: [plain(texts.mails.unreadable)] }
      : { kind: 'quote', text, tone: 'plain' },
  ];
}
