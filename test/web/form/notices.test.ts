import { questionsOf, type Notices } from '../../../shared/web/form/notices';
import { readOptions } from '../../../shared/web/form/options';

const notice = (id: string) => ({ id, name: id, version: '1', hash: `hash of ${id}`, text: `Yes, ${id}.` });
const NOTICES: Notices = {
  language: 'en',
  controller: { name: 'Example Ltd', privacyNotice: 'https://www.example.com/privacy' },
  purposes: [notice('product'), notice('events'), { ...notice('analysis'), requires: ['product', 'events'] }],
  assets: [notice('whitepaper')],
  fields: [{ id: 'firstName', label: 'First name' }],
};

const ask = (data: Record<string, string>) =>
  questionsOf(NOTICES, readOptions('https://consent.example.com/v1/form.js', data, []));
const purposes = (data: Record<string, string>) => ask(data).purposes.map(({ id }) => id);

test('a form shows all purposes, or those named, in the order of the page', () => {
  expect(purposes({})).toEqual(['product', 'events', 'analysis']);
  expect(purposes({ purposes: 'analysis events' })).toEqual(['analysis', 'events']);
  expect(purposes({ purposes: '', asset: 'whitepaper' })).toEqual([]);
});

test('what could never be ticked is not shown', () => {
  expect(purposes({ purposes: 'analysis', asset: 'whitepaper' })).toEqual([]);
});

test.each([{ purposes: 'analysis' }, { purposes: '' }])('a form that asks nothing is none: %p', (data) => {
  expect(() => ask(data)).toThrow('nothing');
});

test('an asset and fields come only when named', () => {
  expect(ask({})).toMatchObject({ asset: undefined, fields: [] });
  expect(ask({ asset: 'whitepaper', fields: 'firstName' })).toMatchObject({
    asset: { hash: 'hash of whitepaper' },
    fields: [{ label: 'First name' }],
  });
});

test.each([{ purposes: 'product news' }, { asset: 'news' }, { fields: 'news' }])(
  'what the site does not have is named: %p',
  (data) => {
    expect(() => ask(data as Record<string, string>)).toThrow(/no "news", only: \w+/);
  },
);
