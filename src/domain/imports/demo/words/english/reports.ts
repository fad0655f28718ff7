import { phrases } from '../grammar.ts';

export const low = phrases(`
@ET| The utilisation report says {pct}. I counted by hand: {pct}. Nobody can explain the difference. [I have asked {n} times.|Which of you is wrong?]
Reports are pretty and wrong.
Export gives me {N00} rows, screen says {N00}. Where do the others live?
@ET| I need one number: late {jobs} per {place} per month. It takes {n} exports and [a prayer|my intern].
@ET| Board meeting at two, report times out at one. [Every quarter.|Third quarter running.|I drew it by hand.]
Weeks start on Sunday in the report and on Monday in the calendar. Try explaining that to [an owner|a works council|my mother, who does the books].
The "custom" report has eleven fields and none of them is the one we ask for since {month}.
@ET| Cancelled {jobs} still count as done. So our numbers look great. They're not great.
CSV export puts all accents through a blender. Mr. MÃ¼ller sends his regards.
You changed how "no-show" is counted in {month} without a word. Our bonus scheme hangs on that number. [Thanks.|Interesting conversations since.]
@S| I need it once a year for the tax and once a year it doesn't work
@ET| Two reports, same month, same {place}, two numbers. I asked which one you would show my boss.
I can filter by everything except what I need.
`);

export const mid = phrases(`
Reports do the job. [Excel does the rest.|I still end up in a spreadsheet every month.]
@ET| Good overview, weak detail. I can see that {weekday}s are bad but not why.
Numbers are right, charts are from another age.
@nps| I'd give a 9 if I could schedule the report to my [boss|accountant|co-owner] and go home.
@ET| Useful once set up. Setting up took [a day and a half|three tries|our cleverest trainee].
The report is fine. Finding the report isn't.
`);

export const high = phrases(`
@ET| The no-show report paid for the year. We saw that {weekday} after {evening} never works and closed it. Nobody misses it.
I finally know which {jobs} lose money. [Awkward. Useful.|It was my favourite one.|I wish I'd known in {month}.]
@ET| Monday report in my mailbox at seven, one page, I read it before the kids wake up.
@ET| We found out that our {place} in {city} wasn't slow, it was understaffed. Two hires later it's our best. That chart hangs in my office.
Exports that open properly in Excel. The bar is low and you cleared it.
@S| Pressed one button and my tax adviser was happy. First time in [six|four|nine] years.
@ET| I showed the trend chart to our owner. He looked at it for a long time and then approved the second {worker}.
@ET| I can answer my boss's questions while he's still asking.
Clear numbers. I trust them because I checked them for {months}, secretly.
`);
