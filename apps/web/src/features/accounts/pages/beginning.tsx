import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Section, Status } from '../../../ui/section.tsx';
import type { BeginningView } from './views.ts';

/** What an administrator does before the first consultation of an installation, and what of it is done. */
export function Beginning({ view, t }: { readonly view: BeginningView; readonly t: Translation }): JSX.Element {
  const words = t.accounts.beginning;
  const missing = view.roles.filter((each) => each.missing > 0);
  return (
    <Section id="beginning" title={words.title} say={[words.lead]}>
      <ol>
        <li>
          <h3>
            {words.places} {view.hasTerritories && <Status is="ok">{words.done}</Status>}
          </h3>
          <p>
            {words.placesSay} <a href="/org/territories">{t.accounts.territories}</a>
          </p>
        </li>
        <li>
          <h3>
            {words.people} {missing.length === 0 && <Status is="ok">{words.done}</Status>}
          </h3>
          <p>
            {words.peopleSay} <a href="/org/people">{t.accounts.people}</a>
          </p>
          {missing.length > 0 && (
            <ul>
              {missing.map((each) => (
                <li key={each.role}>
                  {words.missing(t.accounts.roles[each.role], each.missing)}
                  {each.role === 'administrator' && <> {words.secondLink}</>}
                </li>
              ))}
            </ul>
          )}
        </li>
        <li>
          <h3>{words.consultation}</h3>
          <p>{words.consultationSays}</p>
        </li>
      </ol>
    </Section>
  );
}
