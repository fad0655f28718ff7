import { phrases } from '../grammar.ts';

export const low = phrases(`
@ET| The accounting sync doubles every invoice over {amount}. We found {N}. [The auditors found two more.|Now we check by hand, which was the point of not checking by hand.]
Calendar sync works one way. The wrong way.
@ET| Sync with our {system} breaks every time either of you updates. Each says it's the other. [I am in the middle with a spreadsheet.|Meet. Please. I'll book the room.]
@ET| API returns 500 about one time in {N} on /jobs when the filter has more than {N} ids. Reported in {month} with a trace. Status: "gathering feedback".
@ET| Webhooks arrive out of order and sometimes twice, with no sequence number and no idempotency key. We had to write [a queue|three hundred lines] to protect ourselves from your retries.
@ET| Your API docs describe v2. Production is v3. The changelog stops in {month}.
Connected it to my mail and now every {person} gets the confirmation in triplicate. [They laugh. I don't.|Turned off, still happening.]
Two-way sync deleted my holidays. All of them. From both sides. At least it's consistent.
@ET| SSO broke on {weekday} after your certificate change. {N00} people locked out at {time}. The announcement was on a page you need to log in to see.
@ET| We were promised a link to our {system} "in the next release". That was [three|four|five] releases ago.
@ET| Time zone bug: everything we push through the API with an offset lands one hour early after the clocks change. {Nth} year in a row. Ticket {ticket}, and its two grandparents.
@ET| The rate limit is 60 a minute, undocumented, and answers 200 with an empty list. 200! [We lost half a day of {jobs} before we noticed.|Who thought of that?]
`);

export const mid = phrases(`
@ET| Works with our {system} after some swearing.
@ET| API is solid, documentation is a treasure hunt.
Calendar sync is good, if you don't mind {mins} of delay.
@ET| The integration does [70%|three quarters|80%] of what we need. The rest is [Gary|a trainee with a spreadsheet|me on a Friday].
@ET| The connector is good, but only one person at your end understands it, and {name} was on leave.
@ET| Happy with the API. Could you version it like everybody else?
`);

export const high = phrases(`
@ET| Hooked it up to our {system} in a morning. I had blocked the week.
@ET| Your API is the only one of our suppliers' that does what its documentation says.
{Job} booked, invoice written, calendar full, and I did nothing. Witchcraft.
@ET| Reported an edge case in the webhook retries ([DST|leap day|midnight], of course). Patch in {days}, with a regression test linked. I'd work with these people.
Sync with my private calendar means I no longer double-book my own [children|dentist|anniversary].
@ET| {Name} from your integration team read our ugly old export format and just wrote the mapping. [I offered to pay. No invoice came.|Over lunch.]
@ET| Sandbox that behaves like production. Thank you. You'd weep if you saw the others.
@ET| Sync with our {system} just runs. I forgot it existed, which is the highest form of integration.
`);
