import { phrases } from '../grammar.ts';

/** Said on the way out. */
export const low = phrases(`
Cancelled. [Too expensive, too slow, too many mails.|I asked for help three times. That's three chances.|No hard feelings, no soft ones either.]
Switched to {rival}. [They answered the phone.|Half the price and it works in the cellar.|It's uglier. It doesn't fall over.]
@ET| We move to {rival} on the first. You had {months} to fix {one-thing}. I told you each month.
@ET| New owners, new system, nothing I could do. I'd have stayed.
@S| Closing the business. [Knees.|Rent.|It was a good run.] Nothing to do with you. Thank you for the reminders, my {people} will miss them more than me.
@S| I'm going back to paper. Laugh if you like. Paper has never asked me for a password.
@S| Can't justify {amount} a month when I have {n} {people} left.
@ET| We lost the contract in {city}, so we lose the {place}, so you lose us. In that order. Not your fault.
You let me cancel in one click. If everything else had been that easy I'd still be here.
I wanted to cancel in {month}. I found the button in {month2}.
I don't leave because of the price. I leave because [nobody called back|of ticket {ticket}|in {tenure} nobody once asked how we work].
@ET| We outgrew you. Or you under-grew us.
@ET| The {workers} voted. {N} to {n}. I abstained.
You only noticed me when I pressed cancel. Suddenly a [discount|phone call|"success manager"].
@new| Gave up before it started.
@new| Never got it running. [Paid three months for an empty calendar.|Nobody's fault, or everybody's.]
@ET| After the outage in {month} the partners lost trust. I defended you as long as I could.
Got bought by a chain that uses {rival}. [I cried a bit.|Send condolences.|Nothing I can do.]
I'm retiring. It's a 10 from me, whatever the form says about "reason for churn". You kept my days in order for {tenure}.
@human,T| My partner in the practice died and I can't keep it open alone. Please stop the reminders from the {date} on. {n00} {people} will get a letter from me instead. Your {name} was very kind on the phone.
not using it
too complicated for me alone
i dont need it anymore
too dear
moving to {rival} sorry
Please delete my data and confirm. [In writing.|All of it.|I've asked once before.]
@ET| {Rival} offered to do the whole migration for free. I didn't even ask them. That's the difference.
You got worse and dearer in the same year. Pick one.
`);

/** Said by those who left us for, or came to us from, somebody else. */
export const rival = {
	low: phrases(`
@ET| {Rival} shows this on one screen. I know because I'm looking at it. Trial ends Friday.
My [neighbour|brother-in-law|friend in {city}] has {rival} and doesn't stop talking about it. I used to be the one who didn't stop talking.
Everyone else can send reminders by [WhatsApp|voice|letter] by now. [You still "evaluate".|{Rival} can. Since {month}.]
@ET| We've started a pilot with {rival} in {city}. Thought you should hear it from us.
`),
	high: phrases(`
Came from {rival}. [Should have come sooner.|Never again.|It's like taking off wet shoes.]
@ET| We tried {rival} for {weeks}. My {workers} started a petition. We're back. Frame this.
{Rival} called with a better price. I told them what your {name} did in {month}. Silence on the line.
@early| Third system in {years}. Last one, I hope.
`)
};
