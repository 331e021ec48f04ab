import { createHash } from 'node:crypto';
import { signNote, verifierKey } from '../../shared/log/note';
import { openNote, parseCheckpoint, parseVerifierKey, parseWitnessKey } from '../../shared/verify/note';
import { SIGNER } from '../evidence/sample-bundle';
import { testWitness } from '../log/witness-key';
import { STRANGER, STRANGER_KEY } from './stranger';

const KEY = verifierKey(SIGNER);
const [NAME = ''] = KEY.split('+');
const WITNESS = testWitness('witness.example/w1', 21);
const AT = '2026-11-02T08:30:00.000Z';
/** For a public key of whatever bytes. */
const SOME_KEY = Buffer.alloc(32, 7);

/** As https://c2sp.org/signed-note#verifier-keys has it, of whatever bytes. */
function keyOf(publicKey: Uint8Array, type = 1, name = NAME): string {
  const key = Buffer.concat([Buffer.of(type), publicKey]);
  const id = createHash('sha256').update(`${name}\n`).update(key).digest().subarray(0, 4);
  return `${name}+${id.toString('hex')}+${key.toString('base64')}`;
}

const lineOf = (name: string, bytes: Uint8Array): string => `\u2014 ${name} ${Buffer.from(bytes).toString('base64')}\n`;
/** The bytes of a line: key id, time if it is a cosignature, and signature. */
const bytesOf = (line: string): Buffer => Buffer.from(line.trimEnd().split(' ')[2] ?? '', 'base64');
const lastLine = (note: string): string => /\u2014 .*\n$/.exec(note)?.[0] ?? '';

describe('a key', () => {
  test('of Ed25519 has 32 bytes: one of another length is none, whatever its id', () => {
    expect(parseVerifierKey(keyOf(SOME_KEY))?.publicKey).toHaveLength(32);
    for (const length of [0, 31, 33, 64]) expect(parseVerifierKey(keyOf(Buffer.alloc(length, 7)))).toBeUndefined();
  });

  test('is of a log or of a witness, by its first byte, and none of any other kind', () => {
    const read = parseVerifierKey(keyOf(SOME_KEY));
    expect(read?.name).toBe(NAME);
    expect(Buffer.from(read?.publicKey ?? [])).toEqual(SOME_KEY);
    expect(Buffer.from(read?.id ?? []).toString('hex')).toBe(keyOf(SOME_KEY).split('+')[1]);
    expect(parseWitnessKey(keyOf(SOME_KEY, 4))?.name).toBe(NAME);
    expect(parseWitnessKey(keyOf(SOME_KEY))).toBeUndefined();
    expect(parseVerifierKey(keyOf(SOME_KEY, 4))).toBeUndefined();
    for (const type of [0, 2, 5, 255]) expect(parseVerifierKey(keyOf(SOME_KEY, type))).toBeUndefined();
  });

  test('has the id that follows from its name and bytes, in small letters', () => {
    const key = keyOf(SOME_KEY);
    const [, hex = '', base64 = ''] = key.split('+');
    const others = ['00000000', hex.slice(1), `${hex}0`, hex.toUpperCase(), ''];
    for (const id of others.filter((one) => one !== hex)) {
      expect(parseVerifierKey(`${NAME}+${id}+${base64}`)).toBeUndefined();
    }
    expect(parseVerifierKey(`other+${hex}+${base64}`)).toBeUndefined();
    for (const text of [` ${key}`, `${key} `, `${key}\n`, `x\n${key}`, `${key}+`, `${key}=`, hex, '']) {
      expect(parseVerifierKey(text)).toBeUndefined();
    }
  });

  test('has an id of eight digits also where one of its bytes is small', () => {
    const names = Array.from({ length: 40 }, (_, n) => `log${n}.example`);
    for (const name of names) expect(parseVerifierKey(keyOf(SOME_KEY, 1, name))?.name).toBe(name);
  });

  test('has a name of one word, without a plus sign', () => {
    for (const name of ['a b', 'a+b', 'a\nb', '']) {
      expect(parseVerifierKey(keyOf(SOME_KEY, 1, name))).toBeUndefined();
    }
  });
});

