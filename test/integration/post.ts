import { randomUUID } from 'node:crypto';
import { Receiving } from '../../local/ses/receiving';
import { mime, type Written } from '../inbox/mails';
import type { World } from './world';
import { runFunction } from './run-function';

export const INBOX_DOMAIN = 'inbox.example';

/** Brings mails to the function, as the mail service does. */
export interface Post {
  /** @param said of the mail by the service, such as `dmarc=FAIL`; see `Receiving.deliver` */
  send(written: Written, said?: Record<string, string>): Promise<string>;
  /** The same mail once more, byte by byte. */
  sendRaw(raw: Buffer, said?: Record<string, string>): Promise<string>;
}

export function postOf(world: World): Post {
  process.env['INBOX_DOMAIN'] = INBOX_DOMAIN;
  const receiver = {
    invoke: async (event: unknown) => {
      jest.setSystemTime(Date.now() + 10);
      return runFunction('inbox', event);
    },
  };
  const clock = { now: () => new Date(), shared: new SharedArrayBuffer(8) };
  const receiving = new Receiving(world.received, receiver, clock as never);
  const sendRaw: Post['sendRaw'] = (raw, said = {}) =>
    receiving.deliver(raw, new URLSearchParams({ id: randomUUID(), ...said }));
  return { sendRaw, send: (written, said) => sendRaw(mime(written), said) };
}
