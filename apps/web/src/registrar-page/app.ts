import type { Suite } from '@convite/crypto';
import type { OpenedOrder } from '@convite/registrar';
import type { PageApp } from '../offline-page/page-app.ts';
import type { TrustedParts } from '../offline-page/trusted-parts.ts';
import type { PageWords } from './words/es.ts';

/** What the tasks work with. */
export interface App extends PageApp<PageWords>, TrustedParts {
  readonly suite: Suite;
}

/** The title of the consultation, in the language of the page where it has one. */
export const titleOf = ({ words }: App, { order: { title, languages } }: Pick<OpenedOrder, 'order'>): string =>
  title[words.language] ?? title[languages[0] ?? ''] ?? Object.values(title)[0] ?? '';
