import { useState } from 'preact/hooks';
import type { EntryType } from '../../shared/consent/steps';
import { fileName } from '../../shared/file-name';
import { csvTable } from '../../shared/evidence/csv-table';
import type { Language } from '../../shared/words/languages';
import { readableDate, shortTime } from '../../shared/words/times';
import type { PersonFile } from '../api';
import { useDesk, type Grant, type Words } from '../context';
import { save } from '../save';

type Step = PersonFile['timeline'][number];

interface TimelineProps {
  readonly grant: Grant;
  /** The person's. */
  readonly id: string;
  readonly steps: readonly Step[];
  readonly names: ReadonlyMap<string, string>;
}

/** What happened, the latest first; of all types or of one. */
export function Timeline({ grant, id, steps, names }: TimelineProps) {
  const { words, language } = useDesk();
  const said = words.timeline;
  const headings = [said.when, said.what, said.purposes, said.by, said.why];
  const [type, setType] = useState('');
  const types = [...new Set(steps.map((step) => step.type))];
  const shown = [...steps].reverse().filter((step) => type === '' || step.type === type);
  const rows = shown.map((step) => cellsOf(step, names, words, language));
  const saveCsv = (): void => {
    const bytes = new TextEncoder().encode(csvTable([headings, ...rows], { language, forSpreadsheets: true }));
    const name = fileName(['timeline', grant.site, id], new Date(), 'csv');
    save({ name, bytes }, 'text/csv;charset=utf-8');
  };
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{said.title}</h2>
      <div class="row no-print">
        <label>
          {said.show}{' '}
          <select value={type} onChange={({ currentTarget }) => setType(currentTarget.value)}>
            <option value="">{said.everything}</option>
            {types.map((one) => (
              <option value={one}>{nameOf(one, words)}</option>
            ))}
          </select>
        </label>
        <button type="button" class="quiet" onClick={() => window.print()}>
          {said.print}
        </button>
        <button type="button" class="quiet" onClick={saveCsv}>
          {said.csv}
        </button>
      </div>
      <Rows headings={headings} rows={rows} />
      <p class="no-print">
        <a href={`/console/${grant.site}/journal?period=year&person=${id}`}>{said.journal}</a>
      </p>
    </section>
  );
}

function Rows({ headings, rows }: { readonly headings: readonly string[]; readonly rows: readonly string[][] }) {
  return (
    <table class="stacked">
      <thead>
        <tr>
          {headings.map((heading) => (
            <th scope="col">{heading}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr>
            {cells.map((cell, n) => (
              <td data-label={headings[n]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Anybody who knows the address, or has a mail that was passed on, can take these: they are not said to be the person's. */
const UNPROVEN: ReadonlySet<string> = new Set(['ConsentRequested', 'RightRequested'] satisfies EntryType[]);

/** A step of a later version has no name here yet. */
const nameOf = (type: string, { steps }: Words): string => (steps as Readonly<Record<string, string>>)[type] ?? type;

function cellsOf(step: Step, names: ReadonlyMap<string, string>, words: Words, language: Language): string[] {
  const { receivedOn, mail, letter, by, reason = '' } = step;
  const said = words.timeline;
  const mailed = mail === undefined ? '' : `: ${words.mails.kinds[mail]}`;
  const received = receivedOn === undefined ? '' : ` (${said.received(readableDate(receivedOn, language))})`;
  return [
    shortTime(step.at, language),
    (letter === undefined ? nameOf(step.type, words) + mailed : words.letterNamed(words.letters[letter])) + received,
    step.purposes.map((id) => names.get(id) ?? id).join(', '),
    by.name ?? (UNPROVEN.has(step.type) ? said.anybody : said.kinds[by.kind]),
    reason,
  ];
}
