/** What a row can be imported as. */
export const KINDS = ['consents', 'withdrawals', 'objections', 'bounces'] as const;
export type Kind = (typeof KINDS)[number];
