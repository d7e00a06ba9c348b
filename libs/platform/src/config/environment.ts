import { type Config, loadConfig } from './config.js';

/** The settings of this process. This file is the only one that reads the environment. */
export function configFromEnvironment(): Config {
  return loadConfig(processEnvironment());
}

/** The environment as it is: for `parapet start` and for programs that are run, which hand it on. */
export function processEnvironment(): NodeJS.ProcessEnv {
  return process.env;
}
