import type { Answer, World } from './world';

/* The journal, as an operator asks for it. */

export interface Line {
  readonly at: string;
  readonly operator: string;
  readonly name?: string;
  readonly type: string;
  readonly person: string;
  readonly known: boolean;
  readonly case?: string;
  readonly reason?: string;
  readonly letter?: string;
}
export interface Page {
  readonly steps: readonly Line[];
  readonly operators?: readonly { readonly id: string; readonly name?: string }[];
  readonly cursor?: string;
}

/** Somebody who may read evidence, and answer with it. */
export const as = (sub: string) => ({
  claims: { sub, client_id: 'desk', scope: 'evidence:read@sites evidence:write@sites site=demo' },
});

/** How the journal of that world is asked, and how somebody does what is in it. */
export function journalOf(world: () => World) {
  const ask = (query: Record<string, string> = {}, changes: object = {}): Promise<Answer> =>
    world().call('desk', 'journal', { query, ...changes });

  async function page(query: Record<string, string> = {}): Promise<Page> {
    const answer = await ask(query);
    expect([answer.statusCode, answer.body]).toEqual([200, expect.any(String)]);
    return JSON.parse(answer.body) as Page;
  }

  /** All of it, page by page. */
  async function journal(query: Record<string, string> = {}): Promise<Line[]> {
    const lines: Line[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const { steps, cursor: next }: Page = await page({ limit: '3', ...query, ...(cursor && { cursor }) });
      expect(steps.length).toBeLessThanOrEqual(Number(query['limit'] ?? 3));
      lines.push(...steps);
      cursor = next;
    }
    return lines;
  }

  /** Reading what there is about somebody: the person is told, or a case is proven. */
  async function look(email: string, sub: string, reason = 'audit of November', event = 'access'): Promise<void> {
    const [fn, body] = event === 'access' ? ['subjects', { email, reason }] : ['evidence', { email, reason }];
    const { statusCode, body: said } = await world().call(fn, event, { body, ...as(sub) });
    expect([statusCode, said]).toEqual([200, expect.any(String)]);
  }

  return { ask, page, journal, look };
}
