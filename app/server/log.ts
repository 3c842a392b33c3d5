import pino from 'pino';
import { isPublic } from '../../lib/accounts/settings';
import { processWide } from '../../lib/core/process-wide';

/**
 * The log: a line of JSON for each event, on standard output, as collectors read it.
 * `VARIORUM_LOG` names the least level that is reported: `debug`, `info`, `warn`, `error` or `silent`;
 * by default `info` where the library is for others, and `warn` on one's own machine.
 */
export const log = processWide('log', () =>
  pino({
    level: process.env.VARIORUM_LOG || (isPublic() ? 'info' : 'warn'),
    base: { service: 'variorum' },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
    // Neither passwords nor sessions are anyone's to read.
    redact: ['*.password', '*.cookie', '*.authorization'],
  }),
);
