/** What file systems, LevelDB and esbuild say, each in its way. */
const SAY: readonly (readonly [RegExp, (folder: string) => string])[] = [
  [
    /ENOSPC|EDQUOT|no space left on device|disk quota exceeded/i,
    (folder) => `The disk with ${folder} is full. Make room, or choose another folder: DATA_DIR=/elsewhere npm start`,
  ],
  [
    /EROFS|EACCES|EPERM|read-only file system|permission denied|operation not permitted/i,
    (folder) => `${folder} cannot be written to. Choose another folder: DATA_DIR=/elsewhere npm start`,
  ],
];

/** Says so where a folder that cannot be written to is behind an error; otherwise undefined. */
export function whyUnwritable(error: unknown, folder: string): string | undefined {
  const said = reasonsIn(error).join('\n');
  return SAY.find(([pattern]) => pattern.test(said))?.[1](folder);
}

/** An error's own words, and those of what caused it. */
function reasonsIn(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  return [`${(error as NodeJS.ErrnoException).code ?? ''} ${error.message}`, ...reasonsIn(error.cause)];
}
