import { verifyPage } from '../../infra/verify-page';

/** What decision 49 says of it. */
const LARGEST_BYTES = 300_000;

test('the page that checks evidence can be sent by mail and read on a train', () => {
  expect(Buffer.byteLength(verifyPage())).toBeLessThan(LARGEST_BYTES);
});
