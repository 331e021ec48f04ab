import { sites as one } from '../one-site/sites';

/** The same site, with a tool that has to be asked who left there. */
export const sites = one.map((site) => ({
  ...site,
  processors: [{ ...brieftapir(site), purposes: site.purposes.slice(0, 1).map(({ id }) => id) }],
}));

function brieftapir({ processors }: (typeof one)[number]) {
  return { ...processors[0]!, id: 'lists', connection: { tool: 'listmonk' as const } };
}
