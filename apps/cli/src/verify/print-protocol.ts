import { protocolFile, resultProtocol } from '@convite/archive';
import { readProtocol, type SignedProtocol } from '@convite/crypto';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { VerifyRequest } from '../arguments/verify-request.ts';
import { inputFault } from '../count/read-input.ts';
import { type ExitCode, type Terminal, writeError } from '../output/terminal.ts';
import type { Words } from '../words/words.ts';
import type { VerifiedConsultation } from './verify-consultation-file.ts';

/** Why nothing is held against a protocol: what is said of it, and how the command ends. */
interface SignatureProblem {
  readonly says: string;
  readonly code: ExitCode;
}

/** What a site signed, if its key did sign it; undefined where nothing is held against the protocol. */
export async function readSignature(
  { signature, key }: Pick<VerifyRequest, 'signature' | 'key'>,
  { folder }: Pick<Terminal, 'folder'>,
  { consultation, refusal }: Words,
): Promise<Result<SignedProtocol | undefined, SignatureProblem>> {
  if (signature === undefined || key === undefined) return ok(undefined);
  const texts: string[] = [];
  for (const given of [signature, key]) {
    try {
      texts.push(await readFile(resolve(folder, given), 'utf8'));
    } catch (thrown) {
      return err({ says: refusal.input(inputFault(thrown), given), code: 2 });
    }
  }
  const [note = '', keyText = ''] = texts;
  const signed = readProtocol(note, keyText.trim(), nodeSha256.sha256);
  return signed.ok ? signed : err({ says: consultation.protocol.fault[signed.error], code: 1 });
}

/** Prints the result protocol of a verified consultation, unless a site signed another. */
export function printProtocol(
  { verification, bytes, sha256 }: VerifiedConsultation,
  signed: SignedProtocol | undefined,
  terminal: Terminal,
  { consultation }: Words,
): ExitCode {
  const { answer, manifest, manifestSha256, contests } = verification;
  const says = consultation.protocol;
  if (answer !== 'accepted') {
    writeError(terminal, says.refused);
    return answer === 'refused' ? 1 : 2;
  }
  invariant(manifest !== undefined && manifestSha256 !== undefined, 'what is accepted has a manifest');
  invariant(sha256 !== undefined, 'a protocol names the SHA-256 of its archive');
  const text = protocolFile(resultProtocol({ bytes, sha256, manifestSha256, manifest, contests }));
  if (signed !== undefined) {
    const own = createHash('sha256').update(text).digest('hex');
    if (signed.sha256 !== own || signed.slug !== manifest.consultation.slug) {
      writeError(terminal, says.fault.other_protocol);
      return 1;
    }
    writeError(terminal, says.signed(signed.software));
  }
  terminal.stdout.write(text);
  return 0;
}
