/** Tells the operator of the stack of a problem, in one short line without personal data. */
export type Report = (line: string) => void;
