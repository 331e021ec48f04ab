/** Of every reason, and of every name of a dispute. */
export const IN_PROOF = 'It stands in the proof, which a court reads, too.';

/** Words for the members that the orders about a person have in common. */
export const COMMON_MEMBERS = {
  email: 'The address, in whatever spelling.',
  id: 'Or the id by which a list names the person: one of the two.',
  reason: `Why, without any address: it outlives what it is about. ${IN_PROOF}`,
  dryRun: 'Only say what would be done.',
  forCase: 'The request that it is done for, by its id.',
  identity: 'How you made sure that the person asks for it (Art. 12(6) GDPR).',
  expects:
    'The `head` of the preview that you saw, or null where it has none. If the history moved since, nothing is done, and the ' +
    'answer is 409 `changed-meanwhile` with the fresh `preview`. Left out, it is done whatever there is now.',
};

export const TOLD_MEMBERS = {
  via: 'By which way the person told us.',
  receivedOn: 'The day on which it arrived.',
};

/** An order that came by letter, for examples. */
export const LETTER = { email: 'erika@example.org', reason: 'letter of 20 November' };
export const BY_LETTER = { ...LETTER, via: 'letter', receivedOn: '2026-11-20' };
