/* company-library-fr.c: knowledge and ready replies in French. */
#include "company-library.h"

/* clang-format off */
static const DiapasonCompanyArticle articles[] = {
  { "refund", "Remboursements : quand l'argent arrive",
    "<p>Un remboursement ne part pas à l'unité mais par <b>lots</b>, deux fois par semaine. Un "
    "lot peut rester bloqué quand un seul dossier y manque une pièce : les autres attendent "
    "avec lui.</p>"
    "<ul><li>Vérifiez d'abord que le retour est enregistré à l'entrepôt.</li>"
    "<li>Cherchez le lot dans l'onglet Paiements ; un lot de plus de trois jours se signale à "
    "la comptabilité.</li>"
    "<li>Carte expirée : l'argent nous revient. Proposez un virement.</li></ul>"
    "<p>Ne promettez jamais une date plus proche que <b>trois jours ouvrés</b> après la "
    "libération du lot. Dites au client ce que vous avez vu, pas ce que vous espérez, et notez "
    "la promesse pour qu'un collègue puisse la tenir en votre absence.</p>" },
  { "refund", "Frais de retour, bons d'achat : ce qui est dû",
    "<p>Quand l'appareil est défectueux ou que l'erreur est la nôtre, <b>tout est dû</b> : "
    "prix, livraison, retour. Ce n'est pas un geste, et aucun accord n'est nécessaire.</p>"
    "<p>Quand le client change d'avis dans les quatorze jours, le prix et la livraison simple "
    "lui reviennent ; le retour reste à sa charge.</p>"
    "<ul><li>Un bon d'achat revient en bon, sauf si le client demande l'argent.</li>"
    "<li>L'emballage absent ne justifie aucune retenue.</li>"
    "<li>Une retenue faite à tort se corrige le jour même, avec un mot d'excuse.</li></ul>" },
  { "delivery", "Produit arrivé abîmé",
    "<p>Commencez par la personne : un appareil attendu depuis des semaines qui arrive cassé, "
    "c'est une vraie déception.</p>"
    "<ul><li>Demandez des photos de l'appareil <b>et</b> du carton.</li>"
    "<li>Une réserve sur le bon aide contre le transporteur, mais son absence n'enlève rien aux "
    "droits du client.</li>"
    "<li>Proposez le choix : échange, remboursement, ou garder l'appareil contre une "
    "remise.</li></ul>"
    "<p>La reprise se fait à l'étage. Le client n'a rien à descendre, rien à emballer. Donnez "
    "une date seulement si le stock est réservé.</p>" },
  { "delivery", "Le suivi de livraison ne bouge plus",
    "<p>Un suivi figé depuis <b>trois jours ouvrés</b> n'est presque jamais un simple retard de "
    "mise à jour. Les causes habituelles : mauvais dépôt, étiquette illisible, camion "
    "incomplet.</p>"
    "<ul><li>Ouvrez une recherche auprès du transporteur et notez son numéro dans le "
    "dossier.</li>"
    "<li>Rappelez le client le jour dit, même sans nouvelle.</li>"
    "<li>Après sept jours sans trace, renvoyez l'appareil sans attendre la fin de la "
    "recherche.</li></ul>" },
  { "delivery", "Livraison manquée alors que le client était là",
    "<p>Croyez le client. Le transporteur est payé au passage, pas à la livraison, et les avis "
    "de passage sans coup de sonnette existent.</p>"
    "<p>Vérifiez l'adresse complète, le nom sur la sonnette, l'étage et le code. Ajoutez le "
    "téléphone pour le livreur. Reprogrammez sur un créneau que <b>le client</b> choisit, et "
    "confirmez par SMS.</p>"
    "<ul><li>Deuxième passage manqué : livraison par notre propre camion.</li>"
    "<li>Colis chez un voisin : c'est au transporteur de le reprendre.</li></ul>" },
  { "stock", "Le site et la boutique ne disent pas la même chose",
    "<p>Le site lit le stock des boutiques une fois par nuit. Entre-temps, une vente ou un "
    "appareil d'exposition suffit à le rendre faux.</p>"
    "<ul><li>Appelez la boutique avant de confirmer une disponibilité.</li>"
    "<li>Le <b>prix du site</b> s'applique toujours, la boutique s'aligne.</li>"
    "<li>Un client venu pour rien est livré chez lui sans frais.</li></ul>"
    "<p>Signalez chaque écart : c'est une friction connue, et le nombre de signalements "
    "compte.</p>" },
  { "bill", "Lire une facture : relevé ou estimation ?",
    "<p>À côté de chaque index, une lettre dit d'où il vient : <b>R</b> pour relevé, <b>E</b> "
    "pour estimé, <b>C</b> pour communiqué par le client. Une facture élevée repose souvent sur "
    "deux lettres E de suite.</p>"
    "<p>Demandez au client le chiffre du compteur et comparez. Un écart de plus de dix pour "
    "cent donne droit à une facture refaite tout de suite ; il n'est pas nécessaire d'attendre "
    "la suivante.</p>"
    "<ul><li>Suspendez le prélèvement pendant la correction.</li>"
    "<li>Annoncez le nouveau montant seulement quand il est calculé.</li></ul>" },
  { "bill", "Expliquer une régularisation",
    "<p>Les mensualités sont une prévision. Une fois par an, on compare avec ce qui a été "
    "consommé : la différence est la régularisation. Elle surprend, même quand elle est "
    "juste.</p>"
    "<ul><li>Montrez trois chiffres : prévu, consommé, écart.</li>"
    "<li>Cherchez ensemble la cause : chauffage d'appoint, personne de plus, hiver froid.</li>"
    "<li>Au-delà de deux mensualités, proposez <b>spontanément</b> un étalement sans "
    "frais.</li></ul>" },
  { "payment", "Double prélèvement",
    "<p>Trois cas se ressemblent vus de la banque du client :</p>"
    "<ul><li><b>Vrai doublon</b> : deux débits passés. On rend le second par virement sous "
    "trois jours et on paie les frais de banque.</li>"
    "<li><b>Carte et prélèvement</b> : le paiement par carte n'a pas été rapproché. Même "
    "remède.</li>"
    "<li><b>Préautorisation</b> : la seconde ligne disparaît toute seule en deux "
    "jours.</li></ul>"
    "<p>Ne demandez pas de preuve avant d'avoir regardé vous-même. Si un découvert s'ensuit, "
    "nos excuses sont dues avec le remboursement.</p>" },
  { "payment", "Proposer un échéancier",
    "<p>Une personne qui demande à étaler fait un effort ; elle n'est pas un mauvais payeur. "
    "Parlez d'abord de ce qu'elle <b>peut</b> verser, puis seulement du nombre de mois.</p>"
    "<ul><li>Jusqu'à six mois : vous décidez, sans frais.</li>"
    "<li>De sept à douze mois : demandez à votre responsable.</li>"
    "<li>Une aide est attendue : gelez le dossier deux mois.</li></ul>"
    "<p>Dès l'accord, les relances s'arrêtent et rien n'est coupé. Envoyez l'échéancier par "
    "écrit le jour même.</p>" },
  { "payment", "Changer de compte bancaire",
    "<p>Les coordonnées bancaires ne se prennent <b>jamais</b> au téléphone, ni par chat. "
    "Envoyez le lien de signature : le client saisit lui-même son compte et signe depuis son "
    "téléphone.</p>"
    "<p>Le changement compte pour le prochain prélèvement s'il est signé cinq jours avant. Plus "
    "tard, prévenez que l'ancien compte sera encore utilisé une fois.</p>" },
  { "meter", "Trouver le bon chiffre sur le compteur",
    "<ul><li><b>Électricité communicante</b> : appuyez sur la touche + jusqu'à « index », lisez "
    "le nombre sans les zéros de tête.</li>"
    "<li><b>Ancien compteur</b> : lisez les chiffres noirs, pas le rouge.</li>"
    "<li><b>Gaz</b> : lisez ce qui est avant la virgule, en mètres cubes.</li></ul>"
    "<p>Le site refuse un relevé plus bas que l'estimation précédente. Dans ce cas saisissez-le "
    "vous-même avec le motif « relevé client ». Si le chiffre est plus bas que le dernier "
    "<b>relevé réel</b>, demandez une photo puis une vérification.</p>" },
  { "moving", "Déménager en cinq pas",
    "<ul><li>Date de remise des clés et nouvelle adresse.</li>"
    "<li>Relevé de sortie, avec photo.</li>"
    "<li>Numéro du nouveau compteur, ou nom de l'ancien occupant.</li>"
    "<li>Date d'ouverture : à distance en un jour, avec technicien en cinq.</li>"
    "<li>Adresse pour la facture de clôture.</li></ul>"
    "<p>Liez toujours la fermeture et l'ouverture dans le même dossier. Un ancien logement "
    "facturé après le départ est <b>remboursé sans discussion</b> à partir de la date de remise "
    "des clés.</p>" },
  { "account", "Le client n'entre plus dans son espace",
    "<p>Demandez le message affiché mot pour mot.</p>"
    "<ul><li>« Compte bloqué » : débloquez, puis envoyez le lien de nouveau mot de passe.</li>"
    "<li>Code jamais reçu : neuf fois sur dix, l'ancien numéro est resté au dossier.</li>"
    "<li>L'application se ferme : mise à jour, sinon le site fonctionne sur téléphone.</li></ul>"
    "<p>L'identité se vérifie <b>avant</b> de changer un numéro, jamais après. Si un doute "
    "reste, le courrier à l'adresse connue est le seul chemin.</p>" },
  { "account", "Gros caractères, lecteur d'écran, écrire plutôt qu'appeler",
    "<p>Ces préférences sont un droit et ne demandent aucune justification. Enregistrez-les "
    "dans la fiche, rubrique Besoins, avec l'accord du client.</p>"
    "<ul><li>Gros caractères : corps 18, papier ou PDF.</li>"
    "<li>Lecteur d'écran : facture balisée, envoyée par e-mail.</li>"
    "<li>« Écrire seulement » : plus aucun appel, même pour un rendez-vous.</li></ul>"
    "<p>Vérifiez la facture suivante : le réglage se perd parfois au renouvellement du "
    "contrat.</p>" },
  { "breakdown", "Plus de chauffage : les premières minutes",
    "<p><b>Odeur de gaz ?</b> Fermer le robinet, ouvrir les fenêtres, sortir, appeler le numéro "
    "d'urgence. Ne rien rallumer. L'appel passe avant tout le reste.</p>"
    "<p>Sinon :</p>"
    "<ul><li>Pression sous 1 : guidez la remise à niveau.</li>"
    "<li>Code affiché : notez-le, il décide de la pièce à emporter.</li>"
    "<li>Bébé, personne âgée ou malade : passage en urgence et prêt d'un radiateur.</li></ul>"
    "<p>Ne donnez un créneau que si le planning le confirme. « Je ne sais pas encore, je vous "
    "rappelle à 16 h » vaut mieux qu'une promesse vide.</p>" },
  { "repair", "Garantie : ce que dit la loi, ce que vend la maison",
    "<p>La <b>garantie légale</b> dure deux ans et ne coûte rien. Pendant ce temps, c'est à "
    "nous de prouver que le client a cassé l'appareil, pas l'inverse. L'extension vendue vient "
    "après, elle ne remplace rien.</p>"
    "<ul><li>Réparation sous trente jours, sinon échange.</li>"
    "<li>Troisième panne du même appareil : échange proposé d'office.</li>"
    "<li>Hors délai de peu : demandez un geste, sans rien annoncer avant la réponse.</li></ul>" },
  { "appointment", "Le technicien n'est pas venu",
    "<p>Une demi-journée d'attente a un prix pour le client. Dites-le avant lui.</p>"
    "<ul><li>Regardez le motif saisi par le technicien ; « absent » se vérifie avec l'heure et "
    "la position.</li>"
    "<li>Nouveau créneau en <b>tête de tournée</b>.</li>"
    "<li>Avoir pour la journée perdue : vous pouvez l'accorder sans demander.</li></ul>"
    "<p>Deuxième absence : le responsable de secteur appelle lui-même le client le jour "
    "même.</p>" },
  { "cancellation", "Résilier et se rétracter",
    "<p>On ne retient pas quelqu'un qui veut partir. Une question sur la raison, une seule, et "
    "seulement si le client y est disposé.</p>"
    "<ul><li><b>Rétractation</b> : quatorze jours, sans motif, tout est annulé.</li>"
    "<li><b>Résiliation</b> : fin de mois, sans frais, confirmée par écrit le jour même.</li>"
    "<li>Lettre reçue et non traitée : la date de la lettre compte, tout prélèvement postérieur "
    "est rendu.</li></ul>"
    "<p>Pas de contre-offre si le client a dit qu'il n'en voulait pas.</p>" },
  { "contract", "Décès du titulaire",
    "<p>Présentez vos condoléances, puis faites en sorte que la personne n'ait <b>plus "
    "jamais</b> à rappeler pour cela.</p>"
    "<ul><li>Arrêtez tout courrier et toute relance avant la fin de l'échange.</li>"
    "<li>Conjoint dans le logement : changement de nom sans coupure ni frais.</li>"
    "<li>Un document déposé en boutique suffit ; c'est à nous de le retrouver.</li></ul>"
    "<p>Ne proposez rien, ne demandez pas de note. Relisez le courrier de confirmation avant "
    "qu'il parte : le nom du défunt ne doit pas figurer dans l'adresse.</p>" },
  { "complaint", "Réclamation sur un collègue",
    "<p>Écoutez jusqu'au bout, sans défendre ni accuser. Notez les mots du client, pas votre "
    "interprétation. Demandez ce qu'il souhaite : des excuses, une réponse, que cela change.</p>"
    "<p>La réclamation va à la responsable d'équipe, qui en parle avec la personne concernée "
    "<b>avant</b> de répondre. Une coupure technique se vérifie : elle est plus fréquente qu'un "
    "raccroché.</p>"
    "<ul><li>Réponse au client sous cinq jours.</li>"
    "<li>Soutien au collègue dans tous les cas.</li></ul>" },
  { NULL },
};

