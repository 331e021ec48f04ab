import PostalMime, { type Address } from 'postal-mime';
import { factsOf } from '../../consent/entry';
import type { Mail } from '../../ledger/part';
import type { BundleEntry } from '../bundle';
import { code, plain, type Block, type Fact, type Section } from '../../document/content';
import { fullTime } from '../../words/times';
import { stepNumber, type Matter } from './names';
import { lookAt, type Look } from '../look-at';
import { wordFor } from '../word-for';
import { ranges } from './ranges';

/** The mails as they were sent, or as they came in, decoded. */
export async function mails(matter: Matter): Promise<Section> {
  const { bundle, texts } = matter;
  const all = bundle.entries.filter(({ entry, parts }) => entry.type === 'MailSent' || 'mail' in parts);
  const shown = await Promise.all(all.map((step) => mailBlocks(matter, step, lookAt(step, 'mail'))));
  const notShown = ABSENCES.flatMap((why) => absentMails(matter, all, why));
  const intro = all.length > 0 ? texts.mails.intro : texts.mails.none;
  const links = shown.some((blocks) => blocks.length > 0) ? [plain(texts.mails.links)] : [];
  return {
    title: texts.sections.mails,
    blocks: [{ kind: 'paragraph', lines: [plain(intro), ...links] }, ...notShown, ...shown.flat()],
  };
}

const ABSENCES = ['withheld', 'gone', 'missing', 'unsaved', 'none'] as const;

function absentMails({ texts }: Matter, all: readonly BundleEntry[], why: (typeof ABSENCES)[number]) {
  const places = all.filter((step) => lookAt(step, 'mail') === why).map(({ entry }) => stepNumber(entry));
  if (places.length === 0) return [];
  const text = texts.mails.notShown(ranges(places), texts.absence[why]);
  return [{ kind: 'paragraph' as const, lines: [plain(text)] }];
}

async function mailBlocks(matter: Matter, { entry }: BundleEntry, mail: Look<'mail'>): Promise<Block[]> {
  if (typeof mail === 'string') return [];
  const { texts, words, language } = matter;
  const { headers, text } = await decoded(mail, texts.mails.facts);
  const { messageId } = factsOf(entry);
  const kind = entry.type === 'MailSent' ? wordFor(words.mails, entry.facts.mail) : words.received;
  const facts: Fact[] = [
    ...headers,
    { label: texts.mails.facts.entry, value: [plain(`${stepNumber(entry)}`)] },
    ...(messageId === undefined ? [] : [{ label: texts.mails.facts.messageId, value: [code(messageId)] }]),
  ];
  return [
    { kind: 'heading', text: texts.mails.heading(kind, fullTime(entry.at, language)) },
    { kind: 'facts', facts },
    text === undefined
      ? { kind: 'paragraph', lines: [plain(texts.mails.unreadable)] }
      : { kind: 'quote', text, tone: 'plain' },
  ];
}

/** Sender, recipient, subject and text of a mail; without text where it has none to show. */
export async function decoded({ raw }: Mail, labels: Record<'from' | 'to' | 'subject', string>) {
  const { from, to, subject, text } = await PostalMime.parse(raw);
  const headers: Fact[] = [
    { label: labels.from, value: [plain(from ? mailbox(from) : '')] },
    { label: labels.to, value: [plain((to ?? []).map(mailbox).join(', '))] },
    { label: labels.subject, value: [plain(subject ?? '')] },
  ];
  return { headers, text: text?.trimEnd() };
}

function mailbox({ name, address }: Address): string {
  return name && address ? `${name} <${address}>` : (address ?? name);
}
