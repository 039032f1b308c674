import type { CorpusDocument } from "../ranking/RankingQuery.ts";

/** As many documents as wanted: the corpus, and then copies of it whose titles are numbered. */
export function multiplyCorpus(
  corpus: readonly CorpusDocument[],
  count: number,
): readonly CorpusDocument[] {
  return Array.from({ length: count }, (_, index) => {
    const document = corpus[index % corpus.length];
    if (document === undefined) throw new RangeError("An empty corpus cannot be multiplied.");
    const copy = Math.floor(index / corpus.length);
    if (copy === 0) return document;
    return { ...document, id: `${document.id}.${copy}`, title: `${document.title} ${copy}` };
  });
}
