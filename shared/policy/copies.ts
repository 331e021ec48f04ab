/**
 * For how many days copies of the tables are kept at most, in whatever region: what is personal, and history, which names nobody.
 * docs/decisions/0018-backups-and-erasure.md has the reasons.
 */
export const COPY_DAYS = { Personal: 7, History: 366 } as const;
