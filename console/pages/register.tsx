import { deskRegisterIn } from '../../shared/words/desk-register';
import type { deskRegister } from '../../shared/words/de/desk-register';
import { localeIn } from '../../shared/words/locale';
import { readableDay, shortTime } from '../../shared/words/times';
import type { Api } from '../api';
import { namesOf, useDesk } from '../context';
import { useLoaded } from '../loaded';
import { useOwnWords } from '../own-words';
import type { PageProps } from '../pages';
import { PageTitle } from '../parts/page-title';
import { Trouble } from '../parts/trouble';

type Register = Awaited<ReturnType<Api['register']>>;
type Wording = Register['purposes'][number]['wordings'][number];
type Own = typeof deskRegister;

/** Every wording: versions, languages, and how many rest on it. */
export function RegisterPage({ grant }: PageProps) {
  const { api, words, language } = useDesk();
  const own = useOwnWords(deskRegisterIn);
  const { loaded, again } = useLoaded(() => api.register(grant.site), [grant.site]);
  if (!own) return null;
  const known = namesOf(grant, [...grant.purposes, ...grant.downloads], language);
  return (
    <>
      <PageTitle title={own.title(grant.name)} kind={words.register} site={grant.name} />
      <p>{own.intro}</p>
      {loaded.is === 'loading' && <p role="status">{own.loading}</p>}
      {loaded.is === 'trouble' && <Trouble error={loaded.error} again={again} />}
      {loaded.is === 'there' && (
        <>
          {loaded.value.purposes.map(({ purpose, countedAt, wordings }) => (
            <section aria-labelledby={`of-${purpose}`}>
              <h2 id={`of-${purpose}`}>{known.get(purpose) ?? purpose}</h2>
              <Wordings wordings={wordings} own={own} />
              <p class="soft">{own.counted(shortTime(countedAt, language))}</p>
            </section>
          ))}
          {loaded.value.assets.map(({ asset, wordings }) => (
            <section aria-labelledby={`of-${asset}`}>
              <h2 id={`of-${asset}`}>
                {own.assets}: {known.get(asset) ?? asset}
              </h2>
              {wordings.map(({ version, language: spoken, text, hash }) => (
                <Text
                  summary={`${own.version(version)}, ${own.languages[spoken] ?? spoken}`}
                  {...{ text, hash, own }}
                  lang={spoken}
                />
              ))}
            </section>
          ))}
        </>
      )}
    </>
  );
}

function Wordings({ wordings, own }: { readonly wordings: readonly Wording[]; readonly own: Own }) {
  return (
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">{own.state}</th>
          <th scope="col">{own.language}</th>
          <th scope="col">{own.resting}</th>
          <th scope="col">{own.text}</th>
        </tr>
      </thead>
      <tbody>
        {wordings.map((wording) => (
          <Row key={wording.hash} wording={wording} own={own} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ wording, own }: { readonly wording: Wording; readonly own: Own }) {
  const { language } = useDesk();
  const { version, language: spoken, text, hash, isCurrent, restingOn, oldest, newest } = wording;
  const day = (at: string): string => readableDay(new Date(at), language);
  const written = restingOn.toLocaleString(localeIn(language).tag);
  const count = restingOn === 0 ? own.nobody : restingOn === 1 ? own.one : own.people(written);
  return (
    <tr>
      <th scope="row">
        {version === undefined ? own.unknownVersion : own.version(version)}{' '}
        <span class={`state ${isCurrent ? 'good' : 'ended'}`}>{isCurrent ? own.current : own.earlier}</span>
      </th>
      <td data-label={own.language}>{spoken === undefined ? '' : (own.languages[spoken] ?? spoken)}</td>
      <td data-label={own.resting}>
        {count}
        {oldest !== undefined && newest !== undefined && (
          <span class="soft">
            {' '}
            ({own.since} {own.between(day(oldest), day(newest))})
          </span>
        )}
      </td>
      <td data-label={own.text}>
        <Text summary={own.show} text={text ?? ''} lang={spoken} {...{ hash, own }} />
      </td>
    </tr>
  );
}

interface TextProps {
  readonly summary: string;
  readonly text: string;
  readonly hash: string;
  /** In which the text is. */
  readonly lang: string | undefined;
  readonly own: Own;
}

function Text({ summary, text, hash, lang, own }: TextProps) {
  return (
    <details>
      <summary>{summary}</summary>
      <p lang={lang} class="wording">
        {text}
      </p>
      <p class="soft">
        {own.hash} <code>{hash}</code>
      </p>
    </details>
  );
}
