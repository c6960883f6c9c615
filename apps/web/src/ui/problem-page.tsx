import type { JSX } from 'preact';
import type { Translation } from '../i18n/translation.ts';
import { Document } from './document.tsx';
import type { Frame } from './frame.ts';
import { Hero } from './section.tsx';

type ActName = keyof Translation['accounts']['acts'];
type RoleName = keyof Translation['accounts']['roles'];

/** Why there is no page of matter: each has its words in the catalogue. */
export type PageProblem =
  | { readonly type: 'not_found' | 'gone' | 'removed' | 'bad_request' | 'foreign_form' }
  | { readonly type: 'forbidden'; readonly act: ActName; readonly roles: readonly RoleName[] }
  | { readonly type: 'too_many_requests'; readonly minutes: number }
  | { readonly type: 'fault'; readonly incident: string };

/** A page that says what happened and what to do next. */
export function ProblemPage({
  problem,
  frame,
  t,
}: {
  problem: PageProblem;
  frame: Frame;
  t: Translation;
}): JSX.Element {
  const { title, says } = wordsOf(problem, t);
  return (
    <Document title={title} frame={frame} t={t} unlisted>
      <Hero
        title={title}
        lead={says}
        acts={
          problem.type === 'forbidden' ? (
            <a class="btn" href="/org">
              {t.accounts.goTasks}
            </a>
          ) : (
            <a class="btn" href="/">
              {t.states.goHome}
            </a>
          )
        }
      />
      {problem.type === 'fault' && <p>{t.states.incident(problem.incident)}</p>}
    </Document>
  );
}

function wordsOf(
  problem: PageProblem,
  { states, accounts, format }: Translation,
): { title: string; says: readonly string[] } {
  switch (problem.type) {
    case 'not_found':
      return { title: states.notFoundTitle, says: [states.notFound] };
    case 'gone':
      return { title: states.goneTitle, says: [states.gone] };
    case 'removed':
      return { title: states.removedTitle, says: [states.removed] };
    case 'bad_request':
      return { title: states.badRequestTitle, says: [states.badRequest] };
    case 'foreign_form':
      return { title: states.foreignFormTitle, says: [states.foreignForm, states.foreignFormServer] };
    case 'forbidden': {
      const allowed = format.list(problem.roles.map((role) => accounts.roles[role]));
      return {
        title: accounts.forbiddenTitle,
        says: [accounts.forbidden(accounts.acts[problem.act], allowed), accounts.forbiddenAsk],
      };
    }
    case 'too_many_requests':
      return { title: states.busyTitle, says: [states.busy(problem.minutes), states.busyWhy] };
    case 'fault':
      return { title: states.faultTitle, says: [states.fault] };
  }
}
