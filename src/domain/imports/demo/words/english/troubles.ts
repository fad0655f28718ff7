import { phrases } from '../grammar.ts';

/** Work that was lost. */
export const lost = {
	low: phrases(`
{N} {jobs} gone after the update on {weekday}. Not moved, gone. [I have the printout from the day before.|Support asked whether I had deleted them. All {N}? By hand?]
@ET| A "sync conflict" ate a week of notes from {n} {workers}. [There is no history, no bin, no undo.|We found out when we wanted to invoice them.]
Notes on a {person} vanished. [Allergy notes.|In my trade notes are not decoration.|Years of them.] That must never happen. Never.
Restored from your backup. The backup was {days} old. Those {days} were the week I'd worked nights to [catch up|set up everything].
Merged two {people} with the same name into one. They're now getting each other's [results|invoices|appointments]. One of them found out things. [This is a legal matter now.|I had to ring both and apologise for you.]
@ET| An intern clicked "archive" and {n00} {jobs} disappeared from every screen. Reversible, you say. It's been {days}.
`),
	high: phrases(`
I deleted a whole month by accident at {evening}. {Name} brought it back before breakfast, with the notes. I nearly cried.
Laptop stolen on {weekday}, new one bought, logged in, everything there. [Worth the fee for that alone.|Slept well.]
@ET| When our {place} flooded in {month}, the only thing that was not wet was the calendar.
`)
};

/** About using it with eyes, hands and ears that differ. */
export const access = {
	low: phrases(`
I use a screen reader. Since the redesign every button on the board is called "button".
@ET| Our best dispatcher is blind. He worked with your old board for years. With the new one he can't work at all, and I have to look him in the eye. [Please. Fix. This.|Three tickets, no date.]
Grey on light grey. I'm {age}. Have mercy.
Can't be used without a mouse. I have [a tremor|one arm in plaster|tendonitis], so I'd know.
Captions on the training videos would be nice for those of us who don't hear.
The text can't be made larger without the columns falling off the right side.
`),
	high: phrases(`
Everything works from the keyboard. You can't imagine what that means to my wrists.
@ET| Our dispatcher is blind and faster than any of us. Your people listened to him for an hour and changed {n} things. He talks of nothing else.
Large print mode. Thank you. [Signed, {age}|My mother works with it too, she is {age}].
`)
};

export const wishes = phrases(`
Wish: copy a whole {day} to another week.
Can we please get dark mode. [Night shift says hi.|My eyes at {early}.]
I'd like to colour {jobs} by [payer|who brings the money|how late they are].
@nps| Would be a 10 with {wish}.
Missing: {wish}. Otherwise [all good|happy|no notes].
One wish only: {wish}. [I've voted for it on your ideas page since {month}.|There are {N00} votes on your ideas page.]
If you could add {wish} I'd stop [bothering you|writing this in every survey].
@ET| {Wish}, and a way to lock a day once it's planned. Then I'm happy.
Let me hide the parts I don't use, there are many.
@care| Reminders in {tongue}. A third of our {people} don't read English.
@teach| Let parents see one child, not the whole family tree.
@road| Please add the rest times to the route so that the plan is legal before I check it.
@shop| A way to note that a part is late, without moving the whole {job}.
An undo button. A real one.
@ET| Let each {place} have its own opening hours on public holidays. {City} has a carnival, the others don't.
Print view that fits on one page. Yes, print. Yes, in this century.
`);
