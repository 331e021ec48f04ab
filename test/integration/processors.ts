import type { IncomingHttpHeaders } from 'node:http';
import { readBody, sendJson, serve } from '../../local/http';

/** One message as it came in, whatever was answered. */
export interface Told {
  /** `<site>/<processor>` */
  readonly to: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly type: string;
  readonly data: {
    readonly site: string;
    readonly id: string;
    readonly email: string;
    readonly formerEmail?: string;
    readonly fields?: Readonly<Record<string, string>>;
    readonly language?: string;
    readonly purposes?: readonly { readonly id: string; readonly allowed: boolean; readonly since?: string }[];
  };
}

/** How a processor answers: a status and a body, or by saying nothing at all. */
export type Behaviour = { readonly status: number; readonly body?: object } | 'no answer';

/** All processors of the sites, at the other end of a wire. */
export interface Processors {
  readonly told: Told[];
  /** How one of them, or all, answer from now on; undefined for as they should. */
  behave(behaviour: Behaviour | undefined, to?: string): void;
  /** Carries the next message out only once this is called, and answers only then. */
  hold(): () => void;
  /** Who may be mailed for what there, if they do as they are told: email -> purposes. Who was deleted is missing. */
  picture(to: string): ReadonlyMap<string, readonly string[]>;
  /** The text of the secret that leads to them. */
  readonly secret: string;
  stop(): Promise<void>;
}

export const KEY = `whsec_${Buffer.from('a key that both sides have').toString('base64')}`;
/** Signs what they report. */
export const REPORT_KEY = `whsec_${Buffer.from('a key of the other direction').toString('base64')}`;
const NAMES = ['demo/brieftapir', 'notice-001/brieftapir', 'notice-004/brieftapir', 'notice-004/meldeluchs'];

export async function startProcessors(): Promise<Processors> {
  const told: Told[] = [];
  const behaviours = new Map<string, Behaviour>();
  const done: Told[] = [];
  let held: Promise<void> | undefined;
  const server = await serve((request, response) => {
    void readBody(request).then(async (bytes) => {
      const to = (request.url ?? '').slice(1);
      const body = bytes.toString();
      const message = { to, headers: request.headers, body, ...(JSON.parse(body) as Pick<Told, 'type' | 'data'>) };
      told.push(message);
      const waiting = held;
      held = undefined;
      await waiting;
      const behaviour = behaviours.get(to) ?? behaviours.get('');
      if (behaviour === 'no answer') return request.socket.destroy();
      if (!behaviour || behaviour.status < 300) done.push(message);
      const usual = message.type === 'deletion.requested' ? { deleted: true } : {};
      return sendJson(response, behaviour?.status ?? 200, behaviour?.body ?? usual);
    });
  });
  const credentials = NAMES.map(
    (name) => [name, { url: `${server.url}/${name}`, key: KEY, reports: { token: REPORT_KEY } }] as const,
  );
  return {
    told,
    behave: (behaviour, to = '') => void (behaviour ? behaviours.set(to, behaviour) : behaviours.delete(to)),
    hold: () => {
      let release = (): void => undefined;
      held = new Promise((resolve) => (release = resolve));
      return () => {
        held = undefined;
        release();
      };
    },
    picture: (to) => pictureOf(done.filter((message) => message.to === to)),
    secret: JSON.stringify(Object.fromEntries(credentials)),
    stop: server.close,
  };
}

function pictureOf(messages: readonly Told[]): ReadonlyMap<string, readonly string[]> {
  const picture = new Map<string, readonly string[]>();
  for (const { type, data } of messages) {
    if (data.formerEmail !== undefined) picture.delete(data.formerEmail);
    if (type === 'deletion.requested') picture.delete(data.email);
    else
      picture.set(
        data.email,
        (data.purposes ?? []).filter(({ allowed }) => allowed).map(({ id }) => id),
      );
  }
  return picture;
}
