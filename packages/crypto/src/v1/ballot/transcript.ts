/** S0 = phi|credential: what ties every proof of a ballot to its election and to its voter. */
export const ballotPrefix = (fingerprint: string, credential: string): string => `${fingerprint}|${credential}`;
