import { OWN_RIGHTS, type OwnRight } from '../consent/steps/right-requested';
import { LANGUAGES, type Language } from '../policy/schema';
import type { Press } from './press';

/** What a person wants of the preference centre. */
export type Wish =
  /** `before` is what was ticked when the page was made: who leaves it as it is wants nothing changed. */
  | { readonly wants: 'save'; readonly before: readonly string[]; readonly ticked: readonly string[] }
  | { readonly wants: 'end' }
  | { readonly wants: 'ask'; readonly purposes: readonly string[] }
  | { readonly wants: 'language'; readonly language: Language }
  | { readonly wants: OwnRight; readonly email: string | undefined };

/** Undefined where no button was pressed that there is; then nothing is to be done. */
export function readWish({ form }: Pick<Press, 'form'>): Wish | undefined {
  const purposes = form.get('purpose') ?? [];
  const language = LANGUAGES.find((known) => form.get('language')?.includes(known));
  if (language) return { wants: 'language', language };
  const [button = ''] = form.get('do') ?? [];
  switch (button) {
    case 'save':
      return { wants: 'save', before: form.get('before') ?? [], ticked: purposes };
    case 'end':
      return { wants: 'end' };
    case 'ask':
      return { wants: 'ask', purposes };
    default: {
      const right = OWN_RIGHTS.find((known) => known === button);
      return right && { wants: right, email: form.get('email')?.[0] };
    }
  }
}
