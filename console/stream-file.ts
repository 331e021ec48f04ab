import type { FilePart, LedgerFile } from '../clients/typescript/src/caller.ts';
import { save } from './save';

/** What browsers have that can write to the disk while more comes (File System Access). */
interface Picker {
  readonly showSaveFilePicker?: (options: { readonly suggestedName: string }) => Promise<FileSystemFileHandle>;
}

/** As much as is collected in memory, where the browser cannot write to the disk. */
const MOST_BYTES = 150 * 1024 * 1024;

/** The file is larger than this browser can take. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

export interface Streaming {
  readonly type: string;
  readonly first: () => Promise<FilePart>;
  readonly next: (query: Readonly<Record<string, string>>) => Promise<FilePart>;
  /** What of a part belongs into the file. */
  readonly trim: (bytes: Uint8Array) => Uint8Array;
  /** Told of each part as it arrives, whether or not it is kept. */
  readonly came: (bytes: Uint8Array) => void;
  readonly isStopped: () => boolean;
}

export const canStream = (): boolean => (window as Picker).showSaveFilePicker !== undefined;

/**
 * Gets the parts of a file and writes each to the disk as it comes, or collects them where the browser cannot do that. A file that
 * did not come as a whole is not left behind.
 *
 * @returns what it is called; undefined where the operator stopped it
 */
export async function streamFile(streaming: Streaming): Promise<string | undefined> {
  const arrived = async (coming: Promise<FilePart>) => {
    const { file, next } = await coming;
    const bytes = streaming.trim(file.bytes);
    streaming.came(bytes);
    return { name: file.name, bytes, next };
  };
  const first = await arrived(streaming.first());
  const sink = await sinkFor(first.name, streaming.type);
  if (!sink) return undefined;
  try {
    for (let part: Arrived | undefined = first; part;) {
      if (streaming.isStopped()) {
        await sink.drop();
        return undefined;
      }
      await sink.write(part.bytes);
      part = part.next && (await arrived(streaming.next(part.next)));
    }
    await sink.close();
    return sink.name;
  } catch (error) {
    await sink.drop();
    throw error;
  }
}

interface Arrived extends Pick<FilePart, 'next'> {
  readonly bytes: Uint8Array;
}

interface Sink {
  readonly name: string;
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
  drop(): Promise<void>;
}

/** Undefined where the operator did not want to save it after all. */
async function sinkFor(name: string, type: string): Promise<Sink | undefined> {
  const picker = (window as Picker).showSaveFilePicker;
  if (!picker) return collected(name, type);
  try {
    const handle = await picker.call(window, { suggestedName: name });
    const stream = await handle.createWritable();
    return {
      name: handle.name,
      write: (bytes) => stream.write(new Uint8Array(bytes)),
      close: () => stream.close(),
      drop: () => stream.abort(),
    };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    // The browser wanted the press to be a moment ago, or does not let this page do it.
    return collected(name, type);
  }
}

function collected(name: string, type: string): Sink {
  const parts: Uint8Array[] = [];
  let size = 0;
  const whole = (): LedgerFile['bytes'] => {
    const all = new Uint8Array(size);
    parts.reduce((at, part) => (all.set(part, at), at + part.length), 0);
    return all;
  };
  return {
    name,
    write: async (bytes) => {
      size += bytes.length;
      if (size > MOST_BYTES) throw new TooLarge();
      parts.push(bytes);
      return Promise.resolve();
    },
    close: async () => Promise.resolve(save({ name, bytes: whole() }, type)),
    drop: async () => Promise.resolve(),
  };
}
