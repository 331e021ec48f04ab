import { recordIdOf, subjectIdOf } from '../../shared/ids';
import { randomBytes } from 'node:crypto';
import { eachOf } from '../../shared/ledger/batches';
import { audience, vault } from '../../functions/deps/tables';
import { saveMember } from '../../shared/ledger/audience';
import { identityParts, sealParts } from '../../shared/ledger/part';
import { putPart } from '../../shared/ledger/vault';

const FOR_EVER = new Date('2100-01-01');

/**
 * Puts so many people into the audience of a purpose, with the address of each in the vault. Needs the stage's
 * environment.
 */
export async function fillAudience(purpose: string, count: number): Promise<void> {
  await eachOf(
    Array.from({ length: count }, (_, n) => n),
    (n) => addMember(purpose, n),
  );
}

async function addMember(purpose: string, n: number): Promise<void> {
  const [subject, recordId] = [subjectIdOf(randomBytes(16)), recordIdOf(randomBytes(16))];
  const fields = { firstName: 'Erika', lastName: 'Mustermann' };
  const parts = sealParts(identityParts({ email: `erika.mustermann-${n}@example.com` }, fields));
  const [address, details] = parts.map(({ digest }) => digest);
  if (!address || !details) throw new Error('Nothing was sealed.');
  const now = new Date().toISOString();
  const stand = {
    active: true,
    inForce: true,
    noticeHash: 'A'.repeat(43),
    recordId,
    identities: [{ recordId, address, details }],
    language: 'de' as const,
    since: now,
    mayMeasure: true,
    seen: now,
  };
  await Promise.all(parts.map((part) => putPart(vault(), subject, recordId, part, FOR_EVER)));
  await saveMember(audience(), { site: 'demo', purpose, subject, ...stand });
}
