import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BY_AWS, LEFT, RIGHT } from '../../infra/overview/callers';
import { overview } from '../../infra/overview/picture';
import { stepsPage } from '../../infra/overview/steps';
import { ROOT } from './markdown';

const { paths } = JSON.parse(readFileSync(path.join(ROOT, 'docs', 'openapi.json'), 'utf8')) as { paths: object };
const operations = Object.keys(paths);
const named = [...LEFT, ...RIGHT].flatMap(({ calls }) => calls.flatMap(([text]) => text.split(' · ')));

/** Whether a path of the document ends like one in the picture, or goes on below it. */
const isOf = (name: string) => (operation: string) => `${operation}/`.includes(`${name}/`);

test('docs/overview.svg is what `npm run overview` writes', () => {
  expect(readFileSync(path.join(ROOT, 'docs', 'overview.svg'), 'utf8')).toBe(overview());
});

test('docs/steps.md is what `npm run overview` writes', () => {
  expect(readFileSync(path.join(ROOT, 'docs', 'steps.md'), 'utf8')).toBe(stepsPage());
});

test('the picture names nothing that cannot be called', () => {
  expect(named.filter((name) => !operations.some(isOf(name)))).toEqual([]);
});

test('the picture leaves out nothing that can be called', () => {
  const missing = operations.filter((operation) => ![...named, ...BY_AWS].some((name) => isOf(name)(operation)));
  expect(missing).toEqual([]);
});
