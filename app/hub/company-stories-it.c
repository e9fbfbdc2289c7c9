/* company-stories-it.c: the words of the stories in Italian. */
#include "company-stories.h"

/* clang-format off */
const DiapasonCompanyStory diapason_company_stories_it[DIAPASON_COMPANY_N_STORIES] = {
  [DIAPASON_COMPANY_REFUND_LATE] = {
    .subjects = { "Rimborso non ancora ricevuto", "Dov'è il mio rimborso?", "Ordine {order}: rimborso", "Reso {of}, ancora nessun accredito" },
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
      "Il reso risulta registrato, ma il rimborso era rimasto fermo in un gruppo di pagamenti. L'ho sbloccato ora: {amount} saranno sul conto entro tre giorni lavorativi.",
      "Ho trovato la causa: il magazzino ha ricevuto {the} senza il modulo di reso. L'ho collegato all'ordine {order} e ho avviato il rimborso.",
      "Il rimborso di {amount} è partito. Di solito la banca impiega due o tre giorni per mostrarlo.",
      "La carta usata è scaduta, per questo l'accredito è tornato indietro. Ho disposto il pagamento sul suo conto.",
    },
    .stucks = {
      "Il gruppo di rimborsi è fermo in contabilità e non posso sbloccarlo io. Ho trasmesso la pratica con priorità.",
      "Il magazzino non ha ancora controllato il pacco. Finché non lo fa non posso avviare il bonifico.",
    },
    .notes = {
      "Reso {thing} ricevuto, rimborso {amount} fermo. Sollecitata contabilità.",
      "Ord. {order}: modulo di reso assente, collegato a mano.",
      "Cliente preoccupato per {amount}, carta scaduta. Passare a bonifico.",
      "Vista ricevuta di spedizione. Controllare gruppo pagamenti del {date}.",
    },
    .summaries = {
      "Rimborso di {amount} fermo in contabilità, sbloccato.",
      "Reso {of} non collegato all'ordine {order}. Corretto.",
      "Aspetta {amount} dal {date}. Spiegato il motivo.",
      "Chiede il rimborso dell'ordine {order}, tempi superati.",
    },
    .promises = {
      "rimborso di {amount} visibile sul conto entro {due}",
      "conferma via e-mail del bonifico di {amount} entro {due}",
      "verifico il gruppo di pagamenti e la richiamo {due}",
    },
  },
  [DIAPASON_COMPANY_REFUND_SHORT] = {
    .subjects = { "Rimborso incompleto", "Manca una parte del rimborso", "Spese di reso trattenute, ordine {order}" },
    .openings = {
      "Mi avete rimborsato {amount} invece di {other} per {the}.",
      "Nel rimborso {of} mancano le spese di consegna.",
      "Ho ricevuto un rimborso parziale senza alcuna spiegazione. Ordine {order}.",
      "Perché avete trattenuto delle spese se l'apparecchio era difettoso?",
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
      "Le spese di consegna le spettavano, visto che l'apparecchio era guasto. Integro il rimborso oggi stesso.",
      "La differenza è un buono sconto, riaccreditato come buono e non in denaro. L'ho convertito come chiede.",
      "Ha ragione, il magazzino ha trattenuto delle spese per errore. La differenza parte stasera.",
    },
    .stucks = {
      "Il magazzino dice che mancava l'imballo. Contesto la trattenuta, ma non ho ancora risposta.",
      "Non posso annullare la trattenuta senza l'ufficio resi, al quale mando la sua fattura.",
    },
    .notes = {
      "Trattenuta errata su ord. {order}. Chiesta integrazione.",
      "Buono non convertito, spiegata la differenza.",
      "Fattura {other}, rimborsati {amount}. Rivedere con ufficio resi.",
    },
    .summaries = {
      "Rimborso incompleto: {amount} invece di {other}. Integrazione avviata.",
      "Spese di reso trattenute per errore, prodotto: {thing}.",
      "Differenza dovuta a un buono, cliente informato.",
    },
    .promises = {
      "differenza del rimborso versata entro {due}",
      "risposta dell'ufficio resi entro {due}",
    },
  },
  [DIAPASON_COMPANY_DELIVERY_DAMAGED] = {
    .subjects = { "Prodotto arrivato rotto", "Consegna danneggiata, ordine {order}", "{Thing}: urto durante la consegna" },
    .openings = {
      "Oggi mi è arrivat{po} {the} con una grossa ammaccatura sul fianco.",
      "Lo scatolone era sfondato e l'apparecchio è graffiato da cima a fondo.",
      "Mi avete consegnato {the} con un vetro incrinato.",
      "Aprendo il pacco ho trovato acqua dappertutto: ha passato la notte sotto la pioggia.",
      "Il corriere ha lasciato cadere lo scatolone davanti a me. Non si accende niente.",
      "Non voglio tenermi un apparecchio ammaccato pagato {amount}.",
    },
    .details = {
      "Ho fatto le foto e ho firmato con riserva.",
      "Il corriere non ha voluto aspettare che aprissi.",
      "Ordine {order}, consegna {hours}.",
      "Abito al quarto piano senza ascensore, non posso riportarlo giù.",
    },
    .questions = {
      "Ha firmato con riserva, e ha delle foto?",
      "L'apparecchio funziona nonostante l'urto?",
      "Preferisce la sostituzione o il rimborso?",
    },
    .answers = {
      "Faccio ritirare {the} a casa sua e dal magazzino ne parte un altro nuovo. Lei non deve portare giù né imballare niente.",
      "Sostituzione accettata, la nuova consegna è prevista {next}, {hours}. Il corriere ritira il vecchio apparecchio.",
      "Visto che preferisce tenerlo, le rimborso una parte del prezzo e la garanzia resta intera.",
    },
    .stucks = {
      "Senza riserva sulla bolla il corriere contesta. Ho aperto una verifica con le sue foto.",
      "Non ho più questo modello in magazzino e non voglio prometterle una data che non conosco.",
    },
    .notes = {
      "Urto visibile, foto ricevute, chiesta sostituzione {thing}.",
      "Firmato con riserva. Ritiro a domicilio, 4º piano senza ascensore.",
      "Il corriere contesta, verifica aperta ord. {order}.",
    },
    .summaries = {
      "{Thing}: urto alla consegna. Sostituzione a domicilio.",
      "Consegna danneggiata, ordine {order}, foto agli atti.",
      "Pacco lasciato sotto la pioggia, apparecchio inutilizzabile. Sostituito.",
    },
    .promises = {
      "sostituzione {of} a casa sua {due}",
      "esito della verifica del corriere entro {due}",
      "la richiamo {due} con una data di consegna sicura",
    },
  },
  [DIAPASON_COMPANY_DELIVERY_LATE] = {
    .subjects = { "Consegna in ritardo", "Ordine {order}: ancora niente", "Quando mi arriva?" },
    .openings = {
      "{The} doveva arrivare il {date} e non ho ancora ricevuto niente.",
      "La spedizione dell'ordine {order} è ferma dal {date}.",
      "Quando riceverò finalmente {the}?",
      "Ho preso un giorno di ferie per la consegna e non è venuto nessuno.",
      "È la seconda volta che mi spostate la consegna senza chiedermi niente.",
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
      "Il camion è stato scaricato nel deposito sbagliato. Riparte domani, consegna da lei {next}, {hours}.",
      "L'ordine è stato ritrovato: consegna {next}, {hours}. Il corriere chiama mezz'ora prima.",
      "La merce è arrivata stamattina, ho riservato la sua e bloccato la fascia {hours} di {next}.",
    },
    .stucks = {
      "Il corriere non sa dire dove si trovi il pacco. Ho avviato una ricerca.",
      "Il produttore non ci ha ancora riforniti. Preferisco dirle che una data non ce l'ho.",
    },
    .notes = {
      "Ord. {order} nel deposito sbagliato, rispedito.",
      "Avviata ricerca presso il corriere. Cliente libero la mattina.",
      "{Thing}: esaurito presso il produttore, nessuna data.",
    },
    .summaries = {
      "Consegna {of} in ritardo dal {date}. Data nuova comunicata.",
      "Ordine {order} introvabile, ricerca avviata con il corriere.",
      "Secondo rinvio della consegna, cliente avvisato tardi.",
    },
    .promises = {
      "consegna {of} {due}, {hours}",
      "notizie dal corriere entro {due}",
      "la chiamo {due}, con o senza novità",
    },
  },
  [DIAPASON_COMPANY_DELIVERY_MISSED] = {
    .subjects = { "Avviso di mancata consegna, ma ero a casa", "Il corriere non ha suonato", "Mancata consegna, ordine {order}" },
    .openings = {
      "Il corriere sostiene che non c'ero. Non mi sono moss{o} da casa.",
      "Ho trovato l'avviso nella cassetta, non ha suonato nessuno.",
      "Il vostro corriere ha scritto «indirizzo inesistente», abito qui da dodici anni.",
      "Ho aspettato tutto il giorno per niente, e il tracciamento dice «cliente assente».",
      "Hanno lasciato {the} da un vicino che non conosco.",
    },
    .details = {
      "L'indirizzo è {street}, {city}, il citofono funziona.",
      "Ordine {order}. Ero a casa {hours}, come richiesto.",
      "Il punto di ritiro è a venti minuti e il pacco pesa trenta chili.",
    },
    .questions = {
      "Posso verificare con lei l'indirizzo e il nome sul citofono?",
      "Quale fascia le andrebbe bene per un nuovo passaggio?",
    },
    .answers = {
      "Riprogrammo la consegna {next}, {hours}, con il suo numero per il corriere.",
      "Sull'etichetta mancava il nome, da qui l'errore. Corretto, nuovo passaggio {next}.",
      "Il corriere ha ritrovato il vicino e le riporta il pacco stasera.",
    },
    .stucks = {
      "Il corriere insiste di essere passato. Contesto, perché l'ora indicata è impossibile.",
      "Il pacco è già ripartito verso il magazzino, non posso più fermarlo.",
    },
    .notes = {
      "Mancata consegna contestata, cliente presente. Nuova fascia.",
      "Etichetta senza nome. Aggiunto citofono.",
      "Rientro in magazzino ord. {order}, chiedere nuova spedizione.",
    },
    .summaries = {
      "Mancata consegna con cliente in casa. Riprogrammata.",
      "Il corriere non ha suonato, reclamo trasmesso.",
      "Pacco lasciato a un vicino, ordine {order}.",
    },
    .promises = {
      "nuova consegna {due}, {hours}",
      "risposta del corriere entro {due}",
    },
  },
  [DIAPASON_COMPANY_DELIVERY_WRONG] = {
    .subjects = { "Articolo sbagliato", "Errore nell'ordine {order}", "Non è quello che ho ordinato" },
    .openings = {
      "Ho ordinato {the} e ho ricevuto tutt'altro.",
      "Nello scatolone manca metà dei pezzi.",
      "Mi avete mandato il modello bianco, avevo scelto il nero.",
      "Il pacco dell'ordine {order} è vuoto, c'è solo il libretto.",
      "Ho ricevuto due volte {the} e mi avete addebitato due volte.",
    },
    .details = {
      "Il codice sullo scatolone non è quello della fattura.",
      "Ordine {order}, ricevuto il {date}.",
      "Non ho aperto niente, è tutto ancora imballato.",
      "Vi mando una foto dell'etichetta.",
    },
    .questions = {
      "Che codice legge sull'etichetta dello scatolone?",
      "Ha ancora l'imballo originale?",
    },
    .answers = {
      "È un errore nostro di preparazione. Il modello giusto parte oggi e ritiriamo l'altro gratis.",
      "I pezzi mancanti partono con corriere espresso. Tenga pure il resto, è completo.",
      "Ritiriamo il doppione e le rimborsiamo {amount}.",
    },
    .stucks = {
      "Il magazzino deve prima contare la merce per capire l'errore. Non ho ancora risposta.",
      "Il modello che aveva scelto non si produce più. Sto cercando qualcosa di equivalente.",
    },
    .notes = {
      "Errore di preparazione ord. {order}. Avviato il cambio.",
      "Pezzi mancanti spediti con espresso.",
      "Pacco vuoto: controllare il peso con il magazzino.",
    },
    .summaries = {
      "Articolo sbagliato al posto {of}. Cambio gratuito.",
      "Pezzi mancanti nell'ordine {order}, spedizione espressa.",
      "Pacco vuoto, verifica del magazzino.",
    },
    .promises = {
      "consegna del modello giusto {due}",
      "risposta del magazzino entro {due}",
    },
  },
  [DIAPASON_COMPANY_STOCK_CONTRADICTION] = {
    .subjects = { "Disponibile sul sito, niente in negozio", "{Thing}: c'è o non c'è?", "Viaggio a vuoto, negozio di {place}" },
    .openings = {
      "Il sito dava {the} disponibile, ma nel negozio di {place} non c'è.",
      "Ho fatto quaranta chilometri per niente: il sito ne segnava tre.",
      "In negozio dicono una cosa, sul sito un'altra. Chi ha ragione?",
      "Ho prenotato {the} in rete e in negozio dicono che non risulta.",
      "In negozio il prezzo è {other}, sul sito {amount}.",
    },
    .details = {
      "Era il negozio di {place}, il {date}.",
      "Ho la schermata con scritto «disponibile oggi».",
      "Il commesso mi ha detto che il sito non è mai aggiornato.",
    },
    .questions = {
      "In quale negozio è andat{o}, e in che giorno?",
      "Ha ricevuto un'e-mail di conferma della prenotazione?",
    },
    .answers = {
      "La giacenza del negozio di {place} è sbagliata di due pezzi, l'ho fatta correggere. Gliene riservo uno e glielo consegniamo a casa senza spese.",
      "Vale il prezzo del sito: in negozio pagherà {amount}, ho avvisato il responsabile.",
      "Ne ho trovato uno e l'ho fatto mettere da parte a suo nome, l'aspetta al negozio di {place}.",
    },
    .stucks = {
      "Vedo le giacenze dei negozi con un giorno di ritardo. Chiedo al negozio di controllare a scaffale.",
      "Non ne resta nessuno, malgrado quello che dice il sito. L'ho segnalato, ma non ho una data di arrivo.",
    },
    .notes = {
      "Giacenza errata negozio {place}, segnalata.",
      "Prezzo sito {amount}, a scaffale {other}. Allineare.",
      "Prenotazione in rete mai arrivata al negozio.",
    },
    .summaries = {
      "Disponibilità diversa tra sito e negozio di {place}.",
      "Viaggio a vuoto, articolo riservato altrove.",
      "Prezzo diverso tra sito e negozio, allineato a {amount}.",
    },
    .promises = {
      "articolo messo da parte al negozio di {place} entro {due}",
      "le dico {due} che cosa ha trovato il negozio",
    },
  },
  [DIAPASON_COMPANY_BILL_WRONG] = {
    .subjects = { "Bolletta incomprensibile", "Bolletta troppo alta", "Contratto {contract}: errore in bolletta", "Conguaglio di {other}" },
    .openings = {
      "L'ultima bolletta è di {other}, di solito pago {amount}.",
      "Non capisco niente del conguaglio che mi chiedete.",
      "Mi fatturate consumi stimati anche se ho mandato l'autolettura.",
      "La bolletta del {date} conta due volte la quota fissa.",
      "Come posso aver consumato tanto se sono stat{o} via un mese?",
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
      "La bolletta si basava su una stima troppo alta. Con la sua lettura di {meter} la ricalcolo: restano {amount}.",
      "La quota fissa era davvero contata due volte. Annullo la bolletta, oggi ne parte una nuova.",
      "Il conguaglio copre dodici mesi. Glielo divido in sei rate senza spese e correggo la rata.",
      "Le letture del distributore erano invertite. È corretto, riceverà una nota di credito.",
    },
    .stucks = {
      "La lettura del distributore contraddice la sua. Devo chiedere una verifica, e ci vuole tempo.",
      "Vedo l'anomalia, ma la correzione spetta alla fatturazione. Intanto ho sospeso l'addebito.",
    },
    .notes = {
      "Contratto {contract}, stima troppo alta, lettura cliente {meter}.",
      "Quota fissa fatturata due volte, chiesta nota di credito.",
      "Addebito sospeso, attesa fatturazione.",
      "Conguaglio {other} spiegato, proposta rateazione.",
    },
    .summaries = {
      "Bolletta di {other} contestata, ricalcolata sulla lettura {meter}.",
      "Contratto {contract}: quota fissa doppia, nota di credito emessa.",
      "Conguaglio spiegato e rateizzato.",
      "Stima contestata, verifica chiesta al distributore.",
    },
    .promises = {
      "bolletta corretta nell'area clienti entro {due}",
      "nessun addebito prima della risposta della fatturazione, attesa per {due}",
      "la richiamo {due} con il nuovo importo",
    },
  },
  [DIAPASON_COMPANY_CHARGED_TWICE] = {
    .subjects = { "Addebito doppio", "Due addebiti di {amount}", "Errore di addebito, contratto {contract}" },
    .openings = {
      "Questo mese mi avete addebitato due volte {amount}.",
      "Due addebiti lo stesso giorno per {my}!",
      "La banca mi avvisa di uno scoperto per colpa del vostro doppio addebito.",
      "Avete preso {amount} il {date} e di nuovo {amount} il giorno dopo.",
      "Avevo pagato con la carta e l'addebito è partito lo stesso.",
    },
    .details = {
      "Contratto {contract}, le due righe hanno lo stesso riferimento.",
      "La banca mi fa pagare otto euro per ogni insoluto.",
      "Posso mandarvi l'estratto conto.",
    },
    .questions = {
      "In quali date vede le due operazioni?",
      "Può confermarmi il numero di contratto e i due importi?",
    },
    .answers = {
      "Vedo i due addebiti. Il secondo le viene restituito con bonifico e le spese della banca sono a nostro carico.",
      "Il primo pagamento non era stato abbinato alla bolletta, da qui il secondo. Le rimborso {amount}.",
      "Il secondo è una preautorizzazione, decade da sola in due giorni e non sarà addebitata.",
    },
    .stucks = {
      "Io vedo un solo addebito. Mi serve l'estratto conto per ritrovare l'altro.",
      "Per restituire un addebito serve la firma della tesoreria. Ho fatto la richiesta.",
    },
    .notes = {
      "Doppio addebito {amount} confermato, chiesto bonifico.",
      "Spese di insoluto a nostro carico. Contratto {contract}.",
      "Chiesto estratto conto al cliente.",
    },
    .summaries = {
      "Addebito doppio di {amount}, rimborso avviato.",
      "Pagamento con carta non abbinato, doppio addebito. Corretto.",
      "Scoperto causato da noi, spese rimborsate.",
    },
    .promises = {
      "bonifico di {amount} sul suo conto entro {due}",
      "spese bancarie rimborsate entro {due}",
    },
  },
  [DIAPASON_COMPANY_PAYMENT_PLAN] = {
    .subjects = { "Richiesta di rateazione", "Difficoltà a pagare", "Contratto {contract}: proroga" },
    .openings = {
      "Non riesco a pagare {other} in una volta, si può dividere?",
      "Ho perso il lavoro e vorrei una proroga per la bolletta.",
      "Potete propormi delle rate per {my}?",
      "Ho ricevuto un sollecito, ma sto aspettando un aiuto dal Comune.",
      "La rata è troppo pesante, si può abbassare?",
    },
    .details = {
      "Posso versare {amount} al mese.",
      "Il contratto è il {contract}, ho sempre pagato.",
      "Ho un appuntamento con l'assistente sociale {next}.",
    },
    .questions = {
      "Quanto può versare ogni mese senza mettersi in difficoltà?",
      "In quale data le arriva lo stipendio o l'aiuto?",
    },
    .answers = {
      "Le propongo sei rate da {amount}, senza spese. Non si stacca niente e i solleciti si fermano.",
      "Dal mese prossimo la rata scende a {amount}.",
      "La pratica è congelata per due mesi, il tempo che arrivi l'aiuto. Non riceverà altri solleciti.",
    },
    .stucks = {
      "Oltre i sei mesi devo chiedere alla mia responsabile. Le trasmetto la sua proposta.",
      "Su questo contratto c'è già una rateazione, non posso aprirne una seconda da sol{ao}.",
    },
    .notes = {
      "Chieste 6 rate da {amount}. Solleciti fermi.",
      "Situazione difficile, modi gentili per favore. In attesa di aiuto.",
      "Rata ridotta a {amount}.",
    },
    .summaries = {
      "Rateazione concessa sul contratto {contract}.",
      "Cliente in difficoltà, solleciti sospesi.",
      "Rata portata a {amount}.",
    },
    .promises = {
      "risposta della responsabile sulla rateazione entro {due}",
      "piano di rate scritto inviato entro {due}",
    },
  },
  [DIAPASON_COMPANY_BANK_CHANGE] = {
    .subjects = { "Cambio di banca", "Nuovo conto", "Contratto {contract}: coordinate bancarie" },
    .openings = {
      "Ho cambiato banca, come vi comunico il nuovo conto?",
      "Vorrei cambiare il conto su cui addebitate {my}.",
      "Il vecchio conto chiude tra poco, che cosa devo fare per l'addebito?",
      "Si può passare dall'addebito in conto alla carta?",
    },
    .details = {
      "Il prossimo addebito è tra dieci giorni.",
      "Contratto {contract}.",
      "Il vecchio conto chiude {next}.",
    },
    .questions = {
      "Preferisce farlo nell'area clienti o ricevere un mandato da firmare?",
      "In che data verrà chiuso il vecchio conto?",
    },
    .answers = {
      "Le ho inviato il nuovo mandato, si firma dal telefono. Il prossimo addebito partirà dal nuovo conto.",
      "È registrato. Per sicurezza non prendo mai coordinate al telefono, basta il collegamento che ha ricevuto.",
      "Il contratto è passato alla carta, riceverà un avviso cinque giorni prima di ogni scadenza.",
    },
    .stucks = {
      "Il mandato non passa, il nostro sistema rifiuta questo conto. Lo segnalo.",
      "L'addebito di questo mese è già partito, non posso più cambiarlo.",
    },
    .notes = {
      "Mandato inviato, contratto {contract}.",
      "Chiesto passaggio alla carta.",
      "Niente IBAN al telefono, inviato collegamento.",
    },
    .summaries = {
      "Cambio di conto, mandato inviato.",
      "Contratto {contract} passato alla carta.",
      "Addebito da spostare sul nuovo conto, spiegato.",
    },
  },
  [DIAPASON_COMPANY_METER_READING] = {
    .subjects = { "Autolettura", "La mia lettura: {meter}", "Contratto {contract}, lettura" },
    .openings = {
      "Vi mando la lettura: {meter}.",
      "Il sito rifiuta la mia autolettura, dice che il numero è troppo basso.",
      "Dove si legge il numero sul contatore nuovo?",
      "Il letturista non è potuto entrare, vi do io la lettura.",
      "Perché chiedete la lettura se il contatore è telegestito?",
    },
    .details = {
      "Contratto {contract}, lettura di stamattina.",
      "Lo schermo mostra {meter} e poi degli zeri.",
      "Il contatore è in cantina, ho fatto una foto.",
    },
    .questions = {
      "Che numero legge, senza i decimali?",
      "Può darmi le ultime quattro cifre della matricola del contatore?",
    },
    .answers = {
      "La lettura {meter} è registrata, la prossima bolletta ne terrà conto.",
      "Il sito la confrontava con una stima troppo alta. Ho inserito {meter} a mano, è a posto.",
      "Prema due volte il pulsante: il numero accanto ad «A1» è quello giusto.",
    },
    .stucks = {
      "Il numero è più basso del precedente, deve passare un incaricato a verificare.",
      "Il contatore non comunica più. Ho avvisato il distributore, la contatterà.",
    },
    .notes = {
      "Lettura {meter} inserita, contratto {contract}.",
      "Contatore muto, segnalato al distributore.",
      "Il sito rifiuta la lettura, inserita a mano.",
    },
    .summaries = {
      "Lettura {meter} registrata.",
      "Aiuto per leggere il contatore.",
      "Lettura incoerente, chiesta verifica.",
    },
  },
  [DIAPASON_COMPANY_MOVING] = {
    .subjects = { "Trasloco", "Mi trasferisco {next}", "Contratto {contract}: cambio casa" },
    .openings = {
      "Sto per traslocare e vorrei portare con me {my}.",
      "A fine mese lasciamo {city}, come si chiude il contratto?",
      "Entro in una casa dove la luce è staccata.",
      "Che cosa serve per attivare la fornitura nel nuovo appartamento?",
      "Ho traslocato il {date} e continuate a fatturarmi la vecchia casa.",
    },
    .details = {
      "Consegno le chiavi {next}.",
      "Contratto {contract}, la casa nuova è di sessanta metri quadri.",
      "Non conosco il codice del nuovo contatore.",
      "Il proprietario vuole che il contatore resti attivo.",
    },
    .questions = {
      "Quando consegna le chiavi, e ha già il nuovo indirizzo?",
      "Conosce il nome di chi ci abitava prima?",
    },
    .answers = {
      "Il contratto attuale si chiude il giorno delle chiavi e il nuovo comincia lo stesso giorno. Si ricordi le due letture.",
      "L'attivazione si fa a distanza, avrà la luce {next}.",
      "Ho chiuso il vecchio contratto al {date} e le rimborso quanto pagato in più.",
    },
    .stucks = {
      "Senza il codice del nuovo contatore il distributore rifiuta l'attivazione. È scritto sull'apparecchio.",
      "La casa è ancora a nome del vecchio inquilino, prima va registrata la sua uscita.",
    },
    .notes = {
      "Trasloco {next}, chiusura + attivazione insieme.",
      "Manca codice contatore, il cliente richiama.",
      "Vecchia casa fatturata per errore dal {date}.",
    },
    .summaries = {
      "Trasloco: trasferimento del contratto {contract}.",
      "Attivazione programmata per {next}.",
      "Vecchio contratto chiuso, da rimborsare il di più.",
    },
    .promises = {
      "fornitura attiva nella nuova casa {due}",
      "conferma scritta della chiusura entro {due}",
      "bolletta di chiusura inviata entro {due}",
    },
  },
  [DIAPASON_COMPANY_ADDRESS_CHANGE] = {
    .subjects = { "Cambio di indirizzo", "Posta all'indirizzo sbagliato", "Aggiornare i miei dati" },
    .openings = {
      "Le bollette continuano ad arrivare al vecchio indirizzo.",
      "Vorrei cambiare l'indirizzo di spedizione, non quello della fornitura.",
      "Avete scritto male il mio nome sulla posta.",
      "Potete registrare il mio nuovo numero di telefono?",
      "Il cognome sul contratto non è il mio, come si corregge?",
    },
    .details = {
      "L'indirizzo giusto è {street}, {city}.",
      "Contratto {contract}.",
      "Alla vecchia cassetta della posta non ho più accesso.",
    },
    .questions = {
      "Mi detta il nuovo indirizzo, con il CAP?",
      "Vuole ricevere le bollette anche via e-mail?",
    },
    .answers = {
      "Fatto. La prossima bolletta parte all'indirizzo giusto.",
      "Il nome è corretto dappertutto, contratto e posta.",
      "Il nuovo numero è registrato, il vecchio è cancellato.",
    },
    .stucks = {
      "Per il cambio di intestatario mi serve un documento, può caricarlo nell'area clienti.",
      "Il sistema rifiuta questo indirizzo, non lo conosce ancora. Chiedo di aggiungerlo.",
    },
    .notes = {
      "Aggiornato indirizzo di spedizione.",
      "Corretto nome, contratto {contract}.",
      "Nuovo tel. registrato, vecchio eliminato.",
    },
    .summaries = {
      "Indirizzo postale aggiornato.",
      "Dati corretti, contratto {contract}.",
      "Cambio di nome, chiesto un documento.",
    },
  },
  [DIAPASON_COMPANY_BREAKDOWN] = {
    .subjects = { "Guasto: {the}", "Niente acqua calda", "Urgente, contratto {contract}" },
    .openings = {
      "{My} è in blocco, siamo senza riscaldamento.",
      "Da ieri sera niente acqua calda, e ho un bambino di sei mesi.",
      "{The} mostra un codice di errore e fa un rumore terribile.",
      "C'è una perdita sotto l'apparecchio, che cosa devo chiudere?",
      "{My} si ferma ogni dieci minuti, in casa ci sono quattordici gradi.",
      "Mia madre ha 86 anni ed è al freddo. Mandate qualcuno.",
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
      "Un tecnico passa {next}, {hours}. Nel frattempo lasci spento.",
      "Con la pressione giusta l'apparecchio riparte, resto in linea finché l'acqua si scalda.",
      "La metto tra le urgenze: intervento {next}, e le prestiamo una stufetta.",
      "Il guasto è coperto dal contratto {contract}, uscita e pezzi compresi.",
    },
    .stucks = {
      "Il pezzo non è in magazzino e non ho una data. Cerco un altro tecnico vicino a {city}.",
      "Oggi nella sua zona non c'è nessun tecnico libero, mi dispiace davvero.",
    },
    .notes = {
      "Guasto {thing}, persona fragile in casa. Priorità.",
      "Pressione a zero, ripristinata al telefono. OK.",
      "Pezzo da ordinare, codice errore annotato.",
      "Intervento {next} {hours}, avvisare con SMS.",
    },
    .summaries = {
      "Guasto {of}, tecnico previsto {next}.",
      "Risolto a distanza, pressione ripristinata.",
      "Guasto senza data di riparazione, manca il pezzo.",
      "Casa senza riscaldamento, trattata come urgenza.",
    },
    .promises = {
      "passaggio del tecnico {due}, {hours}",
      "la richiamo {due} con la data di arrivo del pezzo",
      "stufetta consegnata entro {due}",
    },
  },
  [DIAPASON_COMPANY_APPLIANCE_FAULT] = {
    .subjects = { "{The} non funziona più", "Garanzia {of}", "Ordine {order}: apparecchio guasto" },
    .openings = {
      "{The} si è guastat{po} dopo otto mesi.",
      "{My} non scalda più per niente.",
      "{The} fa saltare la corrente in tutta la casa.",
      "Lo sportello {of} non chiude più, la guarnizione è a pezzi.",
      "Vorrei sapere se {the} è ancora in garanzia.",
      "Terzo guasto in un anno per {the}, voglio la sostituzione.",
    },
    .details = {
      "Comprato l'anno scorso, ho lo scontrino.",
      "Ho seguito la guida fino in fondo, non è servito.",
      "Ordine {order}, pagato {amount}.",
      "Quando accendo c'è odore di bruciato.",
    },
    .questions = {
      "Da quando, e che cosa ha già provato?",
      "Può leggermi il numero di serie sotto l'apparecchio?",
    },
    .answers = {
      "L'apparecchio è in garanzia fino all'anno prossimo. Un tecnico passa {next}, {hours}.",
      "È un difetto noto di questa serie. Sostituiamo {the} senza riparare.",
      "Stacchi la spina per un quarto d'ora e poi tenga premuto il tasto di avvio: l'elettronica si azzera. Se la spia è verde va bene.",
      "Dopo tre guasti ha diritto alla sostituzione. Avvio l'ordine.",
    },
    .stucks = {
      "Il pezzo è esaurito presso il produttore. Chiedo una deroga per la sostituzione.",
      "La garanzia è appena scaduta. Chiedo un gesto, ma non decido io.",
    },
    .notes = {
      "{Thing} in garanzia, tecnico {next}.",
      "Difetto di serie, sostituzione diretta.",
      "3º guasto. Chiesta sostituzione, ord. {order}.",
      "Odore di bruciato: detto di staccare la spina.",
    },
    .summaries = {
      "Guasto {of} in garanzia, riparazione {next}.",
      "Difetto noto, avviata sostituzione per l'ordine {order}.",
      "Fuori garanzia, chiesto un gesto.",
      "Azzeramento guidato, l'apparecchio riparte.",
    },
    .promises = {
      "passaggio del tecnico {due}, {hours}",
      "risposta sulla sostituzione {of} entro {due}",
    },
  },
  [DIAPASON_COMPANY_TECHNICIAN_ABSENT] = {
    .subjects = { "Il tecnico non è venuto", "Appuntamento mancato il {date}", "Ho aspettato tutta la mattina" },
    .openings = {
      "Il tecnico doveva venire {hours}, lo sto ancora aspettando.",
      "Ho preso mezza giornata di permesso e non è venuto nessuno.",
      "Il tecnico ha scritto che non c'ero, è falso.",
      "È il secondo appuntamento mancato per {my}.",
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
      "Il tecnico era fermo per una fuga di gas e nessuno l'ha avvisata, è colpa nostra. Nuovo passaggio {next}, {hours}.",
      "Le ho trovato il primo posto {next}, e un buono di {amount} per la giornata persa.",
      "L'indirizzo dell'appuntamento era sbagliato. È corretto, viene {next}.",
    },
    .stucks = {
      "L'agenda è piena e non le do una fascia che non posso garantire.",
      "La ditta non risponde. Ho avvisato il mio responsabile.",
    },
    .notes = {
      "App. mancato {date}, cliente presente. Nuova fascia.",
      "2ª assenza della ditta, passare al responsabile.",
      "Proposto buono {amount} per la giornata persa.",
    },
    .summaries = {
      "Tecnico non venuto il {date}, nuovo appuntamento {next}.",
      "Secondo appuntamento mancato, avvisato il responsabile.",
      "Cliente segnato assente per errore.",
    },
    .promises = {
      "passaggio del tecnico {due}, {hours}, primo del giro",
      "chiamata del responsabile di zona entro {due}",
    },
  },
  [DIAPASON_COMPANY_APPOINTMENT] = {
    .subjects = { "Manutenzione annuale: appuntamento", "Spostare l'appuntamento", "Contratto {contract}, visita" },
    .openings = {
      "Vorrei un appuntamento per la manutenzione {of}.",
      "Si può spostare l'appuntamento di {next}? Quel giorno lavoro.",
      "Il tecnico può venire dopo le cinque?",
      "Quanto dura la visita di manutenzione?",
    },
    .details = {
      "Contratto {contract}, l'anno scorso era in ottobre.",
      "L'ideale sarebbe {hours}.",
      "C'è un codice al portone, ve lo do.",
    },
    .questions = {
      "Quali giorni le vanno meglio?",
      "Serve un codice per entrare?",
    },
    .answers = {
      "Segnato per {next}, {hours}. Il giorno prima riceve un SMS.",
      "Appuntamento spostato: {next}, {hours}.",
      "La visita dura quaranta minuti, basta liberare lo spazio davanti all'apparecchio.",
    },
    .stucks = {
      "Per questo mese nella sua zona non ho più posti, la metto in lista d'attesa.",
      "L'agenda di {city} non è ancora aperta.",
    },
    .notes = {
      "App. {next} {hours}.",
      "Spostato su richiesta del cliente.",
      "Manutenzione {thing}, codice portone annotato.",
    },
    .summaries = {
      "Appuntamento di manutenzione {next}, {hours}.",
      "Appuntamento spostato.",
      "Informazione sulla durata della visita.",
    },
  },
  [DIAPASON_COMPANY_CANCELLATION] = {
    .subjects = { "Disdetta", "Voglio chiudere {my}", "Contratto {contract}: disdetta" },
    .openings = {
      "Vorrei disdire {my}.",
      "Come si chiude {the}? Non mi serve più.",
      "Ho disdetto un mese fa e continuate ad addebitarmi {amount}.",
      "Ho esercitato il recesso nei quattordici giorni, confermatemelo.",
      "Ho trovato di meglio altrove, vi saluto.",
    },
    .details = {
      "Contratto {contract}.",
      "Ho mandato una raccomandata il {date}.",
      "Non voglio altre offerte, solo una conferma.",
    },
    .questions = {
      "Posso chiederle che cosa la fa andare via?",
      "In quale data desidera che finisca il contratto?",
    },
    .answers = {
      "Disdetta a fine mese, senza spese. La conferma è nella sua posta.",
      "La raccomandata era arrivata e nessuno l'aveva lavorata. Rimborso i {amount} addebitati da allora.",
      "Il recesso è nei termini, è tutto annullato.",
    },
    .stucks = {
      "C'è ancora un vincolo di durata, verifico se il suo motivo permette di uscirne.",
      "La raccomandata qui non risulta. Può mandarmi la ricevuta di ritorno?",
    },
    .notes = {
      "Disdetta contratto {contract}, niente offerte per favore.",
      "Lettera del {date} mai lavorata. Rimborso.",
      "Recesso entro 14 giorni, OK.",
    },
    .summaries = {
      "Disdetta {of} registrata.",
      "Disdetta dimenticata, addebiti da restituire.",
      "Recesso accettato, contratto {contract}.",
    },
    .promises = {
      "conferma scritta della disdetta entro {due}",
      "rimborso dei {amount} addebitati per errore entro {due}",
    },
  },
  [DIAPASON_COMPANY_PRICE_RISE] = {
    .subjects = { "Aumento di prezzo", "Rincaro del contratto {contract}", "Perché questo aumento?" },
    .openings = {
      "Mi scrivete di un aumento, ma il prezzo doveva essere bloccato.",
      "La rata passa da {amount} a {other}, perché?",
      "I clienti nuovi pagano meno di me, che sono con voi da anni.",
      "Il prezzo sale e il servizio resta uguale.",
    },
    .details = {
      "Contratto {contract}, firmato a prezzo fisso.",
      "La lettera è del {date}.",
      "Il mio vicino ha la stessa offerta e paga meno.",
    },
    .questions = {
      "Ha la lettera sotto mano, e che data porta?",
      "Vuole che faccia il confronto con le offerte attuali?",
    },
    .answers = {
      "Il prezzo bloccato scadeva questo mese. Con l'offerta attuale spenderebbe {amount}, posso passarla senza spese.",
      "Aveva ragione, il prezzo è bloccato fino all'anno prossimo. L'aumento è annullato.",
      "L'aumento viene da tasse e rete, le ho mandato il dettaglio voce per voce.",
    },
    .stucks = {
      "Non posso concederle la tariffa dei clienti nuovi. Ho trasmesso la sua osservazione, ed è giusta.",
      "Il calcolo è esatto, anche se capisco che non le piaccia.",
    },
    .notes = {
      "Aumento contestato, verificato prezzo bloccato.",
      "Inviato confronto offerte, possibile {amount}.",
      "Chiede la tariffa dei nuovi clienti, terza volta questa settimana.",
    },
    .summaries = {
      "Aumento da {amount} a {other} spiegato.",
      "Prezzo bloccato confermato, aumento annullato su {contract}.",
      "Cliente fedele scontento della tariffa dei nuovi.",
    },
  },
  [DIAPASON_COMPANY_ADVISER_RUDE] = {
    .subjects = { "Reclamo su una telefonata", "Mi hanno messo giù il telefono", "Mancanza di rispetto" },
    .openings = {
      "La vostra collega mi ha trattat{o} come un bambino.",
      "Mi hanno messo giù il telefono mentre spiegavo il problema.",
      "Voglio segnalare come sono stat{o} trattat{o} il {date}.",
      "Nel negozio di {place} il commesso ha riso quando ho chiesto un cambio.",
    },
    .details = {
      "Chiamavo per {the}, niente di complicato.",
      "Ero in linea da trentacinque minuti.",
      "Non cerco punizioni, voglio che le cose cambino.",
    },
    .questions = {
      "Si ricorda a che ora era la chiamata?",
      "Che cosa desidera che facciamo della sua segnalazione?",
    },
    .answers = {
      "Grazie per averlo detto. Ne parlo con la persona interessata e le porgo le nostre scuse.",
      "Ho ricostruito la chiamata: ha ragione, quel tono non era accettabile.",
      "La linea è caduta per colpa del nostro sistema, non era voluto, ma bisognava richiamarla.",
    },
    .stucks = {
      "Non trovo traccia della chiamata. Cerco con il numero che mi ha dato.",
      "Non spetta a me giudicare da sol{ao}, passo alla responsabile del gruppo.",
    },
    .notes = {
      "Reclamo sui modi, lo segue la responsabile.",
      "Caduta di linea confermata, non voluta.",
      "Cliente ferito, vuole delle scuse e non una sanzione.",
    },
    .summaries = {
      "Reclamo sul tono di una chiamata. Scuse presentate.",
      "Chiamata caduta, nessuno ha richiamato.",
      "Segnalazione sul negozio di {place}, trasmessa.",
    },
    .promises = {
      "chiamata della responsabile del gruppo {due}",
      "risposta scritta al reclamo entro {due}",
    },
  },
  [DIAPASON_COMPANY_NOBODY_CALLED] = {
    .subjects = { "Nessuno mi ha richiamato", "Richiamata promessa e mai arrivata", "Ancora nessuna notizia" },
    .openings = {
      "Dovevate richiamarmi il {date}, sto ancora aspettando.",
      "Un vostro collega mi ha promesso una risposta, poi più niente.",
      "Ho lasciato tre messaggi e non richiama nessuno.",
      "Mi avevate detto venerdì. Siamo a mercoledì.",
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
      "Ho trovato la nota: la richiamata era prevista ma assegnata a una persona assente. Le rispondo io, adesso.",
      "Ecco la risposta che aspettava: la visita {of} è confermata {next}, {hours}.",
      "Il numero annotato aveva una cifra sbagliata. È corretto, e la risposta alla sua domanda è sì.",
    },
    .stucks = {
      "Non trovo traccia di quella richiamata. Preferisco dirglielo che inventare.",
      "La persona che segue la pratica è assente fino a lunedì, non vedo la sua risposta.",
    },
    .notes = {
      "Richiamata del {date} mai fatta. Ripresa.",
      "Numero errato in anagrafica, corretto.",
      "Cliente senza notizie dal {date}, scuse.",
    },
    .summaries = {
      "Richiamata promessa il {date} non fatta, risposta data.",
      "Promessa dimenticata, pratica ripresa.",
      "Cliente lasciato senza notizie, scuse presentate.",
    },
    .promises = {
      "la richiamo io {due}, {hours}",
      "risposta scritta entro {due}",
    },
  },
  [DIAPASON_COMPANY_PRAISE] = {
    .subjects = { "Grazie!", "Un grazie a {former}", "Servizio ottimo" },
    .openings = {
      "Volevo solo ringraziare {former} per la pazienza.",
      "Chi mi ha consegnato {the} è stato bravissimo, diteglielo.",
      "Finalmente un servizio clienti dove si parla con qualcuno.",
      "{The} funziona benissimo, e il vostro tecnico ha spiegato tutto.",
      "Mi lamento spesso, perciò lo dico anche quando va bene: bravi.",
    },
    .details = {
      "Il problema durava da settimane e si è risolto con una chiamata.",
      "Era il {date}, al negozio di {place}.",
      "Se volete potete pubblicare questo messaggio.",
    },
    .questions = {
      "Posso passare le sue parole a tutto il gruppo?",
    },
    .answers = {
      "Grazie, mi fa davvero piacere. Passo le sue parole al gruppo.",
      "Che bello leggerla! Stamattina lo appendo nella nostra sala.",
      "Grazie per aver trovato il tempo di scriverlo, è raro e prezioso.",
    },
    .stucks = {
      "Grazie, mi fa davvero piacere. Passo le sue parole al gruppo.",
      "Grazie a lei, lo dirò alla persona interessata.",
    },
    .notes = {
      "Complimento, da leggere in riunione.",
      "Ringraziamento per il corriere, trasmesso.",
    },
    .summaries = {
      "Ringraziamenti, passati al gruppo.",
      "Complimento per il negozio di {place}.",
      "Cliente felice {of}, da condividere in riunione.",
    },
  },
  [DIAPASON_COMPANY_LOGIN] = {
    .subjects = { "Non riesco ad accedere", "Area clienti bloccata", "Il codice non arriva" },
    .openings = {
      "Non riesco più a entrare nell'area clienti.",
      "Il codice via SMS non arriva mai.",
      "Mi rifiuta la password, eppure è quella giusta.",
      "L'applicazione si chiude appena apro una bolletta.",
      "L'accesso è bloccato dopo tre tentativi.",
    },
    .details = {
      "Il contratto è il {contract}.",
      "La settimana scorsa ho cambiato telefono.",
      "Ho provato con due computer, stesso messaggio.",
    },
    .questions = {
      "Che messaggio vede sullo schermo?",
      "Ha mantenuto lo stesso numero di telefono?",
    },
    .answers = {
      "L'accesso è sbloccato. Scelga una nuova password con il collegamento che ha ricevuto.",
      "Gli SMS andavano al vecchio numero. È cambiato, chieda un nuovo codice.",
      "È un difetto noto dell'applicazione, l'aggiornamento di stamattina lo corregge.",
    },
    .stucks = {
      "Non posso sbloccare l'accesso senza verificare la sua identità per posta, è per la sua sicurezza.",
      "È un guasto nostro, me lo segnalano in tanti. Non so a che ora torna.",
    },
    .notes = {
      "Accesso sbloccato, inviato collegamento.",
      "Vecchio n. per il codice SMS, aggiornato.",
      "Guasto applicazione segnalato all'informatica.",
    },
    .summaries = {
      "Accesso all'area clienti ripristinato.",
      "Codice SMS inviato al vecchio numero, corretto.",
      "Guasto dell'applicazione, cliente informato.",
    },
  },
  [DIAPASON_COMPANY_BEREAVEMENT] = {
    .subjects = { "Decesso dell'intestatario", "Contratto {contract} a nome di mio padre", "Voltura" },
    .openings = {
      "Mio marito è mancato il {date} e il contratto è a suo nome.",
      "È mancata mia madre, che cosa devo fare per il suo contratto?",
      "Continuate a scrivere a mio padre, che non c'è più da mesi. È molto doloroso.",
    },
    .details = {
      "Il contratto è il {contract}, io abito ancora lì.",
      "Il certificato l'ho già portato in negozio.",
      "Non voglio che si stacchi niente, solo mettere il mio nome.",
    },
    .questions = {
      "Desidera mantenere la fornitura a suo nome?",
      "Ha una lettura recente, o preferisce che me ne occupi io?",
    },
    .answers = {
      "Le porgo le mie condoglianze. Il contratto passa a suo nome senza interruzioni e senza spese, penso a tutto io.",
      "Sentite condoglianze. A suo nome non partirà più nessuna lettera, l'ho verificato di persona.",
      "Le faccio le mie condoglianze. La bolletta di chiusura è annullata, non deve pagare niente.",
    },
    .stucks = {
      "Le porgo le mie condoglianze. Mi manca il certificato, che il negozio non ha trasmesso. Lo richiedo io.",
      "Sentite condoglianze. Il notaio deve confermarci un punto, lo contatto io.",
    },
    .notes = {
      "Decesso intestatario. Molto tatto. Fermare tutta la posta.",
      "Certificato consegnato in negozio, da richiedere.",
      "Voltura al coniuge, senza interruzione.",
    },
    .summaries = {
      "Decesso dell'intestatario, contratto {contract} trasferito.",
      "Fermata la posta a nome del defunto.",
      "Voltura in attesa di un documento.",
    },
    .promises = {
      "nessuna lettera a suo nome a partire da {due}",
      "contratto a nome suo entro {due}",
    },
  },
  [DIAPASON_COMPANY_LARGE_PRINT] = {
    .subjects = { "Bolletta a caratteri grandi", "Non riesco a leggere le bollette", "Accessibilità" },
    .openings = {
      "Ci vedo molto poco, potete mandarmi le bollette a caratteri grandi?",
      "Il mio lettore di schermo non legge le vostre bollette.",
      "Ho problemi di udito, per me il telefono non va bene.",
    },
    .details = {
      "Contratto {contract}.",
      "L'avevo già chiesto il {date}.",
      "Il braille non serve, basta un carattere grande.",
    },
    .questions = {
      "Che grandezza le va bene?",
      "Preferisce la carta o un documento per il lettore di schermo?",
    },
    .answers = {
      "D'ora in poi le bollette arriveranno a caratteri grandi, ed è annotato per tutti i colleghi.",
      "Ho chiesto il formato per lettori di schermo, le rimando così l'ultima bolletta.",
      "Annotato: le scriveremo sempre, nessuno la chiamerà.",
    },
    .stucks = {
      "L'impostazione c'è ma non resta da una bolletta all'altra. La segnalo di nuovo.",
      "Questo formato non è ancora previsto. Intanto le mando la bolletta preparata a mano.",
    },
    .notes = {
      "Chiesti caratteri grandi, contratto {contract}.",
      "Non chiamare, solo scrivere.",
    },
    .summaries = {
      "Bollette a caratteri grandi attivate.",
      "Annotata la preferenza scritta, non chiamare.",
    },
    .promises = {
      "bolletta a caratteri grandi inviata entro {due}",
    },
  },
  [DIAPASON_COMPANY_ADVICE] = {
    .subjects = { "Consiglio prima dell'acquisto", "Una domanda: {thing}", "Quale modello scegliere?" },
    .openings = {
      "Sono indecis{o} tra due modelli, quale mi consigliate?",
      "Per una famiglia di cinque persone {the} può bastare?",
      "Da una porta di settanta centimetri {the} ci passa?",
      "Qual è il consumo reale {of}?",
      "Alla consegna ritirate l'apparecchio vecchio?",
    },
    .details = {
      "Vorrei spendere circa {amount}.",
      "Abito in un piccolo appartamento a {city}.",
      "Per me il silenzio conta più della velocità.",
    },
    .questions = {
      "In quanti siete in casa?",
      "Quanto spazio ha, in larghezza e in profondità?",
    },
    .answers = {
      "Per il suo uso basta il modello meno caro. Inutile spendere di più.",
      "Passa per un centimetro, le consiglio di togliere la porta. Può farlo il corriere.",
      "Sì, il vecchio apparecchio viene ritirato gratis, basta svuotarlo e staccarlo.",
    },
    .stucks = {
      "Questa misura non ce l'ho. La chiedo al produttore, piuttosto che indovinare.",
      "Non conosco bene questo modello. Il negozio di {place} ne ha uno in esposizione.",
    },
    .notes = {
      "Consiglio {thing}, spesa {amount}.",
      "Date le misure, spiegato il ritiro dell'usato.",
    },
    .summaries = {
      "Consiglio prima dell'acquisto {of}.",
      "Informazioni su misure e ritiro dell'usato.",
      "Indirizzato al negozio di {place} per una prova.",
    },
  },
  [DIAPASON_COMPANY_NEW_SUPPLY] = {
    .subjects = { "Nuovo contratto", "Richiesta di preventivo", "Attivazione" },
    .openings = {
      "Vorrei un contratto per {the}, come si fa?",
      "Quanto pagherei al mese per un appartamento di cinquanta metri quadri?",
      "Voglio cambiare fornitore, c'è un'interruzione?",
      "L'offerta verde è davvero verde?",
    },
    .details = {
      "Abito a {city}, ho tutto elettrico.",
      "Con il fornitore attuale pago {other}.",
      "Entro in casa {next}.",
    },
    .questions = {
      "Quanti metri quadri sono, e come riscalda?",
      "Ha una bolletta recente sotto mano?",
    },
    .answers = {
      "Il cambio avviene senza interruzioni e senza spese. Calcoli circa {amount} al mese, le mando il preventivo.",
      "Il contratto è registrato, ha quattordici giorni per ripensarci.",
      "Con i suoi consumi restare dov'è non costa di più. Preferisco dirglielo.",
    },
    .stucks = {
      "Il suo indirizzo non è ancora servito dalla nostra offerta.",
      "Per un prezzo esatto mi serve il codice del contatore, altrimenti tirerei a indovinare.",
    },
    .notes = {
      "Preventivo {amount} da inviare.",
      "Possibile cliente, {city}, tutto elettrico.",
    },
    .summaries = {
      "Chiede un preventivo, circa {amount} al mese.",
      "Spiegato il contratto, ricordato il recesso.",
      "Possibile cliente, manca il codice del contatore.",
    },
    .promises = {
      "preventivo inviato entro {due}",
      "la chiamo {due} per concludere il contratto",
    },
  },
};
/* clang-format on */
