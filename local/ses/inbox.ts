import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseMail, type Envelope, type Mail } from './mail';

/**
 * The mails that were sent: each as `<time>-<id>.eml`, exactly as the sender made it, and beside it `.json` with the
 * envelope and what the inbox shows.
 */
export class Inbox {
  private constructor(private readonly folder: string) {}

  static async open(folder: string): Promise<Inbox> {
    await mkdir(folder, { recursive: true });
    return new Inbox(folder);
  }

  /** The mail is kept when this returns; one without its `.json` was never acknowledged. */
  async keep(raw: Buffer, envelope: Envelope): Promise<Mail> {
    const file = path.join(this.folder, `${envelope.at.replaceAll(/[:.]/g, '-')}-${envelope.id}`);
    const mail = await parseMail(raw.toString(), envelope);
    const { raw: _, ...shown } = mail;
    await writeFile(`${file}.eml`, raw);
    await writeFile(`${file}.part`, JSON.stringify(shown));
    await rename(`${file}.part`, `${file}.json`);
    return mail;
  }

  /** Newest first. */
  async list(limit = Infinity): Promise<Mail[]> {
    const mails: Mail[] = [];
    for await (const mail of this.newest(limit)) mails.push(mail);
    return mails;
  }

  /** The newest mail to an address; reads no older ones. */
  async newestTo(email: string): Promise<Mail | undefined> {
    for await (const mail of this.newest()) if (mail.to.includes(email)) return mail;
    return undefined;
  }

  /** One after the other: all at once they would need more open files than a process may have. */
  private async *newest(limit = Infinity): AsyncGenerator<Mail> {
    const files = (await readdir(this.folder)).filter((file) => file.endsWith('.json'));
    for (const file of files.sort().reverse().slice(0, limit)) yield this.read(path.join(this.folder, file));
  }

  private async read(file: string): Promise<Mail> {
    const shown = JSON.parse(await readFile(file, 'utf8')) as Mail;
    return { ...shown, raw: await readFile(file.replace(/json$/, 'eml'), 'utf8') };
  }
}
