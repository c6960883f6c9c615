import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Document } from '../../../ui/document.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { Section } from '../../../ui/section.tsx';
import { type FieldProblem, RecountForms } from './recount-form.tsx';
import type { RefusedView, UploadProblemsView } from './views.ts';

/** An upload that could not be used: what is wrong in which line, and the form again. */
export function UploadProblemsPage(props: { view: UploadProblemsView; frame: Frame; t: Translation }): JSX.Element {
  const { view, frame, t } = props;
  const { refusal, problems, more, form, fileName } = view;
  const summary =
    refusal === null
      ? t.states.problemsFound(problems.length + more)
      : refusal === 'too_large'
        ? t.states.uploadRefusals.too_large(t.format.bytes(form.maximumBytes))
        : t.states.uploadRefusals[refusal];
  const title = titleOf(refusal, t);
  const mend = refusal === null ? [t.states.uploadMend] : [];
  const field = refusal === 'no_declared_rule' ? 'rule' : 'file';
  return (
    <Document title={t.frame.errorTitle(title)} frame={frame} t={t} unlisted>
      <ProblemHead
        title={title}
        above={fileName}
        says={[summary, t.states.uploadNothing, ...mend]}
        field={field}
        hasLines={problems.length > 0}
        t={t}
      />
      {problems.length > 0 && (
        <Section id="problems" title={t.states.problemsTitle(problems.length + more)}>
          <div>
            <table>
              <caption class="vh">{t.states.problemsTitle(problems.length + more)}</caption>
              <thead>
                <tr>
                  <th scope="col">{t.states.problemWhere}</th>
                  <th scope="col">{t.states.problemWhat}</th>
                </tr>
              </thead>
              <tbody>
                {problems.map(({ line, code, message }) => (
                  <tr key={`${line} ${code} ${message.en}`}>
                    <th scope="row">{line === null ? t.states.wholeFile : t.states.line(line)}</th>
                    <td>{message[t.reader]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {more > 0 && <p>{t.states.problemsMore(more)}</p>}
          </div>
        </Section>
      )}
      <RecountForms form={form} problem={{ field, says: summary }} t={t} />
    </Document>
  );
}

function titleOf(refusal: UploadProblemsView['refusal'], { states }: Translation): string {
  if (refusal === 'no_file') return states.fileMissing;
  if (refusal === 'no_declared_rule') return states.ruleMissing;
  if (refusal === 'uploads_full') return states.uploadsFull;
  return refusal === 'timeout' ? states.countStopped : states.uploadTitle;
}

/** Ballots that a rule cannot be used on: why, and the form to choose another. */
export function RefusedPage({ view, frame, t }: { view: RefusedView; frame: Frame; t: Translation }): JSX.Element {
  const { reason, form, fileName } = view;
  const says =
    reason.type === 'unknown_project' ? t.states.refused.unknown_project(reason.id) : t.states.refused[reason.type];
  return (
    <Document title={t.frame.errorTitle(t.states.refusedTitle)} frame={frame} t={t} unlisted>
      <ProblemHead
        title={t.states.refusedTitle}
        above={fileName}
        says={[says, t.states.refusedNow]}
        field="rule"
        hasLines={false}
        t={t}
      />
      <RecountForms form={form} problem={{ field: 'rule', says }} t={t} />
    </Document>
  );
}

/** The error summary: heading, what happened, and a link to the field where it is mended. */
function ProblemHead(props: {
  title: string;
  above: string | null;
  says: readonly string[];
  /** Where it is mended. */
  field: FieldProblem['field'];
  hasLines: boolean;
  t: Translation;
}): JSX.Element {
  const { title, above, says, field, hasLines, t } = props;
  return (
    <div class="hero alone">
      <div>
        {above !== null && <p class="soft">{above}</p>}
        <h1>{title}</h1>
        <div class="problem">
          <h2>{t.frame.problem}</h2>
          <p>{says.join(' ')}</p>
          {hasLines && (
            <p>
              <a href="#problems">{t.states.problemsSee}</a>
            </p>
          )}
          <p>
            <a href={`#${field}`}>{field === 'rule' ? t.states.chooseRule : t.states.again}</a>
          </p>
        </div>
      </div>
    </div>
  );
}
