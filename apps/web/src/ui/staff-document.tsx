import type { JSX } from 'preact';
import { Document, type DocumentProps } from './document.tsx';

/** Everything around a page of staff: where they may go, who they are, and the way out. */
export function StaffDocument(props: DocumentProps & { readonly staff: { readonly name: string } }): JSX.Element {
  const { staff, children, ...page } = props;
  const { t, frame } = page;
  const here = frame.here.split('?', 1)[0];
  const places = [
    ['/org', t.accounts.tasks],
    ['/org/acts', t.accounts.actsPage],
    ['/org/people', t.accounts.people],
    ['/org/trail', t.accounts.trail],
    ['/org/account', t.accounts.account],
  ] as const;
  return (
    <Document {...page} unlisted>
      <div class="staff">
        <nav aria-label={t.accounts.navigation}>
          <ul>
            {places.map(([href, text]) => (
              <li key={href}>
                <a href={href} {...(href === here ? { 'aria-current': 'page' as const } : {})}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <form action="/sign-out" method="post">
          <span>{t.accounts.signedInAs(staff.name)}</span> <button class="btn two">{t.accounts.signOut}</button>
        </form>
      </div>
      {children}
    </Document>
  );
}
