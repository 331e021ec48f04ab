import { isMatch, transformed } from './pattern';

const RECORD = {
  eventName: 'INSERT',
  dynamodb: { NewImage: { pk: { S: 'subject#1' }, seq: { N: '3' }, type: { S: 'ConsentGiven' } } },
};

const imageWith = (image: object) => ({ dynamodb: { NewImage: image } });

test.each([
  ['one of some values', { eventName: ['REMOVE', 'INSERT'] }],
  ['a beginning', imageWith({ pk: { S: [{ prefix: 'subject#' }] } })],
  ['that there is something', imageWith({ type: { S: [{ exists: true }] } })],
  ['that there is not', imageWith({ owner: { S: [{ exists: false }] } })],
])('a pattern asks for %s', (_, pattern) => {
  expect(isMatch(pattern, RECORD)).toBe(true);
});

test.each([
  ['another value', { eventName: ['REMOVE'] }],
  ['another beginning', imageWith({ pk: { S: [{ prefix: 'closing#' }] } })],
  ['nothing where something is to be', imageWith({ owner: { S: [{ exists: true }] } })],
  ['one of two that are wanted', { eventName: ['INSERT'], ...imageWith({ pk: { S: ['subject#2'] } }) }],
])('what has %s is not what it asks for', (_, pattern) => {
  expect(isMatch(pattern, RECORD)).toBe(false);
});

test('a condition that is unknown here is no guess', () => {
  expect(() => isMatch({ eventName: [{ suffix: 'RT' }] }, RECORD)).toThrow('does not know');
});

test('a template is filled in by paths', () => {
  const template = '{"who":"<$.dynamodb.NewImage.pk.S>","seq":"<$.dynamodb.NewImage.seq.N>"}';
  expect(JSON.parse(transformed(template, RECORD))).toEqual({ who: 'subject#1', seq: '3' });
});
