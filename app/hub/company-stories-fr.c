/* company-stories-fr.c: the words of the stories in French. */
#include "company-stories.h"

/* clang-format off */
const DiapasonCompanyStory diapason_company_stories_fr[DIAPASON_COMPANY_N_STORIES] = {
  [DIAPASON_COMPANY_REFUND_LATE] = {
    .subjects = {
      "Remboursement toujours pas reçu",
      "Où est mon remboursement ?",
      "Commande {order} : remboursement",
      "Retour {of}, toujours pas de virement",
    },
    .openings = {
      "J'ai renvoyé {the} le {date} et je n'ai toujours pas été remboursé{e}.",
      "Où en est mon remboursement de {amount} ? Le colis retour est arrivé chez vous le {date}.",
      "Cela fait des semaines que j'attends {amount} pour le retour {of}.",
      "Vous avez récupéré {the}, vous avez gardé l'argent : il me manque {amount}.",
      "Je ne vois rien sur mon compte. Le remboursement de la commande {order} devait arriver sous cinq jours.",
      "Bonjour l'attente ! {Amount} dehors depuis le {date}, et personne pour me dire quand ils reviennent.",
    },
    .details = {
      "Numéro de commande {order}, payée par carte.",
      "J'ai la preuve de dépôt du colis, datée du {date}.",
      "Ma banque confirme qu'aucun virement n'est en route. Commande {order}.",
      "J'ai lu deux fois la page d'aide et elle parle de cinq jours, pas de trois semaines.",
    },
    .questions = {
      "Pouvez-vous me donner le numéro de la commande et la date du dépôt ?",
      "Avez-vous payé par carte ou par virement, et quel est le numéro de commande ?",
      "Avez-vous gardé la preuve de dépôt du colis ?",
    },
    .answers = {
      "1|Le retour est bien enregistré, mais le remboursement était resté bloqué dans un lot en attente. Je viens de le libérer : {amount} seront sur votre compte sous trois jours ouvrés.",
      "2|J'ai trouvé la cause : l'entrepôt a reçu {the} sans le bon de retour. Je l'ai rattaché à la commande {order} et lancé le remboursement.",
      "Le remboursement de {amount} est parti. Votre banque met en général deux à trois jours à l'afficher.",
      "3|La carte utilisée a expiré, c'est pourquoi le virement nous est revenu. J'ai relancé le paiement vers votre compte.",
    },
    .stucks = {
      "1|Le lot de remboursements est bloqué à la comptabilité et je ne peux pas le débloquer moi-même. J'ai transmis votre dossier en priorité.",
      "2|L'entrepôt n'a pas encore contrôlé le colis. Tant que ce n'est pas fait, je ne peux pas lancer le virement.",
    },
    .notes = {
      "1|Retour {thing} reçu, remboursement {amount} coincé dans le lot. Relancé compta.",
      "2|Cde {order} : bon de retour absent du colis, rattachement manuel.",
      "3|Client inquiet pour {amount}, carte expirée. Bascule en virement.",
      "1|Preuve de dépôt vue. Voir lot du {date}.",
    },
    .summaries = {
      "1y|Remboursement de {amount} bloqué dans un lot, débloqué avec la comptabilité.",
      "2y|Retour {of} non rattaché à la commande {order}. Corrigé.",
      "Attend {amount} depuis le {date}. Explication donnée.",
      "Réclame le remboursement de la commande {order}, délai dépassé.",
    },
    .promises = {
      "remboursement de {amount} visible sur le compte au plus tard le {due}",
      "confirmation par e-mail du virement de {amount} avant le {due}",
      "1|je vérifie le lot et je vous rappelle le {due}",
    },
  },
  [DIAPASON_COMPANY_REFUND_SHORT] = {
    .subjects = {
      "Remboursement incomplet",
      "Il manque une partie de mon remboursement",
      "Frais de retour retenus, commande {order}",
    },
    .openings = {
      "Vous m'avez remboursé {amount} au lieu de {other} pour {the}.",
      "1|Il manque les frais de livraison dans mon remboursement {of}.",
      "J'ai reçu un remboursement partiel sans aucune explication. Commande {order}.",
      "13|Pourquoi m'avez-vous retenu des frais alors que l'appareil était défectueux ?",
      "Le compte n'y est pas : j'ai payé {other} et je ne récupère que {amount}.",
    },
    .details = {
      "La facture indique {other}, livraison comprise.",
      "On m'avait dit en boutique que tout serait remboursé.",
      "Commande {order}, retour déposé le {date}.",
      "Je vous joins la facture, la différence saute aux yeux.",
    },
    .questions = {
      "Quel montant avez-vous reçu exactement, et à quelle date ?",
      "Aviez-vous utilisé un bon d'achat sur cette commande ?",
      "Pouvez-vous me dire quel montant figure sur la facture ?",
    },
    .answers = {
      "1|Les frais de livraison vous étaient dus puisque {the} était en panne. Je complète le remboursement aujourd'hui.",
      "2|La différence correspond à un bon d'achat, qui vous a été recrédité en bon et non en argent. Je l'ai converti à votre demande.",
      "3|Vous avez raison, l'entrepôt a retenu des frais à tort. Le complément part ce soir.",
    },
    .stucks = {
      "3|L'entrepôt indique que l'emballage manquait. Je conteste cette retenue, mais je n'ai pas encore sa réponse.",
      "13|Je ne peux pas annuler la retenue sans l'accord du service retours, à qui je transmets votre facture.",
    },
    .notes = {
      "3|Retenue à tort sur cde {order}. Complément demandé.",
      "2|Bon d'achat non converti, écart expliqué.",
      "Facture {other}, remboursé {amount}. À revoir avec les retours.",
    },
    .summaries = {
      "y|Remboursement incomplet : {amount} au lieu de {other}. Complément lancé.",
      "13y|Frais de retour retenus à tort sur {the}.",
      "2y|Écart dû à un bon d'achat, client informé.",
    },
    .promises = {
      "complément de remboursement versé au plus tard le {due}",
      "3|réponse du service retours avant le {due}",
    },
  },
  [DIAPASON_COMPANY_DELIVERY_DAMAGED] = {
    .subjects = {
      "Produit reçu cassé",
      "Livraison endommagée, commande {order}",
      "{The} : choc à la livraison",
    },
    .openings = {
      "{The} est arrivé{pe} aujourd'hui avec un gros choc sur le côté.",
      "Le carton était éventré et l'appareil est rayé de haut en bas.",
      "On m'a livré {the} avec une vitre fêlée.",
      "1|À l'ouverture du colis, de l'eau partout : {the} a passé la nuit sous la pluie.",
      "3|Le livreur a laissé tomber le carton devant moi. {The} ne s'allume pas.",
      "3|Je refuse de garder un appareil cabossé payé {amount}.",
    },
    .details = {
      "J'ai pris des photos et écrit une réserve sur le bon de livraison.",
      "Le livreur n'a pas voulu attendre que je déballe.",
      "Commande {order}, livrée {hours}.",
      "b|J'habite au quatrième sans ascenseur, je ne peux pas le redescendre.",
    },
    .questions = {
      "Avez-vous noté une réserve sur le bon, et avez-vous des photos ?",
      "L'appareil fonctionne-t-il malgré le choc ?",
      "Préférez-vous un échange ou un remboursement ?",
    },
    .answers = {
      "13|Je fais reprendre {the} chez vous et un appareil neuf part de l'entrepôt. Vous n'avez rien à descendre ni à emballer.",
      "13|Échange accepté, la nouvelle livraison est prévue {visit}, {hours}. Le transporteur reprend l'ancien.",
      "2|Comme vous préférez garder l'appareil, je vous rembourse une partie du prix et la garantie reste entière.",
    },
    .stucks = {
      "Sans réserve sur le bon, le transporteur conteste. J'ai ouvert une enquête avec vos photos.",
      "Je n'ai plus ce modèle en stock et je ne veux pas vous promettre une date que je ne connais pas.",
    },
    .notes = {
      "13|Choc visible, photos reçues, échange {thing} demandé.",
      "Réserve notée sur le bon. Reprise à domicile, 4e sans ascenseur.",
      "n|Transporteur conteste, enquête ouverte cde {order}.",
    },
    .summaries = {
      "13y|{The} : choc à la livraison. Échange organisé à domicile.",
      "Livraison endommagée, commande {order}, photos au dossier.",
      "1y|Colis laissé sous la pluie, appareil hors service. Remplacement.",
    },
    .promises = {
      "13|échange {of} à votre domicile le {due}",
      "n|résultat de l'enquête du transporteur avant le {due}",
      "je vous rappelle le {due} avec une date de livraison ferme",
    },
  },
  [DIAPASON_COMPANY_DELIVERY_LATE] = {
    .subjects = {
      "Livraison en retard",
      "Commande {order} : toujours rien",
      "Quand serai-je livré{e} ?",
    },
    .openings = {
      "{The} devait arriver le {date} et je n'ai toujours rien.",
      "2|Le suivi de la commande {order} n'a pas bougé depuis le {date}.",
      "Quand vais-je enfin recevoir {the} ?",
      "J'ai posé une journée pour la livraison et personne n'est venu.",
      "1|On me repousse la livraison pour la deuxième fois sans me demander mon avis.",
      "Je vis sans {thing} depuis trois semaines, ce n'est plus tenable.",
    },
    .details = {
      "Le suivi dit « en cours d'acheminement », sans date.",
      "Commande {order} du {date}, payée {amount}.",
      "Je peux être là le matin, ou le samedi.",
      "C'est un cadeau d'anniversaire, il me le faut cette semaine.",
    },
    .questions = {
      "Que dit exactement le suivi, et à quelle date la livraison était-elle annoncée ?",
      "Quels jours pouvez-vous être présent{e} ?",
      "Puis-je confirmer l'adresse : {street}, {city} ?",
    },
    .answers = {
      "12|Le camion a été déchargé au mauvais dépôt. {The} repart demain, livraison chez vous {visit}, {hours}.",
      "Votre commande est retrouvée : livraison {visit}, {hours}. Le livreur appelle une demi-heure avant.",
      "3|Le stock est arrivé ce matin, j'ai réservé le vôtre et bloqué le créneau {hours} {visit}.",
    },
    .stucks = {
      "12|Le transporteur ne sait pas dire où se trouve le colis. J'ai lancé une recherche.",
      "13|Le fabricant ne nous a pas encore livrés. Je préfère vous dire que je n'ai pas de date.",
    },
    .notes = {
      "12|Cde {order} au mauvais dépôt, réacheminée.",
      "12|Recherche transporteur lancée. Client dispo le matin.",
      "3n|{Thing} en rupture chez le fabricant, pas de date.",
    },
    .summaries = {
      "y|Livraison {of} en retard depuis le {date}. Nouveau créneau donné.",
      "2|Commande {order} introuvable, recherche lancée auprès du transporteur.",
      "1|Deuxième report de livraison, client prévenu trop tard.",
    },
    .promises = {
      "livraison {of} le {due}, {hours}",
      "12|nouvelles du transporteur au plus tard le {due}",
      "je vous appelle le {due}, avec ou sans nouvelle",
    },
  },
  [DIAPASON_COMPANY_DELIVERY_MISSED] = {
    .subjects = {
      "Avis de passage alors que j'étais là",
      "Le livreur n'a pas sonné",
      "Livraison manquée, commande {order}",
    },
    .openings = {
      "1|Le livreur prétend que j'étais absent{e}. Je n'ai pas quitté la maison.",
      "1|J'ai trouvé un avis de passage dans la boîte, personne n'a sonné.",
      "2|Votre transporteur a noté « adresse introuvable », j'habite ici depuis douze ans.",
      "1|J'ai attendu toute la journée pour rien, et le suivi dit « client absent ».",
      "3|On a laissé {the} chez un voisin que je ne connais pas.",
    },
    .details = {
      "Mon adresse est {street}, {city}, l'interphone fonctionne.",
      "12|Commande {order}. J'étais là {hours}, comme demandé.",
      "12b|Le point relais est à vingt minutes et le colis pèse trente kilos.",
    },
    .questions = {
      "Puis-je vérifier avec vous l'adresse et le code d'entrée ?",
      "12|Quel créneau vous conviendrait pour un nouveau passage ?",
    },
    .answers = {
      "12|Je reprogramme la livraison {visit}, {hours}, avec votre téléphone pour le livreur.",
      "12|Le nom n'était pas sur l'étiquette, d'où l'erreur. C'est corrigé, nouveau passage {visit}.",
      "3|Le transporteur a retrouvé le voisin et vous rapporte le colis ce soir.",
    },
    .stucks = {
      "12|Le transporteur maintient qu'il est passé. Je conteste, car l'heure indiquée est impossible.",
      "12|Le colis est déjà reparti vers l'entrepôt, je ne peux plus l'intercepter.",
    },
    .notes = {
      "12|Avis de passage contesté, client présent. Nouveau créneau.",
      "12|Étiquette sans nom. Code d'entrée ajouté.",
      "12n|Retour entrepôt cde {order}, réexpédition à demander.",
    },
    .summaries = {
      "12y|Livraison manquée, client présent. Reprogrammée.",
      "1|Livreur passé sans sonner, réclamation transmise au transporteur.",
      "3|Colis déposé chez un voisin, commande {order}.",
    },
    .promises = {
      "12|nouvelle livraison le {due}, {hours}",
      "réponse du transporteur avant le {due}",
    },
  },
  [DIAPASON_COMPANY_DELIVERY_WRONG] = {
    .subjects = {
      "Mauvais article reçu",
      "Erreur dans la commande {order}",
      "Ce n'est pas ce que j'ai commandé",
    },
    .openings = {
      "1|J'ai commandé {the} et j'ai reçu tout autre chose.",
      "2|Il manque la moitié des pièces dans le carton.",
      "1|Vous m'avez envoyé le modèle blanc alors que j'avais choisi le noir.",
      "3|Le colis de la commande {order} est vide, à part le mode d'emploi.",
      "4|J'ai reçu {the} en double et je suis débité{e} deux fois.",
    },
    .details = {
      "1|La référence sur le carton ne correspond pas à la facture.",
      "Commande {order}, reçue le {date}.",
      "14|Je n'ai rien déballé, tout est encore dans le carton.",
      "Je vous envoie une photo de l'étiquette.",
    },
    .questions = {
      "14|Quelle référence lisez-vous sur l'étiquette du carton ?",
      "Avez-vous encore l'emballage d'origine ?",
    },
    .answers = {
      "13|C'est une erreur de préparation de notre côté. Le bon modèle part aujourd'hui et nous reprenons l'autre gratuitement.",
      "2|Les pièces manquantes sont envoyées en express. Gardez le reste, il est complet.",
      "4|L'article en double est repris et {amount} vous sont remboursés.",
    },
    .stucks = {
      "L'entrepôt doit d'abord compter son stock pour comprendre l'erreur. Je n'ai pas encore de réponse.",
      "1|Le modèle que vous aviez choisi n'est plus fabriqué. Je cherche un équivalent à vous proposer.",
    },
    .notes = {
      "1|Erreur de préparation cde {order}. Échange lancé.",
      "2y|Pièces manquantes envoyées en express.",
      "3|Colis vide : pesée à vérifier avec l'entrepôt.",
    },
    .summaries = {
      "1y|Mauvais article reçu à la place {of}. Échange gratuit.",
      "2y|Pièces manquantes dans la commande {order}, envoi express.",
      "3|Colis vide, enquête entrepôt.",
    },
    .promises = {
      "13|le bon modèle livré le {due}",
      "réponse de l'entrepôt avant le {due}",
    },
  },
  [DIAPASON_COMPANY_STOCK_CONTRADICTION] = {
    .subjects = {
      "Stock affiché sur le site, rien en boutique",
      "{The} : disponible ou pas ?",
      "Déplacement pour rien, boutique {place}",
    },
    .openings = {
      "1|Le site disait {the} en stock, mais la boutique {place} n'en a pas.",
      "1|J'ai fait quarante kilomètres pour rien : le site affichait trois exemplaires.",
      "En boutique on me dit une chose, sur le site une autre. Qui a raison ?",
      "2|J'ai réservé {the} en ligne et on me dit sur place qu'il n'y a pas de réservation.",
      "3|Le prix en boutique est de {other}, sur le site c'est {amount}.",
    },
    .details = {
      "C'était à la boutique {place}, le {date}.",
      "1|J'ai la capture d'écran avec « disponible aujourd'hui ».",
      "Le vendeur m'a dit que le site n'était jamais à jour.",
    },
    .questions = {
      "Dans quelle boutique êtes-vous allé{e}, et quel jour ?",
      "2|Avez-vous reçu un e-mail de confirmation de réservation ?",
    },
    .answers = {
      "1|Le stock de la boutique {place} est faux de deux pièces, je l'ai fait corriger. {The} vous est réservé{pe} et livré{pe} chez vous sans frais.",
      "3|Le prix du site est celui qui compte : la boutique vous fera {amount}, j'ai prévenu le responsable.",
      "12|J'ai trouvé un exemplaire et je l'ai mis de côté à votre nom, il vous attend à la boutique {place}.",
    },
    .stucks = {
      "12|Je ne vois le stock des boutiques qu'avec un jour de retard. Je demande à la boutique de vérifier en rayon.",
      "12|Il n'en reste aucun, malgré ce que dit le site. Je l'ai signalé, je n'ai pas de date de réassort.",
    },
    .notes = {
      "1|Écart de stock boutique {place}, signalé.",
      "3|Prix site {amount} contre {other} en rayon. Aligner.",
      "2|Réservation en ligne non transmise à la boutique.",
    },
    .summaries = {
      "12|Stock contradictoire entre site et boutique {place}.",
      "1y|Déplacement pour rien, appareil réservé ailleurs.",
      "3y|Prix différent entre site et boutique, aligné sur {amount}.",
    },
    .promises = {
      "12|{the} mis{pe} de côté à la boutique {place} au plus tard le {due}",
      "12|je vous dis le {due} ce que la boutique a trouvé",
      "3|le prix de {amount} appliqué par la boutique {place} au plus tard le {due}",
    },
  },
  [DIAPASON_COMPANY_BILL_WRONG] = {
    .subjects = {
      "Facture incompréhensible",
      "Facture anormalement élevée",
      "Contrat {contract} : erreur de facture",
      "Régularisation de {other}",
    },
    .openings = {
      "Ma dernière facture est de {other}, d'habitude je paie {amount}.",
      "3|Je ne comprends rien à la régularisation que vous me demandez.",
      "1|Vous facturez une consommation estimée alors que j'ai envoyé mon relevé.",
      "2|La facture du {date} compte deux fois l'abonnement.",
      "14|Comment puis-je avoir consommé autant en étant absent{e} un mois ?",
      "On me réclame {other} pour {my}. C'est impossible.",
    },
    .details = {
      "Mon contrat est le {contract}.",
      "Le compteur indique {meter}, je viens de regarder.",
      "Rien n'a changé chez moi, ni les appareils ni les personnes.",
      "La facture parle de {other}, mon échéancier de {amount}.",
    },
    .questions = {
      "Pouvez-vous me lire le chiffre du compteur ?",
      "Quel est votre numéro de contrat, et de quelle facture s'agit-il ?",
      "Avez-vous un nouvel appareil ou un nouveau chauffage depuis l'an dernier ?",
    },
    .answers = {
      "1|La facture reposait sur une estimation trop haute. Avec votre relevé de {meter}, je la recalcule : il reste {amount} à payer.",
      "2|L'abonnement était bien compté deux fois. J'annule la facture, une nouvelle part aujourd'hui.",
      "3|La régularisation couvre douze mois. Je vous l'étale sur six mois sans frais et j'ajuste la mensualité.",
      "4|Les index du distributeur étaient inversés. C'est corrigé, vous recevez un avoir.",
    },
    .stucks = {
      "14|Le relevé du distributeur contredit le vôtre. Je dois lui demander une vérification, c'est long.",
      "Je vois l'anomalie mais la correction passe par le service facturation. J'ai suspendu le prélèvement en attendant.",
    },
    .notes = {
      "14|Contrat {contract}, estimation trop haute, relevé client {meter}.",
      "2|Abonnement facturé deux fois, avoir demandé.",
      "n|Prélèvement suspendu, attente facturation.",
      "3|Régul {other} expliquée, étalement proposé.",
    },
    .summaries = {
      "1y|Facture de {other} contestée, recalculée sur relevé réel {meter}.",
      "2y|Contrat {contract} : abonnement compté deux fois, avoir émis.",
      "3y|Régularisation expliquée et étalée.",
      "14n|Estimation contestée, vérification demandée au distributeur.",
    },
    .promises = {
      "124|facture corrigée dans votre espace client au plus tard le {due}",
      "n|aucun prélèvement avant la réponse du service facturation, attendue le {due}",
      "je vous rappelle le {due} avec le nouveau montant",
    },
  },
  [DIAPASON_COMPANY_CHARGED_TWICE] = {
    .subjects = {
      "Prélevé{e} deux fois",
      "Double prélèvement de {amount}",
      "Erreur de prélèvement, contrat {contract}",
    },
    .openings = {
      "J'ai été prélevé{e} deux fois de {amount} ce mois-ci.",
      "Deux prélèvements le même jour pour {my} !",
      "1|Ma banque m'avertit d'un découvert à cause de votre double prélèvement.",
      "Vous avez pris {amount} le {date} et encore {amount} le lendemain.",
      "2|J'avais payé par carte, et vous m'avez prélevé{e} quand même.",
    },
    .details = {
      "Contrat {contract}, les deux lignes portent la même référence.",
      "1|Ma banque me facture huit euros de frais par rejet.",
      "Je peux vous envoyer le relevé de compte.",
    },
    .questions = {
      "À quelles dates voyez-vous les deux opérations ?",
      "Pouvez-vous me confirmer le numéro de contrat et les deux montants ?",
    },
    .answers = {
      "1|Je vois bien les deux prélèvements. Le second vous est rendu par virement, et nous prenons en charge vos frais bancaires.",
      "2|Le premier paiement n'avait pas été rapproché de la facture, d'où le second. Je vous rembourse {amount}.",
      "3|Le second est une préautorisation qui tombe d'elle-même sous deux jours. Elle ne sera pas débitée.",
    },
    .stucks = {
      "Je ne vois qu'un seul prélèvement de mon côté. Il me faut votre relevé pour retrouver l'autre.",
      "Le remboursement d'un prélèvement demande la signature de la trésorerie. J'ai fait la demande.",
    },
    .notes = {
      "12y|Double prélèvement {amount} confirmé, virement demandé.",
      "1|Frais de rejet à prendre en charge. Contrat {contract}.",
      "n|Relevé bancaire demandé au client.",
    },
    .summaries = {
      "12y|Prélèvement en double de {amount}, remboursement lancé.",
      "2y|Paiement carte non rapproché, double débit. Corrigé.",
      "1y|Découvert causé par notre erreur, frais pris en charge.",
    },
    .promises = {
      "12|virement de {amount} sur votre compte au plus tard le {due}",
      "1|frais bancaires remboursés avant le {due}",
      "vérification des deux opérations avec la trésorerie, réponse le {due}",
    },
  },
  [DIAPASON_COMPANY_PAYMENT_PLAN] = {
    .subjects = {
      "Demande d'échéancier",
      "Difficulté à payer",
      "Contrat {contract} : délai de paiement",
    },
    .openings = {
      "1|Je ne pourrai pas payer {other} d'un coup, est-il possible d'étaler ?",
      "2|J'ai perdu mon emploi et je voudrais un délai pour ma facture.",
      "1|Pouvez-vous me proposer un échéancier pour {my} ?",
      "2|J'ai reçu une relance alors que j'attends une aide de la mairie.",
      "3|Ma mensualité est trop lourde, peut-on la baisser ?",
    },
    .details = {
      "13|Je peux verser {amount} par mois.",
      "Mon contrat est le {contract}, je n'ai jamais eu d'incident.",
      "12|J'ai un rendez-vous avec l'assistante sociale le {next}.",
    },
    .questions = {
      "13|Quelle somme pouvez-vous verser chaque mois sans vous mettre en difficulté ?",
      "À quelle date votre salaire ou votre aide arrive-t-il ?",
    },
    .answers = {
      "1|Je vous propose six versements de {amount}, sans frais. Rien n'est coupé et les relances s'arrêtent.",
      "3|La mensualité passe à {amount} dès le mois prochain.",
      "2|Le dossier est gelé pendant deux mois, le temps que l'aide arrive. Vous ne recevrez plus de relance.",
    },
    .stucks = {
      "1|Au-delà de six mois je dois demander l'accord de ma responsable. Je lui transmets votre proposition.",
      "1|Un échéancier est déjà en cours sur ce contrat, je ne peux pas en ouvrir un second seul{ae}.",
    },
    .notes = {
      "1y|Échéancier 6 x {amount} demandé. Relances stoppées.",
      "2|Situation difficile, ton respectueux svp. Aide attendue.",
      "3y|Mensualité ramenée à {amount}.",
    },
    .summaries = {
      "1y|Échéancier accordé sur le contrat {contract}.",
      "2|Client en difficulté passagère, relances suspendues.",
      "3y|Mensualité revue à {amount}.",
    },
    .promises = {
      "1|réponse de ma responsable sur l'échéancier au plus tard le {due}",
      "1|échéancier écrit envoyé avant le {due}",
      "23|réponse de ma responsable au plus tard le {due}",
    },
  },
  [DIAPASON_COMPANY_BANK_CHANGE] = {
    .subjects = {
      "Changement de banque",
      "Nouveau RIB",
      "Contrat {contract} : coordonnées bancaires",
    },
    .openings = {
      "1|J'ai changé de banque, comment vous donner mon nouveau RIB ?",
      "1|Je voudrais modifier le compte sur lequel vous prélevez {my}.",
      "1|Mon ancien compte ferme bientôt, que dois-je faire pour le prélèvement ?",
      "2|Peut-on passer du prélèvement au paiement par carte ?",
    },
    .details = {
      "Le prochain prélèvement tombe dans dix jours.",
      "Contrat {contract}.",
      "1|L'ancien compte ferme le {next}.",
    },
    .questions = {
      "1|Préférez-vous le faire dans votre espace client ou recevoir un mandat à signer ?",
      "1|À quelle date l'ancien compte sera-t-il fermé ?",
    },
    .answers = {
      "1|Le nouveau mandat vous est envoyé, il se signe depuis le téléphone. Le prochain prélèvement partira du nouveau compte.",
      "1|C'est enregistré. Par sécurité je ne prends jamais un RIB par téléphone, le lien que vous venez de recevoir suffit.",
      "2|Votre contrat est passé au paiement par carte, vous recevrez un rappel cinq jours avant chaque échéance.",
    },
    .stucks = {
      "1|Le mandat ne passe pas, notre système refuse ce compte. Je le signale.",
      "Le prélèvement de ce mois est déjà parti, je ne peux plus le changer.",
    },
    .notes = {
      "1y|Mandat envoyé, contrat {contract}.",
      "2|Passage à la carte demandé.",
      "1|Ne pas prendre d'IBAN au téléphone, lien envoyé.",
    },
    .summaries = {
      "1y|Changement de compte bancaire, mandat envoyé.",
      "2y|Contrat {contract} passé au paiement par carte.",
      "1|Prélèvement à déplacer vers le nouveau compte, expliqué.",
    },
  },
  [DIAPASON_COMPANY_METER_READING] = {
    .subjects = {
      "Relevé de compteur",
      "Mon relevé : {meter}",
      "Contrat {contract}, relevé",
    },
    .openings = {
      "1|Je vous envoie mon relevé : {meter}.",
      "2|Le site refuse mon relevé de compteur, il dit que le chiffre est trop petit.",
      "3|Où dois-je lire le chiffre sur le nouveau compteur ?",
      "1|Le releveur n'a pas pu entrer, je vous donne l'index moi-même.",
      "4|Pourquoi demandez-vous un relevé si le compteur est communicant ?",
    },
    .details = {
      "12|Contrat {contract}, relevé fait ce matin.",
      "13|L'écran affiche {meter} puis des zéros.",
      "Le compteur est dans la cave, j'ai pris une photo.",
    },
    .questions = {
      "123|Quel chiffre lisez-vous, sans les décimales ?",
      "Pouvez-vous me donner les quatre derniers chiffres du numéro du compteur ?",
    },
    .answers = {
      "1|L'index {meter} est enregistré, la prochaine facture en tiendra compte.",
      "2|Le site comparait avec une estimation trop haute. J'ai saisi {meter} à la main, tout est bon.",
      "3|Appuyez deux fois sur la touche plus : le chiffre à côté de « index » est le bon.",
      "4|Le compteur ne nous parle plus depuis un mois, d'où la demande. Avec votre chiffre, la facture sera juste.",
    },
    .stucks = {
      "12|Le chiffre est plus bas que le précédent, il faut qu'un agent vienne vérifier.",
      "34|Le compteur ne communique plus. J'ai prévenu le distributeur, qui prendra contact avec vous.",
    },
    .notes = {
      "1y|Index {meter} saisi, contrat {contract}.",
      "4|Compteur muet, signalé au distributeur.",
      "2|Site refuse l'index, contournement manuel.",
    },
    .summaries = {
      "12y|Relevé {meter} pris en compte.",
      "3y|Aide à la lecture du compteur.",
      "12n|Index incohérent, vérification demandée.",
      "4|Compteur muet depuis un mois, relevé demandé et expliqué.",
    },
  },
  [DIAPASON_COMPANY_MOVING] = {
    .subjects = {
      "Déménagement",
      "Je déménage le {next}",
      "Contrat {contract} : changement de logement",
    },
    .openings = {
      "1|Je déménage bientôt et je voudrais emmener {my}.",
      "2|Nous quittons {city} à la fin du mois, comment arrêter le contrat ?",
      "3|J'emménage dans un logement où l'électricité est coupée.",
      "3|Que faut-il faire pour la mise en service dans mon nouvel appartement ?",
      "4|J'ai déménagé le {date} et vous continuez à me facturer l'ancien logement.",
    },
    .details = {
      "12|Remise des clés le {next}.",
      "14|Contrat {contract}, le nouveau logement fait soixante mètres carrés.",
      "13|Je ne connais pas le numéro du nouveau compteur.",
      "2|Le propriétaire veut que le compteur reste ouvert.",
    },
    .questions = {
      "12|À quelle date remettez-vous les clés, et avez-vous la nouvelle adresse ?",
      "3|Connaissez-vous le nom de l'occupant précédent ?",
    },
    .answers = {
      "1|Le contrat actuel s'arrête le jour de la remise des clés et le nouveau commence le même jour. Pensez au relevé des deux compteurs.",
      "3|La mise en service est faite à distance, vous aurez le courant {next}.",
      "4|J'ai arrêté l'ancien contrat à la date du {date} et vous rembourse ce qui a été payé en trop.",
      "2|Le contrat s'arrête le jour de la remise des clés. Envoyez-nous le relevé ce jour-là, la facture de clôture suivra.",
    },
    .stucks = {
      "13|Sans le numéro du nouveau compteur, le distributeur refuse l'ouverture. Il est écrit sur l'appareil.",
      "3|Le logement est encore au nom de l'ancien locataire, il faut d'abord que son départ soit enregistré.",
    },
    .notes = {
      "1|Déménagement {next}, résiliation + ouverture liées.",
      "3|N° compteur manquant, client rappelle.",
      "4|Ancien logement facturé à tort depuis le {date}.",
    },
    .summaries = {
      "1y|Déménagement : transfert du contrat {contract}.",
      "3y|Mise en service programmée {next}.",
      "4y|Ancien contrat arrêté, trop-perçu à rendre.",
      "2y|Fin du contrat {contract} enregistrée.",
    },
    .promises = {
      "13|électricité ouverte dans le nouveau logement le {due}",
      "24|confirmation écrite de l'arrêt du contrat avant le {due}",
      "24|facture de clôture envoyée au plus tard le {due}",
    },
  },
  [DIAPASON_COMPANY_ADDRESS_CHANGE] = {
    .subjects = {
      "Changement d'adresse postale",
      "Courrier à la mauvaise adresse",
      "Mise à jour de mes coordonnées",
    },
    .openings = {
      "1|Mes factures arrivent toujours à mon ancienne adresse.",
      "1|Je voudrais changer l'adresse d'envoi, pas celle du logement.",
      "2|Vous avez mal écrit mon nom sur le courrier.",
      "3|Pouvez-vous enregistrer mon nouveau numéro de téléphone ?",
      "4|Je me suis marié{e}, comment changer de nom sur le contrat ?",
    },
    .details = {
      "1|La bonne adresse est {street}, {city}.",
      "Contrat {contract}.",
      "1|Je n'ai plus accès à l'ancienne boîte aux lettres.",
    },
    .questions = {
      "1|Pouvez-vous me dicter la nouvelle adresse, avec le code postal ?",
      "Souhaitez-vous aussi recevoir vos factures par e-mail ?",
    },
    .answers = {
      "1|C'est changé. La prochaine facture partira à la bonne adresse.",
      "24|L'orthographe est corrigée partout, contrat et courrier.",
      "3|Le nouveau numéro est enregistré, l'ancien est effacé.",
    },
    .stucks = {
      "4|Pour le changement de nom j'ai besoin d'un justificatif, que vous pouvez déposer dans l'espace client.",
      "1|Le système refuse cette adresse, qu'il ne connaît pas encore. Je demande son ajout.",
    },
    .notes = {
      "1y|Adresse d'envoi mise à jour.",
      "24|Nom corrigé, contrat {contract}.",
      "3y|Nouveau tél. enregistré, ancien supprimé.",
    },
    .summaries = {
      "1y|Adresse postale mise à jour.",
      "y|Coordonnées corrigées, contrat {contract}.",
      "4n|Changement de nom, justificatif demandé.",
    },
  },
  [DIAPASON_COMPANY_BREAKDOWN] = {
    .subjects = {
      "Panne : {the}",
      "Plus d'eau chaude",
      "Urgent, contrat {contract}",
    },
    .openings = {
      "13|{My} est en panne, nous n'avons plus de chauffage.",
      "13|Plus d'eau chaude depuis hier soir, et j'ai un bébé de six mois.",
      "{The} affiche un code d'erreur et fait un bruit terrible.",
      "2|Il y a une fuite sous l'appareil, que dois-je couper ?",
      "13|{My} s'arrête toutes les dix minutes, il fait quatorze degrés chez moi.",
      "1|Ma mère a 86 ans et elle est sans chauffage. Envoyez quelqu'un.",
    },
    .details = {
      "Contrat {contract}, entretien fait l'an dernier.",
      "J'ai déjà redémarré l'appareil trois fois.",
      "Le voyant rouge clignote et la pression est à zéro.",
      "Je suis chez moi {hours}.",
    },
    .questions = {
      "Quel code s'affiche, et la pression est-elle au-dessus de un ?",
      "Y a-t-il chez vous un jeune enfant, une personne âgée ou malade ?",
      "Sentez-vous une odeur de gaz ?",
    },
    .answers = {
      "12|Un technicien passe {visit}, {hours}. En attendant, laissez l'appareil éteint.",
      "3|Avec la pression remontée, l'appareil repart, je reste en ligne le temps que l'eau chauffe.",
      "1|Je vous mets en urgence : intervention {visit}, et un radiateur d'appoint vous est prêté.",
      "12|La panne est couverte par votre contrat {contract}, déplacement et pièces compris. Un technicien passe {visit}, {hours}.",
    },
    .stucks = {
      "La pièce n'est pas en stock et je n'ai pas de date. Je cherche un autre dépanneur près de {city}.",
      "Aucun technicien n'est libre aujourd'hui dans votre secteur, je le regrette vraiment.",
    },
    .notes = {
      "1|Panne {thing}, personne fragile au foyer. Priorité.",
      "3y|Pression à zéro, remontée au téléphone. OK.",
      "n|Pièce à commander, code erreur noté.",
      "12|Intervention {visit} {hours}, prévenir par SMS.",
    },
    .summaries = {
      "12|{The} en panne, technicien prévu {visit}.",
      "3y|Dépannage à distance réussi, pression remontée.",
      "n|Panne sans date de réparation, pièce manquante.",
      "1|Foyer sans chauffage, traité en urgence.",
    },
    .promises = {
      "12|passage du technicien le {due}, {hours}",
      "n|je vous rappelle le {due} avec la date d'arrivée de la pièce",
      "1|radiateur d'appoint livré au plus tard le {due}",
    },
  },
  [DIAPASON_COMPANY_APPLIANCE_FAULT] = {
    .subjects = {
      "{The} ne marche plus",
      "Garantie {of}",
      "Commande {order} : appareil en panne",
    },
    .openings = {
      "12|{The} est tombé{pe} en panne au bout de huit mois.",
      "1235|{My} ne démarre plus du tout.",
      "12|{The} fait disjoncter toute la maison.",
      "{The} fait un bruit de ferraille depuis hier.",
      "125|Est-ce que {the} est encore sous garantie ?",
      "4|Troisième panne en un an pour {the}, je veux un échange.",
    },
    .details = {
      "Acheté le {date} de l'an dernier, facture à l'appui.",
      "J'ai suivi le guide de dépannage jusqu'au bout, rien n'y fait.",
      "Commande {order}, payée {amount}.",
      "1245|Il y a une odeur de brûlé quand je l'allume.",
    },
    .questions = {
      "Depuis quand, et qu'avez-vous déjà essayé ?",
      "Pouvez-vous me lire le numéro de série sous l'appareil ?",
    },
    .answers = {
      "1|L'appareil est sous garantie jusqu'à l'an prochain. Un réparateur passe {visit}, {hours}.",
      "2|C'est un défaut connu de cette série. Nous échangeons {the} sans réparation.",
      "3|Débranchez l'appareil un quart d'heure puis tenez la touche départ : cela remet l'électronique à zéro. Parfait si le voyant est vert.",
      "4|Après trois pannes vous avez droit à l'échange. Je lance la commande.",
    },
    .stucks = {
      "124|La pièce est en rupture chez le fabricant. Je demande une dérogation pour un échange.",
      "5|La garantie est finie depuis peu. Je demande un geste, mais ce n'est pas moi qui décide.",
    },
    .notes = {
      "1|{Thing} sous garantie, réparateur {visit}.",
      "2|Défaut de série, échange direct.",
      "4|3e panne. Échange demandé, cde {order}.",
      "Étapes de dépannage refaites ensemble.",
    },
    .summaries = {
      "1|Panne {of} sous garantie, réparation {visit}.",
      "24y|Défaut connu, échange lancé pour la commande {order}.",
      "5n|Hors garantie, geste demandé.",
      "3y|Remise à zéro guidée, l'appareil repart.",
    },
    .promises = {
      "1|passage du réparateur le {due}, {hours}",
      "24|réponse sur l'échange {of} au plus tard le {due}",
    },
  },
  [DIAPASON_COMPANY_TECHNICIAN_ABSENT] = {
    .subjects = {
      "Technicien pas venu",
      "Rendez-vous manqué le {date}",
      "J'ai attendu toute la matinée",
    },
    .openings = {
      "Votre technicien devait venir {hours}, je l'attends encore.",
      "J'ai posé une demi-journée de congé et personne n'est venu.",
      "2|Le technicien a noté que j'étais absent{e}, c'est faux.",
      "3|C'est le deuxième rendez-vous manqué pour {my}.",
      "Personne n'est passé et personne n'a prévenu.",
    },
    .details = {
      "Le rendez-vous était le {date}, contrat {contract}.",
      "J'ai le SMS de confirmation sous les yeux.",
      "Une journée perdue, c'est une journée sans salaire.",
    },
    .questions = {
      "Avez-vous reçu un SMS ou un appel du technicien ?",
      "Quel prochain créneau pourrait vous arranger ?",
    },
    .answers = {
      "13|Le technicien a été retenu sur une fuite de gaz et personne ne vous a prévenu{e}, c'est notre faute. Nouveau passage {visit}, {hours}.",
      "Je vous ai trouvé le premier créneau {visit}, et un avoir de {amount} pour la journée perdue.",
      "2|L'adresse du rendez-vous était fausse. C'est corrigé, il vient {visit}.",
    },
    .stucks = {
      "Le planning est plein et je refuse de vous donner un créneau que je ne peux pas garantir.",
      "Le prestataire ne répond pas. J'ai alerté mon responsable.",
    },
    .notes = {
      "RDV manqué {date}, client présent. Nouveau créneau.",
      "3|2e absence du prestataire, escalade.",
      "y|Avoir {amount} proposé pour la journée perdue.",
    },
    .summaries = {
      "y|Technicien non venu le {date}, nouveau rendez-vous {visit}.",
      "3|Deuxième rendez-vous manqué, responsable alerté.",
      "2|Client noté absent à tort.",
    },
    .promises = {
      "passage du technicien le {due}, {hours}, premier de la tournée",
      "appel du responsable de secteur avant le {due}",
    },
  },
  [DIAPASON_COMPANY_APPOINTMENT] = {
    .subjects = {
      "Entretien annuel : rendez-vous",
      "Déplacer mon rendez-vous",
      "Contrat {contract}, visite",
    },
    .openings = {
      "1|Je voudrais prendre rendez-vous pour l'entretien {of}.",
      "2|Peut-on déplacer le rendez-vous {next} ? Je travaille ce jour-là.",
      "1|Est-ce que le technicien peut venir après 17 heures ?",
      "3|Combien de temps dure la visite d'entretien ?",
    },
    .details = {
      "1|Contrat {contract}, l'an dernier c'était en octobre.",
      "12|Le mieux serait {hours}.",
      "12|Il y a un code en bas, je vous le donne.",
    },
    .questions = {
      "12|Quels jours vous conviennent le mieux ?",
      "12|Faut-il un code ou un badge pour entrer ?",
    },
    .answers = {
      "1|C'est noté pour {visit}, {hours}. Vous recevrez un SMS la veille.",
      "2|Rendez-vous déplacé sans problème : {visit}, {hours}.",
      "3|La visite dure quarante minutes, il suffit de dégager l'accès à l'appareil.",
    },
    .stucks = {
      "12|Je n'ai plus de créneau ce mois-ci dans votre secteur, je vous inscris sur la liste d'attente.",
      "12|Le planning de {city} n'est pas encore ouvert.",
    },
    .notes = {
      "1y|RDV {visit} {hours}.",
      "2y|Déplacé à la demande du client.",
      "1y|Entretien {thing}, code d'entrée noté.",
    },
    .summaries = {
      "1y|Rendez-vous d'entretien fixé {visit}, {hours}.",
      "2y|Rendez-vous déplacé.",
      "3|Renseignement sur la durée de la visite.",
    },
  },
  [DIAPASON_COMPANY_CANCELLATION] = {
    .subjects = {
      "Résiliation",
      "Je veux arrêter {the}",
      "Contrat {contract} : résiliation",
    },
    .openings = {
      "1|Je souhaite résilier {my}.",
      "1|Comment arrêter {the} ? Je ne m'en sers plus.",
      "2|J'ai résilié il y a un mois et vous continuez à me prélever {amount}.",
      "3|Je me suis rétracté{e} dans les quatorze jours, confirmez-le-moi.",
      "1|J'ai trouvé moins cher ailleurs, je vous quitte.",
    },
    .details = {
      "Contrat {contract}.",
      "2|J'ai envoyé une lettre recommandée le {date}.",
      "1|Je ne veux pas d'autre offre, seulement une confirmation.",
    },
    .questions = {
      "1|Puis-je vous demander ce qui vous fait partir ?",
      "1|À quelle date souhaitez-vous que le contrat s'arrête ?",
    },
    .answers = {
      "1|C'est résilié à la fin du mois, sans frais. La confirmation est dans votre boîte.",
      "2|Votre lettre était bien arrivée et n'avait pas été traitée. Je rembourse les {amount} prélevés depuis.",
      "3|Votre rétractation est dans les délais, tout est annulé.",
    },
    .stucks = {
      "1|Une durée d'engagement court encore, je vérifie si votre motif permet d'en sortir.",
      "2|La lettre n'est pas enregistrée chez nous. Pouvez-vous m'envoyer l'avis de réception ?",
    },
    .notes = {
      "1|Résiliation contrat {contract}, sans relance commerciale svp.",
      "2|Courrier du {date} non traité. Remboursement.",
      "3|Rétractation dans les 14 jours, OK.",
    },
    .summaries = {
      "1y|Résiliation {of} enregistrée.",
      "2|Résiliation oubliée, prélèvements à rendre.",
      "3y|Rétractation acceptée, contrat {contract}.",
    },
    .promises = {
      "confirmation écrite de la résiliation au plus tard le {due}",
      "2|remboursement des {amount} prélevés à tort avant le {due}",
    },
  },
  [DIAPASON_COMPANY_PRICE_RISE] = {
    .subjects = {
      "Hausse de prix",
      "Augmentation de mon contrat {contract}",
      "Pourquoi cette augmentation ?",
    },
    .openings = {
      "12|Je reçois un courrier annonçant une hausse, alors que le prix devait être bloqué.",
      "Ma mensualité passe de {amount} à {other}, pourquoi ?",
      "3|Les nouveaux clients paient moins que moi, qui suis fidèle depuis des années.",
      "Vous augmentez {the} sans rien améliorer.",
    },
    .details = {
      "12|Contrat {contract}, signé avec un prix fixe.",
      "Le courrier est daté du {date}.",
      "3|Mon voisin a la même offre et ne paie pas cela.",
    },
    .questions = {
      "Avez-vous le courrier sous les yeux, et quelle date y figure ?",
      "Voulez-vous que je compare avec nos offres actuelles ?",
    },
    .answers = {
      "13|Le prix bloqué se terminait ce mois-ci. L'offre actuelle vous revient à {amount}, je peux vous y passer sans frais.",
      "2|Vous aviez raison, le prix est bloqué jusqu'à l'an prochain. La hausse est annulée.",
      "4|L'augmentation vient des taxes et du réseau, je vous ai envoyé le détail ligne par ligne.",
    },
    .stucks = {
      "3|Je n'ai pas le droit de vous accorder le tarif des nouveaux clients. J'ai transmis votre remarque, et elle est juste.",
      "4|Le calcul est exact, même si je comprends qu'il vous déplaise.",
    },
    .notes = {
      "12|Hausse contestée, prix bloqué vérifié.",
      "13|Comparaison d'offres envoyée, {amount} possible.",
      "3|Tarif nouveaux clients réclamé, 3e fois cette semaine.",
    },
    .summaries = {
      "14y|Hausse de {amount} à {other} expliquée.",
      "2y|Prix bloqué confirmé, hausse annulée sur {contract}.",
      "3|Client fidèle mécontent du tarif des nouveaux clients.",
    },
  },
  [DIAPASON_COMPANY_ADVISER_RUDE] = {
    .subjects = {
      "Réclamation sur un appel",
      "On m'a raccroché au nez",
      "Manque de respect",
    },
    .openings = {
      "1|Votre collègue m'a parlé comme à un enfant.",
      "2|On m'a raccroché au nez pendant que j'expliquais mon problème.",
      "1|Je veux signaler la façon dont on m'a traité{e} le {date}.",
      "3|À la boutique {place}, le vendeur a ri quand j'ai demandé un échange.",
    },
    .details = {
      "12|J'appelais pour {the}, rien de compliqué.",
      "12|J'étais en ligne depuis trente-cinq minutes.",
      "Je ne cherche pas à faire punir quelqu'un, je veux que cela change.",
    },
    .questions = {
      "12|Vous souvenez-vous de l'heure de l'appel ?",
      "Que souhaitez-vous que nous fassions de votre témoignage ?",
    },
    .answers = {
      "13|Merci de l'avoir dit. J'en parle avec la personne concernée, et je vous présente nos excuses.",
      "1|J'ai réécouté ce qui pouvait l'être : vous avez raison, ce ton n'était pas acceptable.",
      "2|La ligne a été coupée par notre système, ce n'était pas volontaire, mais on aurait dû vous rappeler.",
    },
    .stucks = {
      "12|Je ne retrouve pas la trace de cet appel. Je cherche avec le numéro que vous m'avez donné.",
      "Ce n'est pas à moi d'en juger seul{ae}, je transmets à la responsable de l'équipe.",
    },
    .notes = {
      "13|Réclamation sur l'accueil, à traiter par la responsable.",
      "2|Coupure technique confirmée, pas volontaire.",
      "Client blessé, souhaite des excuses, pas une sanction.",
    },
    .summaries = {
      "1|Réclamation sur le ton d'un appel. Excuses présentées.",
      "2|Appel coupé par le système, personne n'a rappelé.",
      "3|Accueil boutique {place} mis en cause, transmis.",
    },
    .promises = {
      "appel de la responsable de l'équipe le {due}",
      "réponse écrite à votre réclamation au plus tard le {due}",
    },
  },
  [DIAPASON_COMPANY_NOBODY_CALLED] = {
    .subjects = {
      "Personne ne m'a rappelé{e}",
      "Rappel promis, jamais reçu",
      "Toujours sans nouvelles",
    },
    .openings = {
      "On devait me rappeler le {date}, j'attends toujours.",
      "Un de vos collègues m'a promis une réponse, et puis plus rien.",
      "J'ai laissé trois messages et personne ne rappelle.",
      "Vous m'aviez dit « demain ». C'était la semaine dernière.",
      "Je suis resté{e} à côté du téléphone toute la journée pour rien.",
    },
    .details = {
      "C'est au sujet {of}, contrat {contract}.",
      "J'ai parlé à quelqu'un le {date}, je n'ai pas noté son nom.",
      "Je ne vous demande plus une solution, seulement une réponse.",
    },
    .questions = {
      "Savez-vous à qui vous aviez parlé, et de quoi il s'agissait ?",
      "À quel numéro et à quelle heure préférez-vous être rappelé{e} ?",
    },
    .answers = {
      "1|Je retrouve la note : le rappel était prévu mais attribué à une personne absente. Je réponds moi-même, maintenant.",
      "2|Voici la réponse que vous attendiez : la visite {of} est confirmée {visit}, {hours}.",
      "3|Le numéro noté était faux d'un chiffre. C'est corrigé, et la réponse à votre question est oui.",
    },
    .stucks = {
      "Je ne trouve aucune trace de ce rappel. Je préfère vous le dire que d'inventer.",
      "La personne qui suit votre dossier est absente jusqu'à lundi, je n'ai pas accès à sa réponse.",
    },
    .notes = {
      "Rappel du {date} jamais fait. Repris.",
      "3|Numéro erroné au dossier, corrigé.",
      "Client sans nouvelles depuis le {date}, excuses.",
    },
    .summaries = {
      "y|Rappel promis le {date} non fait, réponse donnée.",
      "Promesse oubliée, dossier repris.",
      "Client laissé sans nouvelles, excuses présentées.",
    },
    .promises = {
      "je vous rappelle moi-même le {due}, {hours}",
      "réponse écrite au plus tard le {due}",
    },
  },
  [DIAPASON_COMPANY_PRAISE] = {
    .subjects = {
      "Merci !",
      "Un grand merci à {former}",
      "Service remarquable",
    },
    .openings = {
      "1|Je voulais simplement remercier {former} pour sa patience.",
      "2|Le livreur {of} a été formidable, dites-le-lui.",
      "1|Enfin un service clients où l'on parle à quelqu'un.",
      "{The} fonctionne à merveille, et votre technicien a tout expliqué.",
      "Je critique souvent, alors je le dis aussi quand c'est bien : bravo.",
    },
    .details = {
      "1|Mon problème traînait depuis des semaines et tout a été réglé en un appel.",
      "1|C'était le {date}, à la boutique {place}.",
      "Vous pouvez publier ce message si vous voulez.",
    },
    .questions = {
      "Puis-je transmettre vos mots à toute l'équipe ?",
    },
    .answers = {
      "Merci, cela me touche beaucoup. Je transmets vos mots à l'équipe.",
      "Quel plaisir de vous lire ! Je l'affiche aujourd'hui dans notre salle.",
      "Merci d'avoir pris le temps de l'écrire, c'est rare et précieux.",
    },
    .stucks = {
      "Merci, cela me touche beaucoup. Je transmets vos mots à l'équipe.",
      "Merci à vous, je le dirai à la personne concernée.",
    },
    .notes = {
      "Compliment, à lire en réunion d'équipe.",
      "2|Remerciement pour le livreur, transmis.",
    },
    .summaries = {
      "Remerciements, transmis à l'équipe.",
      "1|Compliment pour la boutique {place}.",
      "Client ravi {of}, partage en réunion.",
    },
  },
  [DIAPASON_COMPANY_LOGIN] = {
    .subjects = {
      "Impossible de me connecter",
      "Espace client bloqué",
      "Je ne reçois pas le code",
    },
    .openings = {
      "12|Je n'arrive plus à entrer dans mon espace client.",
      "2|Le code par SMS n'arrive jamais.",
      "1|Mon mot de passe est refusé, pourtant c'est le bon.",
      "3|L'application se ferme dès que je veux voir une facture.",
      "1|Mon compte est bloqué après trois essais.",
    },
    .details = {
      "Mon contrat est le {contract}.",
      "12|J'ai changé de téléphone la semaine dernière.",
      "1|J'ai essayé sur deux ordinateurs, même message.",
    },
    .questions = {
      "Quel message voyez-vous à l'écran ?",
      "12|Avez-vous gardé le même numéro de téléphone ?",
    },
    .answers = {
      "1|Le compte est débloqué. Choisissez un nouveau mot de passe avec le lien que vous venez de recevoir.",
      "2|Les SMS partaient vers votre ancien numéro. C'est changé, demandez un nouveau code.",
      "3|L'application a un défaut connu, la mise à jour de ce matin le corrige.",
    },
    .stucks = {
      "12|Je ne peux pas débloquer ce compte sans vérifier votre identité par courrier, c'est pour votre sécurité.",
      "C'est une panne de notre côté, plusieurs clients me la signalent. Je n'ai pas d'heure de retour.",
    },
    .notes = {
      "1y|Compte débloqué, lien envoyé.",
      "2y|Ancien n° pour le code SMS, mis à jour.",
      "3|Panne appli signalée à l'informatique.",
    },
    .summaries = {
      "12y|Accès à l'espace client rétabli.",
      "2y|Code SMS envoyé à l'ancien numéro, corrigé.",
      "3|Panne de l'application, client informé.",
    },
  },
  [DIAPASON_COMPANY_BEREAVEMENT] = {
    .subjects = {
      "Décès du titulaire",
      "Contrat {contract} au nom de mon père",
      "Changement de titulaire",
    },
    .openings = {
      "1|Mon mari est décédé le {date} et le contrat est à son nom.",
      "1|Ma mère nous a quittés, que dois-je faire pour son contrat ?",
      "2|Vous continuez d'écrire à mon père, décédé depuis des mois. C'est très dur.",
    },
    .details = {
      "Le contrat est le {contract}, j'habite toujours le logement.",
      "J'ai déjà envoyé l'acte de décès en boutique.",
      "1|Je ne veux pas qu'on coupe, je veux seulement mettre mon nom.",
    },
    .questions = {
      "1|Souhaitez-vous garder le logement alimenté à votre nom ?",
      "1|Avez-vous un relevé récent, ou préférez-vous que je m'en occupe ?",
    },
    .answers = {
      "1|Je vous présente mes condoléances. Le contrat passe à votre nom sans coupure et sans frais, je m'occupe de tout.",
      "2|Toutes mes condoléances. Plus aucun courrier ne partira à son nom, je l'ai vérifié moi-même.",
      "Je vous adresse mes condoléances. La facture de clôture est annulée, vous n'avez rien à payer.",
    },
    .stucks = {
      "Je vous présente mes condoléances. Il me manque l'acte de décès, que la boutique n'a pas transmis. Je le réclame pour vous.",
      "Toutes mes condoléances. Le notaire doit nous confirmer un point, je le contacte pour vous.",
    },
    .notes = {
      "Décès titulaire. Beaucoup de tact. Stopper tout courrier.",
      "1n|Acte reçu en boutique, à réclamer.",
      "1|Passage au nom du conjoint, sans coupure.",
    },
    .summaries = {
      "1y|Décès du titulaire, contrat {contract} transféré.",
      "2y|Courriers au nom du défunt arrêtés.",
      "1n|Changement de titulaire en attente d'un document.",
    },
    .promises = {
      "2|plus aucun courrier à son nom à partir du {due}",
      "1|contrat à votre nom au plus tard le {due}",
    },
  },
  [DIAPASON_COMPANY_LARGE_PRINT] = {
    .subjects = {
      "Facture en gros caractères",
      "Je ne peux pas lire vos factures",
      "Accessibilité",
    },
    .openings = {
      "1|Je vois très mal, pouvez-vous m'envoyer des factures en gros caractères ?",
      "2|Mon lecteur d'écran ne lit pas vos factures.",
      "3|Je suis malentendant{e}, le téléphone n'est pas possible pour moi.",
    },
    .details = {
      "Contrat {contract}.",
      "Je l'ai déjà demandé le {date}.",
      "1|Le braille n'est pas nécessaire, une grande police suffit.",
    },
    .questions = {
      "1|Quelle taille de caractères vous convient ?",
      "12|Préférez-vous le papier ou un document pour lecteur d'écran ?",
    },
    .answers = {
      "1|Vos factures arriveront désormais en gros caractères, et c'est noté pour tous mes collègues.",
      "2|J'ai demandé le format pour lecteur d'écran, la dernière facture vous est renvoyée ainsi.",
      "3|C'est noté : nous vous écrirons toujours, personne ne vous appellera.",
    },
    .stucks = {
      "1|Le réglage existe mais il ne tient pas d'une facture à l'autre. Je le signale à nouveau.",
      "2|Ce format n'est pas encore proposé pour {my}. Je vous envoie la facture à la main en attendant.",
    },
    .notes = {
      "1|Gros caractères demandés, contrat {contract}.",
      "3|Ne pas appeler, écrire uniquement.",
    },
    .summaries = {
      "12y|Factures en gros caractères mises en place.",
      "3y|Préférence écrite enregistrée, ne pas appeler.",
    },
    .promises = {
      "12|facture en gros caractères envoyée au plus tard le {due}",
      "3|préférence écrite vérifiée dans votre dossier au plus tard le {due}",
    },
  },
  [DIAPASON_COMPANY_ADVICE] = {
    .subjects = {
      "Conseil avant achat",
      "Question sur {the}",
      "Quel modèle choisir ?",
    },
    .openings = {
      "1|J'hésite entre deux modèles, lequel me conseillez-vous ?",
      "1|Entre le modèle de base et celui du dessus pour {the}, la différence vaut-elle le prix ?",
      "2|Quelles sont les dimensions exactes {of} ? J'ai peu de place.",
      "3|Quelle est la consommation réelle {of} ?",
      "4|Reprenez-vous l'ancien appareil à la livraison ?",
    },
    .details = {
      "1|Mon budget est d'environ {amount}.",
      "12|J'habite un petit appartement à {city}.",
      "1|Le silence compte plus que la vitesse pour moi.",
    },
    .questions = {
      "13|Combien de personnes êtes-vous à la maison ?",
      "2|Quelle place avez-vous, en largeur et en profondeur ?",
    },
    .answers = {
      "1|Pour votre usage, le modèle le moins cher suffit largement. Inutile de dépenser plus.",
      "2|Les dimensions exactes sont sur la fiche que je viens de vous envoyer. Prévoyez deux centimètres de plus pour l'air.",
      "4|Oui, l'ancien appareil est repris gratuitement, il faut seulement le vider et le débrancher.",
      "3|La consommation annuelle figure sur l'étiquette, que je vous envoie. Le programme économique la réduit d'un tiers.",
    },
    .stucks = {
      "2|Je n'ai pas cette mesure. Je demande au fabricant plutôt que de deviner.",
      "1|Je ne connais pas bien ce modèle. La boutique {place} en a un en démonstration.",
    },
    .notes = {
      "1|Conseil {thing}, budget {amount}.",
      "24|Dimensions données, reprise de l'ancien expliquée.",
    },
    .summaries = {
      "1|Conseil avant achat {of}.",
      "24|Renseignement sur les dimensions et la reprise.",
      "1n|Orienté vers la boutique {place} pour une démonstration.",
      "3|Consommation {of} expliquée.",
    },
  },
  [DIAPASON_COMPANY_NEW_SUPPLY] = {
    .subjects = {
      "Nouveau contrat",
      "Demande de devis",
      "Souscription",
    },
    .openings = {
      "1|Je voudrais souscrire pour {the}, comment faire ?",
      "2|Combien paierais-je par mois pour un appartement de cinquante mètres carrés ?",
      "3|Je veux changer de fournisseur, y a-t-il une coupure ?",
      "4|L'offre verte est-elle vraiment verte ?",
    },
    .details = {
      "J'habite à {city}, tout est électrique.",
      "Je paie {other} chez mon fournisseur actuel.",
      "J'emménage le {next}.",
    },
    .questions = {
      "12|Quelle est la surface, et comment chauffez-vous ?",
      "2|Avez-vous une facture récente sous la main ?",
    },
    .answers = {
      "23|Le changement se fait sans coupure et sans frais. Comptez environ {amount} par mois, je vous envoie le devis.",
      "1|La souscription est enregistrée, vous avez quatorze jours pour changer d'avis.",
      "2|Avec votre consommation, rester chez votre fournisseur actuel n'est pas plus cher. Je préfère vous le dire.",
      "4|Oui : chaque kilowattheure vendu est acheté à un producteur local, et la liste est publique.",
    },
    .stucks = {
      "13|Votre adresse n'est pas encore desservie par notre offre.",
      "2|Il me faut le numéro du compteur pour un prix exact, sinon ce serait une devinette.",
    },
    .notes = {
      "2|Devis {amount} à envoyer.",
      "Prospect {city}, tout électrique.",
    },
    .summaries = {
      "2|Demande de devis, environ {amount} par mois.",
      "1y|Souscription expliquée, délai de rétractation rappelé.",
      "2n|Prospect, numéro de compteur manquant.",
      "34|Questions avant souscription, réponses données.",
    },
    .promises = {
      "23|devis envoyé au plus tard le {due}",
      "1|je vous appelle le {due} pour finir la souscription",
      "4|liste des producteurs envoyée au plus tard le {due}",
    },
  },
};
/* clang-format on */
