import { createRequire } from 'node:module';
import path from 'node:path';

/*
 * c15t as its guide sets it up: Kysely, PostgreSQL, and Hono's server for Node. Its packages are in a folder of their own; so this
 * is JavaScript, as the process is to have nothing in it but them.
 */
const [folder, database, port, key] = process.argv.slice(2);
const load = createRequire(path.join(folder, 'here'));
const { c15tInstance } = load('@c15t/backend');
const { kyselyAdapter } = load('@c15t/backend/db/adapters/kysely');
const { migrator } = load('@c15t/backend/db/migrator');
const { DB } = load('@c15t/backend/db/schema');
const { Kysely, PostgresDialect } = load('kysely');
const { Pool } = load('pg');
const { serve } = load('@hono/node-server');

const db = new Kysely({ dialect: new PostgresDialect({ pool: new Pool({ connectionString: database }) }) });
const adapter = kyselyAdapter({ db, provider: 'postgresql' });
const { execute } = await migrator({ db: DB.client(adapter), schema: 'latest' });
await execute();
const { handler } = c15tInstance({ appName: 'bench', adapter, trustedOrigins: ['www.demo.example'], apiKeys: [key] });
serve({ fetch: handler, port: Number(port), hostname: '127.0.0.1' });
