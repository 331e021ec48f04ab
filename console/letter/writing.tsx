import type { Request } from '../api';
import { Day } from './fields';
import type { RequestWords } from './preview';
import { isOurs, isPast, isTold, needsIdentity, type Said, type Via } from './said';

const VIAS: readonly Via[] = ['letter', 'e-mail', 'phone', 'in-person'];
const IDENTITIES = ['reply-to-address', 'known-address', 'document', 'lawyer', 'ask'] as const;

export interface WritingProps {
  readonly own: RequestWords;
  readonly said: Said;
  readonly change: (change: Partial<Said>) => void;
  /** One that is known already, so that it is known how and when it came. */
  readonly request: Request | undefined;
  /** Something is known of the person, which an answer may tell. */
  readonly isKnown: boolean;
  readonly isDone: boolean;
  /** What the operator forgot, once they pressed the button. */
  readonly isMissing: boolean;
}

/** By which way and when it came, and how it is known that the person writes. */
export function Writing({ own, said, change, request, isKnown, isDone, isMissing }: WritingProps) {
  const { page } = own;
  // Who hears the answer can still be made sure of once mail has ended.
  const isAsked = isKnown && isTold(said.wish);
  const lacksDay = isMissing && !isPast(said.receivedOn);
  const lacksIdentity = isMissing && needsIdentity(said.wish) && said.identity === undefined;
  // Of a request that there is nothing of it is asked before it is known what it says.
  if ((request && said.wish === undefined) || isOurs(said.wish)) return null;
  return (
    <section aria-labelledby="who-writes">
      <h2 id="who-writes">{page.who}</h2>
      <fieldset disabled={isDone && !isAsked} aria-labelledby="who-writes">
        {!request && !(isDone && isAsked) && (
          <>
            <div class="row">
              <label>
                {page.how}{' '}
                <select value={said.via} onChange={({ currentTarget }) => change({ via: currentTarget.value as Via })}>
                  {VIAS.map((via) => (
                    <option value={via}>{own.vias[via]}</option>
                  ))}
                </select>
              </label>
              <Day name={page.received} day={said.receivedOn} set={(receivedOn) => change({ receivedOn })} />
            </div>
            {lacksDay ? (
              <p class="wrong" role="alert">
                {page.receivedMissing}
              </p>
            ) : (
              <p class="soft">{page.receivedHint}</p>
            )}
          </>
        )}
        {needsIdentity(said.wish) || isAsked ? (
          <fieldset>
            <legend>{page.identity}</legend>
            {isAsked && <p class="soft">{page.identityOfAnswer}</p>}
            <div class="options">
              {IDENTITIES.map((identity) => (
                <label>
                  <input
                    type="radio"
                    name="identity"
                    checked={said.identity === identity}
                    onChange={() => change({ identity })}
                  />{' '}
                  {page.identities[identity]}
                </label>
              ))}
            </div>
            {lacksIdentity && (
              <p class="wrong" role="alert">
                {page.identityMissing}
              </p>
            )}
          </fieldset>
        ) : (
          said.wish !== undefined && <p class="soft">{page.anybody}</p>
        )}
      </fieldset>
    </section>
  );
}
