import { ConfigError, loadConfig } from './config.js';

const database = 'postgres://parapet@localhost/parapet';

describe('the settings', () => {
  it('refuses HTTPS without a proxy that is believed, beside all other faults', () => {
    const address = { PARAPET_BASE_URL: 'https://parapet.example' };
    expect(() => loadConfig({ DATABASE_URL: database, ...address })).toThrow(
      'PARAPET_TRUST_PROXY: must be 1 or more where PARAPET_BASE_URL is https://',
    );
    expect(() => loadConfig({ ...address, PORT: 'eighty' })).toThrow(
      /PORT[\s\S]*DATABASE_URL[\s\S]*PARAPET_TRUST_PROXY/,
    );
  });

  it('name every wrong variable at once', () => {
    const load = () =>
      loadConfig({ PORT: 'eighty', DATABASE_URL: 'mysql://x', PARAPET_LOG_LEVEL: 'loud' });
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(/PORT[\s\S]*DATABASE_URL[\s\S]*PARAPET_LOG_LEVEL/);
  });

  it('refuse a missing database', () => {
    expect(() => loadConfig({})).toThrow(/DATABASE_URL/);
  });

  it('say which secret file cannot be read', () => {
    expect(() => loadConfig({ DATABASE_URL_FILE: '/nowhere/secret' })).toThrow(/DATABASE_URL_FILE/);
  });

  it('are frozen, listen on this machine only and take an empty variable as not given', () => {
    const config = loadConfig({ DATABASE_URL: database, REDIS_URL: '' });
    expect(Object.isFrozen(config)).toBe(true);
    expect(config).toMatchObject({ host: '127.0.0.1', redisUrl: undefined, isHttps: false });
  });

  it('take HTTPS from the address that people type', () => {
    const config = loadConfig({
      DATABASE_URL: database,
      PARAPET_BASE_URL: 'https://parapet.example/',
      PARAPET_TRUST_PROXY: '1',
    });
    expect(config).toMatchObject({ isHttps: true, baseUrl: 'https://parapet.example' });
  });
});
