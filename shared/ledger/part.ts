import { type Digest, digestOf } from '../ids';
import { randomBytes } from 'node:crypto';
import { canonicalHash, canonicalJson, canonicalSha256 } from '../canonical';
import type { Localized, Site, Transfer } from '../policy/schema';
import { wellFormed } from '../well-formed';

/** Whom a record is about. Apart from the rest of what they told, as notices keep an address for proof and no name. */
export interface Address {
  /** As it was typed; the canonical form only names the subject. */
  readonly email: string;
  /** The page with the form that it was typed into, where the person signed up in one. */
  readonly page?: FormPage;
}

/** What else a person told about themselves: name and further fields of the form, never none. */
export interface Details {
  readonly fields: Readonly<Record<string, string>>;
}

/** A page with a form. */
export interface FormPage {
  /** Without query and fragment, which can hold anything. */
  readonly url: string;
  /** Who says so: the form itself, or the browser in its Referer header, which mostly names no more than the website. */
  readonly knownBy: 'form' | 'browser';
}

/** Where a step came from. */
export interface Network {
  /** Absent where a source knows from where somebody signed up, and not from where they confirmed it. */
  readonly ip?: string;
  /** Who says so: the connection itself, a proxy that we configured, or the site's backend. */
  readonly ipSource: 'connection' | 'proxy' | 'backend';
  readonly userAgent?: string;
  /** Who fetched the page with the button, where that was somebody else or they came another way. */
  readonly fetchedBy?: { readonly ip: string; readonly userAgent?: string };
  /** From where they had signed up for what they confirmed, as the source of an import has it. */
  readonly signedUpBy?: { readonly ip: string; readonly userAgent?: string };
}

/** A mail as it was handed to the mail service; that sets Date and Message-ID itself. */
export interface Mail {
  /** MIME, as text. */
  readonly raw: string;
}

/**
 * Why and how evidence was read. Kept like what is personal, as a reason is free text; and as bundles are made of what an
 * entry commits to, nothing in their head can be changed later.
 */
export interface Reading {
  readonly reason: string;
  /** A digest of the address that was asked for, as records have one: the subject stands for the record. */
  readonly address: Digest;
  /** The classes of parts that were asked for. */
  readonly disclose: readonly PartClass[];
  /** Places in the subject's chain that had been deleted before. */
  readonly deleted: readonly number[];
  /** Digest -> since when, of the parts that were kept no longer. */
  readonly gone: Readonly<Record<Digest, string>>;
  /** Digests of the parts that were lost. */
  readonly missing: readonly Digest[];
  /** Witnesses that said by then that the log has another history, and since when; left out where there are none. */
  readonly contradictedBy?: readonly { readonly key: string; readonly since: string }[];
  readonly controller: Omit<Site['controller'], 'imprint'>;
  /** Where data get outside the EU/EEA by which processor, and on what that rests, as the site had it. */
  readonly transfers: readonly (Transfer & { readonly processor: string })[];
  /** What the site called purposes and assets, by their ids, as far as it knew them still. */
  readonly names: {
    readonly purposes: Readonly<Record<string, Localized>>;
    readonly assets: Readonly<Record<string, Localized>>;
  };
}

/** Why an operator did something, or what a source noted of a consent: free text. */
export interface Reason {
  readonly reason: string;
  /** Of a hold: what the operator calls the dispute. */
  readonly label?: string;
}

/** Personal data by class; each class can have an end of its own. */
export interface Parts {
  readonly address?: Address;
  readonly details?: Details;
  readonly network?: Network;
  readonly mail?: Mail;
  readonly reading?: Reading;
  readonly reason?: Reason;
}

export const PART_CLASSES = [
  'address',
  'details',
  'network',
  'mail',
  'reading',
  'reason',
] as const satisfies readonly (keyof Parts)[];
export type PartClass = (typeof PART_CLASSES)[number];

/** A part as the vault keeps it. An entry commits to it by `digest`; the salt lives and dies with the data. */
export interface SealedPart {
  readonly class: PartClass;
  /** Canonical JSON of the part. */
  readonly data: string;
  /** 128 random bits, base64url: without them nobody can find out by trying what a digest stands for. */
  readonly salt: string;
  /** SHA-256 over the canonical JSON of `{class, data, salt}`, base64url. */
  readonly digest: Digest;
}

/** The parts that say who somebody is. Who told nothing but the address has no details. */
export function identityParts(address: Address, fields: Details['fields'] = {}): Pick<Parts, 'address' | 'details'> {
  return { address, ...(Object.keys(fields).length > 0 && { details: { fields } }) };
}

export function sealParts(parts: Parts): SealedPart[] {
  return Object.entries(parts).map(([name, value]: [string, object]) => {
    const part = {
      class: name as PartClass,
      data: canonicalJson(wellFormed(value)),
      salt: randomBytes(16).toString('base64url'),
    };
    return { ...part, digest: digestOf(canonicalSha256(part)) };
  });
}

/** Whether a part is what an entry committed to. */
export function isPart({ digest, ...part }: SealedPart): boolean {
  return canonicalHash(part) === digest;
}
