import type { Role } from '@convite/domain';
import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Choices, ErrorSummary, Field, Form, type FormState, LongField } from '../../../ui/form.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { Hero, Section, Status } from '../../../ui/section.tsx';
import { StaffDocument } from '../../../ui/staff-document.tsx';
import { TableLink } from '../../../ui/table-link.tsx';
import { accountFields, type HeldRole, type PersonView } from './views.ts';

interface Around {
  readonly staff: { readonly name: string };
  readonly frame: Frame;
  readonly t: Translation;
}

const roleText = ({ role, place }: HeldRole, { accounts }: Translation): string =>
  accounts.roleAt(accounts.roles[role], place ?? accounts.everywhere);

export function PeoplePage(
  props: Around & { readonly people: readonly PersonView[]; readonly mayInvite: boolean },
): JSX.Element {
  const { people, mayInvite, staff, frame, t } = props;
  const { accounts: words } = t;
  return (
    <StaffDocument title={words.people} staff={staff} frame={frame} t={t}>
      <Hero
        title={words.people}
        lead={[words.peopleLead]}
        {...(mayInvite && {
          acts: (
            <a class="btn" href="/org/people/invite">
              {words.inviteGo}
            </a>
          ),
        })}
      />
      <table class="stack">
        <caption class="vh">{words.people}</caption>
        <thead>
          <tr>
            <th scope="col">{words.nameColumn}</th>
            <th scope="col">{words.rolesColumn}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <a href={`/org/people/${person.id}`}>{person.name}</a>
                {person.email !== null && <small>{person.email}</small>}
                <PersonState person={person} t={t} />
              </th>
              <td data-label={words.rolesColumn}>
                {person.roles.length === 0 ? (
                  words.noRoles
                ) : (
                  <ul>
                    {person.roles.map((held) => (
                      <li key={held.id}>{roleText(held, t)}</li>
                    ))}
                  </ul>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <TableLink href="/org/people/files/people.csv" of={words.people} t={t} />
    </StaffDocument>
  );
}

function PersonState({ person, t }: { readonly person: PersonView; readonly t: Translation }): JSX.Element | null {
  switch (person.state) {
    case 'active':
      return null;
    case 'not_set_up':
      return <Status is="wait">{t.accounts.notSetUp}</Status>;
    case 'closed':
      return <Status is="stop">{t.accounts.closed}</Status>;
  }
}

/** One person, and what may be proposed about them. */
export function PersonPage(
  props: Around & {
    readonly person: PersonView;
    /** What who looks may propose: about roles somewhere, about the account itself. */
    readonly may: { readonly roles: boolean; readonly account: boolean; readonly inviteAgain: boolean };
  },
): JSX.Element {
  const { person, may, staff, frame, t } = props;
  const { accounts: words } = t;
  const path = `/org/people/${person.id}`;
  const crumbs = [
    { text: words.people, href: '/org/people' },
    { text: person.name, href: null },
  ];
  return (
    <StaffDocument title={person.name} staff={staff} frame={frame} t={t} crumbs={crumbs}>
      <Hero title={person.name} lead={person.email === null ? [] : [person.email]} />
      <PersonState person={person} t={t} />
      <Section id="roles" title={words.rolesColumn}>
        <div>
          {person.roles.length === 0 && <p>{words.noRoles}</p>}
          <ul class="plain">
            {person.roles.map((held) => (
              <li key={held.id}>
                {roleText(held, t)}
                {may.roles && (
                  <>
                    {' '}
                    <a href={`${path}/end?grant=${held.id}`} aria-label={`${words.endGo}: ${roleText(held, t)}`}>
                      {words.endGo}
                    </a>
                  </>
                )}
              </li>
            ))}
          </ul>
          {may.roles && person.state === 'active' && (
            <p>
              <a class="btn" href={`${path}/grant`}>
                {words.grantGo}
              </a>
            </p>
          )}
        </div>
      </Section>
      {(may.account || may.inviteAgain) && person.state !== 'closed' && (
        <Section id="account" title={words.accountOfOther}>
          <ul class="plain">
            {may.inviteAgain && (
              <li>
                <form action={`${path}/invite-again`} method="post">
                  <button class="btn two">{words.inviteAgain}</button>
                </form>
              </li>
            )}
            {may.account && (
              <>
                <li>
                  <a href={`${path}/recover`}>{words.recoverGo}</a>
                </li>
                <li>
                  <a href={`${path}/close`}>{words.closeGo}</a>
                </li>
              </>
            )}
          </ul>
        </Section>
      )}
    </StaffDocument>
  );
}

export function InvitePage(props: Around & { readonly form: FormState }): JSX.Element {
  const { form, staff, frame, t } = props;
  const { accounts: words } = t;
  const title = form.problems.length > 0 ? t.frame.errorTitle(words.inviteTitle) : words.inviteTitle;
  return (
    <StaffDocument title={title} staff={staff} frame={frame} t={t}>
      <ErrorSummary form={form} t={t} />
      <Hero title={words.inviteTitle} lead={[words.inviteLead]} />
      <Form action="/org/people/invite" submit={words.inviteSend}>
        <Field name={accountFields.name} label={words.invitePersonName} form={form} />
        <Field name={accountFields.email} label={words.email} type="email" form={form} />
      </Form>
    </StaffDocument>
  );
}

export function GrantPage(
  props: Around & { readonly person: PersonView; readonly roles: readonly Role[]; readonly form: FormState },
): JSX.Element {
  const { person, roles, form, staff, frame, t } = props;
  const { accounts: words } = t;
  const heading = words.grantPageTitle(person.name);
  const choices = roles.map((role) => ({ value: role, text: words.roles[role], hint: words.roleTasks[role] }));
  return (
    <StaffDocument
      title={form.problems.length > 0 ? t.frame.errorTitle(heading) : heading}
      staff={staff}
      frame={frame}
      t={t}
    >
      <ErrorSummary form={form} t={t} />
      <Hero title={heading} lead={[]} />
      <Form action={`/org/people/${person.id}/grant`} submit={words.propose}>
        <Choices name={accountFields.role} label={words.grantRole} kind="one" choices={choices} form={form} />
        <Field
          name={accountFields.territory}
          label={words.grantTerritory}
          hint={words.grantTerritoryHint}
          signs={20}
          form={form}
        />
        <LongField name={accountFields.reason} label={words.reason} hint={words.reasonHint} form={form} />
      </Form>
    </StaffDocument>
  );
}

/** A proposal that needs nothing but its reason: a role that ends, an account that closes or is recovered. */
export function ReasonPage(
  props: Around & {
    readonly title: string;
    readonly says: readonly string[];
    readonly action: string;
    /** The role that would end. */
    readonly grant?: string;
    readonly form: FormState;
  },
): JSX.Element {
  const { title, says, action, grant, form, staff, frame, t } = props;
  const { accounts: words } = t;
  return (
    <StaffDocument
      title={form.problems.length > 0 ? t.frame.errorTitle(title) : title}
      staff={staff}
      frame={frame}
      t={t}
    >
      <ErrorSummary form={form} t={t} />
      <Hero title={title} lead={says} />
      <Form action={action} submit={words.propose}>
        {grant !== undefined && <input type="hidden" name={accountFields.grant} value={grant} />}
        <LongField name={accountFields.reason} label={words.reason} hint={words.reasonHint} form={form} />
      </Form>
    </StaffDocument>
  );
}