describe('a note', () => {
  test('has an empty line before its signatures, and what was signed ends before the last of such', async () => {
    const text = 'log.example.com\n1\n\nmore\n\n';
    const opened = openNote(await signNote(text, [SIGNER]), [KEY]);
    expect(opened).toMatchObject({ text, signers: [KEY], forged: [], unknown: [], cosigners: [] });
  });

  test('a line of a signature with a key id and nothing else is none, and so is the note', async () => {
    const note = await signNote('text\n', [SIGNER]);
    const withLine = (bytes: number): string => note + lineOf('other', Buffer.alloc(bytes, 1));
    for (const bytes of [1, 4]) expect(openNote(withLine(bytes), [KEY])).toBeUndefined();
    // How long a signature is, is for its kind to say.
    expect(openNote(withLine(5), [KEY])).toMatchObject({ signers: [KEY], unknown: ['other'] });
  });

  test('is none with anything but signatures behind it', async () => {
    const note = await signNote('text\n', [SIGNER]);
    const [, base64 = ''] = / (\S+)\n$/.exec(lastLine(note)) ?? [];
    const lines = [`- ${NAME} ${base64}`, `\u2014 ${NAME}  ${base64}`, `\u2014 a+b ${base64}`, `\u2014 ${base64}`, 'x'];
    for (const line of [...lines, `x\u2014 a ${base64}`, `\u2014 a ${base64} x`, `\u2014 a ${base64.slice(1)}`]) {
      expect(openNote(`${note}${line}\n`, [KEY])).toBeUndefined();
    }
    for (const other of [
      note.slice(0, -1),
      `${note.slice(0, -1)}x`,
      `${note}\n`,
      `text\n\n`,
      `text\n${lastLine(note)}`,
      lastLine(note),
      '',
    ]) {
      expect(openNote(other, [KEY])).toBeUndefined();
    }
  });

  test('is none without a text, or with what no terminal should be shown', async () => {
    const line = lastLine(await signNote('text\n', [SIGNER]));
    for (const text of ['\n', '\ta\n', 'a\r\n', '\0\n', '\u001b\n', 'a\u001fb\n', 'a\u000bb\n', '\ud800\n']) {
      expect(openNote(`${text === '\n' ? '' : text}\n${line}`, [KEY])).toBeUndefined();
    }
    for (const text of ['a b\n', 'ü\u007f\n', '\u{1f600}\n'])
      expect(openNote(`${text}\n${line}`, [KEY])?.text).toBe(text);
  });

  test('a signature of another text is forged, and one by a key that nobody knows is named', async () => {
    const note = await signNote('text\n', [SIGNER, STRANGER]);
    expect(openNote(note, [KEY, STRANGER_KEY])).toMatchObject({ signers: [KEY, STRANGER_KEY], forged: [] });
    expect(openNote(note, [KEY])).toMatchObject({ signers: [KEY], unknown: [STRANGER.name] });
    const changed = note.replace('text', 'test');
    expect(openNote(changed, [KEY])).toMatchObject({ text: 'test\n', signers: [], forged: [KEY] });
    expect(openNote(note, [])).toMatchObject({ signers: [], forged: [], unknown: [NAME, STRANGER.name] });
  });

  test('a signature is by the key of its name and of its id', async () => {
    const note = await signNote('text\n', [SIGNER]);
    const renamed = note.replace(`\u2014 ${NAME} `, '\u2014 other.example ');
    expect(openNote(renamed, [KEY])).toMatchObject({ signers: [], forged: [], unknown: ['other.example'] });
    const bytes = bytesOf(lastLine(note));
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    const ofAnotherId = `text\n\n${lineOf(NAME, bytes)}`;
    expect(openNote(ofAnotherId, [KEY])).toMatchObject({ signers: [], forged: [], unknown: [NAME] });
    expect(openNote(ofAnotherId, ['nonsense', KEY, NAME])).toMatchObject({ forged: [], unknown: [NAME] });
  });
});

