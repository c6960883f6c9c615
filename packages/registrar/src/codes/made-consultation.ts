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
}

/** What is published beside the credentials: how many, and the hash of the file for the site. */
export const summaryText = (
  {
    people,
    spares,
    credentials,
    sha256,
    order,
  }: Pick<MadeConsultation, 'people' | 'spares' | 'credentials' | 'sha256' | 'order'>,
  consultation: string,
): string =>
  `${JSON.stringify({ convite_consultation_credentials: 1, consultation, order, people, spares, credentials, sha256 })}\n`;
