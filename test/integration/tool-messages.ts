import { createHmac } from 'node:crypto';
import type { ToolCall } from '../../shared/processors/inbound/report';

type ReportingTool = 'mailchimp' | 'brevo' | 'cleverreach' | 'webhook';

export const SECRET = 'a-secret-that-is-long-enough';
export const seconds = (moment = Date.now()): number => Math.floor(moment / 1000);

/** What CleverReach says of a receiver, whatever its number. */
export const cleverReachHas: { receiver?: object | undefined } = {};

/** What each tool sends when somebody left, or what else happened there. */
export const MESSAGES: Readonly<Record<ReportingTool, (email: string, at?: number, kind?: string) => ToolCall>> = {
  mailchimp: (email, at = Date.now(), kind = 'unsubscribe') => ({
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    query: { secret: SECRET },
    text: new URLSearchParams({
      type: kind,
      fired_at: new Date(at).toISOString().slice(0, 19).replace('T', ' '),
      'data[action]': 'unsub',
      'data[reason]': 'manual',
      'data[id]': '8a25ff1d98',
      'data[list_id]': 'a1b2c3d4e5',
      'data[email]': email,
    }).toString(),
  }),
  brevo: (email, at = Date.now(), kind = 'unsubscribe') => ({
    headers: { authorization: `Bearer ${SECRET}` },
    query: {},
    text: JSON.stringify({ event: kind, email, id: 26224, ts_event: seconds(at), list_id: [3, 42], camp_id: 98 }),
  }),
  cleverreach: (email, at = Date.now(), kind = 'receiver.unsubscribed') => {
    cleverReachHas.receiver = { id: '77', email, activated: 1790000000, deactivated: seconds(at), active: false };
    return {
      headers: { 'x-cr-calltoken': SECRET },
      query: {},
      text: JSON.stringify({ event: kind, condition: '4', payload: { pool_id: '77', group_id: '4' } }),
    };
  },
  webhook: (email, at = Date.now(), kind = 'unsubscribed') => {
    const text = JSON.stringify({ type: kind, timestamp: new Date(at).toISOString(), data: { email } });
    return { headers: signed(text, SECRET), query: {}, text };
  },
};

export function signed(text: string, token: string, now = seconds()): Record<string, string> {
  const key = Buffer.from(token.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`msg_1.${now}.${text}`).digest('base64');
  return { 'webhook-id': 'msg_1', 'webhook-timestamp': `${now}`, 'webhook-signature': `v1,${signature}` };
}
