/** An option of a command. Without `takes` it is a switch. */
export interface Option {
  /** What stands for its value in the help, such as SITE. */
  readonly takes?: string;
  readonly says: string;
  readonly isNeeded?: true;
  readonly default?: string;
  readonly oneOf?: readonly string[];
  /** It can be given several times. */
  readonly isList?: true;
}

export type Options = Readonly<Record<string, Option>>;

type Text<O extends Option> = O extends { readonly oneOf: readonly (infer C)[] } ? C : string;

type Value<O extends Option> = O extends { readonly takes: string }
  ? O extends { readonly isList: true }
    ? readonly string[]
    : O extends { readonly isNeeded: true } | { readonly default: string }
      ? Text<O>
      : Text<O> | undefined
  : boolean;

export type Values<O extends Options> = { readonly [Name in keyof O]: Value<O[Name]> };

/** Arguments without a name. */
export interface Operands {
  /** What stands for them in the help, such as FILE. */
  readonly names: string;
  readonly least: number;
  readonly most: number;
  /** What to say where there are more or fewer. */
  readonly ask: string;
}

export interface Spec<O extends Options> {
  readonly name: string;
  /** What stands after the name, a line for each way to call it. @default made of what is needed */
  readonly usage?: readonly string[];
  readonly about: string;
  readonly operands?: Operands;
  readonly options: O;
  readonly notes?: string;
  /** What each exit code means; 2 is the same for all commands. */
  readonly exits: Readonly<Record<number, string>>;
  /** Gives the exit code; nothing for 0. */
  readonly run: (values: Values<O>, operands: readonly string[]) => Promise<number | void>;
}
