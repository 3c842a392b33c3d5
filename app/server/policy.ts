import { siteAddress } from '../../lib/accounts/settings';

/** The header by which a page learns the nonce of its scripts. */
export const nonceHeader = 'x-nonce';

/**
 * What a page may load and run: what this server sends, and of scripts within the page those that
 * carry the nonce. Attributes of style are let through: they carry measures, and can call nothing.
 *
 * @param pictures the origin that a page with a picture from elsewhere may load it from; other pages of this site
 *   may show that page within them.
 */
export function contentPolicy(nonce: string, developing: boolean, pictures?: string): string {
  const directives: Record<string, string> = {
    'default-src': "'self'",
    // In development React explains errors by eval.
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ''}`,
    'style-src': developing ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    'style-src-attr': "'unsafe-inline'",
    'img-src': `'self' data:${pictures ? ` ${pictures}` : ''}`,
    'font-src': "'self'",
    'connect-src': `'self'${pictures ? ` ${pictures}` : ''}`,
    'worker-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': pictures ? "'self'" : "'none'",
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/** What a page with a picture from elsewhere is sent with: shown within others here, it tells nobody who shows it. */
export const pictureHeaders = { 'x-frame-options': 'SAMEORIGIN', 'referrer-policy': 'no-referrer' };

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
