import { err, ok, type Result } from '@convite/kernel';
import { languages } from './choices.ts';
import { firstBadValue } from './count-request.ts';
import { type OptionTable, readOptions } from './read-options.ts';
import type { UsageError } from './usage-error.ts';

/** `convite inspect`, understood. */
export interface InspectRequest {
  /** Path as given. */
  readonly input: string;
  /** Whether every event is to be shown, and not the first and the last ones alone. */
  readonly events: boolean;
}

const inspectOptions = { events: 'flag', lang: languages } as const satisfies OptionTable;

/** Reads the arguments after `convite inspect`, or says why they cannot be followed. */
export function parseInspectRequest(args: readonly string[]): Result<InspectRequest | 'help' | 'version', UsageError> {
  const given = readOptions(args, inspectOptions);
  if (!given.ok) return given;
  const { flags, values, inputs } = given.value;
  if (flags.has('help')) return ok('help');
  if (flags.has('version')) return ok('version');
  const badValue = firstBadValue(values, inspectOptions);
  if (badValue !== undefined) return err(badValue);
  const [input, ...more] = inputs;
  if (input === undefined) return err({ type: 'no_input' });
  if (more.length > 0) return err({ type: 'too_many_inputs', given: inputs });
  return ok({ input, events: flags.has('events') });
}
