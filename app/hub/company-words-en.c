/* company-words-en.c: names, products and phrases in English. Names that many people bear, none
 * that is anybody's in particular. */
#include "company-words.h"

/* clang-format off */
static const char *const women[] = {
  "Abigail", "Ada", "Agnes", "Aileen", "Aisling", "Alexandra", "Alice", "Alison", "Amber", "Amelia",
  "Amy", "Andrea", "Angela", "Anita", "Anna", "Anne-Marie", "Aoife", "Ayesha", "Barbara", "Beatrice",
  "Bernadette", "Beth", "Bridget", "Brigid", "Caitlin", "Caroline", "Catherine", "Charlotte",
  "Chloe", "Christine", "Ciara", "Clare", "Claudia", "Daisy", "Dawn", "Deborah", "Deirdre", "Diane",
  "Donna", "Doreen", "Dorothy", "Edith", "Eileen", "Eilidh", "Eleanor", "Elizabeth", "Ella",
  "Ellen", "Emily", "Emma", "Esther", "Evelyn", "Faith", "Farah", "Fiona", "Florence", "Frances",
  "Freya", "Gemma", "Georgia", "Gillian", "Grace", "Gwen", "Hannah", "Harriet", "Hazel", "Heather",
  "Helen", "Hilary", "Imogen", "Irene", "Iris", "Isla", "Isobel", "Jacqueline", "Jane", "Janet",
  "Jasmine", "Jean", "Jennifer", "Jessica", "Joan", "Joanna", "Joyce", "Judith", "Julia", "June",
  "Karen", "Kate", "Kathleen", "Kavita", "Kerry", "Kirsty", "Laura", "Leah", "Linda", "Lorna",
  "Louise", "Lucy", "Lydia", "Maeve", "Margaret", "Marie", "Marjorie", "Martha", "Mary", "Maureen",
  "Megan", "Meera", "Moira", "Molly", "Naomi", "Niamh", "Nicola", "Nora", "Olive", "Olivia",
  "Orla", "Patricia", "Pauline", "Phoebe", "Phyllis", "Poppy", "Priya", "Rachel", "Rebecca",
  "Rhiannon", "Rhona", "Roisin", "Rose", "Rosemary", "Ruby", "Ruth", "Sally", "Samantha", "Sandra",
  "Sarah", "Saoirse", "Shauna", "Sheila", "Shirley", "Siân", "Sinead", "Siobhan", "Sophie",
  "Stella", "Susan", "Tara", "Theresa", "Tracy", "Una", "Valerie", "Vanessa", "Victoria", "Violet",
  "Wendy", "Winifred", "Yasmin", "Yvonne", "Zainab", "Zoë", NULL,
};

static const char *const men[] = {
  "Aaron", "Adam", "Adrian", "Aidan", "Alan", "Alasdair", "Albert", "Alexander", "Alfie", "Andrew",
  "Angus", "Anthony", "Arthur", "Ashley", "Barry", "Ben", "Bernard", "Brendan", "Brian", "Bruce",
  "Callum", "Cathal", "Charles", "Christopher", "Cian", "Clive", "Colin", "Conor", "Craig",
  "Daniel", "Darragh", "Darren", "David", "Dean", "Declan", "Dennis", "Derek", "Desmond",
  "Dominic", "Donald", "Douglas", "Duncan", "Dylan", "Eamon", "Edward", "Eoin", "Eric", "Ethan",
  "Euan", "Evan", "Fergus", "Finlay", "Francis", "Frank", "Gareth", "Gary", "Gavin", "Geoffrey",
  "George", "Gerald", "Gerard", "Glen", "Gordon", "Graham", "Grant", "Gregory", "Harold", "Harry",
  "Hassan", "Henry", "Howard", "Hugh", "Hywel", "Iain", "Ian", "Ibrahim", "Imran", "Ivan", "Jack",
  "Jacob", "James", "Jamie", "Jason", "Jeremy", "John", "John-Paul", "Jonathan", "Joseph", "Joshua",
  "Julian", "Keith", "Kenneth", "Kevin", "Kieran", "Lachlan", "Lawrence", "Lee", "Leo", "Leslie",
  "Liam", "Lorcan", "Luke", "Malcolm", "Mark", "Martin", "Matthew", "Michael", "Mohammed", "Murray",
  "Nathan", "Neil", "Niall", "Nicholas", "Nigel", "Noel", "Norman", "Oisin", "Oliver", "Oscar",
  "Owen", "Padraig", "Patrick", "Paul", "Peter", "Philip", "Rajesh", "Ralph", "Raymond", "Rhys",
  "Richard", "Robert", "Robin", "Roger", "Ronald", "Rory", "Roy", "Russell", "Ryan", "Samuel",
  "Scott", "Sean", "Seamus", "Simon", "Stanley", "Stephen", "Stuart", "Sunil", "Terence", "Thomas",
  "Timothy", "Toby", "Tom", "Trevor", "Tyrone", "Victor", "Vikram", "Vincent", "Walter", "Wayne",
  "William", "Zachary", NULL,
};

