import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import type { Paper } from './views.ts';

/** Where people vote with help, for whoever cannot vote on this device. */
export const Stations = ({ paper, t }: { readonly paper: Paper; readonly t: Translation }): JSX.Element => (
  <>
    <p>
      <b>{t.booth.stationsTitle}.</b> {t.booth.stations}
    </p>
    {paper.stations.length === 0 ? (
      <p>{t.booth.noStations}</p>
    ) : (
      <ul>
        {paper.stations.map(({ name, place, hours }) => (
          <li key={name}>{t.booth.station(name, place, hours)}</li>
        ))}
      </ul>
    )}
  </>
);
