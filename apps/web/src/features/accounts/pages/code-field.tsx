import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Field, type FormState } from '../../../ui/form.tsx';
import { accountFields } from './views.ts';

/** The six digits that an app shows. */
export const CodeField = ({ form, t }: { readonly form: FormState; readonly t: Translation }): JSX.Element => (
  <Field
    name={accountFields.code}
    label={t.accounts.code}
    hint={t.accounts.codeHint}
    inputmode="numeric"
    autocomplete="one-time-code"
    signs={6}
    form={form}
  />
);
