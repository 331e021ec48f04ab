import { identityParts } from '../../shared/ledger/part';
import { recordIdOf } from '../../shared/ids';
import { asDigest, asSubject } from '../ids';
import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { randomBytes } from 'node:crypto';
import type { Entry, Step } from '../../shared/consent/entry';
import { typesFor } from '../../shared/consent/steps';
import { readAll, type Keys } from '../../shared/ledger/dynamo';
import { readEntryItems } from '../../shared/ledger/entry-items';
import type { Table } from '../../shared/ledger/table';
import { noticeHash, purposeNotice } from '../../shared/policy/notices';
import type { Language } from '../../shared/policy/schema';
import { sites } from '../../examples/sites';
import { findPurpose, findSite } from '../../shared/policy/sites';
import { queueEvent } from './fixtures';
import { runFunction } from './run-function';
import type { Failures, World } from './world';
import { takeStep } from '../../shared/actions/take-step';
import { readWholeHistory } from '../../shared/ledger/ledger';
import { subjectId } from '../../shared/ledger/subject-id';

const SITE = 'demo';
const HEARD: ReadonlySet<string> = new Set(typesFor('projector'));

/** Somebody whose history is written straight into the ledger, whatever it is. */
export class SomeBody {
  readonly email: string;
  /** The steps that the projector hears of, and was not told of yet. */
  readonly untold: number[] = [];

  constructor(
    private readonly world: World,
    name: string,
  ) {
    this.email = `${name}@example.com`;
  }

  async subject(): Promise<string> {
    return subjectId(this.world.deps.subjectKey, SITE, this.email);
  }

  async entries(): Promise<readonly Entry[]> {
    return (await readWholeHistory(this.world.deps.ledger, asSubject(await this.subject()), new Date())).entries;
  }

  async take(step: Partial<Step>, parts: object = {}): Promise<void> {
    const [subject, now] = [await this.subject(), new Date()];
    const common = { site: SITE, at: now.toISOString(), actor: { kind: 'subject' }, purposes: [], facts: {} } as const;
    const partsEnd = new Date('2100-01-01');
    const { entry: taken } = await takeStep(this.world.deps, {
      subject: asSubject(subject),
      now,
      decide: () => ({ ...common, type: 'EvidenceDisclosed', ...step }) as Step,
      parts,
      partsEnd,
    });
    if (taken && HEARD.has(taken.type)) this.untold.push(taken.seq);
    this.world.advance('PT1S');
  }

  /** A double opt-in. */
  async give(purposes: readonly string[], language: Language = 'de', firstName = 'Erika'): Promise<string> {
    const said = await this.ask(purposes, language, firstName);
    await this.take({ type: 'ConsentGiven', ...said });
    return said.recordId;
  }

  /** A sign-up that waits. */
  async ask(purposes: readonly string[], language: Language = 'de', firstName = 'Erika') {
    const recordId = recordIdOf(randomBytes(16));
    const confirmBy = new Date(Date.now() + 7 * 24 * 60 * 60 * 1000).toISOString();
    const said = { recordId, language, purposes: purposes.map(purposeOf) };
    await this.take(
      { type: 'ConsentRequested', ...said, facts: { confirmBy } },
      identityParts({ email: this.email }, { firstName }),
    );
    return said;
  }

  withdraw(purposes: readonly string[]): Promise<void> {
    return this.take({ type: 'ConsentWithdrawn', purposes: purposes.map(purposeOf) });
  }

  /** Deletes steps and parts at once, as retention does where nothing is kept. */
  async delete(which: (entry: Entry) => boolean): Promise<void> {
    const pk = `subject#${await this.subject()}`;
    const gone = (await this.entries()).filter(which);
    const digests = gone.flatMap(({ parts }) => Object.values(parts));
    const { deps } = this.world;
    const ledger = await readEntryItems(deps.ledger, asSubject(await this.subject()));
    const vault = await readAll<{ digest: string } & Keys>(deps.vault, pk);
    const items = ledger.filter((item) => gone.some(({ seq }) => seq === item.seq));
    const parts = vault.filter((item) => digests.includes(asDigest(item.digest)));
    for (const { sk } of items) await this.remove(deps.ledger, pk, sk);
    for (const { sk } of parts) await this.remove(deps.vault, pk, sk);
  }

  private async remove({ name: TableName }: Table, pk: string, sk: string): Promise<void> {
    await this.world.dynamo.send(new DeleteItemCommand({ TableName, Key: marshall({ pk, sk }) }));
  }

  /** Tells the projector of a step, as its queue would. */
  async tell(seq: number): Promise<void> {
    this.world.advance('PT1S');
    const event = queueEvent('projector-consent-withdrawn', { site: SITE, subject: await this.subject(), seq });
    const { batchItemFailures } = await runFunction<Failures>('projector', event);
    expect(batchItemFailures).toEqual([]);
  }

  /** Tells it of all that it was not told of. */
  async tellAll(): Promise<void> {
    for (const seq of this.untold.splice(0)) await this.tell(seq);
  }
}

function purposeOf(id: string): Step['purposes'][number] {
  const site = findSite(sites, SITE);
  const purpose = findPurpose(site, id);
  if (!site || !purpose) throw new Error(`${SITE} has no purpose ${id}.`);
  return { id, legalBasis: purpose.legalBasis, noticeHash: noticeHash(purposeNotice(site, purpose, 'de')) };
}
