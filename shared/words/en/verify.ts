import type { StepName, WhichCheckpoint } from '../../verify/report';
import type { verify as de } from '../de/verify';
import { timeOrText } from '../times';
import { parts } from './parts';
import { steps } from './steps';
import { verifyFile } from './verify-file';
import { witnesses } from './witnesses';

const CHANGED: Readonly<Record<string, string>> = {
  address: 'The e-mail address, or its salt, was changed.',
  details: 'The name and further details, or their salt, were changed.',
  network: 'The IP address, the browser’s name or their salt was changed.',
  mail: 'The e-mail, or its salt, was changed.',
  reading: 'The details of the reading, or their salt, were changed.',
  reason: 'The reason, or its salt, was changed.',
};

const HEAD = {
  operator: 'Who asked for the evidence',
  at: 'The time of the evidence',
  reason: 'The reason for the reading',
  disclose: 'The choice of data that was asked for',
  controller: 'The controller',
  deleted: 'The list of deleted steps',
};

/** One that a later version added has no other name. */
const typeName = (type: string): string => (steps as Readonly<Record<string, string>>)[type] ?? type;
const step = ({ number, type, at }: StepName): string => `Step ${number} (${typeName(type)}, ${timeOrText(at, 'en')})`;
const className = (name: string): string => (parts as Readonly<Record<string, string>>)[name] ?? `“${name}”`;
const which = (checkpoint: WhichCheckpoint): string => {
  if (checkpoint === 'file') return 'The file’s checkpoint';
  if (checkpoint === 'fetched') return 'The newest checkpoint of the log';
  return checkpoint === 'kept' ? 'Your own checkpoint' : `Earlier checkpoint ${checkpoint}`;
};
const place = (pointer: string): string => (pointer === '' ? 'At the outermost level' : `At ${pointer}`);
const stepCount = (count: number): string => (count === 1 ? '1 step' : `${count} steps`);

