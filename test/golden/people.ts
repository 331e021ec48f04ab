import { recordIdOf } from '../../shared/ids';
import type { Facts, Step } from '../../shared/consent/entry';
import { ENTRY_TYPES, type EntryType } from '../../shared/consent/steps';
import type { Bundle } from '../../shared/evidence/bundle';
import type { Parts } from '../../shared/ledger/part';
import { evidenceOf, KINDS } from '../evidence/people';
import { sampleBundle } from '../evidence/sample-bundle';
import type { Taken } from '../evidence/sample-steps';

const SIGN_UP = recordIdOf(Buffer.alloc(16, 3));
const REQUEST = Buffer.alloc(16, 9).toString('base64url');
const REASON = { reason: { reason: 'Schreiben vom 9. November' } };

/**
 * An example of a step of each type that no other sample has. A new type needs one here, or there; then
 * `npx tsx test/golden/add.ts` adds somebody who has it.
 */
const EXAMPLES: Partial<
  Record<EntryType, { readonly facts: Facts; readonly more?: Partial<Step>; readonly parts?: Parts }>
> = {
  RightRequested: { facts: { right: 'erasure', request: REQUEST, confirmBy: '2026-11-13T10:00:00.000Z' } },
  ObjectionRaised: { facts: { via: 'letter', receivedOn: '2026-11-09' }, parts: REASON },
  ObjectionDecided: { facts: { decision: 'refused' }, parts: REASON },
  ConsentRefused: { facts: { via: 'one-click' }, more: { recordId: SIGN_UP } },
  KeptOnReview: { facts: { reviewed: 'consents' }, parts: REASON },
  RequestReceived: {
    facts: { case: REQUEST, wish: 'erasure', via: 'letter', receivedOn: '2026-11-09' },
    parts: REASON,
  },
  RequestNoted: { facts: { case: REQUEST, did: 'identity-checked', identity: 'reply-to-address' }, parts: REASON },
  PersonInformed: { facts: { letter: 'received', template: '1', forCase: REQUEST }, parts: REASON },
  RenewedConsentGiven: { facts: { privacyNotice: '3.1' }, more: { recordId: SIGN_UP } },
};

/** Somebody who has whatever sample steps there are, and each of these types; with the wordings of the sign-up. */
async function withTypes(types: readonly EntryType[]): Promise<Bundle> {
  const [request] = (await sampleBundle()).entries;
  const purposes = request?.entry.purposes ?? [];
  const besides = types.flatMap((type, n): Taken[] => {
    const example = EXAMPLES[type];
    if (!example) return [];
    const { facts, more, parts = {} } = example;
    const at = new Date(Date.parse('2026-11-12T10:00:00.000Z') + n * 60_000).toISOString();
    const actor = parts.reason ? { kind: 'operator' as const, id: 'privacy-desk' } : { kind: 'subject' as const };
    const step = { type, site: 'demo', at, actor, language: 'de', purposes, facts, ...more } as Step;
    return [{ step, parts }];
  });
  return sampleBundle({ further: 'ended', besides, others: 30 });
}

const typesIn = ({ entries }: Bundle): readonly string[] => entries.map(({ entry }) => entry.type);

/** Whom version 1 has to have: each kind that documents are made for; and whoever has the types that `known` lacks. */
export async function wanted(known: ReadonlySet<string>): Promise<ReadonlyMap<string, () => Promise<Bundle>>> {
  const kinds = KINDS.map((kind) => [kind, () => evidenceOf(kind, 'de', { others: 30 })] as const);
  const lacking = ENTRY_TYPES.filter((type) => !known.has(type));
  const person = lacking.length > 0 ? await withTypes(lacking) : undefined;
  const left = lacking.filter((type) => person && !typesIn(person).includes(type));
  if (left.length > 0) throw new RangeError(`There is no example of ${left.join(', ')}: see EXAMPLES.`);
  const name = `types-${known.size + 1}-${ENTRY_TYPES.length}`;
  return new Map([...kinds, ...(person ? [[name, () => Promise.resolve(person)] as const] : [])]);
}
