/** The page of the trustees of a consultation, for staff. */
export const trusteesAddress = ({ slug }: { readonly slug: string }): string => `/org/c/${slug}/trustees`;
