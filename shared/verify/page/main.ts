import { parseVerifierKey, parseWitnessKey } from '../note';
import type { Report } from '../report';
import { LANGUAGES, type Language } from '../../words/languages';
import { check, open, type Chosen } from './check';
import { element } from './element';
import { details, verdict } from './result';
import { verifyPageIn } from '../../words/verify-page';

const find = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const input = find<HTMLInputElement>('file');
const key = find<HTMLInputElement>('key');
const witness = find<HTMLInputElement>('witness');
const checkpoint = find<HTMLTextAreaElement>('checkpoint');

const spoken = navigator.language.toLowerCase().split('-')[0];
let language: Language = LANGUAGES.find((known) => known === spoken) ?? 'en';
let chosen: Chosen | undefined;
let report: Report | undefined;

/** Puts all texts of the page into its language. */
function speak(): void {
  const texts = verifyPageIn(language);
  document.documentElement.lang = language;
  document.title = texts.title;
  for (const place of document.querySelectorAll<HTMLElement>('[data-text]')) {
    const text = texts[place.dataset['text'] as keyof typeof texts];
    if (typeof text === 'string') place.textContent = text;
  }
  find('languages').setAttribute('aria-label', texts.language);
  for (const each of LANGUAGES) find(each).setAttribute('aria-pressed', String(each === language));
}

function show(): void {
  const texts = verifyPageIn(language);
  complain(key, !parseVerifierKey(key.value.trim()), texts.keyWrong);
  complain(witness, !parseWitnessKey(witness.value.trim()), texts.witnessWrong);
  const problem = chosen && 'problem' in chosen ? [element('p', { class: 'problem' }, texts[chosen.problem])] : [];
  find('verdict').replaceChildren(...problem, ...(report ? [verdict(report, language)] : []));
  const about = chosen && 'name' in chosen ? [element('p', { class: 'note' }, texts.checked(chosen.name))] : [];
  find('details').replaceChildren(...(report ? [...about, ...details(report, language)] : []));
}

/** Says of a field that what is in it is none, if anything is. */
function complain(field: HTMLInputElement, isNone: boolean, text: string): void {
  const isWrong = isNone && field.value.trim() !== '';
  find(`${field.id}-wrong`).textContent = isWrong ? text : '';
  field.setAttribute('aria-invalid', String(isWrong));
}

async function checkAgain(): Promise<void> {
  report = undefined;
  if (chosen && 'bytes' in chosen) {
    // A slip of the pen beside the field says nothing about the file.
    const keys = [key.value.trim()].filter(parseVerifierKey);
    const witnesses = [witness.value.trim()].filter(parseWitnessKey);
    const kept = checkpoint.value.trim() === '' ? {} : { checkpoint: `${checkpoint.value.trim()}\n` };
    report = await check(chosen.bytes, { keys, witnesses, ...kept });
  }
  show();
}

async function choose(file: File | undefined): Promise<void> {
  if (!file) return;
  find('details').replaceChildren();
  find('verdict').replaceChildren(element('p', {}, verifyPageIn(language).checking));
  chosen = await open(file);
  await checkAgain();
}

function listen(): void {
  const drop = find('drop');
  input.addEventListener('change', () => {
    void choose(input.files?.[0]);
    // So that the same file can be chosen again after it was changed.
    input.value = '';
  });
  for (const name of ['dragover', 'dragleave', 'drop']) {
    document.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.toggle('over', name === 'dragover');
    });
  }
  document.addEventListener('drop', (event) => void choose(event.dataTransfer?.files[0]));
  for (const field of [key, witness, checkpoint]) field.addEventListener('change', () => void checkAgain());
  for (const each of LANGUAGES) {
    find(each).addEventListener('click', () => {
      language = each;
      speak();
      show();
    });
  }
}

find('no-script').hidden = true;
find('tool').hidden = false;
speak();
listen();
