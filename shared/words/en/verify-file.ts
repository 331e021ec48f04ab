import type { verifyFile as de } from '../de/verify-file';

const NO_EVIDENCE =
  'What can be checked is evidence (JSON or PDF), receipts (JSON), and statements that a website was deleted (JSON).';

/** What a checked file is about; and what is said of files that are not checked. */
export const verifyFile: typeof de = {
  /** Of a statement that everything of a website was deleted. */
  closing: {
    claim: {
      title: 'The statement is unaltered, and in the log',
      text: 'What was deleted, and when, was recorded like this, and the log can only grow. That nothing is left is the word of whoever deleted it.',
    },
    findings: {
      closingChanged: () => 'The statement was changed afterwards.',
      closingNotInLog: () => 'The proof that the statement is in the log is wrong.',
      closingWithoutBefore: () => 'The checkpoint from before the deletion, which the statement names, is missing.',
    },
  },
  about: {
    title: 'What was checked',
    compare: 'Please compare this with the pages of the PDF: what was checked is the attachment, and not the pages.',
    address: 'E-mail address',
    noAddress: 'not given in this file',
    notAscii: (characters) => `Mind the special characters in it: ${characters}`,
    site: 'Website',
    controller: 'Controller',
    record: (number, count) => (count === 1 ? 'Sign-up' : `Sign-up ${number}`),
    noRecord: 'none',
    begun: 'Signed up',
    confirmed: 'Confirmed',
    notConfirmed: 'not confirmed',
    page: 'Page with the form',
    pageBy: { browser: 'as the browser said', form: 'as the form said' },
    noPage: 'not given',
    since: (status, time) => `${status}, since ${time}`,
    ordered: 'ordered',
    wording: (version, language) => `Wording (version ${version}, ${language})`,
    mails: 'E-mails',
    sent: (sent, shown) => `${sent} sent, ${shown} of them in full in the file`,
    steps: 'Steps',
    made: 'Made on',
    operator: 'Asked for by',
    reason: 'Reason',
    lastDay: 'Last day of the website',
    deletedAt: 'Everything deleted on',
    deleted: 'What was deleted',
    counted: {
      people: 'People',
      entries: 'Steps',
      address: 'Addresses',
      details: 'Names and further details',
      network: 'IP addresses and browsers',
      mail: 'Copies of e-mails',
      reading: 'Details of readings',
      reason: 'Reasons',
      wordings: 'Wordings',
      statistics: 'Counts',
      fetches: 'Notes of lists that were fetched',
      audience: 'Entries in lists of recipients',
      changes: 'Notes of changes',
      deliveries: 'Messages to processors that were open',
      cases: 'Cases',
      worklist: 'Entries in worklists',
      summaries: 'Summaries of long histories',
      states: 'States of regular runs',
    },
    personalCopies: 'Backups with personal data exist no longer than until',
    historyCopies: 'Backups of the steps, which name nobody, exist no longer than until',
    fileHash: 'SHA-256 of the file',
    attachmentHash: 'SHA-256 of the attachment',
  },
  others: {
    pdfChanged: {
      title: 'This PDF is not checked: it was written to again after it was made',
      text: 'A PDF can hold several versions on top of each other; what would be checked here need not be what your PDF viewer shows. Please ask for the original file. Or save the attachment evidence.json in your PDF viewer (mostly under “Attachments”, the paper clip), check that, and compare the result with the pages.',
    },
    pdfEncrypted: {
      title: 'This PDF is not checked: it is encrypted',
      text: 'Please save the attachment evidence.json in your PDF viewer (mostly under “Attachments”, the paper clip), check that, and compare the result with the pages.',
    },
    pdfSeveralAttachments: {
      title: 'This PDF is not checked: it has more than one file attached',
      text: 'A dossier has just one attachment. Which of these your PDF viewer shows cannot be told. Please ask for the original file.',
    },
    pdfNoAttachment: {
      title: 'This PDF has no evidence attached',
      text: 'A dossier has the attachment evidence.json. If your PDF viewer shows it (mostly under “Attachments”, the paper clip), please save and check that.',
    },
    pdfUnreadable: {
      title: 'This PDF cannot be read',
      text: 'Perhaps it was damaged on its way. Please download it again, or save and check the attachment evidence.json.',
    },
    accessReport: {
      title: 'This is an access report (Art. 15 GDPR), and no evidence',
      text: 'It tells the person what is kept, and cannot be checked against the log. What it says of consents is shown by evidence of the same day, which the controller can give you.',
    },
    portableData: {
      title: 'This is data to take along (Art. 20 GDPR), and no evidence',
      text: 'It cannot be checked against the log. Evidence you get from the controller.',
    },
    export: {
      title: 'This is an export of a whole website, and no evidence',
      text: 'How its lines are checked stands with its format (docs/export-format.md). For one person, please check evidence.',
    },
    jsonLd: {
      title: 'This is evidence as JSON-LD, to be processed further',
      text: 'Only the same as JSON or PDF can be checked. Please ask for the evidence in one of these forms.',
    },
    csv: {
      title: 'This is a table (CSV), to be read',
      text: 'Only evidence as JSON or PDF can be checked. Please ask for it in one of these forms.',
    },
    tlogProof: {
      title: 'This is the proof of one entry of the log',
      text: 'It names nobody. Tools for c2sp.org/tlog-proof check it; here, please check the evidence that it comes from.',
    },
    checkpoint: {
      title: 'This is a checkpoint of the log, and no evidence',
      text: 'Please choose the evidence, and give this text along with it as a checkpoint.',
    },
    webPage: {
      title: 'This is a saved web page',
      text: `If it is a receipt, please download the file that the same page offers (“Save as a file”). ${NO_EVIDENCE}`,
    },
    laterFormat: {
      title: 'This file has a format that this check does not know yet',
      text: 'A newer version of this check can read it; the website that the file comes from has it at /verify.',
    },
    otherJson: { title: 'This is JSON, but no evidence', text: NO_EVIDENCE },
    noJson: { title: 'This is neither a PDF nor JSON, so it is no evidence', text: NO_EVIDENCE },
  },
  misfits: {
    nothing: 'there is something that does not belong there',
    something: 'something is missing',
    object: 'there should be an object',
    list: 'there should be a list',
    fewer: 'there are too many entries',
    text: 'there should be a text',
    number: 'there should be a whole number from 0 on',
    time: 'there should be a time in UTC with milliseconds',
    hash: 'there should be a hash (32 bytes, base64url)',
    random: 'there should be 16 bytes (base64url)',
    base64: 'there should be base64',
    name: 'there should be the name of a class of data',
    known: 'there is a value that the format does not know',
    shallow: 'it is nested too deeply',
  },
};
