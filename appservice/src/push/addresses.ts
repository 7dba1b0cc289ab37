import { lookup as resolve } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** Where a push service must not be: this machine, its networks, and everything that is no public host. */
const closed = new BlockList();
for (const [net, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  closed.addSubnet(net, prefix, "ipv4");
// The public internet of version 6 is 2000::/3; NAT64 and the older tunnels lead back into version 4.
const open = new BlockList();
open.addSubnet("2000::", 3, "ipv6");
for (const [net, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
] as const)
  closed.addSubnet(net, prefix, "ipv6");

/** Whether an IP address is one of the public internet. */
export const isPublicAddress = (address: string): boolean =>
  isIP(address) === 6
    ? open.check(address, "ipv6") && !closed.check(address, "ipv6")
    : isIP(address) === 4 && !closed.check(address, "ipv4");

/**
 * Whether a browser's push address may be called at all: https, at a host name of the public internet. The address comes
 * from a client: without this the hub could be made to knock on doors inside.
 * @param allowed hosts of the settings that may be anything, for tests and push services of one's own
 */
export function mayBePushService(endpoint: string, allowed: readonly string[]): boolean {
  const url = URL.parse(endpoint);
  if (!url || url.username || url.password) return false;
  if (allowed.includes(url.hostname)) return url.protocol === "https:" || url.protocol === "http:";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (url.protocol !== "https:" || url.port !== "") return false;
  return isIP(host)
    ? isPublicAddress(host)
    : host.includes(".") && !/\.(?:local|localhost|internal|home\.arpa)\.?$/.test(host);
}

/** Looks a host name up for a connection and leaves out what lies inside: what was asked a moment before may differ. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, "", 4);
    const addresses = found.filter(({ address }) => isPublicAddress(address));
    const [first] = addresses;
    if (!first) return callback(new Error("a push service that is not on the public internet"), "", 4);
    if (options.all) return callback(null, addresses);
    callback(null, first.address, first.family);
  });
};
