import { phrases } from '../grammar.ts';

export const low = phrases(`
@emea| {Nth} invoice in a row with the wrong VAT number, and each time I have to chase it myself.
@emea| Our VAT number is {vat}. It is not {vat}. I have [told|written to] you {n} times.
@emea| The VAT number on our invoices belongs to [another company|somebody else|a bakery in {city}, I looked them up]. Our accountant rejects every one of them.
@emea| Wrong VAT number again. I'm not going to explain it again.
@emea| Wrong VAT number in {month}. Corrected. Wrong in {month2}. Corrected. [Wrong now.|Guess what arrived today.|You see the pattern.]
@emea,ET| Because of your VAT mistake we could not reclaim {amount} in the last quarter. [That is real money here.|My finance director now knows your name, and not for a good reason.|Who pays that?]
@emea| You correct the PDF, but not whatever makes the PDF. So next month [it is wrong again|same thing|here I am again].
@emea,ET| The auditors flagged {N8} of your invoices. Same reason on all: VAT ID. It is eleven characters. [How hard can it be?|Please.]
@emea| [Good product.|I like the product.|Nothing against the software.] {Nth} invoice with a wrong VAT number though, and nobody at your end seems to own it.
@ET| You invoiced {N} seats. We have {N8} fewer. We have had fewer since {month}, I have the mail where you confirm it.
Charged twice in {month}. Refund came after {weeks} and [four mails|a phone call in which I lost my temper|I had to quote my own bank statement].
An invoice I can't download without a password reset, from an address that ends up in spam. Then a reminder fee. [Nice.|Lovely.|Really?]
@ET| Our purchase order number is missing [again|from every invoice]. Without it [accounts payable bins them|nobody here is allowed to pay you]. Then your system sends us dunning letters. You see how this goes.
@S| I'm charged {amount} for "extra messages". I didn't send extra messages. I was {weekday} to {weekday2} on [holiday|the sofa with flu].
The invoice says {amount}, the quote said {amount}. Nobody can tell me what the difference is [called|for].
@ET| Asked for one invoice for all {places}. Got {N}. Asked again. Got {N} and a summary that doesn't add up.
Billing answered my question about the wrong amount with [a link to "how to read your invoice"|an article]. I can read.
I cancelled one module in {month} and pay for it to this day. Ticket {ticket}, still "in review".
@emea| Reverse charge. Two words. Your billing system does not know them and [neither does your billing team|I have explained them {n} times].
@ET| Why do I get a payment reminder for an invoice that I paid {days} before you sent it
@emea| got the wrong vat number on it AGAIN and the corrected one has the wrong address. you couldnt make it up
A credit note I was promised in {month} still isn't here. {Amount}. [Not a fortune, but mine.|It's the principle.|My bookkeeper asks every Friday.]
You charge in advance, correct in arrears, and apologise never.
@emea| My tax office asked who "the other company" on your invoices is. I'd like to know too.
@ET| {N} open items in our books, all yours, all because of a missing number.
Your mail says "no action needed". My bank says {amount}.
Refund promised in writing on the {date}. Today is not the {date}.
@emea| Please. The VAT number. One field. I'll come and type it in myself.
`);

export const mid = phrases(`
@emea| Good product. {Nth} invoice in a row with the wrong VAT number, and each time I have to chase it myself.
@emea| All good except the VAT number on the invoice, [wrong again|still the old one|still not ours].
@nps| Product 9, invoices 4, makes a [7|6.5, rounded up].
@ET| We could do with one invoice per {place}. [Otherwise content.|Small thing.|It is the only thing my accountant asks for.]
The mistake on the invoice was fixed within {days}. It should not have [been there|happened], but [fair enough|they were nice about it].
Would love the invoice as a file my accounting program can read and not only as a picture of one.
@emea| {Name} fixed our VAT number by hand. [I hope it sticks.|Third person to do so, let's see.|We'll know next month.]
Billing is correct but impossible to read. I needed [a ruler|a calculator and my sister] to see what changed.
@ET| Happy in general. Please stop sending invoices to {own2}, who left us in {month}.
The yearly invoice came without warning. It was in the contract, I know. A note [two weeks|a month] before would be kind.
Corrected within {days}. Fine. But that's the {nth} correction this year.
@emea| VAT number right at last, address still our old one. Half-time.
Answer was clear, the invoice itself never will be.
I understood it in the end. A line per {place} would help.
@ET| Good people in billing, odd system. They can see my invoice but not change it.
Took a while to reach someone who may touch an invoice.
`);

export const high = phrases(`
Invoice question answered in {mins}, by a human, correctly. [I had to sit down.|Wonderful.|Thank you {name}.]
@emea| Finally an invoice with the right VAT number. {Name}, whoever you are, [thank you|well done|stay].
{Name} found that we had been paying for {N8} seats too many and refunded them without being asked. That is how you keep a customer.
@S| You noticed I paid twice before I did. Money back [the same day|next morning].
Credit note within the hour. [Didn't know that was possible.|My bank is slower than that.]
@ET| One invoice, one page, everything on it. My accountant [sent a smiley|asked who you are].
Sorted in one mail. I'd prepared for [five|a fight].
I asked to pause for [the winter|parental leave|two months] and you simply did it. No form, no fee.
I asked why it was more than last month, got an answer with an actual calculation in it.
@emea| Three invoices corrected at once, with the right VAT number, and a sorry that sounded like one.
{Name} rang to say the amount had been wrong in your favour, and that it was already fixed. I've told everyone.
Didn't have to explain it twice.
Easy. {Name} changed the billing address while I was still spelling it.
@ET| Purchase order number on every invoice, as asked, since {month}. Small miracle.
Three questions, three answers, one mail. My bookkeeper has fallen in love.
I was sure you were wrong. I was wrong. {Name} was very kind about it.
Changed the card, changed the address, changed the name, all in {mins}.
@S| I asked to pay a week later this month. "Of course", said {name}. That was it.
No argument. You looked, you saw, you paid it back.
Old invoices from {n} years ago, for the tax people, in my mailbox within {mins}.
@ET| Split the invoice by {place}, as I asked, and backdated it to {month}. Perfect.
First billing department I've met that has a phone.
The letter from collections was your mistake and {name} rang me, apologised, and sent it in writing too. That's decency.
It took one sentence. I'd saved up ten.
`);
