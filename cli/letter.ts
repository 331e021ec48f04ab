import { text } from 'node:stream/consumers';
import { LETTERS } from '../shared/consent/steps/person-informed';
import { command } from './command';
import { CommandError } from './command-error';
import { LANGUAGE, OUT, SITE, SYSTEM, tokenNote } from './options';
import { saveAnswer } from './save-answer';
import { ledgerOf } from './system';

/** Who it is, and where the letter goes. */
async function readWriter(): Promise<{ readonly email: string; readonly recipient?: string[] }> {
  const [email = '', ...recipient] = (await text(process.stdin)).split('\n').map((line) => line.trim());
  const lines = recipient.filter((line) => line !== '');
  return { email, ...(lines.length > 0 && { recipient: lines }) };
}

export const letter = command({
  name: 'letter',
  usage: ['--site SITE (--email-stdin | --id ID) --kind KIND [options]'],
  about: `Makes a letter to a person, ready to be sent, of what is in their history and of nothing else. That it was made becomes part of
the person's record, with a digest of its text; whether it was sent only you know.`,
  options: {
    site: SITE,
    'email-stdin': {
      says: 'the address is the first line of standard input; name and postal address may follow, for the envelope',
    },
    id: { takes: 'ID', says: 'or the person by the id that lists name them by' },
    kind: { takes: 'KIND', says: `what it says: ${LETTERS.join(', ')}`, oneOf: LETTERS, isNeeded: true },
    'for-case': { takes: 'ID', says: 'the request that it answers (received, extended)' },
    text: { takes: 'TEXT', says: 'your reasons, a paragraph of it (extended, refusal)' },
    format: { takes: 'FORM', says: 'pdf or text', oneOf: ['pdf', 'text'], default: 'pdf' },
    language: { ...LANGUAGE, says: "of the letter (default: the person's own)" },
    out: OUT,
    'dry-run': { says: 'print it as text, and write nothing down' },
    url: SYSTEM,
  },
  notes: tokenNote('evidence:write'),
  exits: { 0: 'written', 1: 'refused' },
  run: async (given) => {
    const {
      'email-stdin': fromInput,
      id,
      kind,
      'for-case': forCase,
      text: reasons,
      format,
      language,
      out,
      ...rest
    } = given;
    if (fromInput === (id !== undefined)) throw new CommandError('Say either --email-stdin or --id.');
    const isDry = rest['dry-run'];
    const order = {
      ...(id === undefined ? await readWriter() : { id }),
      kind,
      ...(forCase !== undefined && { forCase }),
      ...(reasons !== undefined && { text: reasons }),
      ...(language && { language }),
      ...(isDry && { dryRun: true as const }),
    };
    const type = isDry || format === 'text' ? 'text/plain' : 'application/pdf';
    await saveAnswer(await ledgerOf(rest, 'evidence:write').letter(order, type), isDry ? '-' : out);
  },
});
