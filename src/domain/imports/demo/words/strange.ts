/** What real feeds hold and software trips over. Language null: none that we could name. */
export const strange: readonly { text: string; language: string | null; band: 'low' | 'mid' | 'high' }[] = [
	{ text: '=1+1', language: null, band: 'mid' },
	{
		text: '=HYPERLINK("http://example.com","click me") <- this is what my export shows instead of a name',
		language: 'en',
		band: 'low'
	},
	{ text: '<b>PLEASE</b> fix the invoices. <i>(I hope this form does HTML.)</i>', language: 'en', band: 'low' },
	{ text: '"Quoted"; with; semicolons; because I pasted it from Excel', language: 'en', band: 'mid' },
	{ text: '@support nobody answers', language: 'en', band: 'low' },
	{ text: '+1', language: null, band: 'high' },
	{ text: '-5', language: null, band: 'low' },
	{ text: "Robert'); DROP TABLE bookings;-- (my nephew says hi)", language: 'en', band: 'mid' },
	{
		text: 'Your mails begin with "Dear {{first_name}}". Dear {{company}}, please look into it.',
		language: 'en',
		band: 'low'
	},
	{ text: 'الدعم ممتاز والفريق متعاون جدًا، شكرًا لكم', language: 'ar', band: 'high' },
	{ text: 'التطبيق بطيء منذ التحديث الأخير ولا أحد يرد على رسائلنا.', language: 'ar', band: 'low' },
	{ text: 'תודה רבה, שירות מצוין!', language: 'he', band: 'high' },
	{ text: '👨‍👩‍👧‍👦 home for dinner thanks to you 🙏🏽', language: 'en', band: 'high' },
	{
		text: 'Names with &amp; and &lt; arrive exactly like this in the reminder texts: M&amp;S Motors',
		language: 'en',
		band: 'low'
	},
	{ text: 'C:\\new\\table\\report.csv - thats where your "download" ended up', language: 'en', band: 'low' },
	{ text: '100% of nothing is nothing. %s? %d?', language: 'en', band: 'low' },
	{ text: 'Ｇｏｏｄ，ｂｕｔ　ｓｌｏｗ', language: 'en', band: 'mid' },
	{
		text: 'looooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooong loading times',
		language: 'en',
		band: 'low'
	},
	{
		text: 'screenshot: https://example.org/s/4821?a=1&b=%20x#top (the red circle is mine)',
		language: 'en',
		band: 'low'
	},
	{ text: 'Write to ops@example.com, not to me, I only pay for it.', language: 'en', band: 'mid' },
	{ text: '↑ see above ↑', language: 'en', band: 'mid' },
	{
		text: 'Works from ½ past 6 until ≥ 22:00, €0 downtime. Naïve question: why isn’t everybody using this?',
		language: 'en',
		band: 'high'
	},
	{ text: 'Cafe\u0301 Zo\u00eb, two accents, two spellings, one customer listed twice', language: 'en', band: 'low' },
	{
		text: '“Smart” quotes — long dashes — and an ellipsis… in my notes become â€œthisâ€\u009d',
		language: 'en',
		band: 'low'
	},
	{ text: 'null', language: null, band: 'mid' },
	{ text: 'undefined undefined, that is what my reminder called Mrs Holt', language: 'en', band: 'low' },
	{ text: '\tpasted with a tab in front', language: 'en', band: 'mid' },
	{ text: '1. fast\r\n2. friendly\r\n3. still missing: a dark mode', language: 'en', band: 'high' },
	{ text: '-- \nSent from my phone', language: 'en', band: 'mid' },
	{ text: "'", language: null, band: 'mid' },
	{ text: '¯\\_(ツ)_/¯', language: null, band: 'mid' },
	{ text: '<script>alert("no")</script> just checking that somebody reads these', language: 'en', band: 'mid' },
	{ text: 'Ik ❤ u, maar de factuur ≠ de offerte', language: 'nl', band: 'mid' },
	{ text: 'Ｔ氏の予約が「Ｔ?」になります', language: 'ja', band: 'low' }
];
