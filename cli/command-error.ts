/** Thrown when a command cannot do its work. The message tells the operator what is wrong and what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/**
 * The failure as a sentence, if it happened outside of this program: the network, AWS. Undefined for any other error.
 */
export function failureOutside(error: unknown, url = 'The system'): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { cause, message, name } = error as Error & { readonly cause?: { readonly code?: string } };
  if (message === 'fetch failed') return `${url} cannot be reached (${cause?.code ?? 'no answer'}). Is it running?`;
  const isOfAws = '$metadata' in error || name === 'CredentialsProviderError' || message === 'Region is missing';
  return isOfAws ? `AWS refused or did not answer: ${name}: ${message}` : undefined;
}
