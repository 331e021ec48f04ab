/** What operators have to see to, in the order in which it presses. */
export const WORKLISTS = [
  ...(['requests', 'mails', 'weighings', 'review'] as const),
  ...(['holds', 'restrictions', 'deliveries', 'deletions'] as const),
] as const;
