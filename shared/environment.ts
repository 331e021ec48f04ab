/** A setting without which a function cannot work; read when the module loads, so that it fails at start-up. */
export function required(variable: string): string {
  const value = process.env[variable];
  if (!value) throw new Error(`The environment variable ${variable} is missing.`);
  return value;
}
