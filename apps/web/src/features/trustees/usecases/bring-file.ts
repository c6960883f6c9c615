import { type CeremonyStep, ceremonySteps } from '@convite/domain';
import { err, ok, type Result } from '@convite/kernel';
import type { KeptConsultation } from '../store-ceremonies.ts';
import type { TrusteesContext } from '../trustees-context.ts';
import { bringMessage, type BroughtRefusal } from './bring-message.ts';
import { bringRehearsal, type RehearsedRefusal } from './bring-rehearsal.ts';

export type FileRefusal = KindRefusal | BroughtRefusal | RehearsedRefusal;

/** Takes what a trustee brings, whichever of their files it is: each says what it is. */
export async function bringFile(
  context: TrusteesContext,
  consultation: KeptConsultation,
  brought: { readonly text: string; readonly by: string },
): Promise<Result<unknown, FileRefusal>> {
  const kind = kindOf(brought.text);
  if (!kind.ok) return kind;
  return kind.value === 'rehearsal'
    ? await bringRehearsal(context, consultation, brought)
    : await bringMessage(context, consultation, { ...brought, found: kind.value });
}

type KindRefusal =
  | { readonly type: 'not_json' }
  /** A file with a secret: its owner must be told. */
  | { readonly type: 'secret_file' }
  | { readonly type: 'wrong_form'; readonly place: string };

/** What a file says that it is, before its form is looked at. */
function kindOf(text: string): Result<CeremonyStep | 'rehearsal', KindRefusal> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err({ type: 'not_json' });
  }
  if (typeof value !== 'object' || value === null) return err({ type: 'wrong_form', place: '' });
  if ('seed' in value || 'secret' in value) return err({ type: 'secret_file' });
  if ('convite_rehearsal' in value) return ok('rehearsal');
  const named = 'step' in value ? value.step : undefined;
  const step = ceremonySteps.find((one) => one === named);
  return step === undefined ? err({ type: 'wrong_form', place: '.step' }) : ok(step);
}