static const DiapasonCompanyReply replies[] = {
  { "chat", "Accueil après le robot",
    "Bonjour {{customer.given_name}}, je suis {{adviser.given_name}}. J'ai lu votre échange "
    "avec l'assistant, je prends la suite." },
  { "chat", "Je cherche",
    "Je regarde votre dossier, cela me prend deux minutes. Restez avec moi." },
  { "chat", "Demander le numéro de contrat",
    "Pouvez-vous me donner le numéro du contrat ? Il est en haut à droite de la facture." },
  { "chat", "Transfert annoncé",
    "Ma collègue {{colleague.given_name}} connaît mieux ce sujet. Je lui passe tout ce que vous "
    "m'avez dit, vous n'aurez rien à répéter." },
  { "chat", "Le client ne répond plus",
    "Je n'ai plus de réponse de votre part et je laisse la conversation ouverte. Écrivez ici "
    "quand vous voulez, je la retrouverai." },
  { "chat", "Excuses pour l'attente",
    "Merci d'avoir patienté, {{customer.given_name}}. L'attente était trop longue et je vous "
    "prie de nous en excuser." },
  { "chat", "Fin de conversation",
    "C'est réglé de mon côté. Merci {{customer.given_name}}, et bonne journée." },
  { "chat", "Ce que je ne sais pas",
    "Je ne connais pas la réponse et je ne veux pas l'inventer. Je demande et je reviens vers "
    "vous ici même." },
  { "chat", "Pas de coordonnées bancaires",
    "Pour votre sécurité, n'écrivez pas de numéro de compte ou de carte ici. Je vous envoie un "
    "lien protégé." },
  { "email", "Remboursement lancé",
    "Bonjour {{customer.name}},\n\n"
    "Le remboursement de {{amount}} pour la commande {{order.number}} est parti aujourd'hui. Il "
    "sera visible sous trois jours ouvrés.\n\n"
    "Bien cordialement,\n{{adviser.name}}" },
  { "email", "Promesse écrite",
    "Bonjour {{customer.name}},\n\n"
    "Comme convenu, voici ce à quoi je m'engage : {{promise.text}}, au plus tard le "
    "{{promise.due}}.\n\n"
    "{{adviser.name}}" },
  { "email", "Promesse non tenue",
    "Bonjour {{customer.name}},\n\n"
    "Je vous avais annoncé {{promise.text}} pour le {{promise.due}}. Cela n'a pas été fait et "
    "je vous présente mes excuses. Voici ce que je fais maintenant :\n\n"
    "{{adviser.name}}" },
  { "email", "Demande de photos",
    "Bonjour {{customer.name}},\n\n"
    "Pouvez-vous m'envoyer deux photos, l'une de l'appareil et l'autre du carton ? Une réponse "
    "à ce message suffit.\n\n"
    "{{adviser.name}}" },
  { "email", "Facture refaite",
    "Bonjour {{customer.name}},\n\n"
    "La facture du contrat {{contract.number}} a été refaite avec votre relevé. Le nouveau "
    "montant est de {{amount}}. L'ancienne est annulée, vous n'avez rien d'autre à faire.\n\n"
    "{{adviser.name}}" },
  { "email", "Échéancier",
    "Bonjour {{customer.name}},\n\n"
    "Votre échéancier pour le contrat {{contract.number}} est accepté. Il est sans frais, et "
    "les relances sont arrêtées.\n\n"
    "{{adviser.name}}" },
  { "email", "Résiliation confirmée",
    "Bonjour {{customer.name}},\n\n"
    "Le contrat {{contract.number}} prend fin le {{contract.ends}}. La facture de clôture "
    "suivra sous dix jours. Merci pour ces années avec nous.\n\n"
    "{{adviser.name}}" },
  { "email", "Condoléances",
    "{{customer.name}},\n\n"
    "Je vous présente mes sincères condoléances. Tout courrier au nom du titulaire est arrêté. "
    "Le contrat {{contract.number}} continue sans coupure, je m'occupe du reste.\n\n"
    "{{adviser.name}}" },
  { "email", "Réponse à un merci",
    "Bonjour {{customer.name}},\n\n"
    "Vos mots ont fait le tour de l'équipe ce matin. Merci d'avoir pris le temps de les "
    "écrire.\n\n"
    "{{adviser.name}}" },
  { "email", "Encore un jour",
    "Bonjour {{customer.name}},\n\n"
    "Je n'ai pas encore la réponse que j'attendais et je préfère vous le dire. Je vous écris de "
    "nouveau le {{promise.due}}, quoi qu'il arrive.\n\n"
    "{{adviser.name}}" },
  { "sms", "Rappel de rendez-vous",
    "{{company.name}} : le technicien passe le {{appointment.date}}, {{appointment.hours}}. "
    "Répondez OK ou NON." },
  { "sms", "Rappel manqué",
    "Bonjour {{customer.name}}, je vous ai appelé(e) comme promis sans vous joindre. Je "
    "réessaie demain. {{adviser.given_name}}, {{company.name}}" },
  { "sms", "C'est fait",
    "Bonjour {{customer.name}}, c'est fait : {{promise.text}}. {{adviser.given_name}}, "
    "{{company.name}}" },
  { "sms", "Livreur en route",
    "{{company.name}} : livraison de la commande {{order.number}} aujourd'hui, "
    "{{appointment.hours}}. Le livreur vous appelle avant." },
  { "call", "Ouverture",
    "Bonjour, {{adviser.given_name}} de {{company.name}}. Avant toute chose, comment allez-vous "
    "?" },
  { "call", "Reconnaître la promesse",
    "On vous avait dit {{promise.due}}. Cela n'a pas été fait, et j'en suis désolé(e). Voici ce "
    "que je vois." },
  { "call", "Conclure",
    "Je résume : {{promise.text}}, au plus tard le {{promise.due}}. Est-ce bien ce que vous "
    "attendiez ?" },
  { NULL },
};
/* clang-format on */

const DiapasonCompanyLibrary diapason_company_library_fr = { articles, replies };
