import { randomUUID } from 'node:crypto';
import type { RequestListener, ServerResponse } from 'node:http';
import type { Clock } from '../clock';
import { readBody } from '../http';
import { Account, Refused } from './account';
import type { Inbox } from './inbox';
import type { Mail } from './mail';

/** SES takes 10 MB; in base64 and percent-encoded that is so much. */
const MAX_BODY = 32 * 1024 * 1024;
const MAX_MAIL = 10 * 1024 * 1024;
const NAMESPACE = 'http://ses.amazonaws.com/doc/2010-12-01/';

export interface Ses {
  readonly inbox: Inbox;
  readonly clock: Clock;
  /** @default one without limits that anybody would meet */
  readonly account?: Account;
  /** Is told of each mail. */
  readonly hear?: (mail: Mail) => void;
}

/**
 * SES (version 1, query protocol) as far as the functions need it: `SendRawEmail` and `GetSendQuota`. Every mail goes into the inbox.
 */
export function sesEndpoint({
  inbox,
  clock,
  account = new Account(clock),
  hear = () => undefined,
}: Ses): RequestListener {
  const answer = async (form: URLSearchParams, response: ServerResponse): Promise<void> => {
    const action = form.get('Action') ?? '';
    if (action === 'GetSendQuota') return answered(response, action, quotaOf(account));
    if (action !== 'SendRawEmail') throw new Refused('InvalidAction', `Could not find operation ${action}`);
    const mail = await sendRawEmail(form, inbox, clock, account);
    answered(response, action, `<MessageId>${mail.id}</MessageId>`);
    hear(mail);
  };
  return (request, response) => {
    readBody(request, MAX_BODY)
      .then((body) => answer(new URLSearchParams(body.toString()), response))
      .catch((error: unknown) => refused(response, error));
  };
}

const quotaOf = ({ atMost, perSecond, sent }: Account): string =>
  `<Max24HourSend>${atMost}</Max24HourSend><MaxSendRate>${perSecond}</MaxSendRate><SentLast24Hours>${sent}</SentLast24Hours>`;

async function sendRawEmail(form: URLSearchParams, inbox: Inbox, clock: Clock, account: Account): Promise<Mail> {
  const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64');
  if (raw.length === 0) throw new Refused('InvalidParameterValue', 'RawMessage.Data is missing.');
  if (raw.length > MAX_MAIL) throw new Refused('InvalidParameterValue', 'Message length is more than 10485760 bytes.');
  const id = `${randomUUID()}-000000`;
  const envelope = { id, at: clock.now().toISOString(), destinations: destinationsIn(form), tags: tagsIn(form) };
  account.take(envelope.destinations);
  return inbox.keep(raw, envelope);
}

function destinationsIn(form: URLSearchParams): string[] {
  return [...form].filter(([key]) => key.startsWith('Destinations.member.')).map(([, value]) => value);
}

function tagsIn(form: URLSearchParams): Record<string, string> {
  const names = [...form].filter(([key]) => /^Tags\.member\.\d+\.Name$/.test(key));
  return Object.fromEntries(names.map(([key, name]) => [name, form.get(key.replace(/Name$/, 'Value')) ?? '']));
}

function answered(response: ServerResponse, action: string, content: string): void {
  const result = `<${action}Result>${content}</${action}Result>`;
  sendXml(response, 200, `<${action}Response xmlns="${NAMESPACE}">${result}${metadata()}</${action}Response>`);
}

function refused(response: ServerResponse, error: unknown): void {
  const { code, message, status } =
    error instanceof Refused ? error : new Refused('InternalFailure', `No mail was kept: ${String(error)}`, 500);
  const type = status < 500 ? 'Sender' : 'Receiver';
  const detail = `<Type>${type}</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message>`;
  const requestId = `<RequestId>${randomUUID()}</RequestId>`;
  sendXml(response, status, `<ErrorResponse xmlns="${NAMESPACE}"><Error>${detail}</Error>${requestId}</ErrorResponse>`);
}

function sendXml(response: ServerResponse, status: number, xml: string): void {
  response.writeHead(status, { 'content-type': 'text/xml' }).end(xml);
}

function metadata(): string {
  return `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
