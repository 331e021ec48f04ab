import { Resolver } from 'node:dns/promises';
import { publicNames, upFrom } from '../../../infra/doctor/names';

const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
const resolver = (answers: Partial<Resolver>): Resolver => Object.assign(new Resolver(), answers);

test.each(['ENODATA', 'ENOTFOUND'])('a name without such a record (%s) has none', async (code) => {
  const fails = failing(code);
  const names = publicNames(
    resolver({
      resolveTxt: fails,
      resolveCname: fails,
      resolveMx: fails,
      resolveNs: fails,
      resolveCaa: fails,
      resolve4: fails,
      resolve6: fails,
    }),
  );
  for (const ask of [names.txt, names.cname, names.mx, names.ns, names.addresses]) {
    expect(await ask('example.com')).toEqual([]);
  }
  expect(await names.issuers('example.com')).toBeUndefined();
});

test('a name server that does not answer is none that says "nothing"', async () => {
  const names = publicNames(resolver({ resolveTxt: failing('ETIMEOUT') }));
  await expect(names.txt('example.com')).rejects.toThrow('ETIMEOUT');
});

test('records are read as they are meant: a text of pieces, names without their last dot, issuers without parameters', async () => {
  const names = publicNames(
    resolver({
      resolveTxt: () => Promise.resolve([['v=DMARC1; ', 'p=none']]),
      resolveMx: () => Promise.resolve([{ exchange: 'Mail.Example.com.', priority: 10 }]),
      resolveCaa: () =>
        Promise.resolve([
          { critical: 0, iodef: 'mailto:x' },
          { critical: 0, issue: 'Amazon.com; validationmethods=dns-01' },
        ]),
    }),
  );
  expect(await names.txt('x')).toEqual(['v=DMARC1; p=none']);
  expect(await names.mx('x')).toEqual(['mail.example.com']);
  expect(await names.issuers('x')).toEqual(['amazon.com']);
});

test('above a name are its parents, but for the top level', () => {
  expect(upFrom('a.b.example.com')).toEqual(['a.b.example.com', 'b.example.com', 'example.com']);
});
