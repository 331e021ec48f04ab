import type { IncomingMessage, ServerResponse } from 'node:http';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Clock } from '../clock';
import { BodyTooLarge, readBody, sendJson } from '../http';
import type { Receiving } from '../ses/receiving';

/** As much as SES takes in. */
const MAX_MAIL = 40 * 1024 * 1024;

export interface MailParts {
  readonly receiving: Receiving;
  readonly clock: Clock;
}

/** `POST /_local/mail`: a mail as MIME comes in, as if somebody had sent it; what is said of it is in the query. */
export async function receiveMail(
  request: IncomingMessage,
  response: ServerResponse,
  { receiving }: MailParts,
): Promise<void> {
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
  try {
    const id = await receiving.deliver(await readBody(request, MAX_MAIL), searchParams);
    sendJson(response, 200, { id });
  } catch (error) {
    if (error instanceof BodyTooLarge) sendJson(response, 413, { title: 'A mail has at most 40 MB.' });
    else sendJson(response, 500, { title: 'The mail was not worked off; it is kept.', detail: String(error) });
  }
}

/** `POST /_local/answers`: what somebody writes under a mail on the inbox page goes to where answers go. */
export async function answerMail(
  request: IncomingMessage,
  response: ServerResponse,
  { receiving, clock }: MailParts,
): Promise<void> {
  const form = new URLSearchParams((await readBody(request, MAX_MAIL)).toString());
  const field = (name: string): string => form.get(name) ?? '';
  const [from, to] = [field('from'), field('to')];
  const answer = { from, to, subject: `Re: ${field('subject')}`, text: field('text'), date: clock.now() };
  const raw = await new MailComposer(answer).compile().build();
  await receiving.deliver(raw, new URLSearchParams({ to, from }));
  response.writeHead(303, { location: '/_local/inbox.html' }).end();
}
