import { areAlike, type ConsultationState, mayChangeStations, mostStations, type Station } from '@convite/domain';
import { err, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import { inRefusableTransaction } from '../../../persistence/database.ts';
import type { ConsultationsContext } from '../consultations-context.ts';
import { holdConsultation } from '../store.ts';
import { putStation, removeStation, type StationRecord, stationsOf } from '../store-stations.ts';
import { inLanguage, type LanguageMap } from '../stored-forms.ts';

export type StationRefusal =
  /** The vote is over, or the consultation annulled. */
  | { readonly type: 'not_now'; readonly state: ConsultationState | undefined }
  /** `repeated_station`: nobody could tell it from another of the list. */
  | { readonly type: 'unknown_station' | 'too_many_stations' | 'repeated_station' };

/** What is done to the list: a table added, one mended in its place, one removed. */
export type StationChange =
  | { readonly type: 'add'; readonly station: Station<LanguageMap> }
  | { readonly type: 'mend'; readonly id: string; readonly station: Station<LanguageMap> }
  | { readonly type: 'remove'; readonly id: string };

/** Changes the tables of a consultation. From the freezing on everyone reads what stood there before, and what stands now. */
export const changeStations = (
  { database, now, newId }: ConsultationsContext,
  consultation: string,
  change: StationChange,
  by: string,
): Promise<Result<undefined, StationRefusal>> =>
  inRefusableTransaction<undefined, StationRefusal>(database, async (tx) => {
    const held = await holdConsultation(tx, consultation);
    if (held === undefined || !mayChangeStations(held.status)) return err({ type: 'not_now', state: held?.status });
    const stations = await stationsOf(tx, consultation);
    const before = change.type === 'add' ? undefined : stations.find(({ id }) => id === change.id);
    if (change.type !== 'add' && before === undefined) return err({ type: 'unknown_station' });
    if (change.type === 'add' && stations.length >= mostStations) return err({ type: 'too_many_stations' });
    const after = change.type === 'remove' ? undefined : { id: before?.id ?? newId(), ...change.station };
    const isRepeated = after !== undefined && stations.some((one) => one.id !== after.id && areAlike(one, after));
    if (isRepeated) return err({ type: 'repeated_station' });
    if (after !== undefined) await putStation(tx, consultation, after);
    else if (before !== undefined) await removeStation(tx, consultation, before.id);
    await appendAudit(tx, {
      event: after === undefined ? 'station.removed' : 'station.written',
      subject: consultation,
      actor: by,
      territory: held.territory,
      details: {
        ...(before !== undefined && { from: toldOf(before, held.languages) }),
        ...(after !== undefined && { to: toldOf(after, held.languages) }),
      },
      isPublic: held.status !== 'draft',
      now: now(),
    });
    return ok(undefined);
  });

/** A table in one line of the trail, its hours in the first language of the consultation. */
const toldOf = ({ name, place, hours }: StationRecord, [language = '']: readonly string[]): string =>
  [name, place, inLanguage(hours, language)].join(' · ');
