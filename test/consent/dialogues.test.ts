import { dialoguesOf } from '../../shared/consent/keep/dialogues';
import type { OverRules } from '../../shared/consent/keep/over';
import { rules } from './tale';

const COMMON = { askAfter: 'P3Y', answerWithin: 'P30D', addressAfter: 'P1Y' };
const OWN = { askAfter: 'P6M', answerWithin: 'P14D', addressAfter: 'P1D' };

const ids = ['news', 'software', 'survey'];
const site = (common: typeof COMMON | undefined, own: string[]): OverRules => ({
  ...rules(common && { inactivity: common }),
  purposes: ids.map((id) => ({ id, ...(own.includes(id) && { retention: { inactivity: OWN } }) })) as never,
});
/** By which rule people are asked, and about what together. */
const asked = (common: typeof COMMON | undefined, own: string[]) =>
  dialoguesOf(site(common, own)).map(({ rule, has }) => [rule, ids.filter(has)]);

test('people are asked about all purposes together, where none has a rule of its own', () => {
  expect(asked(COMMON, [])).toEqual([[COMMON, ids]]);
});

test('a purpose with a rule of its own is asked about by itself, and not once more with the others', () => {
  expect(asked(COMMON, ['software', 'survey'])).toEqual([
    [OWN, ['software']],
    [OWN, ['survey']],
    [COMMON, ['news']],
  ]);
});

test('nobody is asked about what has no rule', () => {
  expect(asked(undefined, ['software'])).toEqual([[OWN, ['software']]]);
  expect(asked(undefined, [])).toEqual([]);
});

test('a rule of its own for something else does not take a purpose out of the common question', () => {
  const purposes = [{ id: 'news', retention: { evidence: { keep: 'P1Y', from: 'withdrawal' } } }] as never;
  const [only, ...others] = dialoguesOf({ ...rules({ inactivity: COMMON }), purposes });
  expect([only?.has('news'), others]).toEqual([true, []]);
});
