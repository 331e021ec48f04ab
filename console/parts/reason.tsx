import { useId } from 'preact/hooks';
import { useDesk } from '../context';

interface ReasonProps {
  /** What is asked, where it is more than the reason. */
  readonly label?: string;
  readonly hint: string;
  readonly value: string;
  /** Whether the operator pressed the button without one. */
  readonly isMissing?: boolean;
  readonly set: (reason: string) => void;
}

/** Why something is done: it becomes part of the person's record. */
export function ReasonField({ label, hint, value, isMissing = false, set }: ReasonProps) {
  const { reason } = useDesk().words;
  const id = useId();
  return (
    <div class="no-print">
      <label for={id}>{label ?? reason.label}</label>
      <p class="soft" id={`${id}-hint`}>
        {hint} {reason.inProof}
      </p>
      <input
        id={id}
        type="text"
        maxLength={500}
        autocomplete="off"
        value={value}
        aria-describedby={`${id}-hint ${id}-wrong`}
        aria-invalid={isMissing}
        onInput={({ currentTarget }) => set(currentTarget.value)}
      />
      <p id={`${id}-wrong`} class="wrong" role="status">
        {isMissing && reason.missing}
      </p>
    </div>
  );
}

/** As the server asks for: three characters, and nobody's address. */
export const isReason = (text: string): boolean => text.trim().length >= 3 && !/\S@\S/.test(text);
