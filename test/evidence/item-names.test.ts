import { sites } from '../../examples/sites';
import type { AnyEntry } from '../../shared/consent/read-entry';
import { itemNames } from '../../shared/evidence/item-names';
import { findSite } from '../../shared/policy/sites';
import { checkFile } from '../../shared/verify/check-file';
import { aboutRows } from '../../shared/verify/about-rows';
import { fileOf } from '../verify/forge';
import { sampleBundle } from './sample-bundle';

const site = findSite(sites, 'demo')!;

test('what entries name has the site’s names; what it knows no longer, and what cannot be read, has none', () => {
  const said = [
    { purposes: [{ id: 'analysis' }, { id: 'gone-by-now' }], asset: { id: 'whitepaper-consent' } },
    { purposes: [{ id: 'analysis' }], asset: null },
    { purposes: 'all', asset: 'whitepaper' },
    { asset: { id: 7 } },
  ] as unknown as AnyEntry[];
  const { purposes, assets } = itemNames(said, site);
  expect(Object.keys(purposes)).toEqual(['analysis']);
  expect(purposes['analysis']).toEqual(site.purposes.find(({ id }) => id === 'analysis')?.name);
  expect(Object.keys(assets)).toEqual(['whitepaper-consent']);
});

test('who checks a file sees purposes and orders by their names, in their language', async () => {
  const report = await checkFile(Buffer.from(fileOf(await sampleBundle())), { readStamp: () => Promise.reject() });
  const names = aboutRows(report, 'de').map(({ name }) => name);
  const named = site.purposes.find(({ id }) => id === 'newsletter-product')?.name;
  expect(names).toContain(`${named?.de} (newsletter-product)`);
  expect(names.some((name) => name.endsWith('(whitepaper-consent)'))).toBe(true);
  expect(aboutRows(report, 'en').map(({ name }) => name)).toContain(`${named?.en} (newsletter-product)`);
});
