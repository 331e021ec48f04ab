import { render } from 'preact-render-to-string';
import { notice001 } from '../../examples/sites/notice-001-deletes-at-once';
import { notice003 } from '../../examples/sites/notice-003-two-languages';
import { OwnPage } from '../../local/website/own-page';

test('somebody’s own sites each have a form for every language and every download', () => {
  const page = render(<OwnPage sites={[notice001, notice003]} />);
  const forms = [...page.matchAll(/<script src="\/v1\/form.js"([^>]*)>/g)].map(([, attributes = '']) =>
    Object.fromEntries([...attributes.matchAll(/data-(\w+)="([^"]*)"/g)].map(([, name = '', value]) => [name, value])),
  );
  const names = 'firstName lastName';
  expect(forms).toEqual([
    { site: 'notice-001', language: 'de', fields: `${names} company department` },
    { site: 'notice-001', language: 'de', fields: `${names} company department`, asset: 'whitepaper-consent' },
    { site: 'notice-001', language: 'en', fields: `${names} company department` },
    { site: 'notice-001', language: 'en', fields: `${names} company department`, asset: 'whitepaper-consent' },
    { site: 'notice-003', language: 'de', fields: `${names} department` },
    { site: 'notice-003', language: 'en', fields: `${names} department` },
  ]);
});
