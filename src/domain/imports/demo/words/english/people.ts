import { phrases } from '../grammar.ts';

/** About a named human who helped. */
export const high = phrases(`
{Name}. [Give {name} a raise.|That's the whole review.|Ten points for {name} alone.]
Please tell {name} that it worked. [I forgot to say thank you.|And that I owe them a cake.]
{Name} remembered that we'd talked about my knee. In {month}. I don't know how you find such people.
If {name} leaves, I leave.
@ET| {Name} drove to us. Drove! {Hours}, with a laptop and a box of [pastries|doughnuts], because the line was too bad for a call.
{Name} is the reason I'm still here after {month}, and I'd like that to be read by somebody who decides about salaries.
I've never met {name}, I know nothing about {name}, and I trust {name} with my whole day.
{Name} said "I don't know, but I will by noon". By noon {name} knew.
@ET| My team has a sign on the wall: "Ask {name}". You may take that as you like.
@S| {Name} rang on my first day to ask if I was nervous. I was.
You have a {name} there who listens. Clone.
Shout-out to {name}!
{Name} sounds like someone who likes the job. You can't buy that. Well, you can. Pay {name} more.
I asked for {name} and got {name}. First time a company managed that.
Had {name} on the line while my [toddler|dog|printer] was screaming. Patience of a saint.
Everyone I've dealt with has been nice. {Name} was more than nice, {name} was right.
Whoever trained {name}, do the others too.
@ET| {Name} knows our three {places} by name and which one has the bad internet. We've had account managers who didn't know our company's name.
I've put {name} in my phone under "in case of emergency".
@ET| In {month} {name} told us not to buy something. I've trusted every word since.
`);

export const mid = phrases(`
{Name} is great. The system {name} has to work with, less so.
@nps| Score is for the product. For {name} it's a 10.
@nps| I give 7 for the software and a hug for {name}.
I'd follow {name} to another company. Make of that what you will.
@nps| {Name}: 10. The rest of the experience: {n}.
@ET| {Name} knows us. When {name} is off, nobody does.
`);

export const low = phrases(`
The only thing that works here is {name}, and {name} works alone, it seems.
{Name} did everything right and could change nothing. [Let your people decide something.|I'm angry for both of us.]
Since {name} left, nobody [answers|knows us|picks up].
@old,ET| We had {name} for {years}. Now we have an address with a ticket number. That's what the score is about.
`);
