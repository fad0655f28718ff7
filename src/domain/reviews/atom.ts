import { attendanceText } from './attendance.ts';
import { figureText } from '../metrics/view/figure-text.ts';
import { count } from '#ui/format/number.ts';
import { day } from '#ui/format/time.ts';
import { weekNumber } from '../scope/week.ts';
import type { Archived } from './archived.ts';
import { partName } from './parts.ts';

/** Where a feed is read and where its entries lead: absolute addresses, as feeds need them. */
export type FeedPlace = {
	organisation: string;
	/** 'https://cx.example.com' */
	origin: string;
	/** The feed's own address, as its reader knows it. */
	self: string;
	/** Of an older page of the same feed; null: this is the last. */
	next: string | null;
	/** Said when there is no entry yet. */
	now: Date;
};

/** What no XML may hold, even escaped: control characters, and halves of characters. */
const unspeakable =
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export const escapedXml = (text: string): string =>
	text
		.replace(unspeakable, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');

const weekTitle = (week: string): string => `Week ${weekNumber(week)} of ${week.slice(0, 4)}`;

/** Closed weeks as an Atom 1.0 feed (RFC 4287), one entry each. It holds no customer's words: its address is its only key. */
export function atomFeed(weeks: readonly Archived[], { organisation, origin, self, next, now }: FeedPlace): string {
	const updated = weeks.reduce((latest, { closedAt }) => (closedAt > latest ? closedAt : latest), new Date(0));
	return [
		'<?xml version="1.0" encoding="utf-8"?>',
		'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
		`<title>${escapedXml(`${organisation}: weekly reviews`)}</title>`,
		`<id>${escapedXml(`${origin}/reviews`)}</id>`,
		`<updated>${(weeks.length > 0 ? updated : now).toISOString()}</updated>`,
		`<author><name>${escapedXml(organisation)}</name></author>`,
		`<link rel="self" type="application/atom+xml" href="${escapedXml(self)}"/>`,
		`<link rel="alternate" type="text/html" href="${escapedXml(`${origin}/reviews`)}"/>`,
		...(next ? [`<link rel="next" type="application/atom+xml" href="${escapedXml(next)}"/>`] : []),
		...weeks.map((week) => entry(week, origin)),
		'</feed>',
		''
	].join('\n');
}

function entry(archived: Archived, origin: string): string {
	const { week, headline, closedAt, closedBy } = archived;
	const address = escapedXml(`${origin}/reviews/${week}`);
	return [
		'<entry>',
		`<title>${escapedXml(headline ? `${weekTitle(week)}: ${headline}` : weekTitle(week))}</title>`,
		`<id>${address}</id>`,
		`<link rel="alternate" type="text/html" href="${address}"/>`,
		`<published>${closedAt.toISOString()}</published>`,
		`<updated>${closedAt.toISOString()}</updated>`,
		...(closedBy ? [`<author><name>${escapedXml(closedBy)}</name></author>`] : []),
		`<content type="html">${escapedXml(inHtml(archived))}</content>`,
		'</entry>'
	].join('\n');
}

/** What a reader of feeds is told of a week: what moved, what was decided, who spoke for the customers. */
function inHtml({
	moved,
	decisions,
	seat,
	attendance,
	signed,
	ledBy,
	answers,
	closedBy,
	organisation
}: Archived): string {
	const list = (items: string[]) => `<ul>${items.map((item) => `<li>${escapedXml(item)}</li>`).join('')}</ul>`;
	const paragraph = (text: string) => `<p>${escapedXml(text)}</p>`;
	const told = moved.map((figure) => {
		const { value, margin, movement } = figureText(figure, organisation.currency);
		return `${figure.definition.name}: ${[value, margin, movement].filter(Boolean).join(', ')}`;
	});
	const decided = decisions.map(
		({ what, owner, dueOn, forCustomers, insights = [] }) =>
			`${what} (${owner}, by ${day(dueOn)}). For our customers: ${forCustomers ?? 'not answered'}${insights
				.map(({ number, claim }) => `. From insight ${number}: ${claim}`)
				.join('')}`
	);
	const closing = `${count(answers, 'answer')}. ${closedBy ? `Closed by ${closedBy}.` : 'It closed by itself.'}`;
	return [
		...(organisation.isDemo ? [paragraph(`The data of ${organisation.name} is made up.`)] : []),
		paragraph(told.length > 0 ? 'What moved by more than noise:' : 'Nothing moved by more than noise.'),
		...(told.length > 0 ? [list(told)] : []),
		paragraph(decided.length > 0 ? 'Decided:' : 'Nothing was decided.'),
		...(decided.length > 0 ? [list(decided)] : []),
		...(ledBy ? [paragraph(`Led by: ${partName[ledBy]}.`)] : []),
		paragraph(`The customer’s seat: ${seat ?? 'nobody'}.`),
		...(attendance ? [paragraph(`In the meeting: ${attendanceText(attendance)}.`)] : []),
		...(signed ? [paragraph(`Read beforehand by ${signed.signed} of ${signed.of}.`)] : []),
		paragraph(closing)
	].join('');
}
