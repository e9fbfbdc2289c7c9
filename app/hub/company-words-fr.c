/* company-words-fr.c: names, products and phrases in French. Names that many people bear, none that
 * is anybody's in particular. */
#include "company-words.h"

/* clang-format off */
static const char *const women[] = {
  "Adèle", "Agathe", "Agnès", "Aïcha", "Alice", "Aline", "Amandine", "Anaïs", "Andrée", "Anne",
  "Anne-Laure", "Anne-Sophie", "Assia", "Aurélie", "Aurore", "Béatrice", "Bérénice", "Bernadette",
  "Brigitte", "Camille", "Caroline", "Cécile", "Céline", "Chantal", "Charlène", "Christelle",
  "Christiane", "Claire", "Clémence", "Coralie", "Danielle", "Delphine", "Denise", "Djamila",
  "Élise", "Élodie", "Émilie", "Emma", "Estelle", "Éva", "Fanny", "Fatima", "Fatou", "Flavie",
  "Florence", "Françoise", "Gaëlle", "Geneviève", "Ghislaine", "Hélène", "Héloïse", "Inès",
  "Isabelle", "Jacqueline", "Jeanne", "Joëlle", "Joséphine", "Juliette", "Karima", "Laëtitia",
  "Laure", "Laurence", "Léa", "Leïla", "Linh", "Lou", "Louise", "Lucie", "Ludivine", "Maëlle",
  "Manon", "Margaux", "Marie", "Marie-Claude", "Marie-Thérèse", "Marion", "Martine", "Mathilde",
  "Mélanie", "Michèle", "Monique", "Myriam", "Nadège", "Nathalie", "Nicole", "Noémie", "Océane",
  "Odile", "Pascale", "Pauline", "Rachel", "Rokhaya", "Romane", "Salomé", "Samira", "Sandrine",
  "Simone", "Solène", "Sophie", "Stéphanie", "Sylvie", "Valérie", "Véronique", "Virginie",
  "Yasmina", "Yvette", "Zoé", NULL,
};

static const char *const men[] = {
  "Abdoulaye", "Adrien", "Alain", "Alexandre", "Amadou", "André", "Antoine", "Arnaud", "Arthur",
  "Aurélien", "Baptiste", "Benjamin", "Benoît", "Bernard", "Bruno", "Cédric", "Charles",
  "Christian", "Christophe", "Claude", "Clément", "Cyril", "Damien", "Daniel", "David", "Denis",
  "Didier", "Dominique", "Édouard", "Émile", "Éric", "Étienne", "Fabien", "Fabrice", "Farid",
  "Florent", "François", "Frédéric", "Gabriel", "Gaël", "Georges", "Gérard", "Gilles", "Grégoire",
  "Guillaume", "Gustave", "Guy", "Hakim", "Henri", "Hervé", "Hugo", "Ibrahima", "Jacques", "Jean",
  "Jean-Baptiste", "Jean-Luc", "Jean-Pierre", "Jérémie", "Jérôme", "Joël", "Jules", "Julien",
  "Karim", "Kévin", "Laurent", "Léo", "Loïc", "Louis", "Luc", "Lucas", "Mamadou", "Marc", "Marcel",
  "Mathieu", "Maxime", "Mehdi", "Michel", "Mohamed", "Nathan", "Nicolas", "Noël", "Olivier",
  "Pascal", "Patrice", "Paul", "Philippe", "Pierre", "Quentin", "Rachid", "Raphaël", "Raymond",
  "Régis", "Rémi", "René", "Robert", "Romain", "Samuel", "Sébastien", "Serge", "Simon",
  "Stéphane", "Théo", "Thibault", "Thierry", "Thomas", "Tristan", "Valentin", "Victor", "Vincent",
  "Xavier", "Yann", "Yves", NULL,
};

