/* company-words-it.c: names, products and phrases in Italian. Names that many people bear, none
 * that is anybody's in particular. */
#include "company-words.h"

/* clang-format off */
static const char *const women[] = {
  "Ada", "Adele", "Agnese", "Alessandra", "Alessia", "Alice", "Amalia", "Angela", "Anita", "Anna",
  "Anna Maria", "Antonella", "Arianna", "Aurora", "Barbara", "Beatrice", "Benedetta", "Bianca",
  "Camilla", "Carla", "Carlotta", "Carmela", "Caterina", "Cecilia", "Chiara", "Clara", "Claudia",
  "Concetta", "Costanza", "Cristina", "Daniela", "Debora", "Diana", "Donatella", "Elena",
  "Eleonora", "Elisa", "Elisabetta", "Emanuela", "Emma", "Erika", "Ester", "Eugenia", "Fatima",
  "Federica", "Fiorella", "Flavia", "Francesca", "Gaia", "Giada", "Gianna", "Ginevra", "Gioia",
  "Giorgia", "Giovanna", "Giulia", "Giuseppina", "Gloria", "Grazia", "Greta", "Ilaria", "Ines",
  "Irene", "Isabella", "Lara", "Laura", "Letizia", "Licia", "Lidia", "Linda", "Lucia", "Luisa",
  "Maddalena", "Marcella", "Margherita", "Maria", "Maria Grazia", "Maria Teresa", "Mariangela",
  "Marina", "Marta", "Martina", "Matilde", "Michela", "Milena", "Miriam", "Monica", "Nadia",
  "Nicoletta", "Noemi", "Olga", "Ornella", "Paola", "Patrizia", "Rachele", "Raffaella", "Rebecca",
  "Renata", "Rita", "Roberta", "Rosa", "Rosaria", "Sabrina", "Samira", "Sara", "Serena", "Silvia",
  "Simona", "Sofia", "Sonia", "Stefania", "Susanna", "Teresa", "Tiziana", "Valentina", "Valeria",
  "Vanessa", "Veronica", "Vittoria", "Viola", "Viviana", NULL,
};

static const char *const men[] = {
  "Achille", "Adriano", "Alberto", "Aldo", "Alessandro", "Alessio", "Alfredo", "Ambrogio", "Andrea",
  "Angelo", "Antonio", "Armando", "Arturo", "Bartolomeo", "Beniamino", "Biagio", "Bruno", "Carlo",
  "Carmine", "Cesare", "Christian", "Claudio", "Corrado", "Cristiano", "Daniele", "Dario", "Davide",
  "Diego", "Domenico", "Edoardo", "Elia", "Emanuele", "Emilio", "Enrico", "Enzo", "Ernesto",
  "Ettore", "Eugenio", "Fabio", "Fabrizio", "Federico", "Ferdinando", "Filippo", "Flavio",
  "Francesco", "Franco", "Gabriele", "Gaetano", "Gennaro", "Giacomo", "Gian Luca", "Gianni",
  "Gino", "Giorgio", "Giovanni", "Giulio", "Giuseppe", "Graziano", "Guido", "Ignazio", "Ivan",
  "Ivano", "Jacopo", "Karim", "Leonardo", "Livio", "Lorenzo", "Luca", "Luciano", "Luigi", "Manuel",
  "Marcello", "Marco", "Mariano", "Mario", "Massimo", "Matteo", "Mattia", "Maurizio", "Mauro",
  "Michele", "Mirko", "Mohamed", "Nicola", "Nicolò", "Omar", "Oreste", "Pasquale", "Paolo",
  "Pier Giorgio", "Piero", "Pietro", "Raffaele", "Renato", "Renzo", "Riccardo", "Roberto", "Rocco",
  "Romano", "Ruggero", "Salvatore", "Samuele", "Sandro", "Saverio", "Sebastiano", "Sergio",
  "Silvano", "Simone", "Stefano", "Teodoro", "Tommaso", "Ugo", "Umberto", "Valerio", "Vincenzo",
  "Vito", "Vittorio", "Walter", NULL,
};

