import type { dossier as de } from '../de/dossier';
import { pluralIn } from '../plural';

const form = pluralIn('en');

/** What a dossier says. */
export const dossier: typeof de = {
  title: 'Proof of consent',
  replaced: '[U+…] stands for a character that this font does not have; evidence.json has the original.',
  attachment: 'The evidence in a form that can be checked',
  absence: {
    withheld: 'not disclosed in this copy',
    gone: 'no longer kept',
    missing: 'lost',
    unsaved: 'could not be saved',
    none: 'not collected',
  },
  states: { disclosed: 'disclosed', withheld: 'not disclosed', gone: 'no longer kept', missing: 'lost' },
  cover: {
    doubleOptIn: 'through the link in the e-mail that had been sent to this address (double opt-in)',
    elsewhere: (when) =>
      `On ${when} a consent was recorded that this person is said to have given elsewhere. It was not confirmed here through a link sent to that address (double opt-in), and so is weaker as proof. What is shown is what came along with it, and no more.`,
    legitimateInterest: (when) =>
      `On ${when} it was recorded that e-mails to this person rest on a legitimate interest (Art. 6(1)(f) GDPR, § 7(3) UWG). That is no consent.`,
    contract: (when) =>
      `On ${when} it was recorded that e-mails to this person rest on a contract with them (Art. 6(1)(b) GDPR). That is no consent.`,
    noRecord: 'No sign-up, order or consent of this person is held.',
    name: 'Details given',
    goneOn: (day) => `deleted on ${day}`,
    address: 'E-mail address',
    /** Of which there is nothing. */
    addressAsked: 'Asked about',
    requested: 'Signed up',
    confirmed: 'Confirmed',
    notConfirmed: 'no',
    notAsked: 'no confirmation by e-mail',
    noPage: 'Page with the form: not reported',
    takenBy: {
      operator: (name) => `recorded with the access of ${name}`,
      backend: (name) => `reported by the website’s server (${name})`,
    },
    bySystem: 'recorded by the system',
    withdrawn: 'Withdrawn',
    moved: 'Passed on',
    refused: 'Taken back',
    objected: 'Objected',
    lapsed: 'Lapsed',
    contractEnded: 'Contract ended',
    recorded: 'Recorded',
    relied: 'Recorded',
    rectified: 'Corrected',
    standing: 'Also',
    absent: 'Not included',
    restricted: (since) => `Processing restricted since ${since} (Art. 18 GDPR)`,
    heldConnections: (name, since, reviewBy) =>
      `Deletion of connection data suspended since ${since}, case ${name}, to be reviewed by ${reviewBy}`,
    held: (name, since, reviewBy) => `Deletion suspended since ${since}, case ${name}, to be reviewed by ${reviewBy}`,
    erased: (when) => `Personal data of earlier steps erased on ${when} (Art. 17 GDPR)`,
    weighed: (since) => `Objection for reasons of one’s own situation being weighed since ${since} (Art. 21(1) GDPR)`,
    undeliverable: (since) => `E-mails to this address undeliverable since ${since}`,
    openCase: (name, since) => `Case open since ${since}: ${name}`,
    language: (name) => `Language chosen: ${name}`,
    wordingOf: (name, version, language) => `Wording for ${name}, version ${version}, ${language}`,
    wordingInFull: (section) => `In full in section ${section}`,
    controller: 'Controller',
    madeFor: 'This document',
    madeForWhom: (operator, when) => `retrieved with the access of ${operator} on ${when}`,
    reason: (reason) => `Reason: ${reason}`,
    /** What the operator calls a dispute. */
    label: (label) => `Called: ${label}`,
    check: 'Verification',
    checkHow: (size, keyIds) =>
      size === undefined
        ? 'with the attached file evidence.json (section 5); it is not in the signed log yet'
        : `with the attached file evidence.json and the signed log (section 5): checkpoint of ${size} ${form(size, 'entry', 'entries')}, key ${keyIds}`,
    recordName: (letter) => `Record ${letter}`,
    record: (name, when) => `${name}, begun on ${when}`,
    recordColumns: ['Record', 'Signed up or recorded', 'Confirmed', 'Ended'],
    moreRecords: (count) =>
      count === 1 ? 'One more record is on the following page.' : `${count} more records are on the following pages.`,
  },
  verdicts: {
    ordered: (since) => `Ordered, confirmed on ${since}`,
    notOrdered: 'Ordered, never confirmed',
  },
  sections: {
    records: 'All records in detail',
    timeline: '1  What happened',
    wording: '2  Wording',
    mails: '3  The e-mails as they were sent or came in',
    limits: '4  What this document shows, and what it does not',
    annex: '5  Technical annex',
    annexEntries: '5.1  Entries',
    annexLog: '5.2  Checkpoint and keys',
    annexAnchors: '5.3  Archived checkpoints',
    annexCheck: '5.4  How to check it',
  },
  timeline: {
    intro:
      'Each step is an entry of its own, which is not changed any more. Times are by the clock in Germany, with the stored time in UTC below.',
    notKnown: 'Step that this version does not know',
    columns: ['No.', 'Time', 'What happened', 'By whom, from where'],
    deleted: (places) => `Deleted, as their retention period was over, and so not listed: no. ${places}.`,
  },
  landing: {
    units: { seconds: 's', minutes: 'min', hours: 'h', days: 'days' },
    opened: (afterMail, pressed) => `Page opened ${afterMail} after the e-mail, button pressed ${pressed} after that`,
    pressed: (pressed) => `Button pressed ${pressed} after the page was opened`,
  },
  wordingIntro:
    'The texts that the entries refer to, character by character. Each entry names the hash of its wording; a changed text would have another one. With each text stands what is recorded about who showed it.',
  wordingFacts: { version: 'Version', shown: 'Shown', hash: 'SHA-256', entries: 'Named in no.' },
  shownBy: {
    form: (places) => `The form reported that it showed exactly this text (no. ${places}).`,
    page: (places) => `The confirmation page showed exactly this text (no. ${places}).`,
    source: (places) => `According to whoever reported it (no. ${places}); the text was not shown here.`,
    nobody: 'Who showed this text is not recorded.',
  },
  mails: {
    intro:
      'Sender, recipient, subject and text are made readable here. The raw form with all headers is in evidence.json. Date and Message-ID of e-mails sent are set by the mail service.',
    links:
      'The links are made unusable here. They are personal keys; only their check value is kept. The controller cannot open them any more, either.',
    none: 'No e-mail is recorded as sent, or as come in.',
    heading: (kind, when) => `E-mail: ${kind}, ${when}`,
    facts: { from: 'From', to: 'To', subject: 'Subject', entry: 'Entry', messageId: 'Id' },
    unreadable: 'This e-mail has no text that could be shown here; its raw form is in evidence.json.',
    notShown: (entries, why) => `Content ${why}: no. ${entries}.`,
  },
  limits: {
    notKnown: (places) =>
      `Recorded by a later version of this software and not known to the one that made this document: no. ${places}. What that changed is not taken into account here.`,
    showsTitle: 'It shows',
    shows: {
      steps:
        'which steps were recorded when. Each entry is chained to the one before and part of a signed log; whatever is changed, put in or left out later shows when it is checked.',
      wording:
        'which wording, in which version and language, the entries name, and what is recorded about who showed it.',
      confirmation:
        'that a confirmation was possible only through a link sent to that address, and that a button had to be pressed there. Merely opening the link confirms nothing.',
      ending: 'whether and when a withdrawal, an objection or another end was recorded.',
    },
    showsNotTitle: 'It does not show',
    showsNot: {
      mailbox:
        'who used the mailbox. What is shown is that the link was confirmed that had gone there and nowhere else.',
      button:
        'whether a human being pressed the button, or a program. When and from where the page had been opened speaks for one or the other: scanners mostly open links seconds after sending, and press nothing. This is shown here, not judged; nobody was turned away for it.',
      address:
        'who is behind an IP address. It denotes a connection, not a human being, and identifies nobody by itself.',
      truth:
        'whether an entry was true from the beginning. The log rules out later changes; what was recorded, the controller’s system recorded.',
      name: 'whether name and other details are true. They are given as they were entered.',
      delivery:
        'whether an e-mail was delivered. What is recorded is that it was handed to the mail service; that it arrived follows from a confirmation alone, where there is one.',
      validity: 'whether the consent is legally valid in a given case. That is for the reader to judge.',
      page: 'more than the attached file. This PDF is its readable form and not itself signed; should they differ, evidence.json prevails.',
    },
    copyTitle: 'About this copy',
    partOf: (name, places) => `${name} (no. ${places})`,
    withheld: (classes) => `Not disclosed in this copy, but still kept: ${classes}.`,
    gone: (classes) => `No longer kept, as their retention period was over or they were erased: ${classes}.`,
    missing: (classes) => `Lost, although their retention period is not over: ${classes}.`,
    deleted: (places) => `Entries of this person that had been deleted before: no. ${places}.`,
    pending: (places) =>
      `Not yet in the signed log, as newer than the checkpoint: no. ${places}. That is chained all the same; evidence retrieved later has it with its proof.`,
    elsewhere: (places) =>
      `Brought in from elsewhere: no. ${places}. What is certain is that this was recorded here, and when. That the consent was given like that, and to that wording, does not follow; whoever it comes from has to prove it.`,
    legitimateInterest: (places) =>
      `Resting on legitimate interest: no. ${places}. That its conditions were met does not follow.`,
    contract: (places) => `Resting on a contract: no. ${places}. That there is or was one does not follow.`,
    noTimestamp: 'Times are by the system’s clock. No timestamp of an independent authority comes with this evidence.',
  },
  annex: {
    intro:
      'The number of a step is the same throughout this document; “seq” in evidence.json counts from zero and is less by one. Hashes and digests are SHA-256, base64url. The digest of a part is made with a random value and can be checked as long as that is there.',
    columns: ['No.', 'Entry: type, hash, place in the log', 'Parts: state and digest'],
    index: (index) => (index === undefined ? 'not in the log yet' : `log, place ${index}`),
    noCheckpoint: 'The log has no checkpoint yet.',
    checkpoint: 'The checkpoint that all proofs lead to, in full:',
    keys: 'The keys with which the log signs its checkpoints:',
    anchorsIntro:
      'These earlier checkpoints lie in storage that can be written only once. The attached file proves that the checkpoint above continues them. Entries below their size were there by then at the latest.',
    noAnchors: 'No archived checkpoint comes with this evidence.',
    timestamp: (when) => `timestamp of an independent authority (RFC 3161), by its own account of ${when}`,
    untimed: 'without a timestamp of an independent authority',
    anchor: (size) => `Checkpoint of ${size} ${form(size, 'entry', 'entries')}`,
    checkIntro:
      'First save the attachment evidence.json from this PDF; most programs list it under “Attachments”. Then there are three ways, independent of each other:',
    checks: (host) => [
      `On the verification page: open ${host}/verify in a browser, and drag evidence.json onto it. It is checked on your computer; the file does not leave it.`,
      'Without internet: save that page before; it checks just so when it is saved. So does the open-source program consent-evidence-ledger (licence Apache-2.0), with its command verify.',
      'With your own software: the file docs/evidence-format.md, which comes with that program, describes every check; SHA-256, Ed25519 and a JSON parser are enough.',
      `Do not take the log’s key for that from the file but from elsewhere, such as ${host}/log/keys or earlier evidence. The key in the file shows only that the file is consistent.`,
    ],
  },
};