static const char *const families[] = {
  "Adam", "Allard", "Andrieu", "Arnoux", "Aubry", "Auger", "Bailly", "Barbier", "Baron", "Barré",
  "Baudry", "Beaulieu", "Belkacem", "Benali", "Benoît", "Bérard", "Berger", "Bernard", "Berthelot",
  "Besnard", "Blanchet", "Blondel", "Bodin", "Boissière", "Bonnet", "Boucher", "Bouchard",
  "Boulanger", "Bourdon", "Bourgeois", "Boyer", "Briand", "Brunet", "Carlier", "Caron",
  "Carpentier", "Carré", "Chambon", "Charrier", "Chartier", "Chauvin", "Chevallier", "Cissé",
  "Clément", "Colas", "Collet", "Cordier", "Courtois", "Coulibaly", "Cousin", "D'Almeida", "Da Silva",
  "Daniel", "David", "De Oliveira", "Delahaye", "Delaunay", "Delmas", "Deschamps", "Diallo",
  "Dubois", "Duchêne", "Dufour", "Dumas", "Dumont", "Dupont", "Dupuis", "Durand", "El Idrissi",
  "Étienne", "Fabre", "Faure", "Ferrand", "Fleury", "Fontaine", "Fournier", "Gaillard", "Garnier",
  "Gauthier", "Gérard", "Germain", "Gilbert", "Girard", "Giraud", "Gonzalez", "Grandjean",
  "Guérin", "Guichard", "Guillot", "Guyot", "Haddad", "Hamel", "Hébert", "Henry", "Hoarau",
  "Hubert", "Huet", "Humbert", "Jacob", "Jacquet", "Joly", "Kaczmarek", "Khelifi", "L'Hostis",
  "Lacroix", "Lambert", "Lamy", "Langlois", "Laporte", "Laurent", "Le Bihan", "Le Gall",
  "Le Goff", "Le Roux", "Leblanc", "Leclerc", "Lecomte", "Lefèvre", "Léger", "Legrand", "Lemaître",
  "Lemoine", "Leroy", "Lévêque", "Lopez", "Lucas", "Maillard", "Mallet", "Marchal", "Marchand",
  "Maréchal", "Martin", "Martinez", "Masson", "Mathieu", "Menard", "Mercier", "Meunier", "Meyer",
  "Millet", "Monnier", "Moreau", "Morel", "Moulin", "N'Diaye", "N'Guessan", "Nguyen", "Nicolas",
  "Noël", "Ollivier", "Ouattara", "Pasquier", "Paris", "Pelletier", "Perret", "Perrin", "Petit",
  "Picard", "Pichon", "Poirier", "Prévost", "Rémy", "Renard", "Renaud", "Rey", "Riou", "Rivière",
  "Robin", "Roche", "Rousseau", "Roussel", "Roux", "Royer", "Sanchez", "Schmitt", "Schneider",
  "Sissoko", "Tanguy", "Tessier", "Thibaut", "Tran", "Traoré", "Vallet", "Vasseur", "Vidal",
  "Vincent", "Voisin", "Weber", "Zidi", NULL,
};

static const char *const long_families[] = {
  "de la Bretonnière-Montcharmont", "Charpentier de Saint-Aubin-lès-Forges",
  "Rakotomalala-Andriamanjato", "du Plessis-Villeneuve d'Arcy", "Le Guillou de Kermadec-Trévignon",
  "Wijayasinghe-Dubreuil", NULL,
};

static const char *const streets[] = {
  "rue de la République", "rue Victor-Hugo", "avenue Jean-Jaurès", "rue des Lilas",
  "rue du Moulin", "place de l'Église", "chemin des Vignes", "rue Pasteur", "rue de la Gare",
  "boulevard Gambetta", "rue des Écoles", "impasse du Puits", "rue Saint-Michel",
  "avenue du Général-Leclerc", "rue des Tilleuls", "allée des Acacias", "quai des Tanneurs",
  "rue du Faubourg-Saint-Antoine", "cours Lafayette", "rue de l'Abbé-Grégoire", "rue Basse",
  "montée des Carmes", "rue Émile-Zola", "route de Vienne", "rue du Four-à-Chaux",
  "avenue des Frères-Lumière", "rue de l'Hôtel-de-Ville", "square des Peupliers", "rue Neuve",
  "rue Marie-Curie", "rue des Trois-Fontaines", "sentier de la Crête", "rue Haute",
  "boulevard de la Liberté", "rue d'Alsace", "rue de l'Égalité", "résidence Les Cèdres, rue Voltaire",
  "rue Jules-Ferry", "allée du Bois-Joli", "rue du 8-Mai-1945", NULL,
};

