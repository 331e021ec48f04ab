import type { Finding } from '../../../infra/doctor/finding';
import type { StageInput } from '../../../infra/stages/stage';
import { FULL } from '../stages/example';
import { ACCOUNT, type World } from './account';

/** What is wrong, how the doctor calls it, and what it says to do. */
export type Trouble = readonly [
  trouble: string,
  brings: (world: World) => unknown,
  level: Finding['level'],
  what: string,
  todo: string,
  stage?: Partial<StageInput>,
];

export const WHOLE: StageInput = { ...FULL, account: ACCOUNT, sites: '../asked-site/sites.ts' };
export const MADE = `arn:aws:acm:eu-west-1:${ACCOUNT}:certificate/x`;
export const WITH_CERTIFICATE = { domain: { ...WHOLE.domain!, certificateArn: MADE } };
