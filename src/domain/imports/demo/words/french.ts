import { phrases } from './grammar.ts';

export const french = {
	low: phrases(`
@onboarding,new,ET| {n} semaines que nous devons « démarrer ». [Le deuxième site n'est toujours pas créé.|On fait tourner deux outils en parallèle, merci.]
@onboarding,new,ET| D'abord {name}, puis {name2}, maintenant plus personne. À chaque appel je recommence l'histoire depuis le début.
@onboarding,new| J'ai envoyé mon fichier clients {n} fois. Toujours rien dedans.
@onboarding,new| On m'avait promis un accompagnement. J'ai reçu [un lien|une vidéo de vingt minutes|un formulaire de {N} questions].
@onboarding,new,pooled,ET| Depuis que la mise en route est « mutualisée », plus personne ne connaît notre dossier. Rendez-nous {name}.
@onboarding,new| Je paie depuis un mois, je n'utilise rien.
@billing,emea| Encore un numéro de TVA erroné. {nth} facture de suite. [Mon comptable la refuse, logiquement.|Le numéro, je vous l'ai épelé au téléphone.]
@billing,emea| La TVA sur la facture n'est pas la nôtre. Je l'ai signalé en {month}, puis en {month2}, puis hier.
@billing| Prélevé deux fois en {month}. Le remboursement « est en cours ». Depuis {N} jours.
@billing,ET| {N} licences facturées, {n} utilisées. Je l'ai écrit noir sur blanc. [Pas de réponse.|Ticket {ticket}.]
@support| Ticket {ticket} fermé sans solution. On me demande maintenant si c'était facile. Non.
@support| {n} interlocuteurs, {n} réponses différentes. [Laquelle est la bonne ?|Mettez-vous d'accord.]
@support| On me répond à côté, poliment, toujours à côté.
@support| {N} minutes d'attente un lundi matin. La musique est jolie, mes clients le sont moins.
@support,road| À {early}, un chauffeur bloqué devant un portail, et le numéro d'urgence renvoie aux horaires de bureau. C'est une plaisanterie ?
@ET| Lundi, {time}, plus de planning. Comme lundi dernier. La page d'état, elle, reste verte.
C'est lent. [De plus en plus.|Insupportable quand on a du monde devant soi.]
Deux rendez-vous dans le même créneau, {n} fois cette semaine. [Mon cahier ne faisait pas ça.|À moi de choisir lequel je vexe.]
La nouvelle interface est peut-être belle, mais je ne retrouve plus rien.
@care| Les rappels sont partis à trois heures du matin. Des patients ont cru à une mauvaise nouvelle.
@care| {N} patients devant une porte close à cause d'un rappel avec la mauvaise adresse. Une dame de quatre-vingts ans était venue en bus depuis {city}. Je me suis excusée auprès de chacun.
@road| Votre itinéraire fait passer un 44 tonnes sous un pont de trois mètres. [Tout le canton connaît ce pont.|{nth} fois.]
+{pct} sur l'abonnement, sans un mot d'explication.
@S| Pour une indépendante, {amount} par mois, c'est devenu trop. [Dommage, j'aimais bien.|Il n'y a pas de formule pour les petits.]
@ET| La synchronisation comptable double les factures. C'est l'expert-comptable qui l'a vu, pas vous.
L'application plante à la {nth} photo. [Téléphone neuf.|Je retourne donc sur place.]
@ET| Les tournées, c'est moi qui les dicte par téléphone maintenant : plus personne n'ouvre l'application.
@ET| Le rapport dit {pct}, j'ai compté à la main, {pct}. On fait quoi ?
Le commercial disait oui à tout. Le produit dit non.
Vous étiez une petite maison sérieuse. Je ne vous reconnais plus.
{N} rendez-vous disparus après la mise à jour. Pas déplacés, disparus.
Je vous le dis sans colère : [je fatigue|je regarde ailleurs|on n'y arrive plus].
@support| On m'envoie un article d'aide. Je l'avais déjà lu, c'est pour ça que j'écris.
@support| Le robot me demande d'expliquer, puis un humain me demande d'expliquer ce que j'ai expliqué au robot.
@support| « Nous comprenons votre frustration. » [Non.|Alors réparez.|On va finir par l'encadrer.]
@billing| Un module jamais commandé, facturé depuis {month}.
@billing| L'avoir promis n'est jamais arrivé. {amount}, ce n'est pas la mort, c'est le principe.
@onboarding,new| Formation en anglais alors que la moitié de l'équipe ne le parle pas. On avait pourtant prévenu.
@onboarding,new| Tout le monde me réclame un fichier, personne ne me demande comment on travaille.
@S| Je suis seule, sans « service informatique », et votre formulaire refuse de me croire.
`),
	awful: phrases(`
Nul.
Une honte.
Du grand n'importe quoi.
Vous vous moquez du monde ?
J'en ai ras le bol, [encore en panne|toujours la même chose].
C'est de la merde depuis la mise à jour, désolée.
Plus jamais.
{amount} par mois pour ça ? Franchement.
Rappelez-moi. Aujourd'hui. {phone}
`),
	mid: phrases(`
Correct, sans plus.
Ça va.
Bon outil, [un peu lent le matin|un peu cher|rapports à revoir].
@billing,emea| Content du produit, moins des factures : le numéro de TVA est encore faux.
@support| Réponse juste, mais {n} jours pour l'avoir.
@support| {name} a été très bien. Les deux personnes avant, beaucoup moins.
@onboarding,new| Démarrage un peu laborieux, maintenant ça roule.
@onboarding,new| Trop tôt pour juger, reposez-moi la question en {soon}.
@ET| À {city} ils adorent, ici on s'y fait.
Bien dans l'ensemble. Il manque [un mode sombre|un vrai bouton « annuler »|l'impression sur une page].
Reconduit sans enthousiasme et sans hésiter. Débrouillez-vous avec ça.
L'outil est bon, l'application un cran en dessous.
Je le conseillerais, avec deux ou trois réserves.
On s'y attache, malgré ses défauts.
@support| Bien une fois qu'on a passé le robot.
@support| Problème réglé, cause inconnue. [On verra.|J'aimerais savoir.]
@support| Aimable et juste. Un peu long.
@support| Au téléphone c'est parfait, par mail c'est laborieux.
@billing| Corrigé en {n} jours. On verra la prochaine facture.
@billing| Explication claire, facture toujours aussi obscure.
@billing,emea| Adresse corrigée, numéro de TVA pas encore. On avance.
@onboarding,new| Bonne prise en main, documentation dépassée.
@onboarding,new,ET| L'équipe a compris avant moi, c'est plutôt bon signe.
`),
	high: phrases(`
@support| {name} a réglé ça en {N} minutes et m'a expliqué pourquoi. Rare.
@support| Réponse un dimanche soir à 21 h ! Je n'en demandais pas tant.
@support| On m'a rappelée à l'heure dite. Rien que pour ça, dix.
@support| Un message, une réponse, terminé. Merci {name}.
@onboarding,new,ET| En place en {n} jours. J'avais prévu un mois et prévenu tout le monde que ce serait pénible.
@onboarding,new| Installé en un après-midi, entre deux rendez-vous. [Même moi.|À {age} ans, j'en suis fière.]
@onboarding,new,ET| {name} est venu nous écouter avant de nous montrer quoi que ce soit. Ça change tout.
@billing| Trop-perçu remboursé avant même que je m'en aperçoive. Bravo.
@billing,emea| Enfin le bon numéro de TVA. On a presque fêté ça.
@care| Les absences sont passées de {pct} à moins de 5 %. Derrière le chiffre, il y a des gens qu'on soigne enfin.
@care| On arrive à joindre nos patients. Le reste est littérature.
@road| Neige, deux chauffeurs malades, et à {early} le plan était fait. Avant, j'y passais la matinée.
@road| La nuit du {weekday}, mon exploitante était seule, {N} camions dehors, l'autoroute coupée. Elle a vu sur la carte qui ne bougeait plus et l'a appelé en premier. Il allait bien. Ils allaient tous bien. Merci.
@S| Mes clients réservent pendant que je travaille. J'ai retrouvé mes dimanches.
@S| Je suis seule, et j'ai l'impression d'avoir un secrétariat.
@ET| On a jeté le tableau blanc. Personne ne le regrette.
@field| Ça marche même en sous-sol. Si, si.
Simple, rapide, bien pensé.
Je vous ai recommandés à {n} confrères, [deux ont signé|ils me remercient encore].
@ET| Reconduit pour trois ans. Ne touchez pas au planning, s'il vous plaît !
{name} est une perle.
La nouvelle application est une réussite, [bravo à l'équipe|je déplace un rendez-vous du pouce].
Rien à redire, et pourtant je suis [normand|difficile|râleur de nature].
Je dors mieux. Ce n'est pas une image.
@support| {N} minutes montre en main, avec le sourire.
@support| {name} a rappelé le lendemain pour vérifier. Qui fait encore ça ?
@support| L'erreur venait de moi et {name} a eu la délicatesse de ne pas insister.
@support| Réponse claire, sans jargon. Ouf.
@billing| Une question, un appel, c'était réglé.
@billing| On m'a proposé une formule moins chère. Je n'en reviens pas.
@onboarding,new| Patience, pédagogie, efficacité.
@onboarding,new,S| Inscrite le {weekday}, première réservation le soir même.
`),
	leaving: phrases(`
Résilié : [trop cher|trop compliqué toute seule|personne ne rappelle jamais].
Je pars chez {rival}. Sans rancune.
Retraite ! Merci pour tout, ce fut un plaisir.
@ET| Rachat par un groupe, logiciel imposé. Je vous aurais gardés.
@ET| Après la panne de {month}, la confiance n'y était plus.
Cabinet fermé. Rien à vous reprocher.
@S| Je retourne à mon agenda papier.
Résilier a été plus simple que tout le reste.
`),
	short: {
		low: phrases(
			"non\nNon.\ntrop cher\ntrop lent\naucune réponse\nDécevant.\ntoujours pas réglé\nbof\nTVA fausse\nvoir ticket {ticket}\nà fuir\nmoins bien qu'avant"
		),
		mid: phrases('ok\ncorrect\nRAS\nbien\nça va\nassez bien\npas mal\nbon produit\nmoyen plus'),
		high: phrases(
			'Parfait\nparfait !\nTop\nMerci {name} !\nexcellent\nTrès bien.\nRien à dire, tout va.\nSuper équipe\nefficace\nJe recommande\n👍 merci\nAu top'
		)
	},
	before: {
		low: phrases('Franchement,\nJe regrette, mais\nUne fois de plus :\nPour faire court :'),
		mid: phrases("Dans l'ensemble satisfait.\nPour être honnête :"),
		high: phrases('Il faut le dire :\nChapeau.\nSincèrement :')
	},
	after: {
		low: phrases(
			"Merci de me rappeler : {phone}.\nDommage.\nNous perdons des clients.\nJ'attends.\nCordialement, {own}\nÇa ne peut plus durer.\nEt ce n'est pas faute de l'avoir dit."
		),
		mid: phrases('Le reste va bien.\nBonne continuation.\nÀ suivre.\nCordialement, {own}'),
		high: phrases(
			'Merci !\nContinuez.\nBravo à {name}.\nBonjour de {city} !\nNe changez rien.\nOn reste.\nBelle équipe.'
		)
	}
};