static const char *const families[] = {
  "Abbott", "Adams", "Ahmed", "Akhtar", "Allen", "Anderson", "Andrews", "Appleby", "Archer",
  "Armstrong", "Arnold", "Ashworth", "Atkinson", "Bailey", "Baker", "Banks", "Barker", "Barnes",
  "Barrett", "Bates", "Beaumont", "Begum", "Bell", "Bennett", "Berry", "Birch", "Black", "Booth",
  "Bowen", "Boyle", "Bradley", "Brady", "Brennan", "Briggs", "Brookes", "Brown", "Burke", "Burns",
  "Burton", "Byrne", "Cameron", "Campbell", "Carroll", "Carter", "Chambers", "Chapman", "Clarke",
  "Clayton", "Coleman", "Collins", "Connolly", "Cook", "Cooper", "Cox", "Crawford", "Cunningham",
  "Curtis", "D'Arcy", "Daly", "Davies", "Dawson", "Dean", "Dempsey", "Dixon", "Doherty", "Douglas",
  "Doyle", "Duffy", "Duncan", "Dunne", "Edwards", "Elliott", "Ellis", "Evans", "Farrell",
  "Ferguson", "Fisher", "Fitzgerald", "Fleming", "Fletcher", "Flynn", "Forbes", "Foster", "Fox",
  "Francis", "Fraser", "Gallagher", "Gardiner", "George", "Gibson", "Gill", "Gordon", "Graham",
  "Grant", "Gray", "Green", "Griffiths", "Hall", "Hamilton", "Harper", "Harris", "Harrison",
  "Harvey", "Hayes", "Healy", "Henderson", "Higgins", "Hill", "Holmes", "Howard", "Hughes", "Hunt",
  "Hunter", "Hussain", "Ingram", "Jackson", "James", "Jenkins", "Johnson", "Johnston", "Jones",
  "Kane", "Kaur", "Keane", "Kelly", "Kennedy", "Kerr", "Khan", "King", "Knight", "Lamb", "Lawson",
  "Lee", "Lewis", "Lloyd", "Lynch", "Mac an Bhaird", "MacDonald", "MacLeod", "Maguire", "Marshall",
  "Mason", "Matthews", "McCarthy", "McGrath", "McKenzie", "McLaughlin", "Mehta", "Miller", "Mills",
  "Mitchell", "Moore", "Moran", "Morgan", "Morris", "Morrison", "Murphy", "Murray", "Nash",
  "Nicholson", "Nolan", "O'Brien", "O'Connor", "O'Donnell", "O'Neill", "O'Reilly", "O'Sullivan",
  "Okafor", "Owens", "Palmer", "Parker", "Parry", "Patel", "Pearson", "Perkins", "Phillips",
  "Porter", "Powell", "Price", "Quinn", "Rahman", "Reid", "Reynolds", "Richards", "Roberts",
  "Robertson", "Robinson", "Rogers", "Rose", "Ross", "Russell", "Ryan", "Saunders", "Scott",
  "Shah", "Sharma", "Shaw", "Simpson", "Singh", "Smith", "Spencer", "Stevens", "Stewart", "Stone",
  "Sutherland", "Taylor", "Thomas", "Thompson", "Turner", "Walker", "Wallace", "Walsh", "Ward",
  "Warren", "Watson", "Watts", "Webb", "Wells", "West", "White", "Wilkinson", "Williams", "Wilson",
  "Wood", "Wright", "Young", NULL,
};

