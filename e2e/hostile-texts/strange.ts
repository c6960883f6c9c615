/**
 * What a page holds that none of ours does: elements and attributes out of a text, and whether one of them ran. Runs in the
 * page itself, and sees nothing else.
 */
export function strange(): readonly string[] {
  const none = 'convite-x, [convite-x], img[src="x"], iframe, object, embed, base, meta[http-equiv][content*="hit="]';
  const found = [...document.querySelectorAll(none)].map(({ outerHTML }) => outerHTML);
  for (const element of document.querySelectorAll('script:not([src]), style')) {
    if (element.textContent.includes('hit=')) found.push(element.outerHTML);
  }
  for (const element of document.querySelectorAll('body *')) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on') || /^\s*(?:javascript|vbscript|data):/iu.test(value)) found.push(element.outerHTML);
    }
  }
  return 'hit' in globalThis ? [...found, 'something ran'] : found;
}
