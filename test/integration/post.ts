import { randomUUID } from 'node:crypto';
import { Receiving } from '../../local/ses/receiving';
import { mime, type Written } from '../inbox/mails';
import type { World } from './world';
import { runFunction } from './run-function';

export const INBOX_DOMAIN = 'inbox.example';

/** Brings mails to the function, as the mail service does. */
export interface Post {
  /**
   * @param said of the mail by the service, such as `dmarc=FAIL`; see `Receiving.deliver`
   * @param lateMs after which the function is called, as it was down
   */
  send(written: Written, said?: Record<string, string>, lateMs?: number): Promise<string>;
  /** The same mail once more, byte by byte. */
  sendRaw(raw: Buffer, said?: Record<string, string>): Promise<string>;
}

const SOON_MS = 10;

export function postOf(world: World): Post {
  process.env['INBOX_DOMAIN'] = INBOX_DOMAIN;
  let late = SOON_MS;
  const receiver = {
    invoke: async (event: unknown) => {
      jest.setSystemTime(Date.now() + late);
      return runFunction('inbox', event);
    },
  };
  const clock = { now: () => new Date(), shared: new SharedArrayBuffer(8) };
  const receiving = new Receiving(world.received, receiver, clock as never);
  const sendRaw: Post['sendRaw'] = (raw, said = {}) =>
    receiving.deliver(raw, new URLSearchParams({ id: randomUUID(), ...said }));
  const send: Post['send'] = (written, said, lateMs = SOON_MS) => {
    late = lateMs;
    return sendRaw(mime(written), said).finally(() => (late = SOON_MS));
  };
  return { sendRaw, send };
}
