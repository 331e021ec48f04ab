import { headingOf, textOf } from './page-text';
import type { Answer, World } from './world';

/** What a page of the preference centre says and holds. */
export interface Seen {
  readonly status: number;
  readonly title: string;
  readonly language: string;
  /** The page as a reader has it. */
  readonly text: string;
  /** Purposes with a box that can be ticked, and those that are. */
  readonly boxes: readonly string[];
  readonly ticked: readonly string[];
  readonly body: string;
}

/** A person at their preferences, with a browser that knows forms and nothing else. */
export interface PreferenceCentre {
  open(method?: string): Promise<Seen>;
  /** Ticks exactly these on the page that was seen last, and saves. */
  save(...ticked: readonly string[]): Promise<Seen>;
  end(): Promise<Seen>;
  speak(language: string): Promise<Seen>;
  /** What a form elsewhere posts that undoes something. */
  ask(...purposes: readonly string[]): Promise<Seen>;
}

type Fields = readonly (readonly [string, string])[];

export function preferenceCentre(world: World, token: string): PreferenceCentre {
  let last: Seen | undefined;
  const see = (answer: Answer): Seen => (last = seenOn(answer));
  const params = { token };
  const post = async (event: string, fields: Fields): Promise<Seen> => {
    const body = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
    return see(await world.call('preferences', event, { params, body }));
  };
  const centre: PreferenceCentre = {
    open: async (method = 'GET') => see(await world.call('preferences', 'preferences-page', { params, method })),
    save: async (...ticked) => {
      const { body, boxes } = last ?? (await centre.open());
      expect(ticked.filter((id) => !boxes.includes(id))).toEqual([]);
      const purposes = ticked.map((id) => ['purpose', id] as const);
      return post('preferences-save', [...hidden(body), ...purposes, ['do', 'save']]);
    },
    end: async () => post('preferences-end', [...hidden((last ?? (await centre.open())).body), ['do', 'end']]),
    speak: (language) => post('preferences-language', [['language', language]]),
    ask: (...purposes) => post('preferences-undo', [...purposes.map((id) => ['purpose', id] as const), ['do', 'ask']]),
  };
  return centre;
}

function seenOn({ statusCode, body }: Answer): Seen {
  const boxes = [...body.matchAll(/<input type="checkbox"[^>]*>/g)].map(([tag]) => tag);
  const idOf = (tag: string): string => /value="([^"]*)"/.exec(tag)?.[1] ?? '';
  return {
    status: statusCode,
    title: headingOf(body),
    language: /<html lang="(\w+)">/.exec(body)?.[1] ?? '',
    text: textOf(body),
    boxes: boxes.filter((tag) => !tag.includes(' disabled')).map(idOf),
    ticked: boxes.filter((tag) => tag.includes(' checked')).map(idOf),
    body,
  };
}

/** What a form sends that nobody sees. */
export function hidden(body: string): Fields {
  return [...body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  );
}
