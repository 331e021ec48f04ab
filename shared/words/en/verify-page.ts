import type { verifyPage as de } from '../de/verify-page';

/** What the verifier's page says, apart from what it finds. */
export const verifyPage: typeof de = {
  title: 'Check evidence',
  noScript:
    'This page checks the file on your device. For that it needs JavaScript, which is switched off or missing here. Please switch it on, or open the page in another browser.',
  commandLine: 'Without a browser, the command line of the software checks it, with the same result:',
  command: 'npm run cli -- verify FILE --log https://SERVER/log',
  intro: 'Check here whether evidence of a consent is unaltered: the JSON file, or the PDF that it is attached to.',
  choose: 'Choose a file',
  drop: 'or drop it here',
  private:
    'The file stays on your device; nothing of it is sent. All that still comes from this page’s server is the public keys of its log. Saved, the page works without internet, too.',
  more: 'Check more closely: with keys from elsewhere, or a checkpoint of your own',
  key: 'Key of the log',
  keyHint: 'If you know it from elsewhere, such as the log’s address (/log/keys) or a receipt.',
  keyWrong: 'This is not a complete key. One looks like log.example+1a2b3c4d+AZ…',
  witness: 'Key of a witness',
  witnessHint:
    'A witness watches the log, and publishes its own key. With it, this page checks whether there can be a second version.',
  witnessWrong: 'This is not a complete key of a witness. One looks like witness.example+1a2b3c4d+BB…',
  checkpoint: 'Checkpoint that you kept',
  checkpointHint: 'The whole text, with the signature at its end.',
  checking: 'Checking the file …',
  checked: (name) => `Checked: ${name}`,
  unreadable: 'The file could not be opened. Please try again.',
  claimsTitle: 'In detail',
  language: 'Language',
};