static const char *const families[] = {
  "Aiello", "Albanese", "Amato", "Amendola", "Antonelli", "Arena", "Baldi", "Barbieri", "Barone",
  "Basile", "Basso", "Battaglia", "Bellini", "Benedetti", "Benetti", "Bernardi", "Bertolini",
  "Bianchi", "Bianco", "Bonetti", "Bosco", "Brambilla", "Bruni", "Bruno", "Calabrese", "Capelli",
  "Caputo", "Carbone", "Carli", "Caruso", "Castelli", "Cattaneo", "Cavallo", "Ceccarelli",
  "Cecchini", "Cirillo", "Coletti", "Colombo", "Conti", "Coppola", "Corradini", "Costa",
  "Costantini", "D'Agostino", "D'Alessio", "D'Amico", "D'Angelo", "D'Apollonia", "Dal Pozzo",
  "Dall'Olio", "De Angelis", "De Bortoli", "De Cesare", "De Luca", "De Rosa", "De Santis", "Del Bene",
  "Del Vecchio", "Della Corte", "Dell'Orto", "Di Benedetto", "Di Giacomo", "Di Martino", "Di Pietro",
  "Donati", "Esposito", "Fabbri", "Farina", "Fasano", "Ferrara", "Ferrari", "Ferraro", "Ferri",
  "Fiore", "Fontana", "Forti", "Fumagalli", "Fusco", "Gallo", "Garofalo", "Gatti", "Gentile",
  "Giordano", "Giuliani", "Grassi", "Grasso", "Greco", "Grimaldi", "Guerra", "Guidi", "Ianniello",
  "La Rocca", "Leone", "Lo Presti", "Lombardi", "Lombardo", "Longo", "Lorenzi", "Maggi", "Mancini",
  "Marchesini", "Marchetti", "Mariani", "Marini", "Marino", "Martinelli", "Martini", "Mazza",
  "Melis", "Messina", "Milani", "Monaco", "Montanari", "Monti", "Morandi", "Morelli", "Moretti",
  "Moschetti", "Nappi", "Negri", "Neri", "Nicoletti", "Olivieri", "Orlando", "Pace", "Pagano",
  "Palmieri", "Palumbo", "Parisi", "Pasini", "Pastore", "Pellegrini", "Pellegrino", "Perrone",
  "Piras", "Poli", "Pozzi", "Puglisi", "Ricci", "Rinaldi", "Riva", "Rizzi", "Rizzo", "Romano",
  "Rossetti", "Rossi", "Ruggiero", "Russo", "Sala", "Salerno", "Sanna", "Santini", "Santoro",
  "Sartori", "Serra", "Silvestri", "Sorrentino", "Spinelli", "Testa", "Tosi", "Valentini", "Vitale",
  "Vitali", "Villa", "Zanella", "Zanetti", "Zoppi", "Zuccarello", NULL,
};

static const char *const long_families[] = {
  "Degli Alberti della Rovere Montefalco", "Notarbartolo-Castellammare di Sant'Elia",
  "Quattrocchi Mastrogiovanni", "Lo Monaco Buonfiglio dell'Acquasanta", "Abbondanzieri-Castelnuovo",
  NULL,
};

static const char *const streets[] = {
  "via Roma", "via Garibaldi", "corso Vittorio Emanuele II", "via Dante", "via Giuseppe Verdi",
  "piazza del Mercato", "via dei Mille", "via delle Rose", "via Mazzini", "viale della Repubblica",
  "via San Francesco", "vicolo del Forno", "via Cavour", "via della Stazione", "via Leonardo da Vinci",
  "corso Italia", "via XX Settembre", "via dei Tigli", "largo Sant'Antonio", "via Carducci",
  "via delle Mura", "via Marconi", "via della Libertà", "piazza San Lorenzo", "via Galileo Galilei",
  "via del Pozzo", "via Manzoni", "viale dei Platani", "via dell'Acquedotto", "via Foscolo",
  "salita dei Cappuccini", "via Monte Grappa", "via Matteotti", "via dei Pini", "strada Vecchia",
  "via Sant'Anna", "via Giovanni Pascoli", "via delle Ortensie", "corso Umberto I", "via del Lavoro",
  NULL,
};

