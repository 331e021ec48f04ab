import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadKeys } from '../../local/keys';
import { temporaryFolder } from './folder';

const folder = temporaryFolder();
const file = path.join(folder, 'keys.json');

test('a folder keeps its keys, and gets those that came up since', async () => {
  const first = await loadKeys(folder);
  expect(await loadKeys(folder)).toEqual(first);
  const { 'log-key': _, ...older } = first.secrets;
  const { processorKey: __, ...rest } = first;
  await writeFile(file, JSON.stringify({ ...rest, secrets: older }));
  const upgraded = await loadKeys(folder);
  expect(upgraded).toMatchObject({ tokenKey: first.tokenKey, secrets: older });
  expect(upgraded.secrets['log-key']).toMatch(/^\{"key":"[0-9a-f]{64}"\}$/);
  expect(upgraded.processorKey).toMatch(/^whsec_[\w+/]{32}$/);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(upgraded);
});
