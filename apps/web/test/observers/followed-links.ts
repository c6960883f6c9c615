import { invariant } from '@convite/kernel';
import type { TestSite } from '../open-test-site.ts';

/** A page, and whether each of its links leads somewhere. */
export interface Followed {
  readonly text: string;
  readonly links: readonly string[];
  /** Links that lead nowhere, with what was answered, and those to a place of a page that it does not have. */
  readonly broken: readonly string[];
}

/** What a reader of the page may press, in its own part. */
const linksIn = (html: string): readonly string[] => {
  const [, main = ''] = /<main[^>]*>([\s\S]*)<\/main>/u.exec(html) ?? [];
  return [...new Set([...main.matchAll(/ href="([^"]+)"/gu)].map(([, href = '']) => href.replaceAll('&amp;', '&')))];
};

/** Opens a page and follows every link of it, as whoever reads it would. */
export async function followLinks(site: Pick<TestSite, 'ask'>, path: string, cookie = ''): Promise<Followed> {
  const get = (href: string): Promise<Response> =>
    site.ask(href, { redirect: 'follow', headers: { 'Accept-Language': 'es', Cookie: cookie } });
  const page = await get(path);
  invariant(page.status === 200, `${path} answers ${page.status}`);
  const text = await page.text();
  const links = linksIn(text);
  const broken: string[] = [];
  for (const link of links) {
    const [address = '', fragment] = new URL(link, `http://site${path}`).href.slice('http://site'.length).split('#', 2);
    const answer = await get(address);
    const body = await answer.text();
    if (answer.status !== 200) broken.push(`${link}: ${answer.status}`);
    else if (fragment !== undefined && !body.includes(` id="${fragment}"`)) broken.push(`${link}: no such place`);
  }
  return { text, links, broken };
}
