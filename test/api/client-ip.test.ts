import { clientIp, networkOf, proxiesIn, storable } from '../../shared/http/client-ip';
import type { HttpRequest } from '../../shared/http/request';

const request = (sourceIp: string, headers: Record<string, string> = {}): HttpRequest => ({
  method: 'POST',
  path: '/',
  routeKey: '$default',
  headers,
  query: {},
  params: {},
  body: Buffer.alloc(0),
  sourceIp,
});

describe('whom a request came from', () => {
  const PROXIES = '10.0.0.0/8, 192.0.2.1,2001:db8:1::/48';
  const VISITOR = '203.0.113.9';

  test.each([
    ['no proxy is trusted', '', '10.0.0.1', VISITOR, '10.0.0.1', 'connection'],
    [
      'the caller is none of ours, so its header is hearsay',
      PROXIES,
      '203.0.113.7',
      VISITOR,
      '203.0.113.7',
      'connection',
    ],
    ['our proxy names the visitor', PROXIES, '10.0.0.1', VISITOR, VISITOR, 'proxy'],
    ['the visitor forged more to the left', PROXIES, '10.0.0.1', `6.6.6.6, ${VISITOR}`, VISITOR, 'proxy'],
    [
      'the visitor forged one of our proxies to the left',
      PROXIES,
      '10.0.0.1',
      `6.6.6.6, 10.0.0.9, ${VISITOR}`,
      VISITOR,
      'proxy',
    ],
    ['two of our proxies in a row', PROXIES, '10.0.0.1', `${VISITOR}, 10.2.2.2`, VISITOR, 'proxy'],
    ['a single address as proxy', PROXIES, '192.0.2.1', VISITOR, VISITOR, 'proxy'],
    ['the neighbour of that single address', PROXIES, '192.0.2.2', VISITOR, '192.0.2.2', 'connection'],
    ['a proxy over IPv6', PROXIES, '2001:db8:1::7', '2001:db8:f::1', '2001:db8:f::1', 'proxy'],
    ['a proxy over IPv4 in IPv6', PROXIES, '::ffff:10.0.0.1', VISITOR, VISITOR, 'proxy'],
    ['nobody but our proxies', PROXIES, '10.0.0.1', '10.1.1.1, 10.2.2.2', '10.0.0.1', 'connection'],
    ['a hop that is no address', PROXIES, '10.0.0.1', `${VISITOR}, unknown`, '10.0.0.1', 'connection'],
    ['a hop with an e-mail address in it', PROXIES, '10.0.0.1', 'erika@example.com', '10.0.0.1', 'connection'],
    ['an empty header', PROXIES, '10.0.0.1', '', '10.0.0.1', 'connection'],
  ])('%s', (_, proxies, sourceIp, forwarded, ip, ipSource) => {
    expect(clientIp(proxiesIn(proxies), request(sourceIp, { 'x-forwarded-for': forwarded }))).toEqual({ ip, ipSource });
  });

  test('without the header, it is the caller', () => {
    expect(clientIp(proxiesIn(PROXIES), request('10.0.0.1'))).toEqual({ ip: '10.0.0.1', ipSource: 'connection' });
  });

  test.each(['10.0.0.0/', '10.0.0.0/33', '10.0.0.0/x', 'proxy.example.com', '10.0.0/8'])(
    'a list of proxies with the slip "%s" stops the function at its start',
    (list) => {
      expect(() => proxiesIn(list)).toThrow();
    },
  );
});

describe('the network part of a step', () => {
  const nobody = proxiesIn('');

  test('holds the user agent where there is one, and no other page that was visited', () => {
    const headers = { 'user-agent': 'Browser/1', referer: 'https://www.demo.example/' };
    const network = { ip: '203.0.113.7', ipSource: 'connection' };
    expect(networkOf(nobody, request('203.0.113.7', headers))).toEqual({
      ...network,
      userAgent: 'Browser/1',
    });
    expect(networkOf(nobody, request('203.0.113.7'))).toEqual(network);
  });

  test.each([
    ['cut to 512', 'x'.repeat(5000), 'x'.repeat(512)],
    ['never within a character', `${'x'.repeat(511)}😀`, 'x'.repeat(511)],
    ['no half character that came along', 'a\uD800b', 'a\uFFFDb'],
  ])('a header is made fit to be stored: %s', (_, header, stored) => {
    expect(storable(header)).toBe(stored);
  });
});

describe('whom CloudFront names', () => {
  const EDGE_ADDRESS = '130.176.1.2';
  const through = (viewer: string | undefined, proxies = '', forwarded = `6.6.6.6, 203.0.113.9, ${EDGE_ADDRESS}`) =>
    clientIp(proxiesIn(proxies), {
      ...request(EDGE_ADDRESS, {
        'x-forwarded-for': forwarded,
        ...(viewer !== undefined && { 'cloudfront-viewer-address': viewer }),
      }),
      isFromEdge: true,
    });

  test.each([
    ['203.0.113.9:46532', '203.0.113.9'],
    ['[2001:db8::9]:443', '2001:db8::9'],
    ['2001:db8::9:443', '2001:db8::9'],
    ['2001:db8:1:2:3:4:5:6:51234', '2001:db8:1:2:3:4:5:6'],
    ['::1:51234', '::1'],
    ['::ffff:203.0.113.9:443', '::ffff:203.0.113.9'],
  ])('%s is %s', (viewer, ip) => {
    expect(through(viewer)).toEqual({ ip, ipSource: 'proxy' });
  });

  test.each([
    undefined,
    '',
    'unknown',
    '203.0.113.9',
    ':443',
    '203.0.113.9:',
    '203.0.113.9:x',
    '203.0.113.9:443, 6.6.6.6:1',
    '6.6.6.6:1,203.0.113.9:443',
    '[203.0.113.9]:443x',
    '[2001:db8::9',
    'erika@example.com:443',
    '203.0.113.999:443',
  ])('a header that says %j is none: it is the direct caller', (viewer) => {
    expect(through(viewer)).toEqual({ ip: EDGE_ADDRESS, ipSource: 'connection' });
  });

  test('is hearsay where the request did not come through our distribution', () => {
    const forged = request('203.0.113.7', { 'cloudfront-viewer-address': '6.6.6.6:1' });
    expect(clientIp(proxiesIn(''), forged)).toEqual({ ip: '203.0.113.7', ipSource: 'connection' });
    expect(clientIp(proxiesIn('203.0.113.0/24'), forged)).toEqual({ ip: '203.0.113.7', ipSource: 'connection' });
  });

  test('can be a proxy of ours, which names the visitor before it; whatever stands further left is forged', () => {
    const forwarded = `10.0.0.1, 6.6.6.6, 203.0.113.9, 10.0.0.1, ${EDGE_ADDRESS}`;
    expect(through('10.0.0.1:443', '10.0.0.0/8', forwarded)).toEqual({ ip: '203.0.113.9', ipSource: 'proxy' });
  });
});
