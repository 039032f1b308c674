/**
 * Folds a text for comparing: no case, no diacritics, compatible forms as one, so that "Ｃａｆé" and
 * "cafe" are equal. Katakana becomes hiragana, a Hangul syllable its letters.
 */
export function foldText(text: string): string {
  if (isASCII(text)) return text.toLowerCase();
  let folded = "";
  for (const character of text) folded += foldCharacter(character);
  return folded;
}

/** For each code unit of the folded text where in the text its character begins, and the end. */
export function foldedOffsets(text: string): readonly number[] {
  const offsets: number[] = [];
  let start = 0;
  for (const character of text) {
    const { length } = foldCharacter(character);
    for (let unit = 0; unit < length; unit += 1) offsets.push(start);
    start += character.length;
  }
  offsets.push(start);
  return offsets;
}

function foldCharacter(character: string): string {
  if (isASCII(character)) return character.toLowerCase();
  const plain = character.normalize("NFKD").toLowerCase().replace(marks, "");
  return plain
    .replace(undecomposed, (letter) => plainLetters[letter] ?? letter)
    .replace(katakana, toHiragana);
}

/** Marks that Unicode takes off a letter; the voice marks of kana make other sounds, and stay. */
const marks = /(?![\u3099\u309A])\p{Mn}/gu;
const katakana = /[\u30A1-\u30F6]/gu;
const undecomposed = /[ßæœøłđðþıħ]/gu;

/** Letters with a stroke, and joined ones, which Unicode does not decompose. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ħ: "h",
};

function toHiragana(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) - 0x60);
}

function isASCII(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) > 127) return false;
  }
  return true;
}
