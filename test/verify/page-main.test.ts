import { readFileSync } from 'node:fs';
import path from 'node:path';
import { verifierKey } from '../../shared/log/note';
import { BODY, TITLE } from '../../shared/verify/page/document';
import { LANGUAGES, type Language } from '../../shared/words/languages';
import { localeIn } from '../../shared/words/locale';
import { verifyIn } from '../../shared/words/verify';
import { verifyPageIn } from '../../shared/words/verify-page';
import { sampleBundle, SIGNER } from '../evidence/sample-bundle';
import { testWitness } from '../log/witness-key';
import { FakeElement, pretendToBeABrowser } from '../words/pseudo/fake-dom';
import { fileOf } from './forge';
import { STRANGER_KEY } from './stranger';

/* What happens on the page that checks evidence, without a browser: `test/browser/verify.test.ts` has one. */

const KEY = verifierKey(SIGNER);
const WITNESS = testWitness('witness.example/w1', 21);
const CLOSING = readFileSync(path.join(__dirname, '../golden/v1/closing.json'), 'utf8');

type Listener = (event: object) => void;
/** An element that the page has from the beginning. */
class Place extends FakeElement {
  hidden = false;
  files: readonly File[] | undefined;
  readonly marks = new Map<string, boolean>();
  override readonly classList = {
    toggle: (name = '', on = false): void => void this.marks.set(name, on),
  };

  constructor(
    readonly id: string,
    value = '',
  ) {
    super('div');
    Object.defineProperty(this, 'value', { value, writable: true });
  }
  type(text: string): void {
    Object.assign(this, { value: text });
    this.hear('change');
  }
  hear(name: string): void {
    this.listeners.get(name)?.({ preventDefault: () => undefined });
  }
}

const places = new Map<string, Place>();
const texts = [...BODY.matchAll(/data-text="(\w+)"/g)].map(([, name = '']) => {
  const place = new Place('');
  place.setAttribute('data-text', name);
  Object.assign(place.dataset, { text: name });
  return place;
});
const listeners: [string, Listener][] = [];
const root = { lang: '' };
const page = {
  title: '',
  documentElement: root,
  scripts: [],
  createElement: (name: string) => new FakeElement(name),
  getElementById: (id: string) => places.get(id),
  querySelectorAll: () => texts,
  addEventListener: (name: string, listener: Listener) => void listeners.push([name, listener]),
};

