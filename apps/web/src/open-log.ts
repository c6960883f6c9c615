import { type DestinationStream, type Logger, pino } from 'pino';
import type { Settings } from './env.ts';

/**
 * The log of the server: JSON, one line each.
 *
 * Hazards: a log is read by more people than a database and kept for longer, so of a fault there is what failed and where,
 * never the rows and values that a database tells beside it.
 */
export const openLog = (level: Settings['logLevel'], sink: DestinationStream): Logger =>
  pino({ level, serializers: { err: told } }, sink);

interface ToldFault {
  readonly type: string;
  readonly message: string;
  readonly stack?: string | undefined;
  readonly cause?: ToldFault;
  /** What the database or the system says of it that holds nothing of anybody. */
  readonly [name: string]: unknown;
}

const harmless = ['code', 'schema', 'table', 'column', 'constraint', 'routine', 'syscall'] as const;

function told(fault: unknown): ToldFault {
  if (!(fault instanceof Error)) return { type: typeof fault, message: 'something that is no error was thrown' };
  const { name, message, stack, cause } = fault;
  const more = Object.entries(fault).filter(([key]) => harmless.some((one) => one === key));
  return {
    ...{ type: name, message, stack },
    ...Object.fromEntries(more),
    ...(cause instanceof Error && { cause: told(cause) }),
  };
}
