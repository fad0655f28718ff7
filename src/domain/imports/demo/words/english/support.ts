import { phrases } from '../grammar.ts';

export const low = phrases(`
Ticket {ticket} has been open for {days}. The last message in it is mine. So are the {n} before that.
[Four|Three|Five] people, four answers, [none of them right|all different]. {Ticket}, if you want to read it with popcorn.
I explained the problem to the chat robot, then to a person, then to another person who asked me to explain it to the robot.
You closed my ticket. The problem isn't closed. I can see it [from here|right now|on the screen next to this form].
"Have you tried another browser" - yes. Yes. All of them.
{Hours} on hold on a {weekday} morning. [The music is nice.|I know the music by heart.|I have {jobs} to run.]
@road| When {a-worker} stands at a closed gate at {early} and your emergency line says "our office hours are", [the word emergency means nothing|what exactly am I paying for].
Every reply starts with "I understand your frustration". [No you don't.|You don't, or you would fix it.|It has become a joke in our office.]
@ET| We pay for priority support. I'd be curious to see what the others get.
First answer: {days}. Second answer: it's a known issue. Known to whom? [For how long?|Not to me, and I asked.]
The person was friendly and could do [nothing|nothing at all]. Not her fault. [Give her some buttons to press.|Give {name} the rights to fix things.]
Sent screenshots, a video, the log, and my mobile number. Got an article.
It took [eleven|nine|fourteen] mails to find out that the feature is not in my plan. [The first mail could have said so.|I asked that in mail one.]
@ET| Support at the weekend is a lie. On Saturday at {time} the whole {place} stood still and the first sign of life came Monday, {time}.
@faraway| By the time you wake up our day is over. Every question takes [two|three] days because each "can you try this" costs one night.
@faraway| Your office hours are our [bedtime|night]. Please put somebody in our time zone, we also pay.
Was passed on to "the team responsible". Who, when, how do I reach them? [Nothing since.|That was {month}.|The trail ends there.]
I rated the last ticket 1 and someone rang me to ask why. I told him. He thanked me. Nothing else happened.
Your reply answered a question. It wasn't mine.
It was solved in the end, by my [nephew|daughter|neighbour]. He's [14|16|twelve].
no phone number anywhere. i have a business to run i cant sit in a chat window
Wait for reply. Reply is "can you confirm your email address". It is the address I am writing from. Wait another [day|two days].
Nobody reads. I wrote "{module}" and got a page about "{module2}".
Three times the same question from three people: which plan am I on. You know which plan I'm on. You send me the [bill|invoice].
Answer came after {days}. By then I'd [found it myself|given up|built a way round it].
Your help pages answer questions that nobody has.
@ET| I have {N} {workers} and one problem. You have one problem and {N} departments.
The call was recorded for training. I do hope somebody gets trained.
"Escalated to the product team." I've heard that sentence {n} times since {month}, always in a friendly voice.
Your chat closes after {n} minutes of silence. I was on the phone with a {person}. Start again, name, account, problem.
I was told to send a screen recording. I'm {age}. I sent a letter. Nobody answered the letter.
@S| I wrote on a Friday evening because that's when I do my office. The answer came on Tuesday and asked me to try it "now".
The fix broke something else. The fix for that broke the first thing.
Had to call {n} times until somebody believed me. [It was the server.|It was you.|It was on your status page the day after.]
{Name} promised to ring me on {weekday}. It's {weekday2}.
Got an answer in [German|Spanish|Dutch]. I don't speak it. It was probably nice.
"Works on our side." Well, bravo for your side.
@road| The night line exists, I'll give you that. The man at the other end can open a ticket for the morning. I've got {N} {workers} out NOW.
@care| While your people asked me for log files I had {n} {people} at the desk and one of them was crying.
My question: yes or no. Your answer: {N} lines, no yes, no no.
Somebody changed my settings while helping me and didn't say which. I found out a week later, from a {person}.
Every ticket gets a new number, so I can't even prove that this is the {nth} time.
I pressed "not solved". The ticket closed itself anyway after {days}. So who is that button for?
It was easy to reach you, hard to get anything out of you.
Your answer contradicts your help page, and both contradict what I see.
I've been a polite customer for {tenure}. It gets you nowhere.
After {n} mails {name} asked me what the question was.
You fixed it for "new accounts". Mine is old. So?
Waited {hours} for a call-back, missed it by one ring, back to the end of the queue.
I've a screenshot of your bot saying "Great, I'm happy I could help!" It couldn't.
@ET| Support blames our network. Our network blames support. I've got {N} {workers} and no {module}.
Every answer is signed by "The Team". Who's that?
All I wanted was a yes.
The form has {N} categories. Mine isn't one of them.
`);

