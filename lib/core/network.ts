import ipaddr from 'ipaddr.js';

/**
 * The network that attempts and requests from an address are counted by: a household has one address
 * of IPv4, and a whole /64 of IPv6. An address that cannot be parsed stands for itself.
 */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  return ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toNormalizedString()}/64`).toString();
}

/**
 * Whether something thrown is a rate limiter's refusal. Recognised by its form: a bundler may give a
 * process the class of it twice.
 */
export const isLimited = (error: unknown): error is { msBeforeNext: number } =>
  error instanceof Object && 'msBeforeNext' in error && !(error instanceof Error);