static const char *const teams[] = {
  "squadra Navigli", "squadra Ginestra", "squadra Campanile", "squadra Portici",
  "squadra Lanterna", "squadra Maestrale", "squadra Ulivo", "squadra Bussola", NULL,
};

static const DiapasonCompanyProduct goods[] = {
  { "macchina da caffè", "la macchina da caffè", "la mia macchina da caffè", "della macchina da caffè", "la sua macchina da caffè", 79, 690 },
  { "lavatrice", "la lavatrice", "la mia lavatrice", "della lavatrice", "la sua lavatrice", 329, 899 },
  { "asciugatrice", "l'asciugatrice", "la mia asciugatrice", "dell'asciugatrice", "la sua asciugatrice", 399, 949 },
  { "lavastoviglie", "la lavastoviglie", "la mia lavastoviglie", "della lavastoviglie", "la sua lavastoviglie", 299, 799 },
  { "frigorifero", "il frigorifero", "il mio frigorifero", "del frigorifero", "il suo frigorifero", 349, 1390 },
  { "congelatore", "il congelatore", "il mio congelatore", "del congelatore", "il suo congelatore", 219, 690 },
  { "forno", "il forno", "il mio forno", "del forno", "il suo forno", 249, 990 },
  { "microonde", "il microonde", "il mio microonde", "del microonde", "il suo microonde", 59, 249 },
  { "piano a induzione", "il piano a induzione", "il mio piano a induzione", "del piano a induzione", "il suo piano a induzione", 199, 749 },
  { "cappa", "la cappa", "la mia cappa", "della cappa", "la sua cappa", 129, 549 },
  { "aspirapolvere senza filo", "l'aspirapolvere senza filo", "il mio aspirapolvere senza filo", "dell'aspirapolvere senza filo", "il suo aspirapolvere senza filo", 149, 599 },
  { "bollitore", "il bollitore", "il mio bollitore", "del bollitore", "il suo bollitore", 25, 89 },
  { "tostapane", "il tostapane", "il mio tostapane", "del tostapane", "il suo tostapane", 24, 99 },
  { "robot da cucina", "il robot da cucina", "il mio robot da cucina", "del robot da cucina", "il suo robot da cucina", 189, 899 },
  { "termostato connesso", "il termostato connesso", "il mio termostato connesso", "del termostato connesso", "il suo termostato connesso", 89, 249 },
  { "termoventilatore", "il termoventilatore", "il mio termoventilatore", "del termoventilatore", "il suo termoventilatore", 49, 229 },
  { "ventilatore", "il ventilatore", "il mio ventilatore", "del ventilatore", "il suo ventilatore", 35, 199 },
  { "ferro con caldaia", "il ferro con caldaia", "il mio ferro con caldaia", "del ferro con caldaia", "il suo ferro con caldaia", 119, 399 },
  { "deumidificatore", "il deumidificatore", "il mio deumidificatore", "del deumidificatore", "il suo deumidificatore", 129, 349 },
  { "cantinetta", "la cantinetta", "la mia cantinetta", "della cantinetta", "la sua cantinetta", 199, 999 },
  { NULL },
};

static const DiapasonCompanyProduct supplies[] = {
  { "luce", "la luce", "il mio contratto luce", "del contratto luce", "il suo contratto luce", 48, 260 },
  { "gas", "il gas", "il mio contratto gas", "del contratto gas", "il suo contratto gas", 55, 310 },
  { "luce e gas", "la fornitura", "il mio contratto luce e gas", "del contratto luce e gas", "il suo contratto luce e gas", 90, 420 },
  { NULL },
};

