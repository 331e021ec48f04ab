import path from 'node:path';
import { required } from '../../shared/environment';

/** Where a file is that was deployed with the function: Lambda unpacks both in one place. */
export const deployedFile = (name: string): string => path.join(required('LAMBDA_TASK_ROOT'), name);
