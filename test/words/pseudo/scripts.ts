import { printReport } from '../../../cli/verify-report';
import type { Bundle } from '../../../shared/evidence/bundle';
import type { Language } from '../../../shared/policy/schema';
import { BODY } from '../../../shared/verify/page/document';
import { details, verdict } from '../../../shared/verify/page/result';
import type { Report } from '../../../shared/verify/report';
import { verifyBundle } from '../../../shared/verify/verify-bundle';
import { DropIn } from '../../../shared/web/form/drop-in';
import { SignUpForm } from '../../../shared/web/form/form';
import type { Notices } from '../../../shared/web/form/notices';
import { verifyPageIn } from '../../../shared/words/verify-page';
import { fileOf, forge, type Loose } from '../../verify/forge';
import { FORGERIES } from '../../verify/forgeries';
import { FakeElement, pretendToBeABrowser } from './fake-dom';

const textsOf = (element: unknown): string[] => (element as FakeElement).texts();

interface Spoken {
  readonly page: string[];
  readonly printed: string[];
  /** What the files say of themselves. */
  readonly data: string[];
}

/** What the verifier says of good files and of bad ones, on its page and on the command line. */
function verdicts(language: Language, bundles: readonly Bundle[]): Spoken {
  const [good, other] = bundles as [Bundle, Bundle];
  const forged = FORGERIES.map(([, change]) =>
    forge(good, (it) => change(it, structuredClone(other) as Loose<Bundle>)),
  );
  const reports: Report[] = [...bundles, ...forged].map((bundle) => verifyBundle(fileOf(bundle)));
  const page = reports.flatMap((report) => [
    ...textsOf(verdict(report, language)),
    ...details(report, language).flatMap(textsOf),
  ]);
  const printed: string[] = [];
  const out = { isTTY: false, write: (text: string) => printed.push(...text.split('\n')) };
  for (const report of reports) printReport(report, language, out as unknown as NodeJS.WriteStream);
  return { page, printed, data: reports.flatMap(({ about }) => saidIn(about)) };
}

/** Every text and number in what a file says of itself. */
function saidIn(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(saidIn);
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}

/** What the script puts into the page where it finds a place for it. */
function placed(language: Language): string[] {
  const texts = new Map(Object.entries(verifyPageIn(language)).map(([name, text]) => [name, text as unknown]));
  return [...BODY.matchAll(/data-text="(\w+)"/g)]
    .map(([, name = '']) => texts.get(name))
    .filter((text) => typeof text === 'string');
}

export function verifier(language: Language, bundles: readonly Bundle[]): Spoken {
  pretendToBeABrowser({});
  const { page, ...others } = verdicts(language, bundles);
  return { page: [...placed(language), ...page], ...others };
}

/** The form of a website that has the language, from its questions to the thanks, with all that can go wrong. */
export async function dropIn(language: Language, notices: Notices): Promise<string[]> {
  const form = new Map<string, string>();
  class FormData {
    get = (name: string): string => form.get(name) ?? '';
    getAll = (): string[] => [...form.values()].slice(1);
  }
  const answers: (() => Response)[] = [() => new Response('', { status: 500 }), () => Response.json(notices)];
  const fetch = (): Promise<Response> =>
    Promise.resolve((answers.shift() ?? ((): Response => new Response('', { status: 202 })))());
  pretendToBeABrowser({ FormData, fetch, console: { ...console, error: (): void => {} } });
  const texts = troubles(notices);
  const asset = notices.assets[0]?.id;
  for (const wanted of [undefined, asset]) {
    const script = new FakeElement('script');
    const options = {
      api: new URL('https://consent.example/'),
      language,
      purposes: undefined,
      asset: wanted,
      form: undefined,
      fields: [],
    };
    const drop = new DropIn({ ...options, target: undefined }, script as unknown as HTMLScriptElement);
    await drop.start();
    texts.push(...script.texts());
    await drop.start();
    texts.push(...script.texts());
    form.set('email', 'a@example.org').set('purpose', notices.purposes[0]?.id ?? '');
    script.querySelector('form')?.listeners.get('submit')?.({ preventDefault: () => {} });
    texts.push(...script.texts());
    await new Promise((resolve) => setTimeout(resolve, 10));
    texts.push(...script.texts());
    answers.push(
      () => new Response('', { status: 500 }),
      () => Response.json(notices),
    );
  }
  return texts;
}

function troubles(notices: Notices): string[] {
  const [asset] = notices.assets;
  const form = new SignUpForm('', { ...notices, asset }, new URL('https://consent.example/'));
  const pointers = ['/email', '/purposes', ...notices.fields.map(({ id }) => `/fields/${id}`)];
  const kinds = (['stale', 'tooMany', 'busy', 'offline'] as const).map((kind) => ({ kind }));
  return [...kinds, { kind: 'wrong' as const, pointers }].flatMap((trouble) => {
    form.complain(trouble);
    return textsOf(form.element);
  });
}
