import type { Item } from '../integration/world';
import { damage, expectFindings, nth, runAudit, useAuditedWorld, world } from './audited-world';

useAuditedWorld();

const AUDIENCE = (): string => process.env['AUDIENCE_TABLE'] as string;

/** Anna's row of the newsletter. */
async function row(): Promise<Item> {
  const rows = await world.items('audience');
  const found = rows.find(({ pk, sk }) => pk.startsWith('demo#newsletter-product#') && sk === nth(0).subject);
  if (!found) throw new Error('Anna is in the audience.');
  return found;
}

describe('what was not derived is found, with what to do', () => {
  test('somebody who is missing in the audience', async () => {
    await damage.remove(AUDIENCE(), await row());
    await expectFindings([
      'audienceMissing',
      `Purpose newsletter-product of subject ${nth(0).subject} of demo is in force or waits, and the audience does not have it. To have it done: npm run cli -- replay --consumer projector --apply`,
    ]);
  });

  test('somebody who is in the audience as they were before', async () => {
    await damage.change(AUDIENCE(), await row(), { language: 'en' });
    await expectFindings([
      'audienceWrong',
      /^Purpose newsletter-product of subject .* stands in the audience as it was/,
    ]);
  });

  test('somebody who left and is in the audience still', async () => {
    const rows = await world.items('audience');
    const left = rows.find(({ pk, active, waitsUntil }) => {
      return pk.startsWith('demo#newsletter-product#') && active === false && waitsUntil === undefined;
    });
    if (!left) throw new Error('Somebody left.');
    await damage.change(AUDIENCE(), left, { active: true, inForce: true, expiresAt: undefined });
    await expectFindings(['audienceTooMuch', /is in the audience, and neither in force nor waiting any more/]);
  });

  test('somebody in the audience of whom there is nothing', async () => {
    const { pk, sk: _, ...found } = await row();
    const subject = `${nth(0).subject.slice(0, -2)}AA`;
    await damage.add(AUDIENCE(), { pk, sk: subject }, found);
    await expectFindings(['audienceTooMuch', /is in the audience of newsletter-product, and nothing is left of them/]);
  });

  test('a change that nobody who follows them hears of', async () => {
    const changes = (await world.items('audience')).filter(({ pk, sk }) => {
      return pk === 'changes#demo' && sk.endsWith(nth(0).subject);
    });
    expect(changes.length).toBeGreaterThan(0);
    for (const change of changes) await damage.remove(AUDIENCE(), change);
    await expectFindings(['changeMissing', /^The change of subject .* by entry 2 of .* was never filed/]);
  });

  test('a step that is in no count', async () => {
    const marks = (await world.items('ledger')).filter(({ pk }) => pk === 'tallied#demo');
    await damage.remove(process.env['LEDGER_TABLE'] as string, marks[0] as Item);
    await expectFindings([
      'notCounted',
      /^Entry \d+ of .* of subject .* of demo is in no count\. To have it done: .*--consumer projector --apply$/,
    ]);
  });

  test('nothing of it while it may be on its way', async () => {
    const now = Date.now();
    await damage.remove(AUDIENCE(), await row());
    jest.setSystemTime(Date.parse(nth(2).at) + 14 * 60 * 1000);
    const { findings } = await runAudit().finally(() => jest.setSystemTime(now));
    expect(findings.filter(({ code }) => code.startsWith('audience'))).toEqual([]);
  });
});
