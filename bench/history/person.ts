import type { RecordId, SubjectId } from '../../shared/ids';
import { links, subjectKey } from '../../functions/deps/secrets';
import { ledger } from '../../functions/deps/tables';
import type { Entry, Step } from '../../shared/consent/entry';
import { eachOf } from '../../shared/ledger/batches';
import { seal } from '../../shared/ledger/chain';
import { append, readHistory, readWholeHistory } from '../../shared/ledger/ledger';
import { subjectId } from '../../shared/ledger/subject-id';
import { linkUrl } from '../../shared/links/link';
import { LINK_KINDS, type LinkKind } from '../../shared/links/link-token';
import { callFunction } from '../stage/functions';
import { press, signUpRequest, someAddress } from '../stage/visitor';

const SITE = 'demo';

/** Somebody with a confirmed newsletter and whitepaper, and so many entries in all. */
export interface Person {
  readonly email: string;
  readonly subject: SubjectId;
  /** The links of the record that began last. */
  links(): Promise<Readonly<Record<LinkKind, string>>>;
  /** How many steps there are. */
  steps(): Promise<number>;
  stepsFrom(place: number): Promise<readonly Entry[]>;
}

export async function personWith(entries: number): Promise<Person> {
  const email = someAddress();
  const subject = await subjectId(subjectKey(), SITE, email);
  const linksNow = () => linksOf(subject);
  await callFunction(signUpRequest(email, { purposes: ['newsletter-product'], asset: 'whitepaper-consent' }));
  await callFunction({ ...press((await linksNow()).confirm), body: 'choice=all' });
  await grow(subject, entries);
  const all = async () => (await readWholeHistory(ledger(), subject, new Date())).entries;
  return {
    ...{ email, subject, links: linksNow },
    steps: async () => (await all()).length,
    stepsFrom: async (place) => (await all()).slice(place),
  };
}

/** What comes about over years without a mail to the person: languages, reports of use, what those who mail were told. */
async function grow(subject: SubjectId, size: number): Promise<void> {
  const { entries, tail } = await readHistory(ledger(), subject, new Date());
  const recordId = entries[0]!.recordId!;
  const grown = [];
  let last = tail;
  for (let n = entries.length; n < size; n++) {
    last = seal(stepOf(n, recordId), { subject, parts: {} }, last);
    grown.push(last);
  }
  await eachOf(grown, (entry) => append(ledger(), entry as Parameters<typeof append>[1], undefined));
}

function stepOf(n: number, recordId: RecordId): Step {
  const usual = { site: SITE, at: new Date().toISOString(), purposes: [] };
  const tool = { kind: 'operator', id: 'tool' } as const;
  const steps: readonly Step[] = [
    { ...usual, type: 'LanguageChosen', actor: { kind: 'subject' }, language: n % 2 ? 'de' : 'en', facts: {} },
    { ...usual, type: 'ActivityReported', actor: tool, recordId, facts: { mailedAt: usual.at } },
    {
      ...usual,
      type: 'ProcessorInformed',
      actor: { kind: 'system' },
      facts: { processor: 'newsletter-tool', upTo: n },
    },
  ] as unknown as Step[];
  return steps[n % steps.length]!;
}

async function linksOf(subject: SubjectId): Promise<Readonly<Record<LinkKind, string>>> {
  const { entries } = await readHistory(ledger(), subject, new Date());
  const { recordId } = entries.findLast((entry) => entry.type === 'ConsentRequested')!;
  if (recordId === undefined) throw new Error('There is no record.');
  const kinds = Object.keys(LINK_KINDS) as LinkKind[];
  const urls = await Promise.all(kinds.map((kind) => linkUrl(links(), { kind, subject, recordId, purposes: [] })));
  return Object.fromEntries(kinds.map((kind, n) => [kind, urls[n]])) as Record<LinkKind, string>;
}
