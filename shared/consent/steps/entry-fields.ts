import type { Digest, EntryHash, SubjectId } from '../../ids';
import type { Language, LegalBasis } from '../../policy/schema';

/** A human or a machine with an access token. */
interface TokenHolder {
  /** The `sub` of the token. */
  readonly id: string;
  /** The client that got the token, where that is another: the program that a human works with. */
  readonly client?: string;
}

/** Who took a step. A person is the entry's subject already. */
export type Actor =
  | { readonly kind: 'subject' }
  | { readonly kind: 'system' }
  | ({ readonly kind: 'backend' } & TokenHolder)
  | ({ readonly kind: 'operator' } & TokenHolder);

declare const vouchedFor: unique symbol;

/** Who acts with an access token that was checked. Made of its claims alone, so nobody acts without a name. */
export type Operator = Extract<Actor, { kind: 'operator' }> & { readonly [vouchedFor]: true };

/** A human or a machine, and the program that they worked with, where that is another. */
export function nameOf({ id, client }: TokenHolder): string {
  return client === undefined ? id : `${id} (${client})`;
}

/** The same as somebody who reports what happened elsewhere. */
export function asBackend({ id, client }: Operator): Extract<Actor, { kind: 'backend' }> {
  return { kind: 'backend', id, ...(client !== undefined && { client }) };
}

/** A purpose as the step had it: on which legal basis, and by which wording. */
export interface EntryPurpose {
  readonly id: string;
  readonly legalBasis: LegalBasis;
  readonly noticeHash: string;
}

export interface EntryAsset {
  readonly id: string;
  readonly noticeHash: string;
}

/** Mails that the system itself sends. */
export const MAIL_KINDS = [
  ...(['confirmation', 'welcome', 'asset', 'still-interested', 'notice-changed', 'withdrawn'] as const),
  'right-requested',
  'objection-decided',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** What every step says, whatever its type. */
export interface StepFields {
  readonly site: string;
  readonly at: string;
  readonly actor: Actor;
  readonly language?: Language;
  readonly purposes: readonly EntryPurpose[];
  readonly asset?: EntryAsset;
}

/** What a step gets once it has its place in the subject's chain. */
export interface ChainFields {
  readonly v: 1;
  readonly subject: SubjectId;
  /** 0, 1, 2, ... within the subject. */
  readonly seq: number;
  /** Class of part -> salted digest of the part (see `shared/ledger/part.ts`). */
  readonly parts: Readonly<Record<string, Digest>>;
  /** 128 random bits, so that an entry's hash gives nothing away that could be guessed. */
  readonly nonce: string;
  /** The hash of the subject's entry before; 43 times "A" (all zero bits) for the first. */
  readonly prev: EntryHash;
  /** SHA-256 over the canonical JSON of everything else. */
  readonly hash: EntryHash;
}
