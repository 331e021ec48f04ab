import type { Operation } from '../operation';
import { operations as access } from './access';
import { operations as activity } from './activity';
import { operations as announcements } from './announcements';
import { operations as assets } from './assets';
import { operations as audience } from './audience';
import { operations as cases } from './cases';
import { operations as changes } from './changes';
import { operations as confirm } from './confirm';
import { operations as consents } from './consents';
import { operations as contracts } from './contracts';
import { operations as deletions } from './deletions';
import { operations as deliveries } from './deliveries';
import { operations as evidence } from './evidence';
import { operations as feedback } from './feedback';
import { operations as form } from './form';
import { operations as keep } from './keep';
import { operations as links } from './links';
import { operations as log } from './log';
import { operations as notices } from './notices';
import { operations as permissions } from './permissions';
import { operations as preferences } from './preferences';
import { operations as receipts } from './receipts';
import { operations as signup } from './signup';
import { operations as subjects } from './subjects';
import { operations as unsubscribe } from './unsubscribe';
import { operations as verify } from './verify';

/** What each function answers, by its name in `functions/`. */
export const OPERATIONS_OF: Readonly<Record<string, readonly Operation[]>> = {
  notices,
  signup,
  form,
  permissions,
  audience,
  links,
  changes,
  activity,
  feedback,
  consents,
  contracts,
  evidence,
  access,
  subjects,
  cases,
  announcements,
  deliveries,
  deletions,
  confirm,
  unsubscribe,
  preferences,
  keep,
  assets,
  receipts,
  log,
  verify,
};

export const OPERATIONS: readonly Operation[] = Object.values(OPERATIONS_OF).flat();
