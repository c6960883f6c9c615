import type { ConsultationState, Grant } from '@convite/domain';
import type { TaskKind } from './pages/views.ts';

/** Something that waits, with the way to its rows. */
export interface StaffTask {
  readonly kind: TaskKind;
  /** How many contests it is about, or options of them; 1 where it is one thing. */
  readonly count: number;
  readonly href: string;
}

/** A consultation in which somebody holds a role: of the whole, or of a part. */
export interface StaffConsultation {
  readonly id: string;
  readonly slug: string;
  /** By language. */
  readonly title: unknown;
  readonly status: ConsultationState;
  readonly territoryName: string;
  /** Ids of its territory and of all above. */
  readonly path: readonly string[];
  /** Contests of it in the territories of this person. */
  readonly contests: number;
}

/** Tells what of a consultation waits for a person, as one feature knows it. */
export type TaskSource = (
  consultation: StaffConsultation,
  person: { readonly account: string; readonly grants: readonly Grant[] },
) => Promise<readonly StaffTask[]>;
