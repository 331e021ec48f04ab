import { grants, type Statement } from './grants';
import { granted } from './granted';
import { synthesize } from './synthesis';

const template = synthesize();
const statements = grants(template);

test.each([
  ['audience', 'ConsentTablesLedger', 'fetches#*'],
  ['links', 'ConsentTablesLedger', 'fetches#*'],
  ['audience', 'ConsentTablesAudience', 'counted#*'],
])('%s may put into %s what is about nobody, and nothing else', (name, table, keys) => {
  const puts = ({ actions, resources }: Statement): boolean =>
    actions.includes('dynamodb:PutItem') && resources.includes(table);
  const conditions = (statements.get(name) ?? []).filter(puts).map(({ condition }) => condition);
  expect(conditions).toEqual([{ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [keys] } }]);
});

test('who answers what people who work here ask may read the journal, and nobody else', () => {
  const readers = [...granted(template)].flatMap(([name, rights]) =>
    rights.filter(({ path }) => path.startsWith('/index/')).map(({ action, id, path }) => [name, action, id, path]),
  );
  expect(readers).toEqual([['desk', 'dynamodb:Query', 'ConsentTablesLedger', '/index/journal']]);
});
