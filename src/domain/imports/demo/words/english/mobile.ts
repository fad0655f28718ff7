import { phrases } from '../grammar.ts';

export const low = phrases(`
@ET| The app loses the signature if the {worker} turns the phone. {N} signatures last week. [Guess who drives back.|We get paid on signatures.]
The app logs me out [in the middle of|every time I start] {a-job}. Password is {N} characters. I have gloves on.
Notifications arrive in bundles. Six at once, at {evening}, for a day that's over.
The Android app and the iPhone app are two different products. I know which one got the [love|money].
@road| GPS says my {worker} is in the sea. He's in {city}. [He thinks it's hilarious.|The {person} who was watching the map did not laugh.]
Photos won't upload unless I'm on wifi. There is no wifi in a [boiler room|ditch|lay-by].
Buttons made for elves.
@ET| Half my {workers} have stopped using the app and text me instead. I then type it in. So I'm the app now.
App update on {weekday} moved the one button everyone uses. No note. [Forty calls before eight.|My phone did not stop.]
Battery flat by {noon}. Your app, top of the list, [61|54|72] per cent.
the app crashes when i open a job with more than 3 photos. every time. samsung, newest version
@teach| The app shows my {people} each other's names. Parents have complained. [One has left.|I would too.|This isn't a small thing.]
Every second time I open it it wants my location, my contacts and my patience.
Dark text on dark when the phone is in night mode. So at {evening} I see nothing at all.
@field| I do my reports on the app in the van with cold hands. It asks me {n} times if I'm sure. I'm sure. I'm cold.
The calendar in the app and the calendar on the computer disagree. I go with the {person}.
`);

export const mid = phrases(`
App is decent, desktop is better.
Fine on the phone, unreadable on the tablet. Odd way round.
I like the app. I would love it with a bigger font.
@ET| The {workers} use the app without complaining, which from them is praise. Signature screen needs work.
Works offline most of the time. "Most of the" is the problem.
Can't do everything on the phone, but the things I need, yes. [Except copying {a-job}.|Except invoices.|Moving a day still needs the laptop.]
The new app is better than the old app. The old app was terrible.
`);

export const high = phrases(`
The new app! Who did this? It's lovely.
I run the whole business from my phone, from [a van|the car park|school gates|the bus]. 
@ET| My oldest {worker} is 63 and types with one finger. He shows the young ones how the app works.
Changed the whole afternoon from a hospital waiting room. Nobody noticed I was gone.
@field| Photo, signature, done, next. My {workers} are home by [five|half four].
@road| Rerouted {n} {jobs} from a lay-by outside {city} in the rain, one-handed, with a sandwich in the other.
Swipe to move {a-job}. So simple. [Took you long enough but so simple.|I use it fifty times a day.]
The widget with the next {job} on the lock screen is the best thing on my phone.
@teach| My {people} book themselves while I sleep. I wake up to a full {day2}.
Works with no signal, catches up when there is one. Never lost a thing. [I live in a valley. This matters.|You have no idea how rare that is here.]
@S| I do everything on it between two {jobs} with one thumb.
Clear, big buttons, works with wet hands.
I can finally leave the laptop at home on holiday. My family thanks you. I took the phone, obviously.
@ET| We gave the {workers} the app without any training to see what would happen. Nothing happened. They just used it.
@S| Whole business in my apron pocket.
Tap, tap, booked. The {person} hadn't even put her coat on.
`);