static const char *const teams[] = {
  "équipe Confluence", "équipe Beffroi", "équipe Marronnier", "équipe Passerelle",
  "équipe Hirondelle", "équipe Belvédère", "équipe Boussole", "équipe Lanterne", NULL,
};

static const DiapasonCompanyProduct goods[] = {
  { "machine à café", "la machine à café", "ma machine à café", "de la machine à café", "votre machine à café", 79, 690 },
  { "lave-linge", "le lave-linge", "mon lave-linge", "du lave-linge", "votre lave-linge", 329, 899 },
  { "sèche-linge", "le sèche-linge", "mon sèche-linge", "du sèche-linge", "votre sèche-linge", 399, 949 },
  { "lave-vaisselle", "le lave-vaisselle", "mon lave-vaisselle", "du lave-vaisselle", "votre lave-vaisselle", 299, 799 },
  { "réfrigérateur", "le réfrigérateur", "mon réfrigérateur", "du réfrigérateur", "votre réfrigérateur", 349, 1390 },
  { "congélateur", "le congélateur", "mon congélateur", "du congélateur", "votre congélateur", 219, 690 },
  { "four", "le four", "mon four", "du four", "votre four", 249, 990 },
  { "micro-ondes", "le micro-ondes", "mon micro-ondes", "du micro-ondes", "votre micro-ondes", 59, 249 },
  { "plaque à induction", "la plaque à induction", "ma plaque à induction", "de la plaque à induction", "votre plaque à induction", 199, 749 },
  { "hotte", "la hotte", "ma hotte", "de la hotte", "votre hotte", 129, 549 },
  { "aspirateur sans fil", "l'aspirateur sans fil", "mon aspirateur sans fil", "de l'aspirateur sans fil", "votre aspirateur sans fil", 149, 599 },
  { "bouilloire", "la bouilloire", "ma bouilloire", "de la bouilloire", "votre bouilloire", 25, 89 },
  { "grille-pain", "le grille-pain", "mon grille-pain", "du grille-pain", "votre grille-pain", 24, 99 },
  { "robot de cuisine", "le robot de cuisine", "mon robot de cuisine", "du robot de cuisine", "votre robot de cuisine", 189, 899 },
  { "thermostat connecté", "le thermostat connecté", "mon thermostat connecté", "du thermostat connecté", "votre thermostat connecté", 89, 249 },
  { "radiateur d'appoint", "le radiateur d'appoint", "mon radiateur d'appoint", "du radiateur d'appoint", "votre radiateur d'appoint", 49, 229 },
  { "ventilateur", "le ventilateur", "mon ventilateur", "du ventilateur", "votre ventilateur", 35, 199 },
  { "centrale vapeur", "la centrale vapeur", "ma centrale vapeur", "de la centrale vapeur", "votre centrale vapeur", 119, 399 },
  { "déshumidificateur", "le déshumidificateur", "mon déshumidificateur", "du déshumidificateur", "votre déshumidificateur", 129, 349 },
  { "cave à vin", "la cave à vin", "ma cave à vin", "de la cave à vin", "votre cave à vin", 199, 999 },
  { NULL },
};

static const DiapasonCompanyProduct supplies[] = {
  { "électricité", "l'électricité", "mon contrat d'électricité", "du contrat d'électricité", "votre contrat d'électricité", 48, 260 },
  { "gaz", "le gaz", "mon contrat de gaz", "du contrat de gaz", "votre contrat de gaz", 55, 310 },
  { "électricité et gaz", "l'énergie", "mon contrat d'énergie", "du contrat d'énergie", "votre contrat d'énergie", 90, 420 },
  { NULL },
};

