/* company-library-it.c: knowledge and ready replies in Italian. */
#include "company-library.h"

/* clang-format off */
static const DiapasonCompanyArticle articles[] = {
  { "refund", "Rimborsi: quando arrivano i soldi",
    "<p>Un rimborso non parte da solo ma in <b>gruppi</b>, due volte la settimana. Un gruppo "
    "può restare fermo perché a una sola pratica manca un documento: tutte le altre aspettano "
    "con lei.</p>"
    "<ul><li>Per prima cosa verificare che il reso sia registrato in magazzino.</li>"
    "<li>Cercare il gruppo nella scheda Pagamenti; se ha più di tre giorni, segnalarlo alla "
    "contabilità.</li>"
    "<li>Carta scaduta: i soldi tornano da noi. Proporre un bonifico.</li></ul>"
    "<p>Mai promettere una data più vicina di <b>tre giorni lavorativi</b> dallo sblocco. Al "
    "cliente si dice quello che si è visto, non quello che si spera, e la promessa va annotata "
    "perché un collega possa mantenerla in nostra assenza.</p>" },
  { "refund", "Spese di reso e buoni: che cosa è dovuto",
    "<p>Se l'apparecchio è difettoso o l'errore è nostro, <b>tutto è dovuto</b>: prezzo, "
    "consegna, reso. Non è un gesto e non serve alcun permesso.</p>"
    "<p>Se il cliente cambia idea entro quattordici giorni, gli tornano il prezzo e la consegna "
    "normale; il reso resta a suo carico.</p>"
    "<ul><li>Un buono torna come buono, a meno che il cliente chieda il denaro.</li>"
    "<li>L'imballo mancante non giustifica trattenute.</li>"
    "<li>Una trattenuta sbagliata si corregge in giornata, con una parola di scusa.</li></ul>" },
  { "delivery", "Prodotto arrivato rovinato",
    "<p>Si comincia dalla persona: un apparecchio aspettato per settimane che arriva rotto è "
    "una vera delusione.</p>"
    "<ul><li>Chiedere le foto dell'apparecchio <b>e</b> dello scatolone.</li>"
    "<li>La firma con riserva aiuta contro il corriere, ma se manca il cliente non perde nessun "
    "diritto.</li>"
    "<li>Offrire la scelta: sostituzione, rimborso, oppure tenerlo con uno sconto.</li></ul>"
    "<p>Il ritiro avviene al piano. Il cliente non porta giù e non imballa niente. Una data si "
    "dà solo se la merce è riservata.</p>" },
  { "delivery", "Il tracciamento è fermo",
    "<p>Un tracciamento fermo da <b>tre giorni lavorativi</b> non è quasi mai un semplice "
    "ritardo di aggiornamento. Le cause solite: deposito sbagliato, etichetta illeggibile, "
    "camion non completo.</p>"
    "<ul><li>Aprire una ricerca presso il corriere e annotarne il numero.</li>"
    "<li>Richiamare il cliente nel giorno detto, anche senza notizie.</li>"
    "<li>Dopo sette giorni senza traccia si rispedisce, senza attendere la fine della "
    "ricerca.</li></ul>" },
  { "delivery", "Mancata consegna con il cliente in casa",
    "<p>Si crede al cliente. Il corriere è pagato a passaggio, non a consegna, e gli avvisi "
    "lasciati senza suonare esistono.</p>"
    "<p>Verificare l'indirizzo completo, il nome sul citofono, il piano e il codice. Aggiungere "
    "il telefono per il corriere. Riprogrammare in una fascia scelta <b>dal cliente</b> e "
    "confermare con un SMS.</p>"
    "<ul><li>Secondo passaggio mancato: consegna con un nostro furgone.</li>"
    "<li>Pacco da un vicino: tocca al corriere riprenderlo.</li></ul>" },
  { "stock", "Il sito e il negozio non dicono la stessa cosa",
    "<p>Il sito legge le giacenze dei negozi una volta per notte. Nel frattempo basta una "
    "vendita, o un pezzo da esposizione, per renderle false.</p>"
    "<ul><li>Chiamare il negozio prima di confermare una disponibilità.</li>"
    "<li>Vale sempre il <b>prezzo del sito</b>, il negozio si adegua.</li>"
    "<li>Chi ha fatto un viaggio a vuoto riceve la consegna a casa senza spese.</li></ul>"
    "<p>Ogni differenza va segnalata: è un attrito noto, e il numero di segnalazioni conta.</p>" },
  { "bill", "Leggere una bolletta: lettura o stima?",
    "<p>Accanto a ogni numero una lettera dice da dove viene: <b>R</b> rilevato, <b>S</b> "
    "stimato, <b>C</b> comunicato dal cliente. Una bolletta alta poggia spesso su due S di "
    "seguito.</p>"
    "<p>Chiedere al cliente il numero sul contatore e confrontare. Una differenza oltre il "
    "dieci per cento dà diritto a una bolletta rifatta subito; non occorre aspettare la "
    "prossima.</p>"
    "<ul><li>Sospendere l'addebito durante la correzione.</li>"
    "<li>Il nuovo importo si annuncia solo quando è calcolato.</li></ul>" },
  { "bill", "Spiegare un conguaglio",
    "<p>Le rate sono una previsione. Una volta l'anno si confronta con il consumo vero: la "
    "differenza è il conguaglio. Sorprende anche quando è giusto.</p>"
    "<ul><li>Mostrare tre numeri: previsto, consumato, differenza.</li>"
    "<li>Cercare insieme la causa: stufette, una persona in più, inverno freddo.</li>"
    "<li>Oltre due rate, proporre <b>per primi</b> la rateazione senza spese.</li></ul>" },
  { "payment", "Addebito doppio",
    "<p>Dalla banca del cliente tre casi sembrano uguali:</p>"
    "<ul><li><b>Vero doppione</b>: due addebiti passati. Il secondo si restituisce con bonifico "
    "in tre giorni e le spese della banca sono nostre.</li>"
    "<li><b>Carta e addebito</b>: il pagamento con carta non è stato abbinato. Stesso "
    "rimedio.</li>"
    "<li><b>Preautorizzazione</b>: la seconda riga sparisce da sola in due giorni.</li></ul>"
    "<p>Niente prove prima di aver guardato noi. Se ne nasce uno scoperto, insieme al rimborso "
    "sono dovute le scuse.</p>" },
  { "payment", "Proporre una rateazione",
    "<p>Chi chiede di dividere fa uno sforzo, non è un cattivo pagatore. Si parla prima di "
    "quanto <b>può</b> versare, e solo dopo del numero di mesi.</p>"
    "<ul><li>Fino a sei mesi: si decide da soli, senza spese.</li>"
    "<li>Da sette a dodici: si chiede al responsabile.</li>"
    "<li>Se è atteso un aiuto: pratica congelata per due mesi.</li></ul>"
    "<p>Dall'accordo in poi i solleciti si fermano e non si stacca niente. Il piano si manda "
    "per iscritto in giornata.</p>" },
  { "payment", "Cambiare conto bancario",
    "<p>Le coordinate bancarie non si prendono <b>mai</b> al telefono né in chat. Si invia il "
    "collegamento per la firma: il cliente inserisce il conto e firma dal telefono.</p>"
    "<p>Il cambio vale per l'addebito seguente se firmato cinque giorni prima. Se è più tardi, "
    "avvisare che il vecchio conto sarà usato ancora una volta.</p>" },
  { "meter", "Trovare il numero giusto sul contatore",
    "<ul><li><b>Luce, contatore telegestito</b>: premere il pulsante fino ad A1, A2, A3 e "
    "leggere i numeri senza gli zeri iniziali.</li>"
    "<li><b>Contatore vecchio</b>: si leggono le cifre nere, non quella rossa.</li>"
    "<li><b>Gas</b>: si legge quello che sta prima della virgola, in metri cubi.</li></ul>"
    "<p>Il sito rifiuta un'autolettura più bassa della stima. In quel caso la si inserisce a "
    "mano con il motivo «lettura cliente». Se il numero è sotto l'ultima <b>lettura vera</b>, "
    "si chiede una foto e poi una verifica.</p>" },
  { "moving", "Traslocare in cinque passi",
    "<ul><li>Giorno delle chiavi e nuovo indirizzo.</li>"
    "<li>Lettura di uscita, con foto.</li>"
    "<li>Codice del nuovo contatore o nome di chi c'era prima.</li>"
    "<li>Data di attivazione: un giorno a distanza, cinque con il tecnico.</li>"
    "<li>Indirizzo per la bolletta di chiusura.</li></ul>"
    "<p>Chiusura e attivazione vanno sempre nella stessa pratica. Una vecchia casa fatturata "
    "dopo l'uscita si <b>rimborsa senza discutere</b> dal giorno delle chiavi.</p>" },
  { "account", "Il cliente non entra nella sua area",
    "<p>Farsi leggere il messaggio parola per parola.</p>"
    "<ul><li>«Accesso bloccato»: sbloccare e inviare il collegamento per la nuova password.</li>"
    "<li>Codice mai ricevuto: nove volte su dieci in anagrafica c'è il vecchio numero.</li>"
    "<li>L'applicazione si chiude: aggiornarla, altrimenti il sito funziona anche dal "
    "telefono.</li></ul>"
    "<p>L'identità si verifica <b>prima</b> di cambiare un numero, mai dopo. Se resta un "
    "dubbio, l'unica via è una lettera all'indirizzo noto.</p>" },
  { "account", "Caratteri grandi, lettori di schermo, scrivere e non chiamare",
    "<p>Queste preferenze sono un diritto e non si chiedono giustificazioni. Si annotano nella "
    "scheda, alla voce Esigenze, con il consenso del cliente.</p>"
    "<ul><li>Caratteri grandi: corpo 18, carta o PDF.</li>"
    "<li>Lettore di schermo: bolletta accessibile, inviata per e-mail.</li>"
    "<li>«Solo per iscritto»: nessuna chiamata, nemmeno per un appuntamento.</li></ul>"
    "<p>Controllare la bolletta seguente: al rinnovo del contratto l'impostazione a volte si "
    "perde.</p>" },
  { "breakdown", "Niente riscaldamento: i primi minuti",
    "<p><b>Odore di gas?</b> Chiudere il rubinetto, aprire le finestre, uscire, chiamare il "
    "numero di emergenza. Non riaccendere niente. Questo viene prima di tutto.</p>"
    "<p>Altrimenti:</p>"
    "<ul><li>Pressione sotto 1: guidare il ripristino.</li>"
    "<li>Codice sullo schermo: annotarlo, decide quale pezzo portare.</li>"
    "<li>Neonati, anziani, malati: urgenza e stufetta in prestito.</li></ul>"
    "<p>Una fascia si dà solo se l'agenda la conferma. «Non lo so ancora, la richiamo alle 16» "
    "vale più di una promessa vuota.</p>" },
  { "repair", "Garanzia: che cosa dice la legge, che cosa vende la casa",
    "<p>La <b>garanzia legale</b> dura due anni e non costa niente. In quel periodo tocca a noi "
    "provare che il danno è del cliente, non il contrario. L'estensione venduta viene dopo e "
    "non sostituisce niente.</p>"
    "<ul><li>Riparazione entro trenta giorni, altrimenti sostituzione.</li>"
    "<li>Terzo guasto dello stesso apparecchio: sostituzione offerta subito.</li>"
    "<li>Scaduta da poco: chiedere un gesto, senza annunciare nulla prima della "
    "risposta.</li></ul>" },
  { "appointment", "Il tecnico non è venuto",
    "<p>Mezza giornata di attesa ha un prezzo per il cliente. Diciamolo prima noi.</p>"
    "<ul><li>Guardare il motivo inserito dal tecnico; «assente» si verifica con ora e "
    "posizione.</li>"
    "<li>Nuova fascia, <b>primo del giro</b>.</li>"
    "<li>Buono per la giornata persa: si concede senza chiedere.</li></ul>"
    "<p>Seconda assenza: il responsabile di zona chiama il cliente di persona in giornata.</p>" },
  { "cancellation", "Disdetta e recesso",
    "<p>Chi vuole andare via non si trattiene. Una domanda sul motivo, una sola, e solo se il "
    "cliente ne ha voglia.</p>"
    "<ul><li><b>Recesso</b>: quattordici giorni, senza motivo, tutto annullato.</li>"
    "<li><b>Disdetta</b>: a fine mese, senza spese, confermata per iscritto in giornata.</li>"
    "<li>Lettera ricevuta e mai lavorata: vale la data della lettera, gli addebiti seguenti si "
    "restituiscono.</li></ul>"
    "<p>Nessuna controfferta a chi ha detto di non volerne.</p>" },
  { "contract", "Decesso dell'intestatario",
    "<p>Si porgono le condoglianze, poi si fa in modo che la persona non debba <b>mai più</b> "
    "richiamare per questo.</p>"
    "<ul><li>Fermare posta e solleciti prima di chiudere il contatto.</li>"
    "<li>Coniuge in casa: voltura senza interruzioni né spese.</li>"
    "<li>Un documento consegnato in negozio basta; ritrovarlo tocca a noi.</li></ul>"
    "<p>Non si propone niente, non si chiede un voto. Rileggere la lettera di conferma prima "
    "che parta: nell'indirizzo non deve comparire il nome di chi è mancato.</p>" },
  { "complaint", "Reclamo su un collega",
    "<p>Ascoltare fino in fondo, senza difendere né accusare. Annotare le parole del cliente, "
    "non la nostra interpretazione. Chiedere che cosa desidera: delle scuse, una risposta, che "
    "le cose cambino.</p>"
    "<p>Il reclamo va alla responsabile del gruppo, che ne parla con la persona <b>prima</b> di "
    "rispondere. Una caduta di linea si verifica: capita più spesso di un telefono messo "
    "giù.</p>"
    "<ul><li>Risposta al cliente entro cinque giorni.</li>"
    "<li>Sostegno al collega in ogni caso.</li></ul>" },
  { NULL },
};

