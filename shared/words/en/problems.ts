import type { problems as de } from '../de/problems';

/** What only a fault of the console itself can be. */
const BROKEN =
  'The console sent something that the server does not understand. Reload the page; if it stays like this, tell whoever runs it.';

export const problems: typeof de = {
  '400 not-utf-8': BROKEN,
  '400 not-json': BROKEN,
  '400 duplicate-key': BROKEN,
  '400 unknown-language': 'The website has no texts in this language. Choose another one.',
  '400 cursor': 'The list cannot be continued from here. Begin it again.',
  '400 limit': BROKEN,
  '400 profile': 'There is no such kind of table.',
  '400 since': 'Who left so long ago is not kept. Choose a later day.',
  '400 period': 'The first day comes after the last one, or there are more than 366 days. Choose another time.',
  '400 each': 'There are no such periods. Choose days, weeks or months.',
  '400 by': 'Counts are not split by that. Choose form, list or language.',
  '401 token': 'Your sign-in is no longer good. Please sign in again.',
  '403 grant': 'You have no rights to do this at this website.',
  '404 unknown-site': 'This website is not here, or not any more.',
  '404 unknown-purpose': 'The website has no such list, or not any more.',
  '404 unknown-person': 'Nothing is stored about this person at the website. Check the address and the website.',
  '404 unknown-case': 'There is no such request, or it is closed already. Reload the list.',
  '406 not-acceptable': BROKEN,
  '409 date-past': 'This version of the privacy notice is in force already; people are told beforehand.',
  '409 other-version': 'Another version of the privacy notice is in force by now. Reload the page.',
  '409 nothing-pending':
    'Nobody of this address waits for a confirmation mail, or the address is not stored any more. Nothing was sent.',
  '409 undeliverable': 'Mail to this address comes back. Ask the person for another one.',
  '409 nothing-to-review': 'Some of this is not on the list, or not any more. Reload the list.',
  '409 changed-meanwhile':
    'Something happened with this person meanwhile. Nothing was done; look again at what would happen now.',
  '409 no-such-hold': 'This person has no hold of that name.',
  '409 restricted': 'The data of this person are restricted. Do not mail them.',
  '409 not-movable':
    'Nothing can be moved to the new address now: no consent is in force at the old one, the data at one of them are restricted, the new one may not be written to, or it had enough mails today.',
  '410 cursor-too-old': 'Changes of so long ago are not kept. Take the whole list.',
  '410 site-closed': 'This website is closed.',
  '413 too-large': 'That is too much at once. Shorten the text, or divide it.',
  '415 media-type': BROKEN,
  '422 invalid': 'Something you entered is not right. Nothing was saved.',
  '422 too-large': 'The answer is too large to be shown here. Narrow the selection.',
  '500 internal': 'Something went wrong on our side. Please try again; repeating is harmless.',
  '503 busy': 'Very much is going on just now. Try again in a moment; nothing was lost.',
};
