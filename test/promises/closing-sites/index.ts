import { notice003 } from '../../../examples/sites/notice-003-two-languages';
import { notice004 } from '../../../examples/sites/notice-004-topics';
import { defineSite } from '../../../shared/policy/site';

/** What the controller of notice-004 says when it leaves, long after anybody runs this; and a site of somebody else that stays. */
export const sites = [defineSite({ ...notice004, closing: { lastDay: '2035-12-31' } }), notice003];
