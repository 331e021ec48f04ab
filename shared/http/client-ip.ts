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
 * Whom a request came from: the direct caller, unless that is one of our proxies. Then it is the last address in X-Forwarded-For
 * before the direct caller that is none of them; what is further left anybody could have written. Of what our CloudFront
 * distribution sends on, the direct caller is whom CloudFront names.
 */
export function clientIp(proxies: Proxies, request: HttpRequest): Pick<Known, 'ip' | 'ipSource'> {
  const { sourceIp, headers, isFromEdge } = request;
  const viewer = isFromEdge && viewerIp(headers['cloudfront-viewer-address']);
  const direct = viewer || sourceIp;
  const itself = { ip: direct, ipSource: viewer ? 'proxy' : 'connection' } as const;
  if (!isTrusted(proxies, direct)) return itself;
  const hops = (headers['x-forwarded-for'] ?? '').split(',').map((hop) => hop.trim());
  // Behind CloudFront's own address stands none that it did not write itself.
  const before = viewer && hops.includes(viewer) ? hops.slice(0, hops.lastIndexOf(viewer)) : hops;
  const ip = before.reverse().find((hop) => !isTrusted(proxies, hop));
  return ip !== undefined && isIP(ip) !== 0 ? { ip, ipSource: 'proxy' } : itself;
}

/** `198.51.100.7:46532`, or IPv6 with or without brackets: the port stands behind the last colon. Undefined for anything else. */
function viewerIp(header: string | undefined): string | undefined {
  const [, bracketed, plain] = /^(?:\[([^\]]+)\]|(.+)):\d{1,5}$/.exec(header ?? '') ?? [];
  const ip = bracketed ?? plain ?? '';
  return isIP(ip) === 0 ? undefined : ip;
}

const LONGEST = 512;

/** Whoever calls us has an address. */
interface Known extends Network {
  readonly ip: string;
}

/** The network part of a step that was taken over HTTP. */
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
