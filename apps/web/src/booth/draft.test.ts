import { describe, expect, it } from 'vitest';
import { forgetAll, forgetUnsent, openDraft } from './draft.ts';

/** The storage of a tab, as far as drafts use it; `forbidden` as some browsers and a full disk are. */
function tab(forbidden = false): Storage {
  const items = new Map<string, string>();
  const methods = {
    getItem(key: string) {
      if (forbidden) throw new Error('forbidden');
      return items.get(key) ?? null;
    },
    setItem(key: string, value: string) {
      if (forbidden) throw new Error('full');
      items.set(key, value);
    },
    removeItem: (key: string) => void items.delete(key),
    clear: () => items.clear(),
    key: (i: number) => [...items.keys()][i] ?? null,
  };
  return new Proxy(
    { ...methods, length: 0 },
    {
      ownKeys: () => [...items.keys()],
      getOwnPropertyDescriptor: (_, key) => ({ enumerable: true, configurable: true, value: items.get(String(key)) }),
    },
  );
}

describe('a draft', () => {
  it('is read as it was written, by its own contest and election alone', () => {
    const storage = tab();
    const kept = {
      marked: [7, 12],
      blank: false,
      sealed: { text: '{}', tracker: 'abc' },
      receipt: { tracker: 'abc', answer: '{"head":1}', at: 'now' },
    };
    openDraft(storage, 'a', 'print').write(kept);
    expect(openDraft(storage, 'a', 'print').read()).toEqual(kept);
    expect(openDraft(storage, 'b', 'print').read()).toBeUndefined();
    expect(openDraft(storage, 'a', 'other').read()).toBeUndefined();
  });

  it('that another program left in another form is no draft', () => {
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '{"marked":7,"blank":false}',
      '{"marked":[],"blank":false,"sealed":{}}',
    ]) {
      const storage = tab();
      storage.setItem('convite-booth a print', text);
      expect(openDraft(storage, 'a', 'print').read()).toBeUndefined();
    }
    const storage = tab();
    storage.setItem('convite-booth a print', '{"marked":[7,"8"],"blank":true,"code":"secret"}');
    expect(openDraft(storage, 'a', 'print').read()).toEqual({ marked: [7], blank: true });
  });

  it('is forgotten, alone or with all others, and nothing else is', () => {
    const storage = tab();
    storage.setItem('another page', 'stays');
    const [a, b] = [openDraft(storage, 'a', 'print'), openDraft(storage, 'b', 'print')];
    for (const draft of [a, b]) draft.write({ marked: [1], blank: false });
    a.forget();
    expect([a.read(), b.read()?.marked]).toEqual([undefined, [1]]);
    a.write({ marked: [1], blank: false });
    forgetAll(storage);
    expect([a.read(), b.read(), storage.getItem('another page')]).toEqual([undefined, undefined, 'stays']);
  });

  it('is not needed: voting goes on where storage is forbidden, full or absent', () => {
    for (const storage of [tab(true), undefined]) {
      const draft = openDraft(storage, 'a', 'print');
      draft.write({ marked: [1], blank: false });
      draft.forget();
      forgetAll(storage);
      expect(draft.read()).toBeUndefined();
    }
  });

  it('keeps the pass when it is forgotten itself, until everything is erased', () => {
    const storage = tab();
    const draft = openDraft(storage, 'a', 'print');
    expect(draft.readPass()).toBeUndefined();
    draft.writePass({ number: 'n' });
    expect(draft.readPass()).toEqual({ number: 'n' });
    draft.writePass({ number: 'n', admission: 'n.hash' });
    draft.write({ marked: [7], blank: false });
    draft.forget();
    expect([draft.read(), draft.readPass()]).toEqual([undefined, { number: 'n', admission: 'n.hash' }]);
    expect(openDraft(storage, 'b', 'print').readPass()).toBeUndefined();
    forgetAll(storage);
    expect(draft.readPass()).toBeUndefined();
    draft.writePass({ number: 'n' });
    draft.forgetPass();
    expect(draft.readPass()).toBeUndefined();
  });

  it('that was left is erased with its pass, but not what is sealed or has its receipt', () => {
    const storage = tab();
    const open = (contest: string) => openDraft(storage, contest, 'print');
    const [marked, sealed, cast] = [open('a'), open('b'), open('c')];
    for (const draft of [marked, sealed, cast]) draft.writePass({ number: 'n', admission: 'x' });
    const mark = { marked: [7], blank: false };
    const answered = { tracker: 'abc', answer: '{}', at: 'now' };
    marked.write(mark);
    sealed.write({ ...mark, sealed: { text: '{}', tracker: 'abc' } });
    cast.write({ ...mark, marked: [], receipt: answered });
    storage.setItem('convite-booth touched', '1');
    storage.setItem('of another program', '{"marked":[],"blank":false}');
    forgetUnsent(storage);
    expect([marked.read(), marked.readPass()]).toEqual([undefined, undefined]);
    expect([sealed.read()?.sealed?.tracker, sealed.readPass()?.admission]).toEqual(['abc', 'x']);
    expect([cast.read()?.receipt, cast.readPass()?.admission]).toEqual([answered, 'x']);
    expect(storage.getItem('of another program')).not.toBeNull();
    expect(() => {
      forgetUnsent(tab(true));
    }).not.toThrow();
  });
});
