import { BlockList, isIP } from 'node:net';
import { CommandError } from '../command-error';

/** Networks as operators write them: 203.0.113.0/24, 2001:db8::/32, or a single address. @throws {CommandError} */
export function readNetworks(texts: readonly string[]): (ip: string) => boolean {
  const list = new BlockList();
  for (const text of texts) add(list, text);
  return (ip) => {
    const family = isIP(ip);
    return family !== 0 && list.check(ip, family === 4 ? 'ipv4' : 'ipv6');
  };
}

function add(list: BlockList, text: string): void {
  const [address = '', prefix, ...more] = text.split('/');
  const family = isIP(address);
  const longest = family === 4 ? 32 : 128;
  const bits = prefix === undefined ? longest : /^\d{1,3}$/.test(prefix) ? Number(prefix) : -1;
  if (family === 0 || more.length > 0 || bits < 0 || bits > longest) {
    throw new CommandError(`"${text}" is no network; write it as 203.0.113.0/24 or 2001:db8::/32.`);
  }
  list.addSubnet(address, bits, family === 4 ? 'ipv4' : 'ipv6');
}
