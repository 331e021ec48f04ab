import { asRecord, asSubject } from '../ids';
import { inflateRawSync } from 'node:zlib';
import { DeleteItemCommand, PutItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Step } from '../../shared/consent/entry';
import type { Digest, SubjectId } from '../../shared/ids';
import { seal } from '../../shared/ledger/chain';
import { append, readHistory, readWholeHistory } from '../../shared/ledger/ledger';
import { identityParts, sealParts } from '../../shared/ledger/part';
import { putPart } from '../../shared/ledger/vault';
import { RULES } from '../consent/every-decision';
import { tellConsumer, type Item, type World } from './world';

const SITE = 'demo';

/** Somebody of the demo site with as many steps as a test wants, all of them an hour apart. */
export class LongLived {
  private constructor(
    private readonly world: World,
    readonly subject: SubjectId,
  ) {}

  /** Who signed up for two purposes of the model and confirmed. */
  static async begin(world: World, name: string): Promise<LongLived> {
    const one = new LongLived(world, asSubject(await world.subjectId(`${name}@example.com`)));
    await one.signUp('r1');
    return one;
  }

  /** The same, of whom `retention` made a summary. */
  static async summed(world: World, name: string, repetitions = 30): Promise<LongLived> {
    const one = await LongLived.begin(world, name);
    await one.repeat(repetitions);
    await one.retain();
    expect(await one.summary()).toBeDefined();
    return one;
  }

  async signUp(record: string): Promise<void> {
    const parts = sealParts(identityParts({ email: 'long@example.com' }, { firstName: 'Erika' }));
    const { vault } = this.world.deps;
    for (const part of parts) await putPart(vault, this.subject, asRecord(record), part, new Date('2100-01-01'));
    const named = Object.fromEntries(parts.map((part) => [part.class, part.digest]));
    await this.add({ ...request(record), parts: named }, { type: 'ConsentGiven', ...about(record) });
  }

  /** Whatever says again what others said, so many times. */
  async repeat(times: number): Promise<void> {
    const steps = Array.from({ length: times }, (_, n) => REPETITIONS[n % REPETITIONS.length]!);
    await this.add(...steps);
  }

  /** Writes these steps, past all rules. */
  async add(...steps: readonly object[]): Promise<void> {
    for (const step of steps) {
      this.world.advance('PT1H');
      const { tail } = await readWholeHistory(this.world.deps.ledger, this.subject, new Date());
      const entry = seal(stepOf(step, tail.seq), { subject: this.subject, parts: partsOf(step) }, tail);
      await append(this.world.deps.ledger, entry, undefined);
    }
  }

  /** Tells `retention` of a step, as its queue would. */
  retain(): Promise<void> {
    return tellConsumer('retention', { site: SITE, subject: this.subject, seq: 0 });
  }

  async put(item: Item): Promise<void> {
    const Item = marshall(item, { removeUndefinedValues: true });
    await this.world.dynamo.send(new PutItemCommand({ TableName: this.world.deps.ledger.name, Item }));
  }

  async remove({ pk, sk }: Item): Promise<void> {
    const Key = marshall({ pk, sk });
    await this.world.dynamo.send(new DeleteItemCommand({ TableName: this.world.deps.ledger.name, Key }));
  }

  async items(): Promise<Item[]> {
    return (await this.world.items('ledger')).filter(({ pk }) => pk === `subject#${this.subject}`);
  }

  async summary(): Promise<Item | undefined> {
    return (await this.items()).find(({ sk }) => sk === 'summary');
  }

  /** How many entries whoever decides reads, of how many; what every rule says of them is the same. */
  async decides(): Promise<readonly [number, number]> {
    const { ledger } = this.world.deps;
    const now = new Date();
    const [some, whole] = [
      await readHistory(ledger, this.subject, now),
      await readWholeHistory(ledger, this.subject, now),
    ];
    const rules = Object.entries(RULES);
    const says = ({ entries, all }: typeof some) =>
      Object.fromEntries(rules.map(([name, rule]) => [name, rule(entries, all, now)]));
    expect(says(some)).toStrictEqual(says(whole));
    expect(some.tail).toStrictEqual(whole.tail);
    expect(some.isWhole).toBe(some.all.length === whole.all.length);
    return [some.all.length, whole.all.length];
  }
}

/** A step at this moment; what it says of the moment or of the place before it is as of now. */
function stepOf(step: object, last: number): Step {
  const at = new Date().toISOString();
  const common = { site: SITE, at, actor: { kind: 'subject' }, purposes: [], facts: {} };
  const { parts: _, upTo, mailed, ...said } = step as { parts?: object; upTo?: number; mailed?: boolean };
  const facts = {
    ...(upTo !== undefined && { facts: { processor: 'tool', upTo: last } }),
    ...(mailed && { facts: { mailedAt: at } }),
  };
  return { ...common, ...said, ...facts } as unknown as Step;
}

function partsOf(step: object): Readonly<Record<string, Digest>> {
  return 'parts' in step ? (step.parts as Readonly<Record<string, Digest>>) : {};
}

const HOUR = 60 * 60_000;
const purposes = ['news', 'events'].map((id) => ({ id, legalBasis: 'consent', noticeHash: `hash-of-${id}` }));
const about = (record: string) => ({ recordId: asRecord(record), language: 'de', purposes });
export const request = (record: string) => ({
  ...{ type: 'ConsentRequested', ...about(record) },
  facts: { confirmBy: new Date(Date.now() + 7 * 24 * HOUR).toISOString() },
});

const REPETITIONS = [
  { type: 'LanguageChosen', language: 'en' },
  { type: 'ActivityReported', recordId: asRecord('r1'), mailed: true },
  { type: 'LanguageChosen', language: 'de' },
  { type: 'ProcessorInformed', upTo: 0 },
  { type: 'ActivityReported', recordId: asRecord('r1') },
] as const;

export const copiesIn = ({ copies }: Item): { readonly entry: string; readonly expiresAt?: number }[] =>
  JSON.parse(inflateRawSync(copies as Uint8Array).toString()) as { entry: string }[];

/** Counts what a client reads while something is done. */
export async function readsOf(
  client: DynamoDBClient,
  work: () => Promise<unknown>,
): Promise<{ calls: number; items: number }> {
  const reads = { calls: 0, items: 0 };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const result = await next(args);
      if (String(context['commandName']) === 'QueryCommand') {
        reads.calls += 1;
        reads.items += (result.output as { Items?: unknown[] }).Items?.length ?? 0;
      }
      return result;
    },
    { name: 'reads', step: 'initialize', override: true },
  );
  try {
    await work();
  } finally {
    client.middlewareStack.remove('reads');
  }
  return reads;
}
