interface ReasonProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  /** What is wrong with it; undefined where nothing is. */
  readonly wrong: string | undefined;
  readonly set: (reason: string) => void;
}

/** Why something is decided: it becomes part of the person's record. */
export function ReasonField({ label, hint, value, wrong, set }: ReasonProps) {
  return (
    <>
      <label for="why">{label}</label>
      <p class="soft" id="why-hint">
        {hint}
      </p>
      <input
        id="why"
        type="text"
        maxLength={500}
        autocomplete="off"
        value={value}
        aria-describedby="why-hint why-wrong"
        aria-invalid={wrong !== undefined}
        onInput={({ currentTarget }) => set(currentTarget.value)}
      />
      <p id="why-wrong" class="wrong">
        {wrong}
      </p>
    </>
  );
}

/** As the server asks for: three characters, and nobody's address. */
export const isReason = (text: string): boolean => text.trim().length >= 3 && !/\S@\S/.test(text);
