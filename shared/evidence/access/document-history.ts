import { findAsset, inLanguage, purposeName } from '../../policy/sites';
import { faint, plain, type Block, type Cell, type Fact, type Section } from '../../document/content';
import { factLines, said } from '../fact-lines';
import { languageName } from '../code-names';
import { stepFactsIn } from '../../words/step-facts';
import { fullDay, fullTime } from '../../words/times';
import type { Letter } from './document';
import { dataFact } from './document-data';
import type { ReportedData, ReportedStep } from './report';

/** Each step, and everything that is kept of it. */
export function history(letter: Letter): Section {
  const { report, texts } = letter;
  const unfinished = report.data.filter(({ step }) => step === null);
  return {
    title: texts.sections.data,
    blocks: [
      { kind: 'paragraph', lines: [plain(texts.data.intro)] },
      ...report.history.flatMap((step) => stepBlocks(letter, step)),
      ...(unfinished.length > 0 ? [{ kind: 'heading' as const, text: texts.data.unfinished }] : []),
      ...unfinished.map((data): Block => ({ kind: 'facts', facts: [dataFact(letter, data, null)] })),
    ],
  };
}

function stepBlocks(letter: Letter, step: ReportedStep): Block[] {
  const { report, texts } = letter;
  const own = report.data.filter((data) => data.step === step.step);
  const gone = step.gone.map((name) => texts.categories[name as ReportedData['category']] ?? name).join(', ');
  const until = step.until === null ? [] : [plain(fullDay(step.until, report.language))];
  const subject = about(letter, step);
  const facts: Fact[] = [
    ...(subject.length > 0 ? [{ label: texts.data.about, value: subject }] : []),
    ...own.map((data) => dataFact(letter, data, step.until)),
    ...(gone === '' ? [] : [{ label: texts.data.gone, value: [plain(gone)] }]),
    { label: texts.recordFacts.origin, value: [plain(step.originText)] },
    ...(until.length > 0 ? [{ label: texts.recordFacts.deletion, value: until }] : []),
  ];
  return [
    { kind: 'heading', text: `${step.text}, ${fullTime(step.at, report.language)}` },
    { kind: 'facts', facts },
  ];
}

/** What the step was about, and what else it says of itself. */
function about(
  { report: { language }, site }: Letter,
  { type, purposes, asset, facts, language: chosen }: ReportedStep,
): Cell {
  const words = stepFactsIn(language);
  const order = findAsset(site, asset ?? '');
  const lines = [
    ...purposes.map((id) => purposeName(site, id, language)),
    ...(asset === null ? [] : [order ? inLanguage(order.title, language) : asset]),
    ...factLines({ language, site }, facts),
    ...(type === 'LanguageChosen' && chosen !== null ? [words.chosen(languageName(chosen, language))] : []),
  ];
  const faintly = said([
    facts.confirmBy && words.confirmBy(fullTime(facts.confirmBy, language)),
    facts.messageId && words.messageId(facts.messageId),
  ]);
  return [...lines.map(plain), ...faintly.map(faint)];
}
