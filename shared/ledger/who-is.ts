import type { Digest } from '../ids';
import type { IdentityName } from '../consent/identity';
import { readEmailAddress } from '../email-address';
import type { Identity, SealedPart } from './part';
import { readPart } from './read-part';

/**
 * Who a person is, by those of the parts that are still there. What an identity that counts more leaves out is filled in from
 * the others: who signs up once more with the address alone still has the name that they told before.
 *
 * @param names as `identitiesOf` has them
 * @returns undefined where none of the parts is left
 */
export function whoIs(
  names: readonly IdentityName[],
  parts: ReadonlyMap<Digest, Pick<SealedPart, 'data'>>,
): Identity | undefined {
  const known = names.flatMap(({ digest }) => readPart('identity', parts.get(digest)) ?? []);
  const [first] = known;
  const fields = known.reduceRight<Identity['fields']>((all, identity) => ({ ...all, ...identity.fields }), {});
  return first && { ...first, ...(fields && Object.keys(fields).length > 0 && { fields }) };
}

/** Where mail to them goes, and what is handed out: never what else was typed along with it. */
export function mailboxOf({ email }: Pick<Identity, 'email'>): string {
  const address = readEmailAddress(email);
  return typeof address === 'string' ? email : address.mailbox;
}
