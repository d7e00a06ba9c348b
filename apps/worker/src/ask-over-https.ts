import { lookup, type LookupAddress } from 'node:dns';
import { request } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { AskLink } from '#guidance';

/** Addresses of the installation itself and of the networks that it stands in. */
const PRIVATE = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  PRIVATE.addSubnet(network, bits, 'ipv4');
}
/** Only global unicast addresses lie here; those that wrap others, and of documents, do not count as such. */
const GLOBAL = new BlockList();
GLOBAL.addSubnet('2000::', 3, 'ipv6');
const WRAPPED = new BlockList();
WRAPPED.addSubnet('2001::', 23, 'ipv6');
WRAPPED.addSubnet('2001:db8::', 32, 'ipv6');
WRAPPED.addSubnet('2002::', 16, 'ipv6');

/** Whether an address is one of the open internet. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !PRIVATE.check(address, 'ipv4');
  return GLOBAL.check(address, 'ipv6') && !WRAPPED.check(address, 'ipv6');
}

/** Finds the address of a host, and refuses one that leads inside: what was looked up is what is asked. */
const lookupOutside: LookupFunction = (host, options, answer) => {
  lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error) return answer(error, []);
    const inside = found.find(({ address }) => !isPublic(address));
    if (inside) return answer(new Error(`${host} is no host of the open internet`), []);
    return options.all ? answer(null, found) : answer(null, found[0]!.address, found[0]!.family);
  });
};

/** Asks one address by HTTPS, reads no page, follows nothing, and never asks a host inside. */
export const askOverHttps: AskLink = (address, method, signal) =>
  new Promise((answer, fail) => {
    // Node looks up names only: an address that stands in the link would be asked without a look.
    if (isIP(address.hostname.replace(/^\[|\]$/g, '')) !== 0) {
      fail(new Error('A link names a host'));
      return;
    }
    const headers = { 'user-agent': 'Parapet link check', accept: '*/*' };
    request(address, { method, signal, headers, lookup: lookupOutside, agent: false })
      .on('response', (response) => {
        answer({ status: response.statusCode ?? 0, location: response.headers.location });
        response.destroy();
      })
      .on('error', fail)
      .end();
  });
