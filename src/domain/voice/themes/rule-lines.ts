import { ruleFrom } from './rule.ts';
import type { WrittenRule } from './rule.ts';

const anyLanguage = 'any';

/** A theme's rules as they are written in one field: a line for each language, `de: rechnung* mahnung`; `any:` for all. */
export const ruleLines = (rules: readonly WrittenRule[]): string =>
	rules.map(({ language, text }) => `${language || anyLanguage}: ${text}`).join('\n');

/** Reads such lines; a language that comes back goes on. */
export function rulesFrom(lines: string): { rules: WrittenRule[] } | { problem: string } {
	const byLanguage = new Map<string, string>();
	for (const line of lines.split(/\r?\n/).filter((one) => one.trim() !== '')) {
		const match = /^\s*([a-z]{2,3})\s*:\s*(\S.*?)\s*$/i.exec(line);
		if (!match)
			return { problem: `“${line.trim()}”: begin each line with a language, such as en: or de:, or with any:.` };
		const language = match[1].toLowerCase() === anyLanguage ? '' : match[1].toLowerCase();
		byLanguage.set(language, [byLanguage.get(language), match[2]].filter(Boolean).join(' '));
	}
	const rules = [...byLanguage].map(([language, text]) => ({ language, text }));
	for (const { text } of rules) {
		const read = ruleFrom(text);
		if ('problem' in read) return read;
	}
	return rules.length === 0 ? { problem: 'Write a rule in at least one language.' } : { rules };
}
