/** A moment, UTC, as it stands in names of files: `20261129T081530Z`. */
const fileTime = (moment: Date): string => moment.toISOString().replace(/[-:]|\.\d+/g, '');

/**
 * What a file is called that is handed out: what it is, of which site, about which case or person (by id) or for what, and when it
 * was made. So two of them cannot be mixed up, and no name says an address.
 */
export const fileName = (about: readonly string[], at: Date, ending: string): string =>
  `${[...about, fileTime(at)].join('-')}.${ending}`;
