import { createSearchIndex, finishSteps } from "@action-telemetry/react/search";
import uFuzzy from "@leeoniya/ufuzzy";
import { defaultFilter } from "cmdk";
import Fuse, { type IFuseOptions } from "fuse.js";
import { go, snapshot } from "fuzzysort";
import { matchSorter } from "match-sorter";
import type { Ranker } from "./Ranker.ts";
import type { CorpusDocument } from "./RankingQuery.ts";

/** Ours and those of the peers, each searching title, category, keywords and ID. */
export const rankers: readonly Ranker[] = [
  {
    name: "Action Telemetry",
    settings: "`createSearchIndex`",
    prepare(documents) {
      const index = createSearchIndex(documents);
      return (query) =>
        [...finishSteps(index.search(query)).numbers].map((number) => documents[number]?.id ?? "");
    },
  },
  {
    name: "fuzzysort",
    packageName: "fuzzysort",
    settings: "keys label, title, keywords, ID; threshold 0.3",
    prepare(documents) {
      const keys = [labelOf, titleOf, keywordsOf, idOf];
      const index = snapshot(documents, { keys });
      return (query) =>
        [...go(query, index, { limit: 0, threshold: 0.3 })].map(({ obj }) => obj.id);
    },
  },
  {
    name: "cmdk",
    packageName: "cmdk",
    settings: "`defaultFilter`; the label as value, ID as a keyword",
    prepare: (documents) => (query) =>
      byScore(documents, (document) =>
        defaultFilter(labelOf(document), query, [...document.keywords, document.id]),
      ),
  },
  {
    name: "kbar",
    packageName: "kbar",
    settings: "Fuse.js with the options in its source",
    prepare: (documents) =>
      fuse(documents, {
        keys: [
          { name: "title", weight: 0.5 },
          { name: "keywords", weight: 0.3 },
          { name: "category", weight: 0.2 },
        ],
        ignoreLocation: true,
        ignoreDiacritics: true,
        threshold: 0.2,
        useTokenSearch: true,
        tokenMatch: "all",
      }),
  },
  {
    name: "Fuse.js",
    packageName: "fuse.js",
    settings: "label, keywords and ID weighted 3, 2, 1; its own threshold",
    prepare: (documents) =>
      fuse(documents, {
        keys: [
          { name: "label", getFn: labelOf, weight: 3 },
          { name: "keywords", weight: 2 },
          { name: "id", weight: 1 },
        ],
        ignoreLocation: true,
        ignoreDiacritics: true,
      }),
  },
  {
    name: "match-sorter",
    packageName: "match-sorter",
    settings: "keys title, label, keywords, ID",
    prepare: (documents) => (query) =>
      matchSorter(documents, query, {
        keys: [titleOf, labelOf, (document: CorpusDocument) => [...document.keywords], idOf],
      }).map(({ id }) => id),
  },
  {
    name: "uFuzzy",
    packageName: "@leeoniya/ufuzzy",
    settings: "over label, keywords and ID; one error a word, words in any order",
    prepare(documents) {
      const fuzzy = new uFuzzy({ ...unicodeWords, intraMode: 1 });
      const texts = documents.map((document) =>
        [labelOf(document), keywordsOf(document), document.id].join(" "),
      );
      return (query) => {
        const [found, info, order] = fuzzy.search(texts, uFuzzy.latinize([query])[0] ?? "", 5);
        const numbers = order?.map((place) => info?.idx[place] ?? -1) ?? found ?? [];
        return numbers.map((number) => documents[number]?.id ?? "");
      };
    },
  },
  {
    name: "substring",
    settings: "what Base UI and React Aria do by themselves: the label contains the query",
    prepare: (documents) => (query) =>
      documents
        .filter((document) => labelOf(document).toLowerCase().includes(query.toLowerCase()))
        .map(({ id }) => id),
  },
];

/** What its documentation gives for texts that are not in Latin letters alone. */
const unicodeWords = {
  unicode: true,
  interSplit: "[^\\p{L}\\d']+",
  intraSplit: "\\p{Ll}\\p{Lu}",
  intraBound: "\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}",
  intraChars: "[\\p{L}\\d']",
  intraContr: "'\\p{L}{1,2}\\b",
};

const titleOf = ({ title }: CorpusDocument) => title;
const labelOf = ({ category, title }: CorpusDocument) =>
  category === "" ? title : `${category}: ${title}`;
const keywordsOf = ({ keywords }: CorpusDocument) => keywords.join(" ");
const idOf = ({ id }: CorpusDocument) => id;

function byScore(
  documents: readonly CorpusDocument[],
  scoreOf: (document: CorpusDocument) => number,
): readonly string[] {
  return documents
    .map((document) => ({ id: document.id, score: scoreOf(document) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .map(({ id }) => id);
}

function fuse(
  documents: readonly CorpusDocument[],
  options: IFuseOptions<CorpusDocument>,
): (query: string) => readonly string[] {
  const index = new Fuse(documents, options);
  return (query) => index.search(query).map(({ item }) => item.id);
}
