/** A setting that nothing works without, read when a function starts, so that it fails then. */
export function required(variable: string): string {
  const value = optional(variable);
  if (value === undefined) throw new Error(`The environment variable ${variable} is missing.`);
  return value;
}

/** A setting that may be left out, or be empty. */
export function optional(variable: string): string | undefined {
  return process.env[variable] || undefined;
}
