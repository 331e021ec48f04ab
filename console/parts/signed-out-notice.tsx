import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../context';

/** Says that the session ended, and lets the operator in again without losing what they typed. */
export function SignedOutNotice() {
  const { words, session, api, me } = useDesk();
  const [isOut, setIsOut] = useState(false);
  const [error, setError] = useState<string>();
  useEffect(() => session.onEnd(() => setIsOut(true)), [session]);
  if (!isOut) return null;
  const again = (): void => {
    setError(undefined);
    session
      .signInBeside()
      .then(() => api.me())
      .then(
        // Somebody else sees nothing of what the first had open.
        ({ operator }) => (operator.id === me.operator.id ? setIsOut(false) : window.location.assign('/console')),
        (thrown: unknown) => setError(String(thrown)),
      );
  };
  return (
    <div class="trouble" role="alert">
      <p>
        <strong>{words.signIn.ended}.</strong> {words.signIn.endedText}
      </p>
      {error !== undefined && <p>{words.signIn.refused(error)}</p>}
      <button type="button" onClick={again}>
        {words.signIn.again}
      </button>
    </div>
  );
}
