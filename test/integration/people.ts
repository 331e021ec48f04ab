import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { randomBytes } from 'node:crypto';
import type { Entry, Step } from '../../shared/consent/entry';
import type { Keys } from '../../shared/ledger/dynamo';
import { noticeHash, purposeNotice } from '../../shared/policy/notices';
import type { Language } from '../../shared/policy/schema';
import { findPurpose, findSite } from '../../shared/policy/sites';
import { queueEvent } from './fixtures';
import type { World } from './world';

const SITE = 'demo';

/** Somebody whose history is written straight into the ledger, whatever it is. */
export class SomeBody {
  readonly email: string;
  /** The steps that no consumer was told of yet. */
  readonly untold: number[] = [];

  constructor(
    private readonly world: World,
    name: string,
  ) {
    this.email = `${name}@example.com`;
  }

  async subject(): Promise<string> {
    const { subjectId } = await import('../../shared/ledger/subject-id');
    return subjectId(SITE, this.email);
  }

  async entries(): Promise<readonly Entry[]> {
    const { readHistory } = await import('../../shared/ledger/ledger');
    return (await readHistory(await this.subject(), new Date())).entries;
  }

  async take(step: Partial<Step>, parts: object = {}): Promise<void> {
    const { takeStep } = await import('../../shared/actions/take-step');
    const [subject, now] = [await this.subject(), new Date()];
    const common = { site: SITE, at: now.toISOString(), actor: { kind: 'subject' }, purposes: [], facts: {} } as const;
    const partsEnd = new Date('2100-01-01');
    const taken = await takeStep({
      subject,
      now,
      decide: () => ({ ...common, type: 'EvidenceDisclosed', ...step }) as Step,
      parts,
      partsEnd,
    });
    if (taken) this.untold.push(taken.seq);
    this.world.advance('PT1S');
  }

  /** A double opt-in. */
  async give(purposes: readonly string[], language: Language = 'de', firstName = 'Erika'): Promise<string> {
    const recordId = randomBytes(16).toString('base64url');
    const confirmBy = new Date(Date.now() + 7 * 24 * 60 * 60 * 1000).toISOString();
    const said = { recordId, language, purposes: purposes.map(purposeOf) };
    const identity = { email: this.email, fields: { firstName } };
    await this.take({ type: 'ConsentRequested', ...said, facts: { confirmBy } }, { identity });
    await this.take({ type: 'ConsentGiven', ...said });
    return recordId;
  }

  withdraw(purposes: readonly string[]): Promise<void> {
    return this.take({ type: 'ConsentWithdrawn', purposes: purposes.map(purposeOf) });
  }

  /** Deletes steps and parts at once, as retention does where nothing is kept. */
  async delete(which: (entry: Entry) => boolean): Promise<void> {
    const pk = `subject#${await this.subject()}`;
    const gone = (await this.entries()).filter(which);
    const digests = gone.flatMap(({ parts }) => Object.values(parts));
    const ledger = await itemsUnder<{ seq: number }>('LEDGER_TABLE', pk);
    const vault = await itemsUnder<{ digest: string }>('VAULT_TABLE', pk);
    const items = ledger.filter((item) => gone.some(({ seq }) => seq === item.seq));
    const parts = vault.filter((item) => digests.includes(item.digest));
    for (const { sk } of items) await this.remove('LEDGER_TABLE', pk, sk);
    for (const { sk } of parts) await this.remove('VAULT_TABLE', pk, sk);
  }

  private async remove(table: string, pk: string, sk: string): Promise<void> {
    const TableName = process.env[table] as string;
    await this.world.dynamo.send(new DeleteItemCommand({ TableName, Key: marshall({ pk, sk }) }));
  }

  /** Tells the projector of a step, as its queue would. */
  async tell(seq: number): Promise<void> {
    const { handler } = await import('../../functions/consumers/projector');
    this.world.advance('PT1S');
    const event = queueEvent('projector-consent-withdrawn', { site: SITE, subject: await this.subject(), seq });
    const { batchItemFailures } = await handler(event);
    expect(batchItemFailures).toEqual([]);
  }

  /** Tells it of all that it was not told of. */
  async tellAll(): Promise<void> {
    for (const seq of this.untold.splice(0)) await this.tell(seq);
  }
}

async function itemsUnder<T>(table: string, pk: string): Promise<(T & Keys)[]> {
  const { readAll } = await import('../../shared/ledger/dynamo');
  return readAll<T & Keys>(process.env[table] as string, pk);
}

function purposeOf(id: string): Step['purposes'][number] {
  const site = findSite(SITE);
  const purpose = findPurpose(site, id);
  if (!site || !purpose) throw new Error(`${SITE} has no purpose ${id}.`);
  return { id, legalBasis: purpose.legalBasis, noticeHash: noticeHash(purposeNotice(site, purpose, 'de')) };
}
