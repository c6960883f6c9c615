import type { JSX } from 'preact';
import { Fingerprint } from '../../../report/fingerprint.tsx';
import type { Translation } from '../../../i18n/translation.ts';
import { Section } from '../../../ui/section.tsx';
import { FileFacts } from './check-file.tsx';
import { contestAddress, type PageProps, Pager, resultAddress, ResultFrame } from './result-frame.tsx';
import type { ProtocolLines, ProtocolView } from './views.ts';

/** The result protocol as a page that prints: what people sign, beside the file that programs read. */
export function ProtocolPage({ view, frame, t }: PageProps<ProtocolView>): JSX.Element {
  const { head, file, roll, seed, contests } = view;
  const words = t.results;
  const facts = [
    ...(roll === null
      ? []
      : [
          { name: words.sheet.roll, value: <>{words.sheet.rollOf(roll.entries, roll.version)}</> },
          { name: words.sheet.commitment, value: <Fingerprint hex={roll.commitment} /> },
        ]),
    ...(seed === null ? [] : [{ name: words.seed, value: <code class="cmd">{seed}</code> }]),
  ];
  return (
    <ResultFrame
      slug={head.slug}
      consultation={head.title}
      title={words.sheet.title}
      frame={frame}
      t={t}
      community={head.title}
      lead={words.sheet.lead}
      stage={head.stage}
      crumbs={[
        { text: words.title, href: resultAddress(head) },
        { text: words.sheet.title, href: null },
      ]}
    >
      <Section id="file" title={words.sheet.file} say={[words.sheet.fileSay]}>
        <div>
          <ul class="ways">
            <li>
              <a href={`/c/${head.slug}/protocol.json`}>{words.protocol}</a>
            </li>
            <li>
              <a href={`/c/${head.slug}/protocol.json.sig`}>{words.protocolSignature}</a>
            </li>
          </ul>
          <FileFacts file={file} t={t} more={facts} />
        </div>
      </Section>
      {contests.shown.map((contest) => (
        <Contest key={contest.id} contest={contest} view={view} t={t} />
      ))}
      <Pager address={(page) => `/c/${head.slug}/protocol?p=${page}`} part={contests} t={t} />
      <p class="soft">{words.sheet.leavesOut}</p>
    </ResultFrame>
  );
}

function Contest(props: {
  readonly contest: ProtocolLines;
  readonly view: ProtocolView;
  readonly t: Translation;
}): JSX.Element {
  const { contest, view, t } = props;
  const { id, place, options, board, rule } = contest;
  const words = t.results;
  const facts = factsOf(contest, t);
  // Papers of one name stand in every territory.
  const name = `${contest.name}, ${place}`;
  return (
    <Section
      id={`contest-${id}`}
      title={name}
      rail={
        <p>
          <a href={contestAddress(view.head, id)}>
            {words.states[contest.state]}
            <span class="vh"> · {name}</span>
          </a>
        </p>
      }
    >
      <div>
        {facts.length > 0 && (
          <table class="facts">
            <caption class="vh">{name}</caption>
            <tbody>
              {facts.map(([fact, value]) => (
                <tr key={fact}>
                  <th scope="row">{fact}</th>
                  <td class="n">{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <table>
          <caption>
            {words.sheet.votes}
            <span class="vh"> · {name}</span>
          </caption>
          <tbody>
            {options.map(({ number, title, told, votes, withdrawn, won }) => (
              <tr key={number}>
                <th scope="row">
                  {number}.{' '}
                  <span lang={title.lang} dir="auto">
                    {title.text}
                  </span>
                  {told !== undefined && (
                    <span class="told" dir="auto">
                      {told}
                    </span>
                  )}
                  {withdrawn && <small>{words.sheet.withdrawn}</small>}
                  {won && <small>{words.sheet.chosen}</small>}
                </th>
                <td class="n">{votes === null ? words.unknownYet : t.format.count(votes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <dl class="prints">
          {board !== null && (
            <>
              <dt>{words.head}</dt>
              <dd>
                <Fingerprint hex={board.head} />
              </dd>
            </>
          )}
          <dt>{words.ruleText}</dt>
          <dd>
            <Fingerprint hex={rule} />
          </dd>
        </dl>
      </div>
    </Section>
  );
}

function factsOf(
  { roll, codes, board, counted, blank, spoilt, present, key }: ProtocolLines,
  { results: words, format }: Translation,
): readonly (readonly [name: string, value: string])[] {
  const count = (name: string, value: number | null | undefined) =>
    value === null || value === undefined ? [] : ([[name, format.count(value)]] as const);
  const who = present.map(({ number, name }) => (name === null ? String(number) : `${number}. ${name}`)).join(', ');
  return [
    ...count(words.sheet.people, roll?.people),
    ...count(words.sheet.added, roll?.added),
    ...count(words.sheet.codes, codes?.made),
    ...count(words.sheet.spare, codes?.spare),
    ...count(words.sheet.cast, board?.ballots),
    ...count(words.sheet.counted, counted),
    ...count(words.sumBlank, blank),
    ...count(words.sumSpoilt, spoilt),
    ...count(words.sheet.events, board?.events),
    ...key.map(({ threshold, members }) => [words.sheet.key, words.sheet.keyOf(threshold, members)] as const),
    ...(who === '' ? [] : [[words.sheet.present, who] as const]),
  ];
}
