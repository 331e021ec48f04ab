import { factsOf, nameOf } from '../../consent/entry';
import { isUnderstoodStep, stepsInOrder, type AnyBundleEntry, type BundleEntry } from '../bundle';
import {
  faint,
  plain,
  shortened,
  strong,
  type Block,
  type Cell,
  type Column,
  type Section,
} from '../../document/content';
import { factLines } from '../fact-lines';
import { said } from '../said';
import { languageName } from '../code-names';
import { stepsIn } from '../../words/steps';
import { nameOfAsset, nameOfPurpose, stepNumber, type Matter } from './names';
import { landingTimes } from './landing';
import { wordFor } from '../word-for';
import { lookAt } from '../look-at';
import { isUnproven } from '../unproven';
import { fullTime, shortTime } from '../../words/times';

const WIDTHS = [26, 116, 190, 149] as const;
/** What browsers and the like say of themselves; in full it is in the attachment. */
const LONGEST = 160;
/** So that a row fits onto a page. */
const LONGEST_LIST = 600;
const LONGEST_REASON = 1500;

/** Every step, in order. */
export function timeline(matter: Matter): Section {
  const { bundle, texts } = matter;
  const columns = texts.timeline.columns.map((title, n): Column => ({ title, width: WIDTHS[n] ?? 0 }));
  const deleted = texts.timeline.deleted(bundle.deleted.map((seq) => stepNumber({ seq })).join(', '));
  const blocks: Block[] = [
    { kind: 'paragraph', lines: [plain(texts.timeline.intro)] },
    { kind: 'table', columns, rows: stepsInOrder(bundle).map((entry) => step(matter, entry)) },
    ...(bundle.deleted.length > 0 ? [{ kind: 'paragraph' as const, lines: [plain(deleted)] }] : []),
  ];
  return { title: texts.sections.timeline, blocks };
}

function step(matter: Matter, step: AnyBundleEntry): Cell[] {
  const { entry } = step;
  return [
    [plain(`${stepNumber(entry)}`)],
    [plain(shortTime(entry.at, matter.language)), faint(utc(entry.at))],
    ...(isUnderstoodStep(step) ? [whatHappened(matter, step), byWhom(matter, step)] : notKnown(matter, step)),
  ];
}

/** What a later version wrote: that it is there, and no more. */
function notKnown({ texts }: Matter, { entry: { type, hash } }: AnyBundleEntry): Cell[] {
  return [[strong(texts.timeline.notKnown), plain(type)], [faint(hash)]];
}

const utc = (iso: string): string => iso.replace('T', ' ').replace('Z', ' UTC');

function whatHappened(matter: Matter, step: BundleEntry): Cell {
  const { texts, words, language } = matter;
  const { type, purposes, asset, language: chosen } = step.entry;
  const facts = factsOf(step.entry);
  const names = [
    ...purposes.map(({ id }) => nameOfPurpose(matter, id)),
    ...(asset ? [nameOfAsset(matter, asset.id)] : []),
  ];
  const reason = reasonOf(step);
  const label = labelOf(step);
  const address = lookAt(step, 'address');
  const more = [
    shortened(names.join(', '), LONGEST_LIST),
    ...factLines(matter, facts),
    landingTimes(matter, step),
    type === 'LanguageChosen' && chosen && words.chosen(languageName(chosen, language)),
    reason !== undefined && texts.cover.reason(shortened(reason, LONGEST_REASON)),
    label !== undefined && texts.cover.label(label),
  ];
  const faintly = [
    facts.confirmBy && words.confirmBy(fullTime(facts.confirmBy, language)),
    facts.messageId && words.messageId(facts.messageId),
    typeof address === 'object' &&
      address.page &&
      words.page(shortened(address.page.url, LONGEST), words.pageKnownBy[address.page.knownBy]),
  ];
  return [strong(stepsIn(language)[type]), ...said(more).map(plain), ...said(faintly).map(faint)];
}

/** Why it was read, or why an operator did it. */
function reasonOf(step: BundleEntry): string | undefined {
  const looks = [lookAt(step, 'reading'), lookAt(step, 'reason')];
  return looks.find((look) => typeof look === 'object')?.reason;
}

/** What the operator calls the dispute that data are held for. */
function labelOf(step: BundleEntry): string | undefined {
  const look = lookAt(step, 'reason');
  return typeof look === 'object' ? look.label : undefined;
}

function byWhom({ bundle, texts, words }: Matter, step: BundleEntry): Cell {
  const { actor } = step.entry;
  const all = bundle.entries.map(({ entry }) => entry);
  const kind = isUnproven(step.entry, all) ? words.unproven : wordFor(words.actors, actor.kind);
  const who = plain('id' in actor ? `${kind}: ${nameOf(actor)}` : kind);
  const network = lookAt(step, 'network');
  if (network === 'none') return [who];
  if (typeof network === 'string') return [who, faint(words.noAddress(texts.absence[network]))];
  return [
    who,
    ...(network.ip === undefined ? [] : [plain(`IP ${network.ip}`)]),
    faint(words.ipSources[network.ipSource]),
    ...(network.userAgent === undefined ? [] : [faint(shortened(network.userAgent, LONGEST))]),
    ...(network.signedUpBy === undefined ? [] : [faint(words.signedUpFrom(whole(network.signedUpBy)))]),
    ...(network.fetchedBy === undefined ? [] : [faint(words.fetchedFrom(whole(network.fetchedBy)))]),
  ];
}

function whole(program: object): string {
  return shortened(Object.values(program).join(', '), LONGEST);
}
