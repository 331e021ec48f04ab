import type { KeyRing } from './key-ring';
import { readLanding, writeLanding, type Landing } from './landing-token';
import { readToken, writeToken, type Link, type LinkKind } from './link-token';

/** What links are made of, and known by. */
export interface Links {
  /** Our own origin, whatever host a request claims to have come to. */
  readonly publicUrl: string;
  readonly keyRing: () => Promise<KeyRing>;
  /** The domain whose mail comes to us; undefined where none does. */
  readonly inboxDomain: string | undefined;
}

export const LINK_PATHS: Readonly<Record<LinkKind, string>> = {
  confirm: '/confirm',
  unsubscribe: '/unsubscribe',
  asset: '/assets',
  receipt: '/receipts',
  keep: '/keep',
  preferences: '/preferences',
  // One of a person's own pages, which the same function shows.
  right: '/preferences',
};

/** The address of a link. */
export async function linkUrl({ publicUrl, keyRing }: Links, link: Link): Promise<string> {
  return `${publicUrl}${LINK_PATHS[link.kind]}/${writeToken(link, await keyRing())}`;
}

/** What the token of a request says, or undefined if it is none of that kind that we made. */
export async function openLink(
  { keyRing }: Links,
  token: string | undefined,
  kind: LinkKind,
): Promise<Link | undefined> {
  return token === undefined ? undefined : readToken(token, kind, await keyRing());
}

/** The form field by which a page tells its own POST when and from where it was fetched. */
export async function landingField({ keyRing }: Links, landing: Landing, page: string): Promise<string> {
  return writeLanding(landing, page, await keyRing());
}

/** What the field of a form says, or undefined if the page of that token did not carry it. */
export async function openLandingField({ keyRing }: Links, field: string, page: string): Promise<Landing | undefined> {
  return readLanding(field, page, await keyRing());
}