/** All that is said of an evidence file, for people who judge it and do not know how it is made. */
export const verify: typeof de = {
  states: { holds: 'Holds', open: 'Open', fails: 'Fails', none: 'Nothing to check' },
  verdicts: {
    good: {
      title: 'The evidence is unaltered, and comes from the log that it names',
      text: 'What was checked is listed with it. The check shows that this was recorded at the time, and not who sat at the keyboard.',
    },
    open: {
      title: 'Nothing speaks against the file, but something is still open',
      text: 'Some of what it claims it does not show, or what would show it was not at hand. It is listed as open.',
    },
    unknown: {
      title: 'Consistent; where the file comes from has not been checked',
      text: 'Anybody could have made a file like this one. It takes a key of the log that does not come from the file: look it up where the controller publishes it (https://…/log/keys), take it from a receipt or an older letter, or ask somebody whom you trust.',
    },
    bad: {
      title: 'This evidence cannot be relied on',
      text: 'The file is damaged, or it was altered. What does not fit is said in detail.',
    },
    empty: {
      title: 'By what this file says, nothing is recorded about the address',
      text: 'That is an answer and no proof: it cannot be checked, and anybody could make such a file. To be certain, ask the controller again.',
    },
  },
  claims: {
    file: {
      title: 'The file can be read, and in one way only',
      text: 'It has everything that belongs to it, and is unambiguous.',
    },
    entries: {
      title: 'No step was changed',
      text: 'Time, kind, purposes and all the rest stand as they were recorded.',
    },
    chain: {
      title: 'No step is missing, and none was put in',
      text: 'Each step names the fingerprint of the one before. The chain goes from the first step to this evidence.',
    },
    head: {
      title: 'The details of the evidence are the original ones',
      text: 'Who asked for it, when and why, and who is responsible, was recorded when it was made.',
    },
    parts: {
      title: 'The personal data is that of the time',
      text: 'Name, address, IP address and e-mails match the fingerprints that were recorded then.',
    },
    address: {
      title: 'Every record is about the e-mail address that is named',
      text: 'Its first step recorded the address as a fingerprint, and the address matches that.',
    },
    notices: {
      title: 'The wording is the one that was agreed to',
      text: 'Each consent text matches the fingerprint that the step names.',
    },
    summary: {
      title: 'The summary follows from the steps',
      text: 'What is said to be given, withdrawn or expired results from the steps as recorded.',
    },
    checkpoint: {
      title: 'The log is signed',
      text: 'The checkpoint, which fixes the state of the whole log, has a valid signature.',
    },
    origin: {
      title: 'The log is the one that it says',
      text: 'It is signed with a key that somebody outside this file vouches for.',
    },
    log: {
      title: 'Each step is in the log',
      text: 'The log can only grow. What is in it can no longer be changed or removed unnoticed.',
    },
    anchors: {
      title: 'Earlier states of the log fit to it',
      text: 'The present state continues the earlier ones that are in the file; nothing of them was rewritten.',
    },
    timestamps: {
      title: 'Somebody else vouches for the time',
      text: 'A timestamping service saw a state of the log and confirmed when.',
    },
    witnesses: witnesses.claim,
    closing: verifyFile.closing.claim,
    kept: { title: 'Your own checkpoint fits to it', text: 'The log has the state that you kept yourself.' },
  },
  findings: {
    tooLarge: ({ megabytes }) => `The file is larger than ${megabytes} MB. No evidence is that large.`,
    notUtf8: () => 'The file is not text in UTF-8. Perhaps it was damaged on its way.',
    byteOrderMark: () => 'The file begins with a byte order mark. Perhaps a text editor saved it anew.',
    truncated: () => 'The file breaks off in the middle. Please download it again.',
    notJson: () => 'The file is not valid JSON: it is no evidence file, or it was damaged.',
    misfit: (it) => `${place(it.place)} ${verifyFile.misfits[it.expected]}.`,
    keyTwice: (it) => `${place(it.place)} the same name stands twice, so it is not clear which value counts.`,
    loneSurrogate: (it) => `${place(it.place)} there is half a character.`,
    number: (it) => `${place(it.place)} there is the number ${it.written}, which is not written unambiguously.`,
    entryChanged: (it) => `${step(it.step)}: this step was changed afterwards.`,
    typeUnknown: (it) =>
      `${step(it.step)}: a later version of the software recorded this step. What it changed cannot be judged here; a newer version of this check can.`,
    otherSubject: (it) => `${step(it.step)}: this step belongs to another person.`,
    otherSite: (it) => `${step(it.step)}: this step belongs to another website.`,
    outOfPlace: (it) => `${step(it.step)}: this step is not in its place, or stands twice.`,
    prevDiffers: (it) => `${step(it.step)}: this step does not follow on the one before.`,
    timeBackwards: (it) => `${step(it.step)}: this step is dated before the one that it follows.`,
    noReading: (it) =>
      `${step(it.step)}: the file ends with it. It has to end with the reading that it comes from, so something is missing.`,
    stepsMissing: ({ from, to }) =>
      from === to ? `Step ${from} is missing.` : `Steps ${from} to ${to} are missing, all or some.`,
    deletedOutOfPlace: (it) => `Step ${it.number} is said to be deleted, which does not fit to the other steps.`,
    headNotShown: () => 'At the end the details of the reading are missing, from which those of the evidence follow.',
    addressOther: (it) => `${step(it.step)}: it is about another address than the one that is named.`,
    addressSaltMissing: (it) => `${step(it.step)}: what would show which address it is about is missing.`,
    addressSaltUnused: (it) => `No step recorded an address for the record ${it.recordId}.`,
    addressNotAsAsked: () => 'Whether the file names the address does not fit whether that was asked for.',
    addressUncommitted: (it) => `${step(it.step)}: it does not record which address it is about.`,
    headDiffers: (it) => `${HEAD[it.member]}: not what was recorded when the evidence was made.`,
    partChanged: (it) =>
      `${step(it.step)}: ${CHANGED[it.class] ?? `The part “${it.class}”, or its salt, was changed.`}`,
    partMissing: (it) => `${step(it.step)}: a part of it is missing (${className(it.class)}).`,
    partUnknown: (it) => `${step(it.step)}: here is something that does not belong to it (${className(it.class)}).`,
    partNotAsAsked: (it) =>
      `${step(it.step)}: what is shown and what is left out does not fit to what was asked for (${className(it.class)}).`,
    partGoneDiffers: (it) =>
      `${step(it.step)}: whether this was still kept or deleted by then was recorded otherwise when the evidence was made (${className(it.class)}).`,
    partGoneLater: (it) =>
      `${step(it.step)}: when this was deleted cannot be right, as the evidence is older (${className(it.class)}).`,
    partLost: (it) => `${step(it.step)}: this should still be kept, and was lost (${className(it.class)}).`,
    noticeChanged: (it) => `The wording for “${it.id}” (version ${it.version}, ${it.language}) was changed.`,
    noticeUnused: (it) =>
      `The wording for “${it.id}” (version ${it.version}, ${it.language}) belongs to none of the steps.`,
    noticeMissing: (it) => `${step(it.step)}: the wording for “${it.id}” is missing.`,
    noticeOfOther: (it) => `${step(it.step)}: the wording for “${it.id}” belongs to something else.`,
    noticeLanguage: (it) => `${step(it.step)}: the wording for “${it.id}” is in another language.`,
    recordsDiffer: ({ says, follows }) => `The file says ${says} sign-ups; ${follows} follow from the steps.`,
    recordDiffers: (it) => `Sign-up ${it.record}: “${it.member}” does not follow from the steps.`,
    statusDiffers: (it) => `Sign-up ${it.record}: the status of “${it.purpose}” does not follow from the steps.`,
    keyUnreadable: (it) => `The file has a key that is none: ${it.key}`,
    keyRepeated: (it) => `The file has a key twice: ${it.key}`,
    keyUnused: (it) => `The file has a key that signed nothing in it: ${it.key}`,
    givenKeyUnreadable: (it) => `The key that you gave is not complete: ${it.key}`,
    checkpointUnreadable: (it) => `${which(it.which)} cannot be read.`,
    checkpointForged: (it) => `${which(it.which)} was changed, or has a wrong signature.`,
    originDiffers: (it) => `${which(it.which)} comes from another log.`,
    keyNotGiven: (it) => `The log is not signed with a key that you gave, but with ${it.key}`,
    keyUnknown: (it) => `The key comes from the file itself, and nobody vouches for it: ${it.key}`,
    keyNotOfHost: (it) => `${it.host} publishes the keys of this log. The one that signed is not among them: ${it.key}`,
    keyChanged: (it) =>
      `Evidence of this log was found good on ${timeOrText(it.since, 'en')} by another key, ${it.known}. This file is signed with ${it.key}. Either the log has a new key, or this is not the log; its published keys tell.`,
    originUnsigned: () => 'The log that the file names has not signed its checkpoint.',
    signatureUnknown: (it) => `${which(it.which)} has a signature whose key is not in the file (${it.name}).`,
    signatureRepeated: (it) => `${which(it.which)} has the same signature several times (${it.name}).`,
    ...verifyFile.closing.findings,
    noConfirmation: (it) => `${step(it.step)}: this is no confirmation, and a receipt is about one.`,
    receiptDiffers: (it) => `“${it.member}” does not follow from the confirmation in the receipt.`,
    receiptTooEarly: () =>
      'The receipt names no place in the log yet. Please download it once more by the link in your e-mail.',
    logNotAsked: (it) =>
      `Whether the confirmation is in the log, only the log itself shows. Check the receipt on the website that it comes from (/verify), or give the log’s address (--log https://${it.origin}).`,
    logUnreadable: (it) => `The log could not be read (${it.name}), or its parts do not fit together.`,
    noCheckpoint: () => 'The file has no checkpoint of the log that can be read.',
    notInLog: (it) => `${step(it.step)}: the proof that this step is in the log is wrong.`,
    indexTwice: (it) => `${step(it.step)}: two steps are said to be in the same place of the log.`,
    newerThanCheckpoint: (it) =>
      `${step(it.step)}: this step is newer than the checkpoint, so it is not proven yet. Evidence that is made later will prove it.`,
    anchorLarger: (it) => `${which(it.which)} is newer than the file’s.`,
    anchorForked: (it) => `${which(it.which)} does not fit to the file’s: the log was rewritten in between.`,
    anchorOutOfOrder: (it) => `${which(it.which)} stands twice, or in the wrong place.`,
    timestampUnread: (it) => `${which(it.which)} has a timestamp that was not checked yet.`,
    timestampOther: (it) => `${which(it.which)} has a timestamp of something else.`,
    timestampForged: (it) => `${which(it.which)} has a timestamp with a wrong signature.`,
    timestampAtOdds: (it) =>
      `${which(it.which)} has a timestamp of ${timeOrText(it.at, 'en')}. That does not fit to the times of the steps, so it does not count.`,
    timestampUnreadable: (it) => `${which(it.which)} has a timestamp that cannot be read.`,
    ...witnesses.findings,
    newerThanCosigned: (it) => `${step(it.step)}: ${witnesses.newer(it)}`,
    keptForked: (it) =>
      `Your own checkpoint (${it.size} entries) contradicts the file: there are two versions of the log.`,
    keptUnrelated: (it) =>
      `The file says nothing about the state with ${it.size} entries. How it fits takes a proof from the log.`,
  },
  notes: {
    placesDeleted: ({ numbers }) =>
      `Deleted before, as their time was over: ${numbers.length === 1 ? 'step' : 'steps'} ${numbers.join(', ')}. Whether the step after it follows on it cannot be checked.`,
    partsWithheld: ({ classes }) => `Left out of this file: ${classes.map(className).join(', ')}.`,
    partsGone: ({ classes }) =>
      `Partly not kept any more, deleted as the file says: ${classes.map(className).join(', ')}.`,
    keyGiven: ({ key }) => `Signed with the key that you gave: ${key}`,
    keyOfHost: ({ key, host }) => `Signed with a key that ${host} publishes: ${key}`,
    keyRemembered: ({ key, since }) => `Signed with a key that is known here since ${timeOrText(since, 'en')}: ${key}`,
    keyOfKept: ({ key }) => `Signed with the key that signed your own checkpoint, too: ${key}`,
    receiptSays: () =>
      'The time of the sign-up, the names and the details of the controller are not in the confirmation; only the receipt says them.',
    inLog: (it) => `Entry ${it.index} of ${it.size} in the log, as ${it.name} shows it.`,
    ...witnesses.notes,
    noAnchors: () => 'The file has no archived earlier states.',
    anchored: ({ size, covered }) =>
      `${stepCount(covered)} ${covered === 1 ? 'was' : 'were'} there already in the earlier state of ${size} entries.`,
    stampedAt: ({ at, authority, covered }) =>
      `On ${timeOrText(at, 'en')} ${stepCount(covered)} ${covered === 1 ? 'was' : 'were'} there already. ${authority} vouches for it; whether to trust them is for you to decide.`,
  },
};
