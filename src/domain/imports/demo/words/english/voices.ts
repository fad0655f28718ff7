import { phrases } from '../grammar.ts';

/** Beginnings and ends that give a person away. */
export const angry = {
	before: phrases(`
Right.
I AM SO ANGRY.
I've had it.
Enough.
Let me tell you something.
Are you serious?
Honestly, what the hell.
For God's sake.
I'm done being polite.
Listen.
How hard can it be?
Third time this month!!
Bloody hell.
`),
	after: phrases(`
Sort it out.
Fix it or lose us.
Absolute joke.
Pull your finger out.
I want to speak to somebody in charge. NOW.
Not good enough!!!
I'm sick of this.
Don't you dare send me another survey.
You should be ashamed.
And now you ask me if I'd RECOMMEND you?
What am I paying for?!
This is bullshit.
I'll say the same on every review site I can find.
Get your act together.
Zero. That's generous.
`)
};

export const british = {
	before: phrases(`
I don't like to complain, but
I hope you won't mind my saying so, but
With the greatest respect,
I'm sure it's an oversight, but
Awfully sorry to bring this up again.
Perhaps I'm being dim, but
Thank you for asking.
I do appreciate that these things are complicated.
One hesitates to moan.
`),
	after: phrases(`
@unhappy| Just thought you ought to know.
@unhappy| I'd be most grateful if somebody could look into it.
@happy| Otherwise, jolly good.
@unhappy| It would be a pity to part ways.
@unhappy| Anyway, mustn't grumble.
Kind regards, {own}
Many thanks, {own}
With best wishes,\\n{own}
@happy| Do keep up the good work.
@unhappy| I remain, a little wearily, yours, {own}
`)
};

export const engineer = {
	low: phrases(`
Steps: open {module}, filter by {place}, scroll past row {N}, press back. Filter gone. Expected: filter stays. Build {build}. Seen since {month}.
{Module}: p95 load time here is {N}s on a 200 Mbit line, {N}s of which is one call returning 4 MB of JSON for a list of {N} names.
Reproducible: {module} -> edit -> change the date -> save. Time resets to 00:00 UTC. Only for zones east of you. Build {build}.
Since build {build} the {module} keeps a websocket open per tab and never closes it. After {hours} the browser holds {N00} of them and dies.
Error "E-{N00}" on saving {a-job} with an attachment over {d} MB. The message says "unknown". It's a 413, look at the network tab.
Race condition: two people save the same {job} within a second, last one wins, first one isn't told. We lose {n} or {n} a week that way. Optimistic locking is not a new invention.
Memory in {module} climbs from 180 MB to {d}.{d} GB in a shift. Chrome kills it around {time}. Happens on all {N} machines.
CSV import: a field with a semicolon in quotes shifts all columns right. {N} rows affected, row {N00} first. RFC 4180, section 2.6.
Your tz data is old. {City} changed its rule, you did not. Everything after {month} is an hour off.
{Module} sends {N} requests for one screen. {N8} of them fail silently. I counted, because your support didn't believe me.
`),
	mid: phrases(`
{Module} is good. Keyboard shortcuts for it would make it great; at the moment Ctrl+S saves the web page.
Solid. Two nits: sort order in {module} isn't stable, and dates ignore the locale.
Works as documented, where documented. Build {build} is the most stable so far.
@nps| API 9/10, UI 6/10, docs 5/10. Geometric mean is your score.
`),
	high: phrases(`
Load time of {module} went from {d}.{d}s to 0.{d}s with build {build}. Whoever did that profiling: respect.
No data loss through {n} forced reboots, a dead switch and one {worker} with a mop. I tested the mop by accident.
Migration: {N},{N00} records, zero rejects, checksums matched. I checked because I don't trust anyone. I trust you slightly more now.
Changelog with actual reasons in it. Error messages that tell me what to do. You'd think that was normal.
`)
};

/** English by people who think in another language. */
export const visiting = {
	low: phrases(`
Since {n} weeks we wait for the answer, nobody is feeling responsible.
The support is very kindly but the solution is not coming.
In the beginning was all good, now is every month some problem with the invoice.
I have wrote already {n} mails, please to answer.
We pay like a big company and are treated like small one.
It is not user friendly how you say. My {workers} must click and click.
Please make that it works also when internet is weak, we are not in the big city.
The program hangs himself up every morning at {time}.
I become always an error. What mean "unknown"?
It was promised us other thing.
You have changed all without to ask. Now I don't find nothing.
How is possible that {module} is one week not working and nobody inform us?
Explication in the help is for the old version, the pictures are not the same.
Very disappointed of the installation, the responsible person is changing every week.
`),
	mid: phrases(`
Is good program, but for the {module} I need always help.
All OK, only the translation is a bit funny.
We are content, the price could be smaller.
It makes what it must.
Good, but the support speaks too quick for me.
In total I am satisfied. Little problems are solved with patience.
Nice, but please more colors in the {module}.
`),
	high: phrases(`
Very good program, my compliments to the team. Here in {city} all is working since {month} without one problem.
{Name} had much patience with my English, many thanks.
Since we have it, we sleep better. This is not a joke.
Quick help, friendly people, what want you more.
I have recommended already to {n} colleagues, all are happy.
Finally a software which does not steal me the time.
It functions! In my country we say: touch not the winning team.
The best what could happen to our {place}.
`)
};

export const emojis = {
	low: ['😡', '🙄', '😤', '👎', '😞', '🤦', '😩', '🤬', '💩', '😠😠'],
	mid: ['🙂', '👌', '🤷', '😐', '😊', '🤔'],
	high: ['😊', '🙏', '❤️', '👏👏', '🎉', '💪', '😍', '🌟', '👍', '🚀', '😄', '🙌']
};

/** How some people write when they write quickly. */
export const hurried: readonly (readonly [RegExp, string])[] = [
	[/\bplease\b/gi, 'pls'],
	[/\byou\b/gi, 'u'],
	[/\byour\b/gi, 'ur'],
	[/\bbecause\b/gi, 'cos'],
	[/\bpeople\b/gi, 'ppl'],
	[/\bminutes\b/gi, 'mins'],
	[/\bthank you\b/gi, 'thx'],
	[/\bthanks\b/gi, 'thx'],
	[/\band\b/gi, '&'],
	[/\bgoing to\b/gi, 'gonna'],
	[/\bwithout\b/gi, 'w/o'],
	[/\bwith\b/gi, 'w']
];
