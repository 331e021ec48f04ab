import { randomUUID } from 'node:crypto';
import PostalMime, { addressParser } from 'postal-mime';
import { ACCOUNT, REGION } from '../aws';
import type { Clock } from '../clock';
import type { Objects } from '../s3/objects';

/** The findings that the mail service reports with a mail. */
const VERDICTS = ['spam', 'virus', 'spf', 'dkim', 'dmarc'] as const;

interface Receiver {
  invoke(event: unknown): Promise<unknown>;
}

/** SES where it receives: puts a mail into the bucket, and tells the function of it. */
export class Receiving {
  constructor(
    private readonly objects: Objects,
    private readonly receiver: Receiver,
    private readonly clock: Clock,
  ) {}

  /**
   * @param said what is to be said of the mail: `to` (by default whom it names), `from` (the sender of the envelope),
   *   and verdicts such as `dmarc=FAIL` (by default all is well)
   * @returns the mail's id, once the function was done with it
   */
  async deliver(raw: Buffer, said: URLSearchParams): Promise<string> {
    const id = said.get('id') ?? randomUUID().replaceAll('-', '');
    await this.objects.put(`mail/${id}`, raw);
    await this.receiver.invoke({ Records: [await this.record(id, raw, said)] });
    return id;
  }

  private async record(id: string, raw: Buffer, said: URLSearchParams): Promise<object> {
    const { headers } = await PostalMime.parse(raw);
    const named = (key: string): string[] =>
      headers
        .filter((header) => header.key === key)
        .flatMap(({ value }) => addressParser(value, { flatten: true }))
        .flatMap(({ address }) => address ?? []);
    const recipients = said.has('to') ? said.getAll('to') : [...named('to'), ...named('cc')];
    const timestamp = this.clock.now().toISOString();
    const source = said.get('from') ?? named('from')[0] ?? '';
    const mail = { timestamp, source, messageId: id, destination: recipients };
    const functionArn = `arn:aws:lambda:${REGION}:${ACCOUNT}:function:inbox`;
    const action = { type: 'Lambda', functionArn, invocationType: 'Event' };
    const receipt = { timestamp, processingTimeMillis: 1, recipients, ...verdictsIn(said), action };
    return { eventSource: 'aws:ses', eventVersion: '1.0', ses: { mail, receipt } };
  }
}

function verdictsIn(said: URLSearchParams): Record<string, object> {
  return Object.fromEntries(VERDICTS.map((name) => [`${name}Verdict`, { status: said.get(name) ?? 'PASS' }]));
}
