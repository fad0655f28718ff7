/** HTML that was made here. Everything else that is written into it is text, and escaped. */
export class Markup {
	readonly html: string;

	constructor(html: string) {
		this.html = html;
	}
}

type Written = Markup | string | number | null | false | readonly Written[];

/** A template of HTML: what is filled in is escaped, unless it was made by this template itself. */
export const markup = (strings: TemplateStringsArray, ...values: Written[]): Markup =>
	new Markup(strings.reduce((html, text, i) => html + written(values[i - 1] ?? null) + text));

function written(value: Written): string {
	if (value === null || value === false) return '';
	if (value instanceof Markup) return value.html;
	if (typeof value === 'object') return value.map(written).join('');
	return escaped(String(value));
}

export const escaped = (text: string): string =>
	text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Lines stay lines; the characters are the same. */
export const lines = (text: string): Markup => new Markup(escaped(text).replace(/\r\n|\r|\n/g, '<br>'));
