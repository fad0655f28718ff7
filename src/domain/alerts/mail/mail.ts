import { fullMoment } from '#ui/format/time.ts';
import type { Mail } from '../../snapshots/mail/mail.server.ts';
import { cut, leftText } from '../../snapshots/mail/cut.ts';
import { chip, colours, sans, serif } from '../../snapshots/mail/looks.ts';
import { lines, markup } from '../../snapshots/mail/markup.ts';
import type { Markup } from '../../snapshots/mail/markup.ts';
import { note } from '../../snapshots/mail/parts.ts';
import { headline, sheet, small } from '../../snapshots/mail/sheet.ts';
import type { Alert } from '../alert.ts';
import { subjectOf, toldOf } from '../told.ts';
import type { AlertTold } from '../told.ts';

/** Whom it is for, where its links lead, and the organisation's zone. */
export type AlertAddressed = { to: string; origin: string; unsubscribeUrl: string; zone: string };

/** More are not told in one mail; it says how many there are, and where. */
const mostTold = 20;
const longestWords = 1_500;

/** Alerts as a mail: short, whole without pictures, of which it has none. */
export function alertMail(alerts: readonly Alert[], addressed: AlertAddressed): Mail {
	const told = alerts.slice(0, mostTold).map((alert) => ({
		...toldOf(alert, addressed.zone),
		raised: `Noticed ${fullMoment(alert.raisedAt, addressed.zone)}`
	}));
	const left = alerts.length - told.length;
	const more = left > 0 ? `And ${left} more on the page.` : null;
	const subject = alerts.length === 1 ? told[0].title : subjectOf(alerts.map((alert) => toldOf(alert, addressed.zone)));
	return { subject, html: html(subject, told, more, addressed), text: text(told, more, addressed), images: [] };
}

type Noticed = AlertTold & { raised: string };

function html(subject: string, told: readonly Noticed[], more: string | null, addressed: AlertAddressed): string {
	const { to, origin, unsubscribeUrl } = addressed;
	const link = (name: string, url: string) =>
		markup`<a class="m" href="${url}" style="color:${colours.muted}">${name}</a>`;
	const page = `${origin}/alerts`;
	return sheet(
		subject,
		markup`<p class="m" style="margin:0 0 8px;${small}">Between reviews · ${link('all alerts', page)} · ${link('unsubscribe', unsubscribeUrl)}</p>
${told.map((one, i) => alertHtml(one, i === 0, origin))}
${more && note(more)}
<p class="m" style="margin:32px 0 0;${small}">Sent to ${to} by ${link('Empty Chair', origin)}, as you asked for it. ${link('Choose what you are told, and when', page)} · ${link('Unsubscribe from alerts', unsubscribeUrl)}</p>`
	).html;
}

function alertHtml({ title, lines: said, notes, words, links, raised }: Noticed, isFirst: boolean, origin: string) {
	const line = (text: string) =>
		markup`<p class="i" style="margin:0 0 4px;font:15px/1.5 ${sans};color:${colours.ink};word-break:break-word">${text}</p>`;
	return markup`<div class="r" style="${isFirst ? '' : `margin-top:24px;border-top:1px solid ${colours.rule};padding-top:16px`}">
${headline(title)}
${note(raised)}
${said.map(line)}
${words && wordsHtml(words)}
${notes.map(note)}
<p class="m" style="margin:4px 0;${small}">${links.map(({ name, path }, i) => markup`${i > 0 && ' · '}<a class="m" href="${origin + path}" style="color:${colours.muted}">${name}</a>`)}</p>
</div>`;
}

function wordsHtml({ text: whole, gone, language, score, feeling }: NonNullable<AlertTold['words']>): Markup {
	const chipHtml =
		score &&
		markup`<span style="background-color:${chip[feeling]};color:#ffffff;font-weight:600;border-radius:4px">&#160;${score}&#160;</span> `;
	if (whole === null)
		return markup`<p class="m" style="margin:8px 0;font:italic 15px/1.45 ${serif};color:${colours.muted}">${chipHtml}${gone}</p>`;
	const { text: shown, left } = cut(whole, longestWords);
	return markup`<p class="i" dir="auto"${language && markup` lang="${language}"`} style="margin:8px 0;font:18px/1.45 ${serif};color:${colours.ink};word-break:break-word;overflow-wrap:anywhere">${chipHtml}${lines(shown)}</p>${left > 0 && note(leftText(left).replace('edition', 'product'))}`;
}

function text(told: readonly Noticed[], more: string | null, addressed: AlertAddressed): string {
	const { to, origin, unsubscribeUrl } = addressed;
	return [
		`All alerts: ${origin}/alerts`,
		`Unsubscribe: ${unsubscribeUrl}`,
		...told.flatMap(({ title, lines: said, notes, words, links, raised }) => [
			...['', title, '-'.repeat(Math.min(title.length, 70)), raised, ...said],
			...(words ? wordsText(words) : []),
			...notes,
			...links.map(({ name, path }) => `${name}: ${origin}${path}`)
		]),
		...(more ? ['', more] : []),
		'',
		`Sent to ${to} by Empty Chair, as you asked for it.`,
		`Choose what you are told, and when: ${origin}/alerts`,
		`Unsubscribe: ${unsubscribeUrl}`,
		''
	].join('\n');
}

/** What somebody else wrote stands behind '> ', so that it cannot pass for ours. */
function wordsText({ text: whole, gone }: NonNullable<AlertTold['words']>): string[] {
	if (whole === null) return [gone ?? ''];
	const { text: shown, left } = cut(whole, longestWords);
	return [
		...shown.split(/\r\n|\r|\n/).map((line) => `> ${line}`),
		...(left > 0 ? [leftText(left).replace('edition', 'product')] : [])
	];
}
