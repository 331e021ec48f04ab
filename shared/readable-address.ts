import { domainToUnicode } from 'node:url';
import { readEmailAddress } from './email-address';
import { isNearProvider } from './limits/domain-meant';

/**
 * What a label may be made of to be shown in its own letters: those of one script, as browsers have it (Unicode Technical Standard 39,
 * "single script"; Chromium's rules for internationalised domains). Of Latin the letters that European languages write, without
 * those that look like another one at a glance (dotless i, l with a dot, long s, thorn, kra). What is written from right to left is left
 * out: beside an ASCII part nobody sees any more where the domain begins.
 */
const LATIN =
  /^[a-z0-9\u00df-\u00f6\u00f8-\u00fd\u00ff-\u0130\u0132-\u0137\u0139-\u013f\u0141-\u0148\u014a-\u017e\u0219\u021b-]+$/;
const EAST_ASIAN = /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー0-9-]+|[\p{Script=Hangul}0-9-]+)$/u;

/** Whole words of these can be written so that they look Latin: they are shown where the end of the domain is of that script, too. */
const LIKE_LATIN = [/^[\p{Script=Cyrillic}0-9-]+$/u, /^[\p{Script=Greek}0-9-]+$/u];

/**
 * An address as people read it: with the letters of its domain where nobody can take them for others, and with punycode otherwise. For
 * machines it stays as it is.
 */
export function readableAddress(address: string): string {
  const read = readEmailAddress(address);
  if (typeof read === 'string' || !/[@.]xn--/.test(read.mailbox)) return address;
  const at = read.mailbox.lastIndexOf('@') + 1;
  const domain = domainToUnicode(read.mailbox.slice(at));
  return isSafe(domain) ? read.mailbox.slice(0, at) + domain : read.mailbox;
}

/** The same with its form for machines beside it, for whoever has to prove which it was. */
export function inBothForms(address: string): string {
  const read = readEmailAddress(address);
  const readable = readableAddress(address);
  return typeof read === 'string' || !/[@.]xn--/.test(read.mailbox) || readable === read.mailbox
    ? readable
    : `${readable} (${read.mailbox})`;
}

function isSafe(domain: string): boolean {
  const labels = domain.split('.');
  const end = labels.at(-1) ?? '';
  const isOne = (label: string): boolean =>
    LATIN.test(label) || EAST_ASIAN.test(label) || LIKE_LATIN.some((script) => script.test(label) && script.test(end));
  return labels.every(isOne) && !isNearProvider(domain);
}
