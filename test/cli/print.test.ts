import fc from '../seeded';
import { Problem } from '../../clients/typescript/src/index';
import { command } from '../../cli/command';
import { print, printFile, printJson, printLine, tell } from '../../cli/print';

/** What a terminal obeys, or a reader does not see. */
const HARMFUL = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const FORGED = 'x\u001b[2J\u202e\r\n✓ all is well\u0007\u009b1m';

/** What is written to both streams while the work is done. */
async function said(work: () => unknown, isTTY = false): Promise<string> {
  let text = '';
  const write = (what: unknown): boolean => ((text += Buffer.from(what as string).toString()), true);
  const spies = [process.stdout, process.stderr].map((stream) => jest.spyOn(stream, 'write').mockImplementation(write));
  const before = process.stdout.isTTY;
  process.stdout.isTTY = isTTY;
  await Promise.resolve(work()).finally(() => {
    process.stdout.isTTY = before;
    spies.forEach((spy) => spy.mockRestore());
  });
  return text;
}

test('nothing that is said steers a terminal, whatever a stranger wrote', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.constant(FORGED)), async (text) => {
      for (const way of [print, printLine, tell]) expect(await said(() => way(text))).not.toMatch(HARMFUL);
      for (const lines of ['one', 'several'] as const) {
        const json = await said(() => printJson({ text }, lines));
        expect(json).not.toMatch(HARMFUL);
        expect(JSON.parse(json)).toEqual({ text });
      }
      expect(await said(() => printFile(text), true)).not.toMatch(HARMFUL);
    }),
  );
});

test('what can be seen is said as it is', async () => {
  expect(await said(() => print('Erika\tMüller\nsays\r\n„✓“'))).toBe('Erika\tMüller\nsays\n„✓“');
  expect(await said(() => printJson(['a', 1], 'one'))).toBe('["a",1]\n');
});

test('what is to be one line is one', async () => {
  expect(await said(() => printLine('line 1\nline 2'))).toBe('line 1[U+000A]line 2\n');
});

test('another program gets a file byte for byte', async () => {
  expect(await said(() => printFile(FORGED))).toBe(FORGED);
  expect(await said(() => printFile(Buffer.from(FORGED)))).toBe(FORGED);
});

test('a system’s refusal cannot forge a line', async () => {
  const errors = [{ pointer: `/${FORGED}`, detail: FORGED }];
  const refused = command({
    name: 'refused',
    about: '',
    options: {},
    exits: { 1: 'refused' },
    run: () => Promise.reject(new Problem({ status: 422, type: 'x', detail: FORGED, errors })),
  });
  const text = await said(() => refused([]));
  expect(text).not.toMatch(HARMFUL);
  expect(text).not.toMatch(/^✓/m);
});