static const DiapasonCompanyProduct cares[] = {
  { "caldaia", "la caldaia", "la mia caldaia", "della caldaia", "la sua caldaia", 60, 420 },
  { "caldaia a condensazione", "la caldaia a condensazione", "la mia caldaia a condensazione", "della caldaia a condensazione", "la sua caldaia a condensazione", 60, 420 },
  { "pompa di calore", "la pompa di calore", "la mia pompa di calore", "della pompa di calore", "la sua pompa di calore", 90, 640 },
  { "caldaia a pellet", "la caldaia a pellet", "la mia caldaia a pellet", "della caldaia a pellet", "la sua caldaia a pellet", 80, 390 },
  { NULL },
};

static const DiapasonCompanyProduct rentals[] = {
  { "noleggio macchina da caffè", "il noleggio della macchina da caffè", "il mio noleggio della macchina da caffè", "del noleggio della macchina da caffè", "il suo noleggio della macchina da caffè", 9, 39 },
  { "noleggio lavatrice", "il noleggio della lavatrice", "il mio noleggio della lavatrice", "del noleggio della lavatrice", "il suo noleggio della lavatrice", 15, 49 },
  { "abbonamento filtri", "l'abbonamento ai filtri", "il mio abbonamento ai filtri", "dell'abbonamento ai filtri", "il suo abbonamento ai filtri", 6, 19 },
  { "estensione di garanzia", "l'estensione di garanzia", "la mia estensione di garanzia", "dell'estensione di garanzia", "la sua estensione di garanzia", 5, 25 },
  { NULL },
};

static const DiapasonCompanyPlan plans[] = {
  { DIAPASON_COMPANY_SUPPLY, "Luce Radura", 4800, 15900 },
  { DIAPASON_COMPANY_SUPPLY, "Luce verde Biancospino", 5200, 16900 },
  { DIAPASON_COMPANY_SUPPLY, "Gas Focolare", 5500, 18900 },
  { DIAPASON_COMPANY_SUPPLY, "Duo luce e gas", 9800, 28900 },
  { DIAPASON_COMPANY_CARE, "Manutenzione caldaia", 990, 1890 },
  { DIAPASON_COMPANY_CARE, "Manutenzione e pronto intervento", 1490, 2690 },
  { DIAPASON_COMPANY_CARE, "Serenità pompa di calore", 1690, 2990 },
  { DIAPASON_COMPANY_RENTAL, "Noleggio macchina da caffè", 900, 3900 },
  { DIAPASON_COMPANY_RENTAL, "Noleggio lavatrice", 1500, 4900 },
  { DIAPASON_COMPANY_RENTAL, "Garanzia cinque anni", 490, 1990 },
  { DIAPASON_COMPANY_RENTAL, "Filtri a domicilio", 600, 1900 },
  { DIAPASON_COMPANY_GOODS, NULL },
};

