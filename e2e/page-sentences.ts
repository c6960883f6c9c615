/** The sentences of the running text: paragraphs, list items, headings, captions and notes. */
function sentencesOf(html: string): readonly string[] {
  const blocks = [...html.matchAll(/<(p|li|h1|h2|h3|small|figcaption|summary|label|span|dd|dt)\b[^>]*>([^<]*)/gu)];
  return blocks
    .flatMap(([, , text = '']) => text.split(/(?<=[.:?!…])\s/u))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** Sentences of more than twenty words. */
export const longSentences = (html: string): readonly string[] =>
  sentencesOf(html).filter((sentence) => sentence.split(/\s+/u).length > 20);

/** Sentences with a word that only the code knows. */
export const codeSentences = (html: string): readonly string[] =>
  sentencesOf(html).filter((sentence) => /\b[a-z]+_[a-z_]+\b|undefined|NaN|\[object/u.test(sentence));
