import { demo } from '../../examples/sites/demo';
import { assetTitle, itemsOf, whatIn } from '../../shared/consent/record-items';

const NEWSLETTER = { id: 'newsletter-product', noticeHash: 'hash' };
const GONE = { id: 'gone-by-now', noticeHash: 'hash' };
const [offered] = demo.assets;
const ORDERED = { id: offered!.id, noticeHash: 'hash' };

test('a record with an order alone is an order, one without is a sign-up, and else it is both', () => {
  const [order, consent] = [{ isAsset: true }, { isAsset: false }];
  expect([[order], [consent], [order, consent], []].map(whatIn)).toEqual(['order', 'signUp', 'both', 'signUp']);
});

test('the order comes first, then the purposes, by their names in that language', () => {
  const items = itemsOf(demo, { asset: ORDERED, purposes: [NEWSLETTER, GONE] }, 'en');
  expect(items).toEqual([
    { id: ORDERED.id, isAsset: true, name: offered!.title.en },
    { id: 'newsletter-product', isAsset: false, name: 'Product newsletter' },
    { id: 'gone-by-now', isAsset: false, name: 'gone-by-now' },
  ]);
  expect(itemsOf(demo, { purposes: [NEWSLETTER] }, 'de')).toEqual([
    { id: 'newsletter-product', isAsset: false, name: 'Newsletter „Produkt“' },
  ]);
});

test('what the site knows no longer, and what a site had that is there no longer, goes by its id', () => {
  expect(assetTitle(demo, ORDERED, 'de')).toBe(offered!.title.de);
  expect(assetTitle(demo, GONE, 'de')).toBe('gone-by-now');
  expect(itemsOf(undefined, { asset: ORDERED, purposes: [NEWSLETTER] }, 'de').map(({ name }) => name)).toEqual([
    ...[ORDERED.id, 'newsletter-product'],
  ]);
});