static const DiapasonCompanyPhrases phrases = {
  .marks = { "«", "»" },
  .months = { "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre" },
  .weekdays = { "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica" },
  .hours = { "tra le 8 e le 10", "tra le 8 e le 12", "tra le 10 e le 12", "tra le 13 e le 15", "tra le 14 e le 18", "tra le 16 e le 18" },
  .counts = { "prima", "seconda", "terza", "quarta" },
  .mail_hello = { "Buongiorno,", "Gentile servizio clienti,", "Salve,", "Alla cortese attenzione del servizio clienti,", "Spett.le Tressalune,", "Egregi signori," },
  .mail_thanks = { "Grazie in anticipo per la risposta.", "Resto in attesa di un vostro riscontro.", "Vi ringrazio per l'aiuto.", "Fatemi sapere, per favore.", "Vi chiedo di rispondermi per e-mail, di giorno non posso parlare al telefono.", "Grazie mille." },
  .mail_bye = { "Cordiali saluti,", "Distinti saluti,", "Buona giornata,", "Saluti,", "Un cordiale saluto,", "Grazie e buon lavoro,", "A presto,", "Cordialmente," },
  .mail_agrees = { "Grazie per la risposta veloce.", "Buongiorno, ecco quanto richiesto.", "Grazie, rispondo punto per punto.", "Certo, volentieri.", "Rieccomi.", "Come d'accordo, ecco i dettagli." },
  .mail_content = { "Perfetto, grazie mille per l'aiuto.\n{name}", "Grazie {adviser}, ora è tutto chiaro.\n{name}", "Ricevuto, grazie per la rapidità.", "Grazie di cuore a tutto il gruppo.\n{name}", "Benissimo, la ringrazio.", "Finalmente qualcuno che spiega le cose. Grazie!" },
  .mail_cross = { "Questa non è una risposta. Ho fatto una domanda precisa.\n{name}", "Sono molto delus{o}. Si torna sempre al punto di partenza.", "Ne prendo atto, ma non finisce qui.\n{name}", "Mi dite di aspettare, ma aspettare che cosa?", "Non sono soddisfatt{o} della risposta e chiedo che la pratica venga riesaminata.\n{name}", "Sinceramente, è scoraggiante." },
  .reply_hello = { "Buongiorno {given},", "Gentile {name},", "Buongiorno,", "Buongiorno {given}, qui {adviser}," },
  .reply_thanks = { "grazie per il suo messaggio.", "la ringrazio per averci scritto.", "grazie per averci avvisato.", "ho letto il suo messaggio e ho aperto la pratica.", "sono io che seguo la sua richiesta.", "grazie per tutti i dettagli, mi aiutano molto." },
  .reply_sorry = { "capisco il suo disappunto e le porgo le nostre scuse.", "ha ragione, non sarebbe dovuto succedere, e me ne dispiace.", "sono davvero dispiaciut{ao} per il disguido.", "mi dispiace per quello che è successo.", "le dobbiamo delle scuse e una spiegazione.", "ricomincio dall'inizio con la sua pratica, scusandomi per l'attesa." },
  .reply_promise = { "Ecco il mio impegno: {promise}.", "Glielo prometto: {promise}.", "Questo è ciò che può aspettarsi da me: {promise}. Me ne occupo di persona.", "Per essere chiari: {promise}." },
  .reply_bye = { "Cordiali saluti,\n{adviser}\n{house}", "Resto a disposizione.\n{adviser}, servizio clienti {house}", "Le auguro una buona giornata,\n{adviser}\n{house}", "Può rispondere direttamente a questo messaggio.\n{adviser}\n{house}", "A presto,\n{adviser}", "Con tutta la mia attenzione,\n{adviser}\nServizio clienti {house}" },
  .receipt = { "Abbiamo ricevuto il suo messaggio. Un consulente le risponderà entro due giorni lavorativi. La preghiamo di non rispondere a questa e-mail automatica.", "Questa è una conferma automatica: la sua richiesta è stata registrata.", "Il suo messaggio è arrivato a {house}. Di solito rispondiamo entro 48 ore." },
  .chat_hello = { "Buongiorno", "Salve, avrei una domanda", "Buongiorno a voi", "Buongiorno, c'è qualcuno?", "Ciao", "Buongiorno, vorrei parlare con un operatore" },
  .bot_hello = { "Buongiorno, sono l'assistente automatico di {house}. Come posso aiutarla?", "Benvenuti! Sono un programma: descriva la richiesta in una frase.", "Buongiorno! Risponde l'assistente automatico. Di che cosa si tratta?", "Buongiorno, sta scrivendo all'assistente automatico di {house}. Mi dica." },
  .bot_offer = { "Ho trovato un articolo che potrebbe esserle utile. Risponde alla sua domanda?", "Ha già consultato la pagina «Domande frequenti»?", "Posso proporle: seguire un ordine, vedere una bolletta, prendere un appuntamento.", "Non sono sicuro di aver capito. Può riformulare?", "Questo articolo viene letto spesso su questo tema. Può andare bene?" },
  .chat_no = { "No", "No, l'ho già letto due volte", "Non è la mia domanda", "Un operatore per favore", "No, non c'entra niente", "Voglio parlare con una persona", "Già fatto, non funziona", "No grazie, una persona vera" },
  .bot_hands_over = { "La metto in contatto con un consulente.", "Un attimo, una persona del gruppo prende in carico la chat.", "Passo tutto a un consulente con quello che mi ha scritto.", "Lascio la parola a un collega in carne e ossa." },
  .bot_nobody = { "I nostri consulenti tornano alla prossima apertura. Ci lasci un messaggio, oppure chiami domani.", "A quest'ora non c'è nessuno. La richiesta non va persa, ma nessun consulente l'ha ancora letta.", "Il gruppo al momento è assente. Torni negli orari di apertura o ci scriva un'e-mail." },
  .adviser_hello = { "Buongiorno {given}, sono {adviser}. Ho letto quello che ha scritto al programma, non serve ripetere.", "Buongiorno, qui {adviser}. Sto guardando la sua pratica.", "Buongiorno {given}, {adviser} del servizio clienti. Continuo io.", "Buongiorno! Sono {adviser}. Grazie per l'attesa.", "Buongiorno {name}, sono {adviser} e mi occupo di lei.", "Buongiorno, sono {adviser}. Mi dia un minuto per leggere lo storico." },
  .adviser_wait = { "Un attimo, verifico.", "Guardo subito, resti con me.", "Controllo la pratica, un minuto solo.", "Chiedo a una collega e torno da lei.", "Grazie della pazienza, oggi il sistema è un po' lento.", "Rileggo le note dei colleghi, un momento." },
  .chat_wait = { "Ok", "Va bene, aspetto", "Nessun problema", "Grazie", "Sono qui", "Faccia presto per favore, sono al lavoro", "Ok grazie", "Benissimo" },
  .chat_content = { "Ottimo, grazie!", "Perfetto, grazie {adviser}", "Ok tutto chiaro, grazie mille", "Ah bene, mi ha tranquillizzat{o}", "Grazie, molto efficiente", "Perfetto", "Fantastico, non mi aspettavo una risposta così veloce", "La ringrazio" },
  .chat_cross = { "Quindi non potete fare niente...", "Sempre la stessa risposta", "Sto perdendo tempo", "Ok, allora telefono", "Per niente soddisfatt{o}", "E io intanto cosa faccio?", "Incredibile", "Va bene. Ne prendo nota." },
  .adviser_more = { "Posso fare altro per lei?", "C'è un altro punto che posso controllare?", "È tutto chiaro?", "Ha un'altra domanda?", "Resto ancora un attimo, se le viene in mente qualcosa." },
  .chat_bye = { "No grazie, è tutto", "No, buona giornata", "A posto così", "No, grazie per l'aiuto", "Nient'altro, arrivederci", "No va bene" },
  .adviser_bye = { "Le auguro una buona giornata!", "Grazie per averci contattato, buona giornata.", "Arrivederci {given}, e grazie per la pazienza.", "Buona giornata e a presto.", "Le auguro ogni bene.", "Arrivederci, tengo d'occhio la sua pratica." },
  .chase = { "{Former} mi aveva detto {day}. Ci siamo, e ancora niente.", "Mi avevate promesso una risposta per {day} e nessuno mi ha richiamat{o}.", "Vi eravate impegnati per {day}. Non è successo niente.", "È la {count} volta che vi contatto: il termine di {day} non è stato rispettato.", "Ho aspettato fino a {day}, come d'accordo con {former}. A che punto siamo?", "Vi ricordo la vostra promessa: «{promised}». Non è stata mantenuta.", "Sono di nuovo io. {Day} è passato e non ho notizie.", "Non capisco: {former} mi aveva assicurato che sarebbe stato tutto risolto per {day}." },
  .again = { "Vi riscrivo perché il problema non è risolto.", "Vi ho già contattato per questo, senza risultato.", "Dopo il mio ultimo messaggio non si è mosso niente.", "È la {count} volta che spiego la situazione.", "Ho parlato con {former} l'altro giorno, ma il problema c'è ancora.", "Mi permetto di insistere." },
  .angry = { "È inaccettabile, non ho mai visto un servizio simile.", "La prossima volta ne parlo con un'associazione di consumatori.", "Comincio a perdere la pazienza.", "Ogni volta una persona diversa, ogni volta una risposta diversa.", "Ci ho già perso tre ore questa settimana.", "C'è qualcuno che legge quello che scrivo?", "Se va avanti così disdico tutto.", "Non chiedo la luna, chiedo che manteniate la parola." },
  .kept = { "Come promesso torno da lei. Le avevo detto «{promised}»: è fatto.", "Le avevo dato la mia parola, «{promised}», ed è mantenuta.", "Buone notizie, quello che le avevo annunciato è a posto: «{promised}».", "Un breve messaggio per confermarle che è fatto: «{promised}». Grazie della fiducia.", "«{promised}»: è cosa fatta. Mi dica se manca qualcosa." },
  .kept_summary = { "Richiamato come promesso, tutto risolto.", "Impegno mantenuto, {name} informat{o}.", "Riscontro dato nei tempi annunciati.", "Promessa mantenuta e confermata al cliente. Pratica chiusa." },
  .late = { "È fatto, ma più tardi di quanto promesso, e le devo delle scuse. Le avevo detto «{promised}».", "Le avevo detto {day} e non ho rispettato i tempi. Mi scusi. Ora è tutto a posto.", "Con ritardo, e me ne dispiace, adesso è in ordine. Lei aspettava «{promised}».", "Ha aspettato più del dovuto e non è giusto. È fatto da stamattina." },
  .late_summary = { "Promessa mantenuta in ritardo, scuse presentate.", "Risolto dopo il giorno promesso, {name} informat{o}.", "Termine di {day} superato, ora è fatto. Cliente comprensivo." },
  .chase_summary = { "Sollecito, {count} volta: promessa per {day} non mantenuta.", "Impegno preso da {former} non rispettato.", "Cliente scontento dei tempi, con ragione.", "Il cliente sollecita, niente da {day}.", "Scuse presentate per il ritardo." },
  .promise_note = { "Promesso: {promise}.", "Impegno preso: {promise}.", "Da seguire, promesso al cliente: {promise}." },
  .text_reminder = { "{house}: le ricordiamo il tecnico {visit}, {hours}. Risponda OK per confermare.", "Buongiorno, il suo appuntamento {house}: {visit}, {hours}. Un impedimento? Risponda NO.", "{house} le ricorda la visita del tecnico {visit} ({hours}).", "Messaggio automatico {house}: intervento previsto {visit}, {hours}, {street}." },
  .text_answer = { "OK", "ok grazie", "OK ci sarò", "Sì va bene", "Ok, citofonare dal portiere", "NO, quel giorno lavoro", "Ok. Scala B, secondo piano", "Ricevuto" },
  .stuck = { "Non ho ancora la risposta, e preferisco dirglielo con franchezza.", "Non posso risolverlo da sol{ao}. Passo tutto al servizio competente con quello che mi ha detto.", "Mi manca un'informazione che ha solo un altro ufficio. L'ho chiesta." },
  .solved_summary = { "Richiesta evasa, cliente soddisfatto della risposta.", "Risposta data, nient'altro da fare.", "Risolto al primo contatto." },
  .open_summary = { "Per ora nessuna soluzione, passato al servizio competente.", "In attesa di risposta interna.", "Non risolto: {thing}. Da seguire.", "Cliente informato che non è risolto." },
  .grave_thanks = { "Grazie per la delicatezza.", "Grazie, è più semplice di quanto temessi.", "Grazie per il tempo che mi ha dedicato.", "Va bene. Grazie." },
  .grave_bye = { "Abbia cura di sé.", "Resto raggiungibile se dovesse arrivare ancora qualcosa a suo nome.", "Un pensiero a lei e ai suoi cari." },
};
/* clang-format on */

const DiapasonCompanyWords diapason_company_words_it = {
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
