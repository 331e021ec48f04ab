import { findAsset, inLanguage, purposeName } from '../../policy/sites';
import { faint, plain, type Block, type Cell, type Fact, type Section } from '../../document/content';
import { factLines } from '../fact-lines';
import { said } from '../said';
import { languageName } from '../code-names';
import { partsIn } from '../../words/parts';
import { stepFactsIn } from '../../words/step-facts';
import { fullDay, fullTime } from '../../words/times';
import type { AccessMatter } from './matter';
import { dataFact } from './document-data';
import type { GoneData, ReportedData, ReportedStep } from './report';

/** Each step, with all data that are kept of it. */
export function history(matter: AccessMatter): Section {
  const { report, texts } = matter;
  const unfinished = report.data.filter(({ step }) => step === null);
  return {
    title: texts.sections.data,
    blocks: [
      { kind: 'paragraph', lines: [plain(texts.data.intro)] },
      ...report.history.flatMap((step) => stepBlocks(matter, step)),
      ...(unfinished.length > 0 ? [{ kind: 'heading' as const, text: texts.data.unfinished }] : []),
      ...unfinished.map((data): Block => ({ kind: 'facts', facts: [dataFact(matter, data, null)] })),
    ],
  };
}

function stepBlocks(matter: AccessMatter, step: ReportedStep): Block[] {
  const { report, texts } = matter;
  const own = report.data.filter((data) => data.step === step.step);
  const gone = step.gone.map((data) => goneLine(matter, data));
  const missing = step.missing.map((name) => partsIn(report.language)[name as ReportedData['category']] ?? name);
  const until = step.until === null ? [] : [plain(fullDay(step.until, report.language))];
  const subject = about(matter, step);
  const facts: Fact[] = [
    ...(subject.length > 0 ? [{ label: texts.data.about, value: subject }] : []),
    ...own.map((data) => dataFact(matter, data, step.until)),
    ...(gone.length === 0 ? [] : [{ label: texts.data.gone, value: gone.map(plain) }]),
    ...(missing.length === 0 ? [] : [{ label: texts.data.missing, value: missing.map(plain) }]),
    { label: texts.recordFacts.origin, value: [plain(step.originText)] },
    ...(until.length > 0 ? [{ label: texts.recordFacts.deletion, value: until }] : []),
  ];
  return [
    { kind: 'heading', text: `${step.text}, ${fullTime(step.at, report.language)}` },
    { kind: 'facts', facts },
  ];
}

function goneLine({ report: { language }, texts }: AccessMatter, { category, deletedAt }: GoneData): string {
  const name = partsIn(language)[category as ReportedData['category']] ?? category;
  return texts.data.goneOn(name, fullDay(deletedAt, language));
}

/** The step's purposes and facts. */
function about(
  { report: { language }, site }: AccessMatter,
  { type, purposes, asset, facts, language: chosen }: ReportedStep,
): Cell {
  const words = stepFactsIn(language);
  const order = findAsset(site, asset ?? undefined);
  const lines = [
    ...purposes.map((id) => purposeName(site, id, language)),
    ...(asset === null ? [] : [order ? inLanguage(order.title, language) : asset]),
    ...factLines({ language, site }, ofPerson(facts)),
    ...(type === 'LanguageChosen' && chosen !== null ? [words.chosen(languageName(chosen, language))] : []),
  ];
  const faintly = said([facts.confirmBy && words.confirmBy(fullTime(facts.confirmBy, language))]);
  return [...lines.map(plain), ...faintly.map(faint)];
}

/** Without the numbers by which programs find things; for them there is the attachment. */
function ofPerson({ upTo: _, movedFrom: __, movedTo: ___, ...facts }: ReportedStep['facts']): ReportedStep['facts'] {
  return facts;
}
