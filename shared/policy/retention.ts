import type { Site } from './schema';

type Rules = Pick<Site, 'retention' | 'purposes'>;

/** How what is about a purpose is kept: by its own rules, and where it has none, or is no longer there, by its site's. */
export function retentionOf({ retention, purposes }: Rules, purpose: string): Site['retention'] {
  const own = purposes.find(({ id }) => id === purpose)?.retention ?? {};
  const said = Object.entries(own).filter(([, rule]) => rule !== undefined);
  return { ...retention, ...Object.fromEntries(said) };
}
