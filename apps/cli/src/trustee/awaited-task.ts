/** What an election waits for from a trustee. */
export type AwaitedTask = 'none' | 'wait' | 'shuffle' | 'decrypt' | 'shuffled' | 'decrypted';