static const char *const long_families[] = {
  "Featherstonehaugh-Cholmondeley", "Satyanarayana Venkataraghavan", "Montague-Fotheringham of Skene",
  "Llewellyn-Bartholomew-Price", "Oyewole-Adeyemi-Babatunde", NULL,
};

static const char *const streets[] = {
  "High Street", "Church Lane", "Station Road", "Victoria Road", "Mill Lane", "Park Avenue",
  "The Green", "King Street", "Orchard Close", "St John's Road", "Manor Road", "Queen's Terrace",
  "Albert Road", "School Lane", "Chapel Street", "Windmill Hill", "Grange Road", "Meadow View",
  "Bridge Street", "Elm Grove", "Hawthorn Drive", "Castle Street", "Rose Cottages", "Priory Gardens",
  "Woodland Way", "North Parade", "Cross Street", "Quayside", "Springfield Road", "St Mary's Crescent",
  "Bishop's Walk", "Canal Street", "Highfield Avenue", "Clarence Place", "Lime Tree Avenue",
  "Waterloo Road", "Beech Court", "Harbour View", "Abbey Road North", "Saddlers Mews", NULL,
};

static const char *const teams[] = {
  "Canal team", "Rookery team", "Lighthouse team", "Orchard team", "Compass team", "Heather team",
  "Kestrel team", "Millstone team", NULL,
};

#define GOODS(thing, low, high)                                                                    \
  { thing, "the " thing, "my " thing, "of the " thing, "your " thing, low, high }

static const DiapasonCompanyProduct goods[] = {
  GOODS ("coffee machine", 79, 690),
  GOODS ("washing machine", 329, 899),
  GOODS ("tumble dryer", 399, 949),
  GOODS ("dishwasher", 299, 799),
  GOODS ("fridge freezer", 349, 1390),
  GOODS ("chest freezer", 219, 690),
  GOODS ("oven", 249, 990),
  GOODS ("microwave", 59, 249),
  GOODS ("induction hob", 199, 749),
  GOODS ("cooker hood", 129, 549),
  GOODS ("cordless vacuum", 149, 599),
  GOODS ("kettle", 25, 89),
  GOODS ("toaster", 24, 99),
  GOODS ("stand mixer", 189, 899),
  GOODS ("smart thermostat", 89, 249),
  GOODS ("fan heater", 49, 229),
  GOODS ("pedestal fan", 35, 199),
  GOODS ("steam iron", 119, 399),
  GOODS ("dehumidifier", 129, 349),
  GOODS ("wine cooler", 199, 999),
  { NULL },
};

static const DiapasonCompanyProduct supplies[] = {
  GOODS ("electricity", 48, 260),
  GOODS ("gas", 55, 310),
  GOODS ("energy", 90, 420),
  { NULL },
};

static const DiapasonCompanyProduct cares[] = {
  GOODS ("boiler", 60, 420),
  GOODS ("combi boiler", 60, 420),
  GOODS ("heat pump", 90, 640),
  GOODS ("pellet boiler", 80, 390),
  { NULL },
};

static const DiapasonCompanyProduct rentals[] = {
  GOODS ("coffee machine rental", 9, 39),
  GOODS ("washing machine rental", 15, 49),
  GOODS ("filter subscription", 6, 19),
  GOODS ("extended warranty", 5, 25),
  { NULL },
};

