// Written by `npm run openapi` from docs/openapi.json.

export interface paths {
    "/v1/sites/{site}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What to show in the form
         * @description The wording for each purpose and download, with version and hash. What a form shows has to be this, word for word: it is what the person consents to. May be kept for a minute, and read from any page (CORS).
         */
        get: operations["getNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sites/{site}/signups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign up
         * @description Asks the address by mail to confirm. Nothing is in force before the person presses the button behind the link in that mail. The answer is the same, and takes as long, whether or not the address is known; an address gets a few such mails a day at most, and none for a request that was just made.
         *
         *     A browser may post from the origins of the site (CORS). A backend may send its access token to say who its visitor is.
         */
        post: operations["signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sites/{site}/signups/sent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where a plain form ends up
         * @description The page that tells the person to look into their inbox.
         */
        get: operations["showSignUpSent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/form.js": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The script that puts a sign-up form on a page
         * @description `<script src="https://consent.example.com/v1/form.js" data-site="demo"></script>`: websites.md says what else it takes.
         */
        get: operations["getForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sites/{site}/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * May we write to this address, exactly now?
         * @description Purpose by purpose, read from the ledger itself: a withdrawal of a moment ago is in it. An address that nobody knows may be written to for nothing but what a contract needs. POST, as the address is in the body; nothing is changed.
         */
        post: operations["getPermissions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sites/{site}/purposes/{purpose}/audience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All whom we may write to for a purpose
         * @description Page by page: send `cursor` back until none comes. As JSON, or a line for each (`Accept: application/x-ndjson`). With each person come the links and headers for the mail, and whether opens and clicks may be measured. Who fetched how many is written down. Lags the ledger by seconds; `asOf` says up to when every step is in it. Who joins or leaves while you page may be on it or not; nobody else is missed and nobody comes twice.
         */
        get: operations["getAudience"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sites/{site}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * For a list of your own: who may be mailed, and the links for the mails
         * @description Read from the ledger itself, so exact at this moment, in the order of the list. Who may not be mailed has no links. Who fetched how many is written down.
         */
        post: operations["getLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sites/{site}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whom something changed for since last time
         * @description To stay in step by asking again and again. Take a cursor first (without one, nothing but a cursor comes), then fetch the audience, then the changes since the cursor, and keep each new cursor. Each person comes as they stand now; applying a change twice does no harm. Served after ten seconds, kept for 35 days. Who fetched how many is written down.
         */
        get: operations["getChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sites/{site}/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say who reads it
         * @description Sites may ask whoever shows no sign of life for long, and end what is not answered; who is reported here is not asked. Only what may be known may be reported: opens and clicks of people who consented to that. Harmless to repeat; addresses that nobody knows are passed over.
         */
        post: operations["reportActivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sites/{site}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report bounces and complaints
         * @description From a tool that mails for the controller. A permanent bounce ends mails to the address until it confirms again; a complaint withdraws everything; a transient bounce is counted. Addresses that nobody knows are passed over. Harmless to repeat.
         */
        post: operations["reportFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feedback/ses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What Amazon SES tells of our own mails
         * @description Amazon SNS calls here. Its signature is checked, and that it is the deployment’s own topic; whatever is not certainly from there changes nothing.
         */
        post: operations["hearMailService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sites/{site}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a consent that was given elsewhere
         * @description With its wording and source, and clearly weaker in the evidence than one confirmed here; or an existing customer on legitimate interest. Never overrides a withdrawal, an objection, a restriction or an erasure. Files: `npm run cli -- import`.
         */
        post: operations["recordConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sites/{site}/contracts/ended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a contract has ended
         * @description What was kept for it goes in its time from then on. That there is one, `recordConsent` takes, for purposes that rest on a contract. Harmless to repeat.
         */
        post: operations["endContract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sites/{site}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Everything about a person, and the proof of it
         * @description Which form it comes in, `Accept` says: JSON for verifiers, JSON-LD (ISO/IEC TS 27560), a PDF/A dossier to put on the table, CSV. Who read it, and why, is written down first and is part of the file. May take up to six seconds, as it waits for the log. What the file can show: evidence-format.md.
         */
        post: operations["getEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sites/{site}/subjects/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What is kept about a person, for the person
         * @description The report that Art. 15 GDPR asks for, as JSON or PDF; with `portable` what the person provided (Art. 20), as JSON or CSV: `Accept` says which. That they were told is written down. What is in it: access-format.md.
         */
        post: operations["giveAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sites/{site}/subjects/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Carry out a withdrawal that arrived by phone, letter or e-mail
         * @description Ends the purposes in every record of the person, also where they still wait to be confirmed. Harmless to repeat.
         */
        post: operations["withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sites/{site}/subjects/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record an objection (Art. 21 GDPR)
         * @description Also from somebody of whom nothing is known. Only the person’s own confirmation of a later sign-up takes it back. Harmless to repeat.
         */
        post: operations["object"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sites/{site}/subjects/restrictions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restrict what there is (Art. 18 GDPR), or lift that
         * @description What is restricted is kept and used for nothing else: nobody is mailed by it. Harmless to repeat.
         */
        post: operations["restrict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sites/{site}/subjects/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep what a dispute needs past its end, or lift that
         * @description By the operator’s name for the dispute. Lifted, the normal end applies at once. Harmless to repeat.
         */
        post: operations["hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sites/{site}/subjects/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase what is personal (Art. 17 GDPR)
         * @description Ends what is in force; then address, name, IP and mails go with the answer. Where a hold or a duty to keep proof stands against it, the answer says which and until when, and what it covers is restricted instead. Harmless to repeat.
         */
        post: operations["erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sites/{site}/subjects/rectifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put name, fields or address right (Art. 16 GDPR)
         * @description The old answers stay as proof and are used no more. Another address is asked by mail to confirm; once it has, it takes over, and old links go on working. Harmless to repeat.
         */
        post: operations["rectify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sites/{site}/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mails that somebody has to read
         * @description What people write to us is carried out where it is certain what they want and who they are; everything else becomes a case.
         */
        get: operations["listCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sites/{site}/cases/{case}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read one of them
         * @description POST, as it is written down first who reads it and why.
         */
        post: operations["readCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sites/{site}/cases/{case}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what came of it
         * @description A withdrawal or an objection is carried out with it. Interrupted, it can be closed once more.
         */
        post: operations["closeCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sites/{site}/announcements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell everybody that the privacy notice changes
         * @description Mails the people whose consent is in force, 25 at each call: send `cursor` back until none comes. Nobody is told twice of the same version, so an interrupted announcement is simply begun again. `npm run cli -- announce` does all of it.
         */
        post: operations["announce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sites/{site}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What processors were not told yet
         * @description Those who mail for the controller are told of each change by signed webhooks (processors.md). What does not arrive is tried for three days, and listed here with the reason.
         */
        get: operations["listDeliveries"];
        put?: never;
        /**
         * Try again to tell processors
         * @description A few at each call: send `cursor` back until none comes. `npm run cli -- deliveries` does all of it.
         */
        post: operations["retryDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sites/{site}/deletions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm that somebody was deleted
         * @description For processors that were told `deletion.requested` and could not say so in their answer (processors.md). Becomes part of the person’s record. Harmless to repeat.
         */
        post: operations["confirmDeletion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/confirm/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The page with the button that confirms
         * @description Says what is asked for, word for word. Fetching it changes nothing, as mail scanners fetch every link.
         */
        get: operations["showConfirmation"];
        put?: never;
        /**
         * Press the button that confirms
         * @description The person’s consent: from now on it is in force. Pressing again changes nothing. The button sends nothing along.
         */
        post: operations["confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unsubscribe/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The page with the button that withdraws
         * @description Fetching it changes nothing.
         */
        get: operations["showUnsubscribe"];
        put?: never;
        /**
         * Withdraw: by the button, or by one click in a mail program
         * @description Takes effect with its answer, works for years, and may be repeated. With the body of RFC 8058 the answer is a line of text; without it, a page. Whatever the body is: who has the link may withdraw.
         */
        post: operations["unsubscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/preferences/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the person gets, with the buttons to change it
         * @description Where every mail’s “preferences” link leads. Fetching it changes nothing.
         */
        get: operations["showPreferences"];
        put?: never;
        /**
         * Press one of the buttons
         * @description What is unticked ends at once. What is newly ticked is asked for by mail, and begins once that is confirmed.
         */
        post: operations["changePreferences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/keep/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The page that asks whether to go on
         * @description Where the mail leads that asks after a long time without a sign of life. Fetching it changes nothing.
         */
        get: operations["showKeep"];
        put?: never;
        /**
         * Press the button: “yes, I still want it”
         * @description A sign of life: nobody asks again for as long as the site waits. The button sends nothing along.
         */
        post: operations["keep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assets/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The download that was ordered and confirmed
         * @description The link comes by mail once the order was confirmed, and works for as long as the order is kept.
         */
        get: operations["getAsset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receipts/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The person’s own receipt of a confirmation
         * @description With its place in the log, so that the person can show what they confirmed. The page after confirming links to it.
         */
        get: operations["getReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Size and root of the log, signed
         * @description A C2SP tlog-checkpoint. May be kept for a few seconds, and read from any page (CORS).
         */
        get: operations["getCheckpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The keys that ever signed checkpoints
         * @description Verifier keys (C2SP signed-note), one a line, the oldest first. May be kept for a few seconds, and read from any page (CORS).
         */
        get: operations["getLogKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log/tile/{tile}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A tile of the log
         * @description C2SP tlog-tiles: up to 256 hashes of the tree, or with the level `entries` the hashes of the ledger’s entries, which name nobody. A tile never changes, so it may be kept for ever.
         */
        get: operations["getTile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page that checks evidence files in the browser
         * @description Nothing is uploaded. The page works from disk, too.
         */
        get: operations["showVerifier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The report; or, as they were asked for, what is portable, or a dry run. */
        AccessAnswer: components["schemas"]["AccessReport"] | components["schemas"]["PortableData"] | components["schemas"]["AccessPreview"];
        /** @description Who is told what there is about them. */
        AccessOrder: {
            /** @description The address, in whatever spelling. */
            email: string;
            /** @description Why the person is told. Becomes part of their record. */
            reason: string;
            /**
             * @description Of the report. Without it, the person’s own.
             * @enum {string}
             */
            language?: "de" | "en";
            /**
             * @description What the person provided, to take along (Art. 20), in place of the report (Art. 15).
             * @constant
             */
            portable?: true;
            /**
             * @description Only say how much would be given.
             * @constant
             */
            dryRun?: true;
        };
        /** @description What would be given, in numbers; nothing was given or written. */
        AccessPreview: {
            site: string;
            /** @constant */
            dryRun: true;
            held: boolean;
            /** @enum {string} */
            language: "de" | "en";
            /** @description How much would be given. */
            counts: {
                [key: string]: unknown;
            };
            done: {
                type: components["schemas"]["StepType"];
                /** Format: date-time */
                at: string;
                purposes: string[];
                /** @description What else the step says about itself, such as by which way it came. Nothing personal. */
                facts: {
                    [key: string]: unknown;
                };
            }[];
        };
        /** @description Everything that Art. 15 GDPR lists, for the person; access-format.md describes it. */
        AccessReport: {
            format: string;
            site: string;
            subject: string;
            /** @enum {string} */
            language: "de" | "en";
            /** Format: date-time */
            at: string;
            email: string;
            /** @description Whether there is anything about this address. */
            held: boolean;
            scope: string;
            controller: {
                [key: string]: unknown;
            };
            dataProtectionOfficer: {
                name: string;
                email: string;
            } | null;
            records: {
                recordId: string;
                /** @enum {string} */
                origin: "person" | "website" | "import" | "operator" | "system";
                /** Format: date-time */
                requestedAt: string;
                confirmedAt: string | null;
                purposes: {
                    id: string;
                    name: string;
                    /** @enum {string} */
                    legalBasis: "consent" | "contract" | "legitimate-interest";
                    legalBasisText: string;
                    status: components["schemas"]["Status"];
                    statusText: string;
                    /** Format: date-time */
                    since: string;
                    /** @description What the person was shown; null where the ledger never held it. */
                    wording: {
                        version: string;
                        /** @enum {string} */
                        language: "de" | "en";
                        text: string;
                        hash: string;
                    } | null;
                }[];
                order: {
                    id: string;
                    title: string;
                    wording: {
                        version: string;
                        /** @enum {string} */
                        language: "de" | "en";
                        text: string;
                        hash: string;
                    } | null;
                } | null;
                storage: {
                    rule: string;
                    /** @description When it is deleted; null while that depends on what is yet to happen. */
                    until: string | null;
                };
            }[];
            furtherPurposes: string[];
            standing: {
                [key: string]: unknown;
            };
            data: {
                category: string;
                /** @description The step in `history` that it belongs to. */
                step: number | null;
                /** @enum {string} */
                origin: "person" | "website" | "import" | "operator" | "system";
                originText: string;
                /** @description When it is deleted; null while that depends on what is yet to happen. */
                until: string | null;
                /** @description Word for word. */
                data: {
                    [key: string]: unknown;
                };
            }[];
            history: {
                step: number;
                /** Format: date-time */
                at: string;
                type: components["schemas"]["StepType"];
                text: string;
                by: string;
                /** @enum {string} */
                origin: "person" | "website" | "import" | "operator" | "system";
                originText: string;
                recordId: string | null;
                language: ("de" | "en") | null;
                purposes: string[];
                asset: string | null;
                /** @description What else the step says about itself, such as by which way it came. Nothing personal. */
                facts: {
                    [key: string]: unknown;
                };
                /** @description Categories of data that belonged to it and are kept no longer. */
                gone: string[];
                /** @description When it is deleted; null while that depends on what is yet to happen. */
                until: string | null;
            }[];
            recipients: {
                name: string;
                address: string;
                country: string;
                role: string;
                task: string;
                /** @description By their names. */
                purposes: string[];
            }[];
            location: string;
            readings: {
                /** Format: date-time */
                at: string;
                type: components["schemas"]["StepType"];
                text: string;
                role: string;
                reason: string | null;
            }[];
            storage: string[];
            rights: {
                article: string;
                name: string;
                text: string;
            }[];
            howToUseRights: string;
            complaint: {
                name: string;
                url: string;
                text: string;
            };
            automatedDecisions: {
                /** @constant */
                exist: false;
                /** @constant */
                profiling: false;
                text: string;
            };
        };
        /** @description Who used what they had signed up for, or was mailed. */
        ActivityReport: {
            /** @description The addresses, up to 200 at once. */
            emails: string[];
            /**
             * @description `used`: a sign of life, such as a click or an order. `mailed`: a mail went out.
             * @default used
             * @enum {string}
             */
            what?: "used" | "mailed";
            /**
             * Format: date-time
             * @description When; without it, now.
             */
            at?: string;
            /** @description What it was about, where it was about one purpose. */
            purpose?: string;
        };
        /** @description How far an announcement is. */
        Announcement: {
            privacyNotice: {
                /** Format: uri */
                url: string;
                version: string;
                /** Format: date */
                date: string;
            };
            dryRun: boolean;
            /** @description How many were told now, or would be. */
            told: number;
            /** @description How many had been told of this version before. */
            toldBefore: number;
            /** @description How many have no address any more. */
            unreachable: number;
            /** @description Send it back to go on; missing when everybody was told. */
            cursor?: string;
        };
        /** @description Which privacy notice to tell of. */
        AnnouncementOrder: {
            /** @description Its version, as the site’s configuration has it. */
            privacyNotice: string;
            /**
             * @description Only say how many would be told.
             * @default false
             */
            dryRun?: boolean;
            /** @description Where to go on: that of the answer before. */
            cursor?: string;
        };
        /** @description A page of those who may be mailed for a purpose. */
        Audience: {
            site: string;
            purpose: string;
            /** @description The list reflects every step up to then, and perhaps later ones. */
            asOf: string | null;
            recipients: components["schemas"]["Recipient"][];
            /** @description Send it back for the next page; missing on the last one. */
            cursor?: string;
        };
        /** @description A mail that somebody has to read. */
        Case: {
            site: string;
            case: string;
            /** Format: date-time */
            since: string;
            /** @description What the mail was taken for, and why it was not carried out. */
            reading: string | null;
            /** @description By what it is certain who wrote, if it is. */
            provenBy: string | null;
            /** @description Null where it was deleted or erased. */
            mail: {
                from: string | null;
                subject: string;
                writtenAt: string | null;
                text: string;
                attachments: string[];
                /** @description The mail itself, MIME. */
                raw: string;
            } | null;
        };
        /** @description What came of a mail. */
        CaseClosing: {
            /** @description Why, without any address. Becomes part of the person’s record. */
            reason: string;
            /**
             * @description A withdrawal or an objection is carried out, in the person’s name.
             * @enum {string}
             */
            outcome: "withdrawal" | "objection" | "answered" | "nothing";
        };
        /** @description Why somebody reads a mail. */
        CaseReading: {
            /** @description Why, without any address. Becomes part of the person’s record. */
            reason: string;
        };
        /** @description Mails of people that somebody has to read, the oldest first. */
        Cases: {
            site: string;
            cases: {
                case: string;
                /** Format: date-time */
                since: string;
            }[];
        };
        /** @description That something changed for a person, and where they stand now. */
        Change: {
            /** @description The person, by an id that stays the same at this site. */
            id: string;
            /**
             * @description What happened, in a word. Where the person stands now is in the rest, and that is what counts.
             * @enum {string}
             */
            change: "given" | "withdrawn" | "ended" | "rectified" | "restricted" | "unrestricted" | "undeliverable" | "language" | "erased";
            /** Format: date-time */
            at: string;
            /** @description As long as it is kept; missing after an erasure. */
            email?: string;
            /** @description What else the person said in the form. */
            fields?: {
                [key: string]: string;
            };
            /** @enum {string} */
            language?: "de" | "en";
            /** @description Whether opens and clicks of this person may be measured. */
            mayMeasure: boolean;
            /**
             * Format: uri
             * @description Where the person sees and changes what they get.
             */
            preferencesUrl?: string;
            /**
             * Format: uri
             * @description Switches off that opens and clicks are measured; missing where they may not be.
             */
            analysisUrl?: string;
            /** @description Every purpose of the site, by id. */
            purposes: {
                [key: string]: {
                    allowed: boolean;
                    /** Format: date-time */
                    since?: string;
                    /**
                     * Format: uri
                     * @description Ends this purpose; missing where a contract needs the mail.
                     */
                    unsubscribeUrl?: string;
                    /** @description To be sent along as they are, under the DKIM signature (RFC 8058). */
                    headers?: {
                        "List-Unsubscribe": string;
                        "List-Unsubscribe-Post": string;
                    };
                };
            };
        };
        /** @description Whom something changed for. */
        Changes: {
            site: string;
            /** @description In the order in which they are to be applied. */
            changes: components["schemas"]["Change"][];
            /** @description Where to go on, now or next time. */
            cursor: string;
            /** @description Whether there is more already. */
            more: boolean;
        };
        /** @description What came of a mail. */
        ClosedCase: {
            site: string;
            case: string;
            outcome: string;
            done: components["schemas"]["Step"][];
        };
        /** @description A consent that was given elsewhere, with whatever proof there is. */
        ConsentReport: {
            /** @description The address. */
            email: string;
            /** @description What for. All of the same legal basis. */
            purposes: string[];
            /** @description The language of pages and mails. Without it, the wording’s. */
            language?: string;
            /** @description Hashes of the wordings that were shown, one for each purpose; or else `version`. */
            notices?: string[];
            /** @description The version of the wordings that were shown. */
            version?: string;
            /**
             * @description Where the consent was given.
             * @enum {string}
             */
            source?: "registration" | "account" | "single-opt-in" | "import";
            /**
             * Format: date-time
             * @description When it was given. May be left out only by an import that does not know.
             */
            givenAt?: string;
            /**
             * @description An import: that the source had it confirmed by mail.
             * @default false
             */
            doubleOptIn?: boolean;
            /** @description From where it was given, as far as that is known. */
            visitor?: {
                ip: string;
                userAgent?: string;
            };
            /**
             * @description Answers to the further questions of the site, by id.
             * @default {}
             */
            fields?: {
                [key: string]: string;
            };
            /** @description Where it comes from, in words. */
            note?: string;
            /** @description What the source calls it. Reported again by the same name, it is the same record. */
            reference?: string;
            /**
             * @description Only say what would become of it.
             * @default false
             */
            dryRun?: boolean;
        };
        /** @description What became of the end of a contract. */
        ContractEnd: {
            /**
             * @description Whether something ended now.
             * @enum {string}
             */
            status: "ended" | "nothing-to-end";
            /** @description What ended. */
            purposes: string[];
        };
        /** @description That a person’s contract has ended. */
        ContractEndReport: {
            /** @description The address. */
            email: string;
            /**
             * @description What the contract needed mail for; without it, everything that was recorded.
             * @default []
             */
            purposes?: string[];
            /**
             * Format: date
             * @description The day on which it ended; without it, today.
             */
            endedOn?: string;
        };
        /** @description How much of a report was written down. Does not say whom. */
        Counts: {
            /** @description How many addresses were named, each counted once. */
            reported: number;
            /** @description For how many of them something was written down. */
            recorded: number;
        };
        /** @description That a processor’s word of a deletion is on record. */
        Deletion: {
            site: string;
            id: string;
            processor: string;
            /** @constant */
            status: "confirmed";
        };
        /** @description Whom a processor has deleted. */
        DeletionReport: {
            /** @description The person, as the processor was told them. */
            id: string;
            /** @description Which processor, by its id in the site’s configuration. */
            processor: string;
        };
        /** @description What processors could not be told yet, and why. */
        Deliveries: {
            site: string;
            deliveries: {
                /** @description The person, by the id that the processor knows. */
                id: string;
                processor: string;
                /** Format: date-time */
                since: string;
                attempts: number;
                /** Format: date-time */
                triedAt: string;
                /** @description Why it did not work, in a word. */
                failure: string;
                /** @description What the processor answered, if it did. */
                status?: number;
            }[];
            /** @description Send it back for the next page; missing on the last one. */
            cursor?: string;
        };
        /** @description What an erasure came to. */
        ErasureOrder: {
            site: string;
            /** @description Whether nothing was written. */
            dryRun: boolean;
            /** @description What was done. Nothing where all of it had been done before. */
            done: components["schemas"]["Step"][];
            /** @description What holds for the person from now on. */
            now: {
                purposes: components["schemas"]["Permission"][];
                /** @description Since when the data may be kept and used for nothing else (Art. 18 GDPR). */
                restrictedSince: string | null;
                holds: components["schemas"]["Hold"][];
                /** @description Purposes that the person objected to (Art. 21 GDPR). */
                objections: string[];
                erasedAt: string | null;
                /** @description Whether an import may not bring the person back. */
                suppressed: boolean;
                /** @description Each sign-up, and until when it is kept as far as that is known: not while something is in force or held. */
                records: {
                    recordId: string;
                    keptUntil: string | null;
                }[];
            };
            erasure: {
                /** @description How many pieces of personal data went, by class. */
                parts: {
                    [key: string]: number;
                };
                /** @description What stands against erasing: a hold, a duty to keep proof, or a contract. What it covers is restricted instead, until then. */
                against: ({
                    /** @constant */
                    kind: "hold";
                    case: string;
                    /** Format: date */
                    reviewBy: string;
                } | {
                    /** @constant */
                    kind: "duty";
                    recordId: string;
                    /** Format: date-time */
                    until: string;
                } | {
                    /** @constant */
                    kind: "contract";
                    recordId: string;
                })[];
            };
        };
        /** @description An erasure. */
        ErasureRequest: {
            /** @description The address, in whatever spelling. */
            email: string;
            /** @description Why, without any address: it outlives what it is about. */
            reason: string;
            /**
             * @description Only say what would be done.
             * @constant
             */
            dryRun?: true;
            /**
             * @description By which way the person told us.
             * @enum {string}
             */
            via?: "e-mail" | "letter" | "phone" | "in-person";
            /**
             * Format: date
             * @description The day on which it arrived.
             */
            receivedOn?: string;
            /**
             * @description Leave a mark, so that no import brings the person back.
             * @constant
             */
            suppress?: true;
            /**
             * @description The controller needs no proof of this person’s consents.
             * @constant
             */
            despiteDuty?: true;
        };
        /** @description Who took the step. */
        EvidenceActor: {
            /** @enum {unknown} */
            kind: "subject" | "system";
        } | {
            /** @enum {unknown} */
            kind: "backend" | "operator";
            id: string;
        };
        EvidenceAnchor: {
            checkpoint: components["schemas"]["EvidenceCheckpoint"];
            /** @description That the file's checkpoint continues this one (RFC 9162, section 2.1.4). */
            consistency: components["schemas"]["EvidenceNode"][];
            /** @description TimeStampResp of RFC 3161 over the bytes of the checkpoint, DER in base64. */
            timestamp: components["schemas"]["EvidenceBase64"] | null;
        };
        /** @description A download that was ordered, and by which wording. */
        EvidenceAsset: {
            id: components["schemas"]["EvidenceSiteId"];
            noticeHash: components["schemas"]["EvidenceHash"];
        };
        EvidenceBase64: string;
        /**
         * Evidence file, consent-evidence-bundle/v1
         * @description Everything that there is about a person at a site, with what is needed to check it offline. evidence-format.md, beside this file, says how to check it; this schema says only what it is made of.
         */
        EvidenceBundle: {
            /**
             * @description Names this format; another number is another format.
             * @constant
             */
            format: "consent-evidence-bundle/v1";
            /** @description Which website the evidence is about. */
            site: components["schemas"]["EvidenceSiteId"];
            /** @description The person as the site knows them. Nobody gets from it to an address. */
            subject: components["schemas"]["EvidenceId"];
            /** @description When the file was made. */
            at: components["schemas"]["EvidenceTime"];
            /** @description Who asked for it, and why. */
            request: {
                /** @description The name in the access token of whoever asked. */
                operator: string;
                /** @description Why, in their own words. */
                reason: string;
                /** @description The classes of parts that were asked for. */
                disclose: components["schemas"]["EvidencePartClass"][];
            };
            controller: components["schemas"]["EvidenceController"];
            /** @description What the entries amount to at the time of the file, by sign-up. */
            records: components["schemas"]["EvidenceRecord"][];
            /** @description The person's entries at the site, oldest first; the last is the reading that the file comes from. */
            entries: {
                entry: components["schemas"]["EvidenceEntry"];
                parts: components["schemas"]["EvidenceParts"];
                /** @description Null for an entry that is newer than the checkpoint. */
                proof: components["schemas"]["EvidenceProof"] | null;
            }[];
            /** @description Places in the chain whose entries had been deleted before, as their time was over. */
            deleted: number[];
            /** @description Hash -> the wording that it stands for. */
            notices: {
                [key: string]: components["schemas"]["EvidenceNotice"];
            };
            log: components["schemas"]["EvidenceLog"];
        };
        /** @description A signed note (c2sp.org/tlog-checkpoint): origin, size, root; an empty line; signatures. */
        EvidenceCheckpoint: string;
        /** @description Who is responsible for the site (Art. 4(7) GDPR). */
        EvidenceController: {
            /** @description The name in full. */
            name: string;
            /** @description Where post arrives. */
            address: string;
            /** @description ISO 3166-1 alpha-2. */
            country: string;
            /**
             * Format: email
             * @description Where to turn to.
             */
            email: string;
            /** @description The privacy notice that was in force. */
            privacyNotice: {
                /** Format: uri */
                url: string;
                version: string;
                /** Format: date */
                date: string;
            };
            /** @description Missing where there is none. */
            dataProtectionOfficer?: {
                name: string;
                /** Format: email */
                email: string;
            };
            /** @description Where a complaint can be lodged. */
            supervisoryAuthority: {
                name: string;
                /** Format: uri */
                url: string;
            };
        };
        /** @description ISO 8601 date. */
        EvidenceDay: string;
        /** @description One step. Names nobody; `hash` is SHA-256 over the canonical JSON of all the rest. */
        EvidenceEntry: {
            /** @constant */
            v: 1;
            site: components["schemas"]["EvidenceSiteId"];
            subject: components["schemas"]["EvidenceId"];
            /** @description 0, 1, 2, ... within the subject. */
            seq: number;
            /** @description What one sign-up started; missing where the step is about the person as a whole. */
            recordId?: components["schemas"]["EvidenceId"];
            /** @enum {unknown} */
            type: "ConsentRequested" | "MailSent" | "ConsentGiven" | "RenewedConsentGiven" | "ConsentWithdrawn" | "EvidenceDisclosed" | "ConsentRecorded" | "LegitimateInterestRecorded" | "ObjectionRecorded" | "ConsentLapsed" | "ActivityReported" | "IdentityRectified" | "ProcessingRestricted" | "RestrictionLifted" | "HoldPlaced" | "HoldLifted" | "DataErased" | "AccessGiven" | "ContractRecorded" | "ContractEnded" | "MailBounced" | "MailReceived" | "CaseClosed" | "LanguageChosen" | "ProcessorInformed" | "DeletionConfirmed";
            at: components["schemas"]["EvidenceTime"];
            actor: components["schemas"]["EvidenceActor"];
            language?: components["schemas"]["EvidenceLanguage"];
            purposes: {
                id: components["schemas"]["EvidenceSiteId"];
                legalBasis: components["schemas"]["EvidenceLegalBasis"];
                noticeHash: components["schemas"]["EvidenceHash"];
            }[];
            asset?: components["schemas"]["EvidenceAsset"];
            facts: components["schemas"]["EvidenceFacts"];
            /** @description Class -> the salted digest of the part. */
            parts: {
                [key: string]: components["schemas"]["EvidenceHash"];
            };
            nonce: components["schemas"]["EvidenceId"];
            /** @description The hash of the subject's entry before; 43 times A for the first. */
            prev: components["schemas"]["EvidenceHash"];
            hash: components["schemas"]["EvidenceHash"];
        };
        /** @description What else the step says about itself. */
        EvidenceFacts: {
            /** @description From then on a confirmation comes too late. */
            confirmBy?: components["schemas"]["EvidenceTime"];
            /** @enum {unknown} */
            mail?: "confirmation" | "welcome" | "asset" | "still-interested" | "notice-changed" | "withdrawn";
            /** @description The id that the mail service gave the mail; where a mail came in, a keyed hash of its own id. */
            messageId?: string;
            /**
             * @description How the person told: by the button of a page, or of the mail program (RFC 8058), by reporting a mail as spam, by mail, or to an operator.
             * @enum {unknown}
             */
            via?: "page" | "one-click" | "complaint" | "e-mail" | "letter" | "phone" | "in-person";
            /** @description The day on which an operator was told. */
            receivedOn?: components["schemas"]["EvidenceDay"];
            /**
             * @description Where the person was asked, unless by a sign-up form.
             * @enum {unknown}
             */
            source?: "registration" | "account" | "single-opt-in" | "import";
            /** @description The subject of the address that the person had before, whose consents this request is to take over. */
            movedFrom?: components["schemas"]["EvidenceId"];
            /** @description The subject of the address that goes on with what was withdrawn here. */
            movedTo?: components["schemas"]["EvidenceId"];
            /** @description When the consent was given, as its source has it. */
            givenAt?: components["schemas"]["EvidenceTime"];
            /** @description What proof came along from the source; nothing of it was verified. */
            proof?: ("time" | "ip" | "wording" | "double-opt-in")[];
            /**
             * @description Why consent lapsed, where it was not for want of an answer to the question whether to go on.
             * @enum {unknown}
             */
            because?: "registration-maximum";
            /** @description The day on which a contract ended, unless that of the step. */
            endedOn?: components["schemas"]["EvidenceDay"];
            /**
             * @description Why legitimate interest may be relied on.
             * @enum {unknown}
             */
            justification?: "existing-customer";
            /** @description The operator's name for the dispute in which data are needed; or the id of a received mail that somebody has to read. */
            case?: string;
            /** @description When somebody has to look whether a hold is still needed. */
            reviewBy?: components["schemas"]["EvidenceDay"];
            /** @description When the person used what they had signed up for, unless at the moment of the step. */
            activeAt?: components["schemas"]["EvidenceTime"];
            /** @description When the controller mailed, which is no sign of life of the person. */
            mailedAt?: components["schemas"]["EvidenceTime"];
            /** @description The version of the privacy notice that a mail announced. */
            privacyNotice?: string;
            /**
             * @description The person is not to be brought back by an import.
             * @constant
             */
            suppress?: true;
            /**
             * @description What was given to the person: the report (Art. 15 GDPR) or the data to take along (Art. 20).
             * @enum {unknown}
             */
            form?: "report" | "portable";
            /**
             * @description Whether sending it again is of no use.
             * @enum {unknown}
             */
            bounce?: "permanent" | "transient";
            /**
             * @description What a received mail was taken for.
             * @enum {unknown}
             */
            reading?: "unclear" | "unproven" | "automatic";
            /**
             * @description By what it is certain who wrote: the address that only mails to the person have, or the signature of the sender's domain.
             * @enum {unknown}
             */
            provenBy?: "address" | "sender";
            /**
             * @description What came of a received mail.
             * @enum {unknown}
             */
            outcome?: "withdrawal" | "objection" | "answered" | "nothing";
            /** @description Who was told, or confirmed: its id in the site's configuration. */
            processor?: components["schemas"]["EvidenceSiteId"];
            /** @description The seq of the last step that this takes account of. */
            upTo?: number;
            /** @description When the page with the button was fetched; absent where it was pressed without one. */
            fetchedAt?: components["schemas"]["EvidenceTime"];
            /**
             * @description Whether it was fetched from where the button was pressed.
             * @enum {unknown}
             */
            fetchedBy?: "same" | "other";
            /** @description Classes of parts that could not be saved when the step was taken all the same. */
            missing?: string[];
        };
        /** @description SHA-256, base64url without padding. */
        EvidenceHash: string;
        /** @description 16 bytes, base64url without padding. */
        EvidenceId: string;
        /** @description What the person told about themselves. */
        EvidenceIdentity: {
            /** @description As it was typed. */
            email: string;
            /** @description Id of a field of the form -> what was filled in. */
            fields?: {
                [key: string]: string;
            };
            /**
             * Format: uri
             * @description Address of the page with the form.
             */
            form?: string;
        };
        EvidenceLanguage: string;
        /**
         * @description Art. 6(1) GDPR: (a) consent, (b) contract, (f) legitimate interest.
         * @enum {unknown}
         */
        EvidenceLegalBasis: "consent" | "contract" | "legitimate-interest";
        /** @description The log that the entries are in. */
        EvidenceLog: {
            /** @description What the log's checkpoints call it. */
            origin: string;
            /** @description The keys that signed checkpoints, as verifiers take them (c2sp.org/signed-note). */
            keys: string[];
            /** @description The signed checkpoint that all proofs lead to; null while the log has none. */
            checkpoint: components["schemas"]["EvidenceCheckpoint"] | null;
            /** @description Earlier checkpoints that were put into write-once storage. */
            anchors: components["schemas"]["EvidenceAnchor"][];
        };
        /** @description A mail as it was handed to the mail service, or as it came in. */
        EvidenceMail: {
            /** @description MIME, as text. */
            raw: string;
        };
        /** @description Where the step came from. */
        EvidenceNetwork: {
            ip: string;
            /**
             * @description Who says so: the connection itself, a proxy that is configured, or the site's backend.
             * @enum {unknown}
             */
            ipSource: "connection" | "proxy" | "backend";
            userAgent?: string;
            referrer?: string;
            /** @description Who fetched the page with the button, where that was somebody else. */
            fetchedBy?: {
                ip: string;
                userAgent?: string;
            };
        };
        /** @description A hash of the log's tree, base64 with padding. */
        EvidenceNode: string;
        /** @description The wording that a person saw, word for word. */
        EvidenceNotice: {
            site: components["schemas"]["EvidenceSiteId"];
            purpose?: components["schemas"]["EvidenceSiteId"];
            asset?: components["schemas"]["EvidenceSiteId"];
            version: string;
            language: components["schemas"]["EvidenceLanguage"];
            text: string;
        } & (unknown | unknown);
        /** @description Whose evidence, and why. */
        EvidenceOrder: {
            /** @description The address, in whatever spelling. */
            email: string;
            /** @description Why it is needed. Becomes part of the person’s record. */
            reason: string;
            /** @description The classes of personal data that are shown; of the others only digests. Without it, all. */
            disclose?: ("identity" | "network" | "mail" | "reading" | "reason")[];
            /**
             * @description Of the PDF. Without it, the site’s first.
             * @enum {string}
             */
            language?: "de" | "en";
        };
        /** @enum {unknown} */
        EvidencePartClass: "identity" | "network" | "mail" | "reading" | "reason";
        /** @description For each class that the entry commits to: its data and salt, or why they are not here. */
        EvidenceParts: {
            identity?: {
                /** @constant */
                state: "disclosed";
                data: components["schemas"]["EvidenceIdentity"];
                salt: components["schemas"]["EvidenceId"];
            } | components["schemas"]["EvidenceUndisclosed"];
            network?: {
                /** @constant */
                state: "disclosed";
                data: components["schemas"]["EvidenceNetwork"];
                salt: components["schemas"]["EvidenceId"];
            } | components["schemas"]["EvidenceUndisclosed"];
            mail?: {
                /** @constant */
                state: "disclosed";
                data: components["schemas"]["EvidenceMail"];
                salt: components["schemas"]["EvidenceId"];
            } | components["schemas"]["EvidenceUndisclosed"];
            reading?: {
                /** @constant */
                state: "disclosed";
                data: components["schemas"]["EvidenceReading"];
                salt: components["schemas"]["EvidenceId"];
            } | components["schemas"]["EvidenceUndisclosed"];
            reason?: {
                /** @constant */
                state: "disclosed";
                data: components["schemas"]["EvidenceReason"];
                salt: components["schemas"]["EvidenceId"];
            } | components["schemas"]["EvidenceUndisclosed"];
        };
        /** @description Where the entry is in the log, and that the checkpoint's tree has it there. */
        EvidenceProof: {
            index: number;
            /** @description The leaf's sibling first (RFC 9162, section 2.1.3). */
            path: components["schemas"]["EvidenceNode"][];
        };
        /** @description Why and how this evidence was read. */
        EvidenceReading: {
            reason: string;
            disclose: components["schemas"]["EvidencePartClass"][];
            deleted: number[];
            /** @description Digests of the parts that were kept no longer. */
            gone: components["schemas"]["EvidenceHash"][];
            controller: components["schemas"]["EvidenceController"];
        };
        /** @description Why an operator did something, in their own words. */
        EvidenceReason: {
            reason: string;
        };
        /** @description What one sign-up started. */
        EvidenceRecord: {
            recordId: components["schemas"]["EvidenceId"];
            language: components["schemas"]["EvidenceLanguage"];
            requestedAt: components["schemas"]["EvidenceTime"];
            /** @description Null until the person pressed the button; of a record from elsewhere, when it was recorded. */
            confirmedAt: components["schemas"]["EvidenceTime"] | null;
            purposes: {
                id: components["schemas"]["EvidenceSiteId"];
                legalBasis: components["schemas"]["EvidenceLegalBasis"];
                noticeHash: components["schemas"]["EvidenceHash"];
                status: components["schemas"]["EvidenceStatus"];
                /** @description When that status began. */
                since: components["schemas"]["EvidenceTime"];
            }[];
            asset: components["schemas"]["EvidenceAsset"] | null;
        };
        /** @description The id of a site, purpose or asset. */
        EvidenceSiteId: string;
        /**
         * @description As the W3C Data Privacy Vocabulary names it; the last four where mail rests on legitimate interest or on a contract.
         * @enum {unknown}
         */
        EvidenceStatus: "ConsentRequested" | "ConsentGiven" | "RenewedConsentGiven" | "ConsentWithdrawn" | "ConsentExpired" | "LegitimateInterestRecorded" | "ObjectionRecorded" | "ContractRecorded" | "ContractEnded";
        /** @description ISO 8601 in UTC with milliseconds. */
        EvidenceTime: string;
        /** @description Withheld: still kept, left out of this file. Gone: kept no longer. */
        EvidenceUndisclosed: {
            /** @enum {unknown} */
            state: "withheld" | "gone";
        };
        /** @description What a sender’s tool learned of its recipients’ mailboxes. */
        FeedbackReport: {
            /** @description The addresses, up to 200 at once. */
            emails?: string[];
            /** @description The same people by the ids that the audience has for them. */
            ids?: string[];
            /**
             * @description Mail comes back for good, or this time; or the person called it spam, which withdraws.
             * @enum {string}
             */
            kind: "permanent-bounce" | "transient-bounce" | "complaint";
            /**
             * Format: date-time
             * @description When; without it, now.
             */
            at?: string;
        };
        /** @description What the gateway itself says when no function was reached: no good access token, or too many requests. */
        GatewayMessage: {
            message: string;
        };
        /** @description Something that is kept past its end, as a dispute needs it. */
        Hold: {
            /** @description The operator’s name for the dispute. */
            case: string;
            /** Format: date-time */
            since: string;
            /**
             * Format: date
             * @description By when somebody looks whether it is still needed.
             */
            reviewBy: string;
        };
        /** @description A hold, or its end. */
        HoldOrder: {
            /** @description The address, in whatever spelling. */
            email: string;
            /** @description Why, without any address: it outlives what it is about. */
            reason: string;
            /**
             * @description Only say what would be done.
             * @constant
             */
            dryRun?: true;
            /** @description The operator’s name for the dispute. Names nobody. */
            case: string;
            /**
             * Format: date
             * @description By when somebody looks whether it is still needed.
             */
            reviewBy?: string;
            /**
             * @description End it; the normal end applies at once.
             * @constant
             */
            lift?: true;
        };
        /** @description For each address of a list, in its order: whether it may be mailed, and the links for the mail. */
        Links: {
            site: string;
            purpose: string;
            /**
             * Format: date-time
             * @description The moment at which this is exact.
             */
            asOf: string;
            recipients: {
                /** @description As it was sent. */
                email: string;
                /** @description Whether mail for the purpose may be sent now. This alone decides. */
                allowed: boolean;
                /** @description What is wrong with the address. */
                invalid?: string;
                status?: components["schemas"]["Status"];
                /** Format: date-time */
                since?: string;
                /**
                 * Format: date-time
                 * @description Since when mail to the address comes back.
                 */
                undeliverableSince?: string;
                /** @description The person, by an id that stays the same at this site. */
                id?: string;
                /** @enum {string} */
                language?: "de" | "en";
                /** @description Whether opens and clicks of this person may be measured. */
                mayMeasure?: boolean;
                /**
                 * Format: uri
                 * @description Ends this purpose; missing where a contract needs the mail.
                 */
                unsubscribeUrl?: string;
                /** @description To be sent along as they are, under the DKIM signature (RFC 8058). */
                headers?: {
                    "List-Unsubscribe": string;
                    "List-Unsubscribe-Post": string;
                };
                /**
                 * Format: uri
                 * @description Where the person sees and changes what they get.
                 */
                preferencesUrl?: string;
                /**
                 * Format: uri
                 * @description Switches off that opens and clicks are measured; missing where they may not be.
                 */
                analysisUrl?: string;
            }[];
        };
        /** @description A list that the sender has already. */
        LinksOrder: {
            /** @description The addresses, up to 500 at once. */
            emails: string[];
            /** @description What the mail is for. */
            purpose: string;
        };
        /** @description What a site asks consent for, word for word: what its form is built from. */
        Notices: {
            site: string;
            /** @enum {string} */
            language: "de" | "en";
            /** @description Those that the site has; the first is its own. */
            languages: ("de" | "en")[];
            controller: {
                name: string;
                /**
                 * Format: uri
                 * @description Where its privacy notice is.
                 */
                privacyNotice: string;
            };
            purposes: {
                id: string;
                name: string;
                /** @enum {string} */
                legalBasis: "consent" | "contract" | "legitimate-interest";
                /** @description A changed wording has another version. */
                version: string;
                /** @description Names the wording; send it back with the sign-up as `notices`. */
                hash: string;
                /** @description What the person has to be shown, word for word. */
                text: string;
                /** @description Can be given only along with at least one of these. */
                requires?: string[];
            }[];
            /** @description Downloads that one orders. */
            assets: {
                id: string;
                title: string;
                /** @description A changed wording has another version. */
                version: string;
                /** @description Names the wording; send it back with the sign-up as `notices`. */
                hash: string;
                /** @description What the person has to be shown, word for word. */
                text: string;
            }[];
            /** @description Further questions that the form may ask; none is ever required. */
            fields: {
                id: string;
                label: string;
            }[];
        };
        /** @description An objection that an operator was told. */
        ObjectionOrder: {
            /** @description The address, in whatever spelling. */
            email: string;
            /** @description Why, without any address: it outlives what it is about. */
            reason: string;
            /**
             * @description Only say what would be done.
             * @constant
             */
            dryRun?: true;
            /**
             * @description By which way the person told us.
             * @enum {string}
             */
            via: "e-mail" | "letter" | "phone" | "in-person";
            /**
             * Format: date
             * @description The day on which it arrived.
             */
            receivedOn: string;
            /**
             * @description What for; without it, everything.
             * @default []
             */
            purposes?: string[];
        };
        /** @description What an order about a person came to. */
        Order: {
            site: string;
            /** @description Whether nothing was written. */
            dryRun: boolean;
            /** @description What was done. Nothing where all of it had been done before. */
            done: components["schemas"]["Step"][];
            /** @description What holds for the person from now on. */
            now: {
                purposes: components["schemas"]["Permission"][];
                /** @description Since when the data may be kept and used for nothing else (Art. 18 GDPR). */
                restrictedSince: string | null;
                holds: components["schemas"]["Hold"][];
                /** @description Purposes that the person objected to (Art. 21 GDPR). */
                objections: string[];
                erasedAt: string | null;
                /** @description Whether an import may not bring the person back. */
                suppressed: boolean;
                /** @description Each sign-up, and until when it is kept as far as that is known: not while something is in force or held. */
                records: {
                    recordId: string;
                    keptUntil: string | null;
                }[];
            };
        };
        /** @description The address is asked by mail to confirm. The answer is the same whatever is known of it. */
        Pending: {
            /** @constant */
            status: "pending";
        };
        /** @description Whether mail for one purpose may be sent. Without `status` it was never asked for, or nobody needs to ask. */
        Permission: {
            /** @description The purpose. */
            id: string;
            /**
             * @description What mail for it rests on, Art. 6(1) GDPR.
             * @enum {string}
             */
            legalBasis: "consent" | "contract" | "legitimate-interest";
            /** @description Whether mail for it may be sent now. This alone decides. */
            allowed: boolean;
            status?: components["schemas"]["Status"];
            /**
             * Format: date-time
             * @description Since when it stands so.
             */
            since?: string;
        };
        /** @description What one person may be mailed for. */
        Permissions: {
            site: string;
            /**
             * Format: date-time
             * @description The moment at which this is exact.
             */
            asOf: string;
            /**
             * Format: date-time
             * @description Since when mail to the address comes back.
             */
            undeliverableSince?: string;
            /** @description Every purpose of the site. */
            purposes: components["schemas"]["Permission"][];
        };
        /** @description A person, by address. In the body, as addresses do not belong into URLs. */
        Person: {
            /** @description The address, in whatever spelling. */
            email: string;
        };
        /** @description What the person provided, to take along (Art. 20 GDPR). */
        PortableData: {
            format: string;
            site: string;
            controller: {
                name: string;
                email: string;
            };
            /** @enum {string} */
            language: "de" | "en";
            /** Format: date-time */
            at: string;
            email: string;
            identities: {
                /** Format: date-time */
                at: string;
                email: string;
                fields: {
                    [key: string]: string;
                };
                form: string | null;
            }[];
            consents: {
                purpose: string;
                name: string;
                status: components["schemas"]["Status"];
                /** Format: date-time */
                since: string;
                /** Format: date-time */
                requestedAt: string;
                confirmedAt: string | null;
                wordingVersion: string | null;
                wording: string | null;
            }[];
            orders: {
                asset: string;
                title: string;
                /** Format: date-time */
                requestedAt: string;
                confirmedAt: string | null;
            }[];
            connections: {
                /** Format: date-time */
                at: string;
                ip: string;
                ipSource: string;
                userAgent?: string;
                referrer?: string;
            }[];
        };
        /** @description Why a request was refused, as RFC 9457 has it. */
        Problem: {
            /** @description The kind of problem, for programs. */
            type: string;
            /** @description What the status code is called. */
            title: string;
            /** @description The status code. */
            status: number;
            /** @description What to do about it, for people. Never quotes what was sent. */
            detail: string;
            /** @description One item for each thing that is wrong with the body. */
            errors?: {
                /** @description Where: a JSON pointer (RFC 6901) into the body. */
                pointer: string;
                /** @description What to do about it. */
                detail: string;
            }[];
        };
        /** @description What a person keeps to show what they confirmed (ISO/IEC TS 27560, consent receipt). Names nobody. */
        Receipt: {
            /** @description Names this format; another number is another format. */
            format: string;
            schemaVersion: string;
            /** @description The same for the same confirmation, whenever it is fetched. */
            receiptId: string;
            site: string;
            recordId: string;
            /** @enum {string} */
            language: "de" | "en";
            /** @description Who is responsible, as the site’s configuration has it. */
            controller: {
                [key: string]: unknown;
            };
            purposes: {
                id: string;
                name: string;
                status: components["schemas"]["Status"];
                /** @enum {string} */
                legalBasis: "consent" | "contract" | "legitimate-interest";
                notice: {
                    hash: string;
                    version: string;
                    /** @enum {string} */
                    language: "de" | "en";
                    text: string;
                };
            }[];
            /** @description The download that was ordered. */
            asset: {
                id: string;
                title: string;
                notice: {
                    hash: string;
                    version: string;
                    /** @enum {string} */
                    language: "de" | "en";
                    text: string;
                };
            } | null;
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            confirmedAt: string;
            /** @description The confirmation as the ledger has it; evidence-format.md describes it. */
            entry: {
                [key: string]: unknown;
            };
            /** @description What the log has for that entry (RFC 6962), base64. */
            leaf: string;
            log: {
                origin: string;
                /** @description The log’s verifier keys (C2SP signed-note). */
                keys: string[];
                /** @description The entry’s place in the log; null for the first seconds. */
                index: number | null;
            };
            howToWithdraw: string;
            howToCheck: string;
        };
        /** @description Somebody who may be mailed for the purpose. */
        Recipient: {
            /** @description The person, by an id that stays the same at this site. */
            id: string;
            /** @description The address as the person wrote it. */
            email: string;
            /** @description What else the person said in the form. */
            fields: {
                [key: string]: string;
            };
            /**
             * @description In which the person wants to be written to.
             * @enum {string}
             */
            language: "de" | "en";
            /**
             * Format: date-time
             * @description Since when they may be mailed for the purpose.
             */
            since: string;
            /** @description Whether opens and clicks of this person may be measured. */
            mayMeasure: boolean;
            /**
             * Format: uri
             * @description Ends this purpose; missing where a contract needs the mail.
             */
            unsubscribeUrl?: string;
            /** @description To be sent along as they are, under the DKIM signature (RFC 8058). */
            headers?: {
                "List-Unsubscribe": string;
                "List-Unsubscribe-Post": string;
            };
            /**
             * Format: uri
             * @description Where the person sees and changes what they get.
             */
            preferencesUrl: string;
            /**
             * Format: uri
             * @description Switches off that opens and clicks are measured; missing where they may not be.
             */
            analysisUrl?: string;
        };
        /** @description What became of a reported consent. */
        Recorded: {
            /**
             * @description Whether it is new.
             * @enum {string}
             */
            status: "recorded" | "already-recorded";
            recordId: string;
            /**
             * @description Nothing was written.
             * @constant
             */
            dryRun?: true;
        };
        /** @description What a rectification came to; with `move` where it is about another address. */
        RectificationOrder: {
            site: string;
            /** @description Whether nothing was written. */
            dryRun: boolean;
            /** @description What was done. Nothing where all of it had been done before. */
            done: components["schemas"]["Step"][];
            /** @description What holds for the person from now on. */
            now: {
                purposes: components["schemas"]["Permission"][];
                /** @description Since when the data may be kept and used for nothing else (Art. 18 GDPR). */
                restrictedSince: string | null;
                holds: components["schemas"]["Hold"][];
                /** @description Purposes that the person objected to (Art. 21 GDPR). */
                objections: string[];
                erasedAt: string | null;
                /** @description Whether an import may not bring the person back. */
                suppressed: boolean;
                /** @description Each sign-up, and until when it is kept as far as that is known: not while something is in force or held. */
                records: {
                    recordId: string;
                    keptUntil: string | null;
                }[];
            };
            move?: {
                /**
                 * @description Whether the new address still has to confirm.
                 * @enum {string}
                 */
                state: "to-be-confirmed" | "moved";
                next?: string;
            };
        };
        /** @description What is right. */
        RectificationRequest: {
            /** @description The address, in whatever spelling. */
            email: string;
            /** @description Why, without any address: it outlives what it is about. */
            reason: string;
            /**
             * @description Only say what would be done.
             * @constant
             */
            dryRun?: true;
            /**
             * @description By which way the person told us.
             * @enum {string}
             */
            via?: "e-mail" | "letter" | "phone" | "in-person";
            /**
             * Format: date
             * @description The day on which it arrived.
             */
            receivedOn?: string;
            /**
             * @description The answers that change, by id; an empty one is deleted.
             * @default {}
             */
            fields?: {
                [key: string]: string;
            };
            /** @description The right address. Where it is another one and no mere spelling, it is asked by mail to confirm first. */
            newEmail?: string;
        };
        /** @description A restriction, or its end. */
        RestrictionOrder: {
            /** @description The address, in whatever spelling. */
            email: string;
            /** @description Why, without any address: it outlives what it is about. */
            reason: string;
            /**
             * @description Only say what would be done.
             * @constant
             */
            dryRun?: true;
            /**
             * @description By which way the person told us.
             * @enum {string}
             */
            via?: "e-mail" | "letter" | "phone" | "in-person";
            /**
             * Format: date
             * @description The day on which it arrived.
             */
            receivedOn?: string;
            /**
             * @description End it.
             * @constant
             */
            lift?: true;
        };
        /** @description How another try went. */
        Retried: {
            site: string;
            /** @description How many were told now. */
            told: number;
            /** @description How many failed again. */
            failed: number;
            /** @description Send it back to go on; missing when all were tried. */
            cursor?: string;
        };
        /** @description Where to go on. */
        RetryOrder: {
            /**
             * @description Tell whatever anybody who may be mailed was not told of, and not only what failed: for a processor that is new.
             * @constant
             */
            everybody?: true;
            /** @description That of the answer before; without it, from the beginning. */
            cursor?: string;
        };
        /** @description A sign-up, as a website or its backend sends it. */
        SignUp: {
            /** @description The address as the person wrote it. */
            email: string;
            /**
             * @description What the person ticked. At least one, unless there is an `asset`.
             * @default []
             */
            purposes?: string[];
            /** @description The language of the form, and so of mails and pages. Without it, the site’s first. */
            language?: string;
            /**
             * @description Answers to the further questions of the site, by id. Empty ones are left out.
             * @default {}
             */
            fields?: {
                [key: string]: string;
            };
            /** @description The download that the person orders. */
            asset?: string;
            /** @description Hashes of the wordings that the form showed. Refused when one is not the current one: load them again then. */
            notices?: string[];
            /** @description The page with the form. Only its address is kept, without the query. */
            form?: {
                url: string;
            };
            /** @description Of whom a backend speaks: IP and user agent of its visitor. Needs the access token. */
            visitor?: {
                ip: string;
                userAgent?: string;
            };
            /**
             * @description Where a backend asked, unless in a form for this alone. Needs the access token.
             * @enum {string}
             */
            source?: "registration" | "account";
        };
        /**
         * @description Where a purpose stands. The names are those of the W3C Data Privacy Vocabulary where it has one.
         * @enum {string}
         */
        Status: "ConsentRequested" | "ConsentGiven" | "RenewedConsentGiven" | "ConsentWithdrawn" | "ConsentExpired" | "LegitimateInterestRecorded" | "ObjectionRecorded" | "ContractRecorded" | "ContractEnded";
        /** @description A step that was taken, or that would be. */
        Step: {
            type: components["schemas"]["StepType"];
            /** Format: date-time */
            at: string;
            /** @description The sign-up that it is about; missing where it is about the person as a whole. */
            recordId?: string;
            purposes: string[];
            /** @description What else the step says about itself, such as by which way it came. Nothing personal. */
            facts: {
                [key: string]: unknown;
            };
            /** @description Its place in the person’s history; missing in a dry run. */
            seq?: number;
            /** @description The hash of its entry; missing in a dry run. */
            hash?: string;
        };
        /**
         * @description What kind of step an entry of the ledger is. The names are those of the W3C Data Privacy Vocabulary where it has one.
         * @enum {string}
         */
        StepType: "ConsentRequested" | "MailSent" | "ConsentGiven" | "RenewedConsentGiven" | "ConsentWithdrawn" | "EvidenceDisclosed" | "ConsentRecorded" | "LegitimateInterestRecorded" | "ObjectionRecorded" | "ConsentLapsed" | "ActivityReported" | "IdentityRectified" | "ProcessingRestricted" | "RestrictionLifted" | "HoldPlaced" | "HoldLifted" | "DataErased" | "AccessGiven" | "ContractRecorded" | "ContractEnded" | "MailBounced" | "MailReceived" | "CaseClosed" | "LanguageChosen" | "ProcessorInformed" | "DeletionConfirmed";
        /** @description A withdrawal that an operator was told. */
        WithdrawalOrder: {
            /** @description The address, in whatever spelling. */
            email: string;
            /** @description Why, without any address: it outlives what it is about. */
            reason: string;
            /**
             * @description Only say what would be done.
             * @constant
             */
            dryRun?: true;
            /**
             * @description By which way the person told us.
             * @enum {string}
             */
            via: "e-mail" | "letter" | "phone" | "in-person";
            /**
             * Format: date
             * @description The day on which it arrived.
             */
            receivedOn: string;
            /**
             * @description What for; without it, everything.
             * @default []
             */
            purposes?: string[];
        };
    };
    responses: {
        /** @description There is no access token, or it is not valid here or not any more. Get a new one. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "message": "Unauthorized"
                 *     }
                 */
                "application/json": components["schemas"]["GatewayMessage"];
            };
        };
        /** @description The access token lacks the scope. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "message": "Forbidden"
                 *     }
                 */
                "application/json": components["schemas"]["GatewayMessage"];
            };
        };
        /** @description More requests at once than the deployment takes. Repeat a little later. */
        TooManyRequests: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "message": "Too Many Requests"
                 *     }
                 */
                "application/json": components["schemas"]["GatewayMessage"];
            };
        };
        /** @description Something went wrong on our side. Repeat; that is harmless. */
        Internal: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too much at once. Repeat after `Retry-After` seconds; nothing was lost. */
        Busy: {
            headers: {
                /** @description In how many seconds. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A page: something went wrong on our side. Pressing again is harmless. */
        InternalPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /** @description A page: too much at once. Pressing again is harmless. */
        BusyPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getNotices: {
        parameters: {
            query?: {
                /** @description The language of the texts. Without it, the site’s first. */
                language?: "de" | "en";
            };
            header?: never;
            path: {
                /** @description The site: one website of one controller, by its id in the configuration. */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The wordings. */
            200: {
                headers: {
                    /** @description How long they may be kept. */
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notices"];
                };
            };
            /** @description Bad Request: `unknown-language` – The site has no texts in this language. `detail` lists those that it has. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found: `unknown-site` – There is no site of this id. Check the address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    signUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The site: one website of one controller, by its id in the configuration. */
                site: string;
            };
            cookie?: never;
        };
        /** @description JSON, or what a plain form sends. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUp"];
                "application/x-www-form-urlencoded": {
                    email: string;
                    purpose?: string[];
                    language?: string;
                    asset?: string;
                    notice?: string[];
                } & {
                    [key: string]: string;
                };
                "multipart/form-data": {
                    email: string;
                    purpose?: string[];
                    language?: string;
                    asset?: string;
                    notice?: string[];
                } & {
                    [key: string]: string;
                };
            };
        };
        responses: {
            /** @description To JSON: a mail may be on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pending"];
                };
            };
            /** @description To a form: the page that says what to do next. */
            303: {
                headers: {
                    /** @description That page. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `not-utf-8` – The body is not UTF-8. Encode it as UTF-8. `not-json` – The body is not JSON. Check how it is made. `duplicate-key` – An object in the body says a key twice. Say each thing once. `not-a-form` – The body is not a form of the kind that its Content-Type says. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized: `token` – The access token is not valid here, or not any more. Get a new one and repeat. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden: `scope` – The access token is good for something else. Use a client that has the scope. `origin` – A page of another origin posted. Add the origin to the site. `visitor` – Only a backend with its access token may say who its visitor is. `source` – Only a backend with its access token may say where it asked. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found: `unknown-site` – There is no site of this id. Check the address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large: `too-large` – The body is larger than 64 KB. Send less at once. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type: `media-type` – The body has another media type than it has to have. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity: `invalid` – Something in the body is not as it has to be. `errors` says where, and what to do. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    showSignUpSent: {
        parameters: {
            query?: {
                /** @description The language of the texts. Without it, the site’s first. */
                language?: "de" | "en";
            };
            header?: never;
            path: {
                /** @description The site: one website of one controller, by its id in the configuration. */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Not Found: `unknown-site` – There is no site of this id. Check the address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    getForm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The script. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/javascript": string;
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    getPermissions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The site: one website of one controller, by its id in the configuration. */
                site: string;
            };
            cookie?: never;
        };
        /** @description Whom to ask about. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Person"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Permissions"];
                };
            };
            /** @description Bad Request: `not-utf-8` – The body is not UTF-8. Encode it as UTF-8. `not-json` – The body is not JSON. Check how it is made. `duplicate-key` – An object in the body says a key twice. Say each thing once. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Not Found: `unknown-site` – There is no site of this id. Check the address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large: `too-large` – The body is larger than 64 KB. Send less at once. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type: `media-type` – The body has another media type than it has to have. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity: `invalid` – Something in the body is not as it has to be. `errors` says where, and what to do. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    getAudience: {
        parameters: {
            query?: {
                /** @description How many at once. */
                limit?: number;
                /** @description Where to go on: that of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The site: one website of one controller, by its id in the configuration. */
                site: string;
                /** @description The purpose, by its id; `getNotices` lists those that one signs up for. */
                purpose: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Audience"];
                    "application/x-ndjson": string;
                };
            };
            /** @description Bad Request: `limit` – The limit is not a whole number within its bounds. `cursor` – The cursor is not one that was given here. Begin again without. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Not Found: `unknown-site` – There is no site of this id. Check the address. `unknown-purpose` – The site has no such purpose. Its notices list those that there are. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Acceptable: `not-acceptable` – There is no such form of it. `detail` lists the media types that there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity: `too-large` – The answer is larger than 6 MB. Accept gzip, or ask for less. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    getLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The site: one website of one controller, by its id in the configuration. */
                site: string;
            };
            cookie?: never;
        };
        /** @description The list. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinksOrder"];
            };
        };
        responses: {
            /** @description Each address of the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Links"];
                };
            };
            /** @description Bad Request: `not-utf-8` – The body is not UTF-8. Encode it as UTF-8. `not-json` – The body is not JSON. Check how it is made. `duplicate-key` – An object in the body says a key twice. Say each thing once. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Not Found: `unknown-site` – There is no site of this id. Check the address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large: `too-large` – The body is larger than 64 KB. Send less at once. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type: `media-type` – The body has another media type than it has to have. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity: `invalid` – Something in the body is not as it has to be. `errors` says where, and what to do. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    getChanges: {
        parameters: {
            query?: {
                /** @description Where to go on: that of the answer before. */
                cursor?: string;
                /** @description How many at once. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The site: one website of one controller, by its id in the configuration. */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changes"];
                };
            };
            /** @description Bad Request: `limit` – The limit is not a whole number within its bounds. `cursor` – The cursor is not one that was given here. Begin again without. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Not Found: `unknown-site` – There is no site of this id. Check the address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `cursor-too-old` – Changes of then are kept no longer. Take a new cursor, then the audience. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity: `too-large` – The answer is larger than 6 MB. Accept gzip, or ask for less. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    reportActivity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The site: one website of one controller, by its id in the configuration. */
                site: string;
            };
            cookie?: never;
        };
        /** @description The report. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivityReport"];
            };
        };
        responses: {
            /** @description How much was written down. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Counts"];
                };
            };
            /** @description Bad Request: `not-utf-8` – The body is not UTF-8. Encode it as UTF-8. `not-json` – The body is not JSON. Check how it is made. `duplicate-key` – An object in the body says a key twice. Say each thing once. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Not Found: `unknown-site` – There is no site of this id. Check the address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large: `too-large` – The body is larger than 64 KB. Send less at once. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type: `media-type` – The body has another media type than it has to have. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity: `invalid` – Something in the body is not as it has to be. `errors` says where, and what to do. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    reportFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The site: one website of one controller, by its id in the configuration. */
                site: string;
            };
            cookie?: never;
        };
        /** @description The report. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedbackReport"];
            };
        };
        responses: {
            /** @description How much was written down. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Counts"];
                };
            };
            /** @description Bad Request: `not-utf-8` – The body is not UTF-8. Encode it as UTF-8. `not-json` – The body is not JSON. Check how it is made. `duplicate-key` – An object in the body says a key twice. Say each thing once. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Not Found: `unknown-site` – There is no site of this id. Check the address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large: `too-large` – The body is larger than 64 KB. Send less at once. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type: `media-type` – The body has another media type than it has to have. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity: `invalid` – Something in the body is not as it has to be. `errors` says where, and what to do. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    hearMailService: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A message of Amazon SNS, as it signs it. */
        requestBody?: {
            content: {
                "text/plain": string;
            };
        };
        responses: {
            /** @description Heard. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `not-utf-8` – The body is not UTF-8. Encode it as UTF-8. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden: `refused` – The message is not certainly from the mail service. Nothing was done. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large: `too-large` – The body is larger than 64 KB. Send less at once. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    recordConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The site: one website of one controller, by its id in the configuration. */
                site: string;
            };
            cookie?: never;
        };
        /** @description The report. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentReport"];
            };
        };
        responses: {
            /** @description It was there already; or, in a dry run, what would become of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description It is new, and in force. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Bad Request: `not-utf-8` – The body is not UTF-8. Encode it as UTF-8. `not-json` – The body is not JSON. Check how it is made. `duplicate-key` – An object in the body says a key twice. Say each thing once. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Not Found: `unknown-site` – There is no site of this id. Check the address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `suppressed` – The person asked not to be brought back. Do not mail them. `restricted` – The data of the person may not be used for now. Do not mail them. `erased` – The data of the person was erased after this was given. Do not mail them. `objected` – The person objected to this purpose. Do not mail them for it. `withdrawn` – The person withdrew after this was given. Do not mail them for it. `lapsed` – The person did not answer whether to go on. Do not mail them for it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large: `too-large` – The body is larger than 64 KB. Send less at once. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type: `media-type` – The body has another media type than it has to have. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity: `invalid` – Something in the body is not as it has to be. `errors` says where, and what to do. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    endContract: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The site: one website of one controller, by its id in the configuration. */
                site: string;
            };
            cookie?: never;
        };
        /** @description The report. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContractEndReport"];
            };
        };
        responses: {
            /** @description What ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractEnd"];
                };
            };
            /** @description Bad Request: `not-utf-8` – The body is not UTF-8. Encode it as UTF-8. `not-json` – The body is not JSON. Check how it is made. `duplicate-key` – An object in the body says a key twice. Say each thing once. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Not Found: `unknown-site` – There is no site of this id. Check the address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large: `too-large` – The body is larger than 64 KB. Send less at once. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type: `media-type` – The body has another media type than it has to have. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity: `invalid` – Something in the body is not as it has to be. `errors` says where, and what to do. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    getEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The site: one website of one controller, by its id in the configuration. */
                site: string;
            };
            cookie?: never;
        };
        /** @description Whose evidence, and why. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvidenceOrder"];
            };
        };
        responses: {
            /** @description The evidence file. */
            200: {
                headers: {
                    /** @description A name for the file. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceBundle"];
                    "application/ld+json": Record<string, never>;
                    "application/pdf": string;
                    "text/csv": string;
                };
            };
            /** @description Bad Request: `not-utf-8` – The body is not UTF-8. Encode it as UTF-8. `not-json` – The body is not JSON. Check how it is made. `duplicate-key` – An object in the body says a key twice. Say each thing once. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Not Found: `unknown-site` – There is no site of this id. Check the address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Acceptable: `not-acceptable` – There is no such form of it. `detail` lists the media types that there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large: `too-large` – The body is larger than 64 KB. Send less at once. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type: `media-type` – The body has another media type than it has to have. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity: `invalid` – Something in the body is not as it has to be. `errors` says where, and what to do. `too-large` – The answer is larger than 6 MB. Accept gzip, or ask for less. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    giveAccess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The site: one website of one controller, by its id in the configuration. */
                site: string;
            };
            cookie?: never;
        };
        /** @description Who, and why. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessOrder"];
            };
        };
        responses: {
            /** @description The report, what is portable, or how much it would be. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessAnswer"];
                    "application/pdf": string;
                    "text/csv": string;
                };
            };
            /** @description Bad Request: `not-utf-8` – The body is not UTF-8. Encode it as UTF-8. `not-json` – The body is not JSON. Check how it is made. `duplicate-key` – An object in the body says a key twice. Say each thing once. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Not Found: `unknown-site` – There is no site of this id. Check the address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Acceptable: `not-acceptable` – There is no such form of it. `detail` lists the media types that there are. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large: `too-large` – The body is larger than 64 KB. Send less at once. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type: `media-type` – The body has another media type than it has to have. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity: `invalid` – Something in the body is not as it has to be. `errors` says where, and what to do. `too-large` – The answer is larger than 6 MB. Accept gzip, or ask for less. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The site: one website of one controller, by its id in the configuration. */
                site: string;
            };
            cookie?: never;
        };
        /** @description What to do, and why. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawalOrder"];
            };
        };
        responses: {
            /** @description What it came to. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Bad Request: `not-utf-8` – The body is not UTF-8. Encode it as UTF-8. `not-json` – The body is not JSON. Check how it is made. `duplicate-key` – An object in the body says a key twice. Say each thing once. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Not Found: `unknown-site` – There is no site of this id. Check the address. `unknown-person` – Nothing is known of this person at this site. Check the address and the site. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large: `too-large` – The body is larger than 64 KB. Send less at once. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type: `media-type` – The body has another media type than it has to have. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity: `invalid` – Something in the body is not as it has to be. `errors` says where, and what to do. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    object: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The site: one website of one controller, by its id in the configuration. */
                site: string;
            };
            cookie?: never;
        };
        /** @description What to do, and why. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObjectionOrder"];
            };
        };
        responses: {
            /** @description What it came to. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Bad Request: `not-utf-8` – The body is not UTF-8. Encode it as UTF-8. `not-json` – The body is not JSON. Check how it is made. `duplicate-key` – An object in the body says a key twice. Say each thing once. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Not Found: `unknown-site` – There is no site of this id. Check the address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large: `too-large` – The body is larger than 64 KB. Send less at once. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type: `media-type` – The body has another media type than it has to have. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity: `invalid` – Something in the body is not as it has to be. `errors` says where, and what to do. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    restrict: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The site: one website of one controller, by its id in the configuration. */
                site: string;
            };
            cookie?: never;
        };
        /** @description What to do, and why. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestrictionOrder"];
            };
        };
        responses: {
            /** @description What it came to. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Bad Request: `not-utf-8` – The body is not UTF-8. Encode it as UTF-8. `not-json` – The body is not JSON. Check how it is made. `duplicate-key` – An object in the body says a key twice. Say each thing once. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Not Found: `unknown-site` – There is no site of this id. Check the address. `unknown-person` – Nothing is known of this person at this site. Check the address and the site. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large: `too-large` – The body is larger than 64 KB. Send less at once. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type: `media-type` – The body has another media type than it has to have. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity: `invalid` – Something in the body is not as it has to be. `errors` says where, and what to do. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    hold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The site: one website of one controller, by its id in the configuration. */
                site: string;
            };
            cookie?: never;
        };
        /** @description What to do, and why. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldOrder"];
            };
        };
        responses: {
            /** @description What it came to. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Bad Request: `not-utf-8` – The body is not UTF-8. Encode it as UTF-8. `not-json` – The body is not JSON. Check how it is made. `duplicate-key` – An object in the body says a key twice. Say each thing once. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Not Found: `unknown-site` – There is no site of this id. Check the address. `unknown-person` – Nothing is known of this person at this site. Check the address and the site. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `no-such-hold` – There is no hold of this name. `detail` lists those that there are. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large: `too-large` – The body is larger than 64 KB. Send less at once. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type: `media-type` – The body has another media type than it has to have. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity: `invalid` – Something in the body is not as it has to be. `errors` says where, and what to do. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    erase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The site: one website of one controller, by its id in the configuration. */
                site: string;
            };
            cookie?: never;
        };
        /** @description What to do, and why. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasureRequest"];
            };
        };
        responses: {
            /** @description What it came to. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureOrder"];
                };
            };
            /** @description Bad Request: `not-utf-8` – The body is not UTF-8. Encode it as UTF-8. `not-json` – The body is not JSON. Check how it is made. `duplicate-key` – An object in the body says a key twice. Say each thing once. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Not Found: `unknown-site` – There is no site of this id. Check the address. `unknown-person` – Nothing is known of this person at this site. Check the address and the site. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large: `too-large` – The body is larger than 64 KB. Send less at once. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type: `media-type` – The body has another media type than it has to have. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity: `invalid` – Something in the body is not as it has to be. `errors` says where, and what to do. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    rectify: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The site: one website of one controller, by its id in the configuration. */
                site: string;
            };
            cookie?: never;
        };
        /** @description What to do, and why. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["RectificationRequest"];
            };
        };
        responses: {
            /** @description What it came to. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RectificationOrder"];
                };
            };
            /** @description Bad Request: `not-utf-8` – The body is not UTF-8. Encode it as UTF-8. `not-json` – The body is not JSON. Check how it is made. `duplicate-key` – An object in the body says a key twice. Say each thing once. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Not Found: `unknown-site` – There is no site of this id. Check the address. `unknown-person` – Nothing is known of this person at this site. Check the address and the site. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `not-movable` – What there is cannot be moved to the new address. `detail` says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large: `too-large` – The body is larger than 64 KB. Send less at once. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type: `media-type` – The body has another media type than it has to have. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity: `invalid` – Something in the body is not as it has to be. `errors` says where, and what to do. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    listCases: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The site: one website of one controller, by its id in the configuration. */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that are open. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cases"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Not Found: `unknown-site` – There is no site of this id. Check the address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    readCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The site: one website of one controller, by its id in the configuration. */
                site: string;
                /** @description The id of the case, from the list of those that are open. */
                case: string;
            };
            cookie?: never;
        };
        /** @description Why it is read. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseReading"];
            };
        };
        responses: {
            /** @description The mail. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Bad Request: `not-utf-8` – The body is not UTF-8. Encode it as UTF-8. `not-json` – The body is not JSON. Check how it is made. `duplicate-key` – An object in the body says a key twice. Say each thing once. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Not Found: `unknown-site` – There is no site of this id. Check the address. `unknown-case` – There is no open case of this id at this site. List those that there are. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large: `too-large` – The body is larger than 64 KB. Send less at once. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type: `media-type` – The body has another media type than it has to have. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity: `invalid` – Something in the body is not as it has to be. `errors` says where, and what to do. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    closeCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The site: one website of one controller, by its id in the configuration. */
                site: string;
                /** @description The id of the case, from the list of those that are open. */
                case: string;
            };
            cookie?: never;
        };
        /** @description What came of it. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseClosing"];
            };
        };
        responses: {
            /** @description What was done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosedCase"];
                };
            };
            /** @description Bad Request: `not-utf-8` – The body is not UTF-8. Encode it as UTF-8. `not-json` – The body is not JSON. Check how it is made. `duplicate-key` – An object in the body says a key twice. Say each thing once. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Not Found: `unknown-site` – There is no site of this id. Check the address. `unknown-case` – There is no open case of this id at this site. List those that there are. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large: `too-large` – The body is larger than 64 KB. Send less at once. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type: `media-type` – The body has another media type than it has to have. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity: `invalid` – Something in the body is not as it has to be. `errors` says where, and what to do. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    announce: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The site: one website of one controller, by its id in the configuration. */
                site: string;
            };
            cookie?: never;
        };
        /** @description What to announce. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnouncementOrder"];
            };
        };
        responses: {
            /** @description How far it is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Announcement"];
                };
            };
            /** @description Bad Request: `not-utf-8` – The body is not UTF-8. Encode it as UTF-8. `not-json` – The body is not JSON. Check how it is made. `duplicate-key` – An object in the body says a key twice. Say each thing once. `cursor` – The cursor is not one that was given here. Begin again without. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Not Found: `unknown-site` – There is no site of this id. Check the address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `other-version` – The privacy notice in force is of another version than the one named. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large: `too-large` – The body is larger than 64 KB. Send less at once. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type: `media-type` – The body has another media type than it has to have. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity: `invalid` – Something in the body is not as it has to be. `errors` says where, and what to do. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description How many at once. */
                limit?: number;
                /** @description Where to go on: that of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The site: one website of one controller, by its id in the configuration. */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deliveries"];
                };
            };
            /** @description Bad Request: `limit` – The limit is not a whole number within its bounds. `cursor` – The cursor is not one that was given here. Begin again without. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Not Found: `unknown-site` – There is no site of this id. Check the address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    retryDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The site: one website of one controller, by its id in the configuration. */
                site: string;
            };
            cookie?: never;
        };
        /** @description Where to go on. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetryOrder"];
            };
        };
        responses: {
            /** @description How it went. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retried"];
                };
            };
            /** @description Bad Request: `not-utf-8` – The body is not UTF-8. Encode it as UTF-8. `not-json` – The body is not JSON. Check how it is made. `duplicate-key` – An object in the body says a key twice. Say each thing once. `cursor` – The cursor is not one that was given here. Begin again without. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Not Found: `unknown-site` – There is no site of this id. Check the address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large: `too-large` – The body is larger than 64 KB. Send less at once. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type: `media-type` – The body has another media type than it has to have. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity: `invalid` – Something in the body is not as it has to be. `errors` says where, and what to do. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    confirmDeletion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The site: one website of one controller, by its id in the configuration. */
                site: string;
            };
            cookie?: never;
        };
        /** @description Who was deleted, and where. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeletionReport"];
            };
        };
        responses: {
            /** @description It is on record. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deletion"];
                };
            };
            /** @description Bad Request: `not-utf-8` – The body is not UTF-8. Encode it as UTF-8. `not-json` – The body is not JSON. Check how it is made. `duplicate-key` – An object in the body says a key twice. Say each thing once. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description Not Found: `unknown-site` – There is no site of this id. Check the address. `nothing-to-confirm` – This processor was told to delete nobody of this id, or was told otherwise since. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large: `too-large` – The body is larger than 64 KB. Send less at once. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type: `media-type` – The body has another media type than it has to have. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity: `invalid` – Something in the body is not as it has to be. `errors` says where, and what to do. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    showConfirmation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What the link in the mail carries. It needs no log-in, works for years and is good for one thing alone. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page with the button. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page: the link is none of ours, or was cut off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page: the time to confirm is over, or what was confirmed was withdrawn since. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalPage"];
            503: components["responses"]["BusyPage"];
        };
    };
    confirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What the link in the mail carries. It needs no log-in, works for years and is good for one thing alone. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page: confirmed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page: the link is none of ours, or was cut off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page: the time to confirm is over, or what was confirmed was withdrawn since. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalPage"];
            503: components["responses"]["BusyPage"];
        };
    };
    showUnsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What the link in the mail carries. It needs no log-in, works for years and is good for one thing alone. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page with the button. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page: the link is none of ours, or was cut off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalPage"];
            503: components["responses"]["BusyPage"];
        };
    };
    unsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What the link in the mail carries. It needs no log-in, works for years and is good for one thing alone. */
                token: string;
            };
            cookie?: never;
        };
        /** @description What mail programs send (RFC 8058); nothing from the page’s own button. */
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @constant */
                    "List-Unsubscribe"?: "One-Click";
                };
                "multipart/form-data": {
                    /** @constant */
                    "List-Unsubscribe"?: "One-Click";
                };
            };
        };
        responses: {
            /** @description Withdrawn, now or before. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                    "text/html": string;
                };
            };
            /** @description A page: the link is none of ours, or was cut off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalPage"];
            503: components["responses"]["BusyPage"];
        };
    };
    showPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What the link in the mail carries. It needs no log-in, works for years and is good for one thing alone. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page, as things stand now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page: the link is none of ours, or was cut off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page: nothing is left of the person. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalPage"];
            503: components["responses"]["BusyPage"];
        };
    };
    changePreferences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What the link in the mail carries. It needs no log-in, works for years and is good for one thing alone. */
                token: string;
            };
            cookie?: never;
        };
        /** @description What the page’s own buttons send. */
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": {
                    /**
                     * @description `save` what is ticked, `end` everything, `ask` again for what was just ended.
                     * @enum {string}
                     */
                    do?: "save" | "end" | "ask";
                    /** @description What is ticked. */
                    purpose?: string[];
                    /** @description What was ticked when the page was made. */
                    before?: string[];
                    /**
                     * @description The button with another language.
                     * @enum {string}
                     */
                    language?: "de" | "en";
                } & {
                    [key: string]: string;
                };
            };
        };
        responses: {
            /** @description The page, as things stand now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page: the link is none of ours, or was cut off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page: nothing is left of the person. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalPage"];
            503: components["responses"]["BusyPage"];
        };
    };
    showKeep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What the link in the mail carries. It needs no log-in, works for years and is good for one thing alone. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page: the link is none of ours, or was cut off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page: nothing is in force any more. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalPage"];
            503: components["responses"]["BusyPage"];
        };
    };
    keep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What the link in the mail carries. It needs no log-in, works for years and is good for one thing alone. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page: the link is none of ours, or was cut off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page: nothing is in force any more. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalPage"];
            503: components["responses"]["BusyPage"];
        };
    };
    getAsset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What the link in the mail carries. It needs no log-in, works for years and is good for one thing alone. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A page: the link is none of ours, or was cut off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page: the order or the file is gone. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalPage"];
            503: components["responses"]["BusyPage"];
        };
    };
    getReceipt: {
        parameters: {
            query?: {
                /** @description As a file to keep; without it, as a page to read and print. */
                format?: "json";
            };
            header?: never;
            path: {
                /** @description What the link in the mail carries. It needs no log-in, works for years and is good for one thing alone. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The receipt. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description A page: the link is none of ours, or was cut off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page: the proof was deleted after its time. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalPage"];
            503: components["responses"]["BusyPage"];
        };
    };
    getCheckpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The checkpoint. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Not Found: `not-in-the-log` – The log has nothing there, or not yet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    getLogKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    getTile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Level and index, such as `0/x001/067`, or `0/000.p/12` for a tile that is not full. It contains slashes, which are sent as they are. */
                tile: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tile. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Not Found: `not-in-the-log` – The log has nothing there, or not yet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
    showVerifier: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
        };
    };
}
