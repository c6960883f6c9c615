import type { PageSender } from '../../http/page-sender.ts';
import { readUpload } from '../../http/read-upload.ts';
import type { AppContext } from '../../http/router.ts';
import { type Translation, translationOf } from '../../i18n/translation.ts';
import { type FormState, freshForm } from '../../ui/form.tsx';
import type { PreparationView } from './pages/views.ts';
import type { PreparationContext } from './preparation-context.ts';
import type { PreparedConsultation } from './store.ts';
import { preparationView, preparedConsultation } from './usecases/show-preparation.ts';

/** What the routes of preparation answer with. */
export interface PreparationSite {
  readonly context: PreparationContext;
  readonly pages: PageSender;
  /** Where people vote; undefined: where the site was asked. */
  readonly votingOrigin: string | undefined;
}

/** The consultation that is asked about, and what its pages show. */
export interface Asked {
  readonly consultation: PreparedConsultation;
  readonly view: PreparationView;
}

/** The gate has found the consultation before. */
export async function askedOf({ context }: PreparationSite, c: AppContext): Promise<Asked | undefined> {
  const consultation = await preparedConsultation(context, c.req.param('consultation') ?? '');
  if (consultation === undefined) return undefined;
  return { consultation, view: await preparationView(context, consultation, c.var.locale) };
}

export const notFound = ({ pages }: PreparationSite, c: AppContext): Promise<Response> =>
  pages.problem(c, { type: 'not_found' }, 404);

/** A form with one problem, in the language of the page. */
export const formSaying = (
  c: AppContext,
  field: string,
  says: (t: Translation) => string,
  values: ReadonlyMap<string, string> = new Map(),
): FormState => ({ ...freshForm(values), problems: [{ field, says: says(translationOf(c.var.locale)) }] });

/** What came with a form that has a file; or the form to be shown again. */
export async function broughtIn(
  c: AppContext,
  path: string,
  most: number,
): Promise<
  { readonly fields: ReadonlyMap<string, string> } | { readonly form: FormState; readonly status: 400 | 413 }
> {
  const given = await readUpload(c, path, most);
  if (!given.ok) {
    const isTooLarge = given.error === 'too_large';
    const says = (t: Translation): string =>
      isTooLarge ? t.preparation.fileTooLarge(t.format.bytes(most)) : t.preparation.fileBroken;
    return { form: formSaying(c, 'file', says), status: isTooLarge ? 413 : 400 };
  }
  const { fields, file } = given.value;
  if (file === undefined || file.bytes === 0) {
    return { form: formSaying(c, 'file', (t) => t.preparation.fileMissing, fields), status: 400 };
  }
  return { fields };
}
