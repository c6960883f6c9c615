import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Section, Status } from '../../../ui/section.tsx';
import { CheckFile } from './check-file.tsx';
import { complaintWords, contestAddress, type PageProps, Pager, resultAddress, ResultFrame } from './result-frame.tsx';
import type { ListedResult, TerritoryResultView, TerritorySums } from './views.ts';

const stateShapes = {
  provisional: 'check',
  certified: 'ok',
  lots_required: 'wait',
  withheld: 'stop',
  annulled: 'no',
} as const satisfies Record<ListedResult['state'], Parameters<typeof Status>[0]['is']>;

type Props = PageProps<TerritoryResultView>;

/** The result of a consultation or of one of its territories, added up. */
export function TerritoryResultPage({ view, frame, t }: Props): JSX.Element {
  const { head, code, sums, above, below, contests, file, hasLots } = view;
  const words = t.results;
  const result = { text: words.title, href: code === null ? null : resultAddress(head) };
  const path =
    code === null ? [] : above.slice(1).map((one) => ({ text: one.name, href: resultAddress(head, one.code) }));
  return (
    <ResultFrame
      slug={head.slug}
      consultation={head.title}
      title={code === null ? words.stages[head.stage] : words.contestTitle(sums.name)}
      frame={frame}
      t={t}
      community={sums.name}
      lead={[words.voted(sums.ballots), ...complaintWords(head, t)]}
      {...(code === null ? {} : { stage: head.stage })}
      crumbs={[result, ...path, ...(code === null ? [] : [{ text: sums.name, href: null }])]}
      acts={
        <>
          <a class="btn two" href="#check">
            {words.check}
          </a>{' '}
          {hasLots && (
            <a class="btn two" href={`/c/${head.slug}/lots`}>
              {words.lotsTitle}
            </a>
          )}
        </>
      }
    >
      <Sums view={view} frame={frame} t={t} />
      {contests.total > 0 && <Contests view={view} frame={frame} t={t} />}
      {below.total > 0 && <Below view={view} frame={frame} t={t} />}
      <CheckFile slug={head.slug} file={file} part={code} hasProtocol={view.hasProtocol} frame={frame} t={t} />
    </ResultFrame>
  );
}

const files = { territories: 'result', contests: 'result-contests', options: 'result-options' } as const;

/** The tables of what the page adds up. */
const Files = ({ view: { head, code }, t }: Props): JSX.Element => (
  <ul class="ways">
    {(['territories', 'contests', 'options'] as const).map((table) => (
      <li key={table}>
        <a href={`/c/${head.slug}/${files[table]}.csv${code === null ? '' : `?territory=${encodeURIComponent(code)}`}`}>
          {t.results.tables[table]}
        </a>
      </li>
    ))}
  </ul>
);

