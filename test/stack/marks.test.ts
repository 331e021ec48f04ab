import { find, variants, type Mark } from './marks';

const ADDRESS = 'Kanarie.Vogel@trillern.example';
const MARKS: Mark[] = [{ name: 'address', text: ADDRESS }];

describe('the search that the canary relies on finds an address', () => {
  test.each([
    ['as it is', ADDRESS],
    ['in upper case', ADDRESS.toUpperCase()],
    ['in a JSON text within a JSON text', JSON.stringify(JSON.stringify({ email: ADDRESS }))],
    ['backwards', [...ADDRESS].reverse().join('')],
    ['in UTF-16', Buffer.from(`x${ADDRESS}y`, 'utf16le')],
    ['in hex', Buffer.from(`x${ADDRESS}y`).toString('hex')],
    ['in a URL', new URLSearchParams({ email: ADDRESS }).toString()],
    ['in a path', encodeURI(`/confirm/${ADDRESS}`)],
    ['in a page', `<p>${ADDRESS.replace('@', '&#64;').replaceAll('.', '&#46;')}</p>`],
    ['in base64', Buffer.from(`{"email":"${ADDRESS}"}`).toString('base64')],
    ['in base64, one byte on', Buffer.from(`{"email": "${ADDRESS}"}`).toString('base64')],
    ['in base64, two bytes on', Buffer.from(`{"email" : "${ADDRESS}"}`).toString('base64')],
    ['in a token', Buffer.from(`\x01${ADDRESS}\x02`).toString('base64url')],
    ['by its hash', variants(ADDRESS).get('sha256 in hex') ?? ''],
  ])('%s', (_, content) => {
    expect(find(MARKS, [{ name: 'here', content }])).not.toEqual([]);
  });

  test.each([...variants(ADDRESS)])('%s', (how, written) => {
    const noise = 'lorem ipsum '.repeat(50);
    expect(find(MARKS, [{ name: 'here', content: Buffer.from(noise + written + noise, 'latin1') }])).toContain(
      `here: address (${how})`,
    );
  });

  test('and not where it is not', () => {
    expect(find(MARKS, [{ name: 'here', content: 'kanarie at trillern dot example' }])).toEqual([]);
  });
});
