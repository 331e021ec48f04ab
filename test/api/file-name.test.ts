import { fileName } from '../../shared/file-name';

test('a name says what it is, of which site, about whom and when, and is one that every system takes', () => {
  const at = new Date('2026-11-29T08:15:30.123Z');
  const name = fileName(['evidence', 'shop', 'AbCdEfGhIjKlMnOpQrStUv'], at, 'pdf');
  expect(name).toBe('evidence-shop-AbCdEfGhIjKlMnOpQrStUv-20261129T081530Z.pdf');
});