function Sums({ view, frame, t }: Props): JSX.Element {
  const { head, sums } = view;
  const words = t.results;
  const count = (name: string, value: number): { readonly name: string; readonly value: string } => ({
    name,
    value: t.format.count(value),
  });
  const facts = [
    count(words.sumContests, sums.contests),
    count(words.sumDecided, sums.decided),
    ...(sums.withheld === 0 ? [] : [count(words.sumWithheld, sums.withheld)]),
    ...(sums.annulled === 0 ? [] : [count(words.sumAnnulled, sums.annulled)]),
    count(words.sumEligible, sums.eligible),
    count(words.sumBallots, sums.ballots),
    { name: words.sumTurnout, value: share(sums, t) },
    count(words.sumBlank, sums.blank),
    ...(sums.spoilt === 0 ? [] : [count(words.sumSpoilt, sums.spoilt)]),
    count(words.sumWinners, sums.winners),
    ...(sums.cost === null
      ? []
      : [{ name: words.sumCost, value: t.format.money(sums.cost, head.decimals, head.unit) }]),
  ];
  return (
    <Section id="sums" title={words.sums} say={[words.sumsSay]}>
      <div>
        <table class="facts">
          <caption class="vh">{words.sums}</caption>
          <tbody>
            {facts.map(({ name, value }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td class="n">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <Files view={view} frame={frame} t={t} />
      </div>
    </Section>
  );
}

/** Votes counted, as a part of those that could be. */
const share = (
  { ballots, eligible }: { readonly ballots: number; readonly eligible: number },
  t: Translation,
): string => t.format.percentOf(ballots, eligible, 1);

/** Both lists of the page have a number of their own in the address. */
const listAddress = ({ head, code, below, contests }: TerritoryResultView, list: 'below' | 'contests') => {
  return (page: number): string => {
    const pages = {
      p: String(list === 'below' ? page : below.page),
      q: String(list === 'contests' ? page : contests.page),
    };
    return `${resultAddress(head, code)}?${new URLSearchParams(pages)}#${list}`;
  };
};

function Below({ view, t }: Props): JSX.Element {
  const { head, below } = view;
  const words = t.results;
  const hasMoney = view.sums.cost !== null;
  const amount = ({ cost }: TerritorySums): string => (cost === null ? '' : t.format.number(cost, head.decimals));
  return (
    <Section id="below" title={words.tree} say={[words.treeSay]}>
      <div>
        <table class={hasMoney ? 'wide' : undefined}>
          <caption class="vh">{words.tree}</caption>
          <thead>
            <tr>
              <th scope="col">{words.territory}</th>
              <th scope="col" class="n">
                {words.ballots}
              </th>
              {hasMoney && (
                <th scope="col" class="n">
                  {t.result.cost(head.unit)}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {below.shown.map((one) => (
              <tr key={one.code}>
                <th scope="row">
                  <b>
                    <a href={resultAddress(head, one.code)}>{one.name}</a>
                  </b>
                  <small>
                    <bdi>{one.code}</bdi> · {words.inContests(one.contests)} · {words.winnersIn(one.winners)} ·{' '}
                    {words.turnoutOf(share(one, t))}
                  </small>
                </th>
                <td class="n">{t.format.count(one.ballots)}</td>
                {hasMoney && <td class="n">{amount(one)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
        <Pager address={listAddress(view, 'below')} part={below} t={t} />
      </div>
    </Section>
  );
}

/** What won, each title in its language. */
const Winners = ({ contest: { winners, more }, t }: { contest: ListedResult; t: Translation }): JSX.Element => (
  <>
    {t.format
      .listed(winners.map(({ text }) => text))
      .map(({ text, place }) => (place === undefined ? text : <bdi lang={winners[place]?.lang}>{text}</bdi>))}
    {more > 0 && ` ${t.results.andMore(more)}`}
  </>
);

function Contests({ view, t }: Props): JSX.Element {
  const { head, contests } = view;
  const words = t.results;
  return (
    <Section id="contests" title={words.ownContests}>
      <div>
        <table>
          <caption class="vh">{words.ownContests}</caption>
          <thead>
            <tr>
              <th scope="col">{words.contest}</th>
              <th scope="col" class="n">
                {words.ballots}
              </th>
            </tr>
          </thead>
          <tbody>
            {contests.shown.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <b>
                    <a href={contestAddress(head, one.id)} lang={one.name.lang} dir="auto">
                      {one.name.text}
                    </a>
                  </b>
                  <small>
                    {one.state === 'withheld' || one.state === 'annulled' ? (
                      <Status is={stateShapes[one.state]}>{words.states[one.state]}</Status>
                    ) : one.winners.length === 0 ? (
                      words.noWinners
                    ) : (
                      <Winners contest={one} t={t} />
                    )}
                  </small>
                </th>
                <td class="n">
                  {one.ballots !== null && (
                    <>
                      {t.format.count(one.ballots)}
                      {one.eligible !== null && <small>{t.format.percentOf(one.ballots, one.eligible, 1)}</small>}
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <Pager address={listAddress(view, 'contests')} part={contests} t={t} />
      </div>
    </Section>
  );
}
