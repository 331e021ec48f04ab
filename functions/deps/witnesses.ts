import { optional } from '../../shared/environment';
import { parseWitnesses, type Witness } from '../../shared/log/configured-witness';

/** Those who cosign checkpoints of the log; without any, nothing else differs. */
export const witnesses = (): Witness[] => parseWitnesses(optional('WITNESSES') ?? '');
