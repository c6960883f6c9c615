import type { JSX } from 'preact';
import { Fingerprint } from '../../../report/fingerprint.tsx';
import { Section } from '../../../ui/section.tsx';
import type { ReportReader } from '../../../report/report-reader.ts';
import type { Download, ResultView } from './views.ts';

/** The files, their fingerprints and the command that repeats the count. */
export function CheckIt({ view, reader }: { view: ResultView; reader: ReportReader }): JSX.Element {
  const { report, t } = reader;
  const fileOf = (kind: Download['kind']): Download | undefined =>
    view.downloads.find((download) => download.kind === kind);
  // The file to take home says nothing about voters, so it may differ from the one that was brought.
  const ballots = fileOf('ballots')?.sha256 ?? report.input_sha256;
  return (
    <Section id="check" title={t.result.check} say={[t.result.checkRail]}>
      <div>
        <ol class="steps">
          <li>{t.result.checkGet}</li>
          <li>
            {t.result.checkRun}
            <code class="cmd" dir="ltr">
              <RepeatCommand
                ballots={fileOf('ballots')?.fileName ?? 'FILE.pb'}
                rule={fileOf('rule')?.fileName ?? 'rule-set.json'}
              />
            </code>
          </li>
          <li>
            {t.result.checkCompare}
            <dl class="prints">
              <dt>{ballots === report.input_sha256 ? t.result.fingerprintCounted : t.result.fingerprintFile}</dt>
              <dd>
                <Fingerprint hex={ballots} />
              </dd>
              <dt>{t.result.fingerprintRule}</dt>
              <dd>
                <Fingerprint hex={report.rule_sha256} />
              </dd>
              {ballots !== report.input_sha256 && (
                <>
                  <dt>{t.result.fingerprintOriginal}</dt>
                  <dd>
                    <Fingerprint hex={report.input_sha256} />
                  </dd>
                </>
              )}
            </dl>
          </li>
        </ol>
        {view.downloads.length > 0 && <Files downloads={view.downloads} reader={reader} />}
        {report.warnings.length > 0 && <Warnings reader={reader} />}
      </div>
    </Section>
  );
}

/** Spelled so that it gives this very count, whatever the file declares. An option is never torn at its hyphens. */
const RepeatCommand = ({ ballots, rule }: { ballots: string; rule: string }): JSX.Element => (
  <>
    npm run -s convite <span>--</span> count {quoted(ballots)} <span>--rule-set</span> {quoted(rule)}
  </>
);

const quoted = (text: string): string => (/^[\w.-]+$/u.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

function Files({ downloads, reader }: { downloads: readonly Download[]; reader: ReportReader }): JSX.Element {
  const { t } = reader;
  return (
    <table id="files">
      <caption>{t.result.files}</caption>
      <thead>
        <tr>
          <th scope="col">{t.result.fileAndPrint}</th>
          <th scope="col" class="n">
            {t.result.size}
          </th>
        </tr>
      </thead>
      <tbody>
        {downloads.map(({ kind, href, fileName, bytes, sha256 }) => (
          <tr key={kind}>
            <th scope="row">
              <b>
                <a href={href}>{t.result.downloads[kind]}</a>
              </b>
              <small>
                <bdi dir="ltr">{fileName}</bdi>
                {sha256 !== null && (
                  <>
                    {' · '}
                    <code dir="ltr">{`${sha256.slice(0, 4)} ${sha256.slice(4, 8)} …`}</code>
                  </>
                )}
              </small>
            </th>
            <td class="n">{bytes === null ? '' : t.format.bytes(bytes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const mostWarnings = 20;

function Warnings({ reader }: { reader: ReportReader }): JSX.Element {
  const { report, t } = reader;
  const shown = report.warnings.slice(0, mostWarnings);
  return (
    <details>
      <summary>{t.result.warnings(report.warnings.length)}</summary>
      <p>{t.result.warningsWhy}</p>
      <ul>
        {shown.map(({ line, code, message }) => (
          <li key={`${line} ${code} ${message.en}`}>
            {t.result.line(line)}: {message[t.reader]}
          </li>
        ))}
        {report.warnings.length > shown.length && <li>{t.result.andMore(report.warnings.length - shown.length)}</li>}
      </ul>
    </details>
  );
}
