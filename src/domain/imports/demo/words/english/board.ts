import { phrases } from '../grammar.ts';

export const low = phrases(`
@ET| Double bookings again. {N8} on {weekday}. [It let two of us drop into the same slot without a word.|The old paper book never did that.]
@ET| Two {workers} sent to the same address, an hour apart, by a system whose only task is not to do that.
The new layout hides what I need and shows what I don't. [I want the old one back.|Who asked for this?|It looked fine before.]
Recurring {jobs} forget themselves after [a year|fifty-two times|the clocks change]. Found out from an angry {person}.
@ET| If I move one {worker} to another {place}, all of their {jobs} go with them, including the ones already done. Undo does not undo it.
@human,ET| Reminders went out for a {day} we had cancelled. {N} {people} came. [Some by taxi.|One from {city}, by bus, eighty-one years old.|In the rain.]
@care| Reminder texts arrive [at 3 am|twice|two days late]. I have had {people} on the phone in tears because they thought something had happened.
@road| Route planning sends a 40-tonne lorry through a village with a three-metre bridge. Every driver knows that bridge. Your system has met it {n} times.
@ET| Rota says {name3} is on. {Name3} left in {month}. The rota keeps bringing them back.
Colours. All the same green. I'm [colour-blind|55|tired], help me out.
@ET| Shift swaps need [four clicks and two approvals|my approval, then my approval again]. They swap on WhatsApp now and I find out when they don't come.
It's built for somebody. Not for a [small workshop|place like ours|business with nights].
I need a pause button for {people} who are in hospital. What I've got is "delete".
@teach| Summer holidays: {N} weeks, {N} {people}, one by one, no bulk move. I did it with a film on.
Waiting list offered the same free slot to {n} {people} at once. All of them said yes.
Simple things are hard and hard things are missing.
@ET| Copying a week copies the sick leave too. So {name3} has been off with flu since {month}, according to you.
Cancel {a-job} and the slot stays grey. I've got a calendar full of ghosts.
Drag and drop drops. Somewhere. I found one {job} in {soon}.
@shop| It plans {jobs} as if every {worker} had four hands and every part was on the shelf.
Public holidays are the wrong country's. Every year.
@S| I wanted a diary. I got a cockpit.
@dispatch,ET| The map shows where the {workers} were {mins} ago. Very historical.
I can't see today and tomorrow on one page. That's all I ever wanted. It could do that before.
@teach| A {person} cancelled at midnight, got no confirmation, came anyway, and so did the other one who'd got the slot.
`);

export const mid = phrases(`
Good board, [tiny|grey|crowded] buttons.
The calendar is great, the rest I could live without.
Does [what I need|the job]. Not more, not less.
@ET| Ours is a simple operation and this is not simple software, but we've met in the middle.
I like the waiting list. I don't like that it [forgets|can't text in two languages|has no priorities].
@ET| Solid for daily planning, weak for anything longer than [a week|a fortnight].
Very good at {jobs}. Hopeless at holidays.
@care| {People} like the reminders. The older ones would like a phone call, and I can't tick that.
@road| Route suggestions are right eight times out of ten. The other two you'd better know the roads.
@nps| Reliable but a little old-fashioned. [So am I, so 8.|Don't change too much.]
Two screens too many for making one {job}.
@ET| The week view is super, the month view is a mosaic.
It does holidays. It does bank holidays. It doesn't do "back at two".
It's clever, sometimes a bit too clever. If I put {a-job} there I want it there.
@dispatch| Good at the plan, less good when the plan meets the day.
Undo goes one step back. I usually notice after three.
`);

export const high = phrases(`
@road| Snow, two {workers} sick, a ramp closed, and by {early} the board had a plan I'd have needed till ten for.
@human,ET| No-shows down from {pct} to [4%|5%|three in a hundred]. That is {N} more {people} a month who get seen. Put that on your website.
@dispatch,ET| I've done this job for [22|thirty|17] years with magnets on a steel board. I threw the magnets out in {month}.
The board just makes sense. [You look and you know.|No manual needed.|My mother could run it.]
@care| We can reach {people} now. That's it. That's the comment. In the old days we called, nobody answered, and the slot died.
@ET| Dragging {a-job} from one {worker} to the other and everyone concerned knows. It still pleases me every time.
Haven't double-booked since {month}. My {people} don't know how lucky they are.
@teach| The waiting list filled {n} cancellations last week without me touching anything. I was teaching.
@field| Nearest {worker} with the right part, on a map, in one click. It used to be seven phone calls.
Online booking at midnight, on Sundays, on Christmas Day. People are strange and I have the money.
@ET| My night shift stopped calling me at home. Best feature.
@S| It is like having a receptionist who never sighs.
Everything in one place. I had three notebooks.
@shop| {People} get a text when the car's ready, with a photo. They think we are much bigger than we are.
@ET| We plan the week in {mins} on Friday and go home.
@dispatch| I see who is late before they ring to say they're late.
The colours! Sounds silly. I understand my day from across the room.
Somebody at your end has clearly worked at a {desk} once.
@human| {N} {people} on the waiting list got an earlier slot last month because somebody else couldn't come. Nobody lifted a finger. They were so happy on the phone.
@ET| It knew about the bank holiday before I did.
@S| Between two {jobs} it tells me how long the drive is. I've stopped being late. My husband still doesn't believe it.
@shop| One look and I know which {worker} can squeeze in a small one before lunch.
@teach| Term planned in one evening. ONE. It used to eat half of my August.
@ET| Handovers at shift change take five minutes now and nothing is on paper. The cleaner has complained, she's got less to do.
`);
