const { createRequire } = require('node:module');
const path = require('node:path');
const { compileFunction } = require('node:vm');
const Runtime = require('jest-runtime').default;

const PACKAGES = `${path.sep}node_modules${path.sep}`;

/** File -> what V8 made of it. It is run anew for each suite, and made once a process. */
const made = new Map();

function compiled(source, parameters, filename) {
  const before = made.get(filename);
  if (before?.source === source) return before.run;
  const run = compileFunction(source, parameters, { filename });
  made.set(filename, { source, run });
  return run;
}

/**
 * Our own modules are loaded anew for each suite, as Jest does; packages are Node's business, and are loaded once a process.
 * AWS's SDK or CDK takes seconds, and hundreds of suites need one of them. So no suite may change a package for good;
 * `aws-sdk-client-mock` does, and is to be restored.
 */
module.exports = class extends Runtime {
  constructor(config, ...others) {
    super(config, ...others);
    const { executor } = this;
    executor.compile = (source, filename) => compiled(source, executor.injectedModuleParameters, filename);
    // From within a package, as Node warns of ES modules that are required from elsewhere.
    this.requirePackage = createRequire(path.join(config.rootDir, 'node_modules', 'of-all-suites.js'));
  }

  requireModule(from, name, options, isRequireActual) {
    if (!options?.isInternalModule && name !== undefined && !this._resolution.isCoreModule(name)) {
      const file = this._resolution.resolveCjs(from, name);
      if (file.includes(PACKAGES)) return this.requirePackage(file);
    }
    return super.requireModule(from, name, options, isRequireActual);
  }
};
