import { phrases } from '../grammar.ts';

/** What people put before the matter, and after it, by how they feel. */
export const before = {
	low: phrases(`
Look,
Honestly,
To be fair it used to be better, but
Sorry to be blunt.
I hate writing these.
Not angry, just tired.
Since you ask:
OK, once more.
Second time I write this.
Same as last time.
I wanted to give more.
The idea is good. But:
Short version:
Where to begin.
I'll keep it simple.
From the {desk} of a {size} {place}:
@nps| I hesitated between {low1} and {low2}.
For whoever reads this:
You asked, so here it is.
@old| After {tenure} I did not think I'd write this.
Nothing personal, but
Frustrating.
Right, invoices first? No. This first:
I nearly didn't answer.
My colleague told me not to bother, but
It's {evening} and I'm still in the {place}, so:
Speaking for the whole {place}:
I've slept on it.
Let me put it this way.
Sigh.
Dear Larkmoor,
To whom it may concern:
In a word: no. In more words:
I'm not the complaining type.
Sorry, this will be long.
You won't like this.
`),
	mid: phrases(`
Overall fine.
All in all OK.
Not much to say.
Mostly good news.
On balance:
Between good and very good.
Honest answer:
Plus and minus.
Fair to middling.
I like you lot.
No drama here.
Mixed feelings.
First the good:
Could go either way.
Let's put it like this:
Quick one:
Half full, half empty.
Dear all,
Hard to say.
`),
	high: phrases(`
Where do I start!
Short and sweet:
Credit where it's due.
I rarely fill these in.
I usually ignore surveys.
OK, I admit it:
No complaints, on the contrary.
Not sponsored, I promise:
Happy to say it:
For once something nice:
I'll be brief, {people} are waiting.
Writing this between two {jobs}.
I was sceptical.
@old| {Tenure} in:
My {worker} made me promise to write this.
Dear Larkmoor,
To the person who reads this:
Finally time to write this.
Something nice for your Monday:
I know you mostly hear complaints, so:
Right, praise:
My {people} should write this, but they don't know you exist.
Easy one:
Hand on heart:
I've been meaning to say:
It's {evening} and I'm in a good mood, so:
Not my style, but:
You can quote me:
`)
};

export const after = {
	low: phrases(`
Please [sort|fix] it.
Call me [any time after|before] {noon}: {phone}.
I'd like somebody to ring me, not write.
If nothing happens by {soon} we are gone.
I'm looking at alternatives, and I am not hiding it.
We have {people} waiting while you "look into it".
Is anyone [reading|listening to] this?
I expect an answer.
This costs us about {hours} a week.
It's costing me {people}.
That's {amount} I'll never see again.
I told you this in the last survey too.
My patience ends with the contract.
You were better than this.
It makes us look like amateurs.
What am I supposed to tell my {people}?
And no, I don't want a webinar.
I won't recommend you until it's solved.
Do better.
A simple "we messed up" would go a long way.
Ticket {ticket}, if it helps. It hasn't so far.
@ET| My {workers} have noticed, and they talk.
@ET| I have to defend this in front of my board on {weekday}.
@S| I can't afford this, I'm on my own here.
Everything else is all right.
I want to like it.
@nps| I'd happily give an 8 if this one thing worked.
Not holding my breath.
Unbelievable.
{n} points for effort.
Disappointing from a firm of your size.
Would be a shame to part over this.
I'm copying in my {boss}.
Over to you.
Surprise me.
Thanks for nothing.
I've got better things to do at {evening}.
{own}, still your customer, just.
My next renewal is in {soon}. Think about it.
Please don't answer with a link.
And please don't answer with a voucher.
Tell me I'm wrong.
I'd rather be writing something nice.
It's the small things. There are many of them.
`),
	mid: phrases(`
Rest is fine.
Otherwise happy.
Keep at it.
That's all.
Let's see.
Not a reason to leave.
Just saying.
You'll get there.
@nps| I'd be at 9 then.
Thanks for asking.
No rush.
Hope that helps.
Small stuff, I know.
If that changes I'll change my score.
I've learned to live with it.
It adds up, though.
More later.
I know you're working on it.
Nothing dramatic.
Would buy again, probably.
Cheers, {own}
Nice people, though.
@nps| Keep listening and it'll be a 9.
Same as last time, really.
`),
	high: phrases(`
Thank you.
Keep it up.
Don't change a thing.
Please don't get bought.
You've earned it.
We are staying.
I tell everyone.
Lovely.
Greetings from {city}.
Carry on.
That's how it should be.
I mean it.
You made my {weekday}.
Regards to {name}.
Send {name} my best.
Long may it last.
More of this.
Thanks from all of us at {company}.
@ET| The whole {place} says thanks.
@S| From one very small business: thank you.
@S| You have no idea how much that helps when you are on your own.
Chapeau.
@nps| 10, and I never give 10.
I'd give eleven.
Only the {module} could be prettier, but who cares.
And I'm hard to please, ask {own2}.
Well done.
You can print that.
Cheers, {own}
Gold.
Best money I spend.
Warm regards from a cold {place}.
And no, nobody paid me to say that.
See you at the next survey.
Tell your boss.
Happy to be a reference, just ask.
I sleep better.
Bravo.
My {people} notice too.
Same again next year, please.
{own}, happy customer
Greetings to the whole team.
`)
};

/** What a moody mind adds that has nothing to do with the question. */
export const asides = phrases(`
By the way, your survey doesn't work on my phone, the button is behind the keyboard.
PS: why does this form ask for my {place} every time? You know my {place}.
PS the link in your mail goes to the German page.
Also: nice new logo.
Also the hold music. Please.
(Written on a train, forgive the typos.)
(The 0-10 thing sits the wrong way round on a phone by the way, I nearly gave a 1.)
By the way I'm not {own3}. {own3} left.
PS. I am still waiting for the t-shirt.
@high| PS: my dog is called {name} now. Coincidence.
PS: sent from the {desk}, {n} {people} in front of me.
Ps say hi to {name}
I also answered this last week, I think.
`);