static const DiapasonCompanyProduct cares[] = {
  { "chaudière", "la chaudière", "ma chaudière", "de la chaudière", "votre chaudière", 60, 420 },
  { "chaudière à condensation", "la chaudière à condensation", "ma chaudière à condensation", "de la chaudière à condensation", "votre chaudière à condensation", 60, 420 },
  { "pompe à chaleur", "la pompe à chaleur", "ma pompe à chaleur", "de la pompe à chaleur", "votre pompe à chaleur", 90, 640 },
  { "chaudière à granulés", "la chaudière à granulés", "ma chaudière à granulés", "de la chaudière à granulés", "votre chaudière à granulés", 80, 390 },
  { NULL },
};

static const DiapasonCompanyProduct rentals[] = {
  { "location machine à café", "la location de la machine à café", "ma location de machine à café", "de la location de la machine à café", "votre location de machine à café", 9, 39 },
  { "location lave-linge", "la location du lave-linge", "ma location de lave-linge", "de la location du lave-linge", "votre location de lave-linge", 15, 49 },
  { "abonnement filtres", "l'abonnement aux filtres", "mon abonnement aux filtres", "de l'abonnement aux filtres", "votre abonnement aux filtres", 6, 19 },
  { "garantie étendue", "la garantie étendue", "ma garantie étendue", "de la garantie étendue", "votre garantie étendue", 5, 25 },
  { NULL },
};

static const DiapasonCompanyPlan plans[] = {
  { DIAPASON_COMPANY_SUPPLY, "Électricité Clairière", 4800, 15900 },
  { DIAPASON_COMPANY_SUPPLY, "Électricité verte Aubépine", 5200, 16900 },
  { DIAPASON_COMPANY_SUPPLY, "Gaz Foyer", 5500, 18900 },
  { DIAPASON_COMPANY_SUPPLY, "Duo électricité et gaz", 9800, 28900 },
  { DIAPASON_COMPANY_CARE, "Entretien chaudière", 990, 1890 },
  { DIAPASON_COMPANY_CARE, "Entretien et dépannage 24 h", 1490, 2690 },
  { DIAPASON_COMPANY_CARE, "Tranquillité pompe à chaleur", 1690, 2990 },
  { DIAPASON_COMPANY_RENTAL, "Location machine à café", 900, 3900 },
  { DIAPASON_COMPANY_RENTAL, "Location lave-linge", 1500, 4900 },
  { DIAPASON_COMPANY_RENTAL, "Garantie cinq ans", 490, 1990 },
  { DIAPASON_COMPANY_RENTAL, "Filtres à domicile", 600, 1900 },
  { DIAPASON_COMPANY_GOODS, NULL },
};