/** How the page was when its script had run. */
let found: { language: string; title: string; said: string[] };
const place = (id: string): Place => places.get(id)!;
/** All that the page says in a language, and which language is pressed. */
const saidIn = (): string[] => [
  ...texts.map((text) => text.texts().join('')),
  place('languages').attributes.get('aria-label') ?? '',
  ...LANGUAGES.map((each) => place(each).attributes.get('aria-pressed') ?? ''),
];
function wordsIn(language: Language): string[] {
  const said = new Map(Object.entries(verifyPageIn(language)).map(([name, text]) => [name, String(text)]));
  return [
    ...texts.map(({ dataset }) => said.get(dataset['text'] ?? '') ?? ''),
    verifyPageIn(language).language,
    ...LANGUAGES.map((each) => String(each === language)),
  ];
}
const shown = (id: string): string[] => place(id).texts();
const classOf = (id: string): string | undefined => {
  const [first] = place(id).children;
  return first instanceof FakeElement ? first.attributes.get('class') : undefined;
};
/** Once what was begun is done. */
async function eventually(what: () => void): Promise<void> {
  for (let tries = 100; ; tries--) {
    try {
      return what();
    } catch (error) {
      if (tries === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}
const expectVerdict = (
  verdict: keyof ReturnType<typeof verifyIn>['verdicts'],
  language: Language = 'en',
): Promise<void> => eventually(() => expect(shown('verdict')[1]).toBe(verifyIn(language).verdicts[verdict].title));

async function choose(...files: File[]): Promise<void> {
  place('file').files = files;
  Object.assign(place('file'), { value: 'C:\\fakepath' });
  place('file').hear('change');
  await Promise.resolve();
}

beforeAll(async () => {
  for (const [, id = ''] of BODY.matchAll(/ id="([\w-]+)"/g)) places.set(id, new Place(id));
  place('tool').hidden = true;
  pretendToBeABrowser({ document: page, location: new URL('file:///verify.html') });
  Object.defineProperty(globalThis, 'navigator', { value: { language: 'DE-at' }, configurable: true });
  await import('../../shared/verify/page/main');
  found = { language: root.lang, title: page.title, said: saidIn() };
  place('en').hear('click');
});

const evidence = async (): Promise<{ file: File; checkpoint: string }> => {
  const cosigned = [{ by: WITNESS, stage: 'before-reading', at: '2026-11-24T10:00:00.000Z' }] as const;
  const bundle = await sampleBundle({ others: 9, cosigned });
  return { file: new File([fileOf(bundle)], 'evidence.json'), checkpoint: bundle.log.checkpoint ?? '' };
};

test('before its script runs it says in each language what it takes', () => {
  for (const language of LANGUAGES) {
    const { title, noScript, commandLine, command } = verifyPageIn(language);
    for (const said of [noScript, commandLine, command]) expect(BODY).toContain(said);
    expect(BODY).toContain(`<button type="button" id="${language}" lang="${language}">${localeIn(language).name}<`);
    expect(TITLE.split(' / ')).toContain(title);
  }
});

test('it is there once its script runs, in the language of the reader', () => {
  expect([place('no-script').hidden, place('tool').hidden]).toEqual([true, false]);
  expect(found).toEqual({ language: 'de', title: verifyPageIn('de').title, said: wordsIn('de') });
});

test('a file that is chosen is checked, and can be chosen again', async () => {
  await choose(new File([CLOSING], 'closing.json'));
  await expectVerdict('unknown');
  expect(place('file')).toMatchObject({ value: '' });
  expect(shown('details')[0]).toBe(verifyPageIn('en').checked('closing.json'));
  expect(classOf('details')).toBe('note');
});

test('while it is checked that is said, and nothing of another file', async () => {
  await choose(new File([CLOSING], 'closing.json'));
  expect([shown('verdict'), shown('details')]).toEqual([[verifyPageIn('en').checking], []]);
  await expectVerdict('unknown');
});

test('nothing happens where no file was chosen', async () => {
  await choose(new File([CLOSING], 'closing.json'));
  await expectVerdict('unknown');
  const before = shown('verdict');
  await choose();
  expect(shown('verdict')).toEqual(before);
});

test('a key that the reader has counts at once, and a slip of the pen is named and counts for nothing', async () => {
  await choose(new File([CLOSING], 'closing.json'));
  await expectVerdict('unknown');
  place('key').type(` ${KEY}\n`);
  await expectVerdict('good');
  expect([shown('key-wrong'), place('key').attributes.get('aria-invalid')]).toEqual([[''], 'false']);
  place('key').type(STRANGER_KEY);
  await expectVerdict('bad');
  place('key').type('nonsense');
  await expectVerdict('unknown');
  expect([shown('key-wrong'), place('key').attributes.get('aria-invalid')]).toEqual([
    [verifyPageIn('en').keyWrong],
    'true',
  ]);
  place('key').type('  ');
  await eventually(() => expect(shown('key-wrong')).toEqual(['']));
});

test('a witness and a checkpoint that the reader has make claims of their own', async () => {
  const { file, checkpoint } = await evidence();
  const claims = verifyIn('en').claims;
  await choose(file);
  await expectVerdict('unknown');
  for (const id of ['witnesses', 'kept'] as const) expect(shown('details')).not.toContain(claims[id].title);
  place('checkpoint').type(`\n ${checkpoint} `);
  await expectVerdict('good');
  expect(shown('details')).toContain(claims.kept.title);
  place('witness').type(`${WITNESS.key} `);
  await eventually(() => expect(shown('details')).toContain(claims.witnesses.title));
  await expectVerdict('good');
  expect(shown('witness-wrong')).toEqual(['']);
  place('witness').type(KEY);
  await eventually(() => expect(shown('witness-wrong')).toEqual([verifyPageIn('en').witnessWrong]));
  await eventually(() => expect(shown('details')).not.toContain(claims.witnesses.title));
  for (const id of ['witness', 'checkpoint']) place(id).type(' ');
  await expectVerdict('unknown');
});

test('a file that cannot be read says so, and nothing of the one before it', async () => {
  await choose(new File([CLOSING], 'closing.json'));
  await expectVerdict('unknown');
  const gone = { name: 'gone', slice: () => ({ arrayBuffer: () => Promise.reject(new Error('It is gone.')) }) };
  await choose(gone as unknown as File);
  await eventually(() => expect(shown('verdict')).toEqual([verifyPageIn('en').unreadable]));
  expect(shown('details')).toEqual([]);
  expect(classOf('verdict')).toBe('problem');
});

test('the language can be changed at any time, and what was found is said in it', async () => {
  await choose(new File([CLOSING], 'closing.json'));
  await expectVerdict('unknown');
  place('de').hear('click');
  expect(saidIn()).toEqual(wordsIn('de'));
  await expectVerdict('unknown', 'de');
  expect([root.lang, page.title, shown('details')[0]]).toEqual([
    ...['de', verifyPageIn('de').title, verifyPageIn('de').checked('closing.json')],
  ]);
  place('en').hear('click');
  await expectVerdict('unknown');
});

test('a file can be dropped anywhere, and the page shows where', async () => {
  let kept = 0;
  const hear = (name: string, more: object = {}): void => {
    for (const [each, listener] of listeners)
      if (each === name) listener({ preventDefault: () => (kept += 1), ...more });
  };
  hear('dragover');
  expect(place('drop').marks.get('over')).toBe(true);
  hear('dragleave');
  expect(place('drop').marks.get('over')).toBe(false);
  hear('dragover');
  hear('drop', { dataTransfer: { files: [new File(['{'], 'torn.json')] } });
  expect([place('drop').marks.get('over'), kept]).toEqual([false, 4]);
  await expectVerdict('bad');
  expect(shown('details')[0]).toBe(verifyPageIn('en').checked('torn.json'));
  hear('drop', { dataTransfer: null });
  expect(shown('verdict')).toHaveLength(3);
});

test('whoever speaks none of its languages gets English', async () => {
  Object.defineProperty(globalThis, 'navigator', { value: { language: 'fr' }, configurable: true });
  root.lang = '';
  jest.resetModules();
  await import('../../shared/verify/page/main');
  expect([root.lang, saidIn()]).toEqual(['en', wordsIn('en')]);
});
