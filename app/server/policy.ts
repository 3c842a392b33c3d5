import { siteAddress } from '../../lib/accounts/settings';

/** The header by which a page learns the nonce of its scripts. */
export const nonceHeader = 'x-nonce';

/**
 * What a page may load and run: what this server sends, and of scripts within the page those that
 * carry the nonce. Attributes of style are let through: they carry measures, and can call nothing.
 */
export function contentPolicy(nonce: string, developing: boolean): string {
  const directives: Record<string, string> = {
    'default-src': "'self'",
    // In development React explains errors by eval.
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ''}`,
    'style-src': developing ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'worker-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/** @param secure whether readers reach the site by https. */
export function safeHeaders(secure: boolean): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}

/** Whether readers reach the site by https. */
export const isSecure = (): boolean => siteAddress()?.startsWith('https:') ?? false;
