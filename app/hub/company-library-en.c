/* company-library-en.c: knowledge and ready replies in English. */
#include "company-library.h"

/* clang-format off */
static const DiapasonCompanyArticle articles[] = {
  { "refund", "Refunds: when the money arrives",
    "<p>Refunds don't go out one by one but in <b>batches</b>, twice a week. A batch can get "
    "stuck because a single case in it lacks a paper: all the others wait with it.</p>"
    "<ul><li>First check that the return is on record at the warehouse.</li>"
    "<li>Find the batch under Payments; tell accounts about any batch older than three "
    "days.</li>"
    "<li>Card expired: the money comes back to us. Offer a transfer.</li></ul>"
    "<p>Never promise a date nearer than <b>three working days</b> after the batch is released. "
    "Tell the customer what you have seen, not what you hope, and write the promise down so "
    "that a colleague can keep it while you are away.</p>" },
  { "refund", "Return fees and vouchers: what is owed",
    "<p>When the thing is faulty or the mistake is ours, <b>all of it is owed</b>: price, "
    "delivery, return. That is no gesture, and you need nobody's leave.</p>"
    "<p>When the customer has a change of mind within fourteen days, the price and ordinary "
    "delivery go back; the return is theirs to pay.</p>"
    "<ul><li>A voucher goes back as a voucher, unless the customer asks for money.</li>"
    "<li>Missing packaging justifies no deduction.</li>"
    "<li>A wrong deduction is put right the same day, with a word of apology.</li></ul>" },
  { "delivery", "It arrived damaged",
    "<p>Begin with the person: something awaited for weeks that comes broken is a real "
    "disappointment.</p>"
    "<ul><li>Ask for photos of the thing <b>and</b> of the box.</li>"
    "<li>Signing for it as damaged helps us with the carrier; not having done so takes no right "
    "away from the customer.</li>"
    "<li>Offer the choice: replacement, refund, or keeping it at a lower price.</li></ul>"
    "<p>We collect from the flat door. The customer carries nothing down and packs nothing. "
    "Give a date only when the stock is reserved.</p>" },
  { "delivery", "The tracking has stopped moving",
    "<p>Tracking that hasn't moved for <b>three working days</b> is hardly ever just slow to "
    "update. The usual causes: wrong depot, unreadable label, lorry not full.</p>"
    "<ul><li>Open a search with the carrier and put its number on file.</li>"
    "<li>Ring the customer on the day you said, news or no news.</li>"
    "<li>After seven days without a trace, send another without waiting for the search to "
    "end.</li></ul>" },
  { "delivery", "Missed delivery with the customer at home",
    "<p>Believe the customer. Carriers are paid for the stop, not for the delivery, and cards "
    "left without ringing do happen.</p>"
    "<p>Check the whole address, the name on the bell, the floor and the code. Add the phone "
    "number for the driver. Book again in a slot that <b>the customer</b> chooses, and confirm "
    "by text.</p>"
    "<ul><li>Second missed try: delivery in our own van.</li>"
    "<li>Parcel with a neighbour: fetching it back is the carrier's job.</li></ul>" },
  { "stock", "Site and shop disagree",
    "<p>The site reads the shops' stock once a night. In between, one sale or one display model "
    "is enough to make it wrong.</p>"
    "<ul><li>Ring the shop before you confirm that something is there.</li>"
    "<li>The <b>price on the site</b> always counts, the shop follows.</li>"
    "<li>Somebody who came for nothing gets free delivery at home.</li></ul>"
    "<p>Report each difference: it is a known friction, and the number of reports matters.</p>" },
  { "bill", "Reading a bill: read or estimated?",
    "<p>Beside each figure a letter says where it comes from: <b>A</b> for actual, <b>E</b> for "
    "estimated, <b>C</b> for the customer's own. A high bill often rests on two Es in a row.</p>"
    "<p>Ask the customer for the number on the meter and compare. A difference of more than ten "
    "per cent means a new bill at once; nobody has to wait for the next one.</p>"
    "<ul><li>Stop the payment while it is being corrected.</li>"
    "<li>Name the new amount only once it has been worked out.</li></ul>" },
  { "bill", "Explaining a catch-up bill",
    "<p>Monthly payments are a forecast. Once a year we compare it with what was used: the "
    "difference is the catch-up. It comes as a surprise even when it is right.</p>"
    "<ul><li>Show three numbers: forecast, used, difference.</li>"
    "<li>Look for the cause together: an extra heater, one more person, a cold winter.</li>"
    "<li>Beyond two monthly payments, offer <b>without being asked</b> to spread it at no "
    "cost.</li></ul>" },
  { "payment", "Charged twice",
    "<p>Seen from the customer's bank, three cases look the same:</p>"
    "<ul><li><b>A true double</b>: two payments taken. We return the second by transfer within "
    "three days and cover the bank's charges.</li>"
    "<li><b>Card and direct debit</b>: the card payment wasn't matched. Same remedy.</li>"
    "<li><b>A hold</b>: the second line goes away by itself in two days.</li></ul>"
    "<p>Ask for no proof before you have looked yourself. If an overdraft follows from it, an "
    "apology is owed with the refund.</p>" },
  { "payment", "Offering instalments",
    "<p>Somebody who asks to spread a bill is making an effort; that is no bad payer. Talk "
    "about what they <b>can</b> pay first, and only then about the number of months.</p>"
    "<ul><li>Up to six months: you decide, no charge.</li>"
    "<li>Seven to twelve: ask your manager.</li>"
    "<li>Help is on its way: freeze the account for two months.</li></ul>"
    "<p>Once agreed, reminders stop and nothing is cut off. Send the plan in writing the same "
    "day.</p>" },
  { "payment", "Changing the bank account",
    "<p>Account numbers are <b>never</b> taken over the phone or in a chat. Send the signing "
    "link: the customer types the account and signs on their own phone.</p>"
    "<p>The change counts for the next payment if it is signed five days before. If it is later "
    "than that, say that the old account will be used once more.</p>" },
  { "meter", "Finding the right number on the meter",
    "<ul><li><b>Smart electricity meter</b>: press the button until you see the total, read it "
    "without the leading zeros.</li>"
    "<li><b>Old meter</b>: read the black figures, not the red one.</li>"
    "<li><b>Gas</b>: read what stands before the point.</li></ul>"
    "<p>The site refuses a reading below the last estimate. Enter it yourself then, with the "
    "reason \"customer's reading\". If the number is below the last <b>actual</b> reading, ask "
    "for a photo and then for a check.</p>" },
  { "moving", "Moving house in five steps",
    "<ul><li>Day the keys go back, and the new address.</li>"
    "<li>Final reading, with a photo.</li>"
    "<li>Number of the new meter, or who lived there before.</li>"
    "<li>Day to switch on: one day from here, five with an engineer.</li>"
    "<li>Address for the final bill.</li></ul>"
    "<p>Always keep closing and opening in the same case. An old home billed after the move is "
    "<b>refunded without argument</b> from the day of the keys.</p>" },
  { "account", "The customer can't sign in",
    "<p>Ask for the message word for word.</p>"
    "<ul><li>\"Account locked\": unlock it, then send the link for a new password.</li>"
    "<li>Code never comes: nine times out of ten the old number is on file.</li>"
    "<li>The app closes: update it; otherwise the site works on a phone.</li></ul>"
    "<p>Identity is checked <b>before</b> a number is changed, never after. If a doubt remains, "
    "a letter to the known address is the only way.</p>" },
  { "account", "Large print, screen readers, writing instead of ringing",
    "<p>These preferences are a right and need no reason. Record them under Needs, with the "
    "customer's consent.</p>"
    "<ul><li>Large print: 18 point, paper or PDF.</li>"
    "<li>Screen reader: a tagged bill, sent by email.</li>"
    "<li>\"In writing only\": no more calls, not even about an appointment.</li></ul>"
    "<p>Look at the next bill: the setting sometimes gets lost when a contract renews.</p>" },
  { "breakdown", "No heating: the first minutes",
    "<p><b>A smell of gas?</b> Close the tap, open the windows, go outside, ring the emergency "
    "number. Switch nothing on. That comes before everything else.</p>"
    "<p>Otherwise:</p>"
    "<ul><li>Pressure below 1: talk them through topping it up.</li>"
    "<li>A code on the screen: write it down, it decides which part to bring.</li>"
    "<li>A baby, somebody old or ill: urgent visit and a heater on loan.</li></ul>"
    "<p>Give a slot only if the diary confirms it. \"I don't know yet, I'll ring you at four\" "
    "is better than an empty promise.</p>" },
  { "repair", "Warranty: what the law says, what the house sells",
    "<p>The customer's <b>legal rights</b> cost nothing and come first. Early on it is for us "
    "to prove that the customer broke the thing, not the other way round. The extended warranty "
    "that we sell comes on top and replaces none of it.</p>"
    "<ul><li>Repair within thirty days, else a replacement.</li>"
    "<li>Third fault of the same thing: offer a replacement without being asked.</li>"
    "<li>Just out of time: ask for a gesture, and announce nothing before the answer.</li></ul>" },
  { "appointment", "The engineer didn't come",
    "<p>Half a day of waiting costs the customer something. Say so before they do.</p>"
    "<ul><li>Look at the reason the engineer gave; \"customer out\" can be checked by time and "
    "place.</li>"
    "<li>New slot, <b>first on the round</b>.</li>"
    "<li>Credit for the lost day: yours to give without asking.</li></ul>"
    "<p>Second no-show: the area manager rings the customer the same day, in person.</p>" },
  { "cancellation", "Cancelling and withdrawing",
    "<p>We hold nobody back who wants to leave. One question about the reason, one only, and "
    "only if they feel like answering.</p>"
    "<ul><li><b>Withdrawing</b>: fourteen days, no reason needed, everything is undone.</li>"
    "<li><b>Cancelling</b>: end of the month, no charge, confirmed in writing the same day.</li>"
    "<li>A letter that came and lay around: its date counts, later payments go back.</li></ul>"
    "<p>No counter-offer to somebody who said they don't want one.</p>" },
  { "contract", "When the account holder has died",
    "<p>Give your condolences, then see to it that the person <b>never</b> has to ring about "
    "this again.</p>"
    "<ul><li>Stop all letters and reminders before the contact ends.</li>"
    "<li>Partner living there: change of name with no break and no charge.</li>"
    "<li>A paper handed in at a shop is enough; finding it is our job.</li></ul>"
    "<p>Offer nothing, ask for no score. Read the confirmation before it goes out: the name of "
    "the person who died must not be in the address.</p>" },
  { "complaint", "A complaint about a colleague",
    "<p>Listen to the end, without defending and without accusing. Write down the customer's "
    "words, not what you make of them. Ask what they wish for: an apology, an answer, a "
    "change.</p>"
    "<p>The complaint goes to the team's lead, who talks to the person <b>before</b> answering. "
    "A dropped line can be checked: it happens more often than somebody hanging up.</p>"
    "<ul><li>Answer to the customer within five days.</li>"
    "<li>Support for the colleague in any case.</li></ul>" },
  { NULL },
};

