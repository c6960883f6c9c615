import { instantOf, parseLocalTime } from '@convite/domain';
import { offsetsOf } from '../../consultations/index.ts';

/** A moment as the clocks of a zone show it; undefined where none is typed, or the clocks skip or repeat it. */
export function readMoment(text: string, zone: string): Date | undefined {
  const local = parseLocalTime(text.trim());
  const instant = local.ok ? instantOf(local.value, offsetsOf(zone)) : local;
  return instant.ok ? new Date(instant.value) : undefined;
}
