import { pino } from 'pino';

/** For servers of tests whose faults show in their answers. */
export const silentLogger = pino({ level: 'silent' });
