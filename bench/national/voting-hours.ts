import { setTimeout as pause } from 'node:timers/promises';
import { slug } from '../consultations/import-tables.ts';
import { awake, ledTo, type Member, together } from '../consultations/staff-browser.ts';

const minute = 60_000;
/** As a form of the zone of the consultation takes an instant. */
export const typedMoment = (instant: number): string => new Date(instant).toISOString().slice(0, 16);

/** The hours of the vote: by the real clock, and extended by two guarantors as long as anything is still to be done. */
export class VotingHours {
  readonly #guarantors: readonly [Member, Member];
  /** So long before the end it is moved: a large job may hold the consultation meanwhile. */
  readonly #reserve: number;
  /** By so much it is moved: whoever waits for the end waits that long at most. */
  readonly #step: number;
  #opensAt = 0;
  #closesAt = 0;
  #last: Promise<void> = Promise.resolve();
  #watch: NodeJS.Timeout | undefined;

  constructor(guarantors: readonly [Member, Member], contests: number) {
    this.#guarantors = guarantors;
    this.#reserve = (1 + Math.floor(contests / 500)) * minute;
    this.#step = this.#reserve + minute;
  }

  /** Writes the calendar: the vote opens with the next minute but one. Before anything is frozen. */
  async begin(organiser: Member): Promise<void> {
    this.#opensAt = Math.ceil(Date.now() / minute + 1) * minute;
    this.#closesAt = this.#opensAt + this.#step;
    const fields = {
      ...{ zone: 'Etc/UTC', opens_at: typedMoment(this.#opensAt), closes_at: typedMoment(this.#closesAt) },
      complaints_until: '',
    };
    await ledTo(await (await awake(organiser)).post(`/org/c/${slug}/calendar`, fields), 'the calendar');
  }

  /** From now on the end is moved whenever it comes near. What goes wrong is told to whoever waits for the end. */
  keepOpen(): void {
    this.#watch = setInterval(() => {
      if (this.#closesAt - Date.now() < this.#reserve) this.#queue(() => this.#extend()).catch(() => undefined);
    }, 5000);
  }

  /** Does something that must not happen while the end is moved. */
  async undisturbed(work: () => Promise<void>): Promise<void> {
    await this.#queue(work);
  }

  /** Waits until ballots are taken. */
  async begun(): Promise<void> {
    await pause(Math.max(0, this.#opensAt - Date.now()));
  }

  /** Nothing is left to be done: waits for the end. @returns when it was */
  async end(): Promise<number> {
    this.abandon();
    await this.#last;
    await pause(Math.max(0, this.#closesAt - Date.now()));
    return this.#closesAt;
  }

  abandon(): void {
    clearInterval(this.#watch);
  }

  #queue(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(work);
    return this.#last;
  }

  async #extend(): Promise<void> {
    if (this.#closesAt - Date.now() >= this.#reserve) return;
    const next = this.#closesAt + this.#step;
    const fields = { closes_at: typedMoment(next), reason: 'Todavía se vota.' };
    await together(this.#guarantors, `/org/c/${slug}/calendar/extend`, fields);
    this.#closesAt = next;
  }
}
