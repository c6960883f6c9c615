import { err, invariant, type Result } from '@convite/kernel';
import type { AccountsContext } from '../accounts-context.ts';
import { totpCode, totpStepAt } from '../proofs/totp.ts';
import { choosePassword, confirmCode, type ConfirmRefusal, readLink } from './set-up.ts';
import type { Opened } from './sign-in.ts';

/**
 * Sets up an account of a demo through its link, as its owner would: with a password, which nobody keeps, and an app for
 * codes, which nobody has. Afterwards the part can be taken, and nobody can sign in with proofs.
 */
export async function setUpDemoAccount(
  context: AccountsContext,
  path: string,
): Promise<Result<Opened, ConfirmRefusal>> {
  invariant(context.isDemo, 'accounts of real installations are set up by their owners');
  const token = path.split('/').at(-1) ?? '';
  const chosen = await choosePassword(context, token, Buffer.from(context.random(24)).toString('base64url'));
  invariant(chosen.ok || chosen.error.type === 'link_gone', 'a random password is not refused');
  if (!chosen.ok) return err({ type: 'link_gone' });
  const secret = (await readLink(context, token))?.account?.totpSecret;
  if (secret == null) return err({ type: 'link_gone' });
  const code = totpCode(new Uint8Array(secret), totpStepAt(context.now()));
  return await confirmCode(context, token, code, { visitor: path, device: undefined, token: undefined });
}
