import { phrases } from '../grammar.ts';

export const low = phrases(`
{Pct} more than last year for exactly the same thing. [The mail called it "simplifying our plans".|"To serve you better".|No warning, no reason.]
@ET| Renewal came with a price rise of {pct}, four days before the deadline. [That's not a negotiation, that's an ambush.|Procurement is now looking around, and I let them.]
The feature I bought it for has moved to the bigger plan. [Same price, less product.|So now I pay twice for it.|I was told on the day it vanished.]
@S| {Amount} a month doesn't sound like much to you. It's {n} {jobs} to me.
@S| I earn by the hour and you charge by the "seat". I am one person. I have one seat. I'm sitting on it.
@ET| You sell by user, so half of my {workers} share a login. We both know that's daft.
@old| New customers pay less than I do, after {tenure}. [I saw the offer on your own website.|My sister-in-law signed up last month: half.|Loyalty costs extra, apparently.]
@ET| Asked for a quote for {N} more seats. Got a meeting. Asked again. Got a bigger meeting.
Paying for reminders by the message is fine until the price per message doubles in [a footnote|an update of the terms|small print].
Too expensive for what it is. [It's a calendar.|A good calendar, but a calendar.|I use a tenth of it.]
@ET| Three-year contract or {pct} on top. Our last three-year contract was with the coffee machine people and I still hear about it.
@ET| The auto-renewal date was two days before the renewal reminder. I'm told that is [legal|"in the terms"].
Every time I need something it is in Premium.
the price went up and the product went sideways
@ET| Budget cut by {pct} on our side, nothing to give on yours. I understand margins. Understand mine.
@old| I was here when you were {n} people in a rented room and I paid less and got more.
@ET| We've asked for a three-{place} discount. You gave us a webinar about value.
You took a free thing, put it behind a wall and called it a gift.
Value for money was the reason we came. It's now the reason we're looking.
I don't mind paying. I mind being surprised.
@S| When I'm ill I earn nothing and pay you the same. Others have a pause button.
`);

export const mid = phrases(`
Renewed. [It's fine.|No drama.|Didn't think long, which says something, and didn't cheer.]
Does what it should, costs a bit more than it should.
@nps,ET| Renewed for a year, not for three. [Show me the roadmap first.|Ask me again in {soon}.|You can read that as a 7.]
Worth it as long as the price stays [where it is|put]. It didn't stay put in {month}.
@S| A bit pricey for a one-woman business, but it saves me the Sunday evening on the phone.
@ET| The price is fair, the way you announce changes is not.
Good value on the old plan. [I do not plan to find out about the new one.|Please let me keep it.]
@ET| The renewal was painless. [Almost suspicious.|Two clicks and a signature.] The discount could have been larger.
I would pay more for less, honestly: half of these menus I never open.
`);

export const high = phrases(`
@ET| Renewed for three years. Please do not touch the dispatch board.
@ET| Renewed before the reminder came.
Pays for itself by [the second Tuesday of the month|the fifth of each month]. I worked it out.
Costs less than the {jobs} we used to [lose|forget] in a week.
@S| {Amount} a month and no more missed {jobs}. I spend more on coffee.
@ET| My finance director questions every line of the budget. Not this one [any more|since she saw the no-show numbers].
@ET| We looked at [three|four] others before signing again, as we have to. It took an afternoon to come back to you.
@old| {Tenure} with you and the price has gone up once. I noticed, and I appreciate it.
Worth every {cent}.
@ET| You rang before the renewal and suggested a smaller plan. I've told that story [at two conferences|to everyone who'd listen]. Renewed, obviously.
Fair price, clear contract, can leave when I like. So I stay.
@ET| Signed again. The whole discussion on our side was "do we still like it?" - "yes" - "next item".
I cancelled two other subscriptions. You stay.
@ET| The only supplier contract I sign without calling my lawyer.
@ET| Renewal took less time than [parking|the coffee].
@S| I've done the sum with and without. With wins, by about {n} {jobs} a month.
No surprises on the bill in {tenure}. You know how rare that is.
Renewed. Didn't even open the competitor's mail.
`);
