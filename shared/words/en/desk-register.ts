import type { deskRegister as german } from '../de/desk-register';

/** What the page about wordings says. */
export const deskRegister: typeof german = {
  title: (site) => `Wordings of ${site}`,
  intro:
    'What consents rest on: each text, each version, each language. Each version that something rests on stays here.',
  loading: 'Loading …',
  current: 'shown today',
  earlier: 'earlier',
  version: (version) => `Version ${version}`,
  unknownVersion: 'no longer in the configuration',
  language: 'Language',
  languages: { de: 'German', en: 'English' },
  resting: 'Resting on it',
  people: (count) => `${count} people`,
  one: 'one person',
  nobody: 'nobody',
  since: 'Agreed',
  between: (from, to) => (from === to ? `on ${from}` : `from ${from} to ${to}`),
  state: 'State',
  text: 'Text',
  show: 'Show the text',
  hash: 'Check value',
  counted: (time) => `Counted: ${time}. What is in force is counted, at most every five minutes.`,
  assets: 'Downloads',
};
