import fc from '../seeded';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { askForTimestamp } from '../../shared/archive/timestamp-authority';
import type { Bundle } from '../../shared/evidence/bundle';
import type { ClosingFile } from '../../shared/evidence/closing';
import { FAULTS, startAuthority } from '../archive/authority';
import { sampleBundle } from '../evidence/sample-bundle';
import { testWitness } from '../log/witness-key';
import { fileOf, forge } from '../verify/forge';
import { mutate, mutations } from '../verify/mutations';
import { PDF_FORGERIES, pdfSample, type PdfSample } from '../verify/pdf-forgeries';
import { receiptAndLog } from '../verify/sample-receipt';
import { STRANGER_KEY } from '../verify/stranger';
import { describeWithPython, expectAgreement, KEY } from './second-verifier';

const changes = fc.record({ at: fc.nat(), by: fc.integer({ min: 1, max: 255 }) });

/** Copies with a byte changed. */
const damaged = (file: Uint8Array, count: number): Buffer[] =>
  fc
    .sample(changes, count)
    .map(({ at, by }) => Buffer.from(file.map((byte, n) => (n === at % file.length ? byte ^ by : byte))));

const witnessed = (states: unknown): unknown => (states as Record<string, unknown>)['witnesses'];

let plain: Bundle;
beforeAll(async () => void (plain = await sampleBundle({ others: 10 })));

