import { config, type core } from 'zod/mini';
import en from 'zod/v4/locales/en.js';

// zod/mini brings no wording of its own; without a locale every message would be "Invalid input".
config(en());

// Meant for `import * as z`. Handed on as one object it could not be shaken: 400 KB, most of it other languages.
export * from 'zod/mini';
/** Hides that object, so that whoever names it in braces does not compile. @public */
export declare const z: never;

/** One finding of a validation: where, and what to do about it. Never quotes the value: it may be personal. */
export interface Finding {
  /** A JSON pointer (RFC 6901) into what was validated; "?" stands for a key that is not repeated. */
  readonly pointer: string;
  readonly detail: string;
}

export function findings(error: core.$ZodError): Finding[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ pointer: pointer([...issue.path, key]), detail: 'This field is not known here.' }))
      : [{ pointer: pointer(issue.path), detail: issue.message }],
  );
}

/** A key that is no plain name was made up by the caller and may hold anything; it is not repeated. */
export function pointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${/^[\w.-]{1,40}$/.test(String(step)) ? String(step) : '?'}`).join('');
}
