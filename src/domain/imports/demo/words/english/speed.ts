import { phrases } from '../grammar.ts';

export const low = phrases(`
@ET| Monday morning, {time}, board down. Again. [Do you know what Monday morning is, for us?|Our phones melt on Monday mornings.|Monday. Morning.]
@ET| {N} {workers} stood in the yard for {mins} because the board would not load. I do the sums for you: that's [a full day's wage|more than your monthly fee].
Slow. [Slower than last year.|Everything takes four clicks and a coffee.|Slow slow slow.]
Every click a spinner. I've started counting: {N} seconds to open [tomorrow|one {job}|next week].
The status page was green while nothing worked. [All morning.|For {hours}.|I refreshed it myself, {N} times.] I can forgive an outage, not that.
Since the update in {month} the calendar takes {N} seconds to open on the [office computer|tablets|old laptop at the desk]. Before it was instant.
@ET| With [three|five|six] {places} on one screen it simply gives up. White page. [Every day around ten.|Reload, white page.]
@road| The board froze at {early} and the night shift sent {n} trucks to the same ramp. No joke. [Ask {city}.|We have photos.]
@care| The screen hangs exactly when {n} {people} stand at the desk. They watch me watch a spinner.
Down on {weekday}. Down on {weekday2}. [I am starting to print the day the evening before, like in 2009.|I keep a paper copy now.]
@S| It logs me out every {N} minutes "for security". I am alone in a [van|room]. Who is going to steal my calendar, the dog?
@ET| {Nth} outage this quarter. The apology mail is a template, [the date is from the last one|you forgot to change the date].
Search takes forever. I can find a {person} faster in the [paper file|filing cabinet], and I have tested this.
Sync delay of {mins}. In {mins} {a-worker} is already at the wrong address.
On the train it does nothing. In the cellar it does nothing. In half of our villages it does nothing. You build this for people who sit under a mast.
@ET| Fridays at four, when everyone books the next week, it crawls. You must see that in your numbers. [Surely.|Do you look?]
your server is either asleep or dead
`);

export const mid = phrases(`
Works well, a bit slow in the mornings.
Nothing wrong with it, just slow on [older tablets|the desk computer|Mondays].
@nps| Had one outage of {hours} in {month}. You told us early and honestly, so [it's a 7 and not a 3|no hard feelings].
@nps| Fast since the update, before that I would have said 5.
@ET| Quick with one {place} on screen, tired with all of ours.
Stable. Not fast, stable. [I'll take it.|In our business that counts for more.]
I like it. I'd like it more with {N} seconds less waiting per click.
Speed's fine in the office. From home it's a different story.
Better since {month}, still not what it was.
Every now and then it hangs for a bit, then pretends nothing happened.
`);

export const high = phrases(`
Hasn't been down once since {month}. [Not once.|I keep a list for my suppliers, yours is empty.]
It's fast. That's it. It's fast.
Whatever you did in {month}, the board now opens before I've sat down.
@road| {N} {workers}, {n} {places}, one screen, no lag. I hope your developers get cake.
The honest status mails. "We broke it, here's when, here's why." [Keep writing those.|I forward them to my own team as an example.]
@field| Works in the lift shaft. [I mean that literally.|Nothing else does.]
Even on my ancient phone it is quick.
Offline mode saved us in the [storm|power cut|snow]: no network for {hours} and not one {job} lost.
@dispatch,ET| Snow day, {N00} changes before nine, and the thing did not even blink.
It opens faster than my front door.
@ET| {N} people on it at once at eight in the morning and nobody's complained since {month}. They used to complain about everything.
Update at night, note in the morning, nothing broken. Perfect manners.
`);
