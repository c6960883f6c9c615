import type { JSX } from 'preact';
import { locales } from '../../../i18n/locale.ts';
import { ErrorSummary, Field, Form, type FormState } from '../../../ui/form.tsx';
import { Section } from '../../../ui/section.tsx';
import { StaffPage } from '../../../ui/staff-page.tsx';
import { TableLink } from '../../../ui/table-link.tsx';
import type { StaffProps } from './consultation-frame.tsx';
import type { StationsView } from './views.ts';

/** Where people vote with help: written in the draft, and mended in public until the vote closes. */
export function StationsPage(
  props: StaffProps<StationsView> & { readonly form: FormState; readonly isSaved: boolean },
): JSX.Element {
  const { view, staff, frame, t, form, isSaved } = props;
  const { head, mayChange, mended } = view;
  const words = t.stations;
  const address = `/org/c/${head.slug}/stations`;
  const lead = !mayChange ? [words.over] : [words.lead, head.status === 'draft' ? words.leadDraft : words.leadPublic];
  return (
    <StaffPage head={head} staff={staff} frame={frame} t={t} title={words.title} lead={lead}>
      <ErrorSummary form={form} t={t} />
      {isSaved && <p class="note">{t.controlRoom.saved}</p>}
      <Section id="stations" title={words.written} full>
        <StationTable view={view} address={address} t={t} />
        {view.stations.length > 0 && <TableLink href={`${address}/stations.csv`} of={words.title} t={t} />}
      </Section>
      {mayChange && (
        <Section id="station" title={mended === null ? words.add : words.mend}>
          <Form action={address} submit={t.controlRoom.save}>
            {mended !== null && <input type="hidden" name="station" value={mended.id} />}
            <Field name="name" label={words.name} hint={words.nameHint} form={form} />
            <Field name="place" label={words.place} hint={words.placeHint} form={form} />
            {locales
              .filter((locale) => view.languages.includes(locale))
              .map((locale) => (
                <Field
                  key={locale}
                  name={`hours_${locale}`}
                  label={words.hoursIn(t.format.language(locale))}
                  hint={words.hoursHint}
                  form={form}
                />
              ))}
          </Form>
        </Section>
      )}
    </StaffPage>
  );
}

const StationTable = ({
  view: { stations, mayChange },
  address,
  t,
}: Pick<StaffProps<StationsView>, 'view' | 't'> & { readonly address: string }): JSX.Element =>
  stations.length === 0 ? (
    <p>{t.stations.noneWritten}</p>
  ) : (
    <table class="stack">
      <caption class="vh">{t.stations.written}</caption>
      <thead>
        <tr>
          <th scope="col">{t.stations.name}</th>
          <th scope="col">{t.stations.place}</th>
          <th scope="col">{t.stations.hours}</th>
          {mayChange && <th scope="col">{t.stations.change}</th>}
        </tr>
      </thead>
      <tbody>
        {stations.map(({ id, name, place, hours }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td data-label={t.stations.place}>{place}</td>
            <td data-label={t.stations.hours}>{hours}</td>
            {mayChange && (
              <td data-label={t.stations.change}>
                <form method="post" action={address} class="acts">
                  <input type="hidden" name="station" value={id} />
                  <a class="btn two" href={`${address}?mend=${id}#station`} aria-label={t.stations.mendThis(name)}>
                    {t.stations.mendShort}
                  </a>{' '}
                  <button class="btn two" name="do" value="remove" aria-label={t.stations.removeThis(name)}>
                    {t.stations.remove}
                  </button>
                </form>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
