import { required } from '../../shared/environment';
import { logReader } from '../../shared/ledger/log-reader';
import type { LogReader } from '../../shared/log/store';
import { logTable } from './tables';

export const log = (): LogReader => logReader(logTable());
export const logOrigin = (): string => required('LOG_ORIGIN');
