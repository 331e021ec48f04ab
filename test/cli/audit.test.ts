import { readdir } from 'node:fs/promises';
import { canonicalHash, canonicalJson } from '../../shared/canonical';
import type { Entry } from '../../shared/consent/entry';
import type { Item } from '../integration/world';
import {
  damage,
  expectFindings,
  folder,
  keyOf,
  LEDGER,
  nth,
  runAudit,
  VAULT,
  world,
  useAuditedWorld,
} from './audited-world';
import type { Keys } from './damage';

useAuditedWorld();

const later = (at: string): string => new Date(Date.parse(at) + 1000).toISOString();

test('a healthy system is found so, and the audit says what it saw', async () => {
  const { code, findings, summary } = await runAudit();
  expect(findings).toEqual([]);
  expect(code).toBe(0);
  const [entries, vault] = [await world.entries(), await world.items('vault')];
  expect(summary).toMatchObject({
    subjects: 3,
    entries: entries.length,
    inLog: entries.length,
    onTheWay: 0,
    gaps: 0,
    leaves: 700 + entries.length,
    parts: vault.length,
    checkpoints: 3,
    timestamps: 3,
    findings: 0,
  });
  // Its state is gone with it.
  expect(await readdir(folder)).toEqual(['archive']);
});

describe('damage to the ledger is found', () => {
  test('an entry removed from the middle', async () => {
    await damage.remove(LEDGER(), keyOf(nth(3)));
    await expectFindings(
      [
        'entryRemoved',
        `Entry 3 of subject ${nth(3).subject} is missing, and too young to have been deleted at the end.`,
      ],
      ['noEnd', /^The part .*#mail#.* has no end/],
    );
  });

  test('however old it was, its parts are left', async () => {
    const now = Date.now();
    await damage.remove(LEDGER(), keyOf(nth(3)));
    world.advance('P2D');
    await expectFindings(
      ['mailMissing', /^A mail \(asset\) to subject .* was never sent.* replay --consumer mailer/],
      ['noEnd', /^The part .*#mail#.* has no end/],
    ).finally(() => jest.setSystemTime(now));
  });

  test('not an entry that was deleted at its end, along with its parts', async () => {
    const now = Date.now();
    // Of somebody who left, who is to be sent no welcome any more.
    const welcomes = (await world.entries()).filter(({ facts }) => 'mail' in facts && facts.mail === 'welcome');
    const welcome = welcomes.at(-1) as Entry;
    expect(welcome.subject).not.toBe(nth(0).subject);
    const { pk } = keyOf(welcome);
    const part = (await world.items('vault')).find(({ sk }) => sk.endsWith(`#${welcome.parts['mail']}`));
    await damage.remove(LEDGER(), keyOf(welcome));
    await damage.remove(VAULT(), { pk, sk: part?.sk ?? '' });
    world.advance('P2D');
    const { code, summary } = await runAudit().finally(() => jest.setSystemTime(now));
    expect({ code, gaps: summary['gaps'] }).toEqual({ code: 0, gaps: 1 });
  });

  test('the entry of the mail that asked for the consent removed', async () => {
    await damage.remove(LEDGER(), keyOf(nth(1)));
    await expectFindings(
      ['entryRemoved', /^Entry 1 of subject .* is missing/],
      [
        'noConfirmationMail',
        `Record ${nth(0).recordId} of subject ${nth(0).subject} is confirmed, but the entry of the mail that asked for it is missing.`,
      ],
      ['noEnd', /^The part .*#mail#.* has no end/],
    );
  });

  test('an entry changed', async () => {
    const entry = canonicalJson({ ...nth(2), at: later(nth(2).at) });
    await damage.change(LEDGER(), keyOf(nth(2)), { entry });
    await expectFindings([
      'entryChanged',
      `Entry 2 of subject ${nth(2).subject} was changed: it does not have the hash that it names.`,
    ]);
  });

  test('an entry changed, and its hash with it', async () => {
    const { hash: _, ...body } = { ...nth(2), at: later(nth(2).at) };
    await damage.change(LEDGER(), keyOf(nth(2)), { entry: canonicalJson({ ...body, hash: canonicalHash(body) }) });
    await expectFindings(
      ['chainBroken', `Entry 3 of subject ${nth(3).subject} does not follow entry 2: it names another one before it.`],
      ['notInLog', `Entry 2 of subject ${nth(2).subject} of ${body.at} is not in the log.`],
    );
  });

  test('an entry of somebody else, and one that is none', async () => {
    const other = (await world.entries()).find(({ subject, seq }) => subject !== nth(0).subject && seq === 4);
    await damage.change(LEDGER(), keyOf(nth(3)), { entry: '{"hash":1}' });
    await damage.change(LEDGER(), keyOf(nth(4)), { entry: canonicalJson(other as Entry) });
    await expectFindings(
      ['notAnEntry', /^Entry 3 of subject .* cannot be read as an entry\.$/],
      ['entryOutOfPlace', /^Entry 4 of subject .* was written for another place\.$/],
      ...(other?.type === nth(4).type ? [] : [['entryOutOfPlace', /beside it/] as [string, RegExp]]),
      ['chainBroken', /^Entry 5 of subject .* does not follow entry 4: /],
      ['noEnd', /^Entry 4 of subject .* has no end/],
      ['noEnd', /^The part .*#mail#.* has no end/],
      ['noEnd', /^The part .*#mail#.* has no end/],
    );
  });

  test('a wording changed, or taken away', async () => {
    const [hash, other] = [...new Set(nth(0).purposes.map(({ noticeHash }) => noticeHash))] as [string, string];
    const key = (of: string): Keys => ({ pk: `notice#${of}`, sk: 'notice' });
    const { notice } = await damage.get<{ notice: string }>(LEDGER(), key(hash));
    await damage.change(LEDGER(), key(hash), { notice: notice.replace('text":"', 'text":"Nein. ') });
    await damage.remove(LEDGER(), key(other));
    const { findings } = await runAudit();
    expect(findings).toContainEqual(
      expect.objectContaining({ text: `The wording ${hash} was changed: it does not have that hash.` }),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({
        text: `Entry 0 of subject ${nth(0).subject} names the wording ${other}, which is missing.`,
      }),
    );
  });

  test('ends that are not what they have to be', async () => {
    const ending = (await world.items('ledger')).filter(({ expiresAt }) => expiresAt);
    const end = ({ expiresAt }: Item): number => Number(expiresAt);
    // Ben did not confirm, so he ends first; Carla's end is years away.
    const ben = ending.sort((one, other) => end(one) - end(other) || one.sk.localeCompare(other.sk)) as [Item, Item];
    const carla = ending.at(-1) as Item;
    await damage.change(LEDGER(), carla, { expiresAt: end(carla) - 24 * 60 * 60 });
    await damage.change(LEDGER(), ben[0], { expiresAt: undefined });
    const past = Math.floor(Date.now() / 1000) - 5 * 24 * 60 * 60;
    await damage.change(LEDGER(), ben[1], { expiresAt: past });
    await damage.change(LEDGER(), keyOf(nth(4)), { expiresAt: Math.floor(Date.now() / 1000) + 60 });
    const { findings } = await runAudit();
    expect(findings.map(({ code }) => code).sort()).toEqual(['endNotLifted', 'endWrong', 'noEnd', 'notDeleted']);
    const late = findings.find(({ code }) => code === 'notDeleted');
    expect(late?.text).toMatch(/^Entry 1 of subject .* is not deleted yet; its end was 2026-11-/);
    const wrong = findings.find(({ code }) => code === 'endWrong');
    expect(wrong?.text).toMatch(/ ends at 2029-12-30T23:00:00.000Z, .* should at 2029-12-31T23:00:00.000Z\.$/);
  });
});

describe('damage to the vault is found', () => {
  const partsOfAnna = async (): Promise<Item[]> =>
    (await world.items('vault')).filter(({ pk }) => pk === keyOf(nth(0)).pk);

  test('a part changed', async () => {
    const part = (await partsOfAnna()).find(({ sk }) => sk.includes('#address#')) as Item;
    await damage.change(VAULT(), part, { data: (part['data'] as string).replace('anna', 'otto') });
    await expectFindings([
      'partChanged',
      `The part ${part.sk} of subject ${nth(0).subject} was changed: it does not have the digest that it is committed to by.`,
    ]);
  });

  test('a part without an end that no entry names', async () => {
    const { pk, sk, ...part } = (await partsOfAnna())[0] as Item;
    const data = '{"ip":"192.0.2.1","ipSource":"connection"}';
    const digest = canonicalHash({ class: 'network', data, salt: part['salt'] });
    const key = { pk, sk: `${sk.split('#')[0]}#network#${digest}` };
    await damage.add(VAULT(), key, { data, salt: part['salt'], digest });
    await expectFindings([
      'noEnd',
      `The part ${key.sk} of subject ${nth(0).subject} has no end, and nothing that it is kept for.`,
    ]);
  });
});

describe('zeros in the vault', () => {
  const ZEROS = { data: '0', salt: '0'.repeat(22) };

  test('are no finding where no entry came to name the part that they replaced', async () => {
    const { pk, sk } = keyOf(nth(0));
    expect(sk).toMatch(/^entry#/);
    const digest = canonicalHash({ class: 'network', data: 'x', salt: 'y' });
    const expiresAt = Math.floor(Date.now() / 1000);
    await damage.add(VAULT(), { pk, sk: `${nth(0).recordId}#network#${digest}` }, { ...ZEROS, digest, expiresAt });
    expect((await runAudit()).findings).toEqual([]);
  });

  test('are one where an entry names it', async () => {
    const { pk } = keyOf(nth(0));
    const part = (await world.items('vault')).find((item) => item.pk === pk && item.sk.includes('#network#')) as Item;
    await damage.change(VAULT(), part, ZEROS);
    await expectFindings(['partChanged', /was changed: it does not have the digest that it is committed to by\.$/]);
  });
});

describe('what an operator is called', () => {
  const name = { name: 'A. Muster', at: '2026-11-29T09:00:00.000Z' };

  test('belongs to no subject, and is no finding while it has an end', async () => {
    await damage.add(VAULT(), { pk: 'operator#8c1f-7', sk: 'name' }, { ...name, expiresAt: 4_000_000_000 });
    expect((await runAudit()).findings).toEqual([]);
  });

  test('is found where it has none', async () => {
    await damage.add(VAULT(), { pk: 'operator#8c1f-7', sk: 'name' }, name);
    await expectFindings(['noEnd', 'The part name of operator 8c1f-7 has no end.']);
  });
});
