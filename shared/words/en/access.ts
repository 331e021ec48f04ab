import type { access as de } from '../de/access';

/** What a report on access says (Art. 15 GDPR); it speaks to the person. */
export const access: typeof de = {
  title: 'Information about your data',
  attachment: 'The same information in machine-readable form',
  replaced: '[U+…] stands for a character that this font lacks; the attached access-report.json has the original.',
  intro: (email, when) =>
    `You would like to know what data we hold about you. This letter tells you as Art.\u00a015 GDPR provides, as of ${when}, for the e-mail address ${email}.`,
  nothing: (email, when) =>
    `You would like to know what data we hold about you. Nothing is held here under the e-mail address ${email} (as of ${when}). Nor was this inquiry recorded in the register. If you signed up with another address, please tell us that one.`,
  answers: (id, day) => `This answers your request, which reached us on ${day} (case ${id}).`,
  scope: (controller) =>
    `This is about the register in which ${controller} keeps proof of sign-ups, orders and consents on this website. If you have to do with us otherwise, by a contract for example, this letter says nothing about that; please ask us about it as well.`,
  cover: {
    email: 'Your e-mail address',
    controller: 'Controller',
    officer: 'Data protection officer',
    notice: 'Privacy notice',
    asOf: 'As of',
    subject: 'Reference for questions',
    noOfficer: 'No data protection officer has been named. We answer your questions at the address above.',
    programs: 'The file access-report.json is attached to this PDF: the same information for programs.',
  },
  notice: (version, date) => `version ${version} of ${date}`,
  sections: {
    purposes: '1  What we use your data for',
    data: '2  What data we hold, and from where',
    mails: '3  E-mails between you and us',
    recipients: '4  Who receives your data',
    storage: '5  How long we keep your data',
    rights: '6  Your rights',
  },
  record: (when) => `Record of ${when}`,
  recordFacts: {
    origin: 'Origin',
    confirmed: 'Confirmed',
    notConfirmed: 'no',
    recorded: 'Recorded here',
    signedUp: 'Signed up, according to the source',
    given: 'Given, according to the source',
    notDated: 'no time stated',
    purpose: 'Purpose',
    basis: 'Legal basis',
    status: 'Status',
    order: 'Order',
    deletion: 'Deletion',
  },
  wording: (name, version, language) => `Wording for ${name}, version ${version}, ${language}:`,
  noRecords: 'No sign-up, order or consent is held any more.',
  furtherTitle: 'In addition',
  furtherPurposes: [
    'Proof: we have to be able to show that and how you consented, withdrew or objected (Art. 6(1)(c), Art. 5(2) and Art. 7(1) GDPR). Once a consent has ended, the proof serves only to defend against claims (Art. 6(1)(f), Art. 17(3)(e) GDPR).',
    'Your requests: what we do at your request, such as giving this information, is recorded, so that we can show it was done (Art. 6(1)(c), Art. 5(2) GDPR).',
  ],
  standing: {
    title: 'What else holds at present',
    restricted: (since) =>
      `Processing has been restricted since ${since}: we store your data and use them for nothing else (Art. 18 GDPR); what a contract with you needs you still get.`,
    weighed: (names, since) =>
      `Your objection for reasons of your own situation has been weighed since ${since} (Art. 21(1) GDPR). Meanwhile we send you nothing about: ${names}.`,
    objected: (purposes) => `Your objection is recorded and respected: ${purposes}.`,
    heldConnections: (name, since, reviewBy) =>
      `Deletion of connection data (IP address and browser) has been suspended since ${since}, as they are needed to clear up an incident (case ${name}). Whether that is still so is reviewed on ${reviewBy} at the latest.`,
    hold: (name, since, reviewBy) =>
      `Deletion has been suspended since ${since}, as the data are needed in a dispute (case ${name}). Whether that is still so is reviewed on ${reviewBy} at the latest.`,
    erased: (when) => `On ${when} we erased your data, as far as we do not have to keep them.`,
    kept: (steps, parts) =>
      `${steps === 1 ? 'One step is' : `${steps} steps are`} kept with kind and time${parts === '' ? '' : `, and also: ${parts}`}. By them we can show what happened and that we erased, and defend against claims (Art. 17(3)(b) and (e) GDPR). For how long, section 5 says.`,
    undeliverable: (since) =>
      `E-mails to your address have come back as undeliverable since ${since}, so we write to it no more.`,
    openCase: (since) => `Your request of ${since} came in and is not closed yet.`,
    language: (name) => `You chose the language in which we write to you: ${name}.`,
    suppressed:
      'A mark prevents your address from being added again from another source. It does not contain the address, only a value computed from it with a secret key.',
  },
  unproven: 'given in your name; whether by you, was not verified',
  origins: {
    person: 'through the form of the website, a link sent to your address, or an e-mail from it',
    website: 'from the server of the website where you signed up',
    import: 'transferred from another system of the controller',
    operator: 'entered by us',
    system: 'made by the system',
  },
  data: {
    intro: 'Every step that is recorded about you, with all that we keep of it. Times are as the clock is in Germany.',
    about: 'About',
    gone: 'No longer held',
    goneOn: (name, day) => `${name}, deleted on ${day}`,
    missing: 'Should still be held, but was lost',
    unfinished: 'left over from something that was not completed; it is deleted by itself',
    page: 'Page with the form',
    ip: 'IP address',
    userAgent: 'Browser',
    signedUpBy: 'According to the source, signed up by',
    fetchedBy: 'Page with the button fetched by',
    mail: (section) => `word for word under “${section}”`,
    reason: (reason) => `Reason: ${reason}`,
    label: (label) => `Called: ${label}`,
  },
  mails: {
    intro:
      'The e-mails to you and from you of which we keep a copy. With all their header lines they are in access-report.json.',
    links: 'The links in them are masked: they are your personal keys, and we too have only their check values.',
    none: 'We keep no copies of e-mails to you or from you.',
    facts: { from: 'From', to: 'To', subject: 'Subject' },
    unreadable: 'This e-mail has no text that can be shown here; the original is in access-report.json.',
  },
  recipients: {
    intro: 'These receive your data, or can process them on behalf of the controller:',
    none: 'Nobody but the controller receives your data.',
    columns: ['Who', 'Task', 'Role'],
    roles: { processor: 'processes on our behalf (Art. 28 GDPR)', recipient: 'a recipient in its own right' },
    purposes: (names) => `for: ${names}`,
    location: 'This register is kept within the European Union or the European Economic Area.',
    readingsTitle: 'Who has retrieved your data so far',
    readingsIntro:
      'Each retrieval of evidence and each information given, with time, role and reason. We do not name individual employees. That mailing uses your address is not recorded each time.',
    noReadings: 'Before this information no retrieval was recorded, or it is held no longer.',
    readingColumns: ['Time', 'What, and by whom', 'Reason'],
    role: 'person authorised for evidence and information',
    reasonGone: 'no longer held',
  },
  transfers: {
    none: 'No transfer of your data to other countries or to international organisations is intended.',
    intro: 'Your data also get to countries outside of it:',
    by: (name, country, safeguard) => `through ${name} to ${country} (${safeguard}).`,
    copies: 'We send you a copy of the corporate rules on request.',
  },
  safeguards: {
    'adequacy-decision': 'adequacy decision of the European Commission, Art. 45 GDPR',
    'standard-contractual-clauses': 'standard contractual clauses, Art. 46(2)(c) GDPR',
    'binding-corporate-rules': 'binding corporate rules, Art. 46(2)(b) GDPR',
    'express-consent': 'your express consent, Art. 49(1)(a) GDPR',
  },
  storage: {
    pending: 'Not confirmed yet. Without your confirmation we delete all of this.',
    unconfirmed: 'Not confirmed; will be deleted.',
    inForce: (rules) =>
      rules === ''
        ? 'Kept as long as the legal basis lasts; when it ends we delete at once.'
        : `Kept as long as the legal basis lasts; after that as proof ${rules}.`,
    ended: (rules) =>
      rules === '' ? 'No longer in use; will be deleted.' : `No longer in use; kept as proof ${rules}.`,
    order: (rules) =>
      rules === ''
        ? 'Kept for 30 days from the confirmation, so that you can download what you ordered.'
        : `Kept as proof of the order ${rules}.`,
    rule: (keep, from) =>
      ({
        withdrawal: `for ${keep} from the end of the legal basis`,
        'end-of-year-of-withdrawal': `for ${keep} from the end of the calendar year in which the legal basis ended`,
        'last-mail': `for ${keep} from our last e-mail to you, and from the end of the legal basis at the earliest`,
      })[from],
    orderRule: (keep, from) =>
      from === 'end-of-year-of-withdrawal'
        ? `for ${keep} from the end of the calendar year of the confirmation`
        : `for ${keep} from the confirmation`,
    or: ' or, if that takes longer, ',
    maximum: (keep) =>
      `Your address and everything else about you is deleted ${keep} after the sign-up at the latest; the proof names nobody then.`,
    until: (day) => `It is deleted on ${day}.`,
    details: (keep) => {
      if (keep === undefined) return 'Name and further details: as long as the proof.';
      return keep === ''
        ? 'Name and further details: until the legal basis ends.'
        : `Name and further details: ${keep} from the end of the legal basis.`;
    },
    network: (keep) =>
      keep === undefined
        ? 'IP address and what the browser says of itself: as long as the step that they belong to.'
        : `IP address and what the browser says of itself: ${keep} from the step that they belong to.`,
    mails: (keep) =>
      keep === undefined
        ? 'Copies of e-mails to you: as long as the step that they belong to.'
        : `Copies of e-mails to you: ${keep} from when they were sent.`,
    accessLog: (keep) => `Who retrieved your data, and what we did at your request: ${keep}.`,
    enquiries: (keep) =>
      keep === undefined
        ? 'E-mails from you: deleted as soon as your request has been dealt with. If it is a withdrawal or an objection, as long as the proof of that.'
        : `E-mails from you: for another ${keep} after your request has been dealt with. If it is a withdrawal or an objection, as long as the proof of that.`,
    inactivity: (askAfter, answerWithin, addressAfter) =>
      `If you do not use what we offer for long (${askAfter}), we ask by e-mail. If you do not answer (within ${answerWithin}) or say no, we delete your data; the address follows later (after another ${addressAfter}).`,
    ofPurpose: (name, rule) => `For “${name}”: ${rule}`,
    told: (patience) =>
      `Before we delete, we tell those who send e-mails for us. If they cannot be reached, your address is kept to tell them, for ${patience} at most.`,
    review: (every, deleteWithin) =>
      `At regular intervals (${every}) we review whether we still need consents of which nothing was heard for so long. What we do not expressly keep ends (within ${deleteWithin}); from then on the same periods apply as after a withdrawal.`,
    objection: 'An objection is kept as long as we have to respect it.',
    held: 'While deletion is suspended all data are kept, even if their time is over before.',
    restricted:
      'While processing is restricted at your request, what there was is kept, even if its time is over before. We tell you before that ends.',
    anonymised: 'After deletion, figures for statistics remain that no longer lead to anybody.',
    log: 'Check values (hashes) of the steps remain in a public log. Nobody can get from them to you.',
  },
  rightsAlone: 'Your rights',
  rights: [
    { article: 'Art. 16 GDPR', name: 'Rectification', text: 'What is wrong or incomplete we put right.' },
    {
      article: 'Art. 17 GDPR',
      name: 'Erasure',
      text: 'You can ask us to delete your data. What we have to keep all the same is blocked for everything else until then, and we tell you what that is and until when.',
    },
    {
      article: 'Art. 18 GDPR',
      name: 'Restriction',
      text: 'You can ask us to do nothing with your data but store them, for instance while it is disputed whether they are right.',
    },
    {
      article: 'Art. 20 GDPR',
      name: 'Portability',
      text: 'What you gave us you can have as a file that can be used elsewhere (JSON or CSV).',
    },
    {
      article: 'Art. 21 GDPR',
      name: 'Objection',
      text: 'You can object at any time, without giving a reason, to marketing that we base on legitimate interest; and for reasons of your own situation to whatever else we base on it.',
    },
    {
      article: 'Art. 7(3) GDPR',
      name: 'Withdrawal',
      text: 'You can withdraw each consent for the future at any time, also on its own: with the link in every e-mail or by a message to us. What happened until then remains lawful.',
    },
  ],
  howToUseRights: (email, address) =>
    `For each of these rights an informal message to ${email} is enough, or a letter to ${address}. It costs you nothing. We answer without undue delay, within a month at the latest; if it takes longer, we tell you within that time why and how long (Art. 12(3) GDPR).`,
  complaintTitle: 'Complaint to the supervisory authority',
  complaint: (authorities) =>
    `If you think that we do not process your data as the law requires, you can complain to a supervisory authority (Art. 77 GDPR). ${authorities.length === 1 ? 'The one responsible for us is' : 'Those responsible for us are'}: ${authorities.join('; ')}. An informal complaint is enough and costs nothing. You can also turn to the authority where you live, where you work, or where the infringement is said to have happened.`,
  automatedTitle: 'Automated decisions and profiles',
  automated:
    'In this register nothing is decided about you by automated means that would have legal or similarly significant effects for you (Art. 22 GDPR). No agreement of yours to an analysis of how you use what we send is recorded; no profile is made here.',
  noDecisions:
    'In this register nothing is decided about you by automated means that would have legal or similarly significant effects for you (Art. 22 GDPR).',
  profiling: (purposes, who) =>
    `You agreed to an analysis of how you use what we send (${purposes}); the wording of your consent in section 1 says what happens in it. A profile of your interests can come of it. Those data are not in this register, and so not in this letter${who === '' ? '' : `; they are held by: ${who}`}. If you would like to have them, please write to us.`,
};
