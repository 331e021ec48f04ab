/** Why the file that is attached to a PDF cannot be told for sure. */
export type PdfProblem =
  /** It was written to again, or put together anew, after it was made. */
  'pdfChanged' | 'pdfEncrypted' | 'pdfNoAttachment' | 'pdfSeveralAttachments' | 'pdfUnreadable';

/** What a file is that is neither evidence nor a receipt nor a closing statement. */
export type OtherFile =
  | PdfProblem
  | 'accessReport'
  | 'portableData'
  | 'export'
  | 'jsonLd'
  | 'csv'
  | 'tlogProof'
  | 'checkpoint'
  | 'webPage'
  | 'laterFormat'
  | 'otherJson'
  | 'noJson';
