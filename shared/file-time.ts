/** A moment, UTC, as it stands in names of files: `20261129T081530`. */
export const fileTime = (moment: Date): string => moment.toISOString().replace(/[-:]|\..*/g, '');
