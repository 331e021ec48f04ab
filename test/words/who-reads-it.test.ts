import { readdirSync } from 'node:fs';
import path from 'node:path';
import { IN_PROOF as AT_THE_TERMINAL } from '../../cli/options';
import { IN_PROOF } from '../../shared/http/describe/orders';
import { OPERATIONS } from '../../shared/http/operations';
import { NAMINGS } from '../../shared/http/shapes/named';
import { LANGUAGES } from '../../shared/policy/schema';
import { deskIn } from '../../shared/words/desk';

/* Who types a reason, or the name of a dispute, is told beside it that the proof has it. */

/** What the terminal says of an option of a command. */
async function saidOf(name: string, option: string): Promise<string> {
  const said: string[] = [];
  const written = jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  const loaded = (await import(`../../cli/${name}`)) as Record<string, unknown>;
  const run = Object.values(loaded).find((one) => typeof one === 'function' && one.length === 1) as
    ((args: string[]) => Promise<number>) | undefined;
  await run?.(['--help']);
  written.mockRestore();
  const help = said.join('').replace(/\s+/g, ' ');
  return help.slice(help.indexOf(` --${option} `));
}

const typedBy = [...NAMINGS].flatMap(([id, { members }]) =>
  Object.entries(members ?? {}).flatMap(([name, says]) =>
    OPERATIONS.length > 0 && ['reason', 'label'].includes(name) ? [[`${id}: ${name}`, says] as const] : [],
  ),
);

test.each(typedBy)('who calls the API: %s', (_, says) => {
  expect(says).toContain(IN_PROOF);
});

test('there are some of each', () => {
  const names = typedBy.map(([name]) => name);
  expect(names).toEqual(expect.arrayContaining(['ErasureRequest: reason', 'HoldOrder: label']));
});

const sources = readdirSync(path.join(__dirname, '..', '..', 'cli')).filter((name) => name.endsWith('.ts'));
test.each(['access', 'cases', 'deletions', 'evidence', 'incident', 'review', 'subjects'])(
  'who types it at a terminal: %s',
  async (name) => {
    expect(sources).toContain(`${name}.ts`);
    expect(await saidOf(name, 'reason')).toContain(AT_THE_TERMINAL);
  },
);

test('who types it at the desk, in their language', async () => {
  const desks = await Promise.all(LANGUAGES.map(deskIn));
  expect(desks.map(({ reason }) => reason.inProof)).toEqual([
    'Steht im Nachweis, den auch ein Gericht liest.',
    'Stands in the proof, which a court reads, too.',
  ]);
});
