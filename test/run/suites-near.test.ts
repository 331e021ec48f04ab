import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { suitesNear } from './mutants/suites-near';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'suites-near-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function near(file: string, files: Readonly<Record<string, string>>): string[] {
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return suitesNear(path.join(folder, file), [folder]).map((suite) => path.basename(suite));
}

test('who loads a file itself comes before who does so by way of others', () => {
  const files = {
    'rule.ts': '',
    'rules.ts': "export { rule } from './rule';",
    'a.test.ts': "import { rules } from './rules';",
    'b.test.ts': "import {\n  rule,\n  type Rule,\n} from './rule';",
    'c.test.ts': '',
  };
  expect(near('rule.ts', files)).toEqual(['b.test.ts', 'a.test.ts']);
});

test('who takes its types alone does not load it, and circles end', () => {
  const files = {
    'rule.ts': "import { rules } from './rules';",
    'rules.ts': "import { rule } from './rule';\nimport { other } from './other';",
    'other.ts': '',
    'a.test.ts': "import type { Rule } from './rule';",
    'b.test.ts': "import { type Rule, type Rules } from './rule';",
    'c.test.tsx': "import * as rules from './rules';",
  };
  expect(near('rule.ts', files)).toEqual(['c.test.tsx']);
  expect(near('other.ts', files)).toEqual(['c.test.tsx']);
});

test('a file that no suite loads has none', () => {
  expect(near('rule.ts', { 'rule.ts': '', 'a.test.ts': "import path from 'node:path';" })).toEqual([]);
});
