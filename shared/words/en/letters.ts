import type { letters as de } from '../de/letters';

/** Letters to people who turned to the controller. */
export const letters: typeof de = {
  titles: {
    received: 'Your request has arrived',
    'identity-asked': 'A question about your request',
    extended: 'Your request takes longer',
    access: 'Information about your data',
    portability: 'Your data to take along',
    erasure: 'Your data is erased',
    'erasure-in-part': 'Your data is erased in part',
    withdrawal: 'Your withdrawal is carried out',
    objection: 'Your objection',
    rectification: 'Your data is corrected',
    restriction: 'Processing of your data is restricted',
    'restriction-lifted': 'The restriction ends',
    refusal: 'Your request',
    'nothing-stored': 'Nothing is stored about you',
    'never-agreed': 'Your question about your consent',
  },
  notErasedYet: 'Processing of your data is restricted; it is not erased yet',
  erasingInPart: 'Your data is being erased in part',
  greeting: 'Hello,',
  closing: 'Kind regards',
  reference: (id) => `Case: ${id}`,
  date: (day) => `Date: ${day}`,
  about: (email) => `this is about the e-mail address ${email}.`,
  reasons: (text) => `Our reasons: ${text}`,
  received: (day, due) => `Your request reached us on ${day}. We answer it by ${due}.`,
  identityAsked:
    'So that nobody else gets or changes your data, we have to be sure that it is you who asks (Art. 12(6) GDPR). Please answer us from the e-mail address that this is about. We do not need a copy of your identity card.',
  extended: (due) => `We cannot answer your request within a month. We answer it by ${due} (Art. 12(3) GDPR).`,
  access: 'The information under Art. 15 GDPR comes with this letter.',
  portability: 'The data that you gave us comes with this letter as a file (Art. 20 GDPR).',
  erased: (day) =>
    `On ${day} we erased what our register of consents had stored about you of names, addresses, connection data and e-mails (Art. 17 GDPR).`,
  entriesStay:
    'Entries without name and address stay; only a value that is computed from the address with a secret key still leads to them. They show what happened, and are deleted when their time is over.',
  suppressed:
    'As you wished, a mark without an address stays, by which we know that your data must not be imported again.',
  data: {
    address: 'e-mail address',
    details: 'name and further details',
    network: 'IP address and browser',
    mail: 'copies of e-mails',
  },
  goneAlready: (names) => `Erased: ${names}.`,
  goingNow: (names) => `Being erased now: ${names}.`,
  goneNothing: 'We cannot erase your data yet.',
  keptFor: (day, names) =>
    `We still keep: ${names}. Its processing is restricted since ${day}. Why we keep it, and until when:`,
  against: {
    hold: (day) =>
      `The data is needed for a legal dispute (Art. 17(3)(e) GDPR). We look by ${day} at the latest whether that is still so.`,
    duty: (day) => `We keep the proof of your consent until ${day} (Art. 17(3)(e) GDPR).`,
    contract: 'A contract with you still runs; its e-mails need the address.',
  },
  restrictedMeanwhile:
    'Until then we use this data for nothing else, but for e-mails that a contract with you needs. After that we erase it.',
  withdrawn: (names, day) => `Your consent ended on ${day}: ${names}.`,
  refused: (names, day) =>
    `Your sign-up, which had not been confirmed yet, was taken back on ${day}: ${names}. That was no consent yet.`,
  objected: (names, day) => `Your objection holds since ${day}: ${names}. We no longer use your address for that.`,
  weighed: 'We are weighing the reasons that you gave. Until we have decided you get no e-mails about that.',
  upheld: (day) => `We weighed your objection, and upheld it on ${day}. We no longer use your address for that.`,
  overridden: (day) =>
    `We weighed your objection, and decided on ${day} that compelling grounds override it (Art. 21(1) GDPR).`,
  rectified: (day) => `On ${day} we corrected your details (Art. 16 GDPR).`,
  restricted: (day) =>
    `Since ${day} we store your data and use it for nothing else, but for e-mails that a contract with you needs (Art. 18 GDPR).`,
  lifting: 'We lift the restriction of the processing of your data (Art. 18(3) GDPR).',
  lifted: (day) => `The restriction of the processing of your data ended on ${day}.`,
  refusal: 'We cannot do what you ask for (Art. 12(4) GDPR).',
  nothingStored: (day) =>
    `On ${day} nothing was stored about this e-mail address in our register of consents. If you signed up with another address, please tell us that one.`,
  agreed: (names, asked, confirmed) =>
    `For ${names} this address was typed into our form on ${asked}. On ${confirmed} the link in the e-mail that we sent to this address was opened, and the consent was confirmed there.`,
  notConfirmed: (names, asked) =>
    `For ${names} this address was typed into our form on ${asked}. That was never confirmed. No consent was given by that.`,
  elsewhere: (names) => `For ${names} a consent was reported to us from elsewhere; it was not confirmed here.`,
  canWithdraw: 'You can withdraw a consent at any time; an informal message to us is enough.',
  deletedThere: (names) => `That they deleted what they had of you was confirmed to us by: ${names}.`,
  officer: (who) => `Data protection officer: ${who}`,
};
