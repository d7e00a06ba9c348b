import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { askOverHttps, isPublic } from './ask-over-https.js';

const PRIVATE = [
  '127.0.0.1',
  '10.1.2.3',
  '172.20.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '::1',
  '::',
  'fe80::1',
  'fd00::1',
  '::ffff:127.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:db8::1',
  'no address',
];

describe('asking for a link', () => {
  it.each(PRIVATE)('holds %s for no address of the open internet', (address) => {
    expect(isPublic(address)).toBe(false);
  });

  it.each(['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'])('allows %s', (address) => {
    expect(isPublic(address)).toBe(true);
  });

  it('never reaches a server inside, by name or by number', async () => {
    let reached = 0;
    const server = createServer().on('connection', () => {
      reached += 1;
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    for (const host of ['localhost', '127.0.0.1', '[::1]', '2130706433']) {
      const asking = askOverHttps(
        new URL(`https://${host}:${port}/`),
        'HEAD',
        AbortSignal.timeout(5000),
      );
      await expect(asking).rejects.toThrow(/open internet|names a host/);
    }
    expect(reached).toBe(0);
    server.close();
  });
});
