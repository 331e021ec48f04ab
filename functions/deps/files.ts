import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { required } from '../../shared/environment';

/** Where a file is that was deployed with the function: Lambda unpacks both in one place. */
export const deployedFile = (name: string): string => path.join(required('LAMBDA_TASK_ROOT'), name);

/** Its text, read when somebody first asks for it. */
export function deployedText(name: string): () => Promise<string> {
  const file = deployedFile(name);
  let text: Promise<string> | undefined;
  return () => (text ??= readFile(file, 'utf8'));
}
