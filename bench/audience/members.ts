import { randomBytes } from 'node:crypto';
import { eachOf } from '../../shared/ledger/batches';

const FOR_EVER = new Date('2100-01-01');

/** Puts so many people into the audience of a purpose, with the address of each in the vault. Needs the stage's environment. */
export async function fillAudience(purpose: string, count: number): Promise<void> {
  await eachOf(
    Array.from({ length: count }, (_, n) => n),
    (n) => addMember(purpose, n),
  );
}

async function addMember(purpose: string, n: number): Promise<void> {
  const { saveMember } = await import('../../shared/ledger/audience');
  const { putPart } = await import('../../shared/ledger/vault');
  const { sealParts } = await import('../../shared/ledger/part');
  const [subject, recordId] = [someId(), someId()];
  const fields = { firstName: 'Erika', lastName: 'Mustermann' };
  const [part] = sealParts({ identity: { email: `erika.mustermann-${n}@example.com`, fields } });
  if (!part) throw new Error('Nothing was sealed.');
  const now = new Date().toISOString();
  const stand = {
    active: true,
    inForce: true,
    recordId,
    identity: part.digest,
    language: 'de',
    since: now,
    mayMeasure: true,
    seen: now,
  };
  await putPart(subject, recordId, part, FOR_EVER);
  await saveMember({ site: 'demo', purpose, subject, ...stand });
}

const someId = (): string => randomBytes(16).toString('base64url');
