import type { JSX } from 'preact';
import type { Translation } from '../i18n/translation.ts';

/** A table where people vote with help, as it is shown. */
interface ShownStation {
  readonly name: string;
  readonly place: string;
  readonly hours: string;
}

/** Where people vote with help, each table on a line of its own; where none is written, whom to ask. */
export const StationList = (props: {
  readonly stations: readonly ShownStation[];
  readonly t: Translation;
}): JSX.Element =>
  props.stations.length === 0 ? (
    <p>{props.t.stations.none}</p>
  ) : (
    <ul>
      {props.stations.map(({ name, place, hours }) => (
        <li key={`${name} ${place}`}>{props.t.stations.station(name, place, hours)}</li>
      ))}
    </ul>
  );
