import type { Digest } from '../ids';
import type { IdentityName } from '../consent/identity';
import { readEmailAddress } from '../email-address';
import { readableAddress } from '../readable-address';
import type { Address, Details, SealedPart } from './part';
import { readPart } from './read-part';

/** Who a person is. */
export interface Identity extends Pick<Address, 'email'>, Details {}

/**
 * Who a person is, by those of the parts that are still there. What an identity that counts more leaves out is filled in from
 * the others: who signs up once more with the address alone still has the name that they told before.
 *
 * @param names as `identitiesOf` has them
 * @returns undefined where none of the addresses is left
 */
export function whoIs(
  names: readonly IdentityName[],
  parts: ReadonlyMap<Digest, Pick<SealedPart, 'data'>>,
): Identity | undefined {
  const known = names.flatMap(({ address, details }) => {
    const known = readPart('address', parts.get(address));
    const told = details === undefined ? undefined : readPart('details', parts.get(details));
    return known ? [{ email: known.email, fields: told?.fields ?? {} }] : [];
  });
  const [first] = known;
  const fields = known.reduceRight<Details['fields']>((all, identity) => ({ ...all, ...identity.fields }), {});
  return first && { email: first.email, fields };
}

/** Where mail to them goes, and what is handed out: never what else was typed along with it. */
export function mailboxOf({ email }: Pick<Address, 'email'>): string {
  const address = readEmailAddress(email);
  return typeof address === 'string' ? email : address.mailbox;
}

/** The same for those who list people to people: also how it reads, where that is another form. */
export function addressOf(identity: Pick<Address, 'email'>): { readonly email: string; readonly shown?: string } {
  const email = mailboxOf(identity);
  const shown = readableAddress(email);
  return { email, ...(shown !== email && { shown }) };
}
