import { optional, required } from '../../shared/environment';
import { proxiesIn, type Proxies } from '../../shared/http/client-ip';

export const publicUrl = (): string => required('PUBLIC_URL');

export const proxies = (): Proxies => proxiesIn(optional('TRUSTED_PROXIES') ?? '');
