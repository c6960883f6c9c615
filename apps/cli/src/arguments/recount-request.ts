import { err, ok, type Result } from '@convite/kernel';
import { languages } from './choices.ts';
import { firstBadValue } from './count-request.ts';
import { type OptionTable, readOptions } from './read-options.ts';
import type { UsageError } from './usage-error.ts';

/** `convite recount`, understood. */
export interface RecountRequest {
  /** Path as given: a file, or a folder whose `.pb` files are meant, those of its folders included. */
  readonly input: string;
  readonly json: boolean;
}

const recountOptions = { lang: languages, json: 'flag' } as const satisfies OptionTable;

/** Reads the arguments after `convite recount`, or says why they cannot be followed. */
export function parseRecountRequest(args: readonly string[]): Result<RecountRequest | 'help' | 'version', UsageError> {
  const given = readOptions(args, recountOptions);
  if (!given.ok) return given;
  if (given.value.flags.has('help')) return ok('help');
  if (given.value.flags.has('version')) return ok('version');
  const badValue = firstBadValue(given.value.values, recountOptions);
  if (badValue !== undefined) return err(badValue);
  const [input, ...more] = given.value.inputs;
  if (input === undefined) return err({ type: 'no_input' });
  if (more.length > 0) return err({ type: 'too_many_inputs', given: given.value.inputs });
  return ok({ input, json: given.value.flags.has('json') });
}
