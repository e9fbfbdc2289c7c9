/* company-stories-en.c: the words of the stories in English. */
#include "company-stories.h"

/* clang-format off */
const DiapasonCompanyStory diapason_company_stories_en[DIAPASON_COMPANY_N_STORIES] = {
  [DIAPASON_COMPANY_REFUND_LATE] = {
    .subjects = {
      "Refund still not received",
      "Where is my refund?",
      "Order {order}: refund",
      "Returned {thing}, still no money",
    },
    .openings = {
      "I sent {the} back on {date} and I still haven't been refunded.",
      "Where is my refund of {amount}? The return reached you on {date}.",
      "I've been waiting weeks for {amount} for the returned {thing}.",
      "You have {the} back and you have my money: I'm {amount} short.",
      "There's nothing on my account. The refund for order {order} was due within five days.",
      "I've been {amount} out of pocket since {date} and nobody can tell me when I'll see it.",
    },
    .details = {
      "Order number {order}, paid by card.",
      "I have the proof of postage, dated {date}.",
      "My bank says there's no payment on its way. Order {order}.",
      "I've read the help page twice and it says five days, not three weeks.",
    },
    .questions = {
      "Could you give me the order number and the date you posted it?",
      "Did you pay by card or by transfer, and what's the order number?",
      "Did you keep the proof of postage?",
    },
    .answers = {
      "1|The return is on record, but the refund was stuck in a batch. I've just released it: {amount} will be with you within three working days.",
      "2|I found the cause: the warehouse received {the} without the return slip. I've matched it to order {order} and started the refund.",
      "The refund of {amount} has gone out. Banks usually take two or three days to show it.",
      "3|The card you paid with has expired, so the money came back to us. I've sent it to your account instead.",
    },
    .stucks = {
      "1|The batch of refunds is held up in accounts and I can't release it myself. I've passed your case on as urgent.",
      "2|The warehouse hasn't checked the parcel yet. Until it has, I can't start the payment.",
    },
    .notes = {
      "1|Return {thing} received, refund {amount} stuck in batch. Chased accounts.",
      "2|Order {order}: no return slip in the parcel, matched by hand.",
      "3|Customer worried about {amount}, card expired. Switch to transfer.",
      "1|Proof of postage seen. Check batch of {date}.",
    },
    .summaries = {
      "1y|Refund of {amount} stuck in a batch, released with accounts.",
      "2y|Returned {thing} not matched to order {order}. Put right.",
      "Waiting for {amount} since {date}. Explained.",
      "Asking for the refund of order {order}, past its date.",
    },
    .promises = {
      "the refund of {amount} will be visible on your account by {due}",
      "you will have an email confirming the {amount} by {due}",
      "1|I will check the batch and call you back on {due}",
    },
  },
  [DIAPASON_COMPANY_REFUND_SHORT] = {
    .subjects = {
      "Refund too small",
      "Part of my refund is missing",
      "Return fee deducted, order {order}",
    },
    .openings = {
      "You refunded {amount} instead of {other} for {the}.",
      "1|The delivery charge is missing from my refund.",
      "I've had a partial refund with no explanation at all. Order {order}.",
      "13|Why did you keep a fee when the thing was faulty?",
      "The sums don't add up: I paid {other} and got {amount} back.",
    },
    .details = {
      "The invoice says {other}, delivery included.",
      "In the shop they told me I'd get all of it back.",
      "Order {order}, returned on {date}.",
      "Invoice attached, you can see the difference at a glance.",
    },
    .questions = {
      "How much did you receive exactly, and when?",
      "Did you use a voucher on that order?",
      "Can you tell me the total on the invoice?",
    },
    .answers = {
      "1|You were owed the delivery charge since {the} was faulty. I'm topping up the refund today.",
      "2|The difference was a voucher, which went back as a voucher rather than money. I've converted it as you ask.",
      "3|You're right, the warehouse kept a fee by mistake. The rest goes out tonight.",
    },
    .stucks = {
      "3|The warehouse says the packaging was missing. I'm disputing that, but I haven't had its answer.",
      "13|I can't undo the deduction without the returns team, so I'm sending them your invoice.",
    },
    .notes = {
      "3|Deducted in error on order {order}. Top-up requested.",
      "2|Voucher not converted, difference explained.",
      "Invoice {other}, refunded {amount}. Check with returns.",
    },
    .summaries = {
      "y|Refund short: {amount} instead of {other}. Top-up started.",
      "13y|Return fee wrongly kept for {the}.",
      "2y|Difference due to a voucher, customer told.",
    },
    .promises = {
      "the rest of the refund will be paid by {due}",
      "3|you will have the returns team's answer by {due}",
    },
  },
  [DIAPASON_COMPANY_DELIVERY_DAMAGED] = {
    .subjects = {
      "Arrived broken",
      "Damaged delivery, order {order}",
      "{Thing} dented on delivery",
    },
    .openings = {
      "{The} came today with a great dent in the side.",
      "The box was ripped open and it's scratched from top to bottom.",
      "You've delivered {the} with a cracked panel.",
      "1|I opened the parcel and there was water everywhere: it had spent the night in the rain.",
      "3|The driver dropped the box right in front of me. {The} won't switch on.",
      "3|I'm not keeping a dented {thing} that cost {amount}.",
    },
    .details = {
      "I took photos and signed for it as damaged.",
      "The driver wouldn't wait for me to unpack.",
      "Order {order}, delivered {hours}.",
      "b|I'm on the fourth floor with no lift, I can't carry it back down.",
    },
    .questions = {
      "Did you sign for it as damaged, and do you have photos?",
      "Does it work in spite of the damage?",
      "Would you rather have a replacement or a refund?",
    },
    .answers = {
      "13|I'm having {the} collected from your home and a new one is leaving the warehouse. You don't have to carry or pack anything.",
      "13|Replacement agreed, delivery on {visit}, {hours}. The driver takes the old one away.",
      "2|As you'd rather keep it, I'm refunding part of the price and the warranty stays whole.",
    },
    .stucks = {
      "As it wasn't signed for as damaged, the carrier is disputing it. I've opened an enquiry with your photos.",
      "I have none of this model left and I won't promise you a date I don't know.",
    },
    .notes = {
      "13|Visible damage, photos in, replacement {thing} requested.",
      "Signed as damaged. Collect from 4th floor, no lift.",
      "n|Carrier disputes, enquiry opened, order {order}.",
    },
    .summaries = {
      "13y|{Thing} damaged in delivery. Replacement arranged at home.",
      "Damaged delivery, order {order}, photos on file.",
      "1y|Parcel left in the rain, beyond use. Replaced.",
    },
    .promises = {
      "13|a replacement {thing} will be at your door on {due}",
      "n|you will have the carrier's answer by {due}",
      "I will call you on {due} with a firm delivery date",
    },
  },
  [DIAPASON_COMPANY_DELIVERY_LATE] = {
    .subjects = {
      "Late delivery",
      "Order {order}: still nothing",
      "When will it arrive?",
    },
    .openings = {
      "{The} was due on {date} and nothing has come.",
      "2|The tracking for order {order} hasn't moved since {date}.",
      "When will I finally get {the}?",
      "I took a day off for the delivery and nobody came.",
      "1|That's the second time you've moved the delivery without asking me.",
      "Three weeks without my {thing}, this can't go on.",
    },
    .details = {
      "The tracking says \"in transit\", no date.",
      "Order {order} of {date}, {amount} paid.",
      "I can be in any morning, or on Saturday.",
      "It's a birthday present, I need it this week.",
    },
    .questions = {
      "What does the tracking say exactly, and which date were you given?",
      "Which days can you be in?",
      "Can I confirm the address: {street}, {city}?",
    },
    .answers = {
      "12|The lorry was unloaded at the wrong depot. {The} leaves again tomorrow and will be with you on {visit}, {hours}.",
      "Your order has been found: delivery on {visit}, {hours}. The driver rings half an hour before.",
      "3|Stock came in this morning, I've reserved yours and held the slot {hours} on {visit}.",
    },
    .stucks = {
      "12|The carrier can't say where the parcel is. I've started a search.",
      "13|The maker hasn't supplied us yet. I'd rather tell you that I have no date.",
    },
    .notes = {
      "12|Order {order} at wrong depot, sent on.",
      "12|Carrier search started. Customer in mornings.",
      "3n|{Thing} out of stock at the maker's, no date.",
    },
    .summaries = {
      "y|Delivery late since {date} ({thing}). New slot given.",
      "2|Order {order} missing, search started with the carrier.",
      "1|Second postponement, customer told too late.",
    },
    .promises = {
      "your {thing} will be delivered on {due}, {hours}",
      "12|you will have news from the carrier by {due}",
      "I will ring you on {due}, news or no news",
    },
  },
  [DIAPASON_COMPANY_DELIVERY_MISSED] = {
    .subjects = {
      "Card through the door but I was in",
      "Driver never rang",
      "Missed delivery, order {order}",
    },
    .openings = {
      "1|The driver claims I was out. I never left the house.",
      "1|I found a card on the mat, nobody rang the bell.",
      "2|Your carrier wrote \"address not found\", I've lived here for twelve years.",
      "1|I waited in all day for nothing, and the tracking says \"customer absent\".",
      "3|You've left {the} with a neighbour I don't know.",
    },
    .details = {
      "My address is {street}, {city}, and the bell works.",
      "12|Order {order}. I was in {hours}, as asked.",
      "12b|The collection point is twenty minutes away and the parcel weighs thirty kilos.",
    },
    .questions = {
      "May I check the address and the name on the bell with you?",
      "12|Which slot would suit you for another try?",
    },
    .answers = {
      "12|I've booked the delivery again for {visit}, {hours}, with your number for the driver.",
      "12|The name was missing from the label, hence the mistake. Put right, next try {visit}.",
      "3|The carrier has found the neighbour and will bring you the parcel tonight.",
    },
    .stucks = {
      "12|The carrier insists it came. I'm disputing that, as the time given is impossible.",
      "12|The parcel is already on its way back to the warehouse and I can't stop it.",
    },
    .notes = {
      "12|Missed delivery disputed, customer was in. New slot.",
      "12|Label without name. Bell added.",
      "12n|Going back to warehouse, order {order}, ask to resend.",
    },
    .summaries = {
      "12y|Missed delivery though the customer was in. Rebooked.",
      "1|Driver didn't ring, complaint passed to the carrier.",
      "3|Parcel left with a neighbour, order {order}.",
    },
    .promises = {
      "12|we will deliver again on {due}, {hours}",
      "you will have the carrier's answer by {due}",
    },
  },
  [DIAPASON_COMPANY_DELIVERY_WRONG] = {
    .subjects = {
      "Wrong item",
      "Mistake in order {order}",
      "Not what I ordered",
    },
    .openings = {
      "1|I ordered the {thing} and got something else altogether.",
      "2|Half the parts are missing from the box.",
      "1|You've sent the white one, I chose black.",
      "3|The parcel for order {order} is empty apart from the manual.",
      "4|You sent me {the} twice and charged me twice.",
    },
    .details = {
      "1|The code on the box isn't the one on the invoice.",
      "Order {order}, arrived on {date}.",
      "14|I haven't unpacked anything, it's all still in the box.",
      "I'm sending a photo of the label.",
    },
    .questions = {
      "14|Which code can you read on the label?",
      "Do you still have the original packaging?",
    },
    .answers = {
      "13|It's a packing mistake on our side. The right one leaves today and we collect the other free of charge.",
      "2|The missing parts are coming by express. Keep the rest, it's complete.",
      "4|We're collecting the second one and refunding {amount}.",
    },
    .stucks = {
      "The warehouse has to count its stock first to understand the mistake. I have no answer yet.",
      "1|The model you chose is no longer made. I'm looking for one as good.",
    },
    .notes = {
      "1|Packing error order {order}. Swap started.",
      "2y|Missing parts sent express.",
      "3|Empty parcel: check weight with warehouse.",
    },
    .summaries = {
      "1y|Wrong item instead {of}. Swapped free of charge.",
      "2y|Parts missing from order {order}, sent express.",
      "3|Empty parcel, warehouse looking into it.",
    },
    .promises = {
      "13|the right one will be delivered on {due}",
      "you will have the warehouse's answer by {due}",
    },
  },
  [DIAPASON_COMPANY_STOCK_CONTRADICTION] = {
    .subjects = {
      "Site says in stock, shop says no",
      "{Thing}: in stock or not?",
      "Wasted trip to the {place} shop",
    },
    .openings = {
      "1|The site had {the} in stock, but the {place} shop has none.",
      "1|I drove twenty-five miles for nothing: the site showed three of them.",
      "The shop says one thing, the site another. Which is it?",
      "2|I reserved {the} online and the shop knows nothing about it.",
      "3|It's {other} in the shop and {amount} on the site.",
    },
    .details = {
      "It was the {place} shop, on {date}.",
      "1|I have a screenshot saying \"available today\".",
      "The man in the shop told me the site is never right.",
    },
    .questions = {
      "Which shop did you go to, and on what day?",
      "2|Did you get an email confirming the reservation?",
    },
    .answers = {
      "1|The {place} shop's stock was out by two and I've had it corrected. I'm reserving one for you, delivered free.",
      "3|The price on the site is the one that counts: the shop will charge {amount}, I've told the manager.",
      "12|I've found one and had it put aside in your name, it's waiting at the {place} shop.",
    },
    .stucks = {
      "12|I see the shops' stock a day late. I'm asking the shop to look on the shelf.",
      "12|There are none left, whatever the site says. I've reported it but have no date for more.",
    },
    .notes = {
      "1|Stock wrong at {place} shop, reported.",
      "3|Site {amount}, shelf {other}. Align.",
      "2|Online reservation never reached the shop.",
    },
    .summaries = {
      "12|Stock differs between site and {place} shop.",
      "1y|Wasted trip, one reserved elsewhere.",
      "3y|Price differs between site and shop, matched at {amount}.",
    },
    .promises = {
      "12|one will be put aside for you at the {place} shop by {due}",
      "12|I will tell you on {due} what the shop has found",
      "3|the {place} shop will charge you {amount} by {due}",
    },
  },
  [DIAPASON_COMPANY_BILL_WRONG] = {
    .subjects = {
      "Bill makes no sense",
      "Bill far too high",
      "Contract {contract}: mistake on bill",
      "Catch-up bill of {other}",
    },
    .openings = {
      "My last bill is {other}, I usually pay {amount}.",
      "3|I don't understand the catch-up you're asking me for.",
      "1|You've billed an estimate although I sent in a reading.",
      "2|The bill of {date} counts the standing charge twice.",
      "14|How can I have used that much when I was away for a month?",
      "You're asking {other} for {my}. That's impossible.",
    },
    .details = {
      "My contract is {contract}.",
      "The meter says {meter}, I've just looked.",
      "Nothing has changed here, same appliances, same people.",
      "The bill says {other}, my monthly payment is {amount}.",
    },
    .questions = {
      "Could you read me the number on the meter?",
      "What's the contract number, and which bill is it?",
      "Do you have a new appliance or heater since last year?",
    },
    .answers = {
      "1|The bill rested on an estimate that was too high. With your reading of {meter} I've worked it out again: {amount} is left to pay.",
      "2|The standing charge was indeed counted twice. I'm cancelling the bill, a new one goes out today.",
      "3|The catch-up covers twelve months. I can spread it over six at no cost and adjust the monthly payment.",
      "4|The network's readings were the wrong way round. It's put right, you'll get a credit note.",
    },
    .stucks = {
      "14|The network's reading contradicts yours. I have to ask for a check, and that takes time.",
      "I can see something is off, but billing has to correct it. I've stopped the payment meanwhile.",
    },
    .notes = {
      "14|Contract {contract}, estimate too high, customer reads {meter}.",
      "2|Standing charge billed twice, credit note requested.",
      "n|Payment on hold, waiting for billing.",
      "3|Catch-up {other} explained, offered instalments.",
    },
    .summaries = {
      "1y|Bill of {other} disputed, reworked with reading {meter}.",
      "2y|Contract {contract}: standing charge twice, credit note issued.",
      "3y|Catch-up bill explained and spread.",
      "14n|Estimate disputed, check asked of the network.",
    },
    .promises = {
      "124|the corrected bill will be in your account by {due}",
      "n|nothing will be taken before billing has answered, which is due {due}",
      "I will call you on {due} with the new amount",
    },
  },
  [DIAPASON_COMPANY_CHARGED_TWICE] = {
    .subjects = {
      "Charged twice",
      "Two payments of {amount} taken",
      "Payment error, contract {contract}",
    },
    .openings = {
      "You took {amount} twice this month.",
      "Two payments on the same day for {my}!",
      "1|My bank says I'm overdrawn because you charged me twice.",
      "You took {amount} on {date} and {amount} again the day after.",
      "2|I paid by card and you took the direct debit all the same.",
    },
    .details = {
      "Contract {contract}, both lines have the same reference.",
      "1|My bank charges me for every payment that bounces.",
      "I can send you the statement.",
    },
    .questions = {
      "On which dates do you see the two payments?",
      "Could you confirm the contract number and both amounts?",
    },
    .answers = {
      "1|I can see both payments. The second is coming back to you by transfer, and we're covering your bank's charges.",
      "2|The first payment hadn't been matched to the bill, hence the second. I'm refunding {amount}.",
      "3|The second one is only a hold, it lapses by itself in two days and won't be taken.",
    },
    .stucks = {
      "I only see one payment on my side. I need your statement to find the other.",
      "Returning a direct debit needs a signature from finance. I've asked for it.",
    },
    .notes = {
      "12y|Double payment {amount} confirmed, transfer requested.",
      "1|Bank charges on us. Contract {contract}.",
      "n|Asked customer for statement.",
    },
    .summaries = {
      "12y|Charged {amount} twice, refund started.",
      "2y|Card payment not matched, taken twice. Put right.",
      "1y|Overdraft caused by our mistake, charges covered.",
    },
    .promises = {
      "12|{amount} will be back on your account by {due}",
      "1|your bank's charges will be refunded by {due}",
      "finance will check both payments and I will write to you on {due}",
    },
  },
  [DIAPASON_COMPANY_PAYMENT_PLAN] = {
    .subjects = {
      "Paying in instalments",
      "Struggling to pay",
      "Contract {contract}: more time",
    },
    .openings = {
      "1|I can't pay {other} all at once, can I spread it?",
      "2|I've lost my job and would like more time for the bill.",
      "1|Could you offer me instalments for {my}?",
      "2|I've had a reminder while I'm waiting for help from the council.",
      "3|My monthly payment is too much, could it come down?",
    },
    .details = {
      "13|I can manage {amount} a month.",
      "The contract is {contract}, I've always paid on time.",
      "12|I'm seeing a debt adviser on {next}.",
    },
    .questions = {
      "13|How much could you pay each month without going short?",
      "On which day does your pay or your help come in?",
    },
    .answers = {
      "1|I can offer six payments of {amount}, at no cost. Nothing will be cut off and the reminders stop.",
      "3|From next month your payment is {amount}.",
      "2|The account is frozen for two months until the help arrives. You won't get any more reminders.",
    },
    .stucks = {
      "1|Beyond six months I have to ask my manager. I'm passing on what you propose.",
      "1|There's already a plan on this contract and I can't open another on my own.",
    },
    .notes = {
      "1y|6 x {amount} requested. Reminders stopped.",
      "2|Hard times, please be kind. Help expected.",
      "3y|Monthly payment down to {amount}.",
    },
    .summaries = {
      "1y|Payment plan agreed on contract {contract}.",
      "2|Customer in passing difficulty, reminders stopped.",
      "3y|Monthly payment changed to {amount}.",
    },
    .promises = {
      "1|you will have my manager's answer about the plan by {due}",
      "1|the plan will be with you in writing by {due}",
      "23|you will have my manager's answer by {due}",
    },
  },
  [DIAPASON_COMPANY_BANK_CHANGE] = {
    .subjects = {
      "Changing bank",
      "New account details",
      "Contract {contract}: direct debit",
    },
    .openings = {
      "1|I've changed bank, how do I give you the new account?",
      "1|I'd like to change the account that {my} bill is paid from.",
      "1|My old account closes soon, what do I do about the direct debit?",
      "2|Can I go from direct debit to paying by card?",
    },
    .details = {
      "The next payment is due in ten days.",
      "Contract {contract}.",
      "1|The old account closes on {next}.",
    },
    .questions = {
      "1|Would you rather do it online or have a form to sign?",
      "1|On what day will the old account be closed?",
    },
    .answers = {
      "1|I've sent the new mandate, you can sign it on your phone. The next payment will come from the new account.",
      "1|That's recorded. For safety I never take account numbers over the phone, the link you've just had is all you need.",
      "2|Your contract now pays by card, you'll have a reminder five days before each payment.",
    },
    .stucks = {
      "1|The mandate won't go through, our system refuses that account. I'm reporting it.",
      "This month's payment has already left, I can't change it any more.",
    },
    .notes = {
      "1y|Mandate sent, contract {contract}.",
      "2|Asked to pay by card.",
      "1|No account numbers by phone, link sent.",
    },
    .summaries = {
      "1y|Change of bank account, mandate sent.",
      "2y|Contract {contract} now paid by card.",
      "1|Direct debit to move to the new account, explained.",
    },
  },
  [DIAPASON_COMPANY_METER_READING] = {
    .subjects = {
      "Meter reading",
      "My reading: {meter}",
      "Contract {contract}, reading",
    },
    .openings = {
      "1|Here's my reading: {meter}.",
      "2|The site won't take my reading, it says the number is too small.",
      "3|Where do I find the number on the new meter?",
      "1|The meter reader couldn't get in, so I'm giving you the number myself.",
      "4|Why do you ask for a reading if the meter is smart?",
    },
    .details = {
      "12|Contract {contract}, read this morning.",
      "13|The screen shows {meter} and then zeros.",
      "The meter is in the cellar, I took a photo.",
    },
    .questions = {
      "123|What number do you see, without the decimals?",
      "Could you give me the last four digits of the meter's own number?",
    },
    .answers = {
      "1|The reading {meter} is on record, the next bill will go by it.",
      "2|The site was comparing it with too high an estimate. I've put {meter} in by hand, all good.",
      "3|Press the button twice: the number beside \"total\" is the one.",
      "4|The meter stopped talking to us a month ago, that's why we ask. With your number the bill will be right.",
    },
    .stucks = {
      "12|The number is lower than the last one, so somebody has to come and look.",
      "34|The meter has stopped talking to us. I've told the network, who will be in touch.",
    },
    .notes = {
      "1y|Reading {meter} entered, contract {contract}.",
      "4|Meter silent, reported to network.",
      "2|Site refuses reading, entered by hand.",
    },
    .summaries = {
      "12y|Reading {meter} recorded.",
      "3y|Helped to read the meter.",
      "12n|Reading makes no sense, check requested.",
      "4|Meter silent for a month, explained why we ask.",
    },
  },
  [DIAPASON_COMPANY_MOVING] = {
    .subjects = {
      "Moving house",
      "I'm moving on {next}",
      "Contract {contract}: new home",
    },
    .openings = {
      "1|I'm moving soon and would like to take {my} contract with me.",
      "2|We're leaving {city} at the end of the month, how do I stop the contract?",
      "3|I'm moving into a place where the power is off.",
      "3|What do you need to switch on my new flat?",
      "4|I moved on {date} and you're still billing me for the old place.",
    },
    .details = {
      "12|I hand back the keys on {next}.",
      "14|Contract {contract}, the new place has two bedrooms.",
      "13|I don't know the number of the new meter.",
      "2|The landlord wants the meter left on.",
    },
    .questions = {
      "12|When do you hand back the keys, and do you have the new address?",
      "3|Do you know who lived there before?",
    },
    .answers = {
      "1|The contract stops on the day of the keys and the new one starts the same day. Do read both meters.",
      "3|It can be switched on from here, you'll have power on {next}.",
      "4|I've ended the old contract as of {date} and am refunding what you overpaid.",
      "2|The contract ends on the day you hand back the keys. Send us the reading that day and the final bill will follow.",
    },
    .stucks = {
      "13|Without the new meter's number the network won't switch it on. It's printed on the front.",
      "3|The place is still in the last tenant's name, their leaving has to be recorded first.",
    },
    .notes = {
      "1|Move {next}, closing + opening linked.",
      "3|Meter number missing, customer will ring.",
      "4|Old place billed in error since {date}.",
    },
    .summaries = {
      "1y|Moving house: contract {contract} transferred.",
      "3y|Switch-on booked for {next}.",
      "4y|Old contract ended, overpayment to return.",
      "2y|End of contract {contract} recorded.",
    },
    .promises = {
      "13|the power will be on in your new home on {due}",
      "24|you will have written confirmation that the contract has ended by {due}",
      "24|the final bill will be sent by {due}",
    },
  },
  [DIAPASON_COMPANY_ADDRESS_CHANGE] = {
    .subjects = {
      "Change of postal address",
      "Post going to the wrong address",
      "Please update my details",
    },
    .openings = {
      "1|My bills still go to my old address.",
      "1|I want to change where the post goes, not where the supply is.",
      "2|You've spelt my name wrong on your letters.",
      "3|Can you take down my new phone number?",
      "4|I got married, how do I change the name on the contract?",
    },
    .details = {
      "1|The right address is {street}, {city}.",
      "Contract {contract}.",
      "1|I can't get at the old letterbox any more.",
    },
    .questions = {
      "1|Could you give me the new address with the postcode?",
      "Would you like the bills by email too?",
    },
    .answers = {
      "1|Done. The next bill goes to the right address.",
      "24|The spelling is corrected everywhere, contract and letters.",
      "3|The new number is recorded and the old one deleted.",
    },
    .stucks = {
      "4|To change the name I need a document, which you can upload to your account.",
      "1|The system refuses that address, it doesn't know it yet. I'm asking for it to be added.",
    },
    .notes = {
      "1y|Postal address updated.",
      "24|Name corrected, contract {contract}.",
      "3y|New phone recorded, old deleted.",
    },
    .summaries = {
      "1y|Postal address updated.",
      "y|Details corrected, contract {contract}.",
      "4n|Change of name, document requested.",
    },
  },
  [DIAPASON_COMPANY_BREAKDOWN] = {
    .subjects = {
      "{Thing} not working",
      "No hot water",
      "Urgent, contract {contract}",
    },
    .openings = {
      "13|{My} has broken down and we have no heating.",
      "13|No hot water since last night, and I have a six-month-old baby.",
      "{The} shows an error code and makes a dreadful noise.",
      "2|There's a leak underneath, what should I turn off?",
      "13|{My} cuts out every ten minutes, it's fourteen degrees in here.",
      "1|My mother is 86 and has no heating. Send somebody.",
    },
    .details = {
      "Contract {contract}, serviced last year.",
      "I've already restarted it three times.",
      "The red light is flashing and the pressure is at zero.",
      "I'm at home {hours}.",
    },
    .questions = {
      "Which code does it show, and is the pressure above one?",
      "Is there a small child, or somebody old or ill, in the house?",
      "Can you smell gas?",
    },
    .answers = {
      "12|An engineer is coming on {visit}, {hours}. Leave it switched off until then.",
      "3|With the pressure back up it starts again, I'll stay on the line until the water is warm.",
      "1|I'm marking it as urgent: visit on {visit}, and we're lending you a heater.",
      "12|It's covered by your contract {contract}, call-out and parts included. An engineer is coming on {visit}, {hours}.",
    },
    .stucks = {
      "The part isn't in stock and I have no date. I'm looking for another engineer near {city}.",
      "There's no engineer free in your area today, I'm truly sorry.",
    },
    .notes = {
      "1|{Thing} down, vulnerable person at home. Priority.",
      "3y|Pressure at zero, topped up by phone. OK.",
      "n|Part to order, error code noted.",
      "12|Visit {visit} {hours}, text the customer.",
    },
    .summaries = {
      "12|{Thing} broken down, engineer booked for {visit}.",
      "3y|Fixed over the phone, pressure topped up.",
      "n|Broken down, no date for repair, part missing.",
      "1|No heating at home, treated as urgent.",
    },
    .promises = {
      "12|the engineer will be with you on {due}, {hours}",
      "n|I will call you on {due} with the date the part arrives",
      "1|a heater will be brought to you by {due}",
    },
  },
  [DIAPASON_COMPANY_APPLIANCE_FAULT] = {
    .subjects = {
      "{Thing} stopped working",
      "{Thing} warranty",
      "Order {order}: faulty",
    },
    .openings = {
      "12|{The} broke down after eight months.",
      "1235|{My} won't start at all any more.",
      "12|{The} trips the fuse for the whole house.",
      "{The} has been making a grinding noise since yesterday.",
      "125|Is {the} still under warranty?",
      "4|Third fault in a year with {the}, I want a new one.",
    },
    .details = {
      "Bought last year, I have the receipt.",
      "I followed the guide to the end and it made no difference.",
      "Order {order}, {amount} paid.",
      "1245|There's a burning smell when I switch it on.",
    },
    .questions = {
      "Since when, and what have you tried already?",
      "Could you read me the serial number underneath?",
    },
    .answers = {
      "1|It's under warranty until next year. A repairer is coming on {visit}, {hours}.",
      "2|That's a known fault in this series. We're replacing {the} without a repair.",
      "3|Unplug it for a quarter of an hour and then hold the start button: that resets it. If the light is green, you're fine.",
      "4|After three faults you're entitled to a new one. I'm placing the order.",
    },
    .stucks = {
      "124|The part is out of stock at the maker's. I'm asking for leave to replace it.",
      "5|The warranty ran out not long ago. I'm asking for a gesture, but it isn't mine to decide.",
    },
    .notes = {
      "1|{Thing} under warranty, repairer {visit}.",
      "2|Fault in series, straight swap.",
      "4|3rd fault. Replacement requested, order {order}.",
      "Went through the guide together again.",
    },
    .summaries = {
      "1|{Thing} faulty, under warranty, repair {visit}.",
      "24y|Known fault, replacement started for order {order}.",
      "5n|Out of warranty, gesture requested.",
      "3y|Talked through a reset, works again.",
    },
    .promises = {
      "1|the repairer will be with you on {due}, {hours}",
      "24|you will have an answer about a new {thing} by {due}",
    },
  },
  [DIAPASON_COMPANY_TECHNICIAN_ABSENT] = {
    .subjects = {
      "Engineer didn't come",
      "Missed appointment on {date}",
      "Waited in all morning",
    },
    .openings = {
      "Your engineer was due {hours}, I'm still waiting.",
      "I took half a day off and nobody came.",
      "2|The engineer put down that I was out, which isn't true.",
      "3|That's the second missed appointment for {my}.",
      "Nobody came and nobody let me know.",
    },
    .details = {
      "The appointment was on {date}, contract {contract}.",
      "I have the text confirming it in front of me.",
      "A day lost is a day without pay.",
    },
    .questions = {
      "Did you get a text or a call from the engineer?",
      "Which slot could work for you next?",
    },
    .answers = {
      "13|The engineer was held up by a gas leak and nobody told you, that's our fault. New visit on {visit}, {hours}.",
      "I've found you the first slot on {visit}, and {amount} credit for the lost day.",
      "2|The address on the job was wrong. It's corrected, the engineer comes on {visit}.",
    },
    .stucks = {
      "The diary is full and I won't give you a slot that I can't guarantee.",
      "The contractor isn't answering. I've alerted my manager.",
    },
    .notes = {
      "Missed visit {date}, customer in. New slot.",
      "3|Contractor's 2nd no-show, escalate.",
      "y|Offered {amount} for the lost day.",
    },
    .summaries = {
      "y|Engineer no-show on {date}, new appointment {visit}.",
      "3|Second missed appointment, manager alerted.",
      "2|Customer wrongly marked as out.",
    },
    .promises = {
      "the engineer will be with you on {due}, {hours}, first on the round",
      "the area manager will ring you by {due}",
    },
  },
  [DIAPASON_COMPANY_APPOINTMENT] = {
    .subjects = {
      "Yearly service: appointment",
      "Moving my appointment",
      "Contract {contract}, visit",
    },
    .openings = {
      "1|I'd like to book the {thing} service.",
      "2|Can we move the appointment on {next}? I'm working that day.",
      "1|Could the engineer come after five?",
      "3|How long does the service take?",
    },
    .details = {
      "1|Contract {contract}, last year it was in October.",
      "12|Ideally {hours}.",
      "12|There's a code for the front door, I'll give it to you.",
    },
    .questions = {
      "12|Which days suit you best?",
      "12|Is there a code or a key needed to get in?",
    },
    .answers = {
      "1|That's booked for {visit}, {hours}. You'll get a text the day before.",
      "2|Moved, no trouble at all: {visit}, {hours}.",
      "3|It takes forty minutes, just clear the way to it.",
    },
    .stucks = {
      "12|I've no slots left in your area this month, I'll put you on the waiting list.",
      "12|The diary for {city} isn't open yet.",
    },
    .notes = {
      "1y|Visit {visit} {hours}.",
      "2y|Moved at customer's request.",
      "1y|Service {thing}, door code noted.",
    },
    .summaries = {
      "1y|Service booked for {visit}, {hours}.",
      "2y|Appointment moved.",
      "3|Told how long the visit takes.",
    },
  },
  [DIAPASON_COMPANY_CANCELLATION] = {
    .subjects = {
      "Cancellation",
      "I want to stop {my}",
      "Contract {contract}: cancel",
    },
    .openings = {
      "1|I'd like to cancel {my}.",
      "1|How do I stop {the}? I don't use it any more.",
      "2|I cancelled a month ago and you keep taking {amount}.",
      "3|I withdrew within fourteen days, please confirm it.",
      "1|I've found it cheaper elsewhere, so I'm leaving.",
    },
    .details = {
      "Contract {contract}.",
      "2|I sent a signed-for letter on {date}.",
      "1|I don't want another offer, only a confirmation.",
    },
    .questions = {
      "1|May I ask what makes you leave?",
      "1|On what date would you like it to end?",
    },
    .answers = {
      "1|Cancelled as of the end of the month, free of charge. The confirmation is in your inbox.",
      "2|Your letter had reached us and nobody had dealt with it. I'm refunding the {amount} taken since.",
      "3|You withdrew in time, everything is undone.",
    },
    .stucks = {
      "1|There's still a minimum term running, I'm checking whether your reason lets you out of it.",
      "2|We have no record of the letter. Could you send me the receipt?",
    },
    .notes = {
      "1|Cancel contract {contract}, no sales pitch please.",
      "2|Letter of {date} not dealt with. Refund.",
      "3|Withdrawal within 14 days, OK.",
    },
    .summaries = {
      "1y|Cancellation recorded: {thing}.",
      "2|Cancellation forgotten, payments to return.",
      "3y|Withdrawal accepted, contract {contract}.",
    },
    .promises = {
      "you will have the cancellation in writing by {due}",
      "2|the {amount} taken in error will be refunded by {due}",
    },
  },
  [DIAPASON_COMPANY_PRICE_RISE] = {
    .subjects = {
      "Price rise",
      "Contract {contract} going up",
      "Why the increase?",
    },
    .openings = {
      "12|You've written about a price rise, but my price was meant to be fixed.",
      "My monthly payment goes from {amount} to {other}, why?",
      "3|New customers pay less than me, and I've been with you for years.",
      "You put up the price of {the} and improve nothing.",
    },
    .details = {
      "12|Contract {contract}, signed at a fixed price.",
      "The letter is dated {date}.",
      "3|My neighbour has the same deal and pays less.",
    },
    .questions = {
      "Do you have the letter in front of you, and what date is on it?",
      "Shall I compare it with what we offer now?",
    },
    .answers = {
      "13|The fixed price ended this month. On today's offer you'd pay {amount}, and I can move you at no cost.",
      "2|You were right, the price is fixed until next year. The rise is cancelled.",
      "4|The rise comes from taxes and the network, I've sent you the detail line by line.",
    },
    .stucks = {
      "3|I'm not allowed to give you the new customers' price. I've passed on what you said, and it's fair.",
      "4|The sum is right, though I understand you don't like it.",
    },
    .notes = {
      "12|Rise disputed, fixed price checked.",
      "13|Comparison sent, {amount} possible.",
      "3|Wants new customers' price, third time this week.",
    },
    .summaries = {
      "14y|Rise from {amount} to {other} explained.",
      "2y|Fixed price confirmed, rise cancelled on {contract}.",
      "3|Loyal customer unhappy about new customers' price.",
    },
  },
  [DIAPASON_COMPANY_ADVISER_RUDE] = {
    .subjects = {
      "Complaint about a call",
      "You hung up on me",
      "Lack of respect",
    },
    .openings = {
      "1|Your colleague talked to me like a child.",
      "2|Somebody hung up on me while I was explaining.",
      "1|I want to report how I was treated on {date}.",
      "3|In the {place} shop the man laughed when I asked to exchange something.",
    },
    .details = {
      "12|I was ringing about {the}, nothing complicated.",
      "12|I'd been on the line for thirty-five minutes.",
      "I don't want anybody punished, I want it to change.",
    },
    .questions = {
      "12|Do you remember what time the call was?",
      "What would you like us to do with what you've told me?",
    },
    .answers = {
      "13|Thank you for saying so. I'm talking to the person, and I apologise on our behalf.",
      "1|I've gone back over what I could of that call: you're right, that tone wasn't acceptable.",
      "2|The line was dropped by our system, it wasn't meant, but somebody should have rung you back.",
    },
    .stucks = {
      "12|I can't find a trace of that call. I'm searching with the number you gave me.",
      "It isn't for me alone to judge, I'm passing it to the team's lead.",
    },
    .notes = {
      "13|Complaint about manner, lead to deal with it.",
      "2|Dropped line confirmed, not on purpose.",
      "Customer hurt, wants an apology, no sanction.",
    },
    .summaries = {
      "1|Complaint about the tone of a call. Apologised.",
      "2|Call dropped by the system, nobody rang back.",
      "3|Complaint about the {place} shop, passed on.",
    },
    .promises = {
      "the team's lead will call you on {due}",
      "you will have a written answer to your complaint by {due}",
    },
  },
  [DIAPASON_COMPANY_NOBODY_CALLED] = {
    .subjects = {
      "Nobody called me back",
      "Promised call never came",
      "Still no news",
    },
    .openings = {
      "You were going to ring me on {date}, I'm still waiting.",
      "One of your colleagues promised me an answer, and then nothing.",
      "I've left three messages and nobody rings back.",
      "You told me \"tomorrow\". That was last week.",
      "I sat by the phone all day for nothing.",
    },
    .details = {
      "It's about {the}, contract {contract}.",
      "I spoke to somebody on {date}, I didn't take the name.",
      "I'm no longer asking for a solution, only for an answer.",
    },
    .questions = {
      "Do you know who you spoke to, and what it was about?",
      "On which number and at what time would you like to be called?",
    },
    .answers = {
      "1|I've found the note: the call was planned but given to somebody who is away. I'm answering you myself, now.",
      "2|Here's the answer you were waiting for: the visit for {the} is confirmed for {visit}, {hours}.",
      "3|The number on file had one wrong digit. It's corrected, and the answer to your question is yes.",
    },
    .stucks = {
      "I can find no trace of that call. I'd rather say so than make something up.",
      "The person dealing with it is away until Monday and I can't see their answer.",
    },
    .notes = {
      "Call-back of {date} never made. Taken over.",
      "3|Wrong number on file, corrected.",
      "No news for customer since {date}, apologised.",
    },
    .summaries = {
      "y|Call-back promised on {date} not made, answer given.",
      "Forgotten promise, case taken over.",
      "Customer left without news, apologised.",
    },
    .promises = {
      "I will call you myself on {due}, {hours}",
      "you will have a written answer by {due}",
    },
  },
  [DIAPASON_COMPANY_PRAISE] = {
    .subjects = {
      "Thank you!",
      "A big thank you to {former}",
      "Wonderful service",
    },
    .openings = {
      "1|I just wanted to thank {former} for being so patient.",
      "2|The driver who brought {the} was marvellous, please say so.",
      "1|At last a customer service where you talk to somebody.",
      "{The} works a treat, and your engineer explained everything.",
      "I often grumble, so I'll say it too when it's good: well done.",
    },
    .details = {
      "1|It had dragged on for weeks and was sorted in one call.",
      "1|It was on {date}, at the {place} shop.",
      "You can publish this if you like.",
    },
    .questions = {
      "May I share your words with the whole team?",
    },
    .answers = {
      "Thank you, that means a great deal. I'm passing your words on to the team.",
      "What a pleasure to read! I'm putting it up in our room today.",
      "Thank you for taking the time to write it, it's rare and precious.",
    },
    .stucks = {
      "Thank you, that means a great deal. I'm passing your words on to the team.",
      "Thank you, I'll tell the person myself.",
    },
    .notes = {
      "Compliment, read out at team meeting.",
      "2|Thanks for the driver, passed on.",
    },
    .summaries = {
      "Thanks, passed on to the team.",
      "1|Compliment for the {place} shop.",
      "Customer delighted with {the}, share at meeting.",
    },
  },
  [DIAPASON_COMPANY_LOGIN] = {
    .subjects = {
      "Can't sign in",
      "Account locked",
      "The code doesn't arrive",
    },
    .openings = {
      "12|I can't get into my account any more.",
      "2|The text with the code never comes.",
      "1|It refuses my password though it's the right one.",
      "3|The app closes as soon as I open a bill.",
      "1|I'm locked out after three tries.",
    },
    .details = {
      "My contract is {contract}.",
      "12|I changed phones last week.",
      "1|I've tried on two computers, same message.",
    },
    .questions = {
      "What message do you see on the screen?",
      "12|Have you kept the same phone number?",
    },
    .answers = {
      "1|It's unlocked. Choose a new password with the link you've just had.",
      "2|The texts were going to your old number. It's changed, ask for a new code.",
      "3|It's a known fault in the app, this morning's update puts it right.",
    },
    .stucks = {
      "12|I can't unlock it without checking who you are by post, it's for your own safety.",
      "It's a fault on our side, several people have told me. I don't know when it will be back.",
    },
    .notes = {
      "1y|Account unlocked, link sent.",
      "2y|Old number for text code, updated.",
      "3|App fault reported to IT.",
    },
    .summaries = {
      "12y|Access to the account restored.",
      "2y|Code sent to the old number, put right.",
      "3|App out of order, customer told.",
    },
  },
  [DIAPASON_COMPANY_BEREAVEMENT] = {
    .subjects = {
      "Death of the account holder",
      "Contract {contract} in my father's name",
      "Change of name",
    },
    .openings = {
      "1|My husband died on {date} and the contract is in his name.",
      "1|My mother has passed away, what do I do about her contract?",
      "2|You keep writing to my father, who died months ago. It's very hard.",
    },
    .details = {
      "The contract is {contract}, I still live here.",
      "I've already taken the certificate to the shop.",
      "1|I don't want it cut off, I only want my name on it.",
    },
    .questions = {
      "1|Would you like to keep the supply in your own name?",
      "1|Do you have a recent reading, or shall I see to it?",
    },
    .answers = {
      "1|I'm so sorry for your loss. The contract goes into your name with no break and no charge, I'll see to everything.",
      "2|My condolences. No more letters will go out in that name, I've checked it myself.",
      "I'm very sorry for your loss. The final bill is cancelled, there is nothing to pay.",
    },
    .stucks = {
      "I'm so sorry for your loss. I'm missing the certificate, which the shop never passed on. I'm asking for it on your behalf.",
      "My condolences. There's one thing the solicitor has to confirm, I'm getting in touch for you.",
    },
    .notes = {
      "Holder died. Great tact. Stop all letters.",
      "1n|Certificate handed in at shop, ask for it.",
      "1|Into spouse's name, no break.",
    },
    .summaries = {
      "1y|Account holder died, contract {contract} transferred.",
      "2y|Letters to the deceased stopped.",
      "1n|Change of name waiting for a document.",
    },
    .promises = {
      "2|no more letters in that name from {due} on",
      "1|the contract will be in your name by {due}",
    },
  },
  [DIAPASON_COMPANY_LARGE_PRINT] = {
    .subjects = {
      "Bills in large print",
      "I can't read your bills",
      "Accessibility",
    },
    .openings = {
      "1|My sight is poor, could you send bills in large print?",
      "2|My screen reader can't read your bills.",
      "3|I'm hard of hearing, the phone is no use to me.",
    },
    .details = {
      "Contract {contract}.",
      "I asked for it on {date} already.",
      "1|Braille isn't needed, big letters will do.",
    },
    .questions = {
      "1|What size of print suits you?",
      "12|Would you rather have paper or a document for your screen reader?",
    },
    .answers = {
      "1|Your bills will come in large print from now on, and it's noted for all my colleagues.",
      "2|I've asked for the screen reader format and am sending the last bill again that way.",
      "3|Noted: we'll always write, and nobody will ring you.",
    },
    .stucks = {
      "1|The setting is there but doesn't last from one bill to the next. I'm reporting it again.",
      "2|That format isn't offered yet. I'll send you the bill by hand meanwhile.",
    },
    .notes = {
      "1|Large print, contract {contract}.",
      "3|Don't ring, write only.",
    },
    .summaries = {
      "12y|Large-print bills set up.",
      "3y|Prefers writing, recorded, do not ring.",
    },
    .promises = {
      "12|a bill in large print will be sent by {due}",
      "3|I will have checked by {due} that nobody can ring you by mistake",
    },
  },
  [DIAPASON_COMPANY_ADVICE] = {
    .subjects = {
      "Advice before buying",
      "A question about {the}",
      "Which model?",
    },
    .openings = {
      "1|I'm torn between two models, which would you recommend?",
      "1|Between the basic {thing} and the next one up, is the difference worth the money?",
      "2|What are the exact measurements {of}? I'm short of space.",
      "3|What are the real running costs {of}?",
      "4|Do you take the old one away on delivery?",
    },
    .details = {
      "1|I'd like to spend about {amount}.",
      "12|I have a small flat in {city}.",
      "1|Quiet matters more to me than speed.",
    },
    .questions = {
      "13|How many are you at home?",
      "2|How much room do you have, width and depth?",
    },
    .answers = {
      "1|For what you do the cheapest one is plenty. No need to spend more.",
      "2|The exact measurements are on the sheet I've just sent you. Allow two centimetres more for air.",
      "4|Yes, the old one is taken away free, just empty it and unplug it.",
      "3|The yearly use is on the energy label, which I'm sending you. The eco setting takes a third off it.",
    },
    .stucks = {
      "2|I don't have that measurement. I'll ask the maker rather than guess.",
      "1|I don't know that model well. The {place} shop has one on show.",
    },
    .notes = {
      "1|Advice {thing}, budget {amount}.",
      "24|Gave sizes, explained taking away the old one.",
    },
    .summaries = {
      "1|Advice before buying: {thing}.",
      "24|Asked about sizes and taking away the old one.",
      "1n|Sent to the {place} shop to see one.",
      "3|Running costs explained: {thing}.",
    },
  },
  [DIAPASON_COMPANY_NEW_SUPPLY] = {
    .subjects = {
      "New contract",
      "Quote please",
      "Joining",
    },
    .openings = {
      "1|I'd like to join you for {thing}, how do I do that?",
      "2|What would I pay a month for a two-bedroom flat?",
      "3|I want to change supplier, will the power go off?",
      "4|Is the green offer really green?",
    },
    .details = {
      "I live in {city}, everything is electric.",
      "I pay {other} with my supplier now.",
      "I move in on {next}.",
    },
    .questions = {
      "12|How big is it, and how do you heat?",
      "2|Do you have a recent bill to hand?",
    },
    .answers = {
      "23|The change happens without a break and without a charge. Reckon on about {amount} a month, I'm sending a quote.",
      "1|You're signed up, and have fourteen days to change your mind.",
      "2|With what you use, staying where you are costs no more. I'd rather tell you.",
      "4|Yes: every unit we sell is bought from a local producer, and the list is public.",
    },
    .stucks = {
      "13|Your address isn't served by our offer yet.",
      "2|For an exact price I need the meter's number, anything else would be a guess.",
    },
    .notes = {
      "2|Quote {amount} to send.",
      "Prospect {city}, all electric.",
    },
    .summaries = {
      "2|Asked for a quote, about {amount} a month.",
      "1y|Joining explained, reminded of right to withdraw.",
      "2n|Prospect, meter number missing.",
      "34|Questions before joining, answered.",
    },
    .promises = {
      "23|the quote will be with you by {due}",
      "1|I will ring you on {due} to finish signing up",
      "4|the list of producers will be sent to you by {due}",
    },
  },
};
/* clang-format on */
