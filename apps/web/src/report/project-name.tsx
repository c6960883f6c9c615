import type { JSX } from 'preact';
import type { ReportReader } from './report-reader.ts';

/** The name of a project in the language that it is in, with a link to its page. */
export const ProjectName = (props: { id: string; reader: ReportReader; part?: string }): JSX.Element => {
  const { id, reader, part = '' } = props;
  return (
    <b lang={reader.lang(id)} dir="auto">
      <a href={`${reader.link(id)}${part}`}>{reader.name(id)}</a>
    </b>
  );
};

/** The title that stands in the sealed votes, where the page calls the project otherwise. */
export function SealedTitle({ id, reader }: { id: string; reader: ReportReader }): JSX.Element | null {
  const sealed = reader.sealed(id);
  return sealed === undefined ? null : (
    <small>
      {reader.t.result.sealedTitle}{' '}
      <span lang={sealed.lang} dir="auto">
        {sealed.title}
      </span>
    </small>
  );
}
