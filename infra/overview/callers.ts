/** Those who use the system, and what they call: the paths of docs/openapi.json, by their ends. */
export interface Caller {
  readonly name: string;
  /** How the system knows them. */
  readonly by: string;
  readonly calls: readonly (readonly [path: string, what: string])[];
}

export const LEFT: readonly Caller[] = [
  {
    name: 'Person',
    by: 'a link in a mail, no account',
    calls: [
      ['/confirm', 'one button, no script'],
      ['/unsubscribe', 'also one click, RFC 8058'],
      ['/preferences', 'topics, language, “no more”'],
      ['/keep', '“yes, I still want it”'],
      ['/assets · /receipts', 'download; a receipt'],
    ],
  },
  {
    name: 'Website',
    by: 'its origin',
    calls: [
      ['/form.js', 'the form in one line'],
      ['/notices', 'the wording to show'],
      ['/signups · /signups/sent', 'sign up'],
    ],
  },
  {
    name: 'Backend',
    by: 'token: signup:write',
    calls: [
      ['/signups', 'for a visitor of its own'],
      ['/consents', 'given elsewhere; a contract'],
      ['/opt-outs · /imports', 'left elsewhere; 100 at once'],
      ['/contracts/ended', 'their end'],
    ],
  },
];

export const RIGHT: readonly Caller[] = [
  {
    name: 'Marketing',
    by: 'token: audience:read, activity:write',
    calls: [
      ['/audience · /links', 'whom we may mail'],
      ['/changes · /leavers', 'since the last time'],
      ['/summary · /register', 'how many, by what words'],
      ['/counts', 'how many, and how many left'],
      ['/permissions · /me', 'one address; who calls'],
      ['/confirmations · /console', 'a mail again; pages'],
      ['/activity · /feedback', 'used; bounced'],
    ],
  },
  {
    name: 'Compliance',
    by: 'token: evidence:read, evidence:write',
    calls: [
      ['/evidence', 'with its proofs: JSON, PDF, CSV'],
      ['/subjects', 'access, erasure, hold ...'],
      ['/cases · /letters', 'requests, answers'],
      ['/deliveries · /addresses', 'not told; who is listed'],
      ['/reviews · /worklists', 'still needed; to do'],
      ['/announcements', 'of a new privacy notice'],
      ['/brake', 'bounces; release'],
      ['/processors · /fetches', 'in step; who has lists'],
      ['/journal', 'who did what, and why'],
    ],
  },
  {
    name: 'Processor',
    by: 'token: processor:write',
    calls: [['/deletions · /leavings', 'told by signed webhooks']],
  },
  {
    name: 'Anybody',
    by: 'nothing',
    calls: [
      ['/log', 'checkpoints, tiles, keys'],
      ['/verify', 'checks a file, offline'],
    ],
  },
];

/** Called by AWS, and so by nobody in the picture. */
export const BY_AWS: readonly string[] = ['/feedback/ses'];
