import { createHmac, timingSafeEqual } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import path from 'node:path';
import { isConnected } from '../../shared/consent/processors';
import type { Site } from '../../shared/policy/schema';
import type { Clock } from '../clock';

export const PROCESSORS_PATH = '/_local/processors/';

/** A message that a processor was sent. */
export interface Told {
  readonly at: string;
  /** Whether it is signed by the key that both sides have. */
  readonly verified: boolean;
  readonly message: { readonly type: string; readonly data: Readonly<Record<string, unknown>> };
}

/** The text of the secret by which functions find every connected processor here. */
export function processorsSecret(sites: readonly Site[], url: string, key: string): string {
  const names = sites.flatMap(({ id, processors }) =>
    processors.filter(isConnected).map((processor) => `${id}/${processor.id}`),
  );
  const credentials = names.map((name) => [name, { url: `${url}${PROCESSORS_PATH}${name}`, key }] as const);
  return JSON.stringify(Object.fromEntries(credentials));
}

export interface ProcessorAnswer {
  readonly status: number;
  readonly body: object;
}

/** Stands in for those who mail for the sites: keeps what they are told, by `<site>/<processor>`. */
export class Processors {
  private readonly broken = new Map<string, number>();

  private constructor(
    private readonly folder: string,
    private readonly key: string,
    private readonly clock: Clock,
  ) {}

  /** In a folder of its own: what they are told is theirs, and no part of the system. */
  static async open(folder: string, key: string, clock: Clock): Promise<Processors> {
    await mkdir(folder, { recursive: true });
    return new Processors(folder, key, clock);
  }

  /** From now on one of them answers with that status and does nothing, until it is told to answer with 200 again. */
  answerWith(name: string, status: number): void {
    this.broken.set(name, status);
  }

  async tell(name: string, headers: IncomingHttpHeaders, body: string): Promise<ProcessorAnswer> {
    const status = this.broken.get(name) ?? 200;
    if (status !== 200) return { status, body: {} };
    const message = JSON.parse(body) as Told['message'];
    const told: Told = { at: this.clock.now().toISOString(), verified: this.isSigned(headers, body), message };
    await appendFile(this.fileOf(name), `${JSON.stringify(told)}\n`);
    return { status, body: message.type === 'deletion.requested' ? { deleted: true } : {} };
  }

  /** Oldest first. */
  async list(name: string): Promise<Told[]> {
    const text = await readFile(this.fileOf(name), 'utf8').catch(() => '');
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Told);
  }

  private fileOf(name: string): string {
    return path.join(this.folder, `${name.replaceAll(/[^a-z0-9-]/g, '_')}.ndjson`);
  }

  /** As https://www.standardwebhooks.com has it. */
  private isSigned(headers: IncomingHttpHeaders, body: string): boolean {
    const content = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
    const secret = Buffer.from(this.key.slice('whsec_'.length), 'base64');
    const expected = Buffer.from(`v1,${createHmac('sha256', secret).update(content).digest('base64')}`);
    const given = String(headers['webhook-signature'] ?? '').split(' ');
    return given.some((text) => text.length === expected.length && timingSafeEqual(Buffer.from(text), expected));
  }
}
