/* company-stories-it.c: the words of the stories in Italian. */
#include "company-stories.h"

/* clang-format off */
const DiapasonCompanyStory diapason_company_stories_it[DIAPASON_COMPANY_N_STORIES] = {
  [DIAPASON_COMPANY_REFUND_LATE] = {
    .subjects = {
      "Rimborso non ancora ricevuto",
      "Dov'è il mio rimborso?",
      "Ordine {order}: rimborso",
      "Reso {of}, ancora nessun accredito",
    },
    .openings = {
      "Ho restituito {the} il {date} e non sono ancora stat{o} rimborsat{o}.",
      "A che punto è il mio rimborso di {amount}? Il reso vi è arrivato il {date}.",
      "Sono settimane che aspetto {amount} per il reso {of}.",
      "Vi siete ripresi {the} e vi siete tenuti i soldi: mi mancano {amount}.",
      "Sul conto non vedo niente. Il rimborso dell'ordine {order} doveva arrivare in cinque giorni.",
      "Aspetto {amount} dal {date} e nessuno sa dirmi quando arriveranno.",
    },
    .details = {
      "Numero d'ordine {order}, pagato con carta.",
      "Ho la ricevuta della spedizione, con la data del {date}.",
      "La banca mi conferma che non c'è nessun bonifico in arrivo. Ordine {order}.",
      "Ho letto due volte la pagina di aiuto: parla di cinque giorni, non di tre settimane.",
    },
    .questions = {
      "Può darmi il numero d'ordine e la data della spedizione?",
      "Ha pagato con carta o con bonifico, e qual è il numero d'ordine?",
      "Ha conservato la ricevuta della spedizione?",
    },
    .answers = {
      "1|Il reso risulta registrato, ma il rimborso era rimasto fermo in un gruppo di pagamenti. L'ho sbloccato ora: {amount} saranno sul conto entro tre giorni lavorativi.",
      "2|Ho trovato la causa: il magazzino ha ricevuto {the} senza il modulo di reso. L'ho collegato all'ordine {order} e ho avviato il rimborso.",
      "Il rimborso di {amount} è partito. Di solito la banca impiega due o tre giorni per mostrarlo.",
      "3|La carta usata è scaduta, per questo l'accredito è tornato indietro. Ho disposto il pagamento sul suo conto.",
    },
    .stucks = {
      "1|Il gruppo di rimborsi è fermo in contabilità e non posso sbloccarlo io. Ho trasmesso la pratica con priorità.",
      "2|Il magazzino non ha ancora controllato il pacco. Finché non lo fa non posso avviare il bonifico.",
    },
    .notes = {
      "1|Reso {thing} ricevuto, rimborso {amount} fermo. Sollecitata contabilità.",
      "2|Ord. {order}: modulo di reso assente, collegato a mano.",
      "3|Cliente preoccupato per {amount}, carta scaduta. Passare a bonifico.",
      "1|Vista ricevuta di spedizione. Controllare gruppo pagamenti del {date}.",
    },
    .summaries = {
      "1y|Rimborso di {amount} fermo in contabilità, sbloccato.",
      "2y|Reso {of} non collegato all'ordine {order}. Corretto.",
      "Aspetta {amount} dal {date}. Spiegato il motivo.",
      "Chiede il rimborso dell'ordine {order}, tempi superati.",
    },
    .promises = {
      "rimborso di {amount} visibile sul conto entro {due}",
      "conferma via e-mail del bonifico di {amount} entro {due}",
      "1|verifico il gruppo di pagamenti e la richiamo {due}",
    },
  },
  [DIAPASON_COMPANY_REFUND_SHORT] = {
    .subjects = {
      "Rimborso incompleto",
      "Manca una parte del rimborso",
      "Spese di reso trattenute, ordine {order}",
    },
    .openings = {
      "Mi avete rimborsato {amount} invece di {other} per {the}.",
      "1|Nel rimborso {of} mancano le spese di consegna.",
      "Ho ricevuto un rimborso parziale senza alcuna spiegazione. Ordine {order}.",
      "13|Perché avete trattenuto delle spese se l'apparecchio era difettoso?",
      "I conti non tornano: ho pagato {other} e ne rivedo {amount}.",
    },
    .details = {
      "La fattura riporta {other}, consegna compresa.",
      "In negozio mi avevano detto che sarebbe stato rimborsato tutto.",
      "Ordine {order}, reso spedito il {date}.",
      "Allego la fattura, la differenza salta agli occhi.",
    },
    .questions = {
      "Quale importo ha ricevuto esattamente, e in che data?",
      "Per questo ordine aveva usato un buono?",
      "Può dirmi quale importo c'è sulla fattura?",
    },
    .answers = {
      "1|Le spese di consegna le spettavano, visto che l'apparecchio era guasto. Integro il rimborso oggi stesso.",
      "2|La differenza è un buono sconto, riaccreditato come buono e non in denaro. L'ho convertito come chiede.",
      "3|Ha ragione, il magazzino ha trattenuto delle spese per errore. La differenza parte stasera.",
    },
    .stucks = {
      "3|Il magazzino dice che mancava l'imballo. Contesto la trattenuta, ma non ho ancora risposta.",
      "13|Non posso annullare la trattenuta senza l'ufficio resi, al quale mando la sua fattura.",
    },
    .notes = {
      "3|Trattenuta errata su ord. {order}. Chiesta integrazione.",
      "2|Buono non convertito, spiegata la differenza.",
      "Fattura {other}, rimborsati {amount}. Rivedere con ufficio resi.",
    },
    .summaries = {
      "y|Rimborso incompleto: {amount} invece di {other}. Integrazione avviata.",
      "13y|Spese di reso trattenute per errore, prodotto: {thing}.",
      "2y|Differenza dovuta a un buono, cliente informato.",
    },
    .promises = {
      "differenza del rimborso versata entro {due}",
      "3|risposta dell'ufficio resi entro {due}",
    },
  },
  [DIAPASON_COMPANY_DELIVERY_DAMAGED] = {
    .subjects = {
      "Prodotto arrivato rotto",
      "Consegna danneggiata, ordine {order}",
      "{Thing}: urto durante la consegna",
    },
    .openings = {
      "Oggi mi è arrivat{po} {the} con una grossa ammaccatura sul fianco.",
      "Lo scatolone era sfondato e l'apparecchio è graffiato da cima a fondo.",
      "Mi avete consegnato {the} con un vetro incrinato.",
      "1|Aprendo il pacco ho trovato acqua dappertutto: ha passato la notte sotto la pioggia.",
      "3|Il corriere ha lasciato cadere lo scatolone davanti a me. Non si accende niente.",
      "3|Non voglio tenermi un apparecchio ammaccato pagato {amount}.",
    },
    .details = {
      "Ho fatto le foto e ho firmato con riserva.",
      "Il corriere non ha voluto aspettare che aprissi.",
      "Ordine {order}, consegna {hours}.",
      "b|Abito al quarto piano senza ascensore, non posso riportarlo giù.",
    },
    .questions = {
      "Ha firmato con riserva, e ha delle foto?",
      "L'apparecchio funziona nonostante l'urto?",
      "Preferisce la sostituzione o il rimborso?",
    },
    .answers = {
      "13|Faccio ritirare {the} a casa sua e dal magazzino ne parte un altro nuovo. Lei non deve portare giù né imballare niente.",
      "13|Sostituzione accettata, la nuova consegna è prevista {visit}, {hours}. Il corriere ritira il vecchio apparecchio.",
      "2|Visto che preferisce tenerlo, le rimborso una parte del prezzo e la garanzia resta intera.",
    },
    .stucks = {
      "Senza riserva sulla bolla il corriere contesta. Ho aperto una verifica con le sue foto.",
      "Non ho più questo modello in magazzino e non voglio prometterle una data che non conosco.",
    },
    .notes = {
      "13|Urto visibile, foto ricevute, chiesta sostituzione {thing}.",
      "Firmato con riserva. Ritiro a domicilio, 4º piano senza ascensore.",
      "n|Il corriere contesta, verifica aperta ord. {order}.",
    },
    .summaries = {
      "13y|{Thing}: urto alla consegna. Sostituzione a domicilio.",
      "Consegna danneggiata, ordine {order}, foto agli atti.",
      "1y|Pacco lasciato sotto la pioggia, apparecchio inutilizzabile. Sostituito.",
    },
    .promises = {
      "13|sostituzione {of} a casa sua {due}",
      "n|esito della verifica del corriere entro {due}",
      "la richiamo {due} con una data di consegna sicura",
    },
  },
  [DIAPASON_COMPANY_DELIVERY_LATE] = {
    .subjects = {
      "Consegna in ritardo",
      "Ordine {order}: ancora niente",
      "Quando mi arriva?",
    },
    .openings = {
      "{The} doveva arrivare il {date} e non ho ancora ricevuto niente.",
      "2|La spedizione dell'ordine {order} è ferma dal {date}.",
      "Quando riceverò finalmente {the}?",
      "Ho preso un giorno di ferie per la consegna e non è venuto nessuno.",
      "1|È la seconda volta che mi spostate la consegna senza chiedermi niente.",
      "Sono tre settimane che faccio senza {thing}, così non si può andare avanti.",
    },
    .details = {
      "Il tracciamento dice «in transito», senza data.",
      "Ordine {order} del {date}, pagato {amount}.",
      "Posso esserci la mattina, oppure il sabato.",
      "È un regalo di compleanno, mi serve questa settimana.",
    },
    .questions = {
      "Che cosa dice esattamente il tracciamento, e quale data era prevista?",
      "In quali giorni può essere a casa?",
      "Posso confermare l'indirizzo: {street}, {city}?",
    },
    .answers = {
      "12|Il camion è stato scaricato nel deposito sbagliato. Riparte domani, consegna da lei {visit}, {hours}.",
      "L'ordine è stato ritrovato: consegna {visit}, {hours}. Il corriere chiama mezz'ora prima.",
      "3|La merce è arrivata stamattina, ho riservato la sua e bloccato la fascia {hours} di {visit}.",
    },
    .stucks = {
      "12|Il corriere non sa dire dove si trovi il pacco. Ho avviato una ricerca.",
      "13|Il produttore non ci ha ancora riforniti. Preferisco dirle che una data non ce l'ho.",
    },
    .notes = {
      "12|Ord. {order} nel deposito sbagliato, rispedito.",
      "12|Avviata ricerca presso il corriere. Cliente libero la mattina.",
      "3n|{Thing}: esaurito presso il produttore, nessuna data.",
    },
    .summaries = {
      "y|Consegna {of} in ritardo dal {date}. Data nuova comunicata.",
      "2|Ordine {order} introvabile, ricerca avviata con il corriere.",
      "1|Secondo rinvio della consegna, cliente avvisato tardi.",
    },
    .promises = {
      "consegna {of} {due}, {hours}",
      "12|notizie dal corriere entro {due}",
      "la chiamo {due}, con o senza novità",
    },
  },
  [DIAPASON_COMPANY_DELIVERY_MISSED] = {
    .subjects = {
      "Avviso di mancata consegna, ma ero a casa",
      "Il corriere non ha suonato",
      "Mancata consegna, ordine {order}",
    },
    .openings = {
      "1|Il corriere sostiene che non c'ero. Non mi sono moss{o} da casa.",
      "1|Ho trovato l'avviso nella cassetta, non ha suonato nessuno.",
      "2|Il vostro corriere ha scritto «indirizzo inesistente», abito qui da dodici anni.",
      "1|Ho aspettato tutto il giorno per niente, e il tracciamento dice «cliente assente».",
      "3|Hanno lasciato {the} da un vicino che non conosco.",
    },
    .details = {
      "L'indirizzo è {street}, {city}, il citofono funziona.",
      "12|Ordine {order}. Ero a casa {hours}, come richiesto.",
      "12b|Il punto di ritiro è a venti minuti e il pacco pesa trenta chili.",
    },
    .questions = {
      "Posso verificare con lei l'indirizzo e il nome sul citofono?",
      "12|Quale fascia le andrebbe bene per un nuovo passaggio?",
    },
    .answers = {
      "12|Riprogrammo la consegna {visit}, {hours}, con il suo numero per il corriere.",
      "12|Sull'etichetta mancava il nome, da qui l'errore. Corretto, nuovo passaggio {visit}.",
      "3|Il corriere ha ritrovato il vicino e le riporta il pacco stasera.",
    },
    .stucks = {
      "12|Il corriere insiste di essere passato. Contesto, perché l'ora indicata è impossibile.",
      "12|Il pacco è già ripartito verso il magazzino, non posso più fermarlo.",
    },
    .notes = {
      "12|Mancata consegna contestata, cliente presente. Nuova fascia.",
      "12|Etichetta senza nome. Aggiunto citofono.",
      "12n|Rientro in magazzino ord. {order}, chiedere nuova spedizione.",
    },
    .summaries = {
      "12y|Mancata consegna con cliente in casa. Riprogrammata.",
      "1|Il corriere non ha suonato, reclamo trasmesso.",
      "3|Pacco lasciato a un vicino, ordine {order}.",
    },
    .promises = {
      "12|nuova consegna {due}, {hours}",
      "risposta del corriere entro {due}",
    },
  },
  [DIAPASON_COMPANY_DELIVERY_WRONG] = {
    .subjects = {
      "Articolo sbagliato",
      "Errore nell'ordine {order}",
      "Non è quello che ho ordinato",
    },
    .openings = {
      "1|Ho ordinato {the} e ho ricevuto tutt'altro.",
      "2|Nello scatolone manca metà dei pezzi.",
      "1|Mi avete mandato il modello bianco, avevo scelto il nero.",
      "3|Il pacco dell'ordine {order} è vuoto, c'è solo il libretto.",
      "4|Ho ricevuto due volte {the} e mi avete addebitato due volte.",
    },
    .details = {
      "1|Il codice sullo scatolone non è quello della fattura.",
      "Ordine {order}, ricevuto il {date}.",
      "14|Non ho aperto niente, è tutto ancora imballato.",
      "Vi mando una foto dell'etichetta.",
    },
    .questions = {
      "14|Che codice legge sull'etichetta dello scatolone?",
      "Ha ancora l'imballo originale?",
    },
    .answers = {
      "13|È un errore nostro di preparazione. Il modello giusto parte oggi e ritiriamo l'altro gratis.",
      "2|I pezzi mancanti partono con corriere espresso. Tenga pure il resto, è completo.",
      "4|Ritiriamo il doppione e le rimborsiamo {amount}.",
    },
    .stucks = {
      "Il magazzino deve prima contare la merce per capire l'errore. Non ho ancora risposta.",
      "1|Il modello che aveva scelto non si produce più. Sto cercando qualcosa di equivalente.",
    },
    .notes = {
      "1|Errore di preparazione ord. {order}. Avviato il cambio.",
      "2y|Pezzi mancanti spediti con espresso.",
      "3|Pacco vuoto: controllare il peso con il magazzino.",
    },
    .summaries = {
      "1y|Articolo sbagliato al posto {of}. Cambio gratuito.",
      "2y|Pezzi mancanti nell'ordine {order}, spedizione espressa.",
      "3|Pacco vuoto, verifica del magazzino.",
    },
    .promises = {
      "13|consegna del modello giusto {due}",
      "risposta del magazzino entro {due}",
    },
  },
  [DIAPASON_COMPANY_STOCK_CONTRADICTION] = {
    .subjects = {
      "Disponibile sul sito, niente in negozio",
      "{Thing}: c'è o non c'è?",
      "Viaggio a vuoto, negozio di {place}",
    },
    .openings = {
      "1|Il sito dava {the} disponibile, ma nel negozio di {place} non c'è.",
      "1|Ho fatto quaranta chilometri per niente: il sito ne segnava tre.",
      "In negozio dicono una cosa, sul sito un'altra. Chi ha ragione?",
      "2|Ho prenotato {the} in rete e in negozio dicono che non risulta.",
      "3|In negozio il prezzo è {other}, sul sito {amount}.",
    },
    .details = {
      "Era il negozio di {place}, il {date}.",
      "1|Ho la schermata con scritto «disponibile oggi».",
      "Il commesso mi ha detto che il sito non è mai aggiornato.",
    },
    .questions = {
      "In quale negozio è andat{o}, e in che giorno?",
      "2|Ha ricevuto un'e-mail di conferma della prenotazione?",
    },
    .answers = {
      "1|La giacenza del negozio di {place} è sbagliata di due pezzi, l'ho fatta correggere. Gliene riservo uno e glielo consegniamo a casa senza spese.",
      "3|Vale il prezzo del sito: in negozio pagherà {amount}, ho avvisato il responsabile.",
      "12|Ne ho trovato uno e l'ho fatto mettere da parte a suo nome, l'aspetta al negozio di {place}.",
    },
    .stucks = {
      "12|Vedo le giacenze dei negozi con un giorno di ritardo. Chiedo al negozio di controllare a scaffale.",
      "12|Non ne resta nessuno, malgrado quello che dice il sito. L'ho segnalato, ma non ho una data di arrivo.",
    },
    .notes = {
      "1|Giacenza errata negozio {place}, segnalata.",
      "3|Prezzo sito {amount}, a scaffale {other}. Allineare.",
      "2|Prenotazione in rete mai arrivata al negozio.",
    },
    .summaries = {
      "12|Disponibilità diversa tra sito e negozio di {place}.",
      "1y|Viaggio a vuoto, articolo riservato altrove.",
      "3y|Prezzo diverso tra sito e negozio, allineato a {amount}.",
    },
    .promises = {
      "12|articolo messo da parte al negozio di {place} entro {due}",
      "12|le dico {due} che cosa ha trovato il negozio",
      "3|prezzo di {amount} applicato dal negozio di {place} entro {due}",
    },
  },
  [DIAPASON_COMPANY_BILL_WRONG] = {
    .subjects = {
      "Bolletta incomprensibile",
      "Bolletta troppo alta",
      "Contratto {contract}: errore in bolletta",
      "Conguaglio di {other}",
    },
    .openings = {
      "L'ultima bolletta è di {other}, di solito pago {amount}.",
      "3|Non capisco niente del conguaglio che mi chiedete.",
      "1|Mi fatturate consumi stimati anche se ho mandato l'autolettura.",
      "2|La bolletta del {date} conta due volte la quota fissa.",
      "14|Come posso aver consumato tanto se sono stat{o} via un mese?",
      "Mi chiedete {other} per {my}. È impossibile.",
    },
    .details = {
      "Il mio contratto è il {contract}.",
      "Il contatore segna {meter}, ho appena guardato.",
      "A casa mia non è cambiato niente, né apparecchi né persone.",
      "La bolletta dice {other}, la mia rata è di {amount}.",
    },
    .questions = {
      "Può leggermi il numero sul contatore?",
      "Qual è il numero di contratto, e di quale bolletta si tratta?",
      "Rispetto all'anno scorso ha un apparecchio o un riscaldamento nuovo?",
    },
    .answers = {
      "1|La bolletta si basava su una stima troppo alta. Con la sua lettura di {meter} la ricalcolo: restano {amount}.",
      "2|La quota fissa era davvero contata due volte. Annullo la bolletta, oggi ne parte una nuova.",
      "3|Il conguaglio copre dodici mesi. Glielo divido in sei rate senza spese e correggo la rata.",
      "4|Le letture del distributore erano invertite. È corretto, riceverà una nota di credito.",
    },
    .stucks = {
      "14|La lettura del distributore contraddice la sua. Devo chiedere una verifica, e ci vuole tempo.",
      "Vedo l'anomalia, ma la correzione spetta alla fatturazione. Intanto ho sospeso l'addebito.",
    },
    .notes = {
      "14|Contratto {contract}, stima troppo alta, lettura cliente {meter}.",
      "2|Quota fissa fatturata due volte, chiesta nota di credito.",
      "n|Addebito sospeso, attesa fatturazione.",
      "3|Conguaglio {other} spiegato, proposta rateazione.",
    },
    .summaries = {
      "1y|Bolletta di {other} contestata, ricalcolata sulla lettura {meter}.",
      "2y|Contratto {contract}: quota fissa doppia, nota di credito emessa.",
      "3y|Conguaglio spiegato e rateizzato.",
      "14n|Stima contestata, verifica chiesta al distributore.",
    },
    .promises = {
      "124|bolletta corretta nell'area clienti entro {due}",
      "n|nessun addebito prima della risposta della fatturazione, attesa per {due}",
      "la richiamo {due} con il nuovo importo",
    },
  },
  [DIAPASON_COMPANY_CHARGED_TWICE] = {
    .subjects = {
      "Addebito doppio",
      "Due addebiti di {amount}",
      "Errore di addebito, contratto {contract}",
    },
    .openings = {
      "Questo mese mi avete addebitato due volte {amount}.",
      "Due addebiti lo stesso giorno per {my}!",
      "1|La banca mi avvisa di uno scoperto per colpa del vostro doppio addebito.",
      "Avete preso {amount} il {date} e di nuovo {amount} il giorno dopo.",
      "2|Avevo pagato con la carta e l'addebito è partito lo stesso.",
    },
    .details = {
      "Contratto {contract}, le due righe hanno lo stesso riferimento.",
      "1|La banca mi fa pagare otto euro per ogni insoluto.",
      "Posso mandarvi l'estratto conto.",
    },
    .questions = {
      "In quali date vede le due operazioni?",
      "Può confermarmi il numero di contratto e i due importi?",
    },
    .answers = {
      "1|Vedo i due addebiti. Il secondo le viene restituito con bonifico e le spese della banca sono a nostro carico.",
      "2|Il primo pagamento non era stato abbinato alla bolletta, da qui il secondo. Le rimborso {amount}.",
      "3|Il secondo è una preautorizzazione, decade da sola in due giorni e non sarà addebitata.",
    },
    .stucks = {
      "Io vedo un solo addebito. Mi serve l'estratto conto per ritrovare l'altro.",
      "Per restituire un addebito serve la firma della tesoreria. Ho fatto la richiesta.",
    },
    .notes = {
      "12y|Doppio addebito {amount} confermato, chiesto bonifico.",
      "1|Spese di insoluto a nostro carico. Contratto {contract}.",
      "n|Chiesto estratto conto al cliente.",
    },
    .summaries = {
      "12y|Addebito doppio di {amount}, rimborso avviato.",
      "2y|Pagamento con carta non abbinato, doppio addebito. Corretto.",
      "1y|Scoperto causato da noi, spese rimborsate.",
    },
    .promises = {
      "12|bonifico di {amount} sul suo conto entro {due}",
      "1|spese bancarie rimborsate entro {due}",
      "verifica delle due operazioni con la tesoreria, risposta {due}",
    },
  },
  [DIAPASON_COMPANY_PAYMENT_PLAN] = {
    .subjects = {
      "Richiesta di rateazione",
      "Difficoltà a pagare",
      "Contratto {contract}: proroga",
    },
    .openings = {
      "1|Non riesco a pagare {other} in una volta, si può dividere?",
      "2|Ho perso il lavoro e vorrei una proroga per la bolletta.",
      "1|Potete propormi delle rate per {my}?",
      "2|Ho ricevuto un sollecito, ma sto aspettando un aiuto dal Comune.",
      "3|La rata è troppo pesante, si può abbassare?",
    },
    .details = {
      "13|Posso versare {amount} al mese.",
      "Il contratto è il {contract}, ho sempre pagato.",
      "12|Ho un appuntamento con l'assistente sociale {next}.",
    },
    .questions = {
      "13|Quanto può versare ogni mese senza mettersi in difficoltà?",
      "In quale data le arriva lo stipendio o l'aiuto?",
    },
    .answers = {
      "1|Le propongo sei rate da {amount}, senza spese. Non si stacca niente e i solleciti si fermano.",
      "3|Dal mese prossimo la rata scende a {amount}.",
      "2|La pratica è congelata per due mesi, il tempo che arrivi l'aiuto. Non riceverà altri solleciti.",
    },
    .stucks = {
      "1|Oltre i sei mesi devo chiedere alla mia responsabile. Le trasmetto la sua proposta.",
      "1|Su questo contratto c'è già una rateazione, non posso aprirne una seconda da sol{ao}.",
    },
    .notes = {
      "1y|Chieste 6 rate da {amount}. Solleciti fermi.",
      "2|Situazione difficile, modi gentili per favore. In attesa di aiuto.",
      "3y|Rata ridotta a {amount}.",
    },
    .summaries = {
      "1y|Rateazione concessa sul contratto {contract}.",
      "2|Cliente in difficoltà, solleciti sospesi.",
      "3y|Rata portata a {amount}.",
    },
    .promises = {
      "1|risposta della responsabile sulla rateazione entro {due}",
      "1|piano di rate scritto inviato entro {due}",
      "23|risposta della mia responsabile entro {due}",
    },
  },
  [DIAPASON_COMPANY_BANK_CHANGE] = {
    .subjects = {
      "Cambio di banca",
      "Nuovo conto",
      "Contratto {contract}: coordinate bancarie",
    },
    .openings = {
      "1|Ho cambiato banca, come vi comunico il nuovo conto?",
      "1|Vorrei cambiare il conto su cui addebitate {my}.",
      "1|Il vecchio conto chiude tra poco, che cosa devo fare per l'addebito?",
      "2|Si può passare dall'addebito in conto alla carta?",
    },
    .details = {
      "Il prossimo addebito è tra dieci giorni.",
      "Contratto {contract}.",
      "1|Il vecchio conto chiude {next}.",
    },
    .questions = {
      "1|Preferisce farlo nell'area clienti o ricevere un mandato da firmare?",
      "1|In che data verrà chiuso il vecchio conto?",
    },
    .answers = {
      "1|Le ho inviato il nuovo mandato, si firma dal telefono. Il prossimo addebito partirà dal nuovo conto.",
      "1|È registrato. Per sicurezza non prendo mai coordinate al telefono, basta il collegamento che ha ricevuto.",
      "2|Il contratto è passato alla carta, riceverà un avviso cinque giorni prima di ogni scadenza.",
    },
    .stucks = {
      "1|Il mandato non passa, il nostro sistema rifiuta questo conto. Lo segnalo.",
      "L'addebito di questo mese è già partito, non posso più cambiarlo.",
    },
    .notes = {
      "1y|Mandato inviato, contratto {contract}.",
      "2|Chiesto passaggio alla carta.",
      "1|Niente IBAN al telefono, inviato collegamento.",
    },
    .summaries = {
      "1y|Cambio di conto, mandato inviato.",
      "2y|Contratto {contract} passato alla carta.",
      "1|Addebito da spostare sul nuovo conto, spiegato.",
    },
  },
  [DIAPASON_COMPANY_METER_READING] = {
    .subjects = {
      "Autolettura",
      "La mia lettura: {meter}",
      "Contratto {contract}, lettura",
    },
    .openings = {
      "1|Vi mando la lettura: {meter}.",
      "2|Il sito rifiuta la mia autolettura, dice che il numero è troppo basso.",
      "3|Dove si legge il numero sul contatore nuovo?",
      "1|Il letturista non è potuto entrare, vi do io la lettura.",
      "4|Perché chiedete la lettura se il contatore è telegestito?",
    },
    .details = {
      "12|Contratto {contract}, lettura di stamattina.",
      "13|Lo schermo mostra {meter} e poi degli zeri.",
      "Il contatore è in cantina, ho fatto una foto.",
    },
    .questions = {
      "123|Che numero legge, senza i decimali?",
      "Può darmi le ultime quattro cifre della matricola del contatore?",
    },
    .answers = {
      "1|La lettura {meter} è registrata, la prossima bolletta ne terrà conto.",
      "2|Il sito la confrontava con una stima troppo alta. Ho inserito {meter} a mano, è a posto.",
      "3|Prema due volte il pulsante: il numero accanto ad «A1» è quello giusto.",
      "4|Il contatore non ci parla più da un mese, per questo la chiediamo. Con il suo numero la bolletta sarà giusta.",
    },
    .stucks = {
      "12|Il numero è più basso del precedente, deve passare un incaricato a verificare.",
      "34|Il contatore non comunica più. Ho avvisato il distributore, la contatterà.",
    },
    .notes = {
      "1y|Lettura {meter} inserita, contratto {contract}.",
      "4|Contatore muto, segnalato al distributore.",
      "2|Il sito rifiuta la lettura, inserita a mano.",
    },
    .summaries = {
      "12y|Lettura {meter} registrata.",
      "3y|Aiuto per leggere il contatore.",
      "12n|Lettura incoerente, chiesta verifica.",
      "4|Contatore muto da un mese, spiegato perché chiediamo la lettura.",
    },
  },
  [DIAPASON_COMPANY_MOVING] = {
    .subjects = {
      "Trasloco",
      "Mi trasferisco {next}",
      "Contratto {contract}: cambio casa",
    },
    .openings = {
      "1|Sto per traslocare e vorrei portare con me {my}.",
      "2|A fine mese lasciamo {city}, come si chiude il contratto?",
      "3|Entro in una casa dove la luce è staccata.",
      "3|Che cosa serve per attivare la fornitura nel nuovo appartamento?",
      "4|Ho traslocato il {date} e continuate a fatturarmi la vecchia casa.",
    },
    .details = {
      "12|Consegno le chiavi {next}.",
      "14|Contratto {contract}, la casa nuova è di sessanta metri quadri.",
      "13|Non conosco il codice del nuovo contatore.",
      "2|Il proprietario vuole che il contatore resti attivo.",
    },
    .questions = {
      "12|Quando consegna le chiavi, e ha già il nuovo indirizzo?",
      "3|Conosce il nome di chi ci abitava prima?",
    },
    .answers = {
      "1|Il contratto attuale si chiude il giorno delle chiavi e il nuovo comincia lo stesso giorno. Si ricordi le due letture.",
      "3|L'attivazione si fa a distanza, avrà la luce {next}.",
      "4|Ho chiuso il vecchio contratto al {date} e le rimborso quanto pagato in più.",
      "2|Il contratto finisce il giorno in cui consegna le chiavi. Ci mandi la lettura quel giorno, poi arriva la bolletta di chiusura.",
    },
    .stucks = {
      "13|Senza il codice del nuovo contatore il distributore rifiuta l'attivazione. È scritto sull'apparecchio.",
      "3|La casa è ancora a nome del vecchio inquilino, prima va registrata la sua uscita.",
    },
    .notes = {
      "1|Trasloco {next}, chiusura + attivazione insieme.",
      "3|Manca codice contatore, il cliente richiama.",
      "4|Vecchia casa fatturata per errore dal {date}.",
    },
    .summaries = {
      "1y|Trasloco: trasferimento del contratto {contract}.",
      "3y|Attivazione programmata per {next}.",
      "4y|Vecchio contratto chiuso, da rimborsare il di più.",
      "2y|Registrata la chiusura del contratto {contract}.",
    },
    .promises = {
      "13|fornitura attiva nella nuova casa {due}",
      "24|conferma scritta della chiusura entro {due}",
      "24|bolletta di chiusura inviata entro {due}",
    },
  },
  [DIAPASON_COMPANY_ADDRESS_CHANGE] = {
    .subjects = {
      "Cambio di indirizzo",
      "Posta all'indirizzo sbagliato",
      "Aggiornare i miei dati",
    },
    .openings = {
      "1|Le bollette continuano ad arrivare al vecchio indirizzo.",
      "1|Vorrei cambiare l'indirizzo di spedizione, non quello della fornitura.",
      "2|Avete scritto male il mio nome sulla posta.",
      "3|Potete registrare il mio nuovo numero di telefono?",
      "4|Il cognome sul contratto non è il mio, come si corregge?",
    },
    .details = {
      "1|L'indirizzo giusto è {street}, {city}.",
      "Contratto {contract}.",
      "1|Alla vecchia cassetta della posta non ho più accesso.",
    },
    .questions = {
      "1|Mi detta il nuovo indirizzo, con il CAP?",
      "Vuole ricevere le bollette anche via e-mail?",
    },
    .answers = {
      "1|Fatto. La prossima bolletta parte all'indirizzo giusto.",
      "24|Il nome è corretto dappertutto, contratto e posta.",
      "3|Il nuovo numero è registrato, il vecchio è cancellato.",
    },
    .stucks = {
      "4|Per il cambio di intestatario mi serve un documento, può caricarlo nell'area clienti.",
      "1|Il sistema rifiuta questo indirizzo, non lo conosce ancora. Chiedo di aggiungerlo.",
    },
    .notes = {
      "1y|Aggiornato indirizzo di spedizione.",
      "24|Corretto nome, contratto {contract}.",
      "3y|Nuovo tel. registrato, vecchio eliminato.",
    },
    .summaries = {
      "1y|Indirizzo postale aggiornato.",
      "y|Dati corretti, contratto {contract}.",
      "4n|Cambio di nome, chiesto un documento.",
    },
  },
  [DIAPASON_COMPANY_BREAKDOWN] = {
    .subjects = {
      "Guasto: {the}",
      "Niente acqua calda",
      "Urgente, contratto {contract}",
    },
    .openings = {
      "13|{My} è in blocco, siamo senza riscaldamento.",
      "13|Da ieri sera niente acqua calda, e ho un bambino di sei mesi.",
      "{The} mostra un codice di errore e fa un rumore terribile.",
      "2|C'è una perdita sotto l'apparecchio, che cosa devo chiudere?",
      "13|{My} si ferma ogni dieci minuti, in casa ci sono quattordici gradi.",
      "1|Mia madre ha 86 anni ed è al freddo. Mandate qualcuno.",
    },
    .details = {
      "Contratto {contract}, manutenzione fatta l'anno scorso.",
      "Ho già riavviato tre volte.",
      "La spia rossa lampeggia e la pressione è a zero.",
      "Sono a casa {hours}.",
    },
    .questions = {
      "Che codice appare, e la pressione è sopra uno?",
      "In casa ci sono bambini piccoli, persone anziane o malate?",
      "Sente odore di gas?",
    },
    .answers = {
      "12|Un tecnico passa {visit}, {hours}. Nel frattempo lasci spento.",
      "3|Con la pressione giusta l'apparecchio riparte, resto in linea finché l'acqua si scalda.",
      "1|La metto tra le urgenze: intervento {visit}, e le prestiamo una stufetta.",
      "12|Il guasto è coperto dal contratto {contract}, uscita e pezzi compresi. Un tecnico passa {visit}, {hours}.",
    },
    .stucks = {
      "Il pezzo non è in magazzino e non ho una data. Cerco un altro tecnico vicino a {city}.",
      "Oggi nella sua zona non c'è nessun tecnico libero, mi dispiace davvero.",
    },
    .notes = {
      "1|Guasto {thing}, persona fragile in casa. Priorità.",
      "3y|Pressione a zero, ripristinata al telefono. OK.",
      "n|Pezzo da ordinare, codice errore annotato.",
      "12|Intervento {visit} {hours}, avvisare con SMS.",
    },
    .summaries = {
      "12|Guasto {of}, tecnico previsto {visit}.",
      "3y|Risolto a distanza, pressione ripristinata.",
      "n|Guasto senza data di riparazione, manca il pezzo.",
      "1|Casa senza riscaldamento, trattata come urgenza.",
    },
    .promises = {
      "12|passaggio del tecnico {due}, {hours}",
      "n|la richiamo {due} con la data di arrivo del pezzo",
      "1|stufetta consegnata entro {due}",
    },
  },
  [DIAPASON_COMPANY_APPLIANCE_FAULT] = {
    .subjects = {
      "{The} non funziona più",
      "Garanzia {of}",
      "Ordine {order}: apparecchio guasto",
    },
    .openings = {
      "12|{The} si è guastat{po} dopo otto mesi.",
      "1235|{My} non parte più per niente.",
      "12|{The} fa saltare la corrente in tutta la casa.",
      "{The} da ieri fa un rumore di ferraglia.",
      "125|Vorrei sapere se {the} è ancora in garanzia.",
      "4|Terzo guasto in un anno per {the}, voglio la sostituzione.",
    },
    .details = {
      "Comprato l'anno scorso, ho lo scontrino.",
      "Ho seguito la guida fino in fondo, non è servito.",
      "Ordine {order}, pagato {amount}.",
      "1245|Quando accendo c'è odore di bruciato.",
    },
    .questions = {
      "Da quando, e che cosa ha già provato?",
      "Può leggermi il numero di serie sotto l'apparecchio?",
    },
    .answers = {
      "1|L'apparecchio è in garanzia fino all'anno prossimo. Un tecnico passa {visit}, {hours}.",
      "2|È un difetto noto di questa serie. Sostituiamo {the} senza riparare.",
      "3|Stacchi la spina per un quarto d'ora e poi tenga premuto il tasto di avvio: l'elettronica si azzera. Se la spia è verde va bene.",
      "4|Dopo tre guasti ha diritto alla sostituzione. Avvio l'ordine.",
    },
    .stucks = {
      "124|Il pezzo è esaurito presso il produttore. Chiedo una deroga per la sostituzione.",
      "5|La garanzia è appena scaduta. Chiedo un gesto, ma non decido io.",
    },
    .notes = {
      "1|{Thing} in garanzia, tecnico {visit}.",
      "2|Difetto di serie, sostituzione diretta.",
      "4|3º guasto. Chiesta sostituzione, ord. {order}.",
      "Rifatti insieme i passi della guida.",
    },
    .summaries = {
      "1|Guasto {of} in garanzia, riparazione {visit}.",
      "24y|Difetto noto, avviata sostituzione per l'ordine {order}.",
      "5n|Fuori garanzia, chiesto un gesto.",
      "3y|Azzeramento guidato, l'apparecchio riparte.",
    },
    .promises = {
      "1|passaggio del tecnico {due}, {hours}",
      "24|risposta sulla sostituzione {of} entro {due}",
    },
  },
  [DIAPASON_COMPANY_TECHNICIAN_ABSENT] = {
    .subjects = {
      "Il tecnico non è venuto",
      "Appuntamento mancato il {date}",
      "Ho aspettato tutta la mattina",
    },
    .openings = {
      "Il tecnico doveva venire {hours}, lo sto ancora aspettando.",
      "Ho preso mezza giornata di permesso e non è venuto nessuno.",
      "2|Il tecnico ha scritto che non c'ero, è falso.",
      "3|È il secondo appuntamento mancato per {my}.",
      "Non è passato nessuno e nessuno ha avvisato.",
    },
    .details = {
      "L'appuntamento era il {date}, contratto {contract}.",
      "Ho davanti l'SMS di conferma.",
      "Una giornata persa è una giornata senza paga.",
    },
    .questions = {
      "Ha ricevuto un SMS o una chiamata dal tecnico?",
      "Quale fascia potrebbe andarle bene?",
    },
    .answers = {
      "13|Il tecnico era fermo per una fuga di gas e nessuno l'ha avvisata, è colpa nostra. Nuovo passaggio {visit}, {hours}.",
      "Le ho trovato il primo posto {visit}, e un buono di {amount} per la giornata persa.",
      "2|L'indirizzo dell'appuntamento era sbagliato. È corretto, viene {visit}.",
    },
    .stucks = {
      "L'agenda è piena e non le do una fascia che non posso garantire.",
      "La ditta non risponde. Ho avvisato il mio responsabile.",
    },
    .notes = {
      "App. mancato {date}, cliente presente. Nuova fascia.",
      "3|2ª assenza della ditta, passare al responsabile.",
      "y|Proposto buono {amount} per la giornata persa.",
    },
    .summaries = {
      "y|Tecnico non venuto il {date}, nuovo appuntamento {visit}.",
      "3|Secondo appuntamento mancato, avvisato il responsabile.",
      "2|Cliente segnato assente per errore.",
    },
    .promises = {
      "passaggio del tecnico {due}, {hours}, primo del giro",
      "chiamata del responsabile di zona entro {due}",
    },
  },
  [DIAPASON_COMPANY_APPOINTMENT] = {
    .subjects = {
      "Manutenzione annuale: appuntamento",
      "Spostare l'appuntamento",
      "Contratto {contract}, visita",
    },
    .openings = {
      "1|Vorrei un appuntamento per la manutenzione {of}.",
      "2|Si può spostare l'appuntamento di {next}? Quel giorno lavoro.",
      "1|Il tecnico può venire dopo le cinque?",
      "3|Quanto dura la visita di manutenzione?",
    },
    .details = {
      "1|Contratto {contract}, l'anno scorso era in ottobre.",
      "12|L'ideale sarebbe {hours}.",
      "12|C'è un codice al portone, ve lo do.",
    },
    .questions = {
      "12|Quali giorni le vanno meglio?",
      "12|Serve un codice per entrare?",
    },
    .answers = {
      "1|Segnato per {visit}, {hours}. Il giorno prima riceve un SMS.",
      "2|Appuntamento spostato: {visit}, {hours}.",
      "3|La visita dura quaranta minuti, basta liberare lo spazio davanti all'apparecchio.",
    },
    .stucks = {
      "12|Per questo mese nella sua zona non ho più posti, la metto in lista d'attesa.",
      "12|L'agenda di {city} non è ancora aperta.",
    },
    .notes = {
      "1y|App. {visit} {hours}.",
      "2y|Spostato su richiesta del cliente.",
      "1y|Manutenzione {thing}, codice portone annotato.",
    },
    .summaries = {
      "1y|Appuntamento di manutenzione {visit}, {hours}.",
      "2y|Appuntamento spostato.",
      "3|Informazione sulla durata della visita.",
    },
  },
  [DIAPASON_COMPANY_CANCELLATION] = {
    .subjects = {
      "Disdetta",
      "Voglio chiudere {my}",
      "Contratto {contract}: disdetta",
    },
    .openings = {
      "1|Vorrei disdire {my}.",
      "1|Come si chiude {the}? Non mi serve più.",
      "2|Ho disdetto un mese fa e continuate ad addebitarmi {amount}.",
      "3|Ho esercitato il recesso nei quattordici giorni, confermatemelo.",
      "1|Ho trovato di meglio altrove, vi saluto.",
    },
    .details = {
      "Contratto {contract}.",
      "2|Ho mandato una raccomandata il {date}.",
      "1|Non voglio altre offerte, solo una conferma.",
    },
    .questions = {
      "1|Posso chiederle che cosa la fa andare via?",
      "1|In quale data desidera che finisca il contratto?",
    },
    .answers = {
      "1|Disdetta a fine mese, senza spese. La conferma è nella sua posta.",
      "2|La raccomandata era arrivata e nessuno l'aveva lavorata. Rimborso i {amount} addebitati da allora.",
      "3|Il recesso è nei termini, è tutto annullato.",
    },
    .stucks = {
      "1|C'è ancora un vincolo di durata, verifico se il suo motivo permette di uscirne.",
      "2|La raccomandata qui non risulta. Può mandarmi la ricevuta di ritorno?",
    },
    .notes = {
      "1|Disdetta contratto {contract}, niente offerte per favore.",
      "2|Lettera del {date} mai lavorata. Rimborso.",
      "3|Recesso entro 14 giorni, OK.",
    },
    .summaries = {
      "1y|Disdetta {of} registrata.",
      "2|Disdetta dimenticata, addebiti da restituire.",
      "3y|Recesso accettato, contratto {contract}.",
    },
    .promises = {
      "conferma scritta della disdetta entro {due}",
      "2|rimborso dei {amount} addebitati per errore entro {due}",
    },
  },
  [DIAPASON_COMPANY_PRICE_RISE] = {
    .subjects = {
      "Aumento di prezzo",
      "Rincaro del contratto {contract}",
      "Perché questo aumento?",
    },
    .openings = {
      "12|Mi scrivete di un aumento, ma il prezzo doveva essere bloccato.",
      "La rata passa da {amount} a {other}, perché?",
      "3|I clienti nuovi pagano meno di me, che sono con voi da anni.",
      "Il prezzo sale e il servizio resta uguale.",
    },
    .details = {
      "12|Contratto {contract}, firmato a prezzo fisso.",
      "La lettera è del {date}.",
      "3|Il mio vicino ha la stessa offerta e paga meno.",
    },
    .questions = {
      "Ha la lettera sotto mano, e che data porta?",
      "Vuole che faccia il confronto con le offerte attuali?",
    },
    .answers = {
      "13|Il prezzo bloccato scadeva questo mese. Con l'offerta attuale spenderebbe {amount}, posso passarla senza spese.",
      "2|Aveva ragione, il prezzo è bloccato fino all'anno prossimo. L'aumento è annullato.",
      "4|L'aumento viene da tasse e rete, le ho mandato il dettaglio voce per voce.",
    },
    .stucks = {
      "3|Non posso concederle la tariffa dei clienti nuovi. Ho trasmesso la sua osservazione, ed è giusta.",
      "4|Il calcolo è esatto, anche se capisco che non le piaccia.",
    },
    .notes = {
      "12|Aumento contestato, verificato prezzo bloccato.",
      "13|Inviato confronto offerte, possibile {amount}.",
      "3|Chiede la tariffa dei nuovi clienti, terza volta questa settimana.",
    },
    .summaries = {
      "14y|Aumento da {amount} a {other} spiegato.",
      "2y|Prezzo bloccato confermato, aumento annullato su {contract}.",
      "3|Cliente fedele scontento della tariffa dei nuovi.",
    },
  },
  [DIAPASON_COMPANY_ADVISER_RUDE] = {
    .subjects = {
      "Reclamo su una telefonata",
      "Mi hanno messo giù il telefono",
      "Mancanza di rispetto",
    },
    .openings = {
      "1|La vostra collega mi ha trattat{o} come un bambino.",
      "2|Mi hanno messo giù il telefono mentre spiegavo il problema.",
      "1|Voglio segnalare come sono stat{o} trattat{o} il {date}.",
      "3|Nel negozio di {place} il commesso ha riso quando ho chiesto un cambio.",
    },
    .details = {
      "12|Chiamavo per {the}, niente di complicato.",
      "12|Ero in linea da trentacinque minuti.",
      "Non cerco punizioni, voglio che le cose cambino.",
    },
    .questions = {
      "12|Si ricorda a che ora era la chiamata?",
      "Che cosa desidera che facciamo della sua segnalazione?",
    },
    .answers = {
      "13|Grazie per averlo detto. Ne parlo con la persona interessata e le porgo le nostre scuse.",
      "1|Ho ricostruito la chiamata: ha ragione, quel tono non era accettabile.",
      "2|La linea è caduta per colpa del nostro sistema, non era voluto, ma bisognava richiamarla.",
    },
    .stucks = {
      "12|Non trovo traccia della chiamata. Cerco con il numero che mi ha dato.",
      "Non spetta a me giudicare da sol{ao}, passo alla responsabile del gruppo.",
    },
    .notes = {
      "13|Reclamo sui modi, lo segue la responsabile.",
      "2|Caduta di linea confermata, non voluta.",
      "Cliente ferito, vuole delle scuse e non una sanzione.",
    },
    .summaries = {
      "1|Reclamo sul tono di una chiamata. Scuse presentate.",
      "2|Chiamata caduta, nessuno ha richiamato.",
      "3|Segnalazione sul negozio di {place}, trasmessa.",
    },
    .promises = {
      "chiamata della responsabile del gruppo {due}",
      "risposta scritta al reclamo entro {due}",
    },
  },
  [DIAPASON_COMPANY_NOBODY_CALLED] = {
    .subjects = {
      "Nessuno mi ha richiamato",
      "Richiamata promessa e mai arrivata",
      "Ancora nessuna notizia",
    },
    .openings = {
      "Dovevate richiamarmi il {date}, sto ancora aspettando.",
      "Un vostro collega mi ha promesso una risposta, poi più niente.",
      "Ho lasciato tre messaggi e non richiama nessuno.",
      "Mi avevate detto «domani». Era la settimana scorsa.",
      "Sono rimast{o} accanto al telefono tutto il giorno per niente.",
    },
    .details = {
      "Si tratta {of}, contratto {contract}.",
      "Ho parlato con qualcuno il {date}, non mi sono segnat{o} il nome.",
      "Non chiedo più una soluzione, chiedo una risposta.",
    },
    .questions = {
      "Sa con chi aveva parlato, e di che cosa si trattava?",
      "A quale numero e a che ora preferisce essere richiamat{o}?",
    },
    .answers = {
      "1|Ho trovato la nota: la richiamata era prevista ma assegnata a una persona assente. Le rispondo io, adesso.",
      "2|Ecco la risposta che aspettava: la visita {of} è confermata {visit}, {hours}.",
      "3|Il numero annotato aveva una cifra sbagliata. È corretto, e la risposta alla sua domanda è sì.",
    },
    .stucks = {
      "Non trovo traccia di quella richiamata. Preferisco dirglielo che inventare.",
      "La persona che segue la pratica è assente fino a lunedì, non vedo la sua risposta.",
    },
    .notes = {
      "Richiamata del {date} mai fatta. Ripresa.",
      "3|Numero errato in anagrafica, corretto.",
      "Cliente senza notizie dal {date}, scuse.",
    },
    .summaries = {
      "y|Richiamata promessa il {date} non fatta, risposta data.",
      "Promessa dimenticata, pratica ripresa.",
      "Cliente lasciato senza notizie, scuse presentate.",
    },
    .promises = {
      "la richiamo io {due}, {hours}",
      "risposta scritta entro {due}",
    },
  },
  [DIAPASON_COMPANY_PRAISE] = {
    .subjects = {
      "Grazie!",
      "Un grazie a {former}",
      "Servizio ottimo",
    },
    .openings = {
      "1|Volevo solo ringraziare {former} per la pazienza.",
      "2|Chi mi ha consegnato {the} è stato bravissimo, diteglielo.",
      "1|Finalmente un servizio clienti dove si parla con qualcuno.",
      "{The} funziona benissimo, e il vostro tecnico ha spiegato tutto.",
      "Mi lamento spesso, perciò lo dico anche quando va bene: bravi.",
    },
    .details = {
      "1|Il problema durava da settimane e si è risolto con una chiamata.",
      "1|Era il {date}, al negozio di {place}.",
      "Se volete potete pubblicare questo messaggio.",
    },
    .questions = {
      "Posso passare le sue parole a tutto il gruppo?",
    },
    .answers = {
      "Grazie, mi fa davvero piacere. Passo le sue parole al gruppo.",
      "Che bello leggerla! Oggi lo appendo nella nostra sala.",
      "Grazie per aver trovato il tempo di scriverlo, è raro e prezioso.",
    },
    .stucks = {
      "Grazie, mi fa davvero piacere. Passo le sue parole al gruppo.",
      "Grazie a lei, lo dirò alla persona interessata.",
    },
    .notes = {
      "Complimento, da leggere in riunione.",
      "2|Ringraziamento per il corriere, trasmesso.",
    },
    .summaries = {
      "Ringraziamenti, passati al gruppo.",
      "1|Complimento per il negozio di {place}.",
      "Cliente felice {of}, da condividere in riunione.",
    },
  },
  [DIAPASON_COMPANY_LOGIN] = {
    .subjects = {
      "Non riesco ad accedere",
      "Area clienti bloccata",
      "Il codice non arriva",
    },
    .openings = {
      "12|Non riesco più a entrare nell'area clienti.",
      "2|Il codice via SMS non arriva mai.",
      "1|Mi rifiuta la password, eppure è quella giusta.",
      "3|L'applicazione si chiude appena apro una bolletta.",
      "1|L'accesso è bloccato dopo tre tentativi.",
    },
    .details = {
      "Il contratto è il {contract}.",
      "12|La settimana scorsa ho cambiato telefono.",
      "1|Ho provato con due computer, stesso messaggio.",
    },
    .questions = {
      "Che messaggio vede sullo schermo?",
      "12|Ha mantenuto lo stesso numero di telefono?",
    },
    .answers = {
      "1|L'accesso è sbloccato. Scelga una nuova password con il collegamento che ha ricevuto.",
      "2|Gli SMS andavano al vecchio numero. È cambiato, chieda un nuovo codice.",
      "3|È un difetto noto dell'applicazione, l'aggiornamento di stamattina lo corregge.",
    },
    .stucks = {
      "12|Non posso sbloccare l'accesso senza verificare la sua identità per posta, è per la sua sicurezza.",
      "È un guasto nostro, me lo segnalano in tanti. Non so a che ora torna.",
    },
    .notes = {
      "1y|Accesso sbloccato, inviato collegamento.",
      "2y|Vecchio n. per il codice SMS, aggiornato.",
      "3|Guasto applicazione segnalato all'informatica.",
    },
    .summaries = {
      "12y|Accesso all'area clienti ripristinato.",
      "2y|Codice SMS inviato al vecchio numero, corretto.",
      "3|Guasto dell'applicazione, cliente informato.",
    },
  },
  [DIAPASON_COMPANY_BEREAVEMENT] = {
    .subjects = {
      "Decesso dell'intestatario",
      "Contratto {contract} a nome di mio padre",
      "Voltura",
    },
    .openings = {
      "1|Mio marito è mancato il {date} e il contratto è a suo nome.",
      "1|È mancata mia madre, che cosa devo fare per il suo contratto?",
      "2|Continuate a scrivere a mio padre, che non c'è più da mesi. È molto doloroso.",
    },
    .details = {
      "Il contratto è il {contract}, io abito ancora lì.",
      "Il certificato l'ho già portato in negozio.",
      "1|Non voglio che si stacchi niente, solo mettere il mio nome.",
    },
    .questions = {
      "1|Desidera mantenere la fornitura a suo nome?",
      "1|Ha una lettura recente, o preferisce che me ne occupi io?",
    },
    .answers = {
      "1|Le porgo le mie condoglianze. Il contratto passa a suo nome senza interruzioni e senza spese, penso a tutto io.",
      "2|Sentite condoglianze. A suo nome non partirà più nessuna lettera, l'ho verificato di persona.",
      "Le faccio le mie condoglianze. La bolletta di chiusura è annullata, non deve pagare niente.",
    },
    .stucks = {
      "Le porgo le mie condoglianze. Mi manca il certificato, che il negozio non ha trasmesso. Lo richiedo io.",
      "Sentite condoglianze. Il notaio deve confermarci un punto, lo contatto io.",
    },
    .notes = {
      "Decesso intestatario. Molto tatto. Fermare tutta la posta.",
      "1n|Certificato consegnato in negozio, da richiedere.",
      "1|Voltura al coniuge, senza interruzione.",
    },
    .summaries = {
      "1y|Decesso dell'intestatario, contratto {contract} trasferito.",
      "2y|Fermata la posta a nome del defunto.",
      "1n|Voltura in attesa di un documento.",
    },
    .promises = {
      "2|nessuna lettera a suo nome a partire da {due}",
      "1|contratto a nome suo entro {due}",
    },
  },
  [DIAPASON_COMPANY_LARGE_PRINT] = {
    .subjects = {
      "Bolletta a caratteri grandi",
      "Non riesco a leggere le bollette",
      "Accessibilità",
    },
    .openings = {
      "1|Ci vedo molto poco, potete mandarmi le bollette a caratteri grandi?",
      "2|Il mio lettore di schermo non legge le vostre bollette.",
      "3|Ho problemi di udito, per me il telefono non va bene.",
    },
    .details = {
      "Contratto {contract}.",
      "L'avevo già chiesto il {date}.",
      "1|Il braille non serve, basta un carattere grande.",
    },
    .questions = {
      "1|Che grandezza le va bene?",
      "12|Preferisce la carta o un documento per il lettore di schermo?",
    },
    .answers = {
      "1|D'ora in poi le bollette arriveranno a caratteri grandi, ed è annotato per tutti i colleghi.",
      "2|Ho chiesto il formato per lettori di schermo, le rimando così l'ultima bolletta.",
      "3|Annotato: le scriveremo sempre, nessuno la chiamerà.",
    },
    .stucks = {
      "1|L'impostazione c'è ma non resta da una bolletta all'altra. La segnalo di nuovo.",
      "2|Questo formato non è ancora previsto. Intanto le mando la bolletta preparata a mano.",
    },
    .notes = {
      "1|Chiesti caratteri grandi, contratto {contract}.",
      "3|Non chiamare, solo scrivere.",
    },
    .summaries = {
      "12y|Bollette a caratteri grandi attivate.",
      "3y|Annotata la preferenza scritta, non chiamare.",
    },
    .promises = {
      "12|bolletta a caratteri grandi inviata entro {due}",
      "3|preferenza scritta verificata nella sua scheda entro {due}",
    },
  },
  [DIAPASON_COMPANY_ADVICE] = {
    .subjects = {
      "Consiglio prima dell'acquisto",
      "Una domanda: {thing}",
      "Quale modello scegliere?",
    },
    .openings = {
      "1|Sono indecis{o} tra due modelli, quale mi consigliate?",
      "1|Tra il modello base e quello superiore, per {the}, la differenza vale il prezzo?",
      "2|Quali sono le misure esatte {of}? Ho poco spazio.",
      "3|Qual è il consumo reale {of}?",
      "4|Alla consegna ritirate l'apparecchio vecchio?",
    },
    .details = {
      "1|Vorrei spendere circa {amount}.",
      "12|Abito in un piccolo appartamento a {city}.",
      "1|Per me il silenzio conta più della velocità.",
    },
    .questions = {
      "13|In quanti siete in casa?",
      "2|Quanto spazio ha, in larghezza e in profondità?",
    },
    .answers = {
      "1|Per il suo uso basta il modello meno caro. Inutile spendere di più.",
      "2|Le misure esatte sono nella scheda che le ho appena mandato. Calcoli due centimetri in più per l'aria.",
      "4|Sì, il vecchio apparecchio viene ritirato gratis, basta svuotarlo e staccarlo.",
      "3|Il consumo annuo è sull'etichetta, gliela mando. Con il programma economico scende di un terzo.",
    },
    .stucks = {
      "2|Questa misura non ce l'ho. La chiedo al produttore, piuttosto che indovinare.",
      "1|Non conosco bene questo modello. Il negozio di {place} ne ha uno in esposizione.",
    },
    .notes = {
      "1|Consiglio {thing}, spesa {amount}.",
      "24|Date le misure, spiegato il ritiro dell'usato.",
    },
    .summaries = {
      "1|Consiglio prima dell'acquisto {of}.",
      "24|Informazioni su misure e ritiro dell'usato.",
      "1n|Indirizzato al negozio di {place} per una prova.",
      "3|Spiegati i consumi {of}.",
    },
  },
  [DIAPASON_COMPANY_NEW_SUPPLY] = {
    .subjects = {
      "Nuovo contratto",
      "Richiesta di preventivo",
      "Attivazione",
    },
    .openings = {
      "1|Vorrei un contratto per {the}, come si fa?",
      "2|Quanto pagherei al mese per un appartamento di cinquanta metri quadri?",
      "3|Voglio cambiare fornitore, c'è un'interruzione?",
      "4|L'offerta verde è davvero verde?",
    },
    .details = {
      "Abito a {city}, ho tutto elettrico.",
      "Con il fornitore attuale pago {other}.",
      "Entro in casa {next}.",
    },
    .questions = {
      "12|Quanti metri quadri sono, e come riscalda?",
      "2|Ha una bolletta recente sotto mano?",
    },
    .answers = {
      "23|Il cambio avviene senza interruzioni e senza spese. Calcoli circa {amount} al mese, le mando il preventivo.",
      "1|Il contratto è registrato, ha quattordici giorni per ripensarci.",
      "2|Con i suoi consumi restare dov'è non costa di più. Preferisco dirglielo.",
      "4|Sì: ogni chilowattora venduto è comprato da un produttore locale, e l'elenco è pubblico.",
    },
    .stucks = {
      "13|Il suo indirizzo non è ancora servito dalla nostra offerta.",
      "2|Per un prezzo esatto mi serve il codice del contatore, altrimenti tirerei a indovinare.",
    },
    .notes = {
      "2|Preventivo {amount} da inviare.",
      "Possibile cliente, {city}, tutto elettrico.",
    },
    .summaries = {
      "2|Chiede un preventivo, circa {amount} al mese.",
      "1y|Spiegato il contratto, ricordato il recesso.",
      "2n|Possibile cliente, manca il codice del contatore.",
      "34|Domande prima del contratto, risposte date.",
    },
    .promises = {
      "23|preventivo inviato entro {due}",
      "1|la chiamo {due} per concludere il contratto",
      "4|elenco dei produttori inviato entro {due}",
    },
  },
};
/* clang-format on */
