import { expect, it } from 'vitest';
import { isUuid } from './uuid.ts';

const id = '0195c0de-1a2b-7c3d-8e4f-5a6b7c8d9e0f';

it('takes an id as it is written, and nothing around it, beside it or in another way of writing', () => {
  expect(isUuid(id)).toBe(true);
  const others = [id.toUpperCase(), ` ${id}`, `${id}\n`, `{${id}}`, id.replaceAll('-', ''), id.slice(1), `${id}0`, ''];
  expect(others.filter(isUuid)).toEqual([]);
  expect(isUuid(id.replace('a', 'g'))).toBe(false);
});
