import { useDesk, type Grant } from '../context';
import { useLoaded } from '../loaded';
import type { Person, PersonFile, Request } from '../api';
import { Day, Text, Tick } from './fields';
import type { RequestWords } from './preview';
import { hasToEnd, today, wishesOf, type Said, type Verdict, type Writer } from './said';
import { Waiting } from './waiting';

export interface SayingProps {
  readonly grant: Grant;
  readonly own: RequestWords;
  readonly said: Said;
  readonly change: (change: Partial<Said>) => void;
  readonly writer: Writer;
  readonly person: Person | undefined;
  readonly file: PersonFile | undefined;
  readonly names: ReadonlyMap<string, string>;
  /** Nothing can be changed once it was carried out. */
  readonly isDone: boolean;
  /** What the person has no answer to yet, or the request that is answered here. */
  readonly waiting: readonly Request[];
}

/** What the letter says, and what else has to be known to carry that out. */
export function Saying(props: SayingProps) {
  const { own, said, change, writer, file, isDone } = props;
  return (
    <section>
      <fieldset disabled={isDone}>
        <legend>
          <h2>{own.page.says}</h2>
        </legend>
        <div class="options">
          {wishesOf(file, writer.id !== undefined).map((wish) => (
            <label>
              <input
                type="radio"
                name="wish"
                checked={said.wish === wish}
                onChange={() => change({ wish, purpose: undefined })}
              />{' '}
              {own.wishes[wish]}
            </label>
          ))}
        </div>
        <More {...props} />
      </fieldset>
    </section>
  );
}

function More(props: SayingProps) {
  const { own, said, change, writer } = props;
  const { reason } = useDesk().words;
  const { page } = own;
  if (writer.id === undefined) return null;
  switch (said.wish) {
    case 'withdrawal':
    case 'objection':
      return <Purposes {...props} ids={endable(props)} />;
    case 'weighing':
      return (
        <>
          <p class="soft">{page.weighingHint}</p>
          <Purposes {...props} ids={endable(props)} />
        </>
      );
    case 'verdict':
      return <Verdicts {...props} />;
    case 'erasure':
      return (
        <>
          <Tick text={page.suppress} on={said.suppress} set={(suppress) => change({ suppress })} />
          <Tick text={page.despiteDuty} on={said.despiteDuty} set={(despiteDuty) => change({ despiteDuty })} />
        </>
      );
    case 'rectification':
      return <Fields {...props} />;
    case 'lifting':
      return (
        <>
          <Tick text={page.asked} on={said.isAsked} set={(isAsked) => change({ isAsked })} />
          {!said.isAsked && (
            <Day name={page.informedOn} day={said.informedOn} set={(informedOn) => change({ informedOn })} />
          )}
        </>
      );
    case 'dispute':
      return (
        <>
          <Text
            name={page.label}
            hint={`${page.labelHint}. ${reason.inProof}`}
            text={said.label}
            longest={100}
            set={(label) => change({ label })}
          />
          <Day name={page.reviewBy} day={said.reviewBy} set={(reviewBy) => change({ reviewBy })} first={today()} />
          <Waiting {...props} />
        </>
      );
    case 'never-agreed':
      return <Precaution {...props} />;
    case 'access':
      return <p class="soft">{page.proofElsewhere(own.wishes.other)}</p>;
    case 'other':
      return <p class="soft">{page.proofBelow}</p>;
    case 'portability':
    case 'restriction':
    case undefined:
      return null;
  }
}

/** Whether mail ends for whoever says that they never agreed, while they are answered. */
function Precaution({ own, said, change, person }: SayingProps) {
  const { title, ends, endsHint, answers, answersHint } = own.page.precaution;
  if (!hasToEnd(person)) return null;
  const choices = [
    [true, ends, endsHint],
    [false, answers, answersHint],
  ] as const;
  return (
    <fieldset>
      <legend>{title}</legend>
      <div class="options">
        {choices.map(([isPrecaution, name, hint]) => (
          <label>
            <input
              type="radio"
              name="precaution"
              checked={said.isPrecaution === isPrecaution}
              onChange={() => change({ isPrecaution })}
            />{' '}
            <span>
              {name}
              <span class="soft hint">{hint}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What a contract needs can be neither withdrawn nor objected to. */
const endable = ({ person }: SayingProps): string[] =>
  (person?.purposes ?? []).filter(({ legalBasis }) => legalBasis !== 'contract').map(({ id }) => id);

function Purposes({ own, said, change, names, ids }: SayingProps & { readonly ids: readonly string[] }) {
  return (
    <p>
      <label>
        {own.page.purposes}{' '}
        <select
          value={said.purpose ?? ''}
          onChange={({ currentTarget: { value } }) => change({ purpose: value === '' ? undefined : value })}
        >
          <option value="">{own.page.everything}</option>
          {ids.map((id) => (
            <option value={id}>{names.get(id) ?? id}</option>
          ))}
        </select>
      </label>
    </p>
  );
}

const VERDICTS: readonly Verdict[] = ['upheld', 'refused'];

/** What came of weighing an objection, for all that is weighed or for one of it. */
function Verdicts(props: SayingProps) {
  const { own, said, change, file } = props;
  const weighed = file?.weighed ?? [];
  return (
    <>
      {weighed.length > 1 && <Purposes {...props} ids={weighed} />}
      <fieldset>
        <legend>{own.page.verdict}</legend>
        <div class="options">
          {VERDICTS.map((verdict) => (
            <label>
              <input
                type="radio"
                name="verdict"
                checked={said.verdict === verdict}
                onChange={() => change({ verdict })}
              />{' '}
              {own.page.verdicts[verdict]}
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}

/** What the person said of themselves, each of which may be wrong; and their address. */
function Fields({ grant, own, said, change, person, writer }: SayingProps) {
  const { api, language } = useDesk();
  const { loaded } = useLoaded(() => api.fields(grant.site, language), [grant.site, language]);
  const fields = loaded.is === 'there' ? [...loaded.value] : [];
  const isMove = said.newEmail.trim() !== '';
  return (
    <>
      {fields.map(([id, label]) => {
        const there = person?.fields?.[id] ?? '';
        const set = (text: string): void => {
          const { [id]: _, ...others } = said.fields;
          change({ fields: text === there ? others : { ...others, [id]: text } });
        };
        return (
          <Text name={label} text={isMove ? there : (said.fields[id] ?? there)} longest={200} set={set} off={isMove} />
        );
      })}
      {writer.email === undefined ? (
        <p class="soft">{own.page.addressFirst}</p>
      ) : (
        <Text
          name={own.page.newEmail}
          hint={own.page.newEmailHint}
          text={said.newEmail}
          longest={254}
          set={(newEmail) => change({ newEmail })}
          off={Object.keys(said.fields).length > 0}
        />
      )}
    </>
  );
}
