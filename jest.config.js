/** Tests run on the compiled output: what is proved is what ships. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/dist/{apps,libs,test}/**/*.spec.js'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/test/browser/', '/dist/test/faults/'],
  transform: {},
  globalSetup: '<rootDir>/dist/test/support/global-setup.js',
  globalTeardown: '<rootDir>/dist/test/support/global-teardown.js',
  setupFiles: ['reflect-metadata'],
  workerIdleMemoryLimit: '600MB',
  maxWorkers: 2,
  testTimeout: 30_000,
};
