import type { Language } from '../../policy/schema';
import type { Options } from './options';

export interface Notice {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly text: string;
}

export interface PurposeNotice extends Notice {
  readonly name: string;
  readonly requires?: readonly string[];
}

export interface Field {
  readonly id: string;
  readonly label: string;
}

/** The part of the answer of `GET /v1/sites/{site}/notices` that forms use. */
export interface Notices {
  readonly language: Language;
  readonly controller: { readonly name: string; readonly privacyNotice: string };
  readonly purposes: readonly PurposeNotice[];
  readonly assets: readonly Notice[];
  readonly fields: readonly Field[];
}

/** The questions of one form. */
export interface Questions {
  readonly language: Language;
  readonly controller: Notices['controller'];
  readonly purposes: readonly PurposeNotice[];
  readonly asset: Notice | undefined;
  readonly fields: readonly Field[];
}

/** Fetches today's wording; where the site does not have the language, in the site's own. */
export async function loadQuestions(options: Options, cache: RequestCache = 'default'): Promise<Questions> {
  const url = new URL('notices', options.api);
  const ask = (query: string): Promise<Response> => fetch(url.href + query, { cache, credentials: 'omit' });
  let answer = await ask(`?language=${options.language}`);
  if (answer.status === 400) answer = await ask('');
  if (!answer.ok) throw new Error(`${url.href} answered ${answer.status}`);
  return questionsOf((await answer.json()) as Notices, options);
}

/** @throws {Error} where the page names something that the site does not have; the message is for the developer */
export function questionsOf({ language, controller, ...notices }: Notices, options: Options): Questions {
  const { purposes = notices.purposes.map(({ id }) => id), asset, fields } = options;
  const questions = {
    language,
    controller,
    purposes: pick(notices.purposes, purposes).filter((purpose, _, shown) => canBeGiven(purpose, shown)),
    asset: asset === undefined ? undefined : pick(notices.assets, [asset])[0],
    fields: pick(notices.fields, fields),
  };
  if (questions.purposes.length === 0 && !questions.asset) throw new Error('There is nothing that the form could ask');
  return questions;
}

/** The named items of the site, in the page's order. */
function pick<T extends { readonly id: string }>(known: readonly T[], wanted: readonly string[]): T[] {
  return wanted.map((id) => {
    const found = known.find((one) => one.id === id);
    if (!found) throw new Error(`The site has no "${id}", only: ${known.map((one) => one.id).join(', ')}`);
    return found;
  });
}

/** Whether the form shows a purpose that this one requires; otherwise it could never be ticked. */
function canBeGiven({ requires }: PurposeNotice, shown: readonly PurposeNotice[]): boolean {
  return !requires || shown.some(({ id }) => requires.includes(id));
}
