import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Stations } from './stations.tsx';
import { type BoothProps, nounOf, standing } from './views.ts';

/** What is voted on, until when, how secretly, and what cannot be promised. */
export function StartView({
  booth: { paper, places },
  t,
}: {
  readonly booth: BoothProps;
  readonly t: Translation;
}): JSX.Element {
  const { booth, format } = t;
  const facts = [
    [booth.facts.until, booth.until(format.moment(paper.closesAt, paper.zone))],
    [booth.facts.time, booth.time],
    [booth.facts.need, paper.asksMailCode ? booth.mail.need : booth.need],
    [booth.facts.secret, paper.trust.isServerKey ? booth.serverKey : booth.secret],
  ];
  return (
    <section id="start">
      <h1 id="start-title" tabindex={-1}>
        {booth.startTitle}
      </h1>
      <p id="left-alone" class="note" role="status" hidden>
        {booth.leftAlone}
      </p>
      <p class="lead">{booth.startLead(paper.consultation.title, paper.territory)}</p>
      {/* Whoever cannot vote here reads first why, and where they can. */}
      <div class="note check no-script">
        <h2>{booth.noScriptTitle}</h2>
        <p>{booth.noScript}</p>
        <Stations paper={paper} t={t} />
        <p>
          <a href={places.list}>{booth.prepare}</a>
        </p>
      </div>
      <div class="note check insecure-only">
        <h2>{booth.insecureTitle}</h2>
        <p>{booth.insecure}</p>
        <Stations paper={paper} t={t} />
      </div>
      {paper.isDemo && <p class="note wait">{booth.demo}</p>}
      <p>{booth.startMost(paper.most, nounOf(paper), standing(paper).length)}</p>
      <h2 class="vh">{booth.factsTitle}</h2>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2 class="h3">{booth.limitsTitle}</h2>
      <ul>
        {booth.limits.map(({ title, says }) => (
          <li key={title}>
            <b>{title}</b> {says}
          </li>
        ))}
      </ul>
      <p>
        <a href={places.secrecy}>{booth.moreSecrecy}</a>
      </p>
      <p class="needs-script">
        <button type="button" class="btn wide" id="begin">
          {booth.begin}
        </button>
      </p>
    </section>
  );
}
