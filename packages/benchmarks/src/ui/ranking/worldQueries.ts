import type { CorpusDocument, RankingQuery } from "./RankingQuery.ts";

const titles: readonly (readonly [title: string, ...queries: readonly string[]])[] = [
  ["定義へ移動", "定義", "移動", "定義移動"],
  ["型定義へ移動", "型定義"],
  ["エディターを閉じる", "エディ", "閉じる", "えでぃた"],
  ["エディターを分割する", "分割"],
  ["すべての変更を保存", "変更", "保存"],
  ["打开用户设置", "用户", "设置", "打开设置"],
  ["打开文件夹", "文件夹", "文件"],
  ["切换自动换行", "换行", "切换换行"],
  ["转到定义", "定义", "转到"],
  ["정의로 이동", "정의", "이동", "정으"],
  ["설정 열기", "설정", "열기 설정"],
  ["Перейти к определению", "определ", "перейти опр", "пко"],
  ["Переименовать символ", "символ", "переимновать"],
  ["Μετάβαση στον ορισμό", "μεταβαση", "ορισμο"],
  ["Ir a la definición", "definicion", "ir def"],
  ["Señalar línea", "senalar", "linea senalar"],
  ["Größe ändern", "grosse", "groesse", "andern"],
  ["Łącz wiersze", "lacz", "wiersze"],
  ["Çevir ve İşaretle", "cevir", "isaretle"],
  ["الانتقال إلى التعريف", "التعريف"],
];

/** Titles in other scripts, made for this measurement. */
export const worldCorpus: readonly CorpusDocument[] = titles.map(([title], number) => ({
  id: `world.${number}`,
  title,
  category: "",
  keywords: [],
}));

/** Queries for them: parts, gaps, half typed syllables, missing diacritics. */
export const worldQueries: readonly RankingQuery[] = titles.flatMap(([, ...queries], number) =>
  queries.map((query) => ({ kind: "other scripts", query, expected: [`world.${number}`] })),
);