static const DiapasonCompanyReply replies[] = {
  { "chat", "Taking over from the robot",
    "Hello {{customer.given_name}}, I'm {{adviser.given_name}}. I've read what you told the "
    "assistant and take it from here." },
  { "chat", "I'm looking",
    "I'm looking at your account, it will take me two minutes. Stay with me." },
  { "chat", "Ask for the contract number",
    "Could you give me the contract number? It's at the top right of the bill." },
  { "chat", "Announce a transfer",
    "My colleague {{colleague.given_name}} knows more about this. I'm passing on all you told "
    "me, you won't have to repeat a thing." },
  { "chat", "The customer has gone quiet",
    "I haven't heard from you and am leaving the conversation open. Write here whenever you "
    "like, I'll find it." },
  { "chat", "Sorry for the wait",
    "Thank you for waiting, {{customer.given_name}}. It took too long and I'm sorry." },
  { "chat", "End of the conversation",
    "All settled on my side. Thank you {{customer.given_name}}, and have a good day." },
  { "chat", "What I don't know",
    "I don't know the answer and won't make one up. I'm asking and will come back to you right "
    "here." },
  { "chat", "No account numbers",
    "For your own safety, please don't write account or card numbers here. I'm sending you a "
    "protected link." },
  { "email", "Refund on its way",
    "Dear {{customer.name}},\n\n"
    "The refund of {{amount}} for order {{order.number}} went out today. You'll see it within "
    "three working days.\n\n"
    "Kind regards,\n{{adviser.name}}" },
  { "email", "Promise in writing",
    "Dear {{customer.name}},\n\n"
    "As agreed, here is what I promise: {{promise.text}}, by {{promise.due}} at the latest.\n\n"
    "{{adviser.name}}" },
  { "email", "Promise not kept",
    "Dear {{customer.name}},\n\n"
    "I told you {{promise.text}} by {{promise.due}}. It wasn't done and I'm sorry. This is what "
    "I'm doing now:\n\n"
    "{{adviser.name}}" },
  { "email", "Asking for photos",
    "Dear {{customer.name}},\n\n"
    "Could you send me two photos, one of the thing itself and one of the box? Just reply to "
    "this message.\n\n"
    "{{adviser.name}}" },
  { "email", "New bill",
    "Dear {{customer.name}},\n\n"
    "The bill for contract {{contract.number}} has been made again with your reading. The new "
    "amount is {{amount}}. The old one is cancelled, there's nothing else to do.\n\n"
    "{{adviser.name}}" },
  { "email", "Instalments",
    "Dear {{customer.name}},\n\n"
    "Your plan for contract {{contract.number}} is agreed. It costs nothing, and the reminders "
    "have stopped.\n\n"
    "{{adviser.name}}" },
  { "email", "Cancellation confirmed",
    "Dear {{customer.name}},\n\n"
    "Contract {{contract.number}} ends on {{contract.ends}}. The final bill follows within ten "
    "days. Thank you for your years with us.\n\n"
    "{{adviser.name}}" },
  { "email", "Condolences",
    "{{customer.name}},\n\n"
    "I'm very sorry for your loss. All letters in the holder's name have been stopped. Contract "
    "{{contract.number}} goes on without a break, I'll see to the rest.\n\n"
    "{{adviser.name}}" },
  { "email", "Answer to a thank you",
    "Dear {{customer.name}},\n\n"
    "Your words went round the team this morning. Thank you for taking the time to write "
    "them.\n\n"
    "{{adviser.name}}" },
  { "email", "One more day",
    "Dear {{customer.name}},\n\n"
    "I don't have the answer I was waiting for yet and would rather tell you so. I'll write "
    "again on {{promise.due}}, whatever happens.\n\n"
    "{{adviser.name}}" },
  { "sms", "Appointment reminder",
    "{{company.name}}: the engineer calls on {{appointment.date}}, {{appointment.hours}}. Reply "
    "OK or NO." },
  { "sms", "Rang in vain",
    "Hello {{customer.name}}, I rang as promised and didn't reach you. I'll try again tomorrow. "
    "{{adviser.given_name}}, {{company.name}}" },
  { "sms", "It's done",
    "Hello {{customer.name}}, it's done: {{promise.text}}. {{adviser.given_name}}, "
    "{{company.name}}" },
  { "sms", "Driver on the way",
    "{{company.name}}: order {{order.number}} will be delivered today, {{appointment.hours}}. "
    "The driver rings first." },
  { "call", "Opening",
    "Good morning, {{adviser.given_name}} from {{company.name}}. Before anything else: how are "
    "you?" },
  { "call", "Own the promise",
    "You were told {{promise.due}}. It did not happen, and I am sorry. This is what I can see." },
  { "call", "Closing",
    "Let me sum up: {{promise.text}}, by {{promise.due}} at the latest. Is that what you were "
    "hoping for?" },
  { NULL },
};
/* clang-format on */

const DiapasonCompanyLibrary diapason_company_library_en = { articles, replies };
