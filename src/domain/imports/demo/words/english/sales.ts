import { phrases } from '../grammar.ts';

export const low = phrases(`
@early| In the demo it did [payroll|multi-depot|the thing we bought it for]. It turns out the demo does that. The product doesn't.
@early| Salesman: "Of course it does that." It doesn't do that.
@ET| We signed because of {n} features. One exists, one is "in beta", [the others|the rest] nobody at your end has heard of.
@early| {Rep} promised us {name2} as contact, free training and the old price. {Rep} has left. His promises seem to have left with him.
@ET| Your rep calls me every week about Premium and has not once asked about ticket {ticket}.
I got a call wishing me happy [birthday|anniversary with Larkmoor] and offering an upgrade, on the day you were down. Read the room.
@early,ET| "No minimum term", it said on the slide. Page {N} of the contract disagrees. [I kept the slide.|Lawyers now.]
I asked for the [AI|smart] planner you advertise everywhere. There's a waiting list. You're selling a waiting list.
@early| Oversold. [It's a decent calendar, but I was promised the moon.|Like the product, distrust the people who sold it.]
`);

export const mid = phrases(`
@early| Product OK, sales talk was from another planet.
@early| A bit less than promised, a bit more than we had.
Roadmap sounds great. It sounded great [last year|in {month}] too.
@early| The salesman said two things that were not true and one that was: it does save time.
`);

export const high = phrases(`
@early| {Rep} told me what it could not do before I signed. That's why I signed.
@early| Did what the salesman said it would. I've been buying software since [1994|2003] and can count those on one hand.
@ET| {Rep} talked us out of the big package. We have bought it since, in our own time.
@early,S| Nobody tried to sell me anything. I just tried it and it worked.
`);
