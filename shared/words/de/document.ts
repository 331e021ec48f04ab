/** What stands in the margins of a document. */
export const document = {
  /** Of the page that lists the sections of a long document. */
  contents: 'Inhalt',
  page: (number: number, of: number) => `Seite ${number} von ${of}`,
};
