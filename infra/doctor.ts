import { parseArgs } from 'node:util';
import { publicNames } from './doctor/names';
import { examine } from './doctor/examine';
import { exitCodeOf, told } from './doctor/finding';
import { patientOf } from './doctor/patient';
import { isForOperators } from './for-operators';
import { loadStage } from './stages/stage';
import { stackNames } from './stages/stacks';

/** `npm run doctor -- --stage prod`: what a deployment of the stage would stumble over. Changes nothing. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { stage: { type: 'string' } } });
  const stage = loadStage(values.stage);
  const patient = await patientOf(stage, publicNames());
  const state = patient.deployed ? 'deployed' : 'not deployed yet';
  console.log(`${stackNames(stage).ledger} in ${stage.region}, account ${patient.account}: ${state}`);
  const { found, fine } = await examine(patient);
  for (const line of told(found)) console.log(line);
  if (fine.length > 0) console.log(`Fine: ${fine.join(', ')}.`);
  return exitCodeOf(found);
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.exitCode = 2;
    if ((error as Error).name === 'CredentialsProviderError') {
      console.error(
        'There are no credentials for AWS in this shell: "aws sts get-caller-identity" has to answer first.',
      );
    } else if (isForOperators(error)) {
      console.error(error.message);
    } else {
      throw error;
    }
  },
);
