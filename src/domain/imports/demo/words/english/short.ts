import { phrases } from '../grammar.ts';

/** Said in a hurry. */
export const low = phrases(`
no.
No
Nope
never again
bad
Slow.
too slow
Too expensive
Poor support.
no answer since {weekday}
still waiting
Still waiting.
Nobody calls back.
call me
Does not work for us
Didn't help.
not solved
Not fixed. Closed anyway.
Same problem as in {month}.
See ticket {ticket}.
see my last answer
see above
Where do I start.
Useless
Meh.
disappointing
It was better before.
Ask {own}.
You know why.
why do you even ask
[Four weeks. Four.|Six weeks. Six.|Nine weeks. Nine.]
Down again
bugs bugs bugs
Confusing!
frustrating
unacceptable
Hard work.
Wrong VAT number.
logged out again
waste of time
The new layout.
No phone number!
Price.
I want the old version back
unsubscribe
what happened to you
not good
Terrible {weekday}.
:(
rubbish
No reply.
Took forever
Nope.
buggy
too complicated
Clunky.
hopeless
lost data
robot answers
No idea what happened.
ignored
worse every month
really?
do better
expected more
slow slow slow
going in circles
👎
Two weeks. No answer.
still broken
`);

export const mid = phrases(`
ok
OK
Ok.
fine
Fine.
It's ok
good
Good, not great.
alright
does the job
Not bad.
so so
average
all fine
works
mostly good
Good but pricey
good but slow
decent
8 because nobody's perfect
Room for improvement
pretty good
It does what it says.
could be worse
no complaints
no comment
nothing to add
as expected
fair enough
could be faster
getting there
better than before
👌
🙂
ok I guess
It's a tool.
middle of the road
Fine I suppose
bit slow
OK, thanks.
it's alright
meh but ok
Good enough
Happy enough.
reasonable
nothing special
works, mostly
satisfactory
Solved.
sorted eventually
Took a while.
Average.
7/10
not sure yet
mixed
ok now
decent enough
`);

export const high = phrases(`
👍
👍👍
Great
Great!
great service
Perfect
perfect!!
Love it
love it ❤️
All good.
Excellent
excellent support
Easy.
easy peasy
Brilliant.
Spot on
Works every day.
thanks {name}
Thanks {name}!
thank you
Thank you.
Very happy
10/10
Quick and friendly
fast!
keep it up
Keep going.
Best thing we bought.
It just works
simple
Super
top
very good
Very helpful
saved my day
Lifesaver.
Ta {name} x
no notes
{name} is a star
💯
🙏
🎉
finally something that works
lovely
Lovely people.
Worked first time
problem solved
sorted, thanks
cheers
chuffed
wow
Nice!
👏
⭐⭐⭐⭐⭐
couldn't be easier
yes!
absolutely
No complaints at all.
Fast reply, thanks.
Good as ever.
magic
very pleased
A+
Thank god for {name}
happy days
smooth
Top marks
great team
you rock
`);

/** Says nothing, as real feeds do. */
export const nothing = phrases(`
n/a
N/A
na
-
.
...
x
none
None
nil
no comment
test
asdf
asdfgh
?
nothing
Nothing
no
yes
idk
??
--
skip
later
k
xx
no time
hi
I was asked to fill this in
wrong person
not my department
Sent from my phone
see email
`);
