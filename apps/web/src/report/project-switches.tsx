import type { ToldSwitches } from '@convite/counting';
import { subtract } from '@convite/kernel';
import type { JSX } from 'preact';
import { readExact, roundedText } from '../i18n/exact.ts';
import { Section } from '../ui/section.tsx';
import type { ReportedProject, ReportReader } from './report-reader.ts';

/** What would have changed it; for a winner, by how much it won. */
export function Changes(props: {
  /** `counting`: still being worked out, the page offers to look again. `given_up`: it took too long. */
  switches: ToldSwitches | 'counting' | 'given_up' | 'not_available';
  /** How many projects are answered so far, of how many, where they are worked out one after the other. */
  progress?: { readonly done: number; readonly of: number };
  project: ReportedProject;
  funded: boolean;
  /** Where to look again while it is being counted. */
  address: string;
  reader: ReportReader;
}): JSX.Element {
  const { switches, progress, project, funded, address, reader } = props;
  const { t } = reader;
  const found =
    typeof switches !== 'string' &&
    ((reader.hasMoney && switches.cost.type === 'switch') || switches.ballots.type === 'switch');
  return (
    <Section id="change" title={funded ? t.project.margin : t.project.change} say={found ? [t.project.changeRail] : []}>
      <div>
        {switches === 'counting' && (
          <>
            <p>
              {t.project.counting} {progress !== undefined && t.project.countingSome(progress.done, progress.of)}
            </p>
            <p>
              <a class="btn two" href={`${address}#change`}>
                {t.project.reload}
              </a>
            </p>
          </>
        )}
        {switches === 'given_up' && <p>{t.project.gaveUp}</p>}
        {switches === 'not_available' && <p>{t.project.notAvailable}</p>}
        {typeof switches !== 'string' && (
          <>
            <ul class="either">
              {reader.hasMoney && (
                <CostSwitch change={switches.cost} project={project} funded={funded} reader={reader} />
              )}
              <BallotSwitch change={switches.ballots} funded={funded} reader={reader} />
            </ul>
            {found && <p class="soft">{funded ? t.project.switchNoteWon : t.project.switchNote}</p>}
          </>
        )}
      </div>
    </Section>
  );
}

function CostSwitch(props: {
  change: ToldSwitches['cost'];
  project: ReportedProject;
  funded: boolean;
  reader: ReportReader;
}): JSX.Element {
  const { change, project, funded, reader } = props;
  const { t, money, report } = reader;
  if (change.type === 'none_in_range') {
    return <li>{(funded ? t.project.marginCostNone : t.project.costNone)(change.proven)}</li>;
  }
  const turned = funded ? change.notFunded : change.funded;
  const difference = subtract(readExact(turned), readExact(project.cost));
  const by = money(
    roundedText({ num: difference.num < 0n ? -difference.num : difference.num, den: difference.den }, report.decimals),
  );
  const smallest = change.claim === 'smallest';
  const say = funded
    ? smallest
      ? t.project.marginCost
      : t.project.marginCostEnough
    : smallest
      ? t.project.costBest
      : t.project.costEnough;
  return (
    <li>
      <b class="num">{money(turned)}</b>
      <span>{say(by)}</span>
    </li>
  );
}

function BallotSwitch(props: { change: ToldSwitches['ballots']; funded: boolean; reader: ReportReader }): JSX.Element {
  const { change, funded, reader } = props;
  const { t } = reader;
  if (change.type === 'none_in_range') {
    return <li>{(funded ? t.project.marginBallotsNone : t.project.ballotsNone)(change.proven)}</li>;
  }
  const turned = Math.abs(funded ? change.notFunded : change.funded);
  const smallest = change.claim === 'smallest';
  const say = funded
    ? smallest
      ? t.project.marginBallots
      : t.project.marginBallotsEnough
    : smallest
      ? t.project.ballotsBest
      : t.project.ballotsEnough;
  return (
    <li>
      <b class="num">{t.project.ballotsValue(turned)}</b>
      <span>{say}</span>
    </li>
  );
}
