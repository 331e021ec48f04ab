import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ConsentLedger } from '../../infra/consent-ledger';
import { loadSites } from '../../infra/notice-register';
import { needSenders } from '../../infra/senders';
import { notice000 } from '../../examples/sites/notice-000-rights';
import { NEEDED, newApp, newStack } from './synthesis';

const folder = mkdtempSync(path.join(tmpdir(), 'sites-'));
afterAll(() => rmSync(folder, { recursive: true }));

function moduleOf(text: string): string {
  const file = path.join(folder, 'sites.ts');
  writeFileSync(file, text);
  return file;
}

test.each([
  ['nothing', 'export const other = 1;', 'has to export "sites", with at least one site.'],
  ['no site', 'export const sites = [];', 'has to export "sites", with at least one site.'],
  ['two sites of one id', "export const sites = [{ id: 'shop' }, { id: 'shop' }];", 'has two sites "shop".'],
])('a module that exports %s is refused', (_, text, message) => {
  expect(() => loadSites(moduleOf(text))).toThrow(message);
});

test('a site that mails from a domain that is not the stack’s is refused, and named', () => {
  const stack = () => new ConsentLedger(newStack(newApp()), 'Consent', { ...NEEDED, senderDomains: ['example.org'] });
  expect(stack).toThrow('Site "one" sends from newsletter@example.com.');
  expect(stack).toThrow('Mail can be sent from example.org only: add the other domains');
});

test.each([
  ['newsletter@notice-000.example', true],
  ['newsletter@mail.notice-000.example', true],
  ['newsletter@Notice-000.Example', true],
  ['newsletter@not-notice-000.example', false],
  ['newsletter@example', false],
])('a sender %s with the domain notice-000.example: %s', (address, isGood) => {
  const site = { ...notice000, sender: { name: 'Halmkauz', address } };
  const check = () => needSenders([site], ['other.example', 'notice-000.example']);
  if (isGood) expect(check).not.toThrow();
  else expect(check).toThrow(address);
});