static const DiapasonCompanyReply replies[] = {
  { "chat", "Accoglienza dopo il programma",
    "Buongiorno {{customer.given_name}}, sono {{adviser.given_name}}. Ho letto quello che ha "
    "scritto all'assistente, continuo io." },
  { "chat", "Sto cercando",
    "Sto guardando la sua pratica, mi servono due minuti. Resti con me." },
  { "chat", "Chiedere il numero di contratto",
    "Può darmi il numero di contratto? È in alto a destra sulla bolletta." },
  { "chat", "Passaggio annunciato",
    "La mia collega {{colleague.given_name}} conosce meglio l'argomento. Le passo tutto quello "
    "che mi ha detto, non dovrà ripetere niente." },
  { "chat", "Il cliente non risponde più",
    "Non ricevo più risposte e lascio aperta la conversazione. Scriva qui quando vuole, la "
    "ritrovo." },
  { "chat", "Scuse per l'attesa",
    "Grazie per la pazienza, {{customer.given_name}}. L'attesa è stata troppo lunga e me ne "
    "scuso." },
  { "chat", "Fine della conversazione",
    "Da parte mia è tutto a posto. Grazie {{customer.given_name}}, e buona giornata." },
  { "chat", "Quello che non so",
    "Non conosco la risposta e non voglio inventarla. Chiedo e torno da lei, qui." },
  { "chat", "Niente coordinate bancarie",
    "Per la sua sicurezza non scriva qui numeri di conto o di carta. Le mando un collegamento "
    "protetto." },
  { "email", "Rimborso partito",
    "Gentile {{customer.name}},\n\n"
    "il rimborso di {{amount}} per l'ordine {{order.number}} è partito oggi. Sarà visibile "
    "entro tre giorni lavorativi.\n\n"
    "Cordiali saluti,\n{{adviser.name}}" },
  { "email", "Promessa scritta",
    "Gentile {{customer.name}},\n\n"
    "come d'accordo, ecco il mio impegno: {{promise.text}}, entro {{promise.due}}.\n\n"
    "{{adviser.name}}" },
  { "email", "Promessa non mantenuta",
    "Gentile {{customer.name}},\n\n"
    "le avevo annunciato {{promise.text}} per {{promise.due}}. Non è stato fatto e me ne scuso. "
    "Ecco che cosa faccio adesso:\n\n"
    "{{adviser.name}}" },
  { "email", "Richiesta di foto",
    "Gentile {{customer.name}},\n\n"
    "può mandarmi due foto, una dell'apparecchio e una dello scatolone? Basta rispondere a "
    "questo messaggio.\n\n"
    "{{adviser.name}}" },
  { "email", "Bolletta rifatta",
    "Gentile {{customer.name}},\n\n"
    "la bolletta del contratto {{contract.number}} è stata rifatta con la sua lettura. Il nuovo "
    "importo è {{amount}}. La vecchia è annullata, non deve fare altro.\n\n"
    "{{adviser.name}}" },
  { "email", "Rateazione",
    "Gentile {{customer.name}},\n\n"
    "la rateazione per il contratto {{contract.number}} è accettata. È senza spese e i "
    "solleciti sono fermi.\n\n"
    "{{adviser.name}}" },
  { "email", "Disdetta confermata",
    "Gentile {{customer.name}},\n\n"
    "il contratto {{contract.number}} termina il {{contract.ends}}. La bolletta di chiusura "
    "arriverà entro dieci giorni. Grazie per questi anni con noi.\n\n"
    "{{adviser.name}}" },
  { "email", "Condoglianze",
    "{{customer.name}},\n\n"
    "le porgo le mie sentite condoglianze. La posta a nome dell'intestatario è fermata. Il "
    "contratto {{contract.number}} prosegue senza interruzioni, al resto penso io.\n\n"
    "{{adviser.name}}" },
  { "email", "Risposta a un grazie",
    "Gentile {{customer.name}},\n\n"
    "le sue parole stamattina hanno fatto il giro del gruppo. Grazie per aver trovato il tempo "
    "di scriverle.\n\n"
    "{{adviser.name}}" },
  { "email", "Ancora un giorno",
    "Gentile {{customer.name}},\n\n"
    "non ho ancora la risposta che aspettavo e preferisco dirglielo. Le scrivo di nuovo "
    "{{promise.due}}, comunque vada.\n\n"
    "{{adviser.name}}" },
  { "sms", "Promemoria appuntamento",
    "{{company.name}}: il tecnico passa {{appointment.date}}, {{appointment.hours}}. Risponda "
    "OK o NO." },
  { "sms", "Richiamata a vuoto",
    "Buongiorno {{customer.name}}, ho chiamato come promesso senza trovarla. Riprovo domani. "
    "{{adviser.given_name}}, {{company.name}}" },
  { "sms", "È fatto",
    "Buongiorno {{customer.name}}, è fatto: {{promise.text}}. {{adviser.given_name}}, "
    "{{company.name}}" },
  { "sms", "Corriere in arrivo",
    "{{company.name}}: consegna dell'ordine {{order.number}} oggi, {{appointment.hours}}. Il "
    "corriere chiama prima." },
  { "call", "Apertura",
    "Buongiorno, {{adviser.given_name}} di {{company.name}}. Prima di tutto, come sta?" },
  { "call", "Riconoscere la promessa",
    "Le avevano detto {{promise.due}}. Non è stato fatto e mi dispiace. Le dico che cosa vedo." },
  { "call", "Chiudere",
    "Riassumo: {{promise.text}}, entro {{promise.due}}. È quello che si aspettava?" },
  { NULL },
};
/* clang-format on */

const DiapasonCompanyLibrary diapason_company_library_it = { articles, replies };
