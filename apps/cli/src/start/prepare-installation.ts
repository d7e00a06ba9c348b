import { DemoService } from '#identity';
import { ensureRootKey, migrate, rootKeyFile } from '#platform';
import { MIGRATIONS } from '../../../../migrations/index.js';
import { withServices } from '../open-app.js';
import { keepDemoSignIns } from './demo-sign-ins.js';
import type { StartStep } from './start-step.js';

/** The root key, made on the first start of an installation that keeps its own. */
export const prepareKeys: StartStep = {
  name: 'Checking the root key',
  run: async (config, say) => {
    if (ensureRootKey(config))
      say(`A new root key is in ${rootKeyFile(config)}: keep a copy elsewhere.`);
  },
};

/** Tables of Parapet and of its queue. */
export const prepareTables: StartStep = {
  name: 'Preparing the tables',
  run: async (config) => {
    await migrate(config.migrateUrl, MIGRATIONS);
  },
};

/** Two organisations to try it with; on the embedded database or where the settings ask for it. */
export const prepareDemo: StartStep = {
  name: 'Checking the demonstration organisations',
  run: async (config) => {
    if (!config.isDemo) return;
    const signIns = await withServices((app) => app.get(DemoService).make(), config);
    if (signIns) keepDemoSignIns(config.dataDirectory, signIns);
  },
};
