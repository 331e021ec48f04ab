/** Every kind of problem, by status and code; `type` in the answer is `urn:consent-ledger:<code>`. What to do about it. */
export const PROBLEMS = {
  '400 not-utf-8': 'The body is not UTF-8. Encode it as UTF-8.',
  '400 not-json': 'The body is not JSON. Check how it is made.',
  '400 duplicate-key': 'An object in the body says a key twice. Say each thing once.',
  '400 not-a-form': 'The body is not a form of the kind that its Content-Type says.',
  '400 unknown-language': 'The site has no texts in this language. `detail` lists those that it has.',
  '400 parameter': 'The query has a parameter that there is not here. `detail` names it; check how it is spelt.',
  '400 cursor': 'The cursor is not one that was given here. Begin again without.',
  '400 since': 'The day is none, or longer ago than is known. `detail` says since when it is.',
  '400 profile': 'There is no such kind of table. `detail` lists those that there are.',
  '400 segment': 'There is no such segment. `detail` lists those that there are.',
  '400 limit': 'The limit is not a whole number within its bounds.',
  '400 period': 'The first day comes after the last one, or they are more than 366 days apart.',
  '400 each': 'There are no such periods. `detail` says which there are.',
  '400 by': 'Counts are not split by that. `detail` says by what they are.',
  '400 operator': 'That is no id of an operator.',
  '400 person': 'That is no id of a person.',
  '400 type': 'There is no such type of steps. The document lists those that there are (`StepType`).',
  '401 token': 'The access token is not valid here, or not any more. Get a new one and repeat.',
  '403 grant': 'The access token is not good for this at this site. `detail` says which scope it lacks, and where.',
  '428 proof-of-work':
    'Very many sign up just now. Solve `challenge` (ALTCHA) and send the same again, with the solution as `altcha`.',
  '403 refused': 'The message is not certainly from whom it names. Nothing was done.',
  '403 origin': 'A page of another origin posted. Add the origin to the site.',
  '403 visitor': 'Only a backend with its access token may say who its visitor is.',
  '403 source': 'Only a backend with its access token may say where it asked.',
  '404 unknown-site': 'There is no site of this id. Check the address.',
  '404 unknown-purpose': 'The site has no such purpose. Its notices list those that there are.',
  '404 unknown-person': 'Nothing is known of this person at this site. Check the address and the site.',
  '404 unknown-case': 'There is no open case of this id at this site. List those that there are.',
  '404 nothing-to-confirm': 'This processor was told to delete nobody of this id, or was told otherwise since.',
  '404 not-in-the-log': 'The log has nothing there, or not yet.',
  '406 not-acceptable': 'There is no such form of it. `detail` lists the media types that there are.',
  '409 date-past': 'The privacy notice holds already, and people are told beforehand.',
  '409 other-version': 'The privacy notice in force is of another version than the one named.',
  '409 not-movable': 'What there is cannot be moved to the new address. `detail` says why.',
  '409 not-so':
    'The letter would tell of something that is not in the history, or lacks your reasons or the request that it answers.',
  '409 too-late': 'The person had to be told within the month that it takes longer. Answer the request now.',
  '409 nothing-pending':
    'Nobody of this address waits for a confirmation mail, or the address is gone. Nothing was sent.',
  '409 undeliverable': 'Mail to this address comes back. Ask the person for another one.',
  '409 nothing-to-review':
    'Something named is not on the list, or no longer. `errors` says which; look at the list again.',
  '409 changed-meanwhile':
    'Something happened since the preview. Nothing was done, or only what `done` lists; `preview` says what would be done now.',
  '409 no-such-hold': 'There is no hold of this name. `detail` lists those that there are.',
  '409 suppressed': 'The person asked not to be brought back. Do not mail them.',
  '409 restricted': 'The data of the person may not be used for now. Do not mail them.',
  '409 erased': 'The data of the person was erased after this was given. Do not mail them.',
  '409 objected': 'The person objected to this purpose. Do not mail them for it.',
  '409 withdrawn': 'The person withdrew after this was given. Do not mail them for it.',
  '409 lapsed': 'The person did not answer whether to go on. Do not mail them for it.',
  '410 site-closed': 'The site was closed: nobody can sign up there any more. Take the form down.',
  '410 cursor-too-old': 'Changes of then are kept no longer. Take a new cursor, then the audience.',
  '413 too-large': 'The body is larger than 64 KB. Send less at once.',
  '415 media-type': 'The body has another media type than it has to have.',
  '422 invalid': 'Something in the body is not as it has to be. `errors` says where, and what to do.',
  '422 too-large': 'The answer is larger than 6 MB. Accept gzip, or ask for less.',
  '500 internal': 'Something went wrong on our side. Repeat; that is harmless.',
  '503 unavailable': 'The tool that reports could not be asked. Report it again; nothing was done.',
  '503 busy': 'Too much at once. Repeat after `Retry-After` seconds; nothing was lost.',
} as const;

export type ProblemKey = keyof typeof PROBLEMS;

/** Those that only visitors, websites, processors and auditors of the log are answered. */
export const NOT_AT_THE_DESK = [
  '400 not-a-form',
  '403 refused',
  '403 origin',
  '403 visitor',
  '403 source',
  '404 not-in-the-log',
  '409 erased',
  '409 lapsed',
  '409 objected',
  '409 suppressed',
  '409 withdrawn',
  '428 proof-of-work',
  '503 unavailable',
] as const satisfies readonly ProblemKey[];

/** Those that operators who sign in may be answered: the console has words for each. */
export type DeskProblem = Exclude<ProblemKey, (typeof NOT_AT_THE_DESK)[number]>;

export const codeOf = (key: ProblemKey): string => key.slice(4);
export const statusOf = (key: ProblemKey): number => Number(key.slice(0, 3));
