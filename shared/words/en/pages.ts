import type { pages as de } from '../de/pages';

/** What the pages say that a link or a form leads to. */
export const pages: typeof de = {
  privacyNotice: 'Privacy notice',
  imprint: 'Legal notice',
  sentTitle: 'Please check your inbox',
  sentText: 'We are sending you an e-mail with a link. Please use the link to confirm; nothing counts before that.',
  sentNote: (email) =>
    `No e-mail? Please check your spam folder, too, or fill in the form again in a quarter of an hour. Sending it several times does not bring a new e-mail each time, and only a few a day. If you already have one from us, the button behind the link in it is enough. If nothing comes tomorrow either, please write to us: ${email}.`,
  refusedTitle: 'That has not worked yet',
  refusedText: 'Nothing was saved. Please go back to the form in your browser and change:',
  emailError: 'E-mail address: please check that it is complete, for example name@example.com.',
  nothingChosenError: 'Your choice: please tick at least one box.',
  requiresError: (purpose, others) => `${purpose}: this is possible only together with ${others.join(' or ')}.`,
  staleError:
    'Wording: it has changed since you opened the form. Please reload the page, read it once more, and send the form again.',
  proofError:
    'Time: very many people are signing up right now. Please try again later, or use the form with JavaScript switched on; your browser then solves a small calculation that keeps programs out.',
  brokenFormText: 'Nothing was saved. The fault is not yours, but that of the form:',
  brokenFormHelp: (email) => `Please tell us: ${email}. Thank you!`,
  website: 'Go to our website',
  formError: 'What it sent cannot be read.',
  originError: 'It is on a website that we take no sign-ups from.',
  unknownSiteError: 'It sends sign-ups to an address that does not exist here.',
  tooLargeError: 'It sent more than we take.',
  languageError: (languages) => `It names a language that we do not have here. There are: ${languages.join(', ')}.`,
  unknownFieldError: (field) => `We do not know what to do with its field “${field}”.`,
  fieldError: (label) => `${label}: please make this shorter, and put it on one line.`,
  confirmedTitle: 'Thank you, that is confirmed',
  confirmedText: 'You have confirmed:',
  alreadyConfirmedTitle: 'You have confirmed this already',
  assetNote: 'You get the download link by e-mail.',
  withdrawNote: 'You can withdraw your consent at any time: with the link in every e-mail.',
  receiptGoneTitle: 'This receipt is no longer kept here',
  receiptGoneText:
    'We have deleted what we had kept about it, as the time for that is over. A receipt that you saved yourself stays valid.',
  expiredTitle: 'This link has expired',
  expiredText:
    'Your details were not confirmed in time, so they do not count. If you still want this, please fill in the form again; you will get a new link.',
  linkGoneTitle: 'Nothing is kept about this link any more',
  linkGoneText:
    'What we had kept about it is deleted, and this link confirms nothing any more. If you still want this, please fill in the form anew.',
  keepTooLateTitle: 'You are no longer signed up',
  keepTooLateText:
    'What this was about has ended, and this link does not bring it back. If you would like e-mails after all, please sign up again.',
  badLinkTitle: 'Something is wrong with this link',
  badLinkText:
    'Part of it is missing, or there is too much of it. Please open the link from the e-mail once more. If it runs over two lines there, copy all of it into the address bar.',
  noPageTitle: 'There is no such page',
  noPageText: 'Please check the address. If you come from an e-mail, open the link in it once more.',
  methodTitle: 'This page cannot be opened like that',
  methodText: 'Please open the link from the e-mail once more, or go back to the form.',
  siteClosedTitle: 'No more sign-ups here',
  siteClosedText:
    'This offer has ended: nobody is signed up any more, and no more e-mails are sent. You need not do anything. The links to unsubscribe in earlier e-mails keep working until we have deleted everything.',
  assetGoneTitle: 'There is nothing left to download here',
  assetGoneText: 'The document is no longer on offer, or your order was deleted. You can order it again.',
  busyTitle: 'That did not work just now',
  busyText: 'The fault is ours. Please try again in a minute; repeating does no harm.',
};