static const DiapasonCompanyPhrases phrases = {
  .marks = { "« ", " »" },
  .months = { "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre" },
  .weekdays = { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" },
  .hours = { "entre 8 h et 10 h", "entre 8 h et 12 h", "entre 10 h et 12 h", "entre 13 h et 15 h", "entre 14 h et 18 h", "entre 16 h et 18 h" },
  .counts = { "première", "deuxième", "troisième", "quatrième" },
  .mail_hello = { "Bonjour,", "Madame, Monsieur,", "Bonjour à toute l'équipe,", "À l'attention du service clients,", "Bonjour Tressalune,", "Madame, Monsieur, bonjour," },
  .mail_thanks = { "Merci d'avance pour votre réponse.", "Merci de me dire ce qu'il en est.", "Je vous remercie de votre aide.", "Dans l'attente de vous lire.", "Pouvez-vous me répondre par e-mail ? Je suis difficile à joindre en journée.", "Merci beaucoup." },
  .mail_bye = { "Cordialement,", "Bien cordialement,", "Bonne journée,", "Salutations,", "Bien à vous,", "Sincères salutations,", "Merci et bonne journée,", "Cdlt," },
  .mail_agrees = { "Merci pour votre retour rapide.", "Bonjour, voici ce que vous demandez.", "Merci, je réponds dans l'ordre.", "Oui, bien sûr.", "Rebonjour,", "Comme convenu, voici les précisions." },
  .mail_content = { "Parfait, merci beaucoup pour votre aide.\n{name}", "Merci {adviser}, c'est très clair.\n{name}", "C'est noté, merci de vous en être occupé{ae} si vite.", "Un grand merci à toute l'équipe.\n{name}", "Très bien, je vous remercie.", "Merci pour votre réponse, enfin quelqu'un qui explique !" },
  .mail_cross = { "Ce n'est pas une réponse. Je vous ai posé une question précise.\n{name}", "Je suis très déçu{e}. On me renvoie toujours au même point.", "Très bien, je prends note, mais je ne compte pas en rester là.\n{name}", "Vous me dites d'attendre, mais attendre quoi exactement ?", "Je ne suis pas satisfait{e} de cette réponse et je vous demande de revoir mon dossier.\n{name}", "Franchement, c'est décourageant." },
  .reply_hello = { "Bonjour {given},", "Bonjour {name},", "Bonjour,", "Bonjour {given}, ici {adviser}." },
  .reply_thanks = { "Merci pour votre message.", "Je vous remercie d'avoir pris le temps de nous écrire.", "Merci de nous avoir prévenus.", "J'ai bien lu votre message et j'ai ouvert votre dossier.", "C'est moi qui m'occupe de votre demande.", "Merci pour toutes ces précisions, elles me font gagner du temps." },
  .reply_sorry = { "Je comprends votre agacement et je vous présente nos excuses.", "Vous avez raison, cela n'aurait pas dû arriver, et j'en suis désolé{ae}.", "Je suis sincèrement désolé{ae} de ce contretemps.", "Je regrette ce qui vous arrive.", "Nous vous devons des excuses et une explication.", "Je reprends votre dossier depuis le début, avec nos excuses." },
  .reply_promise = { "Voici à quoi je m'engage : {promise}.", "Je vous le promets : {promise}.", "Ce que vous pouvez attendre de moi : {promise}. Je m'en occupe personnellement.", "Pour que ce soit clair entre nous : {promise}." },
  .reply_bye = { "Bien cordialement,\n{adviser}\n{house}", "Je reste à votre disposition.\n{adviser}, service clients {house}", "Bonne journée à vous,\n{adviser}\n{house}", "N'hésitez pas à répondre directement à ce message.\n{adviser}\n{house}", "À bientôt,\n{adviser}", "Avec toute mon attention,\n{adviser}\nService clients {house}" },
  .receipt = { "Nous avons bien reçu votre message. Un conseiller vous répond sous deux jours ouvrés. Merci de ne pas répondre à cet e-mail automatique.", "Ceci est un accusé de réception automatique : votre demande est enregistrée.", "Votre message est bien arrivé chez {house}. Réponse habituelle : moins de 48 heures." },
  .chat_hello = { "Bonjour", "Bonjour, j'ai une question", "Bonjour madame, bonjour monsieur", "Bonjour, il y a quelqu'un ?", "Hello", "Bonjour, je voudrais parler à un conseiller" },
  .bot_hello = { "Bonjour, je suis l'assistant automatique de {house}. Que puis-je faire pour vous ?", "Bienvenue ! Je suis un robot ; décrivez votre demande en une phrase.", "Bonjour ! Ici l'assistant automatique. De quoi s'agit-il ?", "Bonjour, vous parlez à l'assistant automatique de {house}. Je vous écoute." },
  .bot_offer = { "J'ai trouvé un article qui pourrait vous aider. Répond-il à votre question ?", "Avez-vous consulté la page « Questions fréquentes » ?", "Voici ce que je peux vous proposer : suivre une commande, voir une facture, prendre rendez-vous.", "Je ne suis pas sûr d'avoir compris. Pouvez-vous reformuler ?", "Cet article est souvent consulté pour ce sujet. Cela vous convient-il ?" },
  .chat_no = { "Non", "Non, je l'ai déjà lu deux fois", "Ce n'est pas ma question", "Un conseiller s'il vous plaît", "Non ça ne répond pas du tout", "Je veux parler à une personne", "Déjà fait, ça ne marche pas", "Non merci, une vraie personne svp" },
  .bot_hands_over = { "Je vous mets en relation avec un conseiller.", "Un instant, une personne de l'équipe prend la suite.", "Je transmets à un conseiller avec ce que vous m'avez écrit.", "Je passe la main à un collègue humain." },
  .bot_nobody = { "Nos conseillers sont de retour à la prochaine ouverture. Laissez-nous un message, ou appelez-nous demain.", "Il n'y a personne à cette heure-ci. Votre demande n'est pas perdue, mais aucun conseiller ne l'a encore lue.", "L'équipe est absente pour le moment. Revenez pendant nos heures d'ouverture, ou écrivez-nous un e-mail." },
  .adviser_hello = { "Bonjour {given}, je suis {adviser}. J'ai lu ce que vous avez écrit au robot, inutile de répéter.", "Bonjour, {adviser} à l'appareil, enfin, au clavier. Je regarde votre dossier.", "Bonjour {given}, {adviser} du service clients. Je prends la suite.", "Bonjour ! Ici {adviser}. Merci d'avoir patienté.", "Bonjour {name}, je suis {adviser}, je m'occupe de vous.", "Bonjour, c'est {adviser}. Laissez-moi une minute pour lire l'historique." },
  .adviser_wait = { "Un instant, je vérifie.", "Je regarde cela tout de suite, restez avec moi.", "Je consulte le dossier, une petite minute.", "Je demande à un collègue et je reviens vers vous.", "Merci de patienter, le système est un peu lent aujourd'hui.", "Je relis les notes de mes collègues, un instant." },
  .chat_wait = { "Ok", "D'accord, je patiente", "Pas de souci", "Merci", "Je reste là", "Faites vite svp, je suis au travail", "Ok merci", "Très bien" },
  .chat_content = { "Super, merci !", "Parfait, merci {adviser}", "Ok c'est clair, merci beaucoup", "Ah très bien, me voilà rassuré{e}", "Merci, vous êtes efficace", "Nickel", "Génial, je ne m'attendais pas à une réponse si rapide", "Merci bien" },
  .chat_cross = { "Donc vous ne pouvez rien faire...", "C'est toujours la même réponse", "Je perds mon temps", "Ok. Je vais appeler alors", "Vraiment pas satisfait{e}", "Et je fais quoi moi en attendant ?", "C'est incroyable", "Bon. Je note." },
  .adviser_more = { "Puis-je faire autre chose pour vous ?", "Y a-t-il un autre point que je peux regarder ?", "Est-ce que tout est clair pour vous ?", "Avez-vous une autre question ?", "Je reste encore un instant si quelque chose vous revient." },
  .chat_bye = { "Non merci, c'est tout", "Non, bonne journée", "C'est bon pour moi", "Non, merci pour votre aide", "Rien d'autre, au revoir", "Non ça ira" },
  .adviser_bye = { "Bonne journée à vous !", "Merci d'être passé{e}, bonne journée.", "Au revoir {given}, et merci de votre patience.", "Belle journée, et à bientôt.", "Je vous souhaite une belle journée.", "Au revoir, je garde un œil sur votre dossier." },
  .chase = { "{Former} m'avait dit {day}. Nous y sommes, et toujours rien.", "On m'avait promis une réponse pour {day} et personne ne m'a rappelé{e}.", "Vous vous étiez engagés pour {day}. Rien ne s'est passé.", "C'est la {count} fois que je vous contacte : la date de {day} n'a pas été tenue.", "J'ai attendu jusqu'à {day} comme convenu avec {former}. Où en est-on ?", "Je rappelle votre promesse : « {promised} ». Elle n'a pas été tenue.", "Encore moi. {Day} est passé, je n'ai aucune nouvelle.", "Je ne comprends pas : {former} m'avait assuré que ce serait réglé pour {day}." },
  .again = { "Je reviens vers vous, mon problème n'est pas réglé.", "Je vous ai déjà contactés à ce sujet, sans résultat.", "Suite à mon précédent message, rien n'a bougé.", "C'est la {count} fois que je vous explique la situation.", "J'ai parlé avec {former} l'autre jour, mais le problème est toujours là.", "Je me permets d'insister." },
  .angry = { "C'est inadmissible, je n'ai jamais vu un service pareil.", "La prochaine fois, ce sera une association de consommateurs.", "Je commence à perdre patience.", "Chaque fois une autre personne, chaque fois une autre réponse.", "J'y ai déjà passé trois heures cette semaine.", "Est-ce que quelqu'un lit ce que j'écris ?", "Je vais résilier si cela continue.", "Je ne demande pas la lune, je demande qu'on tienne parole." },
  .kept = { "Comme promis, je reviens vers vous. Je vous avais dit « {promised} » : c'est fait.", "Je vous avais donné ma parole, « {promised} », et elle est tenue.", "Bonne nouvelle, ce que je vous avais annoncé est réglé : « {promised} ».", "Petit message pour vous confirmer que c'est fait : « {promised} ». Merci de votre confiance.", "« {promised} » : c'est chose faite. Dites-moi si quelque chose manque." },
  .kept_summary = { "Rappel comme promis, c'est réglé.", "Engagement tenu, {name} prévenu{e}.", "Retour fait dans les délais annoncés.", "Promesse tenue, confirmée au client. Dossier clos." },
  .late = { "C'est fait, mais plus tard que promis, et je vous dois des excuses. Je vous avais dit « {promised} ».", "Je vous avais annoncé {day} et je n'ai pas tenu ce délai. Pardon. C'est maintenant réglé.", "Avec du retard, dont je suis désolé{ae}, tout est en ordre à présent. Vous attendiez « {promised} ».", "Vous avez attendu plus que convenu, ce n'est pas normal. C'est fait depuis ce matin." },
  .late_summary = { "Promesse tenue avec retard, excuses présentées.", "Réglé après le jour promis, {name} prévenu{e}.", "Délai de {day} dépassé, c'est fait. Client compréhensif." },
  .chase_summary = { "Relance : promesse de {day} non tenue.", "{Count} contact, engagement de {former} non respecté.", "Client mécontent du délai, à juste titre.", "Rappel du client, rien reçu depuis {day}.", "Excuses présentées pour le retard." },
  .promise_note = { "Promis : {promise}.", "Engagement pris : {promise}.", "À suivre, promis au client : {promise}." },
  .text_reminder = { "{house} : rappel, notre technicien passe chez vous {visit}, {hours}. Répondez OK pour confirmer.", "Bonjour, votre rendez-vous {house} : {visit}, {hours}. Un empêchement ? Répondez NON.", "{house} vous rappelle le passage du technicien {visit} ({hours}).", "Message automatique {house} : intervention prévue {visit}, {hours}, {street}." },
  .text_answer = { "OK", "ok merci", "OK, je serai là", "Oui c'est bon", "Ok, sonnez chez la gardienne", "NON, je travaille ce jour là", "Ok. Le code est 4B12", "Bien reçu" },
  .stuck = { "Je n'ai pas encore la réponse, et je préfère vous le dire franchement.", "Je ne peux pas régler cela seul{ae}. Je transmets au service concerné avec tout ce que vous m'avez dit.", "Il me manque une information que seul un autre service possède. Je l'ai demandée." },
  .solved_summary = { "Demande traitée, client satisfait de la réponse.", "Réponse donnée, rien d'autre à faire.", "Réglé au premier échange." },
  .open_summary = { "Pas de solution à ce stade, transmis au service concerné.", "En attente d'une réponse interne.", "Non réglé : {thing}. À suivre.", "Client informé que ce n'est pas réglé." },
  .grave_thanks = { "Merci de votre délicatesse.", "Merci, c'est plus simple que je ne craignais.", "Merci d'avoir pris le temps.", "D'accord. Merci." },
  .grave_bye = { "Prenez soin de vous.", "Je reste joignable si quoi que ce soit arrive encore à son nom.", "Bon courage à vous et à vos proches." },
};
/* clang-format on */

const DiapasonCompanyWords diapason_company_words_fr = {
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