static const DiapasonCompanyPlan plans[] = {
  { DIAPASON_COMPANY_SUPPLY, "Clearing Electricity", 4800, 15900 },
  { DIAPASON_COMPANY_SUPPLY, "Hawthorn Green Electricity", 5200, 16900 },
  { DIAPASON_COMPANY_SUPPLY, "Hearth Gas", 5500, 18900 },
  { DIAPASON_COMPANY_SUPPLY, "Dual Fuel", 9800, 28900 },
  { DIAPASON_COMPANY_CARE, "Boiler Care", 990, 1890 },
  { DIAPASON_COMPANY_CARE, "Boiler Care and 24-hour Repair", 1490, 2690 },
  { DIAPASON_COMPANY_CARE, "Heat Pump Care", 1690, 2990 },
  { DIAPASON_COMPANY_RENTAL, "Coffee Machine Rental", 900, 3900 },
  { DIAPASON_COMPANY_RENTAL, "Washing Machine Rental", 1500, 4900 },
  { DIAPASON_COMPANY_RENTAL, "Five-Year Warranty", 490, 1990 },
  { DIAPASON_COMPANY_RENTAL, "Filters by Post", 600, 1900 },
  { DIAPASON_COMPANY_GOODS, NULL },
};

static const DiapasonCompanyPhrases phrases = {
  .marks = { "“", "”" },
  .months = { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December" },
  .weekdays = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" },
  .hours = { "between 8 and 10 am", "between 8 am and noon", "between 10 am and noon", "between 1 and 3 pm", "between 2 and 6 pm", "between 4 and 6 pm" },
  .counts = { "first", "second", "third", "fourth" },
  .mail_hello = { "Hello,", "Dear Sir or Madam,", "Hi there,", "Dear customer service,", "Dear Tressalune,", "To whom it may concern," },
  .mail_thanks = { "Thank you in advance.", "Could you let me know where we stand?", "I would be grateful for your help.", "I look forward to hearing from you.", "Please reply by email, I can't take calls at work.", "Many thanks." },
  .mail_bye = { "Kind regards,", "Best wishes,", "Regards,", "Yours faithfully,", "Thanks,", "All the best,", "Many thanks,", "Yours sincerely," },
  .mail_agrees = { "Thanks for coming back so quickly.", "Hello again, here is what you asked for.", "Thank you, answers below.", "Yes, of course.", "Hi again,", "As requested, here are the details." },
  .mail_content = { "Perfect, thank you so much for your help.\n{name}", "Thanks {adviser}, that's very clear.\n{name}", "Noted, and thank you for sorting it so fast.", "Thank you ever so much, all of you.\n{name}", "Lovely, thanks.", "At last, somebody who explains things. Thank you!" },
  .mail_cross = { "That is not an answer. I asked a specific question.\n{name}", "I'm very disappointed. I keep being sent back to square one.", "I note what you say, but I don't intend to leave it there.\n{name}", "You tell me to wait, but wait for what exactly?", "I'm not happy with this reply and I would like my case looked at again.\n{name}", "Honestly, it's disheartening." },
  .reply_hello = { "Hello {given},", "Dear {name},", "Hello,", "Hello {given}, this is {adviser}." },
  .reply_thanks = { "Thank you for your message.", "Thank you for taking the time to write.", "Thanks for letting us know.", "I've read your message and have your account open.", "I'm the one looking after your request.", "Thank you for all the details, they save me a lot of time." },
  .reply_sorry = { "I understand why you're annoyed, and I'm sorry.", "You're right, this should not have happened, and I apologise.", "I'm truly sorry about this mix-up.", "I'm sorry that this has happened to you.", "We owe you an apology and an explanation.", "I've gone back to the beginning of your case, with our apologies." },
  .reply_promise = { "Here is what I will do: {promise}.", "I promise you this: {promise}.", "What you can expect from me: {promise}. I'm seeing to it myself.", "So that it's clear between us: {promise}." },
  .reply_bye = { "Kind regards,\n{adviser}\n{house}", "I'm here if you need anything else.\n{adviser}, {house} customer service", "Have a good day,\n{adviser}\n{house}", "Do reply straight to this message.\n{adviser}\n{house}", "Speak soon,\n{adviser}", "With best wishes,\n{adviser}\n{house} customer service" },
  .receipt = { "We have received your message. An adviser will answer within two working days. Please do not reply to this automatic email.", "This is an automatic acknowledgement: your request has been logged.", "Your message has reached {house}. We usually answer within 48 hours." },
  .chat_hello = { "Hello", "Hi, I've got a question", "Hello there", "Hello, is anybody there?", "Hi", "Hello, I'd like to speak to an adviser" },
  .bot_hello = { "Hello, I'm {house}'s automatic assistant. How can I help?", "Welcome! I'm a robot; tell me what you need in one sentence.", "Hello! This is the automatic assistant. What is it about?", "Hello, you're talking to {house}'s automatic assistant. Go ahead." },
  .bot_offer = { "I found an article that might help. Does it answer your question?", "Have you seen our page of frequent questions?", "Here is what I can do: track an order, show a bill, book a visit.", "I'm not sure I understood. Could you put it another way?", "This article is often read on this subject. Does it help?" },
  .chat_no = { "No", "No, I've read that twice already", "That's not my question", "An adviser please", "No that doesn't answer it at all", "I want to talk to a person", "Done that, doesn't work", "No thanks, a real person please" },
  .bot_hands_over = { "I'm putting you through to an adviser.", "One moment, somebody from the team is taking over.", "I'm passing you to an adviser with what you've written.", "Handing over to a human colleague." },
  .bot_nobody = { "Our advisers are back when we next open. Leave us a message, or ring us tomorrow.", "There is nobody here at this hour. Your request isn't lost, but no adviser has read it yet.", "The team is away just now. Come back in opening hours, or send us an email." },
  .adviser_hello = { "Hello {given}, I'm {adviser}. I've read what you told the robot, no need to repeat it.", "Hi, {adviser} here. I'm opening your account now.", "Hello {given}, {adviser} from customer service. I'll take it from here.", "Hello! This is {adviser}. Thanks for waiting.", "Hello {name}, I'm {adviser} and I'm looking after you.", "Hi, it's {adviser}. Give me a minute to read the history." },
  .adviser_wait = { "One moment, I'm checking.", "I'm looking at it right now, stay with me.", "Let me look at your account, won't be a minute.", "I'm asking a colleague and will be straight back.", "Thanks for bearing with me, the system is slow today.", "I'm reading my colleagues' notes, one moment." },
  .chat_wait = { "Ok", "Sure, I'll wait", "No problem", "Thanks", "Still here", "Be quick please, I'm at work", "Ok thanks", "Fine" },
  .chat_content = { "Great, thanks!", "Perfect, thank you {adviser}", "Ok that's clear, thanks a lot", "Oh good, that's a relief", "Thanks, you're very efficient", "Brilliant", "Wow, didn't expect an answer that fast", "Cheers" },
  .chat_cross = { "So you can't do anything...", "Always the same answer", "I'm wasting my time", "Ok. I'll ring then", "Not happy at all", "And what am I supposed to do in the meantime?", "Unbelievable", "Right. Noted." },
  .adviser_more = { "Is there anything else I can do for you?", "Anything else you'd like me to look at?", "Is everything clear?", "Do you have another question?", "I'll stay a moment in case something else comes to mind." },
  .chat_bye = { "No thanks, that's all", "No, have a good day", "All good here", "No, thanks for your help", "Nothing else, bye", "No that's fine" },
  .adviser_bye = { "Have a good day!", "Thanks for getting in touch, have a nice day.", "Goodbye {given}, and thank you for your patience.", "Take care, and speak soon.", "I wish you all the best.", "Goodbye, I'll keep an eye on your account." },
  .chase = { "{Former} told me {day}. It's now past that and still nothing.", "I was promised an answer by {day} and nobody has called me back.", "You committed to {day}. Nothing has happened.", "This is the {count} time I've contacted you: the date of {day} was not kept.", "I waited until {day} as agreed with {former}. Where are we?", "Let me remind you what you promised: \"{promised}\". It wasn't kept.", "Me again. {Day} has come and gone without a word.", "I don't understand: {former} assured me it would be sorted by {day}." },
  .again = { "I'm coming back to you because my problem isn't solved.", "I've already contacted you about this and got nowhere.", "Nothing has moved since my last message.", "This is the {count} time I'm explaining the situation.", "I spoke to {former} the other day, but the problem is still there.", "I'm sorry to insist." },
  .angry = { "This is unacceptable, I've never seen service like it.", "Next time it will be the ombudsman.", "I'm starting to lose my patience.", "Every time another person, every time another answer.", "I've spent three hours on this already this week.", "Does anybody read what I write?", "I will cancel everything if this goes on.", "I'm not asking for the moon, I'm asking you to keep your word." },
  .kept = { "As promised, I'm coming back to you. I said “{promised}”, and it's done.", "I gave you my word, “{promised}”, and it has been kept.", "Good news, what I told you about is settled: “{promised}”.", "A short note to confirm that it's done: “{promised}”. Thank you for trusting us.", "“{promised}”: that's done. Tell me if anything is missing." },
  .kept_summary = { "Called back as promised, settled.", "Promise kept, {name} informed.", "Came back within the time we said.", "Promise kept and confirmed with the customer. Case closed." },
  .late = { "It's done, but later than I promised, and I owe you an apology. I had told you “{promised}”.", "I told you {day} and didn't manage it. I'm sorry. It's settled now.", "With a delay for which I apologise, everything is in order now. You were told “{promised}”.", "You waited longer than agreed and that isn't right. It was done this morning." },
  .late_summary = { "Promise kept late, apologised.", "Settled after the day promised, {name} informed.", "{Day} came and went, done now. Customer understanding." },
  .chase_summary = { "Chaser: promise for {day} not kept.", "{Count} contact, {former}'s promise not kept.", "Customer unhappy about the delay, rightly so.", "Customer chasing, nothing received since {day}.", "Apologised for the delay." },
  .promise_note = { "Promised: {promise}.", "Commitment made: {promise}.", "To follow up, promised to the customer: {promise}." },
  .text_reminder = { "{house}: reminder, our engineer calls on {visit}, {hours}. Reply OK to confirm.", "Hello, your {house} visit: {visit}, {hours}. Can't make it? Reply NO.", "{house} reminds you of the engineer's visit on {visit} ({hours}).", "Automatic message from {house}: visit on {visit}, {hours}, {street}." },
  .text_answer = { "OK", "ok thanks", "OK will be in", "Yes fine", "Ok, please ring next door first", "NO, I work that day", "Ok. Side gate is open", "Got it" },
  .stuck = { "I don't have the answer yet, and I'd rather tell you so frankly.", "I can't settle this on my own. I'm passing it to the right team with all you told me.", "I'm missing something that only another team knows. I've asked for it." },
  .solved_summary = { "Request dealt with, customer happy with the answer.", "Answer given, nothing else to do.", "Settled at the first contact." },
  .open_summary = { "No solution yet, passed to the right team.", "Waiting for an answer from inside.", "Not settled: {thing}. To follow up.", "Customer knows that it isn't settled." },
  .grave_thanks = { "Thank you for being so gentle.", "Thank you, that's easier than I had feared.", "Thank you for taking the time.", "All right. Thank you." },
  .grave_bye = { "Take care of yourself.", "I'm here if anything else should come in that name.", "My thoughts are with you and your family." },
};
/* clang-format on */

const DiapasonCompanyWords diapason_company_words_en = {
  .women = women,
  .men = men,
  .families = families,
  .long_families = long_families,
  .streets = streets,
  .teams = teams,
  .products = { goods, supplies, cares, rentals },
  .plans = plans,
  .phrases = &phrases,
};
