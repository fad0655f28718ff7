import { phrases } from '../grammar.ts';

export const low = phrases(`
@new,ET| {Weeks} in and we still cannot get our second {place} live. Every call starts with me explaining it all [again|from the beginning].
@new,ET| {Name} was going to be our onboarding contact. Then it was {name}. [Now it is a shared inbox.|Now it's "the team".|This week it is nobody.]
@new| The setup checklist has {N} steps. Step {n} needs something from step {N}, and step {N} needs [an answer from you|a person at your end]. [So here we are.|I gave up there.|Circular.]
@new| [Four|Three|Five] different people have asked me for the same customer list. I have sent it [each time|every single time]. It is still not [loaded|in there|imported].
@new,ET| We were told two weeks to go live. [It is week {N8}.|{Weeks} so far.] [My {workers} have gone back to the whiteboard.|We run both systems side by side and trust neither.]
@new| The welcome call was cancelled [twice|three times], the last time {mins} before it was due to start. I had moved {jobs} for it.
@new,ET| Nobody told us the import drops opening hours. We found out on Monday when {N} {people} stood in front of a locked door.
@new| Honestly I expected someone to hold my hand for [an hour|the first day]. Instead I got a link to [a video from two versions ago|forty-one help articles].
@new| [Day|It's day] {N}. Still on "we are preparing your workspace".
@new,ET| Our go-live date has moved {n} times and not once because of us.
@new| Imported my contacts, lost every second phone number. [Nobody at your end noticed.|I noticed when a {person} did not turn up.|Re-typed them by hand over the weekend.]
@new,ET| The onboarding specialist was reading from a script for [hotels|restaurants|a gym]. We run {places}. She didn't [know|ask].
@new,care,ET| We have {N} {workers} with part-time contracts and your setup wizard assumes everyone works nine to five. [Asked for help on day one. No help came.|We asked. Silence.]
@new,road| No one asked us how a night run works before building our board. {A-job} that starts at {evening} and ends at 5 am shows as two half {jobs}. We pointed this out in [the first call|week one].
@new| I pay since the first, I use since never.
@new,ET| The training was at [7 am|6 in the morning] our time [because "that is when the slot is"|with no recording]. [Three|Two] of my {workers} came in for it on their day off and it was about [a module we don't have|invoicing, which we did not buy].
@new| Whoever decided to replace the onboarding person by a form should have to fill in the form.
@new| {Tenure} in. I have spoken to {n} people. I have sent {N} {jobs} through the system, all of them called TEST.
@new,S| I'm one person with a [van|phone and a diary|kitchen table]. I don't have a "project lead" or an "IT contact", and your form won't let me leave the boxes empty.
@new,ET| Setup asks for a CSV, rejects the CSV, and does not say which line. There are {N00} lines. I found the comma in the end (line {N00}, a {person} called "O'Neill, [Mrs|Dr]").
Onboarding was [a long time ago|two years back] and I am still finding things nobody [showed|told] us. Last week: you can drag {a-job} to another day. I had been [deleting and retyping|copying them by hand].
@ET| New {workers} need [half a day|two hours] with me before they dare touch it. There is no beginner mode and the training videos show [screens that no longer exist|the old menu].
@ET| We opened {a-place} in {city} in {month} and had to do the whole onboarding again as if we were strangers. [Copy settings from the first one? Not possible.|Nobody thought to copy the first one.]
`);

export const mid = phrases(`
@new| Fine so far. The first week was confusing, [the second less so|then it clicked|it gets better].
@new| Setup took {days} instead of the two you advertise, but it [works now|runs|has been steady since].
@new,ET| {Name} did a decent job getting us live. The handover afterwards [could have been warmer|was a link and a goodbye].
@new| Too early to say. Ask me [again in a month|when I have been through one month-end|in {soon}].
@new,ET| Half of the team loves it, half of the team [prints it|still writes on the wall calendar]. [Usual story with new software.|Give us another month.]
@new| Good product, thin instructions. I learned more from [a stranger's video|my nephew|clicking around] than from the welcome mails.
@new| Easy to start, hard to finish: the last {N8} settings took [longer than everything before|me a whole evening].
@new,ET| Import of the {people} went well, import of the {jobs} less so ([dates in American order|all at midnight|one hour off]). Fixed within {days}.
@new| The onboarding call was good. [Would have liked a second one after a week of real use.|It came a week too late, though.]
@new,S| Took me a Sunday to set up. [My wife was not pleased but it works.|No complaints, I just wish it had been a Saturday morning.|The reminders alone are worth it.]
@nps| Going live was rough, living with it is fine. I would give the first month a 4 and the [last year|time since] an 8.
@ET| {Place} number two went much smoother than number one. Somebody [learned something|took notes|listened].
@new| Good welcome, then a hole, then good again.
@new| The mails came in the wrong order. I got "You're all set!" before the password.
@new,ET| We were ready before you were. Works now.
@new| I'd skip the video and keep {name}.
@new| It took longer than it said on the box. Then again, so did our kitchen.
`);

