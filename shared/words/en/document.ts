import type { document as de } from '../de/document';

/** What stands in the margins of a document. */
export const document: typeof de = {
  contents: 'Contents',
  page: (number, of) => `Page ${number} of ${of}`,
};
