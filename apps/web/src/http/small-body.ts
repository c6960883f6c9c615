import { bodyLimit } from 'hono/body-limit';

const mostBytes = 64 * 1024;

/** What every route takes at the most that does not say that it reads larger bodies itself. */
export const smallBody = bodyLimit({
  maxSize: mostBytes,
  onError: (c) => c.text('This form is too large.', 413),
});

/** What a body without a declared length ends with where it goes on for too long. */
export const isTooLarge = (error: Error): boolean => error.name === 'BodyLimitError';
