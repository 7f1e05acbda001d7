/* Letters as searches compare them: small, without accents, and as those spell them who have no key for them. */

/** Letters that are no letter with a mark, in the spelling of those who have no key for them. */
const SPELT = new Map(
  Object.entries({ ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ς: "σ", ـ: "" }),
);
/** Letters of Arabic, and digits, that are written one way and typed another. */
const ALIKE = new Map(Object.entries({ ٱ: "ا", ى: "ي", ی: "ي", ې: "ي", ة: "ه", ک: "ك", ۀ: "ه" }));
/** Umlauts in the spelling of who has no key for them. */
const UMLAUTS = new Map(Object.entries({ ä: "ae", ö: "oe", ü: "ue", å: "aa", ø: "oe" }));

/** Marks that make no other letter of it; those of kana do: `が` is not `か`. */
const MARKS = /(?![\u3099\u309a])[\p{M}\p{Cf}]/gu;
const PLAIN = /^[ -~\s]*$/;
const TURNED = new RegExp(`[${[...SPELT.keys(), ...ALIKE.keys()].join("")}]|(?!\\d)\\p{Nd}`, "gu");
const UMLAUT = /[äöüåø]/u;

/**
 * Small letters without accents; full and half width are one, and so are the digits of every script.
 * @param {string} text
 */
export function folded(text) {
  if (PLAIN.test(text)) return text.toLowerCase();
  const bare = text.normalize("NFKD").replace(MARKS, "").toLowerCase();
  return bare.replace(TURNED, (letter) => SPELT.get(letter) ?? ALIKE.get(letter) ?? digitOf(letter));
}

/**
 * The same with umlauts spelt out: `umsaetze` for `Umsätze`.
 * @param {string} text
 */
export function speltOut(text) {
  if (PLAIN.test(text)) return text.toLowerCase();
  const whole = text.normalize("NFC").toLowerCase();
  return folded(UMLAUT.test(whole) ? whole.replace(/[äöüåø]/gu, (letter) => UMLAUTS.get(letter) ?? letter) : whole);
}

/**
 * Whether a text has umlauts, so that it can be spelt in two ways.
 * @param {string} text
 */
export function hasUmlauts(text) {
  return !PLAIN.test(text) && UMLAUT.test(text.normalize("NFC").toLowerCase());
}

/**
 * A text in both ways, as `mentions` looks into it.
 * @param {string} text
 */
export function searchable(text) {
  return hasUmlauts(text) ? `${folded(text)} ${speltOut(text)}` : folded(text);
}

/**
 * Whether a searchable text has these letters, in one of the ways to write them.
 * @param {string} text
 * @param {string} part
 */
export function mentions(text, part) {
  return text.includes(folded(part)) || text.includes(speltOut(part));
}

/**
 * A digit of any script as one of ours.
 * @param {string} letter
 */
function digitOf(letter) {
  const code = letter.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

/**
 * The words of a text, folded.
 * @param {string} text
 * @param {(text: string) => string} [fold]
 */
export function wordsOf(text, fold = folded) {
  return fold(text).match(/[\p{L}\p{N}\u3099\u309a%]+/gu) ?? [];
}

/** Runs of letters of one script, where no space parts the words. */
const RUNS =
  /\p{sc=Han}+|(?:\p{sc=Hiragana}|\p{M})+|(?:\p{sc=Katakana}|ー|\p{M})+|[^\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+/gu;

/**
 * The pieces of a word that is written without spaces, which may stand apart in another text: pairs of Chinese signs,
 * and what is written in kana or Latin letters between them. Particles in hiragana say nothing. None for other words.
 * @param {string} word
 */
export function piecesOf(word) {
  const runs = /[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}]/u.test(word) ? (word.match(RUNS) ?? []) : [];
  const telling = runs.filter((run) => run.length > 2 || !/\p{sc=Hiragana}/u.test(run));
  const pieces = telling.flatMap((run) => (/\p{sc=Han}/u.test(run) ? (run.match(/..?/gu) ?? []) : [run]));
  return pieces.length > 1 || pieces[0] !== word ? pieces : [];
}
