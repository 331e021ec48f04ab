import type { Credentials } from '../adapter';
import { isSame, momentOf, type Heard, type Hearing, type Inbound } from './report';

/*
 * Mailchimp's audience webhooks: a form, for one audience, without a signature. Mailchimp suggests a secret in the URL instead,
 * as "?secret=...". The URL has to answer a GET when it is entered.
 */
export const mailchimp: Inbound = {
  isGenuine: ({ query }, { token }) => isSame(query['secret'], token),
  hear,
  greet: () => '',
};

function* hear(text: string, { url }: Credentials): Hearing {
  const form = new URLSearchParams(text);
  const email = form.get('data[email]');
  const kind = kindOf(form);
  // Another audience of the same account is none of this processor's.
  if (!kind || email === null || form.get('data[list_id]') !== url.split('/').at(-1)) return [];
  // "2009-03-26 21:40:57", in UTC.
  const at = momentOf(`${(form.get('fired_at') ?? '').replace(' ', 'T')}Z`);
  return [{ kind, email, ...(at && { at }), said: text }];
}

function kindOf(form: URLSearchParams): Heard['kind'] | undefined {
  const [type, action, reason] = [form.get('type'), form.get('data[action]'), form.get('data[reason]')];
  // Whoever is deleted did not say anything; it may have been us.
  if (type === 'unsubscribe' && action !== 'delete') return reason === 'abuse' ? 'complaint' : 'unsubscribed';
  if (type === 'cleaned') return reason === 'abuse' ? 'complaint' : 'permanent-bounce';
  return undefined;
}
