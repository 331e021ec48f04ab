/** What stands in the margins of a document. */
export const document = {
  page: (number: number, of: number) => `Seite ${number} von ${of}`,
};
