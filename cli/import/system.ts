import { setTimeout as wait } from 'node:timers/promises';
import { tokenFor } from '../api';
import { BadUsage } from '../usage';
import type { Flaw } from './row';

/** What became of a row, or would. */
export type Outcome =
  | { readonly kind: 'imported' }
  | { readonly kind: 'alreadyThere' }
  | { readonly kind: 'refused'; readonly why: string; readonly detail: string }
  | { readonly kind: 'invalid'; readonly flaws: readonly Flaw[] };

interface Answer {
  readonly status?: string;
  readonly type?: string;
  readonly detail?: string;
  readonly message?: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

const TRIES = 6;
const FIRST_PAUSE_MS = 500;
const BUSY = [429, 500, 502, 503, 504];

/** Brings rows to the system, over HTTP as any backend does: there is one way to write history. */
export class System {
  private constructor(
    private readonly address: string,
    private readonly token: string,
  ) {}

  static async open(url: string, site: string): Promise<System> {
    const address = `${url}/v1/sites/${encodeURIComponent(site)}/consents`;
    return new System(address, await tokenFor(url, 'signup:write'));
  }

  /** @throws {BadUsage} when no row can be taken */
  async send(body: object): Promise<Outcome> {
    const answer = await this.post(JSON.stringify(body));
    const said = (await answer.json().catch(() => ({}))) as Answer;
    if (answer.ok) return { kind: said.status === 'recorded' ? 'imported' : 'alreadyThere' };
    const { detail = said.message ?? '', errors = [] } = said;
    if (answer.status === 409) return { kind: 'refused', why: said.type?.split(':').at(-1) ?? '', detail };
    if (answer.status === 422) return { kind: 'invalid', flaws: errors.map(flawOf) };
    throw new BadUsage(`The system answered ${answer.status}: ${detail}${answer.status === 401 ? NEW_TOKEN : ''}`);
  }

  /** Repeating is harmless: each row is one record. */
  private async post(body: string): Promise<Response> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${this.token}` };
    for (let attempt = 1; ; attempt++) {
      const answer = await fetch(this.address, { method: 'POST', headers, body }).catch(
        (error: unknown) => error as Error,
      );
      if (answer instanceof Response && !BUSY.includes(answer.status)) return answer;
      if (attempt === TRIES) throw unreachable(this.address, answer);
      await wait(FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + Math.random()));
    }
  }
}

const GO_ON = ' The same command goes on where it was.';
const NEW_TOKEN = ` Put a new access token with the scope signup:write into CONSENT_TOKEN.${GO_ON}`;

function unreachable(address: string, answer: Response | Error): BadUsage {
  const { origin } = new URL(address);
  if (answer instanceof Response) return new BadUsage(`${origin} answers ${answer.status} again and again.${GO_ON}`);
  const { cause } = answer as { cause?: { code?: string } };
  return new BadUsage(`${origin} cannot be reached (${cause?.code ?? String(answer)}). Is it running?${GO_ON}`);
}

const FIELD_OF: ReadonlyMap<string, string> = new Map([['visitor', 'ip']]);

/** From the place in the body to the field of the row. */
function flawOf({ pointer, detail }: { pointer: string; detail: string }): Flaw {
  const [, top = '', below] = pointer.split('/');
  const field = top === 'fields' ? `fields.${below ?? ''}` : (FIELD_OF.get(top) ?? top);
  return { field, detail };
}
