// Written by `npm run openapi` from the contracts of the operations.

/** What the ledger takes and answers, by name. */
export interface Schemas {
  /** The report; or, as they were asked for, what is portable, or a dry run. */
  AccessAnswer: Schemas['AccessReport'] | Schemas['PortableData'] | Schemas['AccessPreview'];
  /** Who is told what there is about them. */
  AccessOrder: {
    /** The address, in whatever spelling. */
    email?: string;
    /** Or the id by which a list names the person: one of the two. */
    id?: string;
    /** Why the person is told. It stands in the proof, which a court reads, too. */
    reason: string;
    /** Of the report. Without it, the person’s own. */
    language?: "de" | "en";
    /** What the person provided, to take along (Art. 20), in place of the report (Art. 15). */
    portable?: true;
    /** Only say how much would be given. */
    dryRun?: true;
    /** The `head` of the preview that you saw, or null where it has none. If the history moved since, nothing is done, and the answer is 409 `changed-meanwhile` with the fresh `preview`. Left out, it is done whatever there is now. */
    expects?: string | null;
    /** The request that it is done for, by its id. */
    forCase?: string;
    /** How you made sure that the person asks for it (Art. 12(6) GDPR). */
    identity?: "reply-to-address" | "known-address" | "document" | "lawyer";
  };
  /** What would be given, in numbers; nothing was given or written. */
  AccessPreview: {
    site: string;
    dryRun: true;
    held: boolean;
    language: "de" | "en";
    /** How much would be given. */
    counts: { [key: string]: unknown };
    done: ({
      type: Schemas['StepType'];
      at: string;
      purposes: (string)[];
      /** What else the step says about itself, such as by which way it came. Nothing personal. */
      facts: { [key: string]: unknown };
    })[];
    /** The hash of the person’s last entry: send it as `expects`. */
    head: string | null;
  };
  /** Everything that Art. 15 GDPR lists, for the person; access-format.md describes it. */
  AccessReport: {
    format: string;
    site: string;
    subject: string;
    language: "de" | "en";
    at: string;
    email: string;
    /** The request that it answers; null where none was named. */
    answers: {
      case: string;
      receivedOn: string;
    } | null;
    /** Whether there is anything about this address. */
    held: boolean;
    scope: string;
    controller: { [key: string]: unknown };
    /** Where to turn to besides, and about what. */
    contacts: ({
      about: string;
      email: string;
      address?: string;
    })[];
    dataProtectionOfficer: {
      name: string;
      address: string;
      email: string;
    } | null;
    records: ({
      recordId: string;
      began: Schemas['StepType'];
      origin: "person" | "website" | "import" | "operator" | "system";
      requestedAt: string;
      confirmedAt: string | null;
      /** When they had signed up for it elsewhere, as the source has it. */
      signedUpAt: string | null;
      /** The last moment of that, where the source knows no more than a day or a minute. */
      signedUpUntil: string | null;
      /** When it was given elsewhere, as the source has it. */
      givenAt: string | null;
      /** The last moment of that, where the source knows no more than a day or a minute. */
      givenUntil: string | null;
      purposes: ({
        id: string;
        name: string;
        legalBasis: "consent" | "contract" | "legitimate-interest";
        legalBasisText: string;
        status: Schemas['Status'];
        statusText: string;
        /** Whether you confirmed it by a mail to your address, and may be mailed for it now. */
        inForce: boolean;
        since: string;
        /** What the person was shown; null where the ledger never held it. */
        wording: {
          version: string;
          language: "de" | "en";
          text: string;
          hash: string;
        } | null;
      })[];
      order: {
        id: string;
        title: string;
        wording: {
          version: string;
          language: "de" | "en";
          text: string;
          hash: string;
        } | null;
      } | null;
      storage: {
        rule: string;
        /** When it is deleted; null while that depends on what is yet to happen. */
        until: string | null;
      };
    })[];
    furtherPurposes: (string)[];
    standing: { [key: string]: unknown };
    data: ({
      category: string;
      /** The step in `history` that it belongs to. */
      step: number | null;
      origin: "person" | "website" | "import" | "operator" | "system";
      originText: string;
      /** When it is deleted; null while that depends on what is yet to happen. */
      until: string | null;
      /** Word for word. */
      data: { [key: string]: unknown };
    })[];
    history: ({
      step: number;
      at: string;
      type: Schemas['StepType'];
      text: string;
      by: string;
      origin: "person" | "website" | "import" | "operator" | "system";
      originText: string;
      recordId: string | null;
      language: "de" | "en" | null;
      purposes: (string)[];
      asset: string | null;
      /** What else the step says about itself, such as by which way it came. Nothing personal. */
      facts: { [key: string]: unknown };
      /** Categories of data that belonged to it and are kept no longer, and when they were deleted. */
      gone: ({
        category: string;
        deletedAt: string;
      })[];
      /** Those that ought to be kept still, and are lost. */
      missing: (string)[];
      /** When it is deleted; null while that depends on what is yet to happen. */
      until: string | null;
    })[];
    recipients: ({
      name: string;
      address: string;
      country: string;
      role: string;
      task: string;
      /** By their names. */
      purposes: (string)[];
      /** Where data get outside the EU/EEA by it, and on what that rests. */
      transfers: ({
        country: string;
        safeguard: string;
        link: string | null;
        text: string;
      })[];
    })[];
    location: string;
    transfers: string;
    readings: ({
      at: string;
      type: Schemas['StepType'];
      text: string;
      role: string;
      reason: string | null;
    })[];
    storage: (string)[];
    rights: ({
      article: string;
      name: string;
      text: string;
    })[];
    howToUseRights: string;
    complaint: {
      authorities: ({
        name: string;
        address: string;
        url: string;
        /** When it is this one; null where there is no other. */
        appliesTo: string | null;
      })[];
      text: string;
    };
    automatedDecisions: {
      exist: false;
      profiling: boolean;
      text: string;
    };
  };
  /** Who used what they had signed up for, or was mailed. */
  ActivityReport: {
    /** The addresses, up to 200 at once. */
    emails: (string)[];
    /** `used`: a sign of life, such as a click or an order. `mailed`: a mail went out. */
    what?: "used" | "mailed";
    /** When; without it, now. */
    at?: string;
    /** What it was about, where it was about one purpose. */
    purpose?: string;
  };
  /** Addresses of people whom a list names by ids. */
  Addresses: {
    site: string;
    /** Missing: whose address is kept no longer, or who was never asked for anything here. */
    people: ({
      /** The person, by an id that stays the same at this site. */
      id: string;
      email: string;
      /** How people read it: with the letters of its domain, where that is safe; missing where that is the same. */
      shown?: string;
    })[];
  };
  /** People by their ids. */
  AddressesRequest: {
    /** Up to 50 people, as lists name them. */
    ids: (string)[];
  };
  /** How far an announcement is. */
  Announcement: {
    privacyNotice: {
      url: string;
      version: string;
      date: string;
    };
    dryRun: boolean;
    /** How many were told now, or would be. */
    told: number;
    /** How many had been told of this version before. */
    toldBefore: number;
    /** How many have no address any more. */
    unreachable: number;
    /** Send it back to go on; missing when everybody was told. */
    cursor?: string;
  };
  /** Which privacy notice to tell of. */
  AnnouncementOrder: {
    /** Its version, as the site’s configuration has it. */
    privacyNotice: string;
    /** Only say how many would be told. */
    dryRun?: boolean;
    /** Tell them though the day from which it holds is past. */
    late?: boolean;
    /** Where to go on: that of the answer before. */
    cursor?: string;
  };
  /** A page of those who may be mailed for a purpose. */
  Audience: {
    site: string;
    purpose: string;
    /** The list reflects every step up to then, and perhaps later ones. */
    asOf: string | null;
    recipients: (Schemas['Recipient'])[];
    /** How many more may be mailed, but have no address any more: nobody mails them. */
    withoutAddress?: number;
    /** Send it back for the next page; missing on the last one. */
    cursor?: string;
  };
  /** How many may be mailed for a purpose, and why not more. */
  AudienceSummary: {
    site: string;
    purpose: string;
    /** Every step up to then is in the counts, and perhaps later ones. */
    asOf: string | null;
    /** When they were counted: at most every five minutes. */
    countedAt: string;
    /** How many may be mailed. Of a few of them the address may be gone: the audience counts those apart. */
    mayBeMailed: number;
    /** How many may not be mailed now and perhaps will be, by why: `pending` has yet to confirm; of the others it is in force. */
    not: { [key: string]: number };
    /** Who left and did not come back. */
    left: {
      /** From that day on: it is known for 35 days who left. */
      since: string;
      people: number;
      how: { [key: string]: number };
    };
  };
  /** Whether a site’s confirmation mails are stopped, as too many came back. */
  Brake: {
    site: string;
    /** Since when no confirmation mail is sent; missing where they are. */
    stoppedAt?: string;
    /** Confirmation mails that were sent within a day, since the last release. */
    mailed: number;
    /** How many of them came back for good. */
    bounced: number;
  };
  /** What came of a release. */
  BrakeRelease: {
    site: string;
    /** False where nothing was stopped. */
    released: boolean;
  };
  /** A mail that somebody has to read. */
  Case: {
    site: string;
    case: string;
    since: string;
    /** What the mail was taken for, and why it was not carried out. */
    reading: string | null;
    /** By what it is certain who wrote, if it is. */
    provenBy: string | null;
    /** Null where it was deleted or erased. */
    mail: {
      from: string | null;
      subject: string;
      writtenAt: string | null;
      text: string;
      attachments: (string)[];
      /** The mail itself, MIME. */
      raw: string;
    } | null;
  };
  /** What came of a mail. */
  CaseClosing: {
    /** Why, without any address. It stands in the proof, which a court reads, too. */
    reason: string;
    /** A withdrawal or an objection is carried out, in the person’s name; `weighing` begins to weigh an objection for reasons of their own situation. All others only say what you did. */
    outcome: "withdrawal" | "objection" | "weighing" | "answered" | "nothing" | "access" | "portability" | "erasure" | "rectification" | "restriction" | "refused" | "unidentified" | "not-known";
  };
  /** Why a request takes longer. */
  CaseExtension: {
    /** Why, without any address. It stands in the proof, which a court reads, too. */
    reason: string;
    /** The day on which you told the person. */
    informedOn: string;
  };
  /** Why somebody reads a mail. */
  CaseReading: {
    /** Why, without any address. It stands in the proof, which a court reads, too. */
    reason: string;
  };
  /** Why a request is opened again. */
  CaseReopening: {
    /** The person, as the list names them. */
    id: string;
    /** Why, without any address. It stands in the proof, which a court reads, too. */
    reason: string;
  };
  /** What people want of us: those that are open by their day, closed ones with the newest first. */
  Cases: {
    site: string;
    cases: ({
      /** The id of the request. */
      case: string;
      /** The person, as lists name them. */
      id: string;
      /** When the system heard of it. */
      since: string;
      /** The day on which it arrived: from then on the month counts. */
      receivedOn: string;
      /** By which way it came. */
      via: string;
      /** What is wanted; missing of a mail that an operator has to read first. */
      wish?: string;
      /** What a mail was taken for, and why it was not carried out. */
      reading?: string;
      /** By what it is certain who wrote, if it is. */
      provenBy?: string;
      /** By when it has to be answered (Art. 12(3) GDPR). */
      due: string;
      /** Whether the person was told in time that it takes two months longer. */
      extended: boolean;
      overdue: boolean;
      /** What came of it; missing while it is open. */
      outcome?: string;
      closedAt?: string;
      /** The system did it by itself, as the person wrote a mail that it understood or asked in the preference centre: no request to open. */
      carriedOut?: true;
    })[];
    /** Send it back for the next page; missing on the last one. */
    cursor?: string;
  };
  /** That something changed for a person, and where they stand now. */
  Change: {
    /** The person, by an id that stays the same at this site. */
    id: string;
    /** What happened, in a word. Where the person stands now is in the rest, and that is what counts. */
    change: "given" | "withdrawn" | "ended" | "rectified" | "restricted" | "unrestricted" | "undeliverable" | "language" | "erased";
    at: string;
    /** As long as it is kept; missing after an erasure. */
    email?: string;
    /** What else the person said in the form. */
    fields?: { [key: string]: string };
    language?: "de" | "en";
    /** Whether opens and clicks of this person may be measured. */
    mayMeasure: boolean;
    /** Where the person sees and changes what they get. */
    preferencesUrl?: string;
    /** Switches off that opens and clicks are measured; missing where they may not be. */
    analysisUrl?: string;
    /** Every purpose of the site, by id. */
    purposes: { [key: string]: {
      allowed: boolean;
      since?: string;
      /** Ends this purpose; missing where a contract needs the mail. */
      unsubscribeUrl?: string;
      /** To be sent along as they are, under the DKIM signature (RFC 8058). */
      headers?: {
        'List-Unsubscribe': string;
        'List-Unsubscribe-Post': string;
      };
    } };
  };
  /** Whom something changed for. */
  Changes: {
    site: string;
    /** In the order in which they are to be applied. */
    changes: (Schemas['Change'])[];
    /** Where to go on, now or next time. */
    cursor: string;
    /** Whether there is more already. */
    more: boolean;
  };
  /** What came of a mail. */
  ClosedCase: {
    site: string;
    case: string;
    outcome: string;
    done: (Schemas['Step'])[];
  };
  /** Somebody who waits for their confirmation mail. */
  ConfirmationOrder: {
    /** The address, in whatever spelling. */
    email: string;
  };
  /** Whether the confirmation mail was sent once more. */
  ConfirmationSent: {
    site: string;
    /** Whether the mail was sent; otherwise there were enough, and `nextFrom` says until when. */
    sent: boolean;
    /** How many the person may still get within 24 hours. */
    remaining: number;
    /** Before then no other is sent; missing where others’ mails fill the limit. */
    nextFrom?: string;
  };
  /** Connection data that an incident needs, or no longer needs. */
  ConnectionsHeld: {
    site: string;
    /** The id by which the incident is known from now on. */
    case: string;
    /** Of how many people something changed. */
    people: number;
  };
  /** Connection data that an incident needs. */
  ConnectionsOrder: {
    /** The people by their ids, each with the places of the steps; not needed to lift it. */
    people: ({
      id: string;
      steps?: (number)[];
    })[];
    /** Why, without any address: it outlives what it is about. It stands in the proof, which a court reads, too. */
    reason: string;
    /** The id of an incident that there is; without it, a new one. */
    case?: string;
    /** What you call the incident; kept as long as other personal data. It stands in the proof, which a court reads, too. */
    label?: string;
    /** By when somebody looks whether it is still needed. */
    reviewBy?: string;
    /** End it; the normal end applies at once. */
    lift?: true;
  };
  /** A consent that was given elsewhere, with whatever proof there is. */
  ConsentReport: {
    /** The address. */
    email: string;
    /** What for. All of the same legal basis. */
    purposes: (string)[];
    /** The language of pages and mails. Without it, the wording’s. */
    language?: string;
    /** Hashes of the wordings that were shown, one for each purpose; or else `version`. */
    notices?: (string)[];
    /** The version of the wordings that were shown. */
    version?: string;
    /** Where the consent was given. */
    source?: "registration" | "account" | "single-opt-in" | "import";
    /** When it was given; of a time that the source knows only to a day or a minute, the first moment. May be left out only by an import that does not know. */
    givenAt?: string;
    /** Of such a time, the last moment. Evidence then says no more than the source does. */
    givenUntil?: string;
    /** A double opt-in: when they had signed up for what they confirmed then, at `givenAt`. */
    signedUpAt?: string;
    /** Of a time of sign-up that the source knows only to a day or a minute, the last moment. */
    signedUpUntil?: string;
    /** An import: that the source had it confirmed by mail. */
    doubleOptIn?: boolean;
    /** From where it was given, as far as that is known. */
    visitor?: {
      ip: string;
      userAgent?: string;
    };
    /** A double opt-in: from where they had signed up. */
    signedUpBy?: {
      ip: string;
      userAgent?: string;
    };
    /** Answers to the further questions of the site, by id. */
    fields?: { [key: string]: string };
    /** Where it comes from, in words. */
    note?: string;
    /** What the source calls it. Reported again by the same name, it is the same record. */
    reference?: string;
    /** Only say what would become of it. */
    dryRun?: boolean;
  };
  /** What became of the end of a contract. */
  ContractEnd: {
    /** Whether something ended now. */
    status: "ended" | "nothing-to-end";
    /** What ended. */
    purposes: (string)[];
  };
  /** That a person’s contract has ended. */
  ContractEndReport: {
    /** The address. */
    email: string;
    /** What the contract needed mail for; without it, everything that was recorded. */
    purposes?: (string)[];
    /** The day on which it ended; without it, today. */
    endedOn?: string;
  };
  /** How much of a report was written down. Does not say whom. */
  Counts: {
    /** How many addresses were named, each counted once. */
    reported: number;
    /** For how many of them something was written down. */
    recorded: number;
  };
  /** That a processor’s word of a deletion is on record. */
  Deletion: {
    site: string;
    id: string;
    processor: string;
    status: "confirmed";
  };
  /** Whom a processor has deleted. */
  DeletionReport: {
    /** The person, as the processor was told them. */
    id: string;
    /** Which processor, by its id in the site’s configuration. */
    processor: string;
  };
  /** Whom processors were told to delete, and did not say that they have. */
  Deletions: {
    site: string;
    deletions: ({
      /** The person, by the id that the processor knows. */
      id: string;
      processor: string;
      /** When the processor was told to delete them. */
      askedAt: string;
      /** By when it should have said so: within a month, as the person has to hear of it by then. */
      due: string;
      /** Whether that day is over. */
      overdue: boolean;
    })[];
    /** Send it back for the next page; missing on the last one. */
    cursor?: string;
  };
  /** What processors could not be told yet, and why. */
  Deliveries: {
    site: string;
    deliveries: ({
      /** The person, by the id that the processor knows. */
      id: string;
      processor: string;
      since: string;
      attempts: number;
      triedAt: string;
      /** Why it did not work, in a word. */
      failure: string;
      /** What the processor answered, if it did. */
      status?: number;
    })[];
    /** Send it back for the next page; missing on the last one. */
    cursor?: string;
  };
  /** What an erasure came to. */
  ErasureOrder: {
    site: string;
    /** Whether nothing was written. */
    dryRun: boolean;
    /** What was done. Nothing where all of it had been done before. */
    done: (Schemas['Step'])[];
    /** What holds for the person from now on. */
    now: {
      purposes: (Schemas['Permission'])[];
      /** Since when the data may be kept and used for nothing else (Art. 18 GDPR). */
      restrictedSince: string | null;
      holds: (Schemas['Hold'])[];
      /** Purposes that the person objected to (Art. 21 GDPR). */
      objections: (string)[];
      /** Purposes that an objection is weighed about (Art. 21(1) GDPR): nobody is mailed for them meanwhile. */
      weighed: (string)[];
      erasedAt: string | null;
      /** Whether an import may not bring the person back. */
      suppressed: boolean;
      /** Each sign-up, and until when it is kept as far as that is known: not while something is in force or held. */
      records: ({
        recordId: string;
        keptUntil: string | null;
      })[];
    };
    /** The hash of the person’s last entry, of a dry run as it is before it: send it as `expects`, and the order does what was previewed or nothing. */
    head: string | null;
    erasure: {
      /** What became of it: `restricted` where something stands against it. Then nothing was deleted. */
      result: "erased" | "restricted";
      /** How many pieces of personal data went, by class. */
      parts: { [key: string]: number };
      /** What stands against erasing: a hold, a duty to keep proof, or a contract. What it covers is restricted instead, until then. */
      against: ({
        kind: "hold";
        case: string;
        label: string | null;
        reviewBy: string;
      } | {
        kind: "duty";
        recordId: string;
        until: string;
      } | {
        kind: "contract";
        recordId: string;
      })[];
    };
  };
  /** An erasure. */
  ErasureRequest: {
    /** The address, in whatever spelling. */
    email?: string;
    /** Or the id by which a list names the person: one of the two. */
    id?: string;
    /** Why, without any address: it outlives what it is about. It stands in the proof, which a court reads, too. */
    reason: string;
    /** Only say what would be done. */
    dryRun?: true;
    /** The `head` of the preview that you saw, or null where it has none. If the history moved since, nothing is done, and the answer is 409 `changed-meanwhile` with the fresh `preview`. Left out, it is done whatever there is now. */
    expects?: string | null;
    /** The request that it is done for, by its id. */
    forCase?: string;
    /** How you made sure that the person asks for it (Art. 12(6) GDPR). */
    identity?: "reply-to-address" | "known-address" | "document" | "lawyer";
    /** By which way the person told us. */
    via?: "e-mail" | "letter" | "phone" | "in-person";
    /** The day on which it arrived. */
    receivedOn?: string;
    /** Leave a mark, so that no import brings the person back. */
    suppress?: true;
    /** The controller needs no proof of this person’s consents. */
    despiteDuty?: true;
  };
  /** Who took the step. */
  EvidenceActor: {
    kind: "subject" | "system";
  } | {
    kind: "backend" | "operator";
    /** The subject of the access token. */
    id: string;
    /** The client that got the token, where that is another. */
    client?: string;
  } | {
    kind: string;
    id?: string;
    client?: string;
  };
  EvidenceAnchor: {
    checkpoint: Schemas['EvidenceCheckpoint'];
    /** That the file's checkpoint continues this one (RFC 9162, section 2.1.4). */
    consistency: (Schemas['EvidenceNode'])[];
    /** TimeStampResp of RFC 3161 over the bytes of the checkpoint, DER in base64. */
    timestamp: Schemas['EvidenceBase64'] | null;
  };
  /** A download that was ordered, and by which wording. */
  EvidenceAsset: {
    id: Schemas['EvidenceSiteId'];
    noticeHash: Schemas['EvidenceHash'];
  };
  EvidenceBase64: string;
  /** Everything that there is about a person at a site, with what is needed to check it offline. evidence-format.md, beside this file, says how to check it; this schema says only what it is made of. */
  EvidenceBundle: {
    /** Names this format; another number is another format. */
    format: "consent-evidence-bundle/v1";
    /** Which website the evidence is about. */
    site: Schemas['EvidenceSiteId'];
    /** The person as the site knows them. Nobody gets from it to an address. */
    subject: Schemas['EvidenceId'];
    /** When the file was made. */
    at: Schemas['EvidenceTime'];
    /** Who asked for it, and why. */
    request: {
      /** The name in the access token of whoever asked. */
      operator: string;
      /** Why, in their own words. */
      reason: string;
      /** The classes of parts that were asked for. */
      disclose: (Schemas['EvidencePartClass'])[];
    };
    controller: Schemas['EvidenceController'];
    /** Whose evidence it is, and how the records commit to that; null where the address was not asked for. */
    address: {
      /** The address that was asked for, in its canonical form. */
      address: string;
      /** Record -> salt of the digest in facts.address of the entry that began it; subject -> salt of the reading's own. */
      salts: { [key: string]: Schemas['EvidenceId'] };
    } | null;
    /** What the entries amount to at the time of the file, by sign-up. */
    records: (Schemas['EvidenceRecord'])[];
    /** The person's entries at the site, oldest first; the last is the reading that the file comes from. None where nothing is recorded. */
    entries: ({
      entry: Schemas['EvidenceEntry'] | Schemas['EvidenceLaterEntry'];
      parts: Schemas['EvidenceParts'];
      /** Null for an entry that is newer than the checkpoint. */
      proof: Schemas['EvidenceProof'] | null;
    })[];
    /** Places in the chain whose entries had been deleted before, as their time was over. */
    deleted: (number)[];
    /** Hash -> the wording that it stands for. */
    notices: { [key: string]: Schemas['EvidenceNotice'] };
    log: Schemas['EvidenceLog'];
  };
  /** A signed note (c2sp.org/tlog-checkpoint): origin, size, root; an empty line; signatures. */
  EvidenceCheckpoint: string;
  /** Who is responsible for the site (Art. 4(7) GDPR). */
  EvidenceController: {
    /** The name in full. */
    name: string;
    /** Where post arrives. */
    address: string;
    /** ISO 3166-1 alpha-2. */
    country: string;
    /** Where to turn to. */
    email: string;
    /** The privacy notice that was in force. */
    privacyNotice: {
      url: string;
      version: string;
      date: string;
    };
    /** Missing where there is none. */
    dataProtectionOfficer?: {
      name: string;
      address: string;
      email: string;
    };
    /** Where else to turn to, and about what. */
    contacts: ({
      about: Schemas['EvidenceLocalized'];
      email: string;
      /** Where post about it arrives, if that is elsewhere. */
      address?: string;
    })[];
    /** Where a complaint can be lodged. */
    supervisoryAuthorities: ({
      name: string;
      address: string;
      url: string;
      /** When it is this one; there where there are several. */
      appliesTo?: Schemas['EvidenceLocalized'];
    })[];
  };
  /** ISO 8601 date. */
  EvidenceDay: string;
  /** What else the person told about themselves. */
  EvidenceDetails: {
    /** Id of a field of the form -> what was filled in. */
    fields: { [key: string]: string };
  };
  /** One step. Names nobody; `hash` is SHA-256 over the canonical JSON of all the rest. */
  EvidenceEntry: {
    v: 1;
    site: Schemas['EvidenceSiteId'];
    subject: Schemas['EvidenceId'];
    /** 0, 1, 2, ... within the subject. */
    seq: number;
    /** What one sign-up started; missing where the step is about the person as a whole. */
    recordId?: Schemas['EvidenceId'];
    type: Schemas['EvidenceEntryType'];
    at: Schemas['EvidenceTime'];
    actor: Schemas['EvidenceActor'];
    language?: Schemas['EvidenceLanguage'];
    purposes: ({
      id: Schemas['EvidenceSiteId'];
      legalBasis: Schemas['EvidenceLegalBasis'];
      noticeHash: Schemas['EvidenceHash'];
    })[];
    asset?: Schemas['EvidenceAsset'];
    facts: Schemas['EvidenceFacts'];
    /** Class -> the salted digest of the part. */
    parts: { [key: string]: Schemas['EvidenceHash'] };
    nonce: Schemas['EvidenceId'];
    /** The hash of the subject's entry before; 43 times A for the first. */
    prev: Schemas['EvidenceHash'];
    hash: Schemas['EvidenceHash'];
  };
  /** The types of this version. */
  EvidenceEntryType: "ConsentRequested" | "MailSent" | "ConsentGiven" | "RenewedConsentGiven" | "ConsentWithdrawn" | "EvidenceDisclosed" | "ConsentRecorded" | "LegitimateInterestRecorded" | "ObjectionRecorded" | "ConsentLapsed" | "ActivityReported" | "IdentityRectified" | "ProcessingRestricted" | "RestrictionLifted" | "HoldPlaced" | "HoldLifted" | "DataErased" | "AccessGiven" | "ContractRecorded" | "ContractEnded" | "MailBounced" | "MailReceived" | "CaseClosed" | "LanguageChosen" | "ProcessorInformed" | "DeletionConfirmed" | "ConsentRefused" | "RightRequested" | "ObjectionRaised" | "ObjectionDecided" | "KeptOnReview" | "RequestReceived" | "RequestNoted" | "PersonInformed";
  /** What else the step says about itself. Later versions may add facts, and values of those that are here. */
  EvidenceFacts: {
    /** From then on a confirmation comes too late. */
    confirmBy?: Schemas['EvidenceTime'];
    /** Which of the system's own mails it was. */
    mail?: "confirmation" | "welcome" | "asset" | "still-interested" | "notice-changed" | "withdrawn" | "right-requested" | "objection-decided" | Schemas['EvidenceLater'];
    /** The id that the mail service gave the mail; where a mail came in, a keyed hash of its own id. */
    messageId?: string;
    /** How the person told: by the button of a page, or of the mail program (RFC 8058), by reporting a mail as spam, by mail, or to an operator; or elsewhere, as a tool or an earlier system has it. */
    via?: "page" | "one-click" | "complaint" | "e-mail" | "letter" | "phone" | "in-person" | "elsewhere" | Schemas['EvidenceLater'];
    /** By which way the processor reported it. */
    reportedBy?: "api" | "webhook" | "poll" | Schemas['EvidenceLater'];
    /** The day on which an operator was told. */
    receivedOn?: Schemas['EvidenceDay'];
    /** Where the person was asked, unless by a sign-up form. */
    source?: "registration" | "account" | "single-opt-in" | "import" | Schemas['EvidenceLater'];
    /** The form by which it came, by its id in the site's configuration, as the website said. */
    formId?: string;
    /** The subject of the address that the person had before, whose consents this request is to take over. */
    movedFrom?: Schemas['EvidenceId'];
    /** The subject of the address that goes on with what was withdrawn here. */
    movedTo?: Schemas['EvidenceId'];
    /** When the person said it elsewhere, or a mail came back there, as the source has it. */
    saidAt?: Schemas['EvidenceTime'];
    /** The first moment of that, where the source knows no more than a day or a minute; saidAt is the last. */
    saidFrom?: Schemas['EvidenceTime'];
    /** A keyed hash of what the source calls its report. */
    reference?: Schemas['EvidenceId'];
    /** When the person had signed up for what they confirmed then, as the source has it. */
    signedUpAt?: Schemas['EvidenceTime'];
    /** When the consent was given, as its source has it. */
    givenAt?: Schemas['EvidenceTime'];
    /** The last moment of that, where the source knows no more than a day or a minute; givenAt is the first. */
    givenUntil?: Schemas['EvidenceTime'];
    /** The last moment of the sign-up, where the source knows no more than a day or a minute; signedUpAt is the first. */
    signedUpUntil?: Schemas['EvidenceTime'];
    /** What proof came along from the source; nothing of it was verified. */
    proof?: ("time" | "ip" | "wording" | "double-opt-in" | "sign-up-time" | "sign-up-ip" | Schemas['EvidenceLater'])[];
    /** Why consent lapsed, where it was not for want of an answer to the question whether to go on. */
    because?: "registration-maximum" | "ends-on" | "nothing-to-measure" | "review" | Schemas['EvidenceLater'];
    /** The day on which a contract ended, unless that of the step; the last day of a purpose that had one. */
    endedOn?: Schemas['EvidenceDay'];
    /** Why legitimate interest may be relied on. */
    justification?: "existing-customer" | Schemas['EvidenceLater'];
    /** The id of a dispute, of a received mail that somebody has to read, or of a request. */
    case?: string;
    /** What a request of the person is about. */
    wish?: "access" | "portability" | "erasure" | "rectification" | "restriction" | "withdrawal" | "objection" | "never-agreed" | "other" | Schemas['EvidenceLater'];
    /** What was noted of a request. */
    did?: "extended" | "identity-checked" | "reopened" | Schemas['EvidenceLater'];
    /** How an operator made sure that the person asks. */
    identity?: "reply-to-address" | "known-address" | "document" | "lawyer" | Schemas['EvidenceLater'];
    /** Which letter to the person was made. */
    letter?: "received" | "identity-asked" | "extended" | "access" | "portability" | "erasure" | "erasure-in-part" | "withdrawal" | "objection" | "rectification" | "restriction" | "restriction-lifted" | "refusal" | "nothing-stored" | "never-agreed" | Schemas['EvidenceLater'];
    /** The version of the wording that a letter was made of. */
    template?: string;
    /** The request of the person that something was done for. */
    forCase?: string;
    /** The places of the steps whose connection data alone a hold keeps; without, it keeps everything. */
    connections?: (number)[];
    /** What an operator looked at and keeps: consents that were not used for long, or a restriction. */
    reviewed?: "consents" | "restriction" | Schemas['EvidenceLater'];
    /** When somebody has to look whether a hold, or a restriction, is still needed. */
    reviewBy?: Schemas['EvidenceDay'];
    /** When the person used what they had signed up for, unless at the moment of the step. */
    activeAt?: Schemas['EvidenceTime'];
    /** When the controller mailed, which is no sign of life of the person. */
    mailedAt?: Schemas['EvidenceTime'];
    /** The version of the site's privacy notice at that time; of a mail of kind notice-changed, the one that it announced. */
    privacyNotice?: string;
    /** Commits to the address that the record is about: SHA-256 over the canonical JSON of address and salt. */
    address?: Schemas['EvidenceHash'];
    /** Who showed exactly the wordings that the step names: the form, which reported the hashes of what it showed; or the confirmation page of this system, on which the button was pressed. Absent where nobody knows. */
    wordingBy?: "form" | "confirmation-page" | Schemas['EvidenceLater'];
    /** The person is not to be brought back by an import. */
    suppress?: true;
    /** What was given to the person: the report (Art. 15 GDPR) or the data to take along (Art. 20). */
    form?: "report" | "portable" | Schemas['EvidenceLater'];
    /** Whether sending it again is of no use. */
    bounce?: "permanent" | "transient" | Schemas['EvidenceLater'];
    /** What a received mail was taken for. */
    reading?: "unclear" | "unproven" | "unreadable" | "automatic" | Schemas['EvidenceLater'];
    /** By what it is certain who wrote: the address that only mails to the person have, or the signature of the sender's domain. */
    provenBy?: "address" | "sender" | Schemas['EvidenceLater'];
    /** What came of a received mail or of a request. */
    outcome?: "withdrawal" | "objection" | "weighing" | "answered" | "nothing" | "access" | "portability" | "erasure" | "rectification" | "restriction" | "refused" | "unidentified" | "not-known" | Schemas['EvidenceLater'];
    /** Who was told, reported, or confirmed: its id in the site's configuration. */
    processor?: Schemas['EvidenceSiteId'];
    /** The seq of the last step that this takes account of. */
    upTo?: number;
    /** When the page with the button was fetched; absent where it was pressed without one. */
    fetchedAt?: Schemas['EvidenceTime'];
    /** Whether it was fetched from where the button was pressed. */
    fetchedBy?: "same" | "other" | Schemas['EvidenceLater'];
    /** Classes of parts that could not be saved when the step was taken all the same. */
    missing?: (string)[];
    /** What somebody who held a link of the person's asked for. */
    right?: "erasure" | "rectification" | "move" | Schemas['EvidenceLater'];
    /** The id of that request: the mail that asks the person about it has it, and what the person did by that mail. */
    request?: Schemas['EvidenceId'];
    /** The seq of the step that a mail tells the person of. */
    tellsOf?: number;
    /** What came of an objection for reasons of the person's own situation. */
    decision?: "upheld" | "refused" | Schemas['EvidenceLater'];
    /** The objection was weighed before, as the person gave reasons of their own situation. */
    weighed?: true;
    /** What was asked for and could not be done yet, where it was not the restriction itself. */
    insteadOf?: "erasure" | Schemas['EvidenceLater'];
    /** The day on which the person was told that a restriction would be lifted. */
    informedOn?: Schemas['EvidenceDay'];
  };
  /** SHA-256, base64url without padding. */
  EvidenceHash: string;
  /** 16 bytes, base64url without padding. */
  EvidenceId: string;
  EvidenceLanguage: string;
  /** A value that a later version added. */
  EvidenceLater: string;
  /** An entry that a later version wrote: of another type, or with another `v`. What it says cannot be judged, and is no reason to refuse the file. */
  EvidenceLaterEntry: {
    v: number;
    site: Schemas['EvidenceSiteId'];
    subject: Schemas['EvidenceId'];
    seq: number;
    type: string;
    at: Schemas['EvidenceTime'];
    prev: Schemas['EvidenceHash'];
    hash: Schemas['EvidenceHash'];
  };
  /** Art. 6(1) GDPR: (a) consent, (b) contract, (f) legitimate interest. */
  EvidenceLegalBasis: "consent" | "contract" | "legitimate-interest" | Schemas['EvidenceLater'];
  /** Language -> text. */
  EvidenceLocalized: { [key: string]: string };
  /** The log that the entries are in. */
  EvidenceLog: {
    /** What the log's checkpoints call it. */
    origin: string;
    /** The keys that signed checkpoints, as verifiers take them (c2sp.org/signed-note). */
    keys: (string)[];
    /** The keys of the witnesses that cosigned some of them (c2sp.org/tlog-cosignature). */
    witnesses: (string)[];
    /** The signed checkpoint that all proofs lead to; null while the log has none. */
    checkpoint: Schemas['EvidenceCheckpoint'] | null;
    /** Earlier checkpoints that were put into write-once storage, or that witnesses cosigned. */
    anchors: (Schemas['EvidenceAnchor'])[];
  };
  /** A mail as it was handed to the mail service, or as it came in. Instead of each token in a link, and of each address to unsubscribe by, it has [sha256 <43 characters of base64url>]. */
  EvidenceMail: {
    /** MIME, as text. */
    raw: string;
  };
  /** Id -> language -> name. */
  EvidenceNamesById: { [key: string]: Schemas['EvidenceLocalized'] };
  /** Where the step came from. */
  EvidenceNetwork: {
    ip?: string;
    /** Who says so: the connection itself, a proxy that is configured, or the site's backend. */
    ipSource: "connection" | "proxy" | "backend" | Schemas['EvidenceLater'];
    userAgent?: string;
    /** From where the person had signed up for what they confirmed, as the source of an import has it. */
    signedUpBy?: {
      ip: string;
      userAgent?: string;
    };
    /** Who fetched the page with the button, where that was somebody else. */
    fetchedBy?: {
      ip: string;
      userAgent?: string;
    };
  };
  /** A hash of the log's tree, base64 with padding. */
  EvidenceNode: string;
  /** The wording that a person saw, word for word. */
  EvidenceNotice: unknown | unknown;
  /** Whose evidence, and why. */
  EvidenceOrder: {
    /** The address, in whatever spelling. */
    email?: string;
    /** Or the id by which a list names the person, as long as their address is kept. */
    id?: string;
    /** Why it is needed. It stands in the proof, which a court reads, too. */
    reason: string;
    /** The classes of personal data that are shown; of the others only digests. Without it, all. */
    disclose?: ("address" | "details" | "network" | "mail" | "reading" | "reason")[];
    /** Of the PDF, and of CSV’s separator (`;` in German). Without it, the site’s first. */
    language?: "de" | "en";
  };
  /** A class of parts; later versions may add others. */
  EvidencePartClass: "address" | "details" | "network" | "mail" | "reading" | "reason" | string;
  /** For each class that the entry commits to: its data and salt, or why they are not here. */
  EvidenceParts: {
    address?: {
      state: "disclosed";
      data: Schemas['EvidenceTypedAddress'];
      salt: Schemas['EvidenceId'];
    } | Schemas['EvidenceUndisclosed'];
    details?: {
      state: "disclosed";
      data: Schemas['EvidenceDetails'];
      salt: Schemas['EvidenceId'];
    } | Schemas['EvidenceUndisclosed'];
    network?: {
      state: "disclosed";
      data: Schemas['EvidenceNetwork'];
      salt: Schemas['EvidenceId'];
    } | Schemas['EvidenceUndisclosed'];
    mail?: {
      state: "disclosed";
      data: Schemas['EvidenceMail'];
      salt: Schemas['EvidenceId'];
    } | Schemas['EvidenceUndisclosed'];
    reading?: {
      state: "disclosed";
      data: Schemas['EvidenceReading'];
      salt: Schemas['EvidenceId'];
    } | Schemas['EvidenceUndisclosed'];
    reason?: {
      state: "disclosed";
      data: Schemas['EvidenceReason'];
      salt: Schemas['EvidenceId'];
    } | Schemas['EvidenceUndisclosed'];
  };
  /** Where the entry is in the log, and that the checkpoint's tree has it there. */
  EvidenceProof: {
    index: number;
    /** The leaf's sibling first (RFC 9162, section 2.1.3). */
    path: (Schemas['EvidenceNode'])[];
  };
  /** Why and how this evidence was read. */
  EvidenceReading: {
    reason: string;
    /** Commits to the address that was asked for, as facts.address of a record does; its salt is that of the subject. */
    address: Schemas['EvidenceHash'];
    disclose: (Schemas['EvidencePartClass'])[];
    deleted: (number)[];
    /** Digest -> since when, of the parts that were kept no longer. */
    gone: { [key: string]: Schemas['EvidenceTime'] };
    /** Digests of the parts that were lost. */
    missing: (Schemas['EvidenceHash'])[];
    /** Witnesses that said by then that the log has another history, and since when. */
    contradictedBy?: ({
      key: string;
      since: Schemas['EvidenceTime'];
    })[];
    controller: Schemas['EvidenceController'];
    /** Where data get outside the EU/EEA by which processor, and on what that rests, as the site had it. */
    transfers: ({
      processor: string;
      country: string;
      safeguard: "adequacy-decision" | "standard-contractual-clauses" | "binding-corporate-rules" | "express-consent";
      /** Where standard clauses can be read. */
      link?: string;
      /** The consent that it rests on. */
      purpose?: Schemas['EvidenceSiteId'];
    })[];
    /** What the site called the purposes and assets that the entries name, as far as it knew them still. */
    names: {
      purposes: Schemas['EvidenceNamesById'];
      assets: Schemas['EvidenceNamesById'];
    };
  };
  /** Why an operator did something, in their own words. */
  EvidenceReason: {
    reason: string;
    /** Of a hold: what the operator calls the dispute. */
    label?: string;
  };
  /** What one sign-up started. */
  EvidenceRecord: {
    recordId: Schemas['EvidenceId'];
    language: Schemas['EvidenceLanguage'];
    requestedAt: Schemas['EvidenceTime'];
    /** Null until the person pressed the button; of a record from elsewhere, when it was recorded. */
    confirmedAt: Schemas['EvidenceTime'] | null;
    purposes: ({
      id: Schemas['EvidenceSiteId'];
      legalBasis: Schemas['EvidenceLegalBasis'];
      noticeHash: Schemas['EvidenceHash'];
      status: Schemas['EvidenceStatus'];
      /** When that status began. */
      since: Schemas['EvidenceTime'];
    })[];
    asset: Schemas['EvidenceAsset'] | null;
  };
  /** The id of a site, purpose or asset. */
  EvidenceSiteId: string;
  /** As the W3C Data Privacy Vocabulary names it; the last four where mail rests on legitimate interest or on a contract. */
  EvidenceStatus: "ConsentRequested" | "ConsentGiven" | "RenewedConsentGiven" | "ConsentWithdrawn" | "ConsentExpired" | "ConsentRefused" | "LegitimateInterestRecorded" | "ObjectionRecorded" | "ContractRecorded" | "ContractEnded";
  /** ISO 8601 in UTC with milliseconds. */
  EvidenceTime: string;
  /** The address of the person, and where it was typed. */
  EvidenceTypedAddress: {
    /** As it was typed. */
    email: string;
    /** The page with the form. */
    page?: {
      /** Without query and fragment. */
      url: string;
      /** Who says so: the form itself, or the browser in its Referer header, which mostly names no more than the website. */
      knownBy: "form" | "browser" | Schemas['EvidenceLater'];
    };
  };
  /** Withheld: still kept, left out of this file. Missing: lost before its time was over. Gone: kept no longer, since that moment. */
  EvidenceUndisclosed: {
    state: "withheld" | "missing";
  } | {
    state: "gone";
    since: Schemas['EvidenceTime'];
  };
  /** How somebody stands with one purpose, and why they may not be mailed for it. */
  ExplainedPermission: {
    /** The purpose. */
    id: string;
    /** What mail for it rests on, Art. 6(1) GDPR. */
    legalBasis: "consent" | "contract" | "legitimate-interest";
    /** Whether mail for it may be sent now: the same as `getPermissions` says. */
    allowed: boolean;
    /** Whether it rests on something, whatever stands against mail; waits for the button; or neither. */
    state: "in-force" | "pending" | "none";
    status?: Schemas['Status'];
    /** Since when it stands so. */
    since?: string;
    /** Why it is not allowed. */
    because?: "never-asked" | "pending" | "pending-expired" | "taken-back" | "withdrawn" | "complained" | "objected" | "weighed" | "restricted" | "undeliverable" | "address-missing" | "erased" | "suppressed" | "not-renewed" | "over" | "contract-ended";
  };
  /** What a sender’s tool learned of its recipients’ mailboxes. */
  FeedbackReport: {
    /** The addresses, up to 200 at once. */
    emails?: (string)[];
    /** The same people by the ids that the audience has for them. */
    ids?: (string)[];
    /** Mail comes back for good, or this time; or the person called it spam, which withdraws. */
    kind: "permanent-bounce" | "transient-bounce" | "complaint";
    /** When; without it, now. */
    at?: string;
  };
  /** Who was given lists of people, the latest first. */
  Fetches: {
    site: string;
    fetches: ({
      at: string;
      /** By an id that names nobody. */
      operator: string;
      /** The program that they worked with. */
      client?: string;
      /** What they are called, while that is kept. */
      name?: string;
      /** Which list. */
      list: "audience" | "links" | "changes" | "leavers" | "addresses";
      /** Of lists that are by purpose. */
      purpose?: string;
      /** How many people it named. */
      people: number;
    })[];
    /** Send it back for the next page; missing on the last one. */
    cursor?: string;
  };
  /** What the gateway itself says when no function was reached: no good access token, or too many requests. */
  GatewayMessage: {
    message: string;
  };
  /** Something that is kept past its end, as a dispute needs it. */
  Hold: {
    /** The id of the hold. */
    case: string;
    /** What the operator calls the dispute, while that is kept. */
    label: string | null;
    since: string;
    /** By when somebody looks whether it is still needed. */
    reviewBy: string;
    /** The places of the steps whose connection data alone it keeps; missing: everything. */
    connections?: (number)[];
  };
  /** A hold, or its end. */
  HoldOrder: {
    /** The address, in whatever spelling. */
    email?: string;
    /** Or the id by which a list names the person: one of the two. */
    id?: string;
    /** Why, without any address: it outlives what it is about. It stands in the proof, which a court reads, too. */
    reason: string;
    /** Only say what would be done. */
    dryRun?: true;
    /** The `head` of the preview that you saw, or null where it has none. If the history moved since, nothing is done, and the answer is 409 `changed-meanwhile` with the fresh `preview`. Left out, it is done whatever there is now. */
    expects?: string | null;
    /** The request that it is done for, by its id. */
    forCase?: string;
    /** How you made sure that the person asks for it (Art. 12(6) GDPR). */
    identity?: "reply-to-address" | "known-address" | "document" | "lawyer";
    /** What you call the dispute: a new hold of everything, or the one of this name. Kept as long as other personal data. It stands in the proof, which a court reads, too. */
    label?: string;
    /** Or the id of a hold that there is; what an incident has stays one of connections alone. */
    case?: string;
    /** By when somebody looks whether it is still needed. */
    reviewBy?: string;
    /** End it; the normal end applies at once. */
    lift?: true;
  };
  /** How an operator made sure who asks. */
  IdentityCheck: {
    /** How: they answered from the address, wrote from the known one, showed a document, or a lawyer writes. */
    identity: "reply-to-address" | "known-address" | "document" | "lawyer";
    /** A note, without any address. It stands in the proof, which a court reads, too. */
    reason: string;
  };
  /** What another system knows of people. */
  Import: {
    /** Up to 100; the body has at most 64 KB. */
    rows: ({
      consent?: Schemas['ConsentReport'];
      optOut?: Schemas['OptOutReport'];
    })[];
  };
  /** What became of each row. */
  Imported: {
    results: ({
      /** As the operation for one row has it; missing where there is a problem. */
      status?: "recorded" | "already-recorded" | "overtaken";
      /** Of a consent. */
      recordId?: string;
      /** Of an opt-out: the purposes that stand, as given after that. */
      kept?: (string)[];
      /** Nothing was written. */
      dryRun?: true;
      /** What the operation for one row answers; from 500 on, send it again. */
      problem?: Schemas['Problem'];
    })[];
  };
  /** What operators did at a site, the latest first. */
  Journal: {
    site: string;
    /** By which days begin. */
    timeZone: string;
    from: string;
    to: string;
    steps: ({
      at: string;
      /** By an id that names nobody. */
      operator: string;
      /** The program that they worked with. */
      client?: string;
      /** What they are called, while that is kept. */
      name?: string;
      /** What they did: a `StepType`, or one that a later version wrote. */
      type: string;
      /** Which mail was sent. */
      mail?: "confirmation" | "welcome" | "asset" | "still-interested" | "notice-changed" | "withdrawn" | "right-requested" | "objection-decided";
      /** Which letter was made. */
      letter?: "received" | "identity-asked" | "extended" | "access" | "portability" | "erasure" | "erasure-in-part" | "withdrawal" | "objection" | "rectification" | "restriction" | "restriction-lifted" | "refusal" | "nothing-stored" | "never-agreed";
      /** About whom, by the id by which lists name them. */
      person: string;
      /** Whether anything is known of the person still. */
      known: boolean;
      purposes: (string)[];
      /** The request that it was done for, or is about. */
      case?: string;
      /** Why, while that is kept. */
      reason?: string;
    })[];
    /** On the first page: who did something in these days, by the latest 2,000 steps of them. */
    operators?: ({
      /** By an id that names nobody. */
      id: string;
      name?: string;
    })[];
    /** Send it back for the next page; missing on the last one. A page before it may have no steps. */
    cursor?: string;
  };
  /** Who left, the latest first. */
  Leavers: {
    site: string;
    /** From the beginning of that day on. */
    since: string;
    leavers: ({
      /** The person, by an id that stays the same at this site. */
      id: string;
      /** As long as it is kept; missing after an erasure. */
      email?: string;
      /** How people read it: with the letters of its domain, where that is safe; missing where that is the same. */
      shown?: string;
      /** What they left. */
      purpose: string;
      /** When. */
      at: string;
      /** How, in a word; `ended` where everything was deleted at once, so that no more is known. */
      how: "withdrawn" | "complained" | "objected" | "not-renewed" | "over" | "contract-ended" | "erased" | "suppressed" | "ended";
      /** By which way they told us, such as `one-click` or `letter`, where they did. */
      via?: string;
    })[];
    /** Send it back for the next page; missing on the last one. */
    cursor?: string;
  };
  /** What a processor learned of the people whom it mails. */
  LeavingReport: {
    /** Which processor, by its id in the site’s configuration. */
    processor: string;
    /** The addresses, up to 200 at once. */
    emails?: (string)[];
    /** The same people by the ids that the processor was told. */
    ids?: (string)[];
    /** They left, or complained; or mail comes back for good, or this time. */
    kind: "unsubscribed" | "complaint" | "permanent-bounce" | "transient-bounce";
    /** Of the processor’s, those that it is about; without it, all of them. */
    purposes?: (string)[];
    /** When; without it, now. */
    at?: string;
  };
  /** A letter to a person. */
  LetterOrder: {
    /** The address, in whatever spelling. */
    email?: string;
    /** Or the id by which a list names the person: one of the two. */
    id?: string;
    /** What it says. `extended` and `refusal` need a `text`, `received` and `extended` a request. */
    kind: "received" | "identity-asked" | "extended" | "access" | "portability" | "erasure" | "erasure-in-part" | "withdrawal" | "objection" | "rectification" | "restriction" | "restriction-lifted" | "refusal" | "nothing-stored" | "never-agreed";
    /** Without it, the person’s own. */
    language?: "de" | "en";
    /** The request that it answers. */
    forCase?: string;
    /** Your reasons, without any address: a paragraph of the letter. */
    text?: string;
    /** Name and postal address, up to six lines, for the window of an envelope; kept nowhere. Without them, the address. */
    recipient?: (string)[];
    /** Only make it, and write nothing down. */
    dryRun?: true;
  };
  /** For each address of a list, in its order: whether it may be mailed, and the links for the mail. */
  Links: {
    site: string;
    purpose: string;
    /** The moment at which this is exact. */
    asOf: string;
    recipients: ({
      /** As it was sent. */
      email: string;
      /** Whether mail for the purpose may be sent now. This alone decides. */
      allowed: boolean;
      /** What is wrong with the address. */
      invalid?: string;
      status?: Schemas['Status'];
      since?: string;
      /** Since when mail to the address comes back. */
      undeliverableSince?: string;
      /** The address that the person gave was lost here: nobody mails them until it is restored. */
      addressMissing?: true;
      /** The person, by an id that stays the same at this site. */
      id?: string;
      language?: "de" | "en";
      /** Whether opens and clicks of this person may be measured. */
      mayMeasure?: boolean;
      /** Ends this purpose; missing where a contract needs the mail. */
      unsubscribeUrl?: string;
      /** To be sent along as they are, under the DKIM signature (RFC 8058). */
      headers?: {
        'List-Unsubscribe': string;
        'List-Unsubscribe-Post': string;
      };
      /** Where the person sees and changes what they get. */
      preferencesUrl?: string;
      /** Switches off that opens and clicks are measured; missing where they may not be. */
      analysisUrl?: string;
    })[];
  };
  /** A list that the sender has already. */
  LinksOrder: {
    /** The addresses, up to 500 at once. */
    emails: (string)[];
    /** What the mail is for. */
    purpose: string;
  };
  /** How a person stands, and why. */
  LookUp: {
    site: string;
    asOf: string;
    /** Whether anything was ever noted of the person here. */
    known: boolean;
    /** Of somebody unknown: the domain that was perhaps meant, where the one that was typed is nearly that. */
    domainMeant?: string;
    /** Missing where nothing is known. */
    person?: {
      /** The person, as lists name them. */
      id: string;
      /** As they confirmed it; missing where nobody did, or where it is gone. */
      email?: string;
      /** How people read it: with the letters of its domain, where that is safe; missing where that is the same. */
      shown?: string;
      fields?: { [key: string]: string };
      /** The one in which they are written to: chosen, or spoken last. */
      language: "de" | "en";
      /** Since when mail to the address comes back. */
      undeliverableSince?: string;
      /** Since when what was stored then may be kept and used for nothing else (Art. 18 GDPR). */
      restrictedSince?: string;
      /** Every purpose of the site. */
      purposes: (Schemas['ExplainedPermission'])[];
      /** What the system sent within the last thirty days. */
      mails: ({
        kind: "confirmation" | "welcome" | "asset" | "still-interested" | "notice-changed" | "withdrawn" | "right-requested" | "objection-decided";
        at: string;
        cameBack?: true;
      })[];
    };
    /** Only with a token that is good for `evidence:read` there, too. */
    file?: {
      restrictedSince?: string;
      holds: (Schemas['Hold'])[];
      objections: (string)[];
      weighed: (string)[];
      erasedAt?: string;
      suppressed: boolean;
      records: ({
        recordId: string;
        keptUntil: string | null;
      })[];
      /** What they asked for, the oldest first. */
      requests: (Schemas['Request'])[];
      /** All that happened, the oldest first. */
      timeline: ({
        /** Its place in the person’s history. */
        seq: number;
        at: string;
        /** A type of step; one of a later version is shown as it is. */
        type: string;
        purposes: (string)[];
        recordId?: string;
        /** Which mail was sent. */
        mail?: "confirmation" | "welcome" | "asset" | "still-interested" | "notice-changed" | "withdrawn" | "right-requested" | "objection-decided";
        /** Which letter was made. */
        letter?: "received" | "identity-asked" | "extended" | "access" | "portability" | "erasure" | "erasure-in-part" | "withdrawal" | "objection" | "rectification" | "restriction" | "restriction-lifted" | "refusal" | "nothing-stored" | "never-agreed";
        /** Who took it. */
        by: {
          kind: "subject" | "system" | "backend" | "operator";
          /** The operator, by an id that names nobody. */
          id?: string;
          /** The program that they worked with. */
          client?: string;
          /** What they are called, while that is kept. */
          name?: string;
        };
        /** By which way the person told us. */
        via?: string;
        receivedOn?: string;
        /** Why an operator did it, while that is kept. */
        reason?: string;
      })[];
      /** What a preview binds by: `expects` of orders. */
      head?: string;
    };
  };
  /** A person, by address or by id: one of the two. */
  LookUpOrder: {
    /** The address, in whatever spelling. */
    email?: string;
    /** Or the id by which a list names the person. */
    id?: string;
  };
  /** What an access token is good for. */
  Me: {
    operator: {
      /** As entries name whoever acts: the `sub` of the token, which names nobody. */
      id: string;
      /** What the issuer calls them; missing for machines, and where it does not say. */
      name?: string;
    };
    /** The sites at which the token is good for anything. */
    grants: ({
      site: string;
      /** What the site is called in mails. */
      name: string;
      /** The first is the site’s own. */
      languages: ("de" | "en")[];
      /** What the site mails for, also what no form asks for. */
      purposes: ({
        id: string;
        legalBasis: "consent" | "contract" | "legitimate-interest";
        /** What it is called, in each language of the site. */
        names: { [key: string]: string };
        /** It has no mails of its own, and is about measuring those of others. */
        measures: boolean;
      })[];
      /** What can be ordered there. */
      downloads: ({
        id: string;
        /** What it is called, in each language of the site. */
        names: { [key: string]: string };
      })[];
      /** Whose days and hours everything goes by. */
      timeZone: string;
      /** What the token is good for there. */
      scopes: ("signup:write" | "audience:read" | "activity:write" | "person:read" | "confirmation:send" | "evidence:read" | "evidence:write" | "processor:write")[];
    })[];
    /** When the token ends. */
    sessionEnds: string;
  };
  /** That it is on record that a processor confirmed a deletion. */
  NotedDeletion: {
    site: string;
    id: string;
    processor: string;
    status: "confirmed";
  };
  /** A deletion that a processor confirmed to an operator. */
  NotedDeletionReport: {
    /** The person, as the list names them. */
    id: string;
    /** Which processor, by its id in the site’s configuration. */
    processor: string;
    /** How you know, without any address. It stands in the proof, which a court reads, too. */
    reason: string;
  };
  /** What a site asks consent for, word for word: what its form is built from. */
  Notices: {
    site: string;
    language: "de" | "en";
    /** Those that the site has; the first is its own. */
    languages: ("de" | "en")[];
    controller: {
      name: string;
      /** Where its privacy notice is. */
      privacyNotice: string;
    };
    purposes: ({
      id: string;
      name: string;
      legalBasis: "consent" | "contract" | "legitimate-interest";
      /** A changed wording has another version. */
      version: string;
      /** Names the wording; send it back with the sign-up as `notices`. */
      hash: string;
      /** What the person has to be shown, word for word. */
      text: string;
      /** Can be given only along with at least one of these. */
      requires?: (string)[];
    })[];
    /** Downloads that one orders. */
    assets: ({
      id: string;
      title: string;
      /** A changed wording has another version. */
      version: string;
      /** Names the wording; send it back with the sign-up as `notices`. */
      hash: string;
      /** What the person has to be shown, word for word. */
      text: string;
    })[];
    /** Further questions that the form may ask; none is ever required. */
    fields: ({
      id: string;
      label: string;
    })[];
  };
  /** An objection that an operator was told. */
  ObjectionOrder: {
    /** The address, in whatever spelling. */
    email?: string;
    /** Or the id by which a list names the person: one of the two. */
    id?: string;
    /** Why, without any address: it outlives what it is about. It stands in the proof, which a court reads, too. */
    reason: string;
    /** Only say what would be done. */
    dryRun?: true;
    /** The `head` of the preview that you saw, or null where it has none. If the history moved since, nothing is done, and the answer is 409 `changed-meanwhile` with the fresh `preview`. Left out, it is done whatever there is now. */
    expects?: string | null;
    /** The request that it is done for, by its id. */
    forCase?: string;
    /** How you made sure that the person asks for it (Art. 12(6) GDPR). */
    identity?: "reply-to-address" | "known-address" | "document" | "lawyer";
    /** By which way the person told us. */
    via: "e-mail" | "letter" | "phone" | "in-person";
    /** The day on which it arrived. */
    receivedOn: string;
    /** What for; without it, everything. */
    purposes?: (string)[];
  };
  /** What became of an opt-out that was reported. */
  OptOut: {
    /** Whether it is new; `overtaken`, if the person gave all of it after that. */
    status: "recorded" | "already-recorded" | "overtaken";
    /** The purposes that stand, as the person gave them after that. */
    kept: (string)[];
    /** Nothing was written. */
    dryRun?: true;
  };
  /** What a tool or an earlier system says of somebody who left, objected, or gets no mail. */
  OptOutReport: {
    /** The address. */
    email: string;
    /** A withdrawal; an objection (Art. 21 GDPR), which stands until the person signs up again; or an address that takes no mail, until it confirms. */
    kind: "withdrawal" | "objection" | "bounce";
    /** What for; without it, everything. */
    purposes?: (string)[];
    /** When it was, as the source has it; of a time that it knows only to a day or a minute, the last moment. */
    saidAt?: string;
    /** Of such a time, the first moment. Evidence then says no more than the source does. */
    saidFrom?: string;
    /** What the source says, and where it comes from, in words. */
    note?: string;
    /** What the source calls it. Reported again by the same name, it is the same. */
    reference?: string;
    /** Only say what would become of it. */
    dryRun?: boolean;
  };
  /** What an order about a person came to. */
  Order: {
    site: string;
    /** Whether nothing was written. */
    dryRun: boolean;
    /** What was done. Nothing where all of it had been done before. */
    done: (Schemas['Step'])[];
    /** What holds for the person from now on. */
    now: {
      purposes: (Schemas['Permission'])[];
      /** Since when the data may be kept and used for nothing else (Art. 18 GDPR). */
      restrictedSince: string | null;
      holds: (Schemas['Hold'])[];
      /** Purposes that the person objected to (Art. 21 GDPR). */
      objections: (string)[];
      /** Purposes that an objection is weighed about (Art. 21(1) GDPR): nobody is mailed for them meanwhile. */
      weighed: (string)[];
      erasedAt: string | null;
      /** Whether an import may not bring the person back. */
      suppressed: boolean;
      /** Each sign-up, and until when it is kept as far as that is known: not while something is in force or held. */
      records: ({
        recordId: string;
        keptUntil: string | null;
      })[];
    };
    /** The hash of the person’s last entry, of a dry run as it is before it: send it as `expects`, and the order does what was previewed or nothing. */
    head: string | null;
  };
  /** The address is asked by mail to confirm. The answer is the same whatever is known of it. */
  Pending: {
    status: "pending";
  };
  /** Whether mail for one purpose may be sent. Without `status` it was never asked for, or nobody needs to ask. */
  Permission: {
    /** The purpose. */
    id: string;
    /** What mail for it rests on, Art. 6(1) GDPR. */
    legalBasis: "consent" | "contract" | "legitimate-interest";
    /** Whether mail for it may be sent now. This alone decides. */
    allowed: boolean;
    status?: Schemas['Status'];
    /** Since when it stands so. */
    since?: string;
  };
  /** What one person may be mailed for. */
  Permissions: {
    site: string;
    /** The moment at which this is exact. */
    asOf: string;
    /** Since when mail to the address comes back. */
    undeliverableSince?: string;
    /** The address that the person gave was lost here: nobody mails them until it is restored. */
    addressMissing?: true;
    /** Every purpose of the site. */
    purposes: (Schemas['Permission'])[];
  };
  /** A person, by address. In the body, as addresses do not belong into URLs. */
  Person: {
    /** The address, in whatever spelling. */
    email: string;
  };
  /** What the person provided, to take along (Art. 20 GDPR). */
  PortableData: {
    format: string;
    site: string;
    controller: {
      name: string;
      email: string;
    };
    language: "de" | "en";
    at: string;
    email: string;
    identities: ({
      at: string;
      email: string;
      fields: { [key: string]: string };
      page: string | null;
    })[];
    consents: ({
      purpose: string;
      name: string;
      status: Schemas['Status'];
      since: string;
      requestedAt: string;
      confirmedAt: string | null;
      wordingVersion: string | null;
      wording: string | null;
    })[];
    orders: ({
      asset: string;
      title: string;
      requestedAt: string;
      confirmedAt: string | null;
    })[];
    connections: ({
      at: string;
      ip: string;
      ipSource: string;
      userAgent?: string;
    })[];
  };
  /** Why a request was refused, as RFC 9457 has it. */
  Problem: {
    /** The kind of problem, for programs. */
    type: string;
    /** What the status code is called. */
    title: string;
    /** The status code. */
    status: number;
    /** What to do about it, for people. Never quotes what was sent. */
    detail: string;
    /** One item for each thing that is wrong with the body. */
    errors?: ({
      /** Where: a JSON pointer (RFC 6901) into the body. */
      pointer: string;
      /** What to do about it. */
      detail: string;
    })[];
    /** What the same order would come to now, as its dry run says it; where something moved since. */
    preview?: unknown;
  };
  /** Whether those who get data know what they have to. */
  Processors: {
    site: string;
    asOf: string;
    processors: ({
      id: string;
      /** What the firm is called. */
      name: string;
      /** The purposes whose data it gets. */
      purposes: (string)[];
      /** How it is told; missing where it is not told by us. */
      tool?: "webhook" | "mailchimp" | "brevo" | "cleverreach" | "listmonk";
      /** `in-step`: knows all that it has to. `under-way`: is being told. `failed`: could not be told about some. `stopped`: answered that it wants nothing any more. `by-hand`: is not told by us. */
      state: "in-step" | "under-way" | "failed" | "stopped" | "by-hand";
      /** How many people it is being told about at this moment. */
      underWay: number;
      /** About how many it could not be told. */
      failed: number;
      /** There are more than were counted. */
      areMore?: true;
      /** Why, the most frequent first. */
      failures: ({
        /** Why it did not work, in a word, as `listDeliveries` has it. */
        failure: string;
        /** What the processor answered, if it did. */
        status?: number;
        /** How many people it is about. */
        count: number;
        /** Since when the oldest of them waits. */
        since: string;
      })[];
      /** Since when nothing is sent to it. */
      stoppedAt?: string;
    })[];
  };
  /** What a person keeps to show what they confirmed (ISO/IEC TS 27560, consent receipt). Names nobody. */
  Receipt: {
    /** Names this format; another number is another format. */
    format: string;
    schemaVersion: string;
    /** The same for the same confirmation, whenever it is fetched. */
    receiptId: string;
    site: string;
    recordId: string;
    language: "de" | "en";
    /** Who is responsible, as the site’s configuration has it. */
    controller: { [key: string]: unknown };
    purposes: ({
      id: string;
      name: string;
      status: Schemas['Status'];
      legalBasis: "consent" | "contract" | "legitimate-interest";
      notice: {
        hash: string;
        version: string;
        language: "de" | "en";
        text: string;
      };
    })[];
    /** The download that was ordered. */
    asset: {
      id: string;
      title: string;
      notice: {
        hash: string;
        version: string;
        language: "de" | "en";
        text: string;
      };
    } | null;
    requestedAt: string;
    confirmedAt: string;
    /** The confirmation as the ledger has it; evidence-format.md describes it. */
    entry: { [key: string]: unknown };
    /** What the log has for that entry (RFC 6962), base64. */
    leaf: string;
    log: {
      origin: string;
      /** The log’s verifier keys (C2SP signed-note). */
      keys: (string)[];
      /** The entry’s place in the log; null for the first seconds. */
      index: number | null;
    };
    howToWithdraw: string;
    howToCheck: string;
  };
  /** Somebody who may be mailed for the purpose. */
  Recipient: {
    /** The person, by an id that stays the same at this site. */
    id: string;
    /** The address as the person wrote it. */
    email: string;
    /** What else the person said in the form. */
    fields: { [key: string]: string };
    /** In which the person wants to be written to. */
    language: "de" | "en";
    /** Since when they may be mailed for the purpose. */
    since: string;
    /** Whether opens and clicks of this person may be measured. */
    mayMeasure: boolean;
    /** Ends this purpose; missing where a contract needs the mail. */
    unsubscribeUrl?: string;
    /** To be sent along as they are, under the DKIM signature (RFC 8058). */
    headers?: {
      'List-Unsubscribe': string;
      'List-Unsubscribe-Post': string;
    };
    /** Where the person sees and changes what they get. */
    preferencesUrl: string;
    /** Switches off that opens and clicks are measured; missing where they may not be. */
    analysisUrl?: string;
  };
  /** What became of a reported consent. */
  Recorded: {
    /** Whether it is new. */
    status: "recorded" | "already-recorded";
    recordId: string;
    /** Nothing was written. */
    dryRun?: true;
  };
  /** What a rectification came to; with `move` where it is about another address. */
  RectificationOrder: {
    site: string;
    /** Whether nothing was written. */
    dryRun: boolean;
    /** What was done. Nothing where all of it had been done before. */
    done: (Schemas['Step'])[];
    /** What holds for the person from now on. */
    now: {
      purposes: (Schemas['Permission'])[];
      /** Since when the data may be kept and used for nothing else (Art. 18 GDPR). */
      restrictedSince: string | null;
      holds: (Schemas['Hold'])[];
      /** Purposes that the person objected to (Art. 21 GDPR). */
      objections: (string)[];
      /** Purposes that an objection is weighed about (Art. 21(1) GDPR): nobody is mailed for them meanwhile. */
      weighed: (string)[];
      erasedAt: string | null;
      /** Whether an import may not bring the person back. */
      suppressed: boolean;
      /** Each sign-up, and until when it is kept as far as that is known: not while something is in force or held. */
      records: ({
        recordId: string;
        keptUntil: string | null;
      })[];
    };
    /** The hash of the person’s last entry, of a dry run as it is before it: send it as `expects`, and the order does what was previewed or nothing. */
    head: string | null;
    move?: {
      /** Whether the new address still has to confirm. */
      state: "to-be-confirmed" | "moved";
      next?: string;
    };
  };
  /** What is right. */
  RectificationRequest: {
    /** The address, in whatever spelling. */
    email?: string;
    /** Or the id by which a list names the person: one of the two. */
    id?: string;
    /** Why, without any address: it outlives what it is about. It stands in the proof, which a court reads, too. */
    reason: string;
    /** Only say what would be done. */
    dryRun?: true;
    /** The `head` of the preview that you saw, or null where it has none. If the history moved since, nothing is done, and the answer is 409 `changed-meanwhile` with the fresh `preview`. Left out, it is done whatever there is now. */
    expects?: string | null;
    /** The request that it is done for, by its id. */
    forCase?: string;
    /** How you made sure that the person asks for it (Art. 12(6) GDPR). */
    identity?: "reply-to-address" | "known-address" | "document" | "lawyer";
    /** By which way the person told us. */
    via?: "e-mail" | "letter" | "phone" | "in-person";
    /** The day on which it arrived. */
    receivedOn?: string;
    /** The answers that change, by id; an empty one is deleted. */
    fields?: { [key: string]: string };
    /** The right address. Where it is another one and no mere spelling, it is asked by mail to confirm first. */
    newEmail?: string;
  };
  /** Every wording, and how many rest on it. */
  Register: {
    site: string;
    purposes: ({
      purpose: string;
      /** When it was counted: at most every five minutes. */
      countedAt: string;
      /** The current version first, in each language. */
      wordings: ({
        /** Missing where the configuration has the wording no more. */
        version?: string;
        language?: "de" | "en";
        /** What names the wording in every entry. */
        hash: string;
        /** Word for word. */
        text?: string;
        /** Whether it is shown today. */
        isCurrent: boolean;
        /** For how many people the purpose is in force by it. */
        restingOn: number;
        /** Since when the oldest of that is in force. */
        oldest?: string;
        /** Since when the newest of that is. */
        newest?: string;
      })[];
    })[];
    /** What is shown for downloads. A download is had, and nothing rests on it. */
    assets: ({
      asset: string;
      wordings: ({
        version: string;
        language: "de" | "en";
        hash: string;
        text: string;
      })[];
    })[];
  };
  /** Something that a person wants and that an operator sees to. */
  Request: {
    /** The id of the request. */
    case: string;
    /** The person, as lists name them. */
    id: string;
    /** When the system heard of it. */
    since: string;
    /** The day on which it arrived: from then on the month counts. */
    receivedOn: string;
    /** By which way it came. */
    via: string;
    /** What is wanted; missing of a mail that an operator has to read first. */
    wish?: string;
    /** What a mail was taken for, and why it was not carried out. */
    reading?: string;
    /** By what it is certain who wrote, if it is. */
    provenBy?: string;
    /** By when it has to be answered (Art. 12(3) GDPR). */
    due: string;
    /** Whether the person was told in time that it takes two months longer. */
    extended: boolean;
    overdue: boolean;
    /** What came of it; missing while it is open. */
    outcome?: string;
    closedAt?: string;
    /** The system did it by itself, as the person wrote a mail that it understood or asked in the preference centre: no request to open. */
    carriedOut?: true;
    /** How an operator made sure who asks (Art. 12(6) GDPR). */
    identity?: string;
    /** What operators did because of it: types of steps. */
    done: ({
      at: string;
      what: string;
    })[];
    /** Letters that were made to answer it: their kinds. */
    letters: ({
      at: string;
      what: string;
    })[];
  };
  /** A request that an operator writes down. */
  RequestOrder: {
    /** The address, in whatever spelling. */
    email?: string;
    /** Or the id by which a list names the person: one of the two. */
    id?: string;
    /** By which way it came. */
    via: "e-mail" | "letter" | "phone" | "in-person";
    /** The day on which it arrived. */
    receivedOn: string;
    /** What is wanted; `never-agreed` where the person says that they never agreed. */
    wish: "access" | "portability" | "erasure" | "rectification" | "restriction" | "withdrawal" | "objection" | "weighing" | "never-agreed" | "other";
    /** A note, without any address. It stands in the proof, which a court reads, too. */
    note: string;
  };
  /** A restriction, or its end. */
  RestrictionOrder: {
    /** The address, in whatever spelling. */
    email?: string;
    /** Or the id by which a list names the person: one of the two. */
    id?: string;
    /** Why, without any address: it outlives what it is about. It stands in the proof, which a court reads, too. */
    reason: string;
    /** Only say what would be done. */
    dryRun?: true;
    /** The `head` of the preview that you saw, or null where it has none. If the history moved since, nothing is done, and the answer is 409 `changed-meanwhile` with the fresh `preview`. Left out, it is done whatever there is now. */
    expects?: string | null;
    /** The request that it is done for, by its id. */
    forCase?: string;
    /** How you made sure that the person asks for it (Art. 12(6) GDPR). */
    identity?: "reply-to-address" | "known-address" | "document" | "lawyer";
    /** By which way the person told us. */
    via?: "e-mail" | "letter" | "phone" | "in-person";
    /** The day on which it arrived. */
    receivedOn?: string;
    /** End it. */
    lift?: true;
    /** The day on which you told the person that it would end; not needed where they asked for it (`via`). */
    informedOn?: string;
  };
  /** How another try went. */
  Retried: {
    site: string;
    /** How many were told now. */
    told: number;
    /** How many failed again. */
    failed: number;
    /** Send it back to go on; missing when all were tried. */
    cursor?: string;
  };
  /** Where to go on. */
  RetryOrder: {
    /** Tell whatever anybody who may be mailed was not told of, and not only what failed: for a processor that is new. */
    everybody?: true;
    /** What that one could not be told, and nothing of others; not together with `everybody`. */
    processor?: string;
    /** That of the answer before; without it, from the beginning. */
    cursor?: string;
  };
  /** What a decision about one item came to, or would come to. */
  ReviewDecision: {
    /** The person, by the id that evidence names. */
    id: string;
    /** Unused consents, a hold, or a restriction. */
    what: "unused" | "hold" | "restriction";
    /** The id of the hold. */
    case?: string;
    /** What became of it. Of what changed in this very moment nothing was done: look at the list again. */
    outcome: "kept" | "let-go" | "decided-before" | "changed-meanwhile";
    /** The hash of the person’s last entry: send it as `expects`, and nothing is done if anything moved. */
    head: string;
    /** The step that was taken, or would be. */
    done: (Schemas['Step'])[];
  };
  /** What decisions about items of the list came to. */
  ReviewDecisions: {
    site: string;
    /** Whether nothing was written. */
    dryRun: boolean;
    decisions: (Schemas['ReviewDecision'])[];
    /** Of a group: send it back for those that are left; missing where all were seen to. */
    cursor?: string;
  };
  /** Decisions about items of the list. */
  ReviewOrder: {
    /** Keep it, or let it go. */
    decision: "keep" | "let-go";
    /** Why, without any address: shown to whoever asks what is known of them. It stands in the proof, which a court reads, too. */
    reason: string;
    /** The items, as the list names them; a hold by its `case`, too. */
    items?: ({
      id: string;
      what: "unused" | "hold" | "restriction";
      case?: string;
      expects?: string;
    })[];
    /** Or all that are on the list now: consents that nothing was heard of since before a day, or the hold of that id with whomever it is, as an incident has it. */
    group?: {
      unusedBefore?: string;
      case?: string;
    };
    /** Of a group: where to go on. */
    cursor?: string;
    /** A hold or a restriction that is kept: by when somebody looks again. */
    reviewBy?: string;
    /** A restriction that is let go: the day on which you told the person that it ends. */
    informedOn?: string;
    /** Only say what would be done. */
    dryRun?: true;
  };
  /** What operators have to decide about, now or on a day to come. */
  Reviews: {
    site: string;
    /** The regular review that is under way, or was last; null where the site has none, or before the first. */
    round: {
      began: string;
      deleteBy: string;
    } | null;
    /** When the next regular review begins; null where the site has none. */
    nextRound: string | null;
    waiting: (Schemas['Waiting'])[];
    /** Send it back for the next page; missing on the last one. */
    cursor?: string;
  };
  /** A sign-up, as a website or its backend sends it. */
  SignUp: {
    /** The address as the person wrote it. */
    email: string;
    /** What the person ticked. At least one, unless there is an `asset`. */
    purposes?: (string)[];
    /** The language of the form, and so of mails and pages. Without it, the site’s first. */
    language?: string;
    /** Answers to the further questions of the site, by id. Empty ones are left out. */
    fields?: { [key: string]: string };
    /** The download that the person orders. */
    asset?: string;
    /** Hashes of the wordings that the form showed. Refused when one is not the current one: load them again then. */
    notices?: (string)[];
    /** The form: its `id` in the site’s configuration, by which sign-ups are counted, and the `url` of the page with it. Only the page’s address is kept, without the query. */
    form?: {
      id?: string;
      url?: string;
    };
    /** The solution of the challenge that a refusal with 428 carries: base64 of JSON, as ALTCHA’s widgets send it. */
    altcha?: string;
    /** Left empty by people, who do not see it. What is filled in by a program is answered as ever, and nothing follows. */
    topic?: string;
    /** Of whom a backend speaks: IP and user agent of its visitor. Needs the access token. */
    visitor?: {
      ip: string;
      userAgent?: string;
    };
    /** Where a backend asked, unless in a form for this alone. Needs the access token. */
    source?: "registration" | "account";
  };
  /** How many signed up, confirmed and left at a site. Nobody can be found in it. */
  SiteCounts: {
    site: string;
    /** By which days begin. */
    timeZone: string;
    asOf: string;
    from: string;
    to: string;
    each: "day" | "week" | "month";
    /** Who signed up on that day or later can still confirm: their rate is not final. */
    openFrom: string;
    /** In groups, numbers of old days that are smaller and not 0 are null, as the persons may be gone; so is the next larger one where that would be one alone. What counts all is never hidden. */
    hiddenBelow: number;
    all: {
      /** Of the whole time. */
      sum: {
        /** Who signed up in that time. */
        signUps: number | null;
        /** How many of these have confirmed until now. */
        confirmedOfThese: number | null;
        /** How long the one in the middle of these took to confirm, to two digits; null where nobody has. */
        medianSeconds: number | null;
        /** Who confirmed in that time, whenever they had signed up. */
        confirmations: number | null;
        /** Who withdrew what was in force, by whatever way but by reporting a mail as spam. */
        withdrawals: number | null;
        /** Who objected. */
        objections: number | null;
        /** What ended by itself: nobody answered, or its time was over. */
        expiries: number | null;
        /** To whom mail came back for good. */
        bounces: number | null;
        /** Who reported a mail as spam, which ends everything. */
        complaints: number | null;
      };
      /** Of as many days before. */
      previous?: {
        from: string;
        to: string;
        /** Who signed up in that time. */
        signUps: number | null;
        /** How many of these have confirmed until now. */
        confirmedOfThese: number | null;
        /** How long the one in the middle of these took to confirm, to two digits; null where nobody has. */
        medianSeconds: number | null;
        /** Who confirmed in that time, whenever they had signed up. */
        confirmations: number | null;
        /** Who withdrew what was in force, by whatever way but by reporting a mail as spam. */
        withdrawals: number | null;
        /** Who objected. */
        objections: number | null;
        /** What ended by itself: nobody answered, or its time was over. */
        expiries: number | null;
        /** To whom mail came back for good. */
        bounces: number | null;
        /** Who reported a mail as spam, which ends everything. */
        complaints: number | null;
        /** For how many it was in force at the end of that time; of all, and by purpose. Contracts count by purpose alone. */
        inForce?: number;
      };
      periods: ({
        from: string;
        to: string;
        /** Who signed up in that time. */
        signUps: number | null;
        /** How many of these have confirmed until now. */
        confirmedOfThese: number | null;
        /** How long the one in the middle of these took to confirm, to two digits; null where nobody has. */
        medianSeconds: number | null;
        /** Who confirmed in that time, whenever they had signed up. */
        confirmations: number | null;
        /** Who withdrew what was in force, by whatever way but by reporting a mail as spam. */
        withdrawals: number | null;
        /** Who objected. */
        objections: number | null;
        /** What ended by itself: nobody answered, or its time was over. */
        expiries: number | null;
        /** To whom mail came back for good. */
        bounces: number | null;
        /** Who reported a mail as spam, which ends everything. */
        complaints: number | null;
        /** For how many it was in force at the end of that time; of all, and by purpose. Contracts count by purpose alone. */
        inForce?: number;
      })[];
      /** For how many it was in force at the end of that time; of all, and by purpose. Contracts count by purpose alone. */
      inForce?: number;
    };
    groups?: ({
      /** The purpose, form or language; null: no form was named. */
      key: string | null;
      /** What the purpose or form is called. */
      name?: string;
      /** Of the whole time. */
      sum: {
        /** Who signed up in that time. */
        signUps: number | null;
        /** How many of these have confirmed until now. */
        confirmedOfThese: number | null;
        /** How long the one in the middle of these took to confirm, to two digits; null where nobody has. */
        medianSeconds: number | null;
        /** Who confirmed in that time, whenever they had signed up. */
        confirmations: number | null;
        /** Who withdrew what was in force, by whatever way but by reporting a mail as spam. */
        withdrawals: number | null;
        /** Who objected. */
        objections: number | null;
        /** What ended by itself: nobody answered, or its time was over. */
        expiries: number | null;
        /** To whom mail came back for good. */
        bounces: number | null;
        /** Who reported a mail as spam, which ends everything. */
        complaints: number | null;
      };
      /** Of as many days before. */
      previous?: {
        from: string;
        to: string;
        /** Who signed up in that time. */
        signUps: number | null;
        /** How many of these have confirmed until now. */
        confirmedOfThese: number | null;
        /** How long the one in the middle of these took to confirm, to two digits; null where nobody has. */
        medianSeconds: number | null;
        /** Who confirmed in that time, whenever they had signed up. */
        confirmations: number | null;
        /** Who withdrew what was in force, by whatever way but by reporting a mail as spam. */
        withdrawals: number | null;
        /** Who objected. */
        objections: number | null;
        /** What ended by itself: nobody answered, or its time was over. */
        expiries: number | null;
        /** To whom mail came back for good. */
        bounces: number | null;
        /** Who reported a mail as spam, which ends everything. */
        complaints: number | null;
        /** For how many it was in force at the end of that time; of all, and by purpose. Contracts count by purpose alone. */
        inForce?: number;
      };
      periods: ({
        from: string;
        to: string;
        /** Who signed up in that time. */
        signUps: number | null;
        /** How many of these have confirmed until now. */
        confirmedOfThese: number | null;
        /** How long the one in the middle of these took to confirm, to two digits; null where nobody has. */
        medianSeconds: number | null;
        /** Who confirmed in that time, whenever they had signed up. */
        confirmations: number | null;
        /** Who withdrew what was in force, by whatever way but by reporting a mail as spam. */
        withdrawals: number | null;
        /** Who objected. */
        objections: number | null;
        /** What ended by itself: nobody answered, or its time was over. */
        expiries: number | null;
        /** To whom mail came back for good. */
        bounces: number | null;
        /** Who reported a mail as spam, which ends everything. */
        complaints: number | null;
        /** For how many it was in force at the end of that time; of all, and by purpose. Contracts count by purpose alone. */
        inForce?: number;
      })[];
      /** For how many it was in force at the end of that time; of all, and by purpose. Contracts count by purpose alone. */
      inForce?: number;
    })[];
  };
  /** Where a purpose stands. The names are those of the W3C Data Privacy Vocabulary where it has one. */
  Status: "ConsentRequested" | "ConsentGiven" | "RenewedConsentGiven" | "ConsentWithdrawn" | "ConsentExpired" | "ConsentRefused" | "LegitimateInterestRecorded" | "ObjectionRecorded" | "ContractRecorded" | "ContractEnded";
  /** A step that was taken, or that would be. */
  Step: {
    type: Schemas['StepType'];
    at: string;
    /** The sign-up that it is about; missing where it is about the person as a whole. */
    recordId?: string;
    purposes: (string)[];
    /** What else the step says about itself, such as by which way it came. Nothing personal. */
    facts: { [key: string]: unknown };
    /** Its place in the person’s history; missing in a dry run. */
    seq?: number;
    /** The hash of its entry; missing in a dry run. */
    hash?: string;
  };
  /** What kind of step an entry of the ledger is. The names are those of the W3C Data Privacy Vocabulary where it has one. */
  StepType: "ConsentRequested" | "MailSent" | "ConsentGiven" | "RenewedConsentGiven" | "ConsentWithdrawn" | "EvidenceDisclosed" | "ConsentRecorded" | "LegitimateInterestRecorded" | "ObjectionRecorded" | "ConsentLapsed" | "ActivityReported" | "IdentityRectified" | "ProcessingRestricted" | "RestrictionLifted" | "HoldPlaced" | "HoldLifted" | "DataErased" | "AccessGiven" | "ContractRecorded" | "ContractEnded" | "MailBounced" | "MailReceived" | "CaseClosed" | "LanguageChosen" | "ProcessorInformed" | "DeletionConfirmed" | "ConsentRefused" | "RightRequested" | "ObjectionRaised" | "ObjectionDecided" | "KeptOnReview" | "RequestReceived" | "RequestNoted" | "PersonInformed";
  /** Something of a person that an operator has to decide about. */
  Waiting: {
    /** The person, by the id that evidence names. */
    id: string;
    /** Unused consents, a hold, a restriction, or an objection that is weighed: `subjects/weighings` decides that. */
    what: "unused" | "hold" | "restriction" | "weighing";
    /** The id of the hold. */
    case?: string;
    /** The hash of the person’s last entry: send it as `expects`, and nothing is done if anything moved. */
    head: string;
    /** Since when nothing was heard of the person, or it is held, restricted or weighed. */
    since: string;
    /** Whether it is to be decided now; false where its day of review has yet to come. */
    isDue: boolean;
    /** The consents that are unused, or what is weighed. */
    purposes?: (string)[];
    /** Unused consents go on this day, unless somebody decides before. */
    deleteBy?: string;
    /** What the operator calls the dispute, while that is kept. */
    label?: string | null;
    /** By when somebody looks whether the hold or the restriction is still needed, or the person has an answer. */
    reviewBy?: string;
    /** The places of the steps whose connection data alone a hold keeps; missing: everything. */
    connections?: (number)[];
  };
  /** An objection that is to be weighed, or was. */
  WeighingOrder: {
    /** The address, in whatever spelling. */
    email?: string;
    /** Or the id by which a list names the person: one of the two. */
    id?: string;
    /** Why, without any address. With a `decision` these are the grounds that the person is told. It stands in the proof, which a court reads, too. */
    reason: string;
    /** Only say what would be done. */
    dryRun?: true;
    /** The `head` of the preview that you saw, or null where it has none. If the history moved since, nothing is done, and the answer is 409 `changed-meanwhile` with the fresh `preview`. Left out, it is done whatever there is now. */
    expects?: string | null;
    /** The request that it is done for, by its id. */
    forCase?: string;
    /** How you made sure that the person asks for it (Art. 12(6) GDPR). */
    identity?: "reply-to-address" | "known-address" | "document" | "lawyer";
    /** By which way the person told us. */
    via?: "e-mail" | "letter" | "phone" | "in-person";
    /** The day on which it arrived. */
    receivedOn?: string;
    /** What for; without it, everything, or all that is weighed. */
    purposes?: (string)[];
    /** What came of it; without it, the weighing begins. */
    decision?: "upheld" | "refused";
  };
  /** A withdrawal that an operator was told. */
  WithdrawalOrder: {
    /** The address, in whatever spelling. */
    email?: string;
    /** Or the id by which a list names the person: one of the two. */
    id?: string;
    /** Why, without any address: it outlives what it is about. It stands in the proof, which a court reads, too. */
    reason: string;
    /** Only say what would be done. */
    dryRun?: true;
    /** The `head` of the preview that you saw, or null where it has none. If the history moved since, nothing is done, and the answer is 409 `changed-meanwhile` with the fresh `preview`. Left out, it is done whatever there is now. */
    expects?: string | null;
    /** The request that it is done for, by its id. */
    forCase?: string;
    /** How you made sure that the person asks for it (Art. 12(6) GDPR). */
    identity?: "reply-to-address" | "known-address" | "document" | "lawyer";
    /** By which way the person told us. */
    via: "e-mail" | "letter" | "phone" | "in-person";
    /** The day on which it arrived. */
    receivedOn: string;
    /** What for; without it, everything. */
    purposes?: (string)[];
  };
  /** What waits for operators, list by list. */
  Worklists: {
    site: string;
    asOf: string;
    lists: ({
      /** Which list. */
      list: "requests" | "mails" | "weighings" | "review" | "holds" | "restrictions" | "deliveries" | "deletions";
      /** How many wait. */
      open: number;
      /** Those of them whose day is over. */
      overdue: number;
      /** The next day of the others. */
      nextDue?: string;
      /** There may be more than were counted. */
      areMore?: true;
    })[];
  };
}

