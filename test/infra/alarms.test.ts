import path from 'node:path';
import { readPage } from '../docs/markdown';
import { named, synthesize, WITNESS } from './synthesis';

const alarmsOf = (props: Parameters<typeof synthesize>[0]): string[] =>
  [...named(synthesize(props), 'AWS::CloudWatch::Alarm').keys()].map((id) => id.replace('ConsentMonitoring', ''));

const alarms = alarmsOf({});
const withInbox = alarmsOf({ inboxDomain: 'inbox.example.com' });
const withWitnesses = alarmsOf({ witnesses: [WITNESS] });
const withAskedTools = alarmsOf({ sites: path.join(__dirname, 'asked-site', 'sites.ts') });
const deployment = readPage('docs/deployment.md').prose.replace(/\s+/g, ' ');

test('docs/deployment.md counts the alarms that are to be paid for', () => {
  expect(deployment).toContain(`| ${alarms.length} x 0.10 |`);
  const more = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'];
  for (const { length } of [withInbox, withWitnesses, withAskedTools]) {
    expect(deployment).toContain(`It costs ${more[length - alarms.length] ?? ''} more alarms`);
  }
});

test('docs/operations.md says of every alarm what to do', () => {
  const [, section = ''] = /## When an alarm rings\n([^]*?)\n## /.exec(readPage('docs/operations.md').prose) ?? [];
  const items = section.split('\n- ').map((item) => item.split(':')[0] ?? '');
  const names = items.flatMap((item) => [...item.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
  const patterns = names.map((name) => new RegExp(`^${name.replaceAll('-', '').replace(/<\w+>/, '[a-z]+')}$`));
  expect(
    [...withInbox, ...withWitnesses, ...withAskedTools].filter(
      (alarm) => !patterns.some((pattern) => pattern.test(alarm)),
    ),
  ).toEqual([]);
});
