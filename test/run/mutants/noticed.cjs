/** Where Stryker names the mutant that is tried. */
const TRIED = '__STRYKER_ACTIVE_MUTANT__';
let noticed;

/** A test of this process failed by the mutant that is tried now. */
exports.notice = () => {
  noticed = process.env[TRIED];
};

/** Whether nothing more is to be learnt of the mutant that is tried. Without one, all is tried. */
exports.isNoticed = () => noticed !== undefined && noticed === process.env[TRIED];
