import type { LinkKind } from './link-token';

/** Where links of each kind lead to. */
export const LINK_PATHS: Record<LinkKind, string> = {
  confirm: '/confirm',
  unsubscribe: '/unsubscribe',
  asset: '/assets',
  receipt: '/receipts',
  keep: '/keep',
  preferences: '/preferences',
};

/** Whether an address begins like one of a link, so that whoever comes to it most likely has half of one. */
export function isLinkPath(path: string): boolean {
  return Object.values(LINK_PATHS).some((begin) => path === begin || path.startsWith(`${begin}/`));
}
