import { err, ok, type Result } from '@convite/kernel';
import { languages } from './choices.ts';
import { firstBadValue } from './count-request.ts';
import { type OptionTable, readOptions } from './read-options.ts';
import type { UsageError } from './usage-error.ts';

/** `convite verify`, understood. */
export interface VerifyRequest {
  /** Path as given. */
  readonly input: string;
  /** Path, as given, of an archive that was kept before. */
  readonly earlier: string | undefined;
  /** Path, as given, of the side file with the strong proofs of decryption. */
  readonly side: string | undefined;
  /** Whether our own policy is asked for too. */
  readonly isStrict: boolean;
  readonly json: boolean;
  /** Of a consultation: its result protocol is printed, and nothing else. */
  readonly isProtocol: boolean;
  /** Paths, as given, of the signature that a site put to that protocol, and of its public key. */
  readonly signature: string | undefined;
  readonly key: string | undefined;
}

const verifyOptions = {
  side: 'file',
  earlier: 'file',
  strict: 'flag',
  protocol: 'flag',
  signature: 'file',
  key: 'file',
  lang: languages,
  json: 'flag',
} as const satisfies OptionTable;

/** Reads the arguments after `convite verify`, or says why they cannot be followed. */
export function parseVerifyRequest(args: readonly string[]): Result<VerifyRequest | 'help' | 'version', UsageError> {
  const given = readOptions(args, verifyOptions);
  if (!given.ok) return given;
  const { flags, values, inputs } = given.value;
  if (flags.has('help')) return ok('help');
  if (flags.has('version')) return ok('version');
  const badValue = firstBadValue(values, verifyOptions);
  if (badValue !== undefined) return err(badValue);
  const [input, ...more] = inputs;
  if (input === undefined) return err({ type: 'no_input' });
  if (more.length > 0) return err({ type: 'too_many_inputs', given: inputs });
  return ok({
    input,
    earlier: values.get('earlier'),
    side: values.get('side'),
    isStrict: flags.has('strict'),
    json: flags.has('json'),
    isProtocol: flags.has('protocol'),
    signature: values.get('signature'),
    key: values.get('key'),
  });
}
