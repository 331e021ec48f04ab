import { csv } from '../../console/csv';

test('cells are quoted, lines end as RFC 4180 has it, and a spreadsheet takes none of them for a formula', () => {
  const cells = ['plain', 'with "quotes"', '=1+1', '+49 30', '-5', '@name', '\tindented', 'ÄÖÜ; two\nlines', ''];
  expect(csv([cells], ';')).toBe(
    '\uFEFF"plain";"with ""quotes""";"\'=1+1";"\'+49 30";"\'-5";"\'@name";"\'\tindented";"ÄÖÜ; two\nlines";""\r\n',
  );
});
