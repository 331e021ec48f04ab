import { required } from '../environment';
import { readKeyRing } from './key-ring';
import { readToken, writeToken, type Link, type LinkKind } from './link-token';

const PATHS: Record<LinkKind, string> = {
  confirm: '/confirm',
  unsubscribe: '/unsubscribe',
  asset: '/assets',
  receipt: '/receipts',
  keep: '/keep',
};

/** The address of a link, on our own origin, whatever host a request claims to have come to. */
export async function linkUrl(link: Link): Promise<string> {
  return `${required('PUBLIC_URL')}${PATHS[link.kind]}/${writeToken(link, await readKeyRing())}`;
}

/** What the token of a request says, or undefined if it is none of that kind that we made. */
export async function openLink(token: string, kind: LinkKind): Promise<Link | undefined> {
  return readToken(token, kind, await readKeyRing());
}
