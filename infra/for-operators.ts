const NAMES: readonly string[] = ['RegionError', 'StageError', 'PolicyError', 'DeploymentError'];

/**
 * Whether an error says to an operator what to do. Told by name, as sites are loaded from a bundle of their own, whose classes
 * are not ours.
 */
export function isForOperators(error: unknown): error is Error {
  return NAMES.includes((error as Error | undefined)?.name ?? '');
}
