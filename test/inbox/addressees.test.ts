import { sites } from '../../examples/sites';
import { addresseesOf, type Inbox } from '../../shared/inbox/addressees';

/** Its keys are for addresses at its own domain, of which there are none here. */
const INBOX = { domain: 'inbox.example', sites, keyRing: { keys: [] } } as unknown as Inbox;

const siteOf = (recipient: string): string[] =>
  addresseesOf([recipient], INBOX).map((addressee) => (addressee.kind === 'site' ? addressee.site.id : 'a link'));

test.each([
  ['its sender', 'newsletter@notice-003.example'],
  ['its mailbox for privacy', 'privacy@notice-003.example'],
  ['its data protection officer', 'dpo@notice-003.example'],
  ['a further contact', 'Widerspruch@Notice-003.example'],
])('a mail to %s is for the site', (_whom, recipient) => {
  expect(siteOf(recipient)).toEqual(['notice-003']);
});

test('a mail to a mailbox that the site does not name is for nobody', () => {
  expect(siteOf('vertrieb@notice-003.example')).toEqual([]);
});
