import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkNotices, writeNotices } from '../../infra/notice-register';
import { checkRegister, extended, registerOf } from '../../shared/policy/register';
import { sites } from '../../examples/sites';
import type { Site } from '../../shared/policy/schema';

const [demo] = sites as [Site];
const purpose = demo.purposes[0];

/** The site with another wording of its first purpose. */
function reworded(version: string): Site {
  const [first, ...others] = demo.purposes as [Site['purposes'][number]];
  return { ...demo, purposes: [{ ...first, notice: { version, text: { de: 'Neu', en: 'New' } } }, ...others] };
}

const about = `demo/purpose/${purpose?.id}`;

describe('the register', () => {
  test('has every wording, privacy notice and language of a site', () => {
    const register = registerOf([demo]);
    expect(register['demo/privacy-notice/3.1']).toBe('2026-09-01');
    for (const { id, notice } of demo.purposes) {
      for (const language of demo.languages) {
        expect(register[`demo/purpose/${id}/${notice.version}/${language}`]).toMatch(/^[\w-]{43}$/);
      }
    }
    for (const { id, notice } of demo.assets)
      expect(register).toHaveProperty([`demo/asset/${id}/${notice.version}/de`]);
    expect(() => checkRegister(register, [demo])).not.toThrow();
  });

  test('refuses a text that changed and kept its version, in whatever language, and says which', () => {
    const register = registerOf([demo]);
    const changed = reworded(purpose?.notice.version ?? '');
    for (const language of ['de', 'en']) {
      const finding = `${about}/${purpose?.notice.version}/${language}: give it a new version`;
      expect(() => checkRegister(register, [changed])).toThrow(finding);
      expect(() => extended(register, [changed])).toThrow(finding);
    }
  });

  test('refuses a privacy notice with another date under the same version', () => {
    const { controller } = demo;
    const redated = { ...controller, privacyNotice: { ...controller.privacyNotice, date: '2027-01-01' } };
    expect(() => checkRegister(registerOf([demo]), [{ ...demo, controller: redated }])).toThrow(
      'demo/privacy-notice/3.1: give it a new version',
    );
  });

  test('is in the order of its keys, whichever came first, so that a diff shows what was added', () => {
    const inOrder = Object.keys(registerOf([demo])).sort();
    const reversed = Object.fromEntries(Object.entries(registerOf([demo])).reverse());
    for (const register of [{}, registerOf([demo]), reversed]) {
      expect(Object.keys(extended(register, [demo]))).toEqual(inOrder);
    }
  });

  test('wants a new version to be added, and keeps the old one', () => {
    const register = registerOf([demo]);
    const next = reworded('99');
    expect(() => checkRegister(register, [next])).toThrow(`${about}/99/de: run "npm run notices"`);
    const longer = extended(register, [next]);
    expect(longer).toMatchObject(register);
    expect(() => checkRegister(longer, [next])).not.toThrow();
    expect(() => checkRegister(longer, [demo])).not.toThrow();
  });
});

describe('a folder of sites of its own', () => {
  const ROOT = path.resolve(__dirname, '..', '..');
  let folder: string;
  const module = (): string => path.join(folder, 'sites.ts');
  const write = (text: string, version: string): void => {
    const samples = JSON.stringify(path.join(ROOT, 'examples', 'sites', 'notice-000-rights'));
    const notice = JSON.stringify({ version, text: { de: text } });
    writeFileSync(
      module(),
      `import { notice000 } from ${samples};
       const [first, ...others] = notice000.purposes;
       export const sites = [{ ...notice000, languages: ['de'], purposes: [{ ...first, notice: ${notice} }, ...others.map((o) => ({ ...o }))] }];`,
    );
  };

  beforeEach(async () => (folder = await mkdtemp(path.join(tmpdir(), 'consent-sites-'))));
  afterEach(() => rm(folder, { recursive: true }));

  test('is built only with a register that has what it says', () => {
    write('Ja, gern.', '1');
    expect(() => checkNotices(module())).toThrow('npm run notices -- --sites ');
    expect(writeNotices(module()).added).toBeGreaterThan(1);
    expect(() => checkNotices(module())).not.toThrow();
    expect(writeNotices(module()).added).toBe(0);

    write('Ja, sehr gern.', '1');
    const before = readFileSync(path.join(folder, 'notices.lock.json'), 'utf8');
    expect(() => checkNotices(module())).toThrow('give it a new version');
    expect(() => writeNotices(module())).toThrow('give it a new version');
    expect(readFileSync(path.join(folder, 'notices.lock.json'), 'utf8')).toBe(before);

    write('Ja, sehr gern.', '2');
    expect(writeNotices(module()).added).toBe(1);
    expect(() => checkNotices(module())).not.toThrow();
  });
});
