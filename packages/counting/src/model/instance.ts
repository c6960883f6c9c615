import { type Brand, branded, compareCodePoints, err, ok, type Result } from '@convite/kernel';

/** A project's id as the file or the organiser wrote it. Text, never a number: `01`, `1` and `BO.D4.21/25` differ. */
export type ProjectId = Brand<string, 'ProjectId'>;

/** A costed proposal that was put to the vote. */
export interface Project {
  readonly id: ProjectId;
  /** Minor units, not negative. */
  readonly cost: bigint;
  readonly name: string | undefined;
  readonly categories: readonly string[];
  /** The place that the project is for, where the file says it. */
  readonly neighbourhood: string | undefined;
}

/**
 * What is decided about: an envelope of money and the projects that ask for it.
 *
 * Everything that counts refers to a project by its position in `projects`, which is ascending by id (Unicode code
 * points) whatever the order of the file; so no answer can depend on that order.
 */
export interface Instance {
  /** Minor units, not negative. */
  readonly budget: bigint;
  /** ISO 4217 code or the word of the file. */
  readonly currency: string;
  /** Minor units in one unit of the currency: 10^decimals. */
  readonly decimals: number;
  readonly projects: readonly Project[];
}

/** A project's position in `Instance.projects`. */
export type ProjectIndex = number;

export type InstanceRefusal =
  | { readonly type: 'duplicate_project'; readonly id: string }
  | { readonly type: 'negative_cost'; readonly id: string }
  | { readonly type: 'negative_budget' };

/** Makes an instance, with the projects in their one order. Refuses repeated ids and negative money. */
export function makeInstance(
  draft: Omit<Instance, 'projects'> & { readonly projects: readonly Project[] },
): Result<Instance, InstanceRefusal> {
  if (draft.budget < 0n) return err({ type: 'negative_budget' });
  const projects = draft.projects.toSorted((a, b) => compareCodePoints(a.id, b.id));
  for (const [i, project] of projects.entries()) {
    if (project.cost < 0n) return err({ type: 'negative_cost', id: project.id });
    if (project.id === projects[i + 1]?.id) return err({ type: 'duplicate_project', id: project.id });
  }
  return ok({ ...draft, projects });
}

/** Gives a text its meaning as a project id. Every text is one; only readers of input call this. */
export const projectId = (text: string): ProjectId => branded<string, 'ProjectId'>(text);
