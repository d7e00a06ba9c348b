import { type Config, loadConfig } from './config.js';

/** The settings of this process. The only place that reads the environment. */
export function configFromEnvironment(): Config {
  return loadConfig(process.env);
}
