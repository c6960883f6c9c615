import type { JSX } from 'preact';
import type { Translation } from '../i18n/translation.ts';

/** The way to a table as a file, below it; it says which, since a page may have several. */
export const TableLink = (props: {
  readonly href: string;
  /** What the table is called on the page. */
  readonly of: string;
  readonly t: Translation;
}): JSX.Element => (
  <p class="pager">
    <a href={props.href}>{props.t.tables.downloadOf(props.of)}</a>
  </p>
);
