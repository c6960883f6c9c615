import type { Result } from '@convite/kernel';
import type { KeptConsultation } from '../store-ceremonies.ts';
import type { TrusteesContext } from '../trustees-context.ts';
import { bringMessage, type BroughtRefusal } from './bring-message.ts';
import { bringRehearsal, type RehearsedRefusal } from './bring-rehearsal.ts';

export type FileRefusal = BroughtRefusal | RehearsedRefusal;

/** Takes what a trustee brings, whichever of their files it is: each says what it is. */
export async function bringFile(
  context: TrusteesContext,
  consultation: KeptConsultation,
  brought: { readonly text: string; readonly by: string },
): Promise<Result<unknown, FileRefusal>> {
  return isRehearsal(brought.text)
    ? await bringRehearsal(context, consultation, brought)
    : await bringMessage(context, consultation, brought);
}

function isRehearsal(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'convite_rehearsal' in value;
  } catch {
    return false;
  }
}
