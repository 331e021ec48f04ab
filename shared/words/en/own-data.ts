import type { ownData as Words } from '../de/own-data';

export const ownData: typeof Words = {
  title: 'Your data',
  intro:
    'So that nobody but you decides on this, we first ask by e-mail, at the address that we have of you. Nothing happens until you confirm there.',
  buttons: {
    erasure: 'Delete my registration',
    rectification: 'Correct my details',
    move: 'Change my address',
  },
  email: 'New e-mail address',
  askedTitle: 'Please check your inbox',
  asked:
    'We are asking by e-mail, at the address that we have of you. Until you confirm there, everything stays as it is. We send only a few such e-mails a day; if you have one already, its link is enough.',
  invalidTitle: 'That did not work yet',
  invalid: 'Please check that the new address is complete, for example name@example.com.',
  mail: {
    subject: {
      erasure: 'Please confirm: delete your registration',
      rectification: 'Correct your details',
      move: 'Please confirm: another e-mail address',
    },
    intro: {
      erasure: (controller, when) =>
        `on ${when} somebody asked, by a link from an e-mail to you, that your registration with ${controller} be deleted.`,
      rectification: (controller, when) =>
        `on ${when} somebody asked, by a link from an e-mail to you, to correct your details at ${controller}.`,
      move: (controller, when, email) =>
        `on ${when} somebody asked, by a link from an e-mail to you, that ${controller} write to this address from now on:\n${email}`,
    },
    ask: {
      erasure: (by) => `If that was you, please confirm it by ${by}:`,
      rectification: (by) => `If that was you, you can change them here until ${by}:`,
      move: (by) => `If that was you, please confirm it by ${by}. Then we ask at the new address, too:`,
    },
    ignore:
      'If it was not you, you need not do anything: everything stays as it is. Perhaps you forwarded one of our e-mails.',
  },
  stay: {
    nothing: 'Everything that we store about you is deleted. Only a note of that stays, without name and address.',
    intro: 'We cannot delete your data yet. We keep:',
    duty: (day) =>
      `the proof of your consent, until ${day}; we need it to defend ourselves against claims (Art. 17(3) GDPR)`,
    hold: (day) => `what a dispute needs, until that is over; we check by ${day} whether it is still needed`,
    contract: 'what a contract with you needs, until it ends',
    restricted: 'Until then processing is restricted: we use your data for nothing else. After that we delete it.',
  },
  pages: {
    titles: {
      erasure: 'Would you like to delete your registration?',
      rectification: 'Your details',
      move: 'Would you like to change your address?',
    },
    erasure: 'This ends at once: all e-mails that you consented to, or that we base on a legitimate interest.',
    rectification: 'Please change what is wrong. An empty field means that it is not to be stored.',
    noFields: 'We ask for nothing but your e-mail address. You can change that in your e-mail preferences.',
    move: 'We then write to this address first and ask for confirmation there. Until then the present one stays in use.',
    buttons: {
      erasure: 'Delete now',
      rectification: 'Save',
      move: 'Write to the new address',
    },
    note: 'Nothing changes unless you press the button.',
    tooLong: 'Please write something shorter, in one line. Nothing was saved.',
    erasedTitle: 'Your registration is deleted',
    erased: 'You get nothing more from us that you were registered for.',
    keptTitle: 'Processing of your data is restricted; it is not deleted yet',
    correctedTitle: 'Your details are corrected',
    corrected: 'What you changed holds from now on.',
    movedTitle: 'Please look into the new inbox',
    moved: 'Once you have confirmed there, we write to the new address and no longer to the present one.',
    notMovableTitle: 'There is nothing to move',
    notMovable: 'At present we may send you nothing that you consented to. You can sign up anew with the new address.',
    unchangedTitle: 'Everything stays as it is',
    unchanged: 'There was nothing to change.',
    doneTitle: 'That has been done already',
    done: 'This link works once. You need not do anything else.',
    overTitle: 'This link has expired',
    over: 'Nothing was changed. If you still want it, ask for it once more in your e-mail preferences.',
  },
};