describeWithPython('the verifier in Python says the same', () => {
  test('of receipts, with the log and without', async () => {
    const { receipt, log } = await receiptAndLog({ others: 300 });
    const files = [receipt, ...fc.sample(mutations, 150).map((one) => JSON.stringify(mutate(receipt, one)))];
    expect(await expectAgreement(files.slice(0, 1), { log })).toMatchObject([{ log: 'holds', origin: 'holds' }]);
    await expectAgreement(files, { log });
    await expectAgreement(files.slice(0, 40));
    await expectAgreement(files.slice(0, 5), { log, keys: [STRANGER_KEY] });
  }, 60_000);

  test('of receipts whose log is of any size, torn, or not that one', async () => {
    const witness = testWitness('witness.example/w1', 21);
    for (const others of [0, 255, 256, 600]) {
      const { receipt, log } = await receiptAndLog({ others });
      const note = String(log['checkpoint']);
      const cosigned = note + witness.cosign(note, new Date('2026-11-02T08:30:00.000Z'));
      const [agreed] = await expectAgreement([receipt], {
        log: { ...log, checkpoint: cosigned },
        witnesses: [witness.key],
      });
      expect(agreed).toMatchObject({ log: 'holds', witnesses: 'holds' });
      await expectAgreement([receipt], { log, witnesses: [witness.key] });
      await expectAgreement([receipt], { log: { ...log, checkpoint: 'torn' } });
    }
  }, 60_000);

  test('of dossiers, and of PDFs that are not as they were made', async () => {
    const sample: PdfSample = await pdfSample(plain, await sampleBundle({ others: 5, withdrawn: false }));
    const forged = await Promise.all(PDF_FORGERIES.map(async ([, make]) => make(sample)));
    const agreed = await expectAgreement([sample.pdf, ...forged, ...damaged(sample.pdf, 60)]);
    expect(agreed[0]).toMatchObject({ log: 'holds' });
    expect(agreed.slice(1, 1 + forged.length)).toEqual(PDF_FORGERIES.map(([, , other]) => ({ other })));
  }, 60_000);

  test.each(['ECDSA', 'RSA', 'RSA-PSS'] as const)(
    'of timestamps by a key for %s, good and bad',
    async (kind) => {
      const authority = await startAuthority(kind);
      const [anchor] = plain.log.anchors;
      const stamped = (tsr: Uint8Array): string =>
        fileOf(forge(plain, ({ log }) => (log.anchors[0]!.timestamp = Buffer.from(tsr).toString('base64'))));
      const stampAt = (at: string): Promise<Uint8Array> => {
        authority.at = new Date(at);
        return askForTimestamp(authority.url, Buffer.from(anchor!.checkpoint));
      };
      const odd = [await stampAt('2026-11-02T08:15:00.000Z'), await stampAt('2026-11-25T10:06:00.000Z')];
      const good = await stampAt('2026-11-03T10:00:00.000Z');
      const query = authority.asked.at(-1) ?? Buffer.alloc(0);
      const answers: Uint8Array[] = [];
      for (const fault of FAULTS) {
        authority.fault = fault;
        const answer = await fetch(authority.url, { method: 'POST', body: new Uint8Array(query) });
        answers.push(new Uint8Array(await answer.arrayBuffer()));
      }
      await authority.stop();
      // What is stamped, and the signature: elsewhere there are bytes that say nothing.
      const imprint = Buffer.from(good).indexOf(createHash('sha256').update(anchor!.checkpoint).digest());
      const places = [0, 7, 31].flatMap((n) => [imprint + n, good.length - 1 - n]);
      const changed = places.map((at) => Buffer.from(good.map((byte, n) => (n === at ? byte ^ 1 : byte))));
      const files = [good, ...answers, ...changed, good.slice(0, -1)].map(stamped);
      const agreed = await expectAgreement([...files, ...odd.map(stamped)]);
      expect(agreed[0]).toMatchObject({ timestamps: 'holds' });
      for (const one of agreed.slice(files.length)) expect(one).toMatchObject({ timestamps: 'open' });
    },
    60_000,
  );

  test('of witnesses, whatever they saw, and of checkpoints that a reader kept', async () => {
    const [one, two] = [testWitness('witness.example/w1', 21), testWitness('witness.example/w1', 23)];
    const seen = fc.record({
      by: fc.constantFrom(one, two),
      stage: fc.constantFrom('early' as const, 'before-reading' as const, 'newest' as const),
      at: fc.constantFrom('2026-11-01T10:00:00.000Z', '2026-11-24T10:00:00.000Z', '2026-11-25T10:00:01.000Z'),
    });
    const files: string[] = [];
    for (const cosigned of fc.sample(fc.uniqueArray(seen, { maxLength: 2, selector: ({ stage }) => stage }), 30)) {
      const contradictedBy = [{ key: two.key, since: '2026-11-23T10:00:00.000Z' }];
      files.push(
        fileOf(await sampleBundle({ others: 30, cosigned, ...(cosigned.length === 0 && { contradictedBy }) })),
      );
    }
    await expectAgreement(files, { witnesses: [one.key] });
    await expectAgreement(files, { witnesses: [one.key, two.key], keys: [] });
    await expectAgreement(files);
    for (const checkpoint of [plain.log.checkpoint!, plain.log.anchors[0]!.checkpoint, 'torn']) {
      await expectAgreement([fileOf(plain), ...files.slice(0, 3)], { checkpoint, keys: [] });
    }
  }, 60_000);

  test('of closing statements, whatever is changed in them, and whoever saw them', async () => {
    const golden = readFileSync(path.join(__dirname, '../golden/v1/closing.json'), 'utf8');
    const closing = JSON.parse(golden) as ClosingFile;
    const witness = testWitness('witness.example/w1', 21);
    const own = (change: (file: ClosingFile) => void): string => {
      const copy = structuredClone(closing);
      change(copy);
      return JSON.stringify(copy);
    };
    const cosigned = own(({ log }) => {
      const { checkpoint = '', witnesses } = log as { checkpoint?: string; witnesses: readonly string[] };
      const seen = checkpoint + witness.cosign(checkpoint, new Date('2026-12-01T10:30:00.000Z'));
      Object.assign(log, { checkpoint: seen, witnesses: [...witnesses, witness.key] });
    });
    const changed = [
      own(({ statement }) => Object.assign(statement, { lastDay: '2026-10-30' })),
      own(({ statement }) => Object.assign(statement, { before: null })),
      own(({ proof }) => Object.assign(proof, { index: 0 })),
      own(({ log }) => Object.assign(log, { anchors: [] })),
      own(({ log }) => Object.assign(log, { keys: [STRANGER_KEY] })),
    ];
    const random = fc.sample(mutations, 200).map((one) => JSON.stringify(mutate(golden, one)));
    const files = [golden, cosigned, ...changed, golden.slice(0, -1), ...random];
    const { keys } = closing.log;
    const agreed = await expectAgreement(files, { keys });
    expect(agreed.slice(0, 2)).toMatchObject([
      { closing: 'holds', origin: 'holds', anchors: 'holds' },
      { closing: 'holds' },
    ]);
    for (const one of agreed.slice(2, 5)) expect(one).toMatchObject({ closing: 'fails' });
    await expectAgreement(files.slice(0, 40), { keys: [] });
    expect((await expectAgreement([golden, cosigned], { keys, witnesses: [witness.key] })).map(witnessed)).toEqual([
      'open',
      'holds',
    ]);
    await expectAgreement([golden, cosigned], { keys, checkpoint: closing.log.checkpoint! });
  }, 60_000);

  test('of files of other kinds', async () => {
    const docs = (name: string) => readFileSync(path.join(__dirname, '../../docs', name));
    const agreed = await expectAgreement([
      docs('evidence-bundle.schema.json'),
      docs('evidence-example.json'),
      'seq,at,type\n1,2,3\n',
      '\ufeffseq;at;type\n',
      plain.log.checkpoint!,
      'c2sp.org/tlog-proof@v1\nindex 1\n',
      '<!DOCTYPE html>',
      '{"format":"access-report/v1"}',
      '{"format":"consent-export/v1"}\n{"a":1}\n',
      '{"format":"consent-evidence-bundle/v2"}',
      '{"format":"consent-closing-statement/v2"}',
      '{"@context":[]}',
      '[]',
      '{"entries":[]',
      KEY,
    ]);
    expect(agreed.map((each) => (each as { other?: string }).other)).toEqual([
      'otherJson',
      undefined,
      'csv',
      'csv',
      'checkpoint',
      'tlogProof',
      'webPage',
      'accessReport',
      'export',
      'laterFormat',
      'laterFormat',
      'jsonLd',
      'otherJson',
      undefined,
      'noJson',
    ]);
  });
});
