/**
 * A spreadsheet takes text that begins with one of these for a formula, and runs it; text cells that do are written with
 * a single quote before them, and the reader takes that quote off again. To be sure of taking off only quotes we put on,
 * quotes that stand before such a character are part of the pattern: '=1 is written ''=1, while 'hello stays as it is.
 *
 * Other products write the same quote and never take it off, so the reader takes it off files of whatever origin. Where a
 * file is known not to be written so, `guarded: false` keeps each text to the letter.
 */
const formula = /^'*[=+\-@\t\r\0＝＋－＠]/;
const guarded = /^'+[=+\-@\t\r\0＝＋－＠]/;

export const guard = (text: string): string => (formula.test(text) ? `'${text}` : text);

export const unguard = (text: string): string => (guarded.test(text) ? text.slice(1) : text);
