import type { FundedShare, OutcomeProperties } from '../analysis/outcome-properties.ts';
import type { CountedReport } from './report-schema.ts';
import type { Wording } from './wording.ts';

/** Puts the checked properties of an outcome into their published form. */
export function reportProperties(checked: OutcomeProperties, wording: Wording): CountedReport['properties'] {
  const share = ({ name, funded, cost }: FundedShare) => ({ name, funded, cost: wording.money(cost) });
  const { withinBudget, exhaustive, priceSystem, ejrPlus, voters } = checked;
  return {
    within_budget: {
      holds: withinBudget.holds,
      left: wording.money(withinBudget.left),
      from_reserve: wording.money(withinBudget.fromReserve),
    },
    exhaustive: { holds: exhaustive.holds, fits: exhaustive.fits.map(wording.id) },
    price_system:
      priceSystem === undefined
        ? null
        : {
            holds: priceSystem.holds,
            covers: priceSystem.covers.map(wording.id),
            outside: priceSystem.outside.map(wording.id),
          },
    ejr_plus_up_to_one: {
      holds: ejrPlus.holds ?? null,
      violations: ejrPlus.violations.map(({ project, votes }) => ({ project: wording.id(project), group: votes })),
    },
    voters: {
      marked: voters.marked,
      with_funded: voters.withFunded,
      funded_choices: [...voters.fundedChoices],
    },
    by_category: checked.byCategory.map(share),
    by_neighbourhood: checked.byNeighbourhood.map(share),
    by_segment: checked.bySegment.map(({ attribute, label, marked, blank, withFunded, paid }) => ({
      attribute,
      label,
      marked,
      blank,
      with_funded: withFunded,
      paid: wording.fraction(paid),
    })),
  };
}
