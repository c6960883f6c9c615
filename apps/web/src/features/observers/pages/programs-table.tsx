import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Status } from '../../../ui/section.tsx';
import type { ObserveView } from './views.ts';

/** What this server hands out to run on other people's devices, and what it handed out before. */
export function ProgramsTable({ view, t }: { view: ObserveView; t: Translation }): JSX.Element {
  const words = t.observers;
  const moment = (at: string): string => t.format.moment(at, view.zone);
  return (
    <dl class="prints">
      {view.programs.map(({ name, path, integrity, since, earlier, changedWhileOpen }) => (
        <div key={name}>
          <dt>
            <a href={path}>{words.programs[name]}</a>
          </dt>
          <dd>
            <code class="cmd" dir="ltr">
              {integrity}
            </code>
            <p>{since === null ? words.programUnknown : words.programSince(moment(since))}</p>
            {changedWhileOpen && (
              <p>
                <Status is="no">{words.programChanged}</Status>
              </p>
            )}
            {earlier.map((one) => (
              <p key={one.from}>
                {words.programBefore(moment(one.from))} <code dir="ltr">{one.integrity}</code>
              </p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
