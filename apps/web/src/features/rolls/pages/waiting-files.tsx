import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { importAddress, type RollHead, type WaitingRow } from './views.ts';

/** So many are named; the list of parts leads to the others. */
const named = 5;

/** Files on their way into a roll, the first that came first; nothing where there is none. */
export function WaitingFiles(props: {
  head: RollHead;
  files: readonly WaitingRow[];
  t: Translation;
}): JSX.Element | null {
  const { head, files, t } = props;
  const words = t.rolls;
  if (files.length === 0) return null;
  return (
    <div class="note wait">
      <p>{words.waiting(files.length)}</p>
      <ul class="ways">
        {files.slice(0, named).map(({ id, sourceName, partName }) => (
          <li key={id}>
            <a href={importAddress(head, id)}>{words.importFrom(sourceName, partName)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
