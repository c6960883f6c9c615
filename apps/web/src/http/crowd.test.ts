import { expect, test } from 'vitest';
import { makeCrowd } from './crowd.ts';

/** Somebody inside, until they are let go. */
function stay(crowd: ReturnType<typeof makeCrowd>, visitor: string) {
  const end = Promise.withResolvers<string>();
  return { done: crowd.admit(visitor, () => end.promise), leave: end.resolve, fail: end.reject };
}

test('one visitor takes so many places, all together so many more, and whoever leaves makes room', async () => {
  const crowd = makeCrowd({ all: 3, ofVisitor: 2 });
  const [first, second] = [stay(crowd, 'a'), stay(crowd, 'a')];
  expect(await crowd.admit('a', async () => 'in')).toBeUndefined();
  const third = stay(crowd, 'b');
  expect(await crowd.admit('c', async () => 'in')).toBeUndefined();
  first.leave('left');
  expect(await first.done).toBe('left');
  expect(await crowd.admit('c', async () => 'in')).toBe('in');
  second.fail(new Error('broke off'));
  await expect(second.done).rejects.toThrow('broke off');
  expect(await crowd.admit('a', async () => 'in')).toBe('in');
  third.leave('');
  await third.done;
});
