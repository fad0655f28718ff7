import { oneLine } from '../one-line.ts';
import { colours, sans, serif, styleBlock } from './looks.ts';
import { lines, Markup, markup } from './markup.ts';
import type { Mail } from './mail.server.ts';

/** A short mail to one person: what happened, the words that somebody wrote, and where to go. */
export type ShortMail = {
	subject: string;
	/** 'Dana Okafor mentioned you in insight 12, on 3 Nov 2026, 14:02.' */
	said: string;
	/** What somebody wrote, whole. */
	words: string;
	link: { text: string; url: string };
	/** Why they get this. */
	why: string;
	/** Where they switch such mails off. */
	stop: { text: string; url: string };
	to: string;
};

/** Written once, as HTML and as plain text that is as good. What people wrote stands behind '> ', so that it cannot pass for ours. */
export const shortMail = ({ subject, said, words, link, why, stop, to }: ShortMail): Mail => ({
	subject: oneLine(subject),
	html: html({ subject, said, words, link, why, stop, to }),
	text: [
		said,
		'',
		...words.split(/\r\n|\r|\n/).map((line) => `> ${line}`),
		'',
		`${link.text}: ${link.url}`,
		'',
		why,
		`${stop.text}: ${stop.url}`,
		`Sent to ${to} by Empty Chair.`,
		''
	].join('\n'),
	images: []
});

function html({ subject, said, words, link, why, stop, to }: ShortMail): string {
	const small = `font:13px/1.5 ${sans};color:${colours.muted}`;
	const breaks = 'word-break:break-word;overflow-wrap:anywhere';
	return markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${subject}</title>
<style>${new Markup(styleBlock)}</style></head>
<body class="p" style="margin:0;padding:0;background-color:#ffffff">
<table role="presentation" class="p" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="background-color:#ffffff"><tr><td align="center" style="padding:24px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;table-layout:fixed"><tr><td class="i r" style="border-top:3px solid ${colours.ink};padding:20px 0;text-align:left;font:15px/1.5 ${sans};color:${colours.ink};${breaks}">
<p class="i" style="margin:0 0 12px">${said}</p>
<div class="i r" dir="auto" style="margin:0 0 16px;padding:2px 0 2px 14px;border-left:3px solid ${colours.rule};font:18px/1.45 ${serif};color:${colours.ink};white-space:pre-wrap">${lines(words)}</div>
<p style="margin:0"><a class="i" href="${link.url}" style="color:${colours.ink};font-weight:600">${link.text}</a></p>
<p class="m" style="margin:24px 0 0;${small}">${why}</p>
<p class="m" style="margin:4px 0 0;${small}">Sent to ${to} by Empty Chair. <a class="m" href="${stop.url}" style="color:${colours.muted}">${stop.text}</a></p>
</td></tr></table>
</td></tr></table></body></html>`.html;
}
