/** What the operations are grouped by, in the order of the documentation. */
export const TAGS = {
  'Sign-up': 'What a website needs: the wording to show, and where its form goes. No access token.',
  Marketing: 'Whom may we write to? Role `marketing`.',
  Backends: 'What servers of the controller report. Roles `backend` and `marketing`.',
  Operators: 'Who calls, and what for. For people who sign in and for machines alike.',
  Compliance: 'Proof, and what persons ask for. Each call becomes part of the person’s record. Role `compliance`.',
  Processors: 'What those say who mail for the controller, and Amazon, which sends for us. Role `processor`.',
  Links: 'The addresses in mails. The token in the link is all it takes; GET changes nothing, ever.',
  Console:
    'The pages where marketing and compliance work: they sign in there, and each button is an operation of this document.',
  Log: 'The public log over the hashes of all entries (C2SP tlog-tiles), and the page that checks evidence.',
} as const;

export type Tag = keyof typeof TAGS;
