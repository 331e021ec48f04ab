import { startStack } from '../../local/stack';
import { EXAMPLE_SITES } from '../../examples/sites/module';

/** The stack as `npm start` runs it, but without the limits of a deployment, which would end a measurement. */
const [dataDir = '', port] = process.argv.slice(2);
startStack({ dataDir, port: Number(port), sites: EXAMPLE_SITES, report: console.error })
  .then(({ stop }) => process.once('SIGTERM', () => void stop().then(() => process.exit())))
  .catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
