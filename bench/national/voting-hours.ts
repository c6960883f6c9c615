import { setTimeout as pause } from 'node:timers/promises';
import { slug } from '../consultations/import-tables.ts';
import { awake, ledTo, type Member, together } from '../consultations/staff-browser.ts';

const minute = 60_000;
/** So long before the end it is moved: two people must still come to it. */
const reserve = minute;
/** By so much it is moved: whoever waits for the end waits that long at most. */
const step = 2 * minute;
/** As a form of the zone of the consultation takes an instant. */
export const typedMoment = (instant: number): string => new Date(instant).toISOString().slice(0, 16);

/** The hours of the vote: by the real clock, and extended by two guarantors as long as anything is still to be done. */
export class VotingHours {
  readonly #guarantors: readonly [Member, Member];
  #opensAt = 0;
  #closesAt = 0;
  #last: Promise<void> = Promise.resolve();
  #watch: NodeJS.Timeout | undefined;

  constructor(guarantors: readonly [Member, Member]) {
    this.#guarantors = guarantors;
  }

  /** Writes the calendar: the vote opens with the next minute but one. Before anything is frozen. */
  async begin(organiser: Member): Promise<void> {
    this.#opensAt = Math.ceil(Date.now() / minute + 1) * minute;
    this.#closesAt = this.#opensAt + step;
    const fields = {
      ...{ zone: 'Etc/UTC', opens_at: typedMoment(this.#opensAt), closes_at: typedMoment(this.#closesAt) },
      complaints_until: '',
    };
    await ledTo(await (await awake(organiser)).post(`/org/c/${slug}/calendar`, fields), 'the calendar');
  }

  /** From now on the end is moved whenever it comes near. What goes wrong is told to whoever waits for the end. */
  keepOpen(): void {
    this.#watch = setInterval(() => {
      if (this.#closesAt - Date.now() < reserve) this.#queue(() => this.#extend(step)).catch(() => undefined);
    }, 5000);
  }

  /** Moves the end so far away that something may hold the consultation for so many minutes. */
  async lastFor(minutes: number): Promise<void> {
    await this.#queue(() => this.#extend(reserve + minutes * minute));
  }

  /** Does something that must not happen while the end is moved. */
  async undisturbed(work: () => Promise<void>): Promise<void> {
    await this.#queue(work);
  }

  /** Waits until ballots are taken. */
  async begun(): Promise<void> {
    await pause(Math.max(0, this.#opensAt - Date.now()));
  }

  /** Nothing is left to be done: waits for the end. */
  async end(): Promise<void> {
    this.abandon();
    await this.#last;
    await pause(Math.max(0, this.#closesAt - Date.now()));
  }

  abandon(): void {
    clearInterval(this.#watch);
  }

  #queue(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(work);
    return this.#last;
  }

  /** Moves the end to a whole minute that is at least so far away. */
  async #extend(milliseconds: number): Promise<void> {
    const next = Math.ceil((Date.now() + milliseconds) / minute) * minute;
    if (next <= this.#closesAt) return;
    const fields = { closes_at: typedMoment(next), reason: 'Todavía se vota.' };
    await together(this.#guarantors, `/org/c/${slug}/calendar/extend`, fields);
    this.#closesAt = next;
  }
}
