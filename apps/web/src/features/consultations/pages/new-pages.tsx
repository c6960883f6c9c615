import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { ErrorSummary, Field, Form, type FormState } from '../../../ui/form.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { Hero } from '../../../ui/section.tsx';
import { StaffDocument } from '../../../ui/staff-document.tsx';
import { CalendarFields, TitleFields, UnitFields } from './calendar-page.tsx';
import type { OfferedTerritory } from './views.ts';

/** First: for whom. */
export function ChooseTerritoryPage(props: {
  territories: readonly OfferedTerritory[];
  words: string;
  staff: { readonly name: string };
  frame: Frame;
  t: Translation;
}): JSX.Element {
  const { territories, words: typed, staff, frame, t } = props;
  const words = t.controlRoom;
  return (
    <StaffDocument staff={staff} title={words.newTitle} frame={frame} t={t} crumbs={crumbs(t)}>
      <Hero
        above={words.newTitle}
        title={words.newWhere}
        lead={[territories.length === 0 && typed === '' ? words.newNone : words.newWhereLead]}
      />
      <form class="filters" method="get" action="/org/c/new">
        <div>
          <label for="q">{words.newSearch}</label>
          <input class="in" id="q" name="q" value={typed} autocomplete="off" />
        </div>
        <button class="btn two">{t.consultations.searchGo}</button>
      </form>
      <table>
        <caption class="vh">{words.newWhere}</caption>
        <tbody>
          {territories.map(({ id, code, name, above }) => (
            <tr key={id}>
              <th scope="row">
                <b>
                  <a href={`/org/c/new/${id}`}>{name}</a>
                </b>
                <small>
                  <bdi>{code}</bdi>
                  {above === null ? '' : ` · ${above}`}
                </small>
              </th>
            </tr>
          ))}
        </tbody>
      </table>
    </StaffDocument>
  );
}

const crumbs = (t: Translation) => [
  { text: t.accounts.tasks, href: '/org' },
  { text: t.controlRoom.newTitle, href: null },
];

/** Then: what, in which languages, with how much money, and when. */
export function NewConsultationPage(props: {
  territory: { readonly id: string; readonly name: string };
  form: FormState;
  staff: { readonly name: string };
  frame: Frame;
  t: Translation;
}): JSX.Element {
  const { territory, form, staff, frame, t } = props;
  const words = t.controlRoom;
  const title = form.problems.length > 0 ? t.frame.errorTitle(words.newTitle) : words.newTitle;
  return (
    <StaffDocument staff={staff} title={title} frame={frame} t={t} crumbs={crumbs(t)}>
      <Hero title={words.newTitle} lead={[words.newLead(territory.name)]} />
      <ErrorSummary form={form} t={t} />
      <Form action={`/org/c/new/${territory.id}`} submit={words.create}>
        <TitleFields form={form} t={t} />
        <Field name="slug" label={words.slug} hint={words.slugHint} form={form} />
        <UnitFields form={form} t={t} />
        <Field
          name="whole"
          label={words.wholeAmount}
          hint={words.wholeAmountHint}
          form={form}
          inputmode="decimal"
          signs={20}
        />
        <CalendarFields form={form} t={t} />
      </Form>
    </StaffDocument>
  );
}
