import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Section, Status } from '../../../ui/section.tsx';
import { StatedDelays } from '../../../ui/stated-delays.tsx';
import { StationList } from '../../../ui/stations.tsx';
import { Weave } from '../../../ui/weave.tsx';
import { AnnulmentSection } from './annulment-section.tsx';
import {
  calendarWords,
  ConsultationStatus,
  money,
  moment,
  type PageProps,
  Pager,
  PublicPage,
} from './consultation-frame.tsx';
import { DrawnOrderSection } from './drawn-order-section.tsx';
import { OptionTable } from './option-table.tsx';
import { RuleInWords } from './rule-in-words.tsx';
import { votingWords } from './rule-words.ts';
import type { ConsultationView, ContestView, ListedConsultation, RulesView } from './views.ts';

/** A consultation for everyone: when, how much, its rule, and the way to one's own ballot paper. */
export function ConsultationPage({ view, frame, t }: PageProps<ConsultationView>): JSX.Element {
  const { head, annulment, envelope, words: typed, page, perPage, total, found } = view;
  // What was annulled before it was frozen nobody has put to the vote.
  const isListed = annulment === null || annulment.hadFrozen;
  const words = t.consultations;
  const address = `/c/${head.slug}`;
  const searched = typed === '' ? '' : `?${new URLSearchParams({ q: typed })}`;
  const shown = (next: number): string => `${address}?${new URLSearchParams({ q: typed, p: String(next) })}#contests`;
  return (
    <PublicPage
      head={head}
      frame={frame}
      t={t}
      title={head.title}
      lead={[
        ...calendarWords(head, t),
        ...(envelope === null || annulment !== null ? [] : [words.envelope(money(envelope, head, t))]),
      ]}
      crumb={null}
      acts={
        <>
          {(head.status === 'provisional' || head.status === 'certified') && (
            <a class="btn" href={`${address}/result`}>
              {t.results.see}
            </a>
          )}{' '}
          {head.status !== 'annulled' && (
            <a class="btn two" href={`${address}/may-i-vote`}>
              {words.mayVote}
            </a>
          )}
          {head.status !== 'frozen' && isListed && (
            <a class="btn two" href={`${address}/find-my-vote`}>
              {words.findVote}
            </a>
          )}
        </>
      }
    >
      {annulment !== null && <AnnulmentSection head={head} annulment={annulment} t={t} />}
      <StatedDelays delays={view.delays} zone={head.zone} t={t} />
      {isListed && (
        <Section id="contests" title={words.yourContest} say={[words.yourContestRail]}>
          <div>
            <form class="filters" method="get" action={`${address}#contests`}>
              <div>
                <label for="q">{words.search}</label>
                <input class="in" id="q" name="q" value={typed} autocomplete="off" />
              </div>
              <button class="btn">{words.searchGo}</button>
            </form>
            {found.length === 0 ? (
              <p>{words.noneFound}</p>
            ) : (
              <table>
                <caption>{words.found(total)}</caption>
                <thead>
                  <tr>
                    <th scope="col">{words.territory}</th>
                    <th scope="col" class="n">
                      {words.optionsTitle}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {found.map((contest) => (
                    <tr key={contest.id}>
                      <th scope="row">
                        <b>
                          <a href={`${address}/contests/${contest.id}`}>{contest.name}</a>
                        </b>
                        <small>
                          <bdi>{contest.code}</bdi>
                          {contest.above === null ? '' : ` · ${contest.above}`}
                        </small>
                        {contest.status === 'annulled' && <Status is="no">{words.contestStates.annulled}</Status>}
                      </th>
                      <td class="n">{t.format.count(contest.options)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            <Pager address={shown} page={page} perPage={perPage} total={total} t={t}>
              <a href={`${address}/contests.csv${searched}`}>{t.tables.download}</a>
              <a href={`${address}/options.csv${searched}`}>{t.tables.options}</a>
            </Pager>
          </div>
        </Section>
      )}
      {view.stations !== null && (
        <Section id="stations" title={t.stations.publicTitle} say={[t.stations.publicRail]}>
          <div>
            <p>{t.stations.says}</p>
            <StationList stations={view.stations} t={t} />
          </div>
        </Section>
      )}
      <Section id="rule" title={words.theRule} say={[words.ruleRail]}>
        <p class="acts">
          <a class="btn two" href={`${address}/rules`}>
            {words.readRule}
          </a>{' '}
          <a class="btn two" href={`${address}/trail`}>
            {words.trail}
          </a>{' '}
          <a class="btn two" href={`${address}/observe`}>
            {t.observers.see}
          </a>{' '}
          {view.hasTrustees && (
            <a class="btn two" href={`${address}/trustees`}>
              {t.trustees.publicTitle}
            </a>
          )}
        </p>
      </Section>
    </PublicPage>
  );
}

/** The rules in plain words under their hashes, and what was changed after freezing. */
export function RulesPage({ view, frame, t }: PageProps<RulesView>): JSX.Element {
  const { head, asksMailCode, rules, changes } = view;
  const words = t.consultations;
  return (
    <PublicPage
      head={head}
      frame={frame}
      t={t}
      title={words.rulesTitle}
      lead={[words.rulesLead, ...calendarWords(head, t)]}
      crumb={words.theRule}
    >
      {rules.map(({ name, template, kind, least, hash }, i) => (
        <Section
          key={name}
          id={`rule-${i + 1}`}
          title={words.ruleFor(name)}
          full
          rail={
            <p>
              <a href={`/c/${head.slug}/rules/${hash}.json`}>{words.exactText}</a>
            </p>
          }
        >
          <RuleInWords template={template} kind={kind} least={least} hash={hash} head={head} t={t} />
        </Section>
      ))}
      <Section id="entrance" title={t.secondFactor.publicTitle}>
        <ul class="say">
          {(asksMailCode ? t.secondFactor.publicMail : t.secondFactor.publicLetter).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Section>
      <Section id="changes" title={words.changes} say={[words.changesRail]}>
        {changes.length === 0 ? (
          <p>{words.noChanges}</p>
        ) : (
          <ol class="changes">
            {changes.map(({ event, at, reason, what }) => (
              <li key={`${at} ${what}`}>
                <b>{words.changed[event]}</b>
                {what !== '' && <p>{what}</p>}
                <p>{reason}</p>
                <p class="soft">
                  <time datetime={at}>{moment(at, head, t)}</time>
                </p>
              </li>
            ))}
          </ol>
        )}
      </Section>
    </PublicPage>
  );
}

/** One ballot paper for everyone: what may be chosen, how, and with how much money. */
export function PublicContestPage({ view, frame, t }: PageProps<ContestView>): JSX.Element {
  const { head, id, name, above, envelope, paper, voters, status, hasWaiver } = view;
  const words = t.consultations;
  const { maximumWinners } = paper.rule;
  const says = [
    ...votingWords(paper, t),
    ...(envelope === null ? [] : [words.envelope(money(envelope, head, t))]),
    ...(maximumWinners === null ? [] : [words.winners(maximumWinners)]),
    ...(voters > 0 ? [words.voters(voters)] : []),
  ];
  return (
    <PublicPage
      head={head}
      frame={frame}
      t={t}
      title={name}
      state={status === 'annulled' ? <Status is="no">{words.contestStates.annulled}</Status> : undefined}
      lead={status === 'annulled' ? [words.contestAnnulled] : calendarWords(head, t)}
      crumb={name}
      acts={
        status === 'open' ? (
          <a class="btn" href={`/c/${head.slug}/contests/${id}/vote`}>
            {words.vote}
          </a>
        ) : (
          (head.status === 'provisional' || head.status === 'certified') && (
            <a class="btn" href={`/c/${head.slug}/contests/${id}/result`}>
              {t.results.see}
            </a>
          )
        )
      }
    >
      <Section
        id="options"
        title={words.optionsTitle}
        say={[words.optionsRail]}
        rail={
          <>
            <ul class="say">
              {says.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
              {hasWaiver && <li>{words.waiver}</li>}
            </ul>
            <p>
              <a href={`/c/${head.slug}/rules`}>{words.readRule}</a>
            </p>
          </>
        }
      >
        <div>
          <p class="soft">{[...above, view.template].join(' › ')}</p>
          <OptionTable head={head} options={view.options} withReview={false} t={t} />
        </div>
      </Section>
      {view.options.length > 1 && view.isFrozen && <DrawnOrderSection view={view} t={t} />}
    </PublicPage>
  );
}

/** Consultations on the first page of the site. */
export function ConsultationList(props: { list: readonly ListedConsultation[]; t: Translation }): JSX.Element | null {
  const { list, t } = props;
  const words = t.consultations;
  if (list.length === 0) return null;
  return (
    <Section id="consultations" title={words.listTitle} say={[words.listRail]}>
      <ul class="places">
        {list.map((head, i) => (
          <li key={head.slug}>
            <Weave name={head.title} id={`weave-consultation-${i}`} side />
            <div>
              <h3>
                <a href={`/c/${head.slug}`}>{head.title}</a>
              </h3>
              <p>
                <ConsultationStatus head={head} t={t} />
              </p>
              <p>{calendarWords(head, t).join(' ')}</p>
            </div>
            <a class="btn two" href={`/c/${head.slug}`}>
              {words.see}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
