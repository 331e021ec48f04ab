/** Whether a file is a PDF: our PDFs have the evidence file attached. */
export function isPdf(file: Uint8Array): boolean {
  return file.length > 4 && String.fromCharCode(...file.subarray(0, 4)) === '%PDF';
}

const EMBEDDED = /\/Type\s*\/EmbeddedFile\b/;
const LENGTH = /\/Length\s+(\d+)(?!\s+\d+\s+R)/;

/** The first file attached to a PDF; undefined if there is none, or none that is as simply written as in ours. */
export async function readAttachment(pdf: Uint8Array): Promise<Uint8Array | undefined> {
  // One character for each byte, so that places in the text are places in the file.
  const text = new TextDecoder('latin1').decode(pdf);
  const at = EMBEDDED.exec(text)?.index ?? -1;
  const start = text.slice(at).search(/stream\r?\n/) + at;
  const header = text.slice(text.lastIndexOf(' obj', at), start);
  const length = LENGTH.exec(header)?.[1];
  if (at < 0 || start < at || length === undefined) return undefined;
  const from = text.indexOf('\n', start) + 1;
  const bytes = pdf.slice(from, from + Number(length));
  if (!header.includes('/Filter')) return bytes;
  return /\/Filter\s*\/FlateDecode/.test(header) ? inflate(bytes) : undefined;
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
  try {
    const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
    return new Uint8Array(await new Response(inflated).arrayBuffer());
  } catch {
    return undefined;
  }
}
