import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AwsSolutionsChecks } from 'cdk-nag';
import { Template } from 'aws-cdk-lib/assertions';
import { temporaryFolder } from '../local/folder';
import { grants } from './grants';
import { functions, NEEDED, newApp, newLedger, newStack } from './synthesis';

const folder = temporaryFolder();

test('a large file is an object of its own, to which one function makes links, and nothing else is granted', () => {
  mkdirSync(path.join(folder, 'files'));
  const sites = path.join(folder, 'sites.ts');
  writeFileSync(sites, `export { sites } from ${JSON.stringify(NEEDED.sites.replace(/\.ts$/, ''))};`);
  writeFileSync(path.join(folder, 'files', 'small.pdf'), 'x');
  writeFileSync(path.join(folder, 'files', 'large.pdf'), Buffer.alloc(4 * 1024 * 1024 + 1));
  const app = newApp();
  const stack = newStack(app);
  newLedger(stack, { sites });
  const template = Template.fromStack(stack);

  const knowing = [...functions(template)].filter(([, fn]) => JSON.stringify(fn.Properties).includes('LARGE_FILES'));
  expect(knowing.map(([name]) => name)).toEqual(['assets']);
  const { LARGE_FILES: files } = (knowing[0]![1].Properties['Environment'] as { Variables: Record<string, unknown> })
    .Variables;
  const [, key] = /([0-9a-f]{64}\.pdf)/.exec(JSON.stringify(files)) ?? [];
  expect(JSON.stringify(files)).toMatch(/large\.pdf.*cdk-hnb659fds-assets-.*\.s3\.eu-central-1\..*[0-9a-f]{64}\.pdf/);
  expect(JSON.stringify(files)).not.toContain('small.pdf');
  const statements = [...grants(template)].flatMap(([name, all]) =>
    all
      .filter(({ resources }) => resources.some((id) => id.includes('cdk-hnb659fds')))
      .map((one) => [name, one] as const),
  );
  expect(statements).toEqual([['assets', expect.objectContaining({ actions: ['s3:GetObject'] })]]);
  expect(JSON.stringify(statements)).toContain(key);
  expect(new AwsSolutionsChecks(app).validateScope(app).violations).toEqual([]);
});
