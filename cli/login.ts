import { Ledger } from '../clients/typescript/src/index';
import { CONSOLE_CLIENT } from '../local/issuer/people';
import * as z from '../shared/zod';
import { command } from './command';
import { CommandError } from './command-error';
import { SYSTEM } from './options';
import { print, tell } from './print';
import { signIn, type Issuer } from './sign-in';
import { isLocal } from './system';

const issuerSchema = z.strictObject({ issuer: z.url(), client: z.string(), scopePrefix: z.string() });

export const login = command({
  name: 'login',
  about: `Signs you in by your browser, and writes an access token to standard output. It is good for five minutes, and for what your role
is good for; nothing of it is kept on this machine:

  export CONSENT_TOKEN=$(npm run --silent cli -- login)`,
  options: {
    'sign-in': { takes: 'JSON', says: 'where: the output SignIn of the stack (default: the issuer of a local one)' },
    url: SYSTEM,
  },
  exits: { 0: 'signed in', 2: 'not signed in' },
  run: async ({ 'sign-in': said, url }) => {
    const token = await signIn(issuerOf(said, url), (page) => tell(`Open this page in your browser:\n\n${page}\n\n`));
    const { operator, grants, sessionEnds } = await new Ledger({
      url,
      site: '',
      token: () => Promise.resolve(token),
    }).me();
    const where = grants.map(({ site, scopes }) => `  ${site}: ${scopes.join(', ')}\n`);
    tell(`Signed in as ${operator.name ?? operator.id}, until ${sessionEnds}.\n`);
    tell(where.length > 0 ? where.join('') : 'Nobody gave you a role yet: this is good for nothing.\n');
    print(`${token}\n`);
  },
});

function issuerOf(said: string | undefined, url: string): Issuer {
  if (said === undefined && isLocal(url)) return { issuer: `${url}/_local`, client: CONSOLE_CLIENT, scopePrefix: '' };
  if (said === undefined)
    throw new CommandError('Say where to sign in: --sign-in with the output SignIn of the stack.');
  try {
    return issuerSchema.parse(JSON.parse(said));
  } catch {
    throw new CommandError(
      '--sign-in takes what the output SignIn of the stack has: {"issuer": ..., "client": ..., "scopePrefix": ...}.',
    );
  }
}
