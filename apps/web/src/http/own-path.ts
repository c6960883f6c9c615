/** A path of this site that a form or an address asks to go on to; what leads elsewhere, or nowhere, is not followed. */
export function ownPath(asked: string | undefined, otherwise: string): string {
  if (asked === undefined || !asked.startsWith('/') || !URL.canParse(asked, 'http://site.invalid')) return otherwise;
  const { origin, pathname, search } = new URL(asked, 'http://site.invalid');
  return origin === 'http://site.invalid' && !pathname.startsWith('//') ? pathname + search : otherwise;
}
