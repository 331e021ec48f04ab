type Json = Readonly<Record<string, unknown>>;

/**
 * Whether an event is what a pattern of EventBridge describes; filters of pipes and event source mappings are such patterns, too.
 *
 * @throws an error for conditions that do not occur in our templates
 */
export function isMatch(pattern: unknown, event: unknown): boolean {
  return Object.entries(pattern as Json).every(([key, wanted]) => {
    const value = (event as Json | undefined)?.[key];
    return Array.isArray(wanted) ? wanted.some((one) => isMet(one, value)) : isMatch(wanted, value);
  });
}

function isMet(condition: unknown, value: unknown): boolean {
  if (condition === null || typeof condition !== 'object') return value === condition;
  const [[name, argument] = ['nothing']] = Object.entries(condition);
  switch (name) {
    case 'prefix':
      return typeof value === 'string' && value.startsWith(String(argument));
    case 'exists':
      return (value !== undefined) === argument;
    default:
      throw new Error(`The rehearsal does not know the condition ${JSON.stringify(condition)}.`);
  }
}

/** What an input template of a pipe makes of an event. */
export function transformed(template: string, event: unknown): string {
  return template.replace(/<(\$\.[\w.]+)>/g, (_, path: string) => String(at(path, event)));
}

/** The value at a path such as `$.dynamodb.NewImage.type.S`; what is no path is itself. */
export function at(path: string, event: unknown): unknown {
  if (!path.startsWith('$.')) return path;
  return path
    .slice(2)
    .split('.')
    .reduce<unknown>((value, key) => (value as Json | undefined)?.[key], event);
}
