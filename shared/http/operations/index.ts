import type { Documented } from '../describe/documented';
import { docs as announce } from './announce';
import { docs as changePreferences } from './change-preferences';
import { docs as closeCase } from './close-case';
import { docs as reopenCase } from './reopen-case';
import { docs as openCase } from './open-case';
import { docs as extendCase } from './extend-case';
import { docs as checkIdentity } from './check-identity';
import { docs as confirm } from './confirm';
import { docs as confirmDeletion } from './confirm-deletion';
import { docs as decideReviews } from './decide-reviews';
import { docs as endContract } from './end-contract';
import { docs as erase } from './erase';
import { docs as getAsset } from './get-asset';
import { docs as getAudience } from './get-audience';
import { docs as getAudienceSummary } from './get-audience-summary';
import { docs as getBrake } from './get-brake';
import { docs as getChanges } from './get-changes';
import { docs as getCheckpoint } from './get-checkpoint';
import { docs as getCounts } from './get-counts';
import { docs as getEvidence } from './get-evidence';
import { docs as getForm } from './get-form';
import { docs as getJournal } from './get-journal';
import { docs as getLinks } from './get-links';
import { docs as getLogKeys } from './get-log-keys';
import { docs as getMe } from './get-me';
import { docs as getNotices } from './get-notices';
import { docs as getPermissions } from './get-permissions';
import { docs as getRegister } from './get-register';
import { docs as getWorklists } from './get-worklists';
import { docs as listDeletions } from './list-deletions';
import { docs as noteDeletion } from './note-deletion';
import { docs as getReceipt } from './get-receipt';
import { docs as getTile } from './get-tile';
import { docs as giveAccess } from './give-access';
import { docs as greetProcessor } from './greet-processor';
import { docs as hearMailService } from './hear-mail-service';
import { docs as hearProcessor } from './hear-processor';
import { docs as hold } from './hold';
import { docs as holdConnections } from './hold-connections';
import { docs as importRows } from './import-rows';
import { docs as keep } from './keep';
import { docs as lookUp } from './look-up';
import { docs as listCases } from './list-cases';
import { docs as listDeliveries } from './list-deliveries';
import { docs as listFetches } from './list-fetches';
import { docs as listAddresses } from './list-addresses';
import { docs as listLeavers } from './list-leavers';
import { docs as listProcessors } from './list-processors';
import { docs as listReviews } from './list-reviews';
import { docs as object } from './object';
import { docs as readCase } from './read-case';
import { docs as recordConsent } from './record-consent';
import { docs as recordOptOut } from './record-opt-out';
import { docs as rectify } from './rectify';
import { docs as releaseBrake } from './release-brake';
import { docs as reportActivity } from './report-activity';
import { docs as reportFeedback } from './report-feedback';
import { docs as reportLeaving } from './report-leaving';
import { docs as restrict } from './restrict';
import { docs as weigh } from './weigh';
import { docs as retryDeliveries } from './retry-deliveries';
import { docs as sendConfirmation } from './send-confirmation';
import { docs as showConfirmation } from './show-confirmation';
import { docs as showConsole } from './show-console';
import { docs as showConsolePage } from './show-console-page';
import { docs as showKeep } from './show-keep';
import { docs as showPreferences } from './show-preferences';
import { docs as showSignUpSent } from './show-sign-up-sent';
import { docs as showUnsubscribe } from './show-unsubscribe';
import { docs as showVerifier } from './show-verifier';
import { docs as signUp } from './sign-up';
import { docs as unsubscribe } from './unsubscribe';
import { docs as withdraw } from './withdraw';
import { docs as writeLetter } from './write-letter';

/** All that there is, in the order of the documentation. */
const DESCRIBED = {
  getNotices,
  signUp,
  showSignUpSent,
  getForm,
  getPermissions,
  getAudience,
  getAudienceSummary,
  listLeavers,
  listAddresses,
  getLinks,
  getChanges,
  getCounts,
  reportActivity,
  reportFeedback,
  hearMailService,
  greetProcessor,
  hearProcessor,
  recordConsent,
  recordOptOut,
  importRows,
  endContract,
  getMe,
  lookUp,
  listFetches,
  getJournal,
  listProcessors,
  getRegister,
  sendConfirmation,
  getEvidence,
  giveAccess,
  withdraw,
  object,
  weigh,
  restrict,
  hold,
  holdConnections,
  erase,
  rectify,
  writeLetter,
  listCases,
  readCase,
  closeCase,
  reopenCase,
  openCase,
  extendCase,
  checkIdentity,
  getWorklists,
  listReviews,
  decideReviews,
  announce,
  listDeletions,
  noteDeletion,
  listDeliveries,
  retryDeliveries,
  getBrake,
  releaseBrake,
  confirmDeletion,
  reportLeaving,
  showConfirmation,
  confirm,
  showUnsubscribe,
  unsubscribe,
  showPreferences,
  changePreferences,
  showKeep,
  keep,
  getAsset,
  getReceipt,
  getCheckpoint,
  getLogKeys,
  getTile,
  showVerifier,
  showConsole,
  showConsolePage,
};

export type OperationId = keyof typeof DESCRIBED;

export interface NamedOperation extends Documented {
  readonly id: OperationId;
}

/** Every operation with all that is said of it. Not for functions, which take the few that they answer. */
export const OPERATIONS: readonly NamedOperation[] = (Object.keys(DESCRIBED) as OperationId[]).map((id) => ({
  id,
  ...DESCRIBED[id](),
}));