export const mid = phrases(`
Problem solved, took {days}. [Could be faster, could be worse.|OK.|Friendly though.]
Got there in the end. The second person understood it in {mins}, the first one [never did|needed three mails to misunderstand it].
Support is good when you reach someone. [Reaching someone is the sport.|Before ten o'clock you have a chance.]
Answer was right, a bit copy and paste. [I'd rather have two honest lines.|Felt like talking to a leaflet.]
{Name} was helpful. I only wish I had not needed help with [something this basic|changing a phone number].
Quick first reply, slow second one.
Workaround works. It's still a workaround. [Please fix it properly.|I'll believe the fix when I see it.]
Fine. I'd have liked to be told when it was fixed instead of [finding out by accident|trying every morning].
Easy enough. Chat, {mins}, done, although [I had to log in twice|the bot wanted to chat first|he called me {own3}].
@nearby| Better than last year. Somebody answers before lunch now. [Keep going.|Long may it last.]
The answer was in the help centre all along, under a word I'd never have looked for.
Took {n} mails, should have taken one. Nice tone throughout.
First time the phone, second time the chat. The phone is better. By a lot.
Solved, but I still don't know what it was. [I'd like to.|Do you?]
I got what I needed. The way there had {n} forms in it.
{Name} is quick, the portal isn't.
OK once I'd been passed to {name}.
Fair. Half a day is fine for me, it wasn't urgent.
@ET| Fine for small things. For bigger ones we've learned to ask for {name} right away.
Kind people. I'd trade a bit of kindness for a bit of [authority|speed|knowledge of {module}].
Could you add the ticket number to the subject line? Otherwise no complaints.
Chat's good. The survey after each chat is not. This one makes {n} this month.
The explanation was long and the solution short. Other way round next time.
Settled in {mins}, of which half was waiting music.
It works again. Nobody could promise that it'll stay that way.
@S| Had to wait until the evening for an answer, but then so do my {people}.
Almost there: the fix works on the computer, not yet on the phone.
It was sorted, after a detour via two countries.
Good answer to half of my question. The other half is still out.
I'd have found it easier to call.
Decent. {Name} was new, I think, and learning. We've all been there.
Helpful once they looked at OUR account and not at a demo one.
Quick fix. I asked for the cause as well. Nothing so far.
Friendly, correct, a bit out of breath.
Got a solution and, separately, {n} mails asking if I'd got a solution.
`);

