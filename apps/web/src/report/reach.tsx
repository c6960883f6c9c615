import type { JSX } from 'preact';
import { Hundred } from '../ui/charts/dots.tsx';
import { Section } from '../ui/section.tsx';
import { type ReportReader, ruleName } from './report-reader.ts';
import type { ComparedCount } from './report-views.ts';

/** How many in a hundred voters have at least one funded project of theirs: everyone, and by neighbourhood. */
export function Reach(props: { compared: ComparedCount | null; reader: ReportReader }): JSX.Element | null {
  const { compared, reader } = props;
  const { report, t } = reader;
  if (report.status === 'lots_required' || report.properties.voters.marked === 0) return null;
  const counted = compared === null ? [report] : [report, compared];
  const everyone = {
    label: t.result.everyone,
    shares: counted.map(({ properties: { voters } }) => inHundred(voters.with_funded, voters.marked)),
  };
  const places = report.properties.by_segment
    .filter(({ attribute, marked }) => attribute === 'neighbourhood' && marked > 0)
    .toSorted((a, b) => b.marked - a.marked)
    .map(({ label }) => ({
      label: label === '' ? t.result.noPlace : label,
      shares: counted.map(({ properties }) => {
        const there = properties.by_segment.find((s) => s.attribute === 'neighbourhood' && s.label === label);
        return inHundred(there?.with_funded ?? 0, there?.marked ?? 0);
      }),
    }));
  const rows = places.length > 1 ? places : [everyone];
  return (
    <Section id="reach" title={t.result.reach} say={[t.result.reachDots]} full={rows.length > 1}>
      <ul class="dots">
        {rows.map(({ label, shares }) => (
          <li key={label}>
            <h3>{label}</h3>
            {shares.map((full, i) => (
              <div key={i} class={i === 0 ? undefined : 'alt'}>
                <Hundred full={full} series={i === 0 ? 'one' : 'two'} />
                <p>
                  <b>{t.format.count(full)}</b> {t.result.ofHundred(ruleName((counted[i] ?? report).rule, t))}
                </p>
              </div>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Rounded to whole people in a hundred, but never to all while some have none, nor to none while some have. */
function inHundred(part: number, whole: number): number {
  if (whole === 0 || part === 0) return 0;
  if (part === whole) return 100;
  return Math.min(99, Math.max(1, Math.round((100 * part) / whole)));
}
