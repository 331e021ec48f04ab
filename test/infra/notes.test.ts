import { grants, type Statement } from './grants';
import { synthesize } from './synthesis';

const statements = grants(synthesize());

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
