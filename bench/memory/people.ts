import { randomBytes } from 'node:crypto';
import { watch, type FSWatcher } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { oneClick, press, send, signUpRequest, statusOf } from '../stage/visitor';

/** At once. */
const PEOPLE = 8;
/** One of so many leaves. */
const LEAVING = 3;
const MAIL_MS = 120_000;
const TOO_MANY = 429;
const REST_MS = 250;

interface Mail {
  readonly to: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly links: readonly string[];
}

/** People who sign up, confirm by the link of their mail, are welcomed, and some of whom leave by one click. */
export class People {
  done = 0;
  private started = 0;
  private readonly begun = performance.now();
  private readonly watcher: FSWatcher;
  private readonly waiting = new Map<string, (mail: Mail) => void>();

  private constructor(
    private readonly url: string,
    private readonly inbox: string,
  ) {
    this.watcher = watch(inbox, (_, file) => {
      if (file?.endsWith('.json')) void this.read(file);
    });
  }

  leave(): void {
    this.watcher.close();
  }

  static async arrive(url: string, dataDir: string): Promise<People> {
    const inbox = path.join(dataDir, 'inbox');
    await mkdir(inbox, { recursive: true });
    return new People(url, inbox);
  }

  /**
   * Until so many have come in all.
   *
   * @param everyMs one after the other, at most so often
   */
  async come(people: number, everyMs: number): Promise<void> {
    const one = async (): Promise<void> => {
      while (this.started < people) {
        const turn = this.begun + everyMs * this.started;
        this.started += 1;
        await wait(Math.max(0, turn - performance.now()));
        await this.live(this.done % LEAVING === 0);
        this.done += 1;
      }
    };
    await Promise.all(Array.from({ length: PEOPLE }, one));
  }

  private async live(leaves: boolean): Promise<void> {
    const email = `erika.mustermann@${randomBytes(5).toString('hex')}.example`;
    const asked = this.mailTo(email);
    while ((await statusOf(this.url, signUpRequest(email))) === TOO_MANY) await wait(REST_MS);
    const confirm = (await asked).links.find((link) => link.includes('/confirm/'));
    if (!confirm) throw new Error('A mail had no link to confirm by.');
    const welcomed = this.mailTo(email);
    await send(this.url, press(new URL(confirm).pathname));
    const leave = /https?:[^>]+/.exec((await welcomed).headers['list-unsubscribe'] ?? '')?.[0];
    if (!leave) throw new Error('A mail had no link to unsubscribe by.');
    if (leaves) await send(this.url, oneClick(new URL(leave).pathname));
  }

  private mailTo(email: string): Promise<Mail> {
    return new Promise((resolve, reject) => {
      const given = setTimeout(() => reject(new Error('A mail did not come.')), MAIL_MS);
      this.waiting.set(email, (mail) => {
        clearTimeout(given);
        this.waiting.delete(email);
        resolve(mail);
      });
    });
  }

  private async read(file: string): Promise<void> {
    const mail = JSON.parse(await readFile(path.join(this.inbox, file), 'utf8')) as Mail;
    this.waiting.get(mail.to[0] ?? '')?.(mail);
  }
}
