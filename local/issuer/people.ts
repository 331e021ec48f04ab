import type { People } from '../../shared/http/people';

/** By what people sign in here, in place of the user pool's client. */
export const CONSOLE_CLIENT = 'console';

/** What the groups of the invented people are good for. */
export const PEOPLE: People = {
  client: CONSOLE_CLIENT,
  claim: 'cognito:groups',
  roles: {
    marketing: ['marketing@*'],
    'marketing-demo': ['marketing@demo'],
    compliance: ['compliance@*'],
    auditor: ['auditor@*'],
    admin: ['admin@*'],
  },
};

/** Somebody who can sign in to the local stack. */
export interface Person {
  /** As an issuer has it: an id that names nobody. */
  readonly sub: string;
  readonly name: string;
  readonly groups: readonly string[];
}

/** Invented: one for each role, one for one site, one with two roles, and one who may do nothing. */
export const INVENTED: readonly Person[] = [
  { sub: '2f0c1d8e-0001-4000-8000-6d61726b6574', name: 'Mia Marketing', groups: ['marketing'] },
  { sub: '2f0c1d8e-0002-4000-8000-636f6d706c79', name: 'Conrad Compliance', groups: ['compliance'] },
  { sub: '2f0c1d8e-0003-4000-8000-617564697400', name: 'Rita Revision', groups: ['auditor'] },
  { sub: '2f0c1d8e-0004-4000-8000-61646d696e00', name: 'Ada Admin', groups: ['admin'] },
  { sub: '2f0c1d8e-0005-4000-8000-64656d6f0000', name: 'Dora Demo', groups: ['marketing-demo'] },
  { sub: '2f0c1d8e-0006-4000-8000-626f74680000', name: 'Bo Beides', groups: ['marketing', 'compliance'] },
  { sub: '2f0c1d8e-0007-4000-8000-6e6f626f6479', name: 'Nele Neu', groups: [] },
];
