import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, sendJson } from '../http';
import type { Inbox } from '../ses/inbox';
import { OUTCOMES, type Outcome, type Outcomes } from '../ses/outcomes';

const MAX_BODY = 64 * 1024;

export interface OutcomeParts {
  readonly inbox: Inbox;
  readonly outcomes: Outcomes;
}

/** Has SES tell what became of the newest mail to an address: `{"email": "...", "outcome": "bounce"}`. */
export async function tellOutcome(
  request: IncomingMessage,
  response: ServerResponse,
  { inbox, outcomes }: OutcomeParts,
): Promise<void> {
  const { email, outcome } = read((await readBody(request, MAX_BODY)).toString());
  const mail = email === undefined ? undefined : await inbox.newestTo(email);
  if (!mail || !isOutcome(outcome)) {
    const detail = `Name an address that got mail, and one of ${OUTCOMES.join(', ')}.`;
    return sendJson(response, 400, { title: 'The local stack cannot do that', status: 400, detail });
  }
  await outcomes.tell(mail, outcome);
  sendJson(response, 200, { told: outcome });
}

function read(body: string): { readonly email?: string; readonly outcome?: string } {
  try {
    return JSON.parse(body) as { email?: string; outcome?: string };
  } catch {
    return {};
  }
}

function isOutcome(text: string | undefined): text is Outcome {
  return OUTCOMES.some((known) => known === text);
}
