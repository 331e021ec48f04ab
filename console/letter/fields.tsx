import { today } from './said';

interface TickProps {
  readonly text: string;
  readonly on: boolean;
  readonly set: (on: boolean) => void;
}

export const Tick = ({ text, on, set }: TickProps) => (
  <p>
    <label class="plain">
      <input type="checkbox" checked={on} onChange={({ currentTarget }) => set(currentTarget.checked)} /> {text}
    </label>
  </p>
);

interface DayProps {
  readonly name: string;
  readonly day: string;
  readonly set: (day: string) => void;
  /** For a day to come; otherwise it is one that has been. */
  readonly first?: string;
}

export const Day = ({ name, day, set, first }: DayProps) => (
  <p>
    <label>
      {name}{' '}
      <input
        type="date"
        class="short"
        value={day}
        {...(first === undefined ? { max: today() } : { min: first })}
        onInput={({ currentTarget }) => set(currentTarget.value)}
      />
    </label>
  </p>
);

interface TextProps {
  readonly name: string;
  readonly hint?: string;
  readonly text: string;
  readonly longest: number;
  readonly set: (text: string) => void;
  readonly off?: boolean;
}

export const Text = ({ name, hint, text, longest, set, off = false }: TextProps) => (
  <p>
    <label>
      {name}
      {hint !== undefined && <span class="soft hint">{hint}</span>}
      <input
        type="text"
        autocomplete="off"
        maxLength={longest}
        value={text}
        disabled={off}
        onInput={({ currentTarget }) => set(currentTarget.value)}
      />
    </label>
  </p>
);
