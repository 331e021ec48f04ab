import { signatureOf, whyRefused } from '../../local/s3/signed-query';
import { presigned } from '../../shared/presigned';

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: SECRET, sessionToken: 'a/b+c==' };
const AT = new Date('2026-11-29T10:00:00Z');
const OBJECT = {
  url: 'https://examplebucket.s3.eu-central-1.amazonaws.com/0a1b.pdf',
  fileName: 'white-paper.pdf',
  type: 'application/pdf',
};

const asked = (link: string, method = 'GET') => ({ method, url: new URL(link), host: new URL(link).host });
const later = (seconds: number) => new Date(AT.getTime() + seconds * 1000);

test('a signature is that of the example in the documentation of S3', () => {
  const query = [
    'X-Amz-Algorithm=AWS4-HMAC-SHA256',
    'X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request',
    'X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host',
  ].join('&');
  const request = asked(`https://examplebucket.s3.amazonaws.com/test.txt?${query}`);
  expect(signatureOf(request, SECRET)).toBe('aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404');
});

test('a link is good for a minute, for its file, its name, for reading and with the right key', async () => {
  const link = await presigned({ region: 'eu-central-1', credentials }, OBJECT, AT);
  const why = (altered: string, now = later(59), method = 'GET', secret = SECRET) =>
    whyRefused(asked(altered, method), secret, now);
  expect(why(link)).toBeUndefined();
  expect(why(link, later(61))).toBe('Request has expired');
  expect(why(link.replace('Expires=60', 'Expires=600'), later(61))).toContain('does not match');
  expect(why(link.replace('0a1b', '0a1c'))).toContain('does not match');
  expect(why(link.replace('white-paper', 'other'))).toContain('does not match');
  expect(why(link, later(59), 'DELETE')).toContain('does not match');
  expect(why(link, later(59), 'GET', 'another key')).toContain('does not match');
  expect(why('https://examplebucket.s3.eu-central-1.amazonaws.com/0a1b.pdf')).toBeDefined();
});
