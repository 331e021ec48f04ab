export { access } from '../../../shared/words/en/access';
export { dossier } from '../../../shared/words/en/dossier';
export { legalBases } from '../../../shared/words/en/legal-bases';
export { parts } from '../../../shared/words/en/parts';
export { statuses } from '../../../shared/words/en/statuses';
export { stepFacts } from '../../../shared/words/en/step-facts';
export { steps } from '../../../shared/words/en/steps';
