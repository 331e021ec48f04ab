import type { Bundle } from '../../shared/evidence/bundle';
import type { Answer, Item, World } from './world';

/** Is in everything personal that these tests send, so that it can be looked for in whatever comes out. */
export const MARK = 'zzmark';

export interface Observed<T = Answer> {
  readonly answer: T;
  /** What was logged meanwhile; the logger writes past `console`. */
  readonly log: string;
}

/** Runs a call and catches what is logged. Wants POWERTOOLS_LOG_LEVEL=INFO before the first function loads. */
export async function observe<T>(call: () => Promise<T>): Promise<Observed<T>> {
  const written: string[] = [];
  const take = (chunk: string | Uint8Array): boolean => written.push(String(chunk)) > 0;
  const spies = [process.stdout, process.stderr].map((stream) => jest.spyOn(stream, 'write').mockImplementation(take));
  try {
    const answer = await call();
    return { answer, log: written.join('') };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** What was replaced by nothing, past its end: a press brought it along, and no entry came to name it. */
const isNothing = ({ data, expiresAt }: Item): boolean => data === '0' && Number(expiresAt) <= Date.now() / 1000;

/** All that was ever written or sent, to compare. */
export async function everything(world: World): Promise<object> {
  const [ledger, vault, audience] = await Promise.all([
    world.items('ledger'),
    world.items('vault'),
    world.items('audience'),
  ]);
  const inbox = (await world.inbox.list()).map(({ id }) => id);
  const byKey = (a: { pk: string; sk: string }, b: { pk: string; sk: string }): number =>
    `${a.pk} ${a.sk}` < `${b.pk} ${b.sk}` ? -1 : 1;
  return {
    ledger: ledger.sort(byKey),
    vault: vault.filter((item) => !isNothing(item)).sort(byKey),
    audience: audience.sort(byKey),
    inbox,
  };
}

/** The same, for a call that must leave nothing behind: nothing written, nothing sent, no value of it repeated. */
export async function observeWithoutTrace(world: World, call: () => Promise<Answer>): Promise<Observed> {
  const before = await everything(world);
  const observed = await observe(call);
  const { answer, log } = observed;
  expect(await everything(world)).toEqual(before);
  expect(JSON.stringify(answer).toLowerCase()).not.toContain(MARK);
  expect(log).toContain(`"status":${answer.statusCode}`);
  expect(log.toLowerCase()).not.toContain(MARK);
  return observed;
}

export interface Refusal {
  readonly status: number;
  /** `urn:consent-ledger:<code>` */
  readonly code: string;
  /** Where the errors are. */
  readonly pointers?: readonly string[];
}

export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

/** Reads an RFC 9457 problem and checks that it is the one expected, with all that belongs to it. */
export function expectProblem(answer: Answer, { status, code, pointers = [] }: Refusal): ProblemBody {
  expect(answer.statusCode).toBe(status);
  expect(answer.headers).toMatchObject({ 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' });
  const problem = JSON.parse(answer.body) as ProblemBody;
  const sentence = expect.stringMatching(/^[A-Z].{8,}[.]$/) as string;
  expect(problem).toMatchObject({ type: `urn:consent-ledger:${code}`, status, detail: sentence });
  expect(problem.title).toMatch(/^[A-Z]/);
  expect((problem.errors ?? []).map(({ pointer }) => pointer)).toEqual(pointers);
  for (const { detail } of problem.errors ?? []) expect(detail).toMatch(/^[A-Z].{8,}/);
  return problem;
}

/** What a file tells of a person; the address itself is there because whoever asked brought it along. */
export function toldIn({ address, ...told }: Bundle, email: string): string {
  expect(address?.address).toBe(email);
  return JSON.stringify(told);
}
