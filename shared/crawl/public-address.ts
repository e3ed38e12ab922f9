type Range<T> = readonly [base: string, prefixBits: T];

/** IANA IPv4 Special-Purpose Address Registry and multicast, plus one cloud's own address. */
const closedV4: readonly Range<number>[] = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // carrier-grade NAT; Alibaba's metadata
  ['127.0.0.0', 8], // loopback
  ['168.63.129.16', 32], // Azure's platform address: public in form, internal in fact
  ['169.254.0.0', 16], // link-local; metadata of most clouds
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // IETF protocol assignments; Oracle's metadata
  ['192.0.2.0', 24], // documentation
  ['192.31.196.0', 24], // AS112
  ['192.52.193.0', 24], // AMT
  ['192.88.99.0', 24], // 6to4 relay, deprecated
  ['192.168.0.0', 16], // private
  ['192.175.48.0', 24], // AS112
  ['198.18.0.0', 15], // benchmarking
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved and broadcast
];

/**
 * IANA delegates global unicast from 2000::/3 alone, so all else is closed: loopback, IPv4-mapped and -compatible,
 * NAT64 (64:ff9b::/96, 64:ff9b:1::/48), discard 100::/64, 5f00::/16, fc00::/7, fe80::/10, ff00::/8.
 */
const globalV6: Range<bigint> = ['2000::', 3n];

/** What the IANA IPv6 Special-Purpose Address Registry takes out of 2000::/3. */
const closedV6: readonly Range<bigint>[] = [
  ['2001::', 23n], // IETF protocol assignments: Teredo, ORCHID, benchmarking, AMT, AS112
  ['2001:db8::', 32n], // documentation
  ['2002::', 16n], // 6to4, which carries any IPv4 address
  ['2620:4f:8000::', 48n], // AS112
  ['3fff::', 20n], // documentation
];

const V4_FORM = /^(?:(?:0|[1-9]\d{0,2})(?:\.(?!$)|$)){4}$/;
const V6_FORM = /^[\da-f:.]+$/i;

/** Says whether a plain IPv4 or IPv6 address (no brackets, no zone) is on the public internet; false for anything else. */
export function isPublicAddress(address: string): boolean {
  if (V4_FORM.test(address)) return isPublicV4(address);
  return V6_FORM.test(address) && address.includes(':') && isPublicV6(address);
}

function isPublicV4(address: string): boolean {
  if (address.split('.').some((part) => Number(part) > 255)) return false;
  const bits = v4Bits(address);
  return !closedV4.some(([base, prefix]) => {
    const hosts = 2 ** (32 - prefix);
    return Math.floor(bits / hosts) === Math.floor(v4Bits(base) / hosts);
  });
}

function isPublicV6(address: string): boolean {
  const bits = v6Bits(address);
  const within = ([base, prefix]: Range<bigint>) => bits !== null && inV6(bits, base, prefix);
  return within(globalV6) && !closedV6.some(within);
}

function inV6(bits: bigint, base: string, prefix: bigint): boolean {
  const baseBits = v6Bits(base);
  return baseBits !== null && bits >> (128n - prefix) === baseBits >> (128n - prefix);
}

function v4Bits(address: string): number {
  return address.split('.').reduce((bits, part) => bits * 256 + Number(part), 0);
}

/** The URL parser knows every form of an IPv6 address and writes one; null when it refuses. */
function v6Bits(address: string): bigint | null {
  if (!URL.canParse(`http://[${address}]/`)) return null;
  const [head = '', tail] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: 8 - front.length - back.length }, () => '0');
  return [...front, ...zeros, ...back].reduce((bits, group) => (bits << 16n) + BigInt(`0x${group}`), 0n);
}
