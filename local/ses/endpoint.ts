import { randomUUID } from 'node:crypto';
import type { RequestListener, ServerResponse } from 'node:http';
import type { Clock } from '../clock';
import { readBody } from '../http';
import type { Inbox } from './inbox';
import type { Mail } from './mail';

/** SES takes 10 MB; in base64 and percent-encoded that is so much. */
const MAX_BODY = 32 * 1024 * 1024;
const MAX_MAIL = 10 * 1024 * 1024;
const NAMESPACE = 'http://ses.amazonaws.com/doc/2010-12-01/';

/** A fault for which SES would refuse the mail. */
class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * SES (version 1, query protocol) as far as the functions need it: `SendRawEmail`. Every mail goes into the inbox.
 * `hear` is told of each.
 */
export function sesEndpoint(inbox: Inbox, clock: Clock, hear: (mail: Mail) => void = () => undefined): RequestListener {
  return (request, response) => {
    readBody(request, MAX_BODY)
      .then((body) => sendRawEmail(new URLSearchParams(body.toString()), inbox, clock))
      .then((mail) => {
        accepted(response, mail.id);
        hear(mail);
      })
      .catch((error: unknown) => refused(response, error));
  };
}

async function sendRawEmail(form: URLSearchParams, inbox: Inbox, clock: Clock): Promise<Mail> {
  const action = form.get('Action') ?? '';
  if (action !== 'SendRawEmail') throw new Refused('InvalidAction', `Could not find operation ${action}`);
  const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64');
  if (raw.length === 0) throw new Refused('InvalidParameterValue', 'RawMessage.Data is missing.');
  if (raw.length > MAX_MAIL) throw new Refused('InvalidParameterValue', 'Message length is more than 10485760 bytes.');
  const id = `${randomUUID()}-000000`;
  const envelope = { id, at: clock.now().toISOString(), destinations: destinationsIn(form), tags: tagsIn(form) };
  return inbox.keep(raw, envelope);
}

function destinationsIn(form: URLSearchParams): string[] {
  return [...form].filter(([key]) => key.startsWith('Destinations.member.')).map(([, value]) => value);
}

function tagsIn(form: URLSearchParams): Record<string, string> {
  const names = [...form].filter(([key]) => /^Tags\.member\.\d+\.Name$/.test(key));
  return Object.fromEntries(names.map(([key, name]) => [name, form.get(key.replace(/Name$/, 'Value')) ?? '']));
}

function accepted(response: ServerResponse, messageId: string): void {
  const result = `<SendRawEmailResult><MessageId>${messageId}</MessageId></SendRawEmailResult>`;
  sendXml(response, 200, `<SendRawEmailResponse xmlns="${NAMESPACE}">${result}${metadata()}</SendRawEmailResponse>`);
}

function refused(response: ServerResponse, error: unknown): void {
  const { code, message, status, type } =
    error instanceof Refused
      ? { code: error.code, message: error.message, status: 400, type: 'Sender' }
      : { code: 'InternalFailure', message: `No mail was kept: ${String(error)}`, status: 500, type: 'Receiver' };
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
