/** A currency as people write it. `XTS` is the code that ISO 4217 keeps for trials: the units of an invented town. */
export const unitOf = (currency: string): string => (currency === 'XTS' ? 'u' : currency === 'EUR' ? '€' : currency);
