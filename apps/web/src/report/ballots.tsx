import { rational } from '@convite/kernel';
import type { JSX } from 'preact';
import { roundedText } from '../i18n/exact.ts';
import type { Translation } from '../i18n/translation.ts';
import { LyingTape } from '../ui/charts/tape.tsx';
import { Section } from '../ui/section.tsx';
import type { ReportReader } from './report-reader.ts';

/** Who voted: of how many who could, marked and blank ballots, and the ways they came in where the file says so. */
export function Ballots(props: {
  readonly reader: ReportReader;
  /** Above all else, where it is known how many could vote. */
  readonly turnout?: JSX.Element;
}): JSX.Element {
  const { reader, turnout } = props;
  const { report, t } = reader;
  const { total, blank, marks } = report.ballots;
  const marked = total - blank;
  const sentence = t.result.ballotsSentence(total, marked, blank);
  const mean = marked === 0 ? null : roundedText(rational(BigInt(marks), BigInt(marked)), 2);
  const channels = report.properties.by_segment.filter(({ attribute }) => attribute === 'channel');
  return (
    <Section id="ballots" title={t.result.ballots}>
      <div>
        {turnout}
        <p>
          {sentence} {mean !== null && t.result.ballotsMean(t.format.number(mean, 2))}
        </p>
        {total > 0 && (
          <figure>
            <LyingTape
              parts={[
                { size: marked, label: t.result.withProjects(marked) },
                { size: blank, pale: true, label: t.result.blank(blank) },
              ]}
              whole={total}
              unit={1}
              says={sentence}
              t={t}
            />
          </figure>
        )}
        {channels.length > 0 && (
          <table>
            <caption class="vh">{t.result.byChannel}</caption>
            <thead>
              <tr>
                <th scope="col">{t.result.byChannel}</th>
                <th scope="col" class="n">
                  {t.result.channelBallots}
                </th>
                <th scope="col" class="n">
                  {t.result.part}
                </th>
              </tr>
            </thead>
            <tbody>
              {channels.map((channel) => (
                <tr key={channel.label}>
                  <th scope="row">{channelName(channel.label, t)}</th>
                  <td class="n">{t.format.count(channel.marked + channel.blank)}</td>
                  <td class="n">{t.format.percentOf(channel.marked + channel.blank, total, 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </Section>
  );
}

function channelName(label: string, t: Translation): string {
  const { channels } = t.result;
  const known: Readonly<Record<string, string | undefined>> = {
    ...channels,
    online: channels.internet,
    post: channels.mail,
  };
  return known[label.toLowerCase()] ?? label;
}
