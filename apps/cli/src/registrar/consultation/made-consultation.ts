/** What is told when the codes of a consultation are made. */
export interface MadeConsultation {
  readonly people: number;
  readonly spares: number;
  /** People of the roll for whom there is no contest, and so no letter. */
  readonly without: number;
  readonly contests: number;
  readonly credentials: number;
  readonly order: string;
  readonly sha256: string;
  readonly pages: number;
}