describe('a cosignature', () => {
  const noteWith = async (line: string): Promise<string> => (await signNote('text\n', [SIGNER])) + line;
  const open = async (line: string) => openNote(await noteWith(line), [KEY], [WITNESS.key]);
  const cosigned = (at: string): string => WITNESS.cosign('', new Date(at), 'text\n');
  const forged = { signers: [KEY], cosigners: [], forged: [WITNESS.key], unknown: [] };

  test('says when the witness saw the note', async () => {
    expect(await open(cosigned(AT))).toEqual({
      text: 'text\n',
      signers: [KEY],
      cosigners: [{ key: WITNESS.key, at: AT }],
      forged: [],
      unknown: [],
    });
    expect(openNote(await noteWith(cosigned(AT)), [KEY])).toMatchObject({ cosigners: [], unknown: [WITNESS.name] });
  });

  test('may be as late as the year 9999, and not later', async () => {
    const last = '9999-12-31T23:59:59.000Z';
    expect(await open(cosigned(last))).toMatchObject({ cosigners: [{ at: last }] });
    expect(await open(WITNESS.cosign('', new Date(Date.parse(last) + 1000), 'text\n'))).toEqual({
      text: 'text\n',
      ...forged,
    });
  });

  test('of another text, or with another time, is forged', async () => {
    expect(await open(WITNESS.cosign('', new Date(AT), 'test\n'))).toMatchObject(forged);
    const bytes = bytesOf(cosigned(AT));
    bytes[11] = (bytes[11] ?? 0) + 1;
    expect(await open(lineOf(WITNESS.name, bytes))).toMatchObject(forged);
  });

  test('that ends within its time, or behind it, is forged', async () => {
    const bytes = bytesOf(cosigned(AT));
    for (const length of [5, 11, 12, 13, bytes.length - 1]) {
      expect(await open(lineOf(WITNESS.name, bytes.subarray(0, length)))).toMatchObject(forged);
    }
  });

  test('with the time left out of its line is forged', async () => {
    const bytes = bytesOf(cosigned(AT));
    const without = Buffer.concat([bytes.subarray(0, 4), bytes.subarray(12)]);
    expect(await open(lineOf(WITNESS.name, without))).toMatchObject(forged);
  });
});

describe('a checkpoint', () => {
  const root = Buffer.alloc(32, 5).toString('base64');
  const textOf = (origin: string, size: string, base64: string, more = ''): string =>
    `${origin}\n${size}\n${base64}\n${more}`;

  test('has an origin, a size and a root, and perhaps further lines', () => {
    for (const [text, size] of [
      ['0', 0],
      ['1', 1],
      ['120', 120],
      ['9007199254740991', 2 ** 53 - 1],
    ] as const) {
      const read = parseCheckpoint(textOf('log.example', text, root, 'more\n'));
      expect(read).toMatchObject({ origin: 'log.example', size });
      expect(Buffer.from(read?.root ?? []).toString('base64')).toBe(root);
    }
  });

  test.each([
    ['no origin', textOf('', '1', root)],
    ...['01', '-1', '1.0', '1e3', '', ' 1', '1 ', 'x1', '9007199254740992'].map((size) => [
      `"${size}" for a size`,
      textOf('log.example', size, root),
    ]),
    ...[31, 33, 0].map((bytes) => [
      `a root of ${bytes} bytes`,
      textOf('log.example', '1', Buffer.alloc(bytes, 5).toString('base64')),
    ]),
    ['a root that is no base64', textOf('log.example', '1', `${root.slice(0, -1)}`)],
    ['no newline at its end', textOf('log.example', '1', root).slice(0, -1)],
    ['no newline behind further lines', textOf('log.example', '1', root, 'more')],
    ['an origin alone', 'log.example\n'],
    ['nothing', ''],
  ])('with %s is none', (_what, text = '') => {
    expect(parseCheckpoint(text)).toBeUndefined();
  });
});
