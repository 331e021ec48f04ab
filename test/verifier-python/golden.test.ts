import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FOLDER, golden, PEOPLE, unpacked } from '../golden/parts';
import { describeWithPython, expectAgreement } from './second-verifier';

/* Format version 1: docs/decisions/0080-how-a-format-may-grow.md. */

describeWithPython('the verifier in Python', () => {
  test('says of the files of version 1 what was said of them', async () => {
    const people = PEOPLE.map(golden);
    const then = people.map(({ report }) => (report as { states: object }).states);
    const now = await expectAgreement(people.map(({ evidence }) => evidence));
    expect(now).toEqual(then.map((states, n) => (PEOPLE[n] === 'unknown' ? { ...states, nothing: 'none' } : states)));
  });

  test('reads the dossiers and the receipt of version 1', async () => {
    const { receipt, log } = JSON.parse(unpacked('receipt.json.gz')) as {
      receipt: string;
      log: Record<string, string>;
    };
    const files = Object.fromEntries(Object.entries(log).map(([name, text]) => [name, Buffer.from(text, 'base64')]));
    const said = [
      ...(await expectAgreement(['dossier.pdf', 'dossier-2.pdf'].map((name) => readFileSync(path.join(FOLDER, name))))),
      ...(await expectAgreement([receipt], { log: files })),
    ];
    expect(new Set(said.flatMap((states) => Object.values(states as Record<string, string>)))).toEqual(
      new Set(['holds']),
    );
  });
});