export const high = phrases(`
Your support answered at {evening} on a Sunday. [I was not expecting that.|I only wrote to get it off my chest.]
{Name} solved it in {mins} and then stayed on to show me [a trick with the waiting list|two shortcuts I now use every day|how to stop it happening again].
One mail, one answer, done. {Name}.
@ET| Our {worker} locked himself out at {early}. By {early2} he was back in and on the road. Whoever was on shift: [legend|thank you|drinks on us].
Didn't make me feel stupid, and it was a stupid question.
She rang back when she said she would. [You'd be surprised how rare that is.|On the minute.|I had already written it off.]
Solved before I had finished typing, it felt like.
I reported a bug on Monday. On Thursday there was a fix, and a note with my name in it. [Made my week.|I showed everybody.|Who does that?]
Proper humans, proper answers.
@nearby| Night and day since the Singapore team took over. Asked at {early}, solved before [morning tea|the first {job}].
@nearby| {Name} in Singapore rang me instead of writing. {Mins}, done. Until last year this would have been three days of mails.
@nearby| Finally support that is awake when we are!
{Name} owned it from start to finish. No "I'll pass you on", no ticket ping-pong.
I was rude (sorry, bad morning) and {name} was kind and quick all the same.
@S| I'm the smallest customer you have, and nobody let me feel it.
They admitted the mistake in the first sentence. After that I'd forgive a lot.
Explained it [in plain English|without one technical word], twice, because I asked twice.
@clinic| We could not send reminders on the morning of the flu clinic. {Name} [sent them from your side|had it going in {mins}] while I was still reading out error messages. {N00} {people} came.
Asked {name} a question that wasn't even about your software. Got an answer.
{Mins} from "help" to "thanks".
I've had worse service in hotels. Much worse.
{Name} didn't know, asked a colleague, came back, knew. In {mins}. So that's how it's supposed to work.
No script. That's what I noticed. She just talked to me.
Rang. Somebody picked up. I nearly hung up from shock.
@ET| {Name} spotted that our question was really a different question, and answered that one.
You sent a video, made for me, with my own {module} in it. {Mins} of somebody's work for one small question.
The bug I found wasn't my fault, and {name} said so before I could ask.
It was my mistake in the end, and {name} was very elegant about it.
{Name} wrote back on the Thursday to ask whether it was still working. It was. I'd have been happy with just the fix.
Fast, correct, funny. Pick three.
@road| Called at {early} from the {desk}, no password, no account number, voice shaking. {Name} said: "First tell me where your people are." We found the rest later.
@care| Our line was down, waiting room full, and {name} moved the whole morning to {city} with me on speaker. I've worked with doctors who are less calm.
@S| I was sitting in my [van|car|kitchen] close to giving up the whole thing and {name} talked me through it, one button after the other. Took {mins}. Thank you for your patience with an old dog.
Nobody tried to sell me the bigger plan while fixing my problem. Noticed. Appreciated.
A real answer to a real question, and it had a sentence about why. I like to know why.
Second time I had {name}, second time brilliant.
Chat, {mins}, sorted, and a joke about [printers|Mondays|time zones] on top.
They fixed it and then they fixed the help page as well. I checked.
I got a phone call. From a person. Who'd read my ticket. In {year}!
Was ready to leave a 1. Then {name} called.
@ET| Our {worker} doesn't like to phone. After {name} she said: "That wasn't so bad." Highest praise she has.
Easy: I asked, you did it.
Thought it would be my whole {weekday}. It was {mins}.
Even the automatic reply was useful, and that's a sentence I never thought I'd write.
You can hear when somebody wants to get rid of you. I didn't hear it.
{Name} stayed past the end of the shift, I could hear the others leaving. I won't forget that.
Answered at once and in words I could pass on to my {people}.
It's the follow-up that got me. A week later, unasked: "Still fine?"
Written at {early}, answered at {early2}. Somebody's up with us.
Not a copied text. {Name} had looked at our {module} and described what was actually on it.
{Name} gave me the honest version: can't be done today, can be done {weekday}. It was done {weekday}.
First answer, right answer.
I apologised for the stupid question and {name} said it was the third time that day, so the screen was stupid.
@ET| You refunded the day we were down before our lawyer had found the paragraph.
Kept me posted every half hour until it ran. I could actually go and do my job in between.
Had to send one screenshot. One!
{Name} asked two good questions and there it was.
@ET| We are three time zones and two languages and {name} wrote one summary that everybody understood.
My {people} never noticed anything had been wrong. That's how fast it was.
Someone took the time to draw an arrow on a screenshot for me. Thank you, whoever you are, for the arrow.
It cost me one coffee.
They didn't make me prove it. They believed me and looked.
@S| I can't type and hold the dog at the same time, so {name} rang me. With the dog in the background it took {mins}.
{Name} found the real reason. Not the obvious one. The real one.
From "it's broken" to "ah, that's why" to "it's fixed": {mins}.
Polite, quick, no fuss, and no "is there anything else I can help you with" at the end.
Your chat passed me to a person after one sentence. More of that.
Good old-fashioned telephone. {Name} at the other end. Done.
They called it an odd one and stayed with it for {days} until it was found. No other firm has ever done that for me.
@care| {Name} didn't ask for a ticket. {Name} asked how many {people} were in the room.
@dispatch| Two calls that night, {early} and {early2}, same {name}, same calm voice. I'd like to shake that hand.
`);
