import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { StationList } from '../../../ui/stations.tsx';
import type { Paper } from './views.ts';

/** Where people vote with help, for whoever cannot vote on this device. */
export const Stations = ({ paper, t }: { readonly paper: Paper; readonly t: Translation }): JSX.Element => (
  <>
    <p>
      <b>{t.stations.publicTitle}.</b> {t.stations.says}
    </p>
    <StationList stations={paper.stations} t={t} />
  </>
);
