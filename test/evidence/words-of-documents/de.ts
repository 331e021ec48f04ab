export { access } from '../../../shared/words/de/access';
export { dossier } from '../../../shared/words/de/dossier';
export { legalBases } from '../../../shared/words/de/legal-bases';
export { parts } from '../../../shared/words/de/parts';
export { statuses } from '../../../shared/words/de/statuses';
export { stepFacts } from '../../../shared/words/de/step-facts';
export { steps } from '../../../shared/words/de/steps';
