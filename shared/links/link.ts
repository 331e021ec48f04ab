import { required } from '../environment';
import { readKeyRing } from './key-ring';
import { readLanding, writeLanding, type Landing } from './landing-token';
import { readToken, writeToken, type Link, type LinkKind } from './link-token';

const PATHS: Record<LinkKind, string> = {
  confirm: '/confirm',
  unsubscribe: '/unsubscribe',
  asset: '/assets',
  receipt: '/receipts',
  keep: '/keep',
  preferences: '/preferences',
};

/** The address of a link, on our own origin, whatever host a request claims to have come to. */
export async function linkUrl(link: Link): Promise<string> {
  return `${required('PUBLIC_URL')}${PATHS[link.kind]}/${writeToken(link, await readKeyRing())}`;
}

/** What the token of a request says, or undefined if it is none of that kind that we made. */
export async function openLink(token: string, kind: LinkKind): Promise<Link | undefined> {
  return readToken(token, kind, await readKeyRing());
}

/** The form field by which a page tells its own POST when and from where it was fetched. */
export async function landingField(landing: Landing, page: string): Promise<string> {
  return writeLanding(landing, page, await readKeyRing());
}

/** What the field of a form says, or undefined if the page of that token did not carry it. */
export async function openLandingField(field: string, page: string): Promise<Landing | undefined> {
  return readLanding(field, page, await readKeyRing());
}
