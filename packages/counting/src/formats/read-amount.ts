import { type ProblemLog, quoted } from './problem-log.ts';
import { readWhole, readWrittenNumber, type WrittenNumber } from './written-number.ts';

/** Rule sets write money with at most so many decimals. */
const DECIMALS_LIMIT = 6;

/** Reads money that the count depends on: what is no amount is a problem of the file. */
export function readAmount(log: ProblemLog, line: number, field: string, text: string): WrittenNumber | undefined {
  const value = quoted(text);
  const number = readWrittenNumber(text);
  if (number === undefined) log.refuse({ code: 'money_unreadable', line, field, value });
  else if (number.negative) log.refuse({ code: 'money_negative', line, field, value });
  else if (number.decimals > DECIMALS_LIMIT) {
    log.refuse({ code: 'money_too_fine', line, field, value, limit: DECIMALS_LIMIT });
  } else {
    if (number.oddity !== undefined) log.warn({ code: number.oddity, line, value });
    return number;
  }
  return undefined;
}

/** Reads money on which no count depends: what is no amount is passed over with a warning. */
export function readOptionalAmount(
  log: ProblemLog,
  line: number,
  field: string,
  text: string,
): WrittenNumber | undefined {
  const number = readWrittenNumber(text);
  if (number === undefined || number.negative || number.decimals > DECIMALS_LIMIT) {
    log.warn({ code: 'number_unreadable', line, field, value: quoted(text) });
    return undefined;
  }
  if (number.oddity !== undefined) log.warn({ code: number.oddity, line, value: quoted(text) });
  return number;
}

/** Reads a whole number on which no count depends. */
export function readOptionalWhole(log: ProblemLog, line: number, field: string, text: string): number | undefined {
  const whole = readWhole(text);
  if (whole === undefined) log.warn({ code: 'number_unreadable', line, field, value: quoted(text) });
  return whole;
}
