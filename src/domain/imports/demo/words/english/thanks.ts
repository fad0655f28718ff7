import { phrases } from '../grammar.ts';

/** About everything and nothing. */
export const high = phrases(`
I recommended you to [two|three] other {places} last month.
{Tenure} and not one regret.
@care| Before, {n} of us spent the morning on the phone. Now {n} of us spend it with {people}. That is what I tell everyone who asks.
I get home on time. My daughter noticed before I did.
You do one thing and you do it properly. [Don't let anybody talk you into a second one.|That's rare.]
@S| I used to do the diary on Sunday evenings, crying sometimes. Now I watch the football.
I told [my brother in {city}|the whole business breakfast|the other parents] about you. [He has it now.|Two signed up.]
It simply works. Can't say that of [my car|the coffee machine|anything else in this building].
The only software here nobody complains about.
@ET| Nobody thanked IT for anything in years. This week {n} people did.
@old| With you since [the beginning|version one|the days of the fax]. You got bigger and stayed decent. [Please stay.|Don't sell.]
Makes me look organised. I'm not.
@human| A {person} told me we're the only {place} that ever called her back. It was your waiting list that did. I took the compliment.
@home,ET| My {workers} see on the phone that Mrs {family} likes to be asked about her garden. That's not software, that is care. But the software remembers.
@S| Because of you I took my first week off in [four|six|five] years. People booked, people were reminded, I was on a beach.
Good people. Good product. Thank you.
Love it. [Won't say more or you raise the price.|My whole family has to hear about it.]
I used to have two phones, a wall chart and a stomach ulcer. Now I have this.
My accountant asked what changed this year. This did.
It's boring in the best way. Nothing happens. It works.
@ET| New {workers} are on it within an hour. I don't even show them, the others do.
@ET| We argued about it for a year before buying. We haven't argued about it since.
The thing I like: it never makes me feel like I'm the one who's stupid.
@S| I do {jobs}. I don't do computers. With this I don't have to.
I'm typing this on a {weekday} at {evening} from the sofa, because I CAN be on the sofa on a {weekday}.
My {people} say thanks for the reminders. I say thanks for the quiet.
Nothing to improve, and I've looked.
You make a small {place} look like a proper one.
@ET| There's a before and an after. Before, I knew where my {workers} were because I asked. After, I know and they've stopped being asked.
@care| One less thing to be afraid of at seven in the morning.
Honestly? I'd miss you.
@ET| Our {places} used to blame each other. Now they look at the same screen and blame the weather.
@old| I've stopped noticing you. I mean that as a compliment, like a good chair.
@teach| My {people} turn up. On time. With the right book. I don't know what you put in those reminders.
@field| The {worker} arrives, the {person} is home, the part's in the van. Three things that never happened on the same day before.
@shop| Saturday, {N} {jobs}, nobody shouted. That's new.
`);

export const mid = phrases(`
No complaints.
Happy, not in love.
It's fine. It's software.
Does the job. Nobody sings about it.
Good, with room for better.
Does [70%|80%|nine tenths|85 per cent] of what I need and doesn't get in the way of the rest.
Would recommend, with a footnote.
@nps| A solid [7|8]. I never give tens. My father didn't either.
We get along.
@old| After {tenure} you know each other's weaknesses. [Fine by me.|Like a marriage.]
I'm content. I'd be more content if I heard from you outside of surveys.
@ET| The team is happy, I'm neutral, finance is finance.
Good enough that I've stopped looking. Not good enough that I tell people.
Useful. Could be prettier.
@nps| Between a 7 and an 8, depending on the day you ask. Today it rains.
Fine for what we pay.
Nothing wrong with it. Nothing that makes me call my friends either.
A good workhorse. Bit stubborn on Mondays.
It replaced three things and does each of them at about eighty per cent.
I'd give half points if I could.
@S| It's good. I'm just not sure somebody my size needs it.
@ET| Depends whom you ask. The office: 9. The {workers}: 6. I'm the one filling in the form, so.
It's become part of the furniture.
Better than expected, not as good as hoped.
Ask me on a good day and it's a 9.
Steady. I like steady.
It'll do. My wife says that's what I say about everything.
`);

export const low = phrases(`
I don't recommend things I have to apologise for.
Used to be good.
It's a struggle. Every day a bit.
I've stopped expecting anything.
Nobody here likes it, nobody dares to change it.
Looks nice, works badly.
Disappointed. [I had talked my partners into this.|I was the one who wanted it.|I'd recommended you to a friend. He no longer takes my advice.]
It makes easy things long.
We spend more time serving the system than the {people}.
You've become one of those companies.
What I need is someone who [listens|calls back|knows what {a-job} is]. What I get is a survey.
@old| {Tenure} a happy customer. The last [six|nine] months have eaten that up.
Every week a new button, every week the same bugs.
I'm tired of explaining it. Read the last three answers I gave.
@ET| When my own {workers} ask me why we still use this I have no answer left.
Would I recommend? To a competitor, yes.
I open it because I have to.
It used to fit us like a glove. Now it's a glove for someone with six fingers.
You can feel that nobody who builds it has ever had to use it with a queue at the door.
@ET| We've built so many workarounds that the workarounds need training.
I don't hate it. I just wouldn't wish it on a friend.
Every promise I got this year began with "soon".
@ET| I could live with the bugs if somebody talked to us about them.
Half of my {day} goes into telling {people} that "the system" is sorry.
I pay for a service and I get a hobby.
More features, less working.
I'm not the customer you want any more, am I? I can feel it in every mail.
@S| It's made for big ones now. I'm what's left over.
It would be fine if it worked the way it did in {month}.
`);

export const awful = phrases(`
Utter rubbish.
Worst {amount} I spend every month.
Not fit for purpose. [I'd like my money back.|Any purpose.]
I have wasted {weeks} of my life on this.
What a bloody shambles.
Absolute shite since the last update.
You don't give a damn, so why should I.
Are you [kidding|fucking kidding] me? Down AGAIN?
I would give minus ten if the form let me.
A joke. A bad one. {amount} a month for a bad joke.
Whoever designed this has never met a {person}.
Piss-poor. Sorry, but it is.
I've lost {n} {people} over this. Not logins. [People.|Actual human beings who paid me.]
Stop sending me surveys and fix the damn {module}.
Get someone to call me. A person. Today. {phone}.
This is the last time I fill in one of these.
How are you still in business.
Crap. Pure, expensive crap.
My {workers} call it "the punishment".
I'm ashamed I chose this.
`);

/** Said before a complaint by those who are content on the whole. */
export const faintPraise = phrases(`
Good product.
Like the product.
I like the {module}.
The {module} is good.
Nice people.
Mostly happy.
Happy with the {module}, less so with this:
Love the {module}, however:
Reminders: great.
Support is lovely.
Works well most days.
@ET| The team likes it.
@S| Handy little thing.
Does a lot right.
It has saved me time, no question.
Nothing against {name}, who is very good.
Solid tool.
{Tenure} and mostly content.
@nps| Could be a 9.
`);
