import type { CredentialOrder } from '@convite/domain';
import type { Addressee } from '../letters/letter-facts.ts';
import type { ListedCode } from './code-list.ts';
import { peopleOfPage } from './plan-codes.ts';

/** Whom a letter is for, from a line of the private list. */
const addresseeOf = ({ slices }: CredentialOrder, listed: ListedCode): Addressee => ({
  kind: listed.kind,
  id: listed.id,
  name: listed.name,
  territory: listed.territory,
  language: listed.language,
  code: listed.code,
  contests: slices[listed.slice]?.contests ?? [],
});

/** The private list cut into the pages that are printed: those which were made with the codes. */
export function listedPages(
  order: CredentialOrder,
  list: readonly ListedCode[],
): readonly { readonly slice: number; readonly people: readonly Addressee[] }[] {
  const pages: { readonly slice: number; readonly people: Addressee[] }[] = [];
  for (const listed of list) {
    const page = pages.at(-1);
    const isFull = page === undefined || page.slice !== listed.slice || page.people.length === peopleOfPage;
    if (isFull) pages.push({ slice: listed.slice, people: [addresseeOf(order, listed)] });
    else page.people.push(addresseeOf(order, listed));
  }
  return pages;
}