/** What each operation is sent and answers, as JSON. */
export interface Operations {
  getNotices: {
    answers: {
      200: Schemas['Notices'];
    };
  };
  signUp: {
    sent: Schemas['SignUp'];
    answers: {
      202: Schemas['Pending'];
    };
  };
  showSignUpSent: {
    answers: {};
  };
  getForm: {
    answers: {};
  };
  getPermissions: {
    sent: Schemas['Person'];
    answers: {
      200: Schemas['Permissions'];
    };
  };
  getAudience: {
    answers: {
      200: Schemas['Audience'];
    };
  };
  getAudienceSummary: {
    answers: {
      200: Schemas['AudienceSummary'];
    };
  };
  listLeavers: {
    answers: {
      200: Schemas['Leavers'];
    };
  };
  listAddresses: {
    sent: Schemas['AddressesRequest'];
    answers: {
      200: Schemas['Addresses'];
    };
  };
  getLinks: {
    sent: Schemas['LinksOrder'];
    answers: {
      200: Schemas['Links'];
    };
  };
  getChanges: {
    answers: {
      200: Schemas['Changes'];
    };
  };
  getCounts: {
    answers: {
      200: Schemas['SiteCounts'];
    };
  };
  reportActivity: {
    sent: Schemas['ActivityReport'];
    answers: {
      200: Schemas['Counts'];
    };
  };
  reportFeedback: {
    sent: Schemas['FeedbackReport'];
    answers: {
      200: Schemas['Counts'];
    };
  };
  hearMailService: {
    answers: {};
  };
  greetProcessor: {
    answers: {};
  };
  hearProcessor: {
    answers: {};
  };
  recordConsent: {
    sent: Schemas['ConsentReport'];
    answers: {
      200: Schemas['Recorded'];
      201: Schemas['Recorded'];
    };
  };
  recordOptOut: {
    sent: Schemas['OptOutReport'];
    answers: {
      200: Schemas['OptOut'];
    };
  };
  importRows: {
    sent: Schemas['Import'];
    answers: {
      200: Schemas['Imported'];
    };
  };
  endContract: {
    sent: Schemas['ContractEndReport'];
    answers: {
      200: Schemas['ContractEnd'];
    };
  };
  getMe: {
    answers: {
      200: Schemas['Me'];
    };
  };
  lookUp: {
    sent: Schemas['LookUpOrder'];
    answers: {
      200: Schemas['LookUp'];
    };
  };
  listFetches: {
    answers: {
      200: Schemas['Fetches'];
    };
  };
  getJournal: {
    answers: {
      200: Schemas['Journal'];
    };
  };
  listProcessors: {
    answers: {
      200: Schemas['Processors'];
    };
  };
  getRegister: {
    answers: {
      200: Schemas['Register'];
    };
  };
  sendConfirmation: {
    sent: Schemas['ConfirmationOrder'];
    answers: {
      200: Schemas['ConfirmationSent'];
    };
  };
  getEvidence: {
    sent: Schemas['EvidenceOrder'];
    answers: {
      200: Schemas['EvidenceBundle'];
    };
  };
  giveAccess: {
    sent: Schemas['AccessOrder'];
    answers: {
      200: Schemas['AccessAnswer'];
    };
  };
  withdraw: {
    sent: Schemas['WithdrawalOrder'];
    answers: {
      200: Schemas['Order'];
    };
  };
  object: {
    sent: Schemas['ObjectionOrder'];
    answers: {
      200: Schemas['Order'];
    };
  };
  weigh: {
    sent: Schemas['WeighingOrder'];
    answers: {
      200: Schemas['Order'];
    };
  };
  restrict: {
    sent: Schemas['RestrictionOrder'];
    answers: {
      200: Schemas['Order'];
    };
  };
  hold: {
    sent: Schemas['HoldOrder'];
    answers: {
      200: Schemas['Order'];
    };
  };
  holdConnections: {
    sent: Schemas['ConnectionsOrder'];
    answers: {
      200: Schemas['ConnectionsHeld'];
    };
  };
  erase: {
    sent: Schemas['ErasureRequest'];
    answers: {
      200: Schemas['ErasureOrder'];
    };
  };
  rectify: {
    sent: Schemas['RectificationRequest'];
    answers: {
      200: Schemas['RectificationOrder'];
    };
  };
  writeLetter: {
    sent: Schemas['LetterOrder'];
    answers: {};
  };
  listCases: {
    answers: {
      200: Schemas['Cases'];
    };
  };
  openCase: {
    sent: Schemas['RequestOrder'];
    answers: {
      201: Schemas['Request'];
    };
  };
  readCase: {
    sent: Schemas['CaseReading'];
    answers: {
      200: Schemas['Case'];
    };
  };
  closeCase: {
    sent: Schemas['CaseClosing'];
    answers: {
      200: Schemas['ClosedCase'];
    };
  };
  reopenCase: {
    sent: Schemas['CaseReopening'];
    answers: {
      200: Schemas['Request'];
    };
  };
  extendCase: {
    sent: Schemas['CaseExtension'];
    answers: {
      200: Schemas['Request'];
    };
  };
  checkIdentity: {
    sent: Schemas['IdentityCheck'];
    answers: {
      200: Schemas['Request'];
    };
  };
  getWorklists: {
    answers: {
      200: Schemas['Worklists'];
    };
  };
  listReviews: {
    answers: {
      200: Schemas['Reviews'];
    };
  };
  decideReviews: {
    sent: Schemas['ReviewOrder'];
    answers: {
      200: Schemas['ReviewDecisions'];
    };
  };
  announce: {
    sent: Schemas['AnnouncementOrder'];
    answers: {
      200: Schemas['Announcement'];
    };
  };
  listDeletions: {
    answers: {
      200: Schemas['Deletions'];
    };
  };
  confirmDeletion: {
    sent: Schemas['DeletionReport'];
    answers: {
      200: Schemas['Deletion'];
    };
  };
  noteDeletion: {
    sent: Schemas['NotedDeletionReport'];
    answers: {
      200: Schemas['NotedDeletion'];
    };
  };
  listDeliveries: {
    answers: {
      200: Schemas['Deliveries'];
    };
  };
  retryDeliveries: {
    sent: Schemas['RetryOrder'];
    answers: {
      200: Schemas['Retried'];
    };
  };
  getBrake: {
    answers: {
      200: Schemas['Brake'];
    };
  };
  releaseBrake: {
    answers: {
      200: Schemas['BrakeRelease'];
    };
  };
  reportLeaving: {
    sent: Schemas['LeavingReport'];
    answers: {
      200: Schemas['Counts'];
    };
  };
  showConfirmation: {
    answers: {};
  };
  confirm: {
    answers: {};
  };
  showUnsubscribe: {
    answers: {};
  };
  unsubscribe: {
    answers: {};
  };
  showPreferences: {
    answers: {};
  };
  changePreferences: {
    answers: {};
  };
  showKeep: {
    answers: {};
  };
  keep: {
    answers: {};
  };
  getAsset: {
    answers: {};
  };
  getReceipt: {
    answers: {
      200: Schemas['Receipt'];
    };
  };
  getCheckpoint: {
    answers: {};
  };
  getLogKeys: {
    answers: {};
  };
  getTile: {
    answers: {};
  };
  showVerifier: {
    answers: {};
  };
  showConsole: {
    answers: {};
  };
  showConsolePage: {
    answers: {};
  };
}