export const high = phrases(`
@new,ET| Live in {days}. [I had planned a month.|I still don't quite believe it.|Our last system took a year.]
@new,ET| {Name} stayed on the line until the last {worker} had logged in. That was at [twenty past six|half seven] in the evening.
@new| From sign-up to the first real {job} on the board: {mins}. I timed it because I didn't believe the website.
@new| I was dreading the switch. It turned out to be [one afternoon and a biscuit|a quiet Tuesday|less work than finding the old password].
@new,ET| {Name} asked how our day works before showing a single screen. [Nobody selling software has ever done that here.|That was when I relaxed.]
@new| Import worked first time, umlauts, apostrophes and all. {N00} {people}, not one broken.
@new,S| Set it up on my phone between two {jobs}. [First reminder went out that evening.|Booked out by Friday.]
@new,ET| We moved {N} {workers} over in a week and [nobody cried|I lost no one|the phones kept ringing normally]. Thank {name} for me.
@new| The sample {jobs} you can break without breaking anything: brilliant. I learned it by wrecking it.
@new| Clear steps, one person, one phone number. [That's all anyone wants.|Keep it that way.|More companies should do this.]
@new,ET| Best go-live I have been through, and I have been through [four|five|several]. {Name} caught the [double time zone|holiday calendar|duplicate depots] problem before we did.
@ET| Opened our {nth} {place} last month. Copied the settings from {city}, changed the phone number, [done by lunch|had a coffee, done].
@new| My [business partner|husband|wife|boss] gave it until [Christmas|the end of the month]. It took until Thursday.
@new,ET| I've rolled out software to {places} for [eleven|fifteen|twenty] years. First time I'd call it pleasant.
@new| A checklist that I could actually tick. Small joys.
@new| Up and running before the old contract ran out, with {days} to spare.
@new| {Name} asked what I was most afraid of. "Losing the numbers." We started with the numbers. None lost.
@new,ET| We had our first full day on it and at four o'clock somebody asked when it would start. It had.
@new,S| I thought I'd need a week and a nerd. I needed a pot of tea.
@new| From the first mail on I knew who to ask. It was {name}, and it stayed {name}.
`);

/** About onboarding in EMEA since its specialists were pooled. */
export const pooled = {
	low: phrases(`
@new,pooled| Since you "pooled" the onboarding team [nobody knows our account|every mail is answered by somebody new|nothing moves]. Before you ask: yes, I have written to [onboarding@|the team address]. {N8} times.
@new,pooled| In the sales call it was "your dedicated specialist". Now it is "the EMEA pool" and a waiting list of [nine|eight|twelve] working days.
@new,pooled,ET| [Every|Each] handover note says "waiting for customer". The customer is me. I am waiting for you.
@new,pooled| The first specialist was great for [one week|six days]. Then there was a [reorganisation|"new structure"] and I have started from zero [twice|again].
@new,pooled,ET| We go live on the {date} with or without you. At this point I would say without.
@new,pooled,ET| {Name} knew us. Then came "the pool" and now I explain {jobs} to a different voice every week. [Week {n}.|Voice number {n}.]
@new,pooled| My go-live has been "re-planned by the regional team". I've never spoken to the regional team. Is there one?
@new,pooled| Asked for {name}, was told that onboarding is "a shared responsibility" now. So nobody's, then.
@new,pooled| Until {weekday} I had a person. Since then I've had a queue. {N8} working days, says the mail.
@new,pooled,ET| I don't know what you changed in onboarding lately, but the people who signed before us tell me theirs was wonderful. Ours isn't.
`),
	mid: phrases(`
@new,pooled| The tool is good. Getting an answer from onboarding takes [five|six|seven] working days at the moment, so I mostly [help myself|guess].
@new,pooled| Good product, orphaned onboarding. [Who's my contact?|I've had three contacts, and none.]
@new,pooled| It works by now, no thanks to "the pool". {Name} on the phone helped me privately, as it were.
`)
};
