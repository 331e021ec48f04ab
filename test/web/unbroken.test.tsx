import { page } from '../../shared/web/page';

const shown = (text: string): string =>
  String(page({ status: 200, language: 'de', title: 'Ihre E-Mail', children: <p title="E-Mail">{text}</p> }).body);

test('"E-Mail" stays on one line wherever it is read, and its characters stay as they are', () => {
  const markup = shown('Die E-Mail-Adresse & E-Mails');
  const whole = '<span class="whole">E-Mail</span>';
  expect(markup).toContain('<title>Ihre E-Mail</title>');
  expect(markup).toContain(`<h1>Ihre ${whole}</h1>`);
  expect(markup).toContain(`<p title="E-Mail">Die ${whole}-Adresse &amp; ${whole}s</p>`);
});

test('so do an English "e-mail" and the numbers of the law', () => {
  const markup = shown('An e-mail (Art. 17 Abs. 3 DSGVO, § 25 TDDDG)');
  const whole = (text: string): string => `<span class="whole">${text}</span>`;
  const law = `${whole('Art. 17')} ${whole('Abs. 3')} DSGVO, ${whole('§ 25')} TDDDG`;
  expect(markup).toContain(`An ${whole('e-mail')} (${law})`);
});
