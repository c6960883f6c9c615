/** What an election of ours declares at the end of its description. */
export interface DeclaredPolicy {
  readonly version: number;
  /** SHA-256 of the canonical rule set by which the result is counted, in hex; undefined for a vote without one. */
  readonly rules: string | undefined;
}

/** The version that this verifier knows. */
export const policyVersion = 1;

const marker = /(?:^|\s)\[convite policy=([1-9][0-9]{0,3})(?: rules=([0-9a-f]{64}))?\]$/u;

/**
 * The policy that a description declares: `[convite policy=1 rules=<64 hex digits>]` at its very end.
 *
 * In the description, which the format leaves to people, because every program hashes it into the election's
 * fingerprint: so every ballot and every proof is bound to the policy and to the rules.
 */
export function declaredPolicy(description: string): DeclaredPolicy | undefined {
  const [, version, rules] = marker.exec(description) ?? [];
  return version === undefined ? undefined : { version: Number(version), rules };
}

/** A description that declares the policy. */
export const withPolicy = (description: string, rules?: string): string =>
  `${description} [convite policy=${policyVersion}${rules === undefined ? '' : ` rules=${rules}`}]`.trimStart();
