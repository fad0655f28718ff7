import { colours, sans, serif, styleBlock } from './looks.ts';
import { Markup, markup } from './markup.ts';

/** What stands around what is told: dates, addresses, links. */
export const small = `font:13px/1.5 ${sans};color:${colours.muted}`;

export const headline = (text: string): Markup =>
	markup`<h1 class="i" style="margin:0 0 8px;font:600 26px/1.25 ${serif};color:${colours.ink};word-break:break-word">${text}</h1>`;

/** A mail as every program shows it alike: one column of at most 600 pixels on white, or on black where that is wanted. */
export const sheet = (title: string, body: Markup): Markup => markup`<!doctype html>
<html lang="en" xmlns="http://www.w3.org/1999/xhtml" xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><meta name="x-apple-disable-message-reformatting"><title>${title}</title>${forOutlook('<xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml>')}
<style>${new Markup(styleBlock)}</style></head>
<body class="p" style="margin:0;padding:0;background-color:#ffffff">
<table role="presentation" class="p" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="background-color:#ffffff"><tr><td align="center" style="padding:24px 16px">
${forOutlook('<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td>')}<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;table-layout:fixed"><tr><td class="i r" style="border-top:3px solid ${colours.ink};padding:20px 0;text-align:left;font:15px/1.5 ${sans};color:${colours.ink}">
${body}
</td></tr></table>${forOutlook('</td></tr></table>')}
</td></tr></table></body></html>`;

const forOutlook = (html: string): Markup => new Markup(`<!--[if mso]>${html}<![endif]-->`);
