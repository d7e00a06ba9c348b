import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';

let test: TestApp;

beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test?.close());

describe('an address that cannot be read', () => {
  it.each(['/cases/%ff%fe', '/%', '/assets/%zz', `/cases/${'9'.repeat(5000)}`])(
    'gets the page and the headers of one that does not exist (%#)',
    async (url) => {
      const { statusCode, headers, body } = await test.app.inject({ method: 'GET', url });
      expect([404, 303]).toContain(statusCode);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(body).not.toMatch(/ERR_/);
    },
  );

  it('is a problem for programs, without the words of the router', async () => {
    const url = '/api/v1/cases/%ff';
    const { statusCode, headers, body } = await test.app.inject({ method: 'GET', url });
    expect(statusCode).toBe(401);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(body).not.toMatch(/ERR_/);
  });
});
