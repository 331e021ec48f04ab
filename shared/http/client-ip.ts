import { BlockList, isIP } from 'node:net';
import type { Network } from '../ledger/part';
import { cut } from '../well-formed';
import type { HttpRequest } from './request';

const family = (ip: string): 'ipv4' | 'ipv6' => (isIP(ip) === 6 ? 'ipv6' : 'ipv4');

/** The proxies of ours that say whom they forward a request for. */
export type Proxies = BlockList;

/** @param list of networks in CIDR notation, separated by commas */
export function proxiesIn(list: string): Proxies {
  const blocks = new BlockList();
  for (const cidr of list.split(',').filter(Boolean)) {
    const [address = '', bits = isIP(address) === 6 ? '128' : '32'] = cidr.trim().split('/');
    // Not Number(), which would read "10.0.0.0/" as "everybody".
    blocks.addSubnet(address, parseInt(bits, 10), family(address));
  }
  return blocks;
}

const isTrusted = (proxies: Proxies, ip: string): boolean => isIP(ip) !== 0 && proxies.check(ip, family(ip));

/**
 * Whom a request came from. The direct caller, unless that is one of our proxies: then the
 * last address in X-Forwarded-For that is none of them. What is further left anybody could have written.
 */
export function clientIp(proxies: Proxies, { sourceIp, headers }: HttpRequest): Pick<Known, 'ip' | 'ipSource'> {
  if (!isTrusted(proxies, sourceIp)) return { ip: sourceIp, ipSource: 'connection' };
  const hops = (headers['x-forwarded-for'] ?? '').split(',').map((hop) => hop.trim());
  const ip = hops.reverse().find((hop) => !isTrusted(proxies, hop));
  return ip !== undefined && isIP(ip) !== 0 ? { ip, ipSource: 'proxy' } : { ip: sourceIp, ipSource: 'connection' };
}

const LONGEST = 512;

/** The network part of a step that was taken over HTTP. */
/** Whoever calls us has an address. */
interface Known extends Network {
  readonly ip: string;
}

export function networkOf(proxies: Proxies, request: HttpRequest): Known {
  const { 'user-agent': userAgent } = request.headers;
  return {
    ...clientIp(proxies, request),
    ...(userAgent && { userAgent: storable(userAgent) }),
  };
}

/** Headers hold what callers please; the vault takes text of a reasonable length. */
export function storable(text: string): string {
  return cut(text, LONGEST);
}
