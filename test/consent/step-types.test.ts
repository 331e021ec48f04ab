import { defineStep, LOGGED, none, unchanged } from '../../shared/consent/steps/step-type';
import { CONSUMERS } from '../../shared/consent/consumers';
import { ENTRY_TYPES, stepType, type EntryType } from '../../shared/consent/steps';
import * as z from '../../shared/zod';
import { steps as german } from '../../shared/words/de/steps';
import { steps as english } from '../../shared/words/en/steps';

/** A type that says all there is to say. */
const whole = {
  type: 'ConsentPaused',
  facts: z.object({ until: z.string() }),
  about: 'person',
  records: unchanged,
  standing: unchanged,
  role: 'neither',
  obstacle: undefined,
  restrains: false,
  signOfLife: none,
  kept: LOGGED,
  tells: [],
  change: none,
  dpv: { terms: ['Activity'], right: none },
  isAnchored: false,
  isLook: false,
} as const;

test('a type that leaves a question open does not compile', () => {
  expect(defineStep(whole).tells).toEqual([]);
  const { tells: _, ...tellsNobodyKnowsWhom } = whole;
  // @ts-expect-error: that nobody hears of it has to be written, too.
  defineStep(tellsNobodyKnowsWhom);
  const { kept: __, ...neverEnds } = whole;
  // @ts-expect-error: for how long it is kept.
  defineStep(neverEnds);
  const { role: ___, ...doesWhat } = whole;
  // @ts-expect-error: what it does to consent.
  defineStep(doesWhat);
  const { dpv: ____, ...nameless } = whole;
  // @ts-expect-error: what DPV calls it.
  defineStep(nameless);
  const { facts: _____, ...saysWhat } = whole;
  // @ts-expect-error: what it says of itself.
  defineStep(saysWhat);
  // @ts-expect-error: a consumer that there is.
  defineStep({ ...whole, tells: ['nobody'] });
});

test('a type without a name in each language does not compile', () => {
  type WithOneMore = Readonly<Record<EntryType | 'ConsentPaused', string>>;
  // @ts-expect-error: the German words lack it.
  const inGerman: WithOneMore = german;
  // @ts-expect-error: and so do the English.
  const inEnglish: WithOneMore = english;
  // What there is has one.
  const all: readonly Readonly<Record<EntryType, string>>[] = [inGerman, inEnglish];
  for (const words of all) expect(Object.keys(words).sort()).toEqual([...ENTRY_TYPES].sort());
});

test('each consumer hears of what the types say, and of nothing else', () => {
  for (const { name, types } of CONSUMERS) {
    expect(types).toEqual(ENTRY_TYPES.filter((type) => stepType({ type }).tells.includes(name)));
    expect(types.length).toBeGreaterThan(0);
  }
});

test('retention hears of every step but a sign-up, whose items are born with their end', () => {
  const untold = ENTRY_TYPES.filter((type) => !stepType({ type }).tells.includes('retention'));
  expect(untold).toEqual(['ConsentRequested']);
});
