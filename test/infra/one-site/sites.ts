import { notice000 } from '../../../examples/sites/notice-000-rights';

const sender = { ...notice000.sender, address: 'newsletter@example.com' };

/** One site that mails from the domain that the stacks of these tests own. */
export const sites = [{ ...notice000, id: 'one', sender }];
