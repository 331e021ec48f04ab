import { cpSync } from 'node:fs';
import path from 'node:path';
import { FONT_FILES } from '../shared/document/fonts';

/** The form of PDFKit in bundles: of two the one that finds its files without `import.meta`. */
export const PDFKIT = require.resolve('pdfkit');

/** Fonts that nobody embeds; a document has none of them. */
export const STANDARD_FONTS = '#standard-fonts/*';

/**
 * Puts the files that documents are made with beside the function: fonts as Node finds them, and PDFKit's colour
 * profile.
 */
export function copyDocumentFiles(folder: string): void {
  for (const file of Object.values(FONT_FILES)) {
    cpSync(require.resolve(file), path.join(folder, 'node_modules', file), { recursive: true });
  }
  const profile = path.join('data', 'sRGB_IEC61966_2_1.icc');
  cpSync(path.join(path.dirname(PDFKIT), profile), path.join(folder, profile), { recursive: true });
}
