### Words of the model: what is declared in sim/mechanisms, sim/outcomes and sim/parameters.

## Mechanisms: title, claim, finding against

mechanism-needs = Besoins
    .claim = Les besoins croissent avec les difficultés, varient entre voisins et bougent par chocs de quelques mois.
    .contrary = Le besoin n’a pas d’unité naturelle ; quelle difficulté compte, combien, et la durée d’un choc sont des décisions.
    .off = Les besoins restent ce qu’ils étaient au point de bifurcation ; plus aucun quartier n’est secoué.
mechanism-perception = Ce que l’on voit autour
    .claim = On juge d’après ses proches : qui a adopté, qui proteste, qui est détenu, qui parle et pour dire quoi.
    .contrary = Dans les données, l’influence se confond avec la ressemblance des amis (Shalizi et Thomas 2011).
    .off = Plus personne ne voit ni n’entend les autres : ni usagers, ni manifestants, ni détenus, ni humeur, ni opinion ; la part de liens de même avis reste ce qu’elle était.
mechanism-adoption = Adoption
    .claim = Les services se répandent lentement, vite, puis lentement : peu adoptent seuls, la plupart après d’autres, et le tout en ligne pousse.
    .contrary = De simples différences entre gens dessinent la même courbe (Young 2009, doi:10.1257/aer.99.5.1899).
    .off = Personne n’adopte ni ne quitte les services numériques ; accès, services en ligne seulement, exposition et soin des données restent ce qu’ils étaient.
mechanism-consent = Accord
    .claim = Beaucoup gardent le choix par défaut ; les autres pèsent intérêt et crainte ; un lésé cesse.
    .contrary = Le sens d’un défaut accepté est discuté : s’inscrire n’est pas approuver.
    .off = Les données de personne ne sont partagées, et personne n’est consulté.
mechanism-data = Données
    .claim = Plus de données, de meilleures estimations, toujours moins vite ; le bruit protecteur coûte en justesse et en savoir ; qui n’est pas observé est mal jugé ; les fichiers grossissent.
    .contrary = Les mathématiques sont exactes, leur transfert à la ville non : la qualité prime le volume, et les budgets des semaines s’ajoutent, ce qui est omis ici.
    .off = La ville n’observe plus personne et n’apprend plus rien : ses fichiers, ses estimations et ses machines restent ce qu’ils étaient.
mechanism-innovation = Innovations cumulées
    .claim = Les idées en amènent d’autres, des habitants et des entreprises, mais se font rares et se périment.
    .contrary = La recherche mesure des idées plus dures chaque année ; les lois de croissance des villes dépendent de leurs contours (Arcaute et al. 2015).
    .off = Aucune idée n’arrive, aucune ne se périme ; l’argent produit ce qu’il produisait au point de bifurcation.
mechanism-complexity = Complexité et pannes
    .claim = Plus de systèmes liés, plus de pannes, qui se propagent, et plus d’entretien ; une fuite ouvre la base d’un détenteur, grande ou petite.
    .contrary = Théorie difficile à réfuter ; des organisations très fiables font tourner des systèmes complexes.
    .off = Les systèmes sont simples : ils ne coûtent rien à entretenir, ne tombent pas en panne et ne fuient pas ; les fuites passées sont oubliées.
mechanism-budget = La bourse
    .claim = Contrôles, caméras, redevances et entretien sont pris aux services ; un fournisseur choisi se maintient.
    .contrary = Le verrouillage durable est discuté (Liebowitz et Margolis 1990) et cède quand l’usager doute.
    .off = Les comptes restent ce qu’ils étaient : les leviers ne coûtent rien de plus, l’emprise et le prix de la plateforme ne bougent plus.
mechanism-allocation = Partage du budget
    .claim = Une machine répartit selon besoin estimé, coût et ordre ; les habitants votent le reste, certains plus.
    .contrary = À demande égale, délais égaux dans des villes américaines (Clark et al. 2020) ; au total, les quartiers blancs et riches attendaient moins, car ils demandent autre chose (Hamel et Holliday 2024, doi:10.1561/100.00022089).
    .off = Chaque quartier continue de recevoir ce qu’il recevait, quel que soit le budget ; personne n’est consulté à nouveau.
mechanism-service = Services reçus
    .claim = Tout ce qui est dû n’est pas reçu : proches et lieux aident, l’économie et le tout en ligne écartent, les données retrouvent. La satisfaction croît avec l’argent face au besoin et pâtit d’un besoin mal jugé.
    .contrary = Ce que les données inscrivent, elles l’inscrivent parfois à tort, puis le réclament (Pays-Bas, Australie).
    .off = Ce que chacun obtient des services, et la satisfaction qu’il en a, restent ce qu’ils étaient.
mechanism-harm = Préjudices
    .claim = Des fichiers servent contre certains, des fuites en exposent, des machines décident faux ; les recours abrègent.
    .contrary = La plupart ne disent aucun tort connu ; ils sont rares, inégaux, et les cas choisis pour leur drame.
    .off = Personne ne subit de dommage par mésusage, décision erronée ou fuite ; les dommages passés cessent.
mechanism-security = Police, caméras et fichiers
    .claim = Patrouilles et caméras évitent des délits ; envoyée où l’on a enregistré, la police y enregistre plus.
    .contrary = Les essais de police prédictive se contredisent, et la boucle est faible si les victimes signalent.
    .off = Police, caméras, délits, insécurité et sentiment d’être surveillé restent ce qu’ils étaient, comme la valeur des liens.
mechanism-expression = Prendre la parole
    .claim = On se tait observé par ceux dont on se méfie, ou seul de son avis.
    .contrary = Les tailles varient fort ; la parole peut migrer, des minorités parlent plus fort, et de bons services gagnent un vrai soutien.
    .off = Chacun dit ce qu’il pense.
mechanism-mobilisation = Mobilisation et humeur
    .claim = On agit quand le grief dépasse le risque d’arrestation, que les données accroissent ; une humeur commune entraîne, puis on se lasse.
    .contrary = À Hong Kong, savoir que d’autres iraient faisait rester (Cantoni et al. 2019) ; les flambées d’Epstein tiennent à un arrondi.
    .off = Personne ne descend dans la rue, personne n’est détenu, aucune humeur n’entraîne personne et aucune protestation ne compte comme gagnée ; les incidents enregistrés restent ce qu’ils étaient.
mechanism-trust = Confiance
    .claim = La confiance suit les services face aux attentes, surtout les déceptions ; la surveillance l’ôte aux uns et la donne aux autres ; réponses, contrôles et torts comptent.
    .contrary = Selon les études, des fuites ont baissé la confiance, l’ont laissée ou élevée ; la transparence y a peu fait en expérience, et l’a parfois baissée.
    .off = La confiance, les attentes et la vie privée ressentie comme perdue restent ce qu’elles étaient.
mechanism-agency = Prise sur les décisions
    .claim = Voter des budgets, ouvrir et détenir les données, parler, être entendu : on sent que l’on compte.
    .contrary = Les outils en ligne répètent parfois les inégalités, et une petite part votée touche peu de gens.
    .off = L’influence que chacun pense avoir reste ce qu’elle était.
mechanism-wellbeing = Bien-être
    .claim = Moyens et liens comptent pour tous ; autonomie, intimité et sûreté selon les valeurs de chacun.
    .contrary = Revenu et liens sont bien mesurés ; les poids d’autonomie, d’intimité et de sûreté sont des choix.
    .off = Le bien-être reste ce qu’il était.
mechanism-opinion = Opinions
    .claim = On se rapproche de proches pas trop éloignés, et l’on revient à son avis profond.
    .contrary = De grands essais qui changeaient les fils en 2020 n’ont bougé aucune attitude (Nyhan et al. 2023).
    .off = Les opinions restent ce qu’elles étaient.
mechanism-ties = Liens
    .claim = Les liens naissent où l’on se croise : près, par des limites ouvertes, ou en ligne entre semblables ; et ils s’usent.
    .contrary = Distance et ressemblance sont bien établies ; que l’écran ajoute ou remplace des liens reste ouvert.
    .off = Aucun lien ne se noue, aucun ne se perd.
mechanism-politics = Règles qui dérivent
    .claim = Contestation et opinion ouvrent les règles, peur et lobbying les ferment ; la pression peut les renverser.
    .contrary = Des menaces à demi satisfaites finissent parfois en révolte, et nul seuil n’assure le succès.
    .off = Les règles ne dérivent pas et aucun régime n’est renversé, même là où la constitution peut évoluer.
mechanism-start = Le départ
    .claim = Chacun part près de l’équilibre du statu quo : la suite vient des règles, non du départ.
    .contrary = Aucune ville n’a été mesurée à son départ ; d’autres départs sont possibles et réglables.
mechanism-measurement = Comment la ville mesure
    .claim = La ville lit ses chiffres chez ceux qui partagent et parlent ; ce qu’elle lit diffère de ce que vivent les habitants.
    .contrary = La lecture du silence est une hypothèse : certains services y voient de la satisfaction, d’autres l’écartent.

## Levers: label, help, finding against

lever-own_residents = Chaque habitant
    .help = Part du contrôle que chacun garde sur ses données.
    .contrary = Mes données révèlent aussi les autres : cédées une à une, elles le sont trop bas (Acemoglu et al. 2022).
lever-own_commons = Une fiducie commune
    .help = Part confiée à un organisme que les habitants gèrent ensemble.
    .contrary = Aucune étude causale d’un commun de données urbain ; les bénévoles s’usent et il peut être capté.
lever-own_municipality = La mairie
    .help = Part détenue par la municipalité élue.
    .contrary = À San Diego, un projet municipal a glissé vers la police ; le contrôle des élus est venu après.
lever-own_platform = Les entreprises
    .help = Part détenue par les entreprises de services numériques.
    .contrary = Le verrouillage durable est discuté (Liebowitz & Margolis 1990) ; les firmes investissent parfois plus.
lever-own_state = L’État
    .help = Part détenue par les autorités nationales.
    .contrary = L’État détenteur varie : tracé et fédéré en Estonie, ouvert à la police à Singapour.
lever-consent = Mode d’accord
    .help = Demander d’abord, partagé sauf refus, ou obligatoire.
    .contrary = Le choix par défaut élève l’inscription, pas l’adhésion : ni refus hostile, ni accord convaincu.
lever-curator = Lieu du floutage
    .help = Le bruit qui masque les personnes est ajouté au centre de données ou sur chaque appareil.
    .contrary = Le coût du bruit local est un calcul exact, mais un gardien central doit mériter la confiance.
lever-epsilon = Floutage des données
    .help = Aucun, léger, moyen, fort. Plus de flou masque mieux les personnes et rend les chiffres moins exacts.
    .contrary = Les petits groupes paient l’essentiel du bruit, comme l’a montré le débat du recensement américain de 2020.
lever-openness = Données ouvertes
    .help = Part des données communes que chacun peut réutiliser ou emporter.
    .contrary = Ouvrir les données ouvre aussi la voie aux fuites et à la réidentification, et coûte en coordination.
lever-purpose_limit = Services séparés de la police
    .help = À 100, les données des services ne vont jamais à la police.
    .contrary = À Singapour, l’usage a crû après l’aveu d’accès policier ; des données partagées ont résolu des crimes.
lever-aim_wellbeing = Poids des besoins
    .help = À quel point le calcul favorise les quartiers aux besoins plus grands.
    .contrary = À demande égale, délais égaux (Clark et al. 2020) ; mais les quartiers riches, qui demandent autre chose, attendaient moins (Hamel et Holliday 2024).
lever-aim_cost = Poids des économies
    .help = À quel point il répartit également et rend de l’argent.
    .contrary = Les économies annoncées viennent surtout des vendeurs ; peu de projets ont été audités ensuite.
lever-aim_order = Poids de l’ordre
    .help = À quel point il favorise les quartiers où l’on se rassemble.
    .contrary = En Chine, la surveillance numérique est allée avec moins de biens publics et plus d’arrestations politiques.
lever-automation = Décisions automatiques
    .help = Part des décisions prises sans vérification humaine.
    .contrary = L’automatisme traite aussi les cas de même façon, et des systèmes très couplés tournent sûrement des années.
lever-digital_only = Services en ligne seulement
    .help = Part des services publics que l’on n’atteint que par une machine.
    .contrary = Un formulaire en ligne peut aussi être plus court, ouvert la nuit, sans file ; certains en redemandent.
lever-participation = Budget décidé par les habitants
    .help = Part du budget des services soumise au vote des habitants.
    .contrary = Les preuves viennent du Brésil, de villes volontaires ; en Europe peu votent et la part est petite.
lever-oversight = Contrôles indépendants
    .help = Audit et entretien des systèmes par des personnes qui ne les exploitent pas.
    .contrary = Un registre n’est pas un contrôle : les premiers listaient une poignée de systèmes.
lever-surveillance = Caméras et suivi des réseaux
    .help = À quel point rues et réseaux sont observés.
    .contrary = Les gains de sûreté sont modestes et locaux ; la baisse d’expression varie fort d’une étude à l’autre.
lever-enforcement = Présence policière et sanctions
    .help = Nombre d’agents et sévérité des sanctions.
    .contrary = Une répression légère a précédé des foules plus grandes, une forte de plus petites (Steinert-Threlkeld et al. 2022).
lever-censorship = Filtrage de la contestation
    .help = À quel point les messages de contestation sont soustraits à la vue des autres.
    .contrary = Une censure remarquée pousse à chercher ; un accès libre seul n’a rien changé (Chen & Yang 2019).
lever-responsiveness = Réponse aux demandes
    .help = À quel point la ville change de cap quand on se mobilise.
    .contrary = Une concession apaise ou encourage : après celles de 2018 en France, plusieurs causes se mêlent.
lever-connectivity = Couverture du réseau
    .help = Part des personnes et des lieux atteints par le réseau.
    .contrary = Quatre semaines sans Facebook : plus de rencontres et un peu plus de bien-être (Allcott et al. 2020).
lever-personalisation = Fil d’actualité sur mesure
    .help = 100 : les fils proposent des gens du même avis ; 0 : n’importe qui.
    .contrary = Réduire d’un tiers les contenus du même avis en 2020 n’a bougé aucune attitude (Nyhan et al. 2023).
lever-places = Lieux de rencontre
    .help = Dépenses pour places, bibliothèques, associations, etc.
    .contrary = Études d’observation : les quartiers liants ont peut-être attiré les lieux, et non l’inverse.
lever-continuity = Liens entre quartiers
    .help = Facilité à passer d’un quartier à l’autre.
    .contrary = Près d’un tiers des amitiés en ligne ignoraient la distance : les limites comptent peut-être moins.
lever-evolving = Règles évolutives
    .help = Si oui, le poids des entreprises et la contestation changent les réglages.
    .contrary = Le résultat classique a dû être corrigé : à menace moyennement fréquente, la révolte reste possible.

## Assumptions: label, help, finding against

assumption-innovation_p = Adoption spontanée
    .help = Taux annuel d’adoption des services sans l’exemple des autres.
    .contrary = La forme est sûre, le chiffre non : il ne se distingue pas avant l’inflexion de la courbe.
assumption-imitation_q = Adoption par imitation
    .help = Taux annuel ajouté quand tous les liens d’une personne utilisent les services.
    .contrary = De simples différences entre personnes donnent aussi une courbe en S (Bemmaor 1994 ; Young 2009).
assumption-push = Poussée du tout en ligne
    .help = De combien l’imitation croît quand tout n’existe qu’en ligne ; 1 la double.
    .contrary = Une appli, une épidémie : la peur du virus et la règle d’accès aux lieux se confondent.
assumption-abandon = Départ par méfiance
    .help = Taux annuel de départ des plus soucieux quand leurs données sont très exposées.
    .contrary = Le modèle classique ignore les départs, et peu de gens sont partis après des scandales.
assumption-divide = Fracture numérique
    .help = À quel point les difficultés tiennent à l’écart du réseau.
    .contrary = L’âge et le diplôme comptent autant que la pauvreté, et l’écart se réduit d’enquête en enquête.
assumption-patchiness = Réseau discontinu
    .help = Part des habitants qui gagnent ou perdent le réseau avec tout leur quartier.
    .contrary = Dans les grandes villes la couverture est presque égale : les écarts sont alors personnels.
assumption-inertia = Poids du choix par défaut
    .help = Part des gens qui gardent ce qui est réglé pour eux.
    .contrary = Un seul chiffre manque de neuf points les réponses sans défaut de la même étude.
assumption-willingness = Disposition à partager
    .help = Chance qu’une personne qui choisit accepte, à confiance et intérêt moyens.
    .contrary = Tout dépend de l’usage : forte pour la santé ou le trafic, faible pour la police ou la publicité.
assumption-benefit_pull = Attrait de bons services
    .help = À quel point l’attente de bons services pousse à partager.
    .contrary = De petits cadeaux pèsent plus que tout calcul d’avantages (Athey, Catalini et Tucker 2017).
assumption-trust_pull = Attrait de la confiance
    .help = À quel point la confiance dans la ville pousse à partager.
    .contrary = À Singapour l’usage a crû après une promesse rompue : confiance et usage se séparent parfois.
assumption-concern_push = Frein du souci d’intimité
    .help = À quel point la crainte d’être exposé retient de partager.
    .contrary = Les craintes dites prédisent mal les actes ; pour d’autres ce paradoxe est une erreur (Solove 2021).
assumption-attention = Réexamen de son choix
    .help = Part des usagers qui réexaminent leur partage en une semaine.
    .contrary = Très peu lisent ce qu’ils acceptent ; c’est peut-être un scandale qui fait réfléchir.
assumption-misuse_residents = Abus chez les habitants
    .help = Risque de mauvais usage quand chacun détient ses données.
    .contrary = Seul, on se protège mal ; outils et tiers de confiance en aident certains.
assumption-misuse_commons = Abus du commun
    .help = Risque de mauvais usage quand un commun bien tenu détient les données.
    .contrary = Aucun commun urbain n’a assez duré pour savoir ; quelques initiés peuvent le capter.
assumption-misuse_municipality = Abus de la mairie
    .help = Risque de mauvais usage quand la mairie détient les données.
    .contrary = Les électeurs peuvent corriger : San Diego a éteint ses capteurs en attendant des règles.
assumption-misuse_platform = Abus des entreprises
    .help = Risque de mauvais usage quand des entreprises détiennent les données.
    .contrary = Les firmes ont un nom à perdre et des équipes de sécurité que les petits n’ont pas.
assumption-misuse_state = Abus de l’État
    .help = Risque de mauvais usage quand l’État détient les données.
    .contrary = Le système fédéré et tracé de l’Estonie montre un État que l’on peut contrôler.
assumption-use_residents = Usage, habitants
    .help = Part de valeur que la ville tire des données détenues par chacun.
    .contrary = Des coffres personnels portables pourraient la rendre aussi utilisable qu’une autre.
assumption-use_commons = Usage, commun
    .help = Part de valeur que la ville tire des données tenues en commun.
    .contrary = Les communs pilotes sont restés petits : s’accorder sur chaque usage prend du temps.
assumption-use_municipality = Usage, mairie
    .help = Part de valeur que la ville tire de ses propres données.
    .contrary = Les services municipaux échangent peu entre eux et manquent souvent de compétences.
assumption-use_platform = Usage, entreprises
    .help = Part de valeur que la ville tire des données des entreprises.
    .contrary = Les firmes gardent ce qu’elles pourraient partager sans le perdre (Jones et Tonetti 2020).
assumption-use_state = Usage, État
    .help = Part de valeur que la ville tire des données de l’État.
    .contrary = Des ministères lointains peuvent servir leurs fins avant celles d’un quartier.
assumption-neglect = Tort d’un commun délaissé
    .help = Abus ajouté quand nul ne veille aux données des habitants ou du commun.
    .contrary = Bien des communs durent par leurs règles ; au laboratoire, la sanction entre égaux suffit.
assumption-open_leak = Fuites par l’ouverture
    .help = Abus ajouté par des données ouvertes sans contrôle indépendant.
    .contrary = Des agrégats floutés avant publication fuient peu : le bruit est fait pour cela.
assumption-spill = Révélé par les autres
    .help = À quel point les données d’autrui exposent qui ne partage pas.
    .contrary = Théorie sans mesure de terrain ; pour d’autres la propriété de chacun est presque idéale.
assumption-measure_noise = Bruit de mesure
    .help = Erreur d’une observation du besoin d’un habitant, en unités de besoin.
    .contrary = Certains besoins se comptent presque exactement, d’autres à peine ; un chiffre les mêle.
assumption-sensor_reach = Apport des capteurs
    .help = À quel point les capteurs observent ceux qui ne partagent pas.
    .contrary = Les capteurs voient là où on les pose : un biais en remplace un autre.
assumption-cell = Habitants par estimation
    .help = Nombre de vrais habitants derrière une estimation locale.
    .contrary = Les grandes moyennes cachent rues et petits groupes, là où le bruit compte le plus.
assumption-recognise = Être connu des services
    .help = À quel point de bonnes données utilisables disent aux services qui a besoin de quoi.
    .contrary = Les fichiers sont vieux et faux là où les vies changent ; un agent qui écoute en sait parfois plus.
assumption-learn_beta = Vitesse d’apprentissage
    .help = À quelle vitesse l’erreur d’une machine baisse quand les données croissent.
    .contrary = Mesuré en laboratoire ; les tâches d’une ville dérivent et la qualité prime le volume.
assumption-learn_floor = Erreur qui reste
    .help = Erreur d’une machine, quelle que soit la quantité de données.
    .contrary = Ce plancher existe ; sa hauteur pour les services d’une ville est supposée.
assumption-learn_scale = Données pour démarrer
    .help = Stock de données à partir duquel l’apprentissage se voit.
    .contrary = Des modèles entraînés ailleurs démarrent aussitôt, presque sans données locales.
assumption-gain = Gain promis des machines
    .help = Surcroît de service à dépense égale que de bonnes machines pourraient donner.
    .contrary = Les chiffres viennent de vendeurs et de conseils ; les bilans indépendants sont rares.
assumption-realisation = Part de la promesse tenue
    .help = Part du gain promis qui est vraiment livrée.
    .contrary = Les grands projets dérapent souvent, mais d’autres, comme en Estonie, disent épargner durablement.
assumption-ideas = Idées nouvelles par an
    .help = Idées qu’une ville pleinement inventive apporterait chaque année.
    .contrary = Compter une idée est une convention ; seuls les rapports entre villes ont un sens.
assumption-catalyst = Idées qui en appellent d’autres
    .help = À quel point les idées présentes en accélèrent d’autres.
    .contrary = L’ancien peut aussi bloquer le neuf, et les lois de croissance dépendent du contour des villes.
assumption-difficulty = Idées plus difficiles
    .help = Baisse annuelle des idées nouvelles à effort égal.
    .contrary = Mesuré sur des industries entières ; une ville qui combine des données peut différer.
assumption-obsolescence = Idées hors d’usage
    .help = Part annuelle des innovations abandonnées.
    .contrary = Des systèmes urbains durent des décennies ; d’autres disparaissent avec leur fournisseur.
assumption-compliance = Coût des règles d’intimité
    .help = À quel point limiter la réutilisation freine l’usage et les nouveaux venus.
    .contrary = Bien des applis parties après les règles européennes étaient peu utilisées ou intrusives.
assumption-delay = Temps de délibération
    .help = Productivité perdue en votes et audits.
    .contrary = Décider ensemble peut faire gagner du temps : moins de recours, moins de projets défaits.
assumption-incident_rate = Pannes et fuites par an
    .help = Taux annuel d’incidents pour une complexité de un.
    .contrary = Enquêtes de vendeurs, petits échantillons, sans doute trop hautes ; le grave est bien plus rare.
assumption-coupling = Propagation des pannes
    .help = Nombre de pannes qu’une panne entraîne si tout est automatique.
    .contrary = Des organisations très couplées restent fiables des années (La Porte ; Weick).
assumption-federation = Complexité de nombreux détenteurs
    .help = Complexité ajoutée par plusieurs détenteurs et l’ouverture ; peut être négative.
    .contrary = Un centre est une cible unique, beaucoup de petits manquent de gardes : signe ouvert.
assumption-outage_depth = Profondeur d’une panne
    .help = Part du service perdue pendant une panne si tout est automatique.
    .contrary = Les agents improvisent souvent à la main, et bien des services tournent sans écran.
assumption-breach_trust = Trace d’une fuite
    .help = Souvenir d’une fuite, qui baisse la confiance ; négatif si elle rassemble.
    .contrary = Après l’attaque de l’hôpital de Düsseldorf, moins de confiance ; en expérience, dans trois pays, pas de perte, et un gain dans l’un.
assumption-breach_halflife = Durée du souvenir
    .help = Semaines avant que la moitié du souvenir d’une fuite s’efface.
    .contrary = Rester peut cacher le mécontentement : qui ne peut partir semble oublier.
assumption-breach_harm = Lésé par une fuite
    .help = Chance d’être lésé quand un dossier complet était dans la base qui a fui.
    .contrary = La plupart n’apprennent jamais de tort ; il est rare, inégal, et vient tard.
assumption-upkeep = Entretien des systèmes
    .help = Part du revenu que coûte une unité de complexité.
    .contrary = Des plateformes partagées peuvent coûter moins en grandissant ; le rendement peut tenir.
assumption-rent = Valeur des données
    .help = Revenu des données si tous partagent, pour qui les détient.
    .contrary = Une fiche se vend très peu, et les villes ont rarement gagné à vendre les leurs.
assumption-lock_in = Emprise des fournisseurs
    .help = À quelle vitesse une ville dépend de ses plateformes.
    .contrary = Les exemples classiques sont discutés (Liebowitz et Margolis) ; le doute défait l’emprise.
assumption-concession_cost = Coût des concessions
    .help = Part du revenu dépensée quand les demandes aboutissent toutes.
    .contrary = Certaines concessions sont des règles gratuites ; d’autres se paient en calme.
assumption-thrift = Économie de frais
    .help = Part des frais épargnée quand le calcul ne vise que l’économie.
    .contrary = Les coupes reviennent souvent en heures, en procès ou en réparations différées.
assumption-digital_saving = Épargne du tout en ligne
    .help = Part du revenu épargnée quand tout est en ligne et que tous s’en servent.
    .contrary = Un guichet fermé reporte le travail sur habitants, proches et aidants, sans paie.
assumption-automation_saving = Épargne des machines
    .help = Part du revenu épargnée quand tout est automatique et la machine juste.
    .contrary = Les grands projets informatiques coûtent en moyenne plus que prévu, certains le double.
assumption-capture = La participation pèse
    .help = À quel point les quartiers qui votent plus obtiennent plus.
    .contrary = Au Brésil, les budgets votés sont allés à la santé : les pauvres ont participé.
assumption-takeup = Recours bien entouré
    .help = Part de ce qui est dû que reçoit quelqu’un de bien entouré, sans tout en ligne.
    .contrary = Cela varie d’une aide à l’autre, de quelques pour cent manqués à plus de la moitié.
assumption-outreach = Les lieux amènent
    .help = À quel point le recours croît là où la ville paie des lieux de rencontre.
    .contrary = Des lettres et des formulaires plus simples ont élevé le recours sans aucun lieu.
assumption-gate = L’économie filtre
    .help = Part du recours perdue quand le calcul ne vise que l’économie.
    .contrary = Les contrôles écartent aussi qui n’a pas droit, ce qui laisse plus aux autres.
assumption-returned = Argent non réclamé
    .help = Part de l’argent non réclamé que la ville peut dépenser la semaine d’après.
    .contrary = Agents et locaux coûtent autant, que l’on vienne ou non.
assumption-misfit = Préjudice d’une estimation fausse
    .help = Satisfaction perdue quand le service vise un besoin mal estimé.
    .contrary = On s’approprie les services, et un service standard convient souvent à la plupart.
assumption-misuse_harm = Torts par les fichiers
    .help = Taux annuel de préjudice pour un dossier complet, si l’abus est certain.
    .contrary = La plupart ne disent aucun tort connu ; le profilage épargne aussi des contrôles aux honnêtes.
assumption-stigma = Torts aux démunis
    .help = À quel point les fichiers lèsent surtout les plus en difficulté ; sous 0, les aisés.
    .contrary = La fraude aux cartes et aux identités vise ceux qui ont de l’argent : signe ouvert.
assumption-wrong_decision = Torts par décision fausse
    .help = Taux annuel d’erreurs lésant, si tout est automatique, sans contrôle ni savoir.
    .contrary = Les agents se trompent aussi, et se corrigent moins d’un coup qu’un programme.
assumption-patrol_effect = Effet des patrouilles
    .help = Baisse des délits quand un quartier a deux fois plus d’agents que d’ordinaire.
    .contrary = Les vols ont baissé au seul endroit gardé ; un essai de patrouilles à Kansas City n’a rien vu (Kelling et al. 1974).
assumption-cctv_effect = Effet des caméras
    .help = Baisse des délits avec des caméras partout.
    .contrary = L’effet tient surtout aux parkings et aux écrans regardés en direct.
assumption-predictive_effect = Effet de la prédiction
    .help = Baisse de plus si la police prédit avec toutes les données.
    .contrary = Un essai lié à un vendeur a vu moins de crimes ; les indépendants, aucun effet.
assumption-recorded_share = Délits signalés
    .help = Part des délits enregistrés, que la police soit proche ou non.
    .contrary = La boucle est forte pour les stupéfiants, faible pour ce que les victimes signalent.
assumption-stops = Contrôles ressentis
    .help = À quel point des agents en plus font se sentir surveillé.
    .contrary = Des habitants demandent des agents visibles et se sentent plus en sûreté.
assumption-disruption = Gêne des rassemblements
    .help = Désordre que chaque personne dans la rue ajoute pour les autres.
    .contrary = La plupart ne nuisent à personne, et une foule peut rendre une rue plus sûre.
assumption-accustom = S’habituer à être observé
    .help = Part de l’effet d’être observé que l’habitude finit par ôter.
    .contrary = Après les révélations de 2013, la baisse des lectures a duré tant qu’on l’a mesurée (Penney 2016).
assumption-chilling = Silence des surveillés
    .help = À quel point se sentir observé sans confiance fait taire.
    .contrary = L’effet va de faible à fort, et l’on change peut-être seulement de canal.
assumption-spiral = Spirale du silence
    .help = À quel point l’accord autour de soi fait parler.
    .contrary = Lien faible sur beaucoup d’études, et des minorités parlent plus fort (Porten-Cheé et Eilders 2015).
assumption-threshold = Seuil de protestation
    .help = Grief, risque déduit, à partir duquel on descend dans la rue.
    .contrary = L’original est plus bas ; les gens diffèrent, ce qui lisse la bascule (Granovetter 1978).
assumption-arrest_k = Risque d’arrestation perçu
    .help = À quel point le risque perçu croît avec les agents par manifestant.
    .contrary = Choisi pour un chiffre rond ; l’arrondi décide si des flambées apparaissent.
assumption-arrest_rounding = Arrondi du risque
    .help = Les agents par manifestant sont-ils arrondis : non, vers le bas, au plus près.
    .contrary = L’article n’arrondit pas, des programmes connus si, et les flambées célèbres en viennent.
assumption-conversion = De l’envie à l’acte
    .help = Chance que celui qui veut agir le fasse dans la semaine.
    .contrary = Avant novembre 2018 en France, bien plus annonçaient venir que ne sont venus.
assumption-vision = Habitants à portée de vue
    .help = Nombre d’habitants que l’on voit pour juger du risque.
    .contrary = Les images voyagent : on juge aussi par ce que l’on voit de loin sur un écran.
assumption-targeted = Suivi par les données
    .help = À quel point être traçable élève le risque d’arrestation, perçu et réel.
    .contrary = Une répression visible peut enrager ; une foule trop grande rend les traces inutiles.
assumption-encourage = Le succès encourage
    .help = À quel point un succès abaisse le seuil suivant ; sous 0, il clôt un cycle.
    .contrary = Des concessions absorbent aussi la protestation et en closent des cycles : signe ouvert.
assumption-crowd = L’âme de la foule
    .help = À quel point une humeur partagée entraîne les gens.
    .contrary = Métaphore aux mathématiques exactes : contagion et ressemblance se confondent (Shalizi et Thomas 2011).
assumption-strategic = Rejoindre ou laisser faire
    .help = Au-dessus de 0, la foule attire ; en dessous, on laisse faire les autres.
    .contrary = À Hong Kong, on venait moins si d’autres venaient ; en Russie, les réseaux ont fait sortir (Enikolopov et al. 2020).
assumption-backlash = Effet boomerang de la répression
    .help = À quel point des arrestations modérées nourrissent le grief ; peut être négatif.
    .contrary = En simulation, une répression seulement dissuasive donne aussi toutes les corrélations (Steinert-Threlkeld et Steinert-Threlkeld 2021, doi:10.1371/journal.pone.0250784).
assumption-fatigue = Lassitude de protester
    .help = Lassitude gagnée par semaine passée dans la rue.
    .contrary = Les foules baissent pour plusieurs raisons : météo, fêtes, police, concessions.
assumption-trust_speed = Vitesse de la confiance
    .help = Part du chemin vers son nouveau niveau faite en une semaine.
    .contrary = Une part de la confiance tient à la vie entière et change avec les générations.
assumption-habituation = Accoutumance
    .help = À quelle vitesse les attentes suivent ce que l’on reçoit.
    .contrary = La comparaison avec d’autres villes fixe peut-être autant les attentes.
assumption-loss_weight = Les pertes pèsent plus
    .help = Combien une mauvaise surprise pèse de plus qu’une bonne.
    .contrary = L’écart s’atténue avec l’expérience et pour de petits enjeux.
assumption-reassure = Rassuré par la surveillance
    .help = Confiance que gagnent, surveillés, ceux pour qui l’ordre prime.
    .contrary = Des étudiants chinois, tirés au sort, approuvaient 12 % moins si on leur disait la répression possible, pas plus si on leur disait l’ordre maintenu (Xu, Kostka et Cao 2022).
assumption-safety_trust = Confiance par la sûreté
    .help = À quel point des rues plus sûres élèvent la confiance si l’ordre prime.
    .contrary = Se sentir en sûreté suit les médias et l’aspect des rues autant que les délits.
assumption-trust_service = Confiance par les services
    .help = À quel point le niveau des services, et non la seule surprise, porte la confiance.
    .contrary = Qui fait confiance note aussi mieux les services : l’ordre des causes est discuté.
assumption-answered = Recevoir une réponse
    .help = Confiance gagnée ou perdue par qui s’est mobilisé, selon la réponse de la ville.
    .contrary = Une demi-réponse déçoit parfois plus que rien, et beaucoup agissent sans l’attendre.
assumption-audit_trust = Confiance par le contrôle
    .help = Confiance qu’ajoutent des contrôles indépendants ; peut être négative.
    .contrary = Aux Pays-Bas et en Corée, la transparence a peu changé la confiance en expérience, et l’a parfois baissée (Grimmelikhuijsen et al. 2013).
assumption-machine_trust = Confiance par la machine
    .help = Les contacts par la machine élèvent-ils ou baissent-ils la confiance.
    .contrary = Au guichet on peut être plus humain ou plus dur qu’un écran : signe ouvert.
assumption-resent = Rejet d’une obligation
    .help = Confiance perdue par qui doit partager contre son gré.
    .contrary = Beaucoup acceptent une règle commune, et une majorité peut l’approuver.
assumption-voice_reach = Prise sans voter
    .help = Part du sentiment de prise ressentie par qui ne vote pas.
    .contrary = Pouvoir voter compte peut-être pour tous, ou pour personne avant de le faire.
assumption-value_income = Poids des moyens
    .help = Part du bien-être qui tient à l’absence de difficultés.
    .contrary = Une réanalyse trouve un plateau aux hauts revenus (Bennedsen 2024, arXiv:2401.05347).
assumption-value_service = Poids des services
    .help = Part du bien-être qui tient à des services adaptés.
    .contrary = On s’habitue aux services ; leur poids durable est peut-être moindre.
assumption-value_ties = Poids des liens
    .help = Part du bien-être qui tient aux proches.
    .contrary = La plupart des études observent : qui va bien se fait aussi plus d’amis.
assumption-value_autonomy = Poids de l’autonomie
    .help = Poids de la prise sur les décisions, si l’autonomie prime.
    .contrary = Un choix de valeurs, non un résultat : à chacun de le régler.
assumption-value_privacy = Poids de l’intimité
    .help = Poids de l’intimité perdue, si l’autonomie prime.
    .contrary = Un choix de valeurs ; beaucoup cèdent leur intimité pour peu.
assumption-value_safety = Poids de la sûreté
    .help = Poids de rues sûres, si l’ordre prime.
    .contrary = Un choix de valeurs ; la peur ne suit pas toujours les délits.
assumption-value_saved = Poids de l’argent rendu
    .help = Bien-être par unité du revenu de la ville rendue aux habitants.
    .contrary = Un choix de valeurs : un peu d’argent compte beaucoup pour les uns, pas pour d’autres.
assumption-harm_cost = Poids d’un préjudice
    .help = Bien-être perdu tant que l’on est refusé, accusé ou exposé.
    .contrary = Certains torts gênent, d’autres ruinent : un seul chiffre les mêle.
assumption-convenience = Poids de la commodité
    .help = Bien-être tiré de bons services numériques au quotidien.
    .contrary = Des semaines sans réseau social ont rendu un peu plus heureux (Allcott et al. 2020).
assumption-burden = Charge de participer
    .help = Bien-être perdu en réunions et en votes.
    .contrary = Ceux qui participent disent souvent y prendre plaisir.
assumption-bound = Ouverture aux avis
    .help = Plus grand écart d’avis à travers lequel on s’influence encore.
    .contrary = Calculs sur des gens inventés ; rejet et persuasion mesurés sont tous deux faibles.
assumption-influence = Influence des liens
    .help = Part de l’écart aux proches comblée en une semaine.
    .contrary = De grands essais sur les fils en 2020 n’ont bougé aucune attitude (Nyhan et al. 2023).
assumption-anchor = Attachement à son avis
    .help = À quelle vitesse on revient à son avis profond.
    .contrary = Sans attache, les mêmes modèles finissent en consensus ou en camps.
assumption-experience = Intimité perdue et opinion
    .help = À quel point l’intimité perdue tourne vers l’autonomie.
    .contrary = On peut aussi se résigner et cesser d’y penser.
assumption-value_prior = Valeurs de départ
    .help = Avis moyen : sous 0 l’ordre d’abord, au-dessus l’autonomie d’abord.
    .contrary = Un choix de valeurs, qui varie selon les pays et les années.
assumption-security_demand = Demande d’ordre
    .help = À quel point des rues peu sûres et des troubles tournent vers l’ordre.
    .contrary = Une contestation peut aussi gagner la sympathie, surtout pacifique ; qui se défie de l’État cède moins pour la sécurité (Davis et Silver 2004).
assumption-meet = Occasions de rencontre
    .help = À quelle fréquence une place libre parmi les proches se remplit.
    .contrary = Réglé pour un cercle de taille plausible ; les vies varient plus qu’un taux.
assumption-drift_local = Usure des liens locaux
    .help = Chance qu’un lien local, quand il est examiné, se perde.
    .contrary = La famille proche s’use peu ; un seul taux la mêle aux connaissances.
assumption-drift_digital = Usure des liens numériques
    .help = La même chance pour un lien numérique, avant de compter l’accès.
    .contrary = Des amitiés en ligne durent des années ; s’use surtout ce qui ne sert pas.
assumption-displacement = Écran contre voisins
    .help = À quel point être en ligne chasse les liens locaux ; sous 0, il en ajoute.
    .contrary = Des voisins connectés se connaissaient mieux ; sans réseau, d’autres sortent plus : signe ouvert.
assumption-digital_worth = Valeur d’un lien numérique
    .help = Ce que vaut un lien numérique à côté d’un lien local.
    .contrary = La mortalité la plus basse allait avec beaucoup d’amis vus et un écran modéré ; corrélation.
assumption-overthrow = Pression qui renverse
    .help = Part durable d’habitants dans la rue à partir de laquelle tout peut changer.
    .contrary = Les fameux 3,5 % ne sont pas une loi : à Hong Kong plus sont venus, la loi fut retirée, le reste refusé.
assumption-settlement = Fin en réforme
    .help = Chance qu’un renversement finisse en réforme et non en restauration.
    .contrary = Le succès des mouvements non violents baisse depuis 2010 ; les cas diffèrent trop.
assumption-lobbying = Poids du lobbying
    .help = À quel point les détenteurs plient les règles si les contrôles sont faibles.
    .contrary = Les lobbys se font aussi concurrence, et certains de leurs gains profitent à tous.
assumption-concession = Vitesse des règles
    .help = À quelle vitesse les réglages suivent la voix et la demande d’ordre.
    .contrary = Des institutions tiennent des décennies sous pression, puis changent en une semaine.
assumption-silence_as = Lecture du silence
    .help = À quel point les données croient satisfait qui se tait ; 0 : comme vécu.
    .contrary = À 0 le silence n’ajoute rien ; on pourrait aussi compter les silencieux comme mécontents.
assumption-complain = Poids des plaintes
    .help = Poids en plus, dans les données, de qui se plaint.
    .contrary = Qui se plaint n’est pas qui manque le plus : les quartiers pauvres signalaient moins.
assumption-start_hardship_spread = Différences de difficultés dans un quartier
    .help = Écart-type des difficultés entre les habitants d’un même quartier, autour de ce que disent ses chiffres.
    .contrary = Les chiffres publiés sont des moyennes de quartiers : l’inégalité interne de chacun est à supposer, et varie selon la ville.

## Context: label, help

context-city = Ville
    .help = Une ville fournie, ou le chemin d’un tableau ou d’une carte de quartiers.
context-residents = Habitants simulés
    .help = Nombre d’habitants simulés ; chacun en représente beaucoup de réels.
context-burn_in = Passé commun
    .help = Semaines vécues ensemble sous les réglages d’aujourd’hui avant le choix.
context-weeks = Horizon
    .help = Semaines simulées après le choix.
context-seed = Tirage
    .help = Le même nombre donne la même chance aux mêmes habitants.
context-contrary = Un choix d’expérience, non une thèse : les résultats ne doivent pas en dépendre, ce qui est testé.

## Constants: what each is, and why so large where that can be said

constant-shock_persistence = Part d’un choc de quartier qui reste après une semaine : un choc dure quelques mois
constant-shock_size = Plus grand choc hebdomadaire sur les besoins d’un quartier
constant-need_base = Besoin d’un habitant sans difficulté, avant les différences personnelles
constant-need_hardship = Combien les difficultés augmentent le besoin
constant-need_spread = Étendue des différences personnelles de besoin
constant-need_low = Besoin minimal, au-dessus de zéro pour que la satisfaction soit définie
constant-need_high = Besoin maximal
constant-divide_weight = Jusqu’où les difficultés coupent l’accès quand la fracture est entière
constant-steward_base = Soin des données partagées sans contrôle ni participation
constant-steward_oversight = Ce que les contrôles indépendants ajoutent au soin des données
constant-steward_participation = Ce que la participation ajoute au soin des données
constant-digital_speed = Vitesse à laquelle les services passent en ligne ou en reviennent, aussi lente que les moyens de rue
constant-shield_half = Budget de bruit auquel la moitié du tort de la publication est évitée
constant-purpose_shelter = Part des mauvais usages qu’une séparation complète empêche
constant-usual_satisfaction = Satisfaction à laquelle l’avantage n’attire ni ne repousse
constant-usual_exposure = Exposition ressentie à laquelle l’inquiétude ne joue pas
constant-untended_use = Usage possible de données partagées dont personne ne prend soin
constant-purpose_cost = Part d’utilité que coûte le respect d’une séparation complète
constant-clarity_half = Budget auquel le bruit au centre laisse la moitié de ce que les données enseignent, moins que sur l’appareil
constant-record_speed = Vitesse à laquelle les dossiers s’emplissent et s’effacent : la moitié en huit mois
constant-record_limit = Part d’un dossier qu’une séparation complète empêche de tenir
constant-least_answers = Échantillon minimal, pour que l’erreur d’une estimation de presque personne reste finie
constant-least_sampled = Nombre minimal d’observés compté dans l’erreur d’une moyenne de peu de personnes
constant-census_error = Erreur type de l’estimation du recensement
constant-sample_variance = Variance des besoins dans un quartier, pour l’erreur d’une moyenne de peu de personnes
constant-data_forgetting = Part du stock de données qui se périme en un an
constant-civic_base = Invention citoyenne sans aucune prise sur les décisions
constant-private_base = Invention privée avant tout usage des services numériques
constant-state_drive = Valeur pour l’invention des données de l’État, comparée à celles d’une plateforme
constant-crossing_base = Invention quand aucun lien ne passe de frontière
constant-idea_saturation = Stock auquel la combinaison des idées ralentit de moitié
constant-manual_use = Part des innovations qui sert sans automatisation
constant-oversight_delay = Retard dû aux contrôles, relativement à la participation
constant-automation_speed = Part du retard que l’automatisation complète supprime
constant-mature_stock = Stock auquel le gain est pleinement promis
constant-complexity_scale = Complexité par innovation en service
constant-manual_interfaces = Interfaces qui existent sans automatisation
constant-unfederated = Complexité d’un détenteur unique sans ouverture
constant-owners_scale = Nombre de détenteurs auquel la fédération compte pleinement
constant-oversight_base = Ordre maintenu sans contrôle
constant-oversight_order = Ordre qu’un contrôle complet ajoute
constant-incident_saturation = Complexité à laquelle les incidents croissent deux fois moins vite : on apprend à vivre avec
constant-watching_machines = Part des incidents que des machines parfaites évitent si tout est automatique : elles se surveillent
constant-store_residents = Part des dossiers tenus par chacun qu’une fuite ouvre : beaucoup de petites bases
constant-store_commons = Part des dossiers d’un commun qu’une fuite ouvre : quelques bases moyennes
constant-breach_share = Part des incidents qui sont des fuites
constant-breach_size = Mémoire laissée par la fuite d’une grande base par point de confiance perdu, quand tous partagent
constant-oversight_relief = Part des dommages et des cascades qu’un contrôle complet évite
constant-manual_coupling = Couplage des systèmes sans automatisation
constant-outage_length = Durée d’une panne
constant-incident_window = Fenêtre de comptage des incidents
constant-lock_in_speed = Vitesse à laquelle l’enfermement se forme et cède
constant-openness_release = Force avec laquelle l’ouverture défait l’enfermement
constant-oversight_cost = Coût d’un contrôle complet
constant-surveillance_cost = Coût d’une surveillance complète
constant-enforcement_cost = Coût d’une police au complet
constant-places_cost = Coût des lieux de rencontre au réglage maximal
constant-continuity_cost = Coût de frontières entièrement perméables
constant-participation_cost = Coût d’organisation de la participation
constant-connectivity_cost = Coût d’un réseau qui atteint tout le monde
constant-responsiveness_cost = Coût d’écouter les demandes et de répondre à toutes
constant-platform_fee = Redevance d’une plateforme qui détient tout dans une ville captive
constant-upkeep_ceiling = Part maximale du revenu que l’entretien peut prendre
constant-saving_share = Part du reste qu’une ville ne visant que le coût rend
constant-least_spend = Services maintenus même au prix d’un déficit
constant-heat_speed = Vitesse de renouvellement de l’image de l’agitation
constant-heat_discontent = Poids des mécontents face aux personnes dans la rue
constant-discontent_line = Niveau de mal-être par défiance qui compte comme mécontentement
constant-order_base = Part de l’objectif d’ordre répartie également : le calme s’achète un peu, non partout où cela chauffe
constant-allocation_base = Niveau de service d’un quartier sans dépense
constant-vote_rate = Échelle de la chance hebdomadaire de participer aux votes
constant-vote_adoption = Participation sans services numériques
constant-vote_hardship = Facilité de participer, dont les difficultés se retranchent
constant-vote_agency = Participation sans prise ressentie
constant-vote_memory = Renouvellement de l’année glissante des votes
constant-turnout_weeks = Semaines pendant lesquelles on se souvient de sa participation
constant-turnout_floor = Participation relative minimale comptée
constant-equal_floor = Part minimale d’une part égale qu’un quartier reçoit
constant-reach_alone = Part du recours qui se passe de liens : le reste est dit et aidé par d’autres
constant-usual_places = Dépense de lieux à laquelle ils n’ajoutent ni n’ôtent au recours : celle d’aujourd’hui
constant-digital_help = Part de l’exclusion par le tout en ligne que des proches qui s’en servent compensent
constant-universal = Part des services qui atteint tous sans demande : éclairage, voirie, déchets
constant-follow_floor = Part minimale de la dépense courante que laisse un besoin faible et connu
constant-service_scale = Échelle : la dépense courante satisfait un peu plus de la moitié d’un besoin courant
constant-manual_misfit = Inadéquation des décisions revues par des personnes
constant-participation_fit = Part de l’inadéquation que la participation complète supprime
constant-oversight_fit = Part de l’inadéquation qu’un contrôle complet supprime
constant-manual_outage = Profondeur d’une panne sans automatisation, relative au maximum
constant-wrong_base = Décisions fausses sur qui n’a pas de difficultés, par unité de celles des difficultés
constant-harm_weeks_least = Semaines que dure un préjudice là où les recours sont le mieux contrôlés
constant-harm_weeks_appeal = Semaines qu’ajoutent des recours sans aucun contrôle indépendant
constant-installation_speed = Vitesse à laquelle les moyens de rue suivent les réglages
constant-officers_per_head = Agents par habitant à l’effectif courant
constant-officers_base = Effectif sans répression
constant-officers_enforcement = Effectif qu’ajoute une police au maximum
constant-usual_patrol = Force relative de patrouille qui ne change rien
constant-automation_mediation = Combien l’automatisation change les autres contacts en contacts par la machine
constant-accustom_speed = Vitesse à laquelle on s’habitue à être observé, et s’en déshabitue : environ deux ans
constant-accustom_line = Regard au-dessus duquel on s’y habitue
constant-watched_speed = Vitesse à laquelle le sentiment d’être observé suit
constant-watched_floor = Part du regard que laisse une séparation complète
constant-watched_holders = Part du regard qui ne dépend pas du détenteur
constant-watched_platform = Poids d’une plateforme face à l’État dans le regard
constant-watched_places = Regard sur ceux dont les contacts ne passent par aucune machine
constant-watched_contacts = Ce que les contacts par la machine ajoutent au regard
constant-tie_saturation = Nombre de liens auquel leur valeur approche du plafond
constant-crime_base = Délits par difficulté sans cohésion
constant-cohesion_effect = Combien la cohésion réduit les délits
constant-patrol_floor = Part minimale des délits que laissent les patrouilles
constant-camera_shelter = Part de l’effet des caméras que supprime une séparation complète
constant-unsafe_local = Poids du quartier dans le sentiment d’insécurité
constant-reference_speed = Vitesse à laquelle la référence de désordre s’établit avant le choix
constant-speak_base = Disposition à parler quand rien n’attire
constant-spiral_scale = Logits par unité de spirale du silence
constant-chilling_scale = Logits par unité de dissuasion
constant-usual_agency = Prise à laquelle elle n’aide ni ne gêne
constant-deprivation_hardship = Poids des difficultés face au bien-être perdu
constant-content_line = Bien-être auquel rien n’est ressenti comme perdu
constant-content_range = Étendue de bien-être sur laquelle la perte se ressent
constant-repression_seen = Vitesse à laquelle des proches détenus valent pleine répression
constant-backlash_scale = Normalise la courbe en n pour que son sommet soit l’effet de retour
constant-censored_view = Part de la rue que cache un filtrage complet
constant-mood_scale = Échelle du couplage J de la foule
constant-mood_near = Poids des proches face à la ville dans l’humeur ambiante
constant-mood_speed = Vitesse des humeurs
constant-mood_street = Force avec laquelle la rue meut les humeurs
constant-mood_street_near = Poids des proches actifs face à la rue de la ville
constant-mood_rest = Attrait des humeurs vers le repos
constant-mood_feel = De combien une humeur entière et pleinement partagée élève le grief
constant-spark_mood = Humeur à laquelle une étincelle élève ceux qui peuvent la voir
constant-trace_limit = Part du suivi par caméras et réseaux qu’une séparation complète empêche
constant-trace_platform = Poids des dossiers d’une plateforme face à ceux de l’État dans le suivi des contestataires
constant-trace_ceiling = Traçabilité maximale : caméras et dossiers voient en partie la même chose
constant-strategic_scale = Échelle de l’effet de la participation des autres
constant-strategic_ceiling = Participation au-delà de laquelle rien ne change
constant-severity_base = Coût d’une arrestation sans sévérité
constant-arrest_severity = Chance d’arrestation par unité de sévérité quand on est pris
constant-longest_term = Plus longue détention à sévérité maximale
constant-rest = Lassitude que le repos enlève en une semaine
constant-spark_grievance = Part du seuil au-delà de laquelle une étincelle fait agir
constant-spark_chance = Chance qu’une étincelle fasse agir quelqu’un
constant-success_speed = Vitesse à laquelle le succès passé se renouvelle et s’oublie
constant-success_scale = Inverse de la part active à laquelle la pression est entière
constant-acted_memory = Part qui reste après une semaine de s’être mobilisé : la moitié après cinq mois
constant-record_memory = Renouvellement des incidents enregistrés
constant-recorded_crime = Incidents par habitant et semaine au maximum de délits
constant-recorded_patrol = Habitants dont un agent découvrirait les incidents
constant-trust_base = Confiance quand rien n’attire
constant-trust_surprise = Poids des surprises dans les services
constant-trust_breach = Poids des fuites remémorées pour ceux dont les données sont partagées
constant-trust_detained = Poids des proches détenus
constant-usual_oversight = Contrôles indépendants tenus pour acquis : ceux d’aujourd’hui
constant-trust_harmed = Confiance perdue tant que l’on est lésé : la moitié de ce que coûte un entourage détenu
constant-trust_harmed_near = Confiance perdue là où tout le quartier est lésé : on en entend parler
constant-trust_agency = Poids de la prise pour ceux qui mettent l’autonomie d’abord
constant-trust_privacy = Poids de l’intimité perdue pour ceux qui mettent l’autonomie d’abord
constant-reassure_scale = Échelle du réconfort d’être observé
constant-privacy_watched = Poids du regard face aux données exposées dans l’intimité perdue
constant-agency_speed = Vitesse de la prise sur les décisions
constant-agency_base = Prise sans aucune voix
constant-agency_participation = Poids de la décision sur le budget
constant-agency_offline = Part de la participation qui marche sans services numériques
constant-agency_ease = Facilité de participer, dont les difficultés se retranchent
constant-agency_hardship = Combien les difficultés réduisent la portée de la participation
constant-agency_openness = Poids des données ouvertes en usage
constant-agency_speaking = Poids de la parole
constant-agency_answered = Poids d’une réponse, ou de son absence, après avoir agi
constant-agency_data = Poids de détenir ses données, pour qui utilise les services
constant-agency_harmed = Prise perdue tant que l’on est lésé : on attend que d’autres décident
constant-turnout_scale = Participations par an auxquelles la portée est entière
constant-wellbeing_speed = Vitesse du bien-être
constant-wellbeing_base = Bien-être qu’aucune part n’explique
constant-burden_relief = Part de la charge de participer que la prise allège
constant-wellbeing_detained = Bien-être perdu en détention
constant-wellbeing_resent = Bien-être perdu par unité de partage subi
constant-convenience_base = Commodité de services sans plateforme, face à ceux qu’elle tient en entier
constant-wellbeing_rent = Bien-être par unité de rente des données perçue
constant-anchor_speed = Vitesse à laquelle l’expérience déplace l’ancrage
constant-tolerated_unsafe = Insécurité relative qui n’appelle aucun ordre
constant-unrest_scale = Inverse de la part dans la rue à laquelle l’alarme est entière
constant-meet_base = Rencontres sans lieux
constant-meet_places = Rencontres qu’ajoutent des lieux au maximum
constant-next_door = Part des rencontres locales tournées vers le quartier voisin
constant-drift_connected = Perte relative des liens numériques avec accès
constant-drift_cut_off = Perte relative des liens numériques sans accès
constant-meet_online = Rencontres en ligne, relatives au lieu
constant-meet_offline = Chance d’un lien numérique sans être en ligne
constant-pressure_memory = Renouvellement de la pression ressentie
constant-drift_heat = Inverse de la part active à laquelle la pression compte pleinement
constant-fear_scale = Vitesse à laquelle l’insécurité devient peur
constant-drift_speed = Vitesse de dérive des réglages
constant-capture_state = Poids de l’État face à une plateforme dans la capture
constant-lever_floor = Valeur minimale des réglages civiques en dérive
constant-lever_ceiling = Valeur maximale des réglages en dérive
constant-mandatory_purpose = Séparation au-dessous de laquelle l’accord peut devenir obligatoire
constant-mandatory_responsiveness = Réponse au-dessous de laquelle l’accord peut devenir obligatoire
constant-opt_in_purpose = Séparation au-dessus de laquelle on redemande l’accord
constant-overthrow_responsiveness = Réponse au-dessus de laquelle nul n’est renversé
constant-overthrow_enforcement = Seuil relatif de renversement sans police
constant-overthrow_chance = Chance hebdomadaire de renversement quand la condition tient
constant-overthrow_pause = Semaines au moins entre deux renversements
constant-reform_responsiveness = Réponse après une réforme, au moins
constant-reform_participation = Participation après une réforme, au moins
constant-reform_censorship = Part du filtrage qu’une réforme garde
constant-reform_surveillance = Part de la surveillance qu’une réforme garde
constant-reform_enforcement = Part de la sévérité qu’une réforme garde
constant-restoration_force = Sévérité et filtrage qu’une restauration ajoute
constant-restoration_watch = Surveillance qu’une restauration ajoute
constant-restoration_deafness = Part de la réponse qu’une restauration garde
constant-start_adopted = Habitants qui utilisent les services au départ
constant-start_sharing = Parmi eux, qui partagent
constant-start_harmed = Habitants lésés au départ
constant-start_data_stock = Stock de données au départ : ce qui est partagé, utilisable et non périmé
constant-start_speaking = Habitants qui s’expriment au départ
constant-start_trust = Confiance moyenne au départ
constant-start_trust_spread = Différences personnelles de confiance au départ
constant-start_trust_hardship = Combien les difficultés baissent la confiance au départ
constant-start_wellbeing = Bien-être moyen au départ
constant-start_wellbeing_hardship = Combien les difficultés baissent le bien-être au départ
constant-start_watched = Sentiment d’être observé au départ
constant-start_agency = Prise au départ
constant-start_expectation = Satisfaction attendue au départ
constant-start_concern = Inquiétude moyenne pour l’intimité
constant-start_concern_spread = Différences personnelles d’inquiétude
constant-start_opinion_spread = Différences personnelles d’opinion
constant-start_ties = Liens occupés au départ
constant-start_innovation = Stock d’innovations au départ
constant-start_lock_in = Enfermement au départ
constant-start_recorded = Incidents enregistrés par habitant au départ
constant-start_turnout = Participation propre au départ
constant-start_voters = Votants de l’année glissante au départ
constant-start_heat = Agitation perçue au départ
constant-start_reference = Référence de désordre au départ
constant-start_crossing = Liens entre quartiers comptés la première semaine
constant-cut_depth = Ampleur d’une baisse de budget, sauf indication
constant-cut_weeks = Durée d’une baisse de budget, sauf indication
constant-technology_wave = Idées qu’une nouvelle technologie apporte d’un coup
constant-contrary = La plupart des poids de ce modèle relèvent du jugement : un autre modélisateur en choisirait d’autres.

## Outcomes: label, help, formula in words

outcome-wellbeing = Bien-être
    .help = Moyenne du revenu, des services, des liens, de l’autonomie, de l’intimité et de la sûreté, selon les valeurs de chacun, sur 100.
    .definition = moyenne, sur les habitants, d’une moyenne lente du revenu, des services, des liens, de la prise sur les décisions, de l’intimité, de la sûreté et de la commodité, selon le poids de chacun ; moins la charge de participer, la détention, le préjudice et le partage forcé ; plus l’argent rendu et la rente des données
outcome-service_fit = Services adaptés
    .help = Adéquation des services aux besoins des habitants, sur 100.
    .definition = satisfaction moyenne à l’égard des services
outcome-running_cost = Coût de fonctionnement
    .help = Part du budget en frais et redevances, en %. L’argent rendu n’est pas un coût.
    .definition = frais (administration, entretien des systèmes, concessions, moins ce qu’épargnent économies et machines) et redevance, rapportés au revenu ; l’argent rendu est à part
outcome-expression = Opinions exprimées
    .help = Habitants qui disent ce qu’ils pensent, sur 100.
    .definition = part des habitants qui s’expriment cette semaine
outcome-calm = Rues calmes
    .help = 100 moins les délits et nuisances ; les rassemblements ne comptent pas.
    .definition = 1 moins les délits et nuisances moyens ; les rassemblements ne comptent pas
outcome-trust = Confiance dans la ville
    .help = Confiance moyenne des habitants dans la conduite de la ville, sur 100.
    .definition = confiance moyenne des habitants dans la ville
outcome-illusion = Écart chiffres – vécu
    .help = Satisfaction dans les données de la ville moins satisfaction vécue, en points.
    .definition = satisfaction lue chez ceux qui partagent moins satisfaction vécue moyenne ; indéfini sans partage
outcome-wellbeing_low = Bien-être du décile inférieur
    .help = Bien-être du dixième d’habitants qui en a le moins.
    .definition = bien-être que neuf habitants sur dix dépassent (dixième centile)
outcome-agency = Prise sur les décisions
    .help = Influence des habitants sur ce qui les concerne.
    .definition = prise moyenne des habitants : participation, ouverture, parole, réponses reçues et maîtrise de leurs données, moins le préjudice subi
outcome-gap_districts = Écart entre quartiers
    .help = Différence entre quartiers mieux et moins bien servis, en points.
    .definition = écart type pondéré de la satisfaction moyenne des quartiers habités, moins la part due aux différences internes
outcome-gap_hardship = Écart selon les difficultés
    .help = Bien-être des moins en difficulté moins celui des plus en difficulté, en points.
    .definition = bien-être moyen du tiers le moins en difficulté moins celui du tiers le plus en difficulté
outcome-harmed = Habitants lésés
    .help = Habitants que fichiers, fuites ou décisions fausses lèsent en ce moment, pour 1 000.
    .definition = part des habitants à qui il reste des semaines de préjudice
outcome-gap_harmed = Préjudices selon les difficultés
    .help = Lésés parmi les plus en difficulté moins parmi les moins en difficulté, pour 1 000.
    .definition = part lésée du tiers le plus en difficulté moins celle du tiers le moins en difficulté
outcome-takeup = Recours aux services
    .help = Part des services qui leur sont dus que les habitants reçoivent, en %.
    .definition = part moyenne, parmi les services dus aux habitants, de ceux qu’ils reçoivent
outcome-ties = Liens par habitant
    .help = Nombre moyen de liens, sur 12.
    .definition = nombre moyen de liens occupés
outcome-isolated = Habitants isolés
    .help = Part ayant deux liens ou moins, en %.
    .definition = part des habitants ayant deux liens ou moins
outcome-crossing = Liens entre quartiers différents
    .help = Part des liens qui passent une limite de quartier, en %.
    .definition = part des liens qui joignent deux quartiers
outcome-like_minded = Liens du même avis
    .help = Part des liens entre personnes d’avis proche, en %.
    .definition = part des liens entre opinions de même signe, au début de la semaine
outcome-machine_mediated = Contacts par la machine
    .help = Part des contacts qui passent par un service numérique, en %.
    .definition = part des liens qui sont numériques
outcome-adoption = Services numériques utilisés
    .help = Part des habitants qui les utilisent, en %.
    .definition = usagers rapportés aux habitants
outcome-sharing = Habitants qui partagent
    .help = Part des usagers dont les données sont partagées, en %.
    .definition = partageurs rapportés aux usagers ; indéfini sans usagers
outcome-coverage = Habitants visibles dans les données
    .help = Part des habitants présents dans les données de la ville, en %.
    .definition = somme des poids d’observation rapportée aux habitants
outcome-estimate_error = Erreur sur les besoins
    .help = Erreur moyenne de la ville sur les besoins, en points.
    .definition = moyenne quadratique pondérée du besoin estimé moins le besoin réel des quartiers
outcome-concentration = Données en peu de mains
    .help = 100 : un seul détenteur ; moins : plusieurs.
    .definition = somme des carrés des parts des cinq détenteurs
outcome-exposure = Exposition des données
    .help = Risque de mauvais usage des données personnelles, sur 100.
    .definition = risque de mauvais usage selon la part de chaque détenteur, tel que la séparation le laisse et que le floutage le cache, plus ce que livrent les données ouvertes, plus les fuites encore en mémoire
outcome-fees = Redevances aux entreprises
    .help = Part du budget versée aux plateformes, en %.
    .definition = redevance rapportée au revenu
outcome-savings = Argent rendu
    .help = Part du budget rendue aux habitants, en %.
    .definition = argent rendu rapporté au revenu
outcome-innovation = Idées en service
    .help = Stock d’innovations, 1 au début du passé commun.
    .definition = stock d’innovations en service, 1 au début du passé commun
outcome-productivity = Service pour l’argent dépensé
    .help = Ce que la même somme produit en services, départ = 100.
    .definition = services par unité d’argent, 100 au départ
outcome-ai_quality = Justesse de la machine
    .help = Justesse des estimations automatiques, sur 100.
    .definition = justesse que donne la courbe d’apprentissage au stock de données présent
outcome-complexity = Complexité des systèmes
    .help = Nombre et enchevêtrement des systèmes à faire tourner.
    .definition = innovations en service, fois l’automatisation, fois l’usage des services numériques, fois la dispersion des systèmes entre détenteurs, sur l’ordre que maintient le contrôle
outcome-incidents = Pannes et fuites
    .help = Incidents par an.
    .definition = fuites et pannes d’une année glissante (mémoire de 52 semaines)
outcome-active = Personnes dans la rue
    .help = Habitants qui se rassemblent, pour 1 000. Rapporté, jamais noté.
    .definition = part des habitants dans la rue et non arrêtés
outcome-detained = Personnes détenues
    .help = Habitants privés de liberté, pour 1 000. Rapporté, jamais noté.
    .definition = part des habitants à qui il reste des semaines de détention
outcome-opinion_spread = Éventail des opinions
    .help = Distance entre les opinions ; plus n’est ni bien ni mal.
    .definition = écart type des opinions
outcome-spend = Dépense de services
    .help = Ce que la ville dépense en services, en % du revenu habituel.
    .definition = dépense de services par habitant, le revenu sans données étant 1
outcome-reported = Satisfaction rapportée
    .help = Satisfaction à l’égard des services telle que les données de la ville la montrent, sur 100.
    .definition = satisfaction moyenne lue chez ceux qui partagent
outcome-disorder = Désordre
    .help = Délits, nuisances et gêne des rassemblements, sur 100. Pour l’analyse.
    .definition = délits plus gêne des rassemblements, pondérés par la population
outcome-deficit = Déficit
    .help = Dépense au-delà du revenu, en %.
    .definition = dépense au-delà du revenu, par habitant
outcome-selection = Écart dû à qui partage
    .help = Satisfaction de ceux qui partagent moins celle de tous, en points.
    .definition = satisfaction moyenne des partageurs moins celle de tous : qui partage
outcome-silence = Écart dû au silence
    .help = Satisfaction lue moins satisfaction de ceux qui partagent, en points.
    .definition = satisfaction lue moins celle des partageurs : qui se tait ou se plaint
outcome-promise = Services promis
    .help = Satisfaction que le calcul croit apporter, sur 100.
    .definition = satisfaction que le calcul croit apporter, sur ses estimations, si les promesses étaient tenues
outcome-promise_gap = Écart promesse – vécu
    .help = Satisfaction que le calcul croit apporter moins satisfaction vécue, en points.
    .definition = services promis moins satisfaction vécue moyenne
outcome-catalyst_ratio = Catalyse des idées
    .help = Idées qu’une idée apporte ; au-dessus de 1, l’innovation se nourrit d’elle-même.
    .definition = idées qu’une idée apporte ; au-dessus de 1 l’innovation se nourrit d’elle-même
outcome-mood = Humeur de la foule
    .help = À quel point les habitants se sentent portés par un tout, sur 100. Rapporté, jamais noté.
    .definition = humeur moyenne des habitants
outcome-mood_coupling = Couplage de la foule
    .help = Force avec laquelle les humeurs s’entraînent ; au-dessus de 1 une foule change de nature.
    .definition = couplage moyen des humeurs ; une foule ne change de nature qu’au-dessus de 1

## What of the debate's text an outcome answers

outcome-group-wellbeing = bien-être des habitants
outcome-group-cost = optimisation des coûts
outcome-group-organisation = optimisation de l’organisation
outcome-group-freedom = émancipation, pouvoir d’agir
outcome-group-digitisation = numérisation
outcome-group-distribution = isolement et segmentation
outcome-group-ties = proximité, continuité, lien social
outcome-group-trust = gouvernance
outcome-group-illusion = la fin d’une illusion ?
outcome-group-data = propriété des données
outcome-group-innovation = accumulation d’innovations, complexité
outcome-group-unrest = outil de révolution, âme de la foule
outcome-group-opinion = éventail des opinions

## Units of outcomes

unit-out_of_100 = sur 100
unit-percent = %
unit-points = points
unit-out_of_12 = sur 12
unit-per_1000 = pour 1 000
unit-per_year = par an
unit-start_100 = départ = 100
unit-ideas = début du passé = 1
unit-number = {""}

## Taille d’une différence

size-higher = plus haut
size-lower = plus bas
size-about-equal = à peu près égal
size-too-close-to-call = trop serré pour trancher
size-undefined = indéfini

## Réponses : sortes d’hypothèses, comment des parties vont ensemble, ce qu’un chiffre ne couvre pas

kind-of-assumption-fact = fait sur le monde
kind-of-assumption-value = valeur
kind-of-assumption-judgement = pondération choisie
relation-replace = se remplacent
relation-need = ont besoin l’une de l’autre
answer-limit-luck-only = Les marges couvrent le hasard, non le doute sur les hypothèses.
answer-limit-shares = Les parts font la moyenne de tous les ordres de changement possibles ; elles ne disent pas ce qui est facile à changer.
answer-limit-levers = Les leviers mus seuls ne s’ajoutent pas à leur partie ; les détenteurs, comme les buts, bougent ensemble.
answer-limit-same-residents = On compare les mêmes habitants ; une vie dans une ville ignore l’autre.
answer-limit-groups = Les groupes par état (lésés, détenus, isolés) sont ceux des semaines qui closent l’année, et diffèrent entre les villes.
answer-limit-each-month = Chaque mois a sa propre marge ; un tournant est une avance tenue trois mois, non un test de tous les mois à la fois.
answer-limit-few-residents = Peu d’habitants portent la courbe d’un quartier ; regardez d’abord sa marge.
answer-limit-shares-of-ranges = Les parts des hypothèses tirées sont des propriétés des plages explorées, jamais des probabilités du monde.
answer-limit-moderated-luck = Le hasard d’un point tiré est estimé par deux tirages et par ce que tous les points ont en commun.
answer-limit-best-of-sample = Le meilleur cas est le meilleur des points tirés, toutes hypothèses mues ; une recherche en trouverait peut-être un meilleur.
answer-limit-one-at-a-time = Une hypothèse bouge, les autres restent ; horizon, leviers et tirages sont fixes.
answer-limit-screened = Si le signe tourne dans la plage et revient avant son bout, aucun renversement n’est trouvé.
answer-limit-known-points = Les points sont ceux de la liste ; d’autres villes feraient peut-être mieux.

### Words of the page

## The language itself: its own name, and how a reader of another one is asked to change to it

language-name = Français
language-switch = Passer en français

## Said in several places

shared-caution = Simulation, pas une prévision
shared-close = Fermer
shared-left_out = Ce que le modèle laisse de côté
shared-sets = Sous quelles hypothèses ?
shared-resident = Un habitant, deux villes
shared-waiting = Les autres tirages sont en cours…

## Bar at the top

bar-title = Deux villes
bar-question = Qui doit détenir les données d’une ville ?
bar-modes = Modes
bar-theme_auto = Thème : celui du système
bar-theme_light = Thème : clair
bar-theme_dark = Thème : sombre
bar-more = Plus
bar-undo = Annuler
bar-redo = Rétablir
bar-skip = Aller aux graphiques
bar-leaving = Encore un retour, et la page est quittée.
bar-lost = Plus de contact avec le serveur : les touches attendent son retour

## Ways in

mode-debate = Débat
mode-explore = Explorer
mode-understand = Comprendre

## Charts and maps, and what is written on the canvas

stage-charts = Graphiques et cartes
stage-focus = Indicateur du graphique
stage-map_outcome = Indicateur des cartes
stage-define = Que mesure cet indicateur ?
stage-define_of = Définition : { $outcome }
stage-choice = choix
stage-at_choice = Au moment du choix
stage-past = −2 ans
stage-years = { $n } ans
stage-year = Année { $n }
stage-week = Semaine
stage-colon =  :
stage-none = sans changement
stage-see_city = Voir { $city }
stage-map_of = Carte de la ville { $city }
stage-make_focus = Montrer dans le graphique
stage-outage = panne de service (P)
stage-outage_mark = P
stage-ring = 1 sur 100 dans la rue
stage-centre = centre
stage-covered = Caché jusqu’à la révélation.
stage-minus = A moins B
stage-table = Les mêmes données en tableaux
stage-year_column = Années après le choix
stage-district = Quartier
stage-between = entre les deux
stage-one_run = un tirage
stage-mean_runs = moyenne de { $n } tirages
stage-today = aujourd’hui
stage-zoom = Couper l’axe à la partie utile
stage-zoom_short = zoom
stage-axis_cut = Axe coupé : de { $low } à { $high }
stage-why = Pourquoi ?
stage-runs_each = un par un
stage-runs_higher = Plus haut en { $letter } dans { $k } tirages sur { $n }
stage-runs_equal = Aucun écart dans { $n } tirages
stage-runs_within = de moins de { $least } en moyenne
stage-runs_above = C au-dessus des deux dans { $k } tirages sur { $n }
stage-runs_below = C au-dessous des deux dans { $k } tirages sur { $n }
stage-runs_between = C entre les deux dans { $k } tirages sur { $n }
stage-waiting = Les villes prennent vie…
stage-caution = { shared-caution }
stage-no_contact = plus de contact
stage-lanes = Dans la rue, sur 1 000 habitants (pleine hauteur : { $n }) · ◆ fuite de données · ▮ autre événement · P panne
stage-above = { place-above }
stage-below = { place-below }

## Names of cities

city-named = Ville { $letter }
city-room = Ville de la salle
city-altered = { $n ->
        [one] { $n } changement
       *[other] { $n } changements
    }

## The sentence

sentence-one_run = { $outcome } après { $years } : { $values }.
sentence-draft = Un seul tirage, encore une ébauche
sentence-start = { $outcome } au moment du choix : la même ville, les mêmes gens, le même hasard.
sentence-runs = { $outcome } après { $years } : { $values }. { $level }.
sentence-mean = Moyennes de { $n } tirages
sentence-counts =  ; plus haut en { $letter } dans { $k } sur { $n }
sentence-today = Aujourd’hui { $value }
sentence-thirds = , { $apart } entre le meilleur et le pire tiers des quartiers
sentence-assumed = , en supposant « { $set } »
sentence-changed = , avec { $n ->
        [one] { $n } hypothèse changée
       *[other] { $n } hypothèses changées
    }
sentence-without = , sans : { $names }
sentence-level = Plus haut en { $letter }, { $k } tirages sur { $n }
sentence-unclear = Trop proche pour trancher
sentence-undefined = Non défini dans certaines simulations
sentence-small = À peu près pareil : moins de { $least } d’écart
sentence-before = Jusqu’à l’an { $year }, il était nettement plus haut en { $letter }.
sentence-equal = Aucun écart dans { $n } tirages
sentence-sets =  ; de même sous { $v } jeux d’hypothèses sur { $m }
sentence-room = C { $place } dans { $k } tirages sur { $n }
sentence-near = C est à moins de { $least } de { $letters }
sentence-and = { $a } et de { $b }
sentence-years = { $n ->
        [one] { $n } an
       *[other] { $n } ans
    }
# $n est le nombre arrondi, $written ce même nombre écrit.
sentence-decimal_years = { $written } { $n ->
        [one] an
       *[other] ans
    }
sentence-weeks = { $n ->
        [one] { $n } semaine
       *[other] { $n } semaines
    }
sentence-all_runs = Voir { $n } tirages
sentence-error = La simulation a rencontré un problème ; la dernière image reste. C’est noté au journal.

## Where the room’s city lies

place-above = au-dessus des deux
place-below = au-dessous des deux
place-between = entre les deux

## Time bar

foot-play = Lecture
foot-pause = Pause
foot-step = Une semaine de plus
foot-back = Une semaine de moins
foot-reset = Recommencer…
foot-replay = Rejouer le changement
foot-time = Temps : semaines depuis le choix
foot-year = Année { $n }
foot-week = semaine { $n }
foot-event = Événement
foot-speed = Vitesse
foot-levers = Réglages
foot-assumptions = Hypothèses
foot-leave = Retour à la vue de travail
foot-computing = calcul…
foot-caution = { shared-caution }

## Events: as a button says it, what it does, as it is told once it happened

event-breach = Fuite de données
    .help = Des données sortent ; la confiance en est affectée des mois.
    .happened = fuite de données
event-outage = Panne de service
    .help = Les services de quelques quartiers ne marchent qu’en partie pendant { $weeks } semaines.
    .happened = panne dans { $districts ->
        [one] { $districts } quartier
       *[other] { $districts } quartiers
    }
event-spark = Incident déclencheur
    .help = Un fait qui décide des hésitants à sortir.
    .happened = incident déclencheur
event-budget_cut = Baisse de budget
    .help = Moins d’argent pendant quelques semaines.
    .happened = baisse de budget
event-new_technology = Nouvelle technologie
    .help = Une vague d’idées nouvelles arrive.
    .happened = nouvelle technologie
event-reform = Réforme
    .help = À partir de cette semaine, un réglage a une autre valeur.
    .happened = réforme
event-restoration = Restauration
    .happened = restauration de l’ordre
event-drift = Les règles ont bougé
    .happened = les règles ont bougé

## The best one-line case of both camps for each lever: autonomy first, then order first

case-own_residents = Qui détient ses données peut dire non, et on lui demande d’abord.
    .order = Mille petits détenteurs ne voient pas ce qui aide ou menace tous.
case-own_commons = Une fiducie tenue par les habitants les sert et ne répond qu’à eux.
    .order = Une fiducie que nul n’entretient est lente, et quelques-uns décident.
case-own_municipality = La mairie se renverse par le vote ; elle est proche et surveillable.
    .order = La mairie connaît les rues et agit sur les données sans délai.
case-own_platform = Les entreprises vendent ce qu’elles savent ; les quitter coûte cher.
    .order = Les entreprises font vite ce qui marche ; la ville n’a pas leurs moyens.
case-own_state = Un détenteur unique peut se tourner contre chacun, quel que soit le pouvoir.
    .order = Un détenteur unique relie les faits et protège qui n’a pas de défenseur.
case-consent = À qui l’on demande, on partage ce qu’on veut, et l’on fait confiance.
    .order = Où tous partagent, nul ne profite des autres et chacun est compté.
case-curator = Floutées sur l’appareil, les données brutes ne fuient d’aucun centre.
    .order = Floutées au centre, la même protection coûte moins de justesse.
case-epsilon = Un floutage fort laisse compter la ville sans connaître personne.
    .order = Un floutage fort cache d’abord les petits groupes et les démunis.
case-openness = Ce que tous lisent, tous peuvent le vérifier et l’améliorer.
    .order = Ce que tous lisent, voleurs et rivaux le lisent aussi bien.
case-purpose_limit = Qui demande de l’aide ne doit pas craindre que la police écoute.
    .order = Ce qu’un bureau sait peut sauver la vie qu’un autre recherche.
case-aim_wellbeing = Une ville existe pour répondre aux besoins, surtout aux oubliés.
    .order = Les besoins sont sans fin ; qui promet tout ne tient plus rien.
case-aim_cost = Ce qu’on épargne sur les faibles, ce sont eux qui le paient.
    .order = L’argent non gaspillé aujourd’hui est le service de demain.
case-aim_order = L’ordre pour l’ordre finit par surveiller ceux qui se plaignent.
    .order = Sans ordre, les forts prennent la rue et les faibles s’enferment.
case-automation = À quelqu’un on demande pourquoi ; la machine se trompe en masse.
    .order = La machine traite chacun pareil, même la nuit, et coûte moins.
case-digital_only = Qui n’est pas en ligne perd son dû, et personne ne le voit.
    .order = Un seul accès, toujours ouvert, libère du temps pour l’aide.
case-participation = Qui décide de l’argent veille à ce qu’il serve son quartier.
    .order = Peu ont le temps des réunions ; ceux-là décident pour tous.
case-oversight = Un pouvoir contrôlé se trompe moins, et le reconnaît alors.
    .order = Chaque contrôle est un délai, pendant lequel quelqu’un attend.
case-surveillance = Qui est observé parle moins, et l’innocent est observé aussi.
    .order = Qui voudrait nuire hésite là où quelqu’un peut le voir.
case-enforcement = La police dure touche d’abord les pauvres et nourrit ce qu’elle combat.
    .order = Une règle que nul ne fait respecter ne protège que les plus forts.
case-censorship = Ce qu’on ne peut dire ne disparaît pas ; on l’entend trop tard.
    .order = Un faux appel peut jeter une foule au danger avant la vérité.
case-responsiveness = Une ville qui répond à la rue a moins de raisons de la craindre.
    .order = Qui cède aux plus bruyants oublie tous ceux restés chez eux.
case-connectivity = Être joint partout, c’est aussi pouvoir être suivi partout.
    .order = Le réseau partout porte les services jusqu’aux plus éloignés.
case-personalisation = Un fil fait pour moi me cache ce que lit mon voisin de palier.
    .order = Un fil fait pour moi m’épargne ce dont je n’ai aucun usage.
case-places = Où l’on se croise sans rendez-vous, l’inconnu devient voisin.
    .order = Ces lieux coûtent cher, et tous n’y sont pas les bienvenus.
case-continuity = Des quartiers reliés partagent chances, travail et compréhension.
    .order = Des quartiers reliés se transmettent aussi plus vite les troubles.
case-evolving = Des règles mouvantes sont pliées, peu à peu, par les plus forts.
    .order = Des règles figées deviennent fausses dès que le monde bouge.

## Levers

levers-autonomy = L’autonomie d’abord dit
levers-order = L’ordre d’abord dit
levers-levers = Réglages
levers-add_room = + Ville de la salle
levers-remove_room = Retirer la ville de la salle
levers-rename = Renommer
levers-name = Nom de la ville { $letter }
levers-start = Point de départ
levers-about = Mise en garde
levers-blend = Entre les deux villes
levers-blend_left = autonomie d’abord
levers-blend_right = ordre d’abord
levers-blend_caption = Une ligne entre deux villes ; bien d’autres villes sont en dehors.
levers-four = Quatre questions
levers-help = À propos de : { $name }
levers-undo_one = Rétablir : { $name }
levers-reset = Tout rétablir
levers-assumptions = Comportement des gens et des machines
levers-assumptions_door = Hypothèses et contexte
levers-assumptions_note = Les hypothèses valent pour toutes les villes et « sans changement ». Certaines sont discutées ; chacune montre la force de ses preuves et le constat contraire.
levers-set = Jeu d’hypothèses
levers-context = Contexte
levers-source = Source
levers-find = Chercher une hypothèse
levers-contrary = Contre
levers-back = Retour aux réglages
levers-easy = Les plages ne sont pas également faciles à atteindre.
levers-mix = mélange
levers-close = { shared-close }
levers-changed = { $n ->
        [one] { $n } changement
       *[other] { $n } changements
    } depuis { $scenario }

## Levers that share one whole

shares-own = Parts du contrôle
shares-aim = Ce qui est visé

## What is assumed

assumed-set = Hypothèses : « { $set } ». Toutes les villes et « sans changement » ont bougé.
assumed-changed = { $n ->
        [one] { $n } hypothèse diffère
       *[other] { $n } hypothèses diffèrent
    } du jeu « { $set } » : toutes les villes et « sans changement » ont bougé.

## The questions of the debate

question-data = Qui détient les données ?
question-optimisation = Comment la ville décide-t-elle ?
question-street = Que se passe-t-il dans l’espace public ?
question-ties = Comment se rencontre-t-on ?
question-politics = Les règles peuvent-elles bouger ?

## Values of levers and assumptions

value-percent = { $value } %
value-of_hundred = { $value } sur 100
value-today = aujourd’hui { $value }
value-other = Ville { $letter } { $value }
value-yes = oui
value-no = non
option-opt_in = demander d’abord
option-opt_out = partagé sauf refus
option-mandatory = obligatoire
option-central = au centre de données
option-local = sur chaque appareil
option-none = aucun
option-floor = vers le bas
option-round = au plus près
level-minimal = minimal
level-low = bas
level-medium = moyen
level-high = haut
level-maximal = maximal
blur-none = aucun
blur-light = léger
blur-medium = moyen
blur-strong = fort
measure-logits = logits
measure-of_income = du revenu
measure-per_week = par semaine
measure-per_year = par an
measure-residents = habitants
measure-weeks = semaines

## Strength of evidence

strength-strong = preuves solides
strength-moderate = preuves moyennes
strength-weak = preuves faibles
strength-contested = discuté
strength-judgement = jugement d’auteur
strength-theory = théorie

## Debate

debate-script = Le débat
debate-cues = Toutes les séquences
debate-choose = Débat
debate-minutes = { $n } min
debate-planned = { $n } prévues
debate-end = Fin
debate-restart = Revenir au début
debate-next = Suivant
debate-previous = Précédent
debate-cover = Baisser le rideau
debate-replay = Rejouer
debate-tally = Vote à cartes levées
debate-count = Ou compter les cartes
debate-done = Tous les votes sont saisis
debate-runs = Vingt tirages
debate-projector = Vue projecteur (p)
debate-timer = Temps depuis le début
debate-first = autonomie d’abord
debate-second = ordre d’abord
debate-room = La ville de la salle, question par question
tally-told = La salle a dit : { $answer }

## The steps of a cue, as the moderator sees them

step-opening = la question
step-past = le passé commun
step-cities = les deux villes
step-trust = pourquoi s’y fier
step-question = demander
step-vote = voter
step-room = régler la ville
step-curtain = rideau levé jusqu’à l’an { $n }
step-horizon = an { $n }
step-answer = réponse { $n }
step-sets = cinq jeux
step-resident = une vie
step-moved = ce qui a bougé
step-closing = tour de clôture

## The sheet that a moderator prints

cards-time = Temps
cards-cue = Séquence et question
cards-say = Étapes, et quoi dire

## What lies over the charts at a step

trust-title = Pourquoi s’y fier ?
trust-source = { $levers } réglages et { $assumptions } hypothèses, chacun avec sa source, sa solidité et ce qui le contredit.
trust-checked = Les deux villes ont les mêmes gens et le même hasard ; { $runs } tirages et { $sets } jeux d’hypothèses appuient chaque phrase.
trust-cannot = Cela ne dit pas ce qui arrivera : aucune ville ne l’a confirmé, personne ne déménage, la plupart des poids sont jugés.
moved-title = Ce qui a bougé
moved-first = avant
moved-second = maintenant
moved-by = écart
moved-before = Avant : { $answer }
moved-after = Maintenant : { $answer }
moved-none = non compté
closing-title = Une phrase chacun
closing-mind = Qu’est-ce qui me ferait changer d’avis ?
closing-thanks = Qu’a dit l’autre camp que je garde ?

## What the room says: the answer, and what its card says where that is shorter

answer-most = La plupart disent { $letter }
answer-same = À peu près pareil
    .card = pareil
answer-split = Partagé
answer-unknown = Ne sait pas
    .card = ne sait pas
answer-above = { place-above }
answer-between = { place-between }
answer-below = { place-below }

## Understand

understand-title = Ce qui est mesuré, et pour quel mot
understand-note = Chaque mot du débat a ses indicateurs. Aucun n’est ajouté à un autre : il n’y a pas de note unique.
understand-show = Montrer dans le graphique
understand-define = Définition de { $outcome }
understand-near = presque une définition
understand-close = { shared-close }

## The laboratory: map, mechanisms, curves, tours, glossary

lab-map_title = Carte du modèle
lab-map_note = Chaque levier, mécanisme et résultat ouvre ce qui l’explique. Les traits disent ce qui est transmis, non ce que cela pèse ; les pointillés arrivent une semaine après.
lab-from = Du levier
lab-to = au résultat
lab-no_way = Rien ne mène de ce levier à ce résultat.
lab-levers = Leviers
lab-week = La semaine, de haut en bas
lab-outcomes = Résultats
lab-place = Étape { $n } sur { $of } de la semaine
lab-previous = Le mécanisme précédent
lab-next = Le mécanisme suivant
lab-against = Contre :
lab-source = Source :
lab-switch = Avec et sans lui
lab-is_on = Il agit. Éteignez-le pour relancer les deux villes avec le même hasard.
lab-is_off = Il est éteint dans toutes les villes dès le choix.
lab-off_means = Éteint veut dire :
lab-off_too = Éteints aussi : { $names }.
lab-compared = Moyennes de { $n } passages au même hasard, après { $years } ans
lab-with = avec
lab-without = sans
lab-change = écart
lab-equations = Équations
lab-equations_note = Telles qu’elles sont dans le code, noms et mots en anglais. Sous chaque paramètre, sa valeur actuelle ; A et B où les villes diffèrent.
lab-curves = La règle elle-même
lab-assumptions = Hypothèses, les mêmes dans toutes les villes
lab-mechanisms = Les vingt mécanismes d’une semaine
lab-off_now = Éteint :
lab-all_on = Tout rallumer
lab-tours = Parcours
lab-tours_note = Une question chacun : dites ce que vous attendez, voyez ce que donnent les passages, puis essayez.
lab-predict_first = Dites d’abord ce que vous attendez ; le résultat reste caché jusque-là.
lab-may_reveal = C’est noté. Vous pouvez changer d’avis jusqu’à l’étape suivante.
lab-back = Retour
lab-go_on = Suite
lab-leave = Quitter le parcours
lab-you_said = Vous attendiez : { $answer }.
lab-runs_say = Les passages : plus haut en { $letter } dans { $k } sur { $n }.
lab-runs_alike = Les passages : à peu près égal, la moyenne de { $n } diffère de moins que le notable.
lab-on_sheet = C’est sur votre feuille (Ma feuille, plus haut).
lab-find = Chercher un mot, un terme ou un auteur
lab-found = { $found } entrées
lab-term = Dans la littérature :
lab-open = Ouvrir
lab-against_this = Contre : { $text }
lab-rests = Cité pour : { $names }
kind-outcome = résultat
kind-lever = levier
kind-assumption = hypothèse
kind-mechanism = mécanisme
kind-source = source
stop-question = Qu’attendez-vous ?
stop-reveal = Ce que donnent les passages
stop-notice = À remarquer
stop-try = À essayer
stop-cannot = Ce que le modèle ne peut pas dire
stop-reading = À lire
response-hazard = Adopter parmi d’autres
    .x = part des proches qui ont adopté
    .y = chance d’adopter, par an
    .given = où le réseau arrive ; le tout en ligne tel que choisi
response-sharing = Partager par choix
    .x = confiance en la ville
    .y = chance de partager quand on y pense
    .given = crainte moyenne, exposition et services habituels
response-learning = Ce que les machines apprennent des données
    .x = années de données de tous
    .y = justesse
    .given = une loi de puissance, avec une erreur qui reste
response-ideas = Ce que les idées font de l’argent
    .x = idées en usage, début du passé = 1
    .y = service pour une unité d’argent
    .given = machines à demi justes ; délibération telle que choisie
response-incidents = Complexité et accidents
    .x = complexité des systèmes
    .y = pannes et fuites par an
    .given = machines à demi justes ; automatisation telle que choisie
response-outage = Profondeur d’une panne
    .x = décisions automatiques
    .y = part des services qui marchent encore
    .given = aucun autre levier ne joue
response-speaking = Parler sous surveillance
    .x = sentiment d’être observé
    .y = chance de dire ce que l’on pense
    .given = confiance et accord moyens, sans habitude ; filtrage tel que choisi
response-arrest = Risque d’arrestation dans la foule
    .x = gens dans la rue en vue
    .y = chance d’arrestation perçue
    .given = quatre agents en vue, fichiers à moitié pleins ; suivi selon les leviers de la ville
term-wellbeing = bien-être subjectif
term-service_fit = qualité de service, satisfaction des besoins
term-running_cost = frais de fonctionnement
term-expression = liberté d’expression, prise de parole
term-calm = ordre public (1 − délits)
term-trust = confiance institutionnelle
term-illusion = biais de mesure (déclaré moins vécu)
term-wellbeing_low = premier décile du bien-être
term-agency = efficacité politique
term-gap_districts = inégalité entre quartiers
term-gap_hardship = gradient social
term-harmed = préjudices des données, incidence
term-takeup = recours aux droits (contraire du non-recours)
term-isolated = isolement social
term-crossing = capital social de liaison
term-like_minded = homophilie, chambre d’écho
term-machine_mediated = communication médiatisée par ordinateur
term-adoption = diffusion des innovations
term-sharing = taux de consentement
term-coverage = couverture d’un échantillon
term-estimate_error = erreur quadratique moyenne
term-concentration = indice de Herfindahl-Hirschman
term-exposure = risque pour la vie privée
term-productivity = productivité globale des facteurs
term-ai_quality = courbe d’apprentissage, justesse de prédiction
term-incidents = accidents normaux
term-active = participation à l’action collective
term-opinion_spread = polarisation (écart type)
term-selection = biais de sélection
term-silence = falsification des préférences
term-promise_gap = écart de mise en œuvre
term-catalyst_ratio = taux de reproduction des idées (autocatalyse)
term-mood_coupling = couplage de champ moyen J
term-mood = effervescence collective, champ moyen
term-chilling = effet dissuasif (chilling effect)
term-spiral = spirale du silence
term-inertia = effet d’option par défaut
term-concern_push = calcul de confidentialité (privacy calculus)
term-spill = externalité de vie privée
term-imitation_q = coefficient q de Bass
term-innovation_p = coefficient p de Bass
term-divide = fracture numérique
term-recorded_share = boucle de rétroaction de la police prédictive
term-backlash = hypothèse du contrecoup (en n)
term-strategic = substituts et compléments stratégiques
term-lock_in = verrouillage fournisseur
term-loss_weight = aversion aux pertes
term-bound = confiance bornée
term-habituation = adaptation hédonique
term-learn_beta = exposant de la loi d’échelle
term-coupling = rapport de branchement d’une cascade
term-gate = charge administrative
term-conversion = écart entre intention et acte
term-audit_trust = justice procédurale
term-capture = inégalité de participation
term-lobbying = capture du régulateur
term-displacement = hypothèse du déplacement
term-epsilon = confidentialité différentielle, ε
term-curator = modèle central ou local de confidentialité différentielle
term-consent = consentement préalable, refus, obligation
term-purpose_limit = limitation des finalités
term-digital_only = dématérialisation
term-participation = budget participatif
term-oversight = audit, redevabilité
term-automation = décision automatisée
term-personalisation = sélection algorithmique
term-censorship = censure du réseau
term-places = infrastructure sociale
term-own_commons = fiducie de données, communs numériques
term-own_residents = souveraineté sur les données
term-own_platform = propriété des plateformes
term-mobilisation = modèle à seuil de la violence civile
term-opinion = dynamique d’opinion
term-ties = évolution du réseau
term-complexity = théorie des accidents normaux
term-politics = dérive institutionnelle

## Panels

panel-event_where = Où
panel-event_list = Événements prévus
panel-event_remove = Retirer
panel-exact = Exactement
panel-covered = Visible une fois son rideau levé.
panel-answers = Le mot du débat
panel-left_out_text = Personne ne part ni n’arrive ; ni marché du logement, ni élections, ni politique nationale, ni climat. Un habitant simulé en représente beaucoup. Le modèle n’a été validé sur aucune ville, et la plupart des poids sont affaire de jugement.
panel-difference = Carte de la différence, A moins B
panel-swap = Échanger les côtés
panel-stage_on = Vue projecteur
panel-stage_off = Vue de travail
panel-large = Grande scène : graphique et phrase seuls
panel-attribution = Carte et chiffres
panel-notes = Notes sur les données
panel-export = Emporter
panel-picture = Image des graphiques (PNG)
panel-numbers = Nombres, semaine par semaine (CSV)
panel-link = Copier le lien de cette page telle quelle
panel-command = Copier la commande
panel-design = Explorer autour : un plan d’expériences pour des milliers de simulations (TOML)
panel-report = Rapport à imprimer
panel-copied = Copié.
panel-stage_window = Fenêtre de scène sur un second écran
panel-keys = Touches
panel-keys_on = Les touches simples agissent
panel-undo = { bar-undo }
panel-redo = { bar-redo }
panel-replay = { foot-replay }
panel-restart = { foot-reset }
panel-restart_text = Ce qui est réglé serait perdu. Revenir au choix le garde.
panel-rewind = Revenir au choix
panel-rewind_note = Réglages, hypothèses et événements restent.
panel-restart_sure = Tout recommencer
panel-restart_note = Les deux villes, tous les réglages, hypothèses et événements comme à l’ouverture. Annuler les ramène.
panel-reform_lever = Réglage
panel-reform_value = Nouvelle valeur
panel-reform_do = Réformer

## Titles of panels

panel-title-event = Faire arriver quelque chose
panel-title-more = Plus
panel-title-model_map = Carte du modèle
panel-title-glossary = Glossaire
panel-title-essay = { essay-title }
panel-title-classroom = Pour les enseignants
panel-title-residents = Tous les habitants
panel-title-left_out = { shared-left_out }
panel-title-sets = { shared-sets }
panel-title-runs = Tirage par tirage
panel-title-resident = { $cities ->
        [3] Un habitant, trois villes
       *[other] { shared-resident }
    }
panel-title-report = { panel-report }
panel-title-restart = Tout recommencer ?
panel-title-keys = { panel-keys }
panel-title-own_city = Votre propre ville

## The panel of events

panel-event-all = Toutes les villes
panel-event-when = À la semaine affichée : { $when }
panel-event-first = Juste après le choix. Pour une autre semaine, placez-y d’abord la barre de temps.

## The panel of one outcome

direction-more = Plus est en général jugé meilleur.
direction-less = Moins est en général jugé meilleur.
direction-none = Ni plus ni moins n’est meilleur en soi.
define-definitional = Le niveau découle presque directement des réglages : un écart est ici presque une définition.

## The panel of runs

runs-note = { $outcome } après { $years } ans. Chaque tirage a son propre hasard, le même dans toutes les villes, et { $residents } habitants.
runs-run = Tirage
runs-gap = { $a } moins { $b }
runs-mean = Moyenne
runs-middle = { $k } tirages sur { $n } sont entre
runs-range = { $low } et { $high }

## The panel of sets of assumptions

sets-note = Moyennes de { $n } tirages, après { $years } ans. Aucun jeu n’est le bon ; chaque camp peut choisir le sien.
sets-pick = Supposer ceci

## The panel of one resident, year by year

diary-drawn = Le suivant d’une liste que personne n’a choisie, dans une ville de { $residents } habitants. La même personne, le même hasard, dans chaque ville.
diary-another = L’habitant suivant
diary-band = en gris : la moitié centrale des habitants
diary-living = Calcul de ces années…
diary-chart = Bien-être, sur 100, à partir du choix
diary-choice = choix
diary-years = 10 ans
diary-who-lives = Vit à { $district }.
diary-who-less = A moins besoin que la plupart des services de la ville.
diary-who-alike = A besoin des services de la ville à peu près comme les autres.
diary-who-more = A plus besoin que la plupart des services de la ville.
diary-who-freedom = Tient à décider pour soi.
diary-who-order = Tient à l’ordre et à la sûreté.
diary-who-both = Tient autant à avoir les mains libres qu’à l’ordre.
diary-uses-still = Utilise les services numériques, comme avant.
diary-uses-never = Se passe des services numériques, comme avant.
diary-uses-began = Utilise les services numériques à partir de l’an { $year }.
diary-uses-ended = Abandonne les services numériques l’an { $year }.
diary-uses-tried = Essaie les services numériques l’an { $year }, puis les quitte.
diary-shares-still = Ses données sont partagées, comme avant.
diary-shares-never = Ne partage pas de données, comme avant.
diary-shares-began = Ses données sont partagées à partir de l’an { $year }.
diary-shares-ended = Ses données ne sont plus partagées à partir de l’an { $year }.
diary-shares-tried = Ses données sont partagées dès l’an { $year }, puis ne le sont plus.
diary-street = Descend dans la rue l’an { $year }, { $n ->
        [1] une semaine
        [one] { $n } semaine
       *[other] { $n } semaines en tout
    } : { $reason }.
diary-because-trust = la confiance dans la ville était tombée à { $trust } sur 100
diary-because-services = les services étaient en deçà de l’attente
diary-because-others = beaucoup d’autres, tout près, y étaient
diary-held = Est en détention { $n ->
        [1] une semaine
        [one] { $n } semaine
       *[other] { $n } semaines
    }.
diary-leak = Ses données fuient { $n ->
        [1] une fois
       *[other] { $n } fois
    }.
diary-outage = Les services sont en panne { $n ->
        [1] une semaine
        [one] { $n } semaine
       *[other] { $n } semaines
    }.
diary-spoke = Dit ouvertement ce qu’il y a à dire { $share } semaines sur 100.
diary-wellbeing = Le bien-être passe de { $first } à { $last } ; la moitié des habitants finit entre { $low } et { $high }.

## Residents: all of them, and one by week

people-picture-spread = Comment c’est réparti
people-picture-scatter = Moi ici, moi là-bas
people-picture-district = Un quartier
people-picture-watched = Suivre une personne
people-state = Ce que l’on regarde
people-by = Selon
people-by-hardship = les difficultés
    .note = Tiers d’habitants selon leurs difficultés ; les mêmes personnes dans chaque ville.
people-by-opinion = l’opinion
    .note = Selon l’opinion au moment du choix, pour comparer les mêmes personnes.
people-by-use = l’ancienneté d’usage
    .note = Selon la durée d’usage des services numériques dans cette ville ; les groupes diffèrent d’une ville à l’autre.
people-by-district = le quartier
    .note = Selon le quartier du domicile. Les petits quartiers ont peu d’habitants : voir leur nombre.
people-hardship-least = Le moins de difficultés
people-hardship-some = Quelques difficultés
people-hardship-most = Le plus de difficultés
people-opinion-order = L’ordre d’abord
people-opinion-both = Les deux autant
people-opinion-freedom = L’autonomie d’abord
people-use-none = Sans usage
people-use-new = Moins de { $years } ans
people-use-long = { $years } ans ou plus
people-use-always = Depuis avant le choix
people-note = Un tirage de { $n } habitants, au bout de { $years } ans. Les mêmes personnes et le même hasard dans chaque ville.
people-quantiles = Trait : du dixième le plus bas au dixième le plus haut ; barre : la moitié du milieu ; marque : la moyenne.
people-shares = Marque : la part de ceux pour qui c’est vrai.
people-group = Groupe
people-count = Habitants
people-counted = Plus haut en { $a } : { $here }. Plus haut en { $b } : { $there }. Pareil : { $same }.
people-mine = La personne suivie : { $here } en { $a }, { $there } en { $b }.
people-apart = Les nombres entiers sont un peu écartés, pour que les points ne se cachent pas.
people-alike = pareil dans les deux
people-press = Touchez un point pour suivre cette personne.
people-covered = Rien des années n’est montré avant que vous ayez dit ce que vous attendez.
people-dots = { $n ->
        [one] Un habitant
       *[other] { $n } habitants
    } de { $district }, chacun au même endroit dans chaque ville ; ce ne sont pas leurs vrais domiciles.
people-place = Quartier
people-next = La personne suivante
people-week = Semaine { $week } après le choix (année { $years })
people-week_name = Semaine
people-jump = À la prochaine semaine dans la rue
people-never = Jamais dans la rue dans aucune de ces villes.
people-why = Pourquoi, cette semaine-là
people-why_note = La règle même du modèle, terme à terme : envie = grief × (1 + attrait de la foule) − coût − lassitude.
people-term-grievance = Grief
people-term-feel = Attrait de la foule
people-term-cost = Coût attendu d’une sortie
people-term-weariness = Lassitude
people-term-urge = Envie
people-term-threshold = Seuil
people-why-held = Détention : impossible de sortir.
people-why-stays = L’envie, { $urge }, ne dépasse pas le seuil, { $threshold } : reste chez soi.
people-why-lets = L’envie dépasse le seuil, mais vouloir n’est pas faire : le tirage, { $draw }, n’est pas sous { $conversion }. Reste chez soi.
people-why-goes = L’envie, { $urge }, dépasse le seuil, { $threshold }, et le tirage, { $draw }, est sous { $conversion } : va dans la rue.
people-why-out_already = L’envie, { $urge }, dépasse le seuil, { $threshold }, et la personne y était déjà : y retourne.
people-why-spark = L’envie seule ne suffirait pas : un fait déclencheur fait sortir la personne.
people-why-off = La foule est coupée : personne ne décide de sortir.
people-speech-spoke = Dit ouvertement ce qu’il y a à dire : la probabilité est de { $chance } sur 100, le tirage { $draw }.
people-speech-silent = Se tait : la probabilité de parler est de { $chance } sur 100, le tirage { $draw }.
people-speech-held = En détention, se tait.
people-sharing-forced = Les données sont partagées par obligation ; par choix, ce serait { $chance } sur 100.
people-sharing-suffers = Subit un mauvais usage et ne partage rien ; sans cela, { $chance } sur 100.
people-sharing-unasked = Ne pense pas à ses données cette semaine ; sinon, partagerait avec une probabilité de { $chance } sur 100.
people-sharing-default = Pense à ses données et garde ce qui est prévu ; sinon, { $chance } sur 100.
people-sharing-chose = Choisit pour ses données : la probabilité de partager est de { $chance } sur 100, le tirage { $draw }.
people-everything = Toutes les variables cette semaine-là
people-open = Montrer sur toutes les semaines
people-parts = Vers quoi va le bien-être, part par part, en points de 100
people-part-common = Pour tous : base, argent rendu, rente des données
people-part-income = Revenu
people-part-services = Services
people-part-ties = Liens
people-part-say = Prise sur les décisions
people-part-privacy = Intimité perdue
people-part-safety = Sûreté
people-part-ease = Commodité du numérique
people-part-time = Temps pris par la participation
people-part-detention = Détention
people-part-harm = Tort des données ou d’une machine
people-part-resentment = Partage imposé
people-part-sum = Somme

state-hardship = Difficultés
state-concern = Souci de l’intimité
state-risk = Aversion au risque
state-first_opinion = Opinion au début
state-need = Besoin de services
state-adopted_ties = Amis qui utilisent le numérique
state-active_ties = Amis dans la rue
state-detained_ties = Amis détenus
state-mood_nearby = Humeur des amis joignables
state-opinion_gap = Distance aux opinions entendues
state-agree = Voix entendues de son propre avis
state-adopted = Utilise les services numériques
state-joined = S’y est mis cette semaine
state-connected = Atteint par le réseau
state-shares = Données partagées
state-willing = Disposition à partager là où il le faut
state-record = Ce qui est conservé au dossier
state-recognition = Connu des services
state-turnout = Participation aux votes du budget
state-takeup = Services reçus parmi ceux dus
state-satisfaction = Satisfaction quant aux services
state-harm_weeks = Semaines de préjudice restantes
state-watched = Se sent observé
state-accustomed = Habitué à être observé
state-mediated = Contacts par la machine
state-tie_worth = Ce que valent les liens
state-speaks = Dit ce qu’il y a à dire
state-mood = Humeur de la foule
state-weariness = Las de protester
state-acted = Souvenir d’avoir agi
state-acting = Est sorti dans la rue
state-active = Dans la rue, non arrêté
state-detention = Semaines de détention restantes
state-trust = Confiance dans la ville
state-expectation = Satisfaction attendue
state-privacy_lost = Intimité perdue, telle que ressentie
state-agency = Prise sur les décisions
state-wellbeing = Bien-être
state-opinion = Opinion : l’ordre d’abord sous 0, l’autonomie au-dessus
state-opinion_anchor = Où l’opinion se fixe
state-tie_count = Nombre de liens
state-digital_count = Liens numériques

## The essay sheet, kept by the visitor's browser

essay-title = Ma feuille
essay-note = Ce que vous rassemblez ici reste dans ce navigateur : personne d’autre ne le voit, rien n’est envoyé. Vos prédictions des visites y viennent d’elles-mêmes.
essay-empty = Rien encore.
essay-add_figure = Ajouter l’image des graphiques
essay-add_note = Ajouter une note
essay-note_title = Note
essay-print = Imprimer
essay-full = Le navigateur n’a plus de place. Enlevez une image, ou imprimez et recommencez.
essay-up = Monter
essay-down = Descendre
essay-remove = Enlever
essay-write = Vos mots à vous
essay-receipt = Reçu : comment retrouver ces chiffres
essay-erase = Tout effacer
essay-prediction = Ce que j’attendais : { $title }
essay-figure_title = { $outcome }, au bout de { $years } ans

## The teacher's page, and the worksheet

class-note = Pour un cours avec cette page : où la classe la trouve, quoi imprimer, quoi faire et quand. Ni comptes ni notes ; rien de ce que font les élèves n’est gardé.
class-reach = Où les élèves trouvent la page
class-large = En grand, avec un code pour téléphones
class-alone = Cette page ne répond qu’à cette machine. Pour y laisser entrer une classe, lancez-la par
class-seats = Elle accepte { $seats } personnes à la fois ; présentes maintenant : { $taken }. Cette machine a { $processors ->
        [one] un processeur
       *[other] { $processors } processeurs
    }.
class-measured = Mesuré sur { $processors } processeurs occupés aussi à autre chose (charge { $load }) : pour { $sessions } visiteurs bougeant tous des curseurs, 19 premières courbes sur 20 en moins de { $p95 } s ; dans la pire des sessions, en moins de { $worst } s.
class-prepare = Préparer une visite
class-tour = Visite
class-step = S’ouvre à
class-link = Lien pour la classe :
class-copy = Copier
class-copied = Copié.
class-open_curtain = Dès la deuxième étape, le rideau est ouvert : qui entre là voit ce que donnent les tirages sans l’avoir prédit.
class-worksheet = Imprimer la fiche de cette visite
class-plan_title = Un cours de { $minutes } minutes
class-minutes = { $minutes } min
class-plan-start = Avant : lien et fiche. Chacun ouvre la page, sans compte. Lire à voix haute la question de la visite.
class-plan-read = Visite « Comment lire » ensemble au projecteur : ce qu’est une ligne, ce que fait le hasard, plus haut veut dire plus et non mieux.
class-plan-predict = Chacun pour soi : étape 1 de votre visite. Prédire, et écrire une raison sur la fiche avant que quiconque regarde.
class-plan-tour = À deux : étapes 2 à 4. Que donnent les tirages ? Que remarquez-vous ? Une chose à essayer par personne.
class-plan-talk = Ensemble : qui est surpris, et pourquoi ? Étape 5 : que ne peut dire le modèle ? De quelle hypothèse douter d’abord ?
class-plan-second = Une deuxième visite au choix, ou la même avec une autre ville, un autre jeu d’hypothèses, un mécanisme coupé.
class-plan-residents = « Tous les habitants » : la même personne ici et là-bas. Pour qui est-ce mieux, pour qui moins bien ?
class-plan-essay = Chacun pour soi : « Ma feuille ». Deux figures avec leurs reçus, ce qui était prédit, dix phrases.
class-plan-close = À emporter : une chose que le modèle montre, une qu’il suppose, une qu’il ne peut dire.

worksheet-name = Nom :
worksheet-why = Parce que :
worksheet-essay = Ce que je conclus, et ce qui me ferait changer d’avis

## What is taken away

export-scenario = Ville { $letter } en fichier de scénario (TOML)
export-prints = Elle écrit les chiffres de la phrase après { $years } ans : { $n } tirages de { $residents } habitants.
export-files_own = Elle lit { $files } dans le dossier où elle est donnée et, à côté, { $mapping }, enregistré lors du contrôle de la ville.
export-files_first = Enregistrez d’abord { $files } depuis le menu ⋯, dans le dossier où la commande est donnée.
export-mean = Après le choix, les valeurs des indicateurs sont des moyennes de { $n } tirages ; les gens dans la rue (active) sont ceux d’un seul.
export-draft = Une ébauche : ces valeurs sont de { $n } habitants ; le calcul complet n’était pas fini.
export-scale = Les valeurs sont celles du modèle : de 0 à 1 là où la page dit sur 100. Sur la page

## Les six réponses : leurs questions, et ce qui entoure leurs images

six-why = Pourquoi diffèrent-elles ?
six-who = Qui s’en sort mieux ?
six-assumed = { shared-sets }
six-flip = Qu’est-ce qui renverserait la réponse ?
six-district = Mon quartier
six-choice = Y a-t-il un autre choix ?
six-year = An { $year }
six-levels = { $outcome }, an { $year } : { $pair }.
six-levels_word = { $outcome }, an { $year } : { $pair } ; { $word }.
six-covered = Le rideau est baissé : pas de réponse avant qu’il se lève.
six-choice-wait = On peut choisir entre deux indicateurs dès que tous deux sont révélés.
six-asked = Ce qu’on sait déjà sera ici dans un instant.
six-failed = Cette réponse n’a pas pu être calculée ; la raison est dans le journal.
six-computing = En cours de calcul
six-provisional = Premier aperçu, tiré de peu de simulations ; il s’affermit
six-done =  : { $done } villes sur { $total } à cette étape
six-looks = { $looks } écarts ont été regardés ; { $seeds } tirages du hasard, { $residents } habitants par ville.
six-higher = plus haut en { $city }
part-data = données
part-optimisation = décisions
part-street = rue
part-ties = liens
part-politics = dérive des règles
part-events = événements
sixpage-answers = Les six réponses
sixpage-years = Année regardée
sixpage-picture = Image (PNG)
sixpage-numbers = Tableau (CSV)
sixpage-table = La même chose en tableau
sixpage-search = Tapez trois lettres
sixpage-find = Montrer
sixpage-there = L’y mettre
sixpage-colon = { stage-colon }
sixpage-back = Tout remettre
sixpage-across = En travers
sixpage-up = En hauteur
sixpage-load = Charger un point comme ville C

# 1, pourquoi
six-why-most = Surtout : { $part }.
six-why-none = Rien à répartir.
six-why-raises = élève A au-dessus de B
six-why-lowers = abaisse A sous B
six-why-range = clair : seul le premier, ou le dernier
six-why-square = Seules données et décisions changent, le reste comme en B
six-why-replace = { $a } et { $b } font le même travail.
six-why-need = { $a } et { $b } ont besoin l’un de l’autre.
six-why-part = Partie
six-why-share = Part de A moins B
six-why-low = De
six-why-high = À
six-why-first = Changée la première
six-why-last = Changée la dernière

# 2, qui
six-who-better = { $outcome }, an { $year } : sur 100 habitants, { $a } vont mieux en { $in_a }, { $b } en { $in_b }, { $c } pareil.
six-who-more = { $outcome }, an { $year } : sur 100 habitants, { $a } en ont plus en { $in_a }, { $b } en { $in_b }, { $c } autant.
six-who-nobody = { $outcome } n’est pas une moyenne d’habitants : on ne peut compter personne ici.
six-who-a = en A
six-who-b = en B
six-who-equal = à peu près pareil
six-who-group = Groupe
six-who-all = Tous les habitants
six-who-residents = Habitants
six-who-worse = Vont sûrement moins bien en { $city } : { $groups }.
six-who-worse_all = En { $city }, presque tous les groupes vont sûrement moins bien.
six-group-hardship-0 = moins de besoins
six-group-hardship-1 = besoins moyens
six-group-hardship-2 = plus de besoins
six-group-opinion-0 = l’ordre d’abord
six-group-opinion-1 = entre les deux
six-group-opinion-2 = la liberté d’abord
six-group-harmed = lésés en { $city }
six-group-held = détenus en { $city }
six-group-isolated = isolés en { $city }
six-group-districts = { $n ->
        [one] { $n } quartier
       *[other] { $n } quartiers
    }

# 3, sous quelles hypothèses
six-assumed-sentence = { $outcome }, an { $year } : sur { $n } hypothèses admissibles, A est plus haut dans { $a } %, B dans { $b } %.
six-assumed-sample = { $n } hypothèses tirées sur toute l’étendue de { $varied } nombres ; gris : trop proches
six-assumed-close = trop proches
six-flip-missing = aucun en { $n } essais
six-assumed-alike = Si tous les détenteurs abusent pareillement ({ $n } tirages) : A { $a } %, B { $b } %.
six-assumed-set = Jeu d’hypothèses
six-assumed-word = Écart
six-assumed-share = Part des hypothèses : A plus haut, B plus haut, trop proches

# 4, ce qui renverserait la réponse
six-flip-sentence = { $outcome } se renverse si « { $name } » passe de { $start } à { $to }.
six-flip-none = Aucun changement seul ne la renverse ; { $n } ont été essayés.
six-flip-no_lead = Aucune avance à renverser.
six-flip-joint = Les { $n } ensemble la renversent, chacune de { $percent } % de son étendue en moyenne.
six-flip-moved = Des hypothèses sont déplacées : les courbes suivent.
six-flip-now = ici
six-flip-there = s’y renverse
six-flip-share = de son étendue
six-flip-assumption = Hypothèse
six-flip-kind = Sorte
six-flip-from = De
six-flip-to = À
six-flip-distance = Part de son étendue

# 5, mon quartier
six-district-choose = Tapez trois lettres, ou touchez un quartier.
six-district-unmapped = { $outcome } n’est pas mesuré par quartier ; choisissez une autre mesure.
six-district-sentence = { $outcome }, an { $year }, { $place } : { $here }. Toute la ville : { $whole }.
six-district-behind = { $n } habitants sur { $all } sont derrière ; A moins B va de { $low } à { $high } : { $word }.
six-district-place = Lieu
six-district-whole = toute la ville
six-district-year = an

# 6, un autre choix
six-choice-sentence = { $x } et { $y }, an { $year } : { $k } villes sur { $m } imbattues, { $r } sous tous les jeux.
six-choice-more = plus vaut mieux
six-choice-less = moins vaut mieux
six-choice-best = imbattue
six-choice-robust = imbattue sous tous les jeux
six-choice-other = battue
six-choice-city = Ville
six-choice-load = Un point se charge comme ville de la salle.
six-choice-mixed = B avec, de A : { $taken }

## Keys of the keyboard, and what they do

key-pages = Page suivante, Page précédente
    .does = étape suivante, précédente (débat)
key-space = Espace
    .does = lecture et pause
key-arrows = ← →
    .does = une semaine de moins, de plus
key-six = 1 à 6
    .does = pourquoi, qui, quelles hypothèses, ce qui renverserait la réponse, mon quartier, un autre choix
key-p = p
    .does = vue projecteur
key-l = l
    .does = grande scène : graphique et phrase seuls
key-b = b
    .does = écran noir
key-x = x
    .does = échanger les côtés
key-r = r
    .does = rejouer le changement
key-t = t
    .does = les tirages derrière la phrase
key-z = z
    .does = couper l’axe à la partie utile
key-u_y = u, y
    .does = annuler, rétablir
key-help = ?
    .does = ces touches

## The report to print

report-title = Deux villes : rapport d’une comparaison
report-values = Valeurs
report-values_note = Un tirage de { $residents } habitants ; chaque valeur est la moyenne des quatre semaines qui closent l’année.
report-values_mean = Moyennes de { $n } tirages de { $residents } habitants ; chaque valeur est la moyenne des quatre semaines qui closent l’année.
report-unfinished = Le calcul n’est pas fini : il n’y a pas encore de valeurs. Rouvrez le rapport dans un instant.
report-outcome = Indicateur
report-year = an { $n }
report-levers = Réglages qui diffèrent
report-lever = Réglage
report-today = aujourd’hui
report-assumptions = Hypothèses
report-set = Jeu d’hypothèses : { $set }
report-events = Événements déclenchés
report-room = Ce que la salle a dit
report-receipt = Reçu
report-none = Aucune n’a été changée.
report-zoomed = Sur l’image, l’axe du graphique est coupé, comme il y est écrit.

## An own city: files to pick, and the screen on which everything read of them is checked

own-door = Ouvrir votre propre ville
own-intro = Choisissez un fichier de quartiers avec leur population : un tableau, des limites, ou les deux. Rien ne quitte cette machine.
own-closed = Cette page ne prend pas de fichiers, parce que d’autres peuvent aussi l’atteindre. Sur votre propre machine, lancée par two-cities app, elle en prend.
own-slot-districts = Quartiers : des limites ou un tableau
    .help = { $endings } ; { $most } Mo au plus, tableaux 12 Mo.
own-slot-figures = Chiffres des mêmes quartiers, s’ils sont à part
    .help = { $endings } ; joints par un code ou par le nom.
own-slot-mapping = Fichier de correspondance d’un contrôle précédent
    .help = { $endings }
own-pick = Choisir un fichier
own-other_file = Choisir un autre fichier
own-drop = Retirer
own-sending = { $name } est en cours de remise : { $percent } %
own-too_large = { $name } dépasse { $most } Mo.
own-wrong_kind = { $name } n’est pas d’un type lu ici : { $endings }.
own-empty = { $name } est vide.
own-reading = Lecture des fichiers…
own-headline = { $districts ->
        [one] { $districts } quartier
       *[other] { $districts } quartiers
    }, { $people } habitants ; { $basis }.
own-problems = { $n ->
        [one] Une chose s’y oppose :
       *[other] { $n } choses s’y opposent :
    }
own-basis-absolute = difficultés selon leur niveau
own-basis-rank = difficultés par rang dans la ville
own-basis-mixed = difficultés en partie selon le niveau, en partie par rang
own-basis-drawn = difficultés tirées au sort
own-guesses = Ce qui a été compris
own-guessed = deviné
own-said = dit par vous
own-open = à vous de dire
own-none = aucun
own-guess-name = Nom du quartier
own-guess-key = Code du quartier
own-guess-population = Population
own-guess-population_unit = Population comptée en
own-guess-indicator = Objet des chiffres
own-guess-value = Chiffres
own-guess-only = Lignes lues, selon { $column }
own-newest = le plus récent pour chaque chiffre
own-guess-area_km2 = Superficie en km²
own-guess-table = Chiffres joints
own-guess-header = Ligne qui nomme les colonnes
own-guess-sheet = Feuille
own-guess-layer = Couche
own-guess-encoding = Encodage
own-guess-separator = Entre les cellules
own-guess-decimal = Signe décimal
own-guess-crs = Système de référence
own-guess-swapped = Latitude en premier
own-separator-comma = virgule
own-separator-semicolon = point-virgule
own-separator-tab = tabulation
own-separator-bar = barre verticale
own-decimal-comma = virgule
own-decimal-point = point
own-unit-1 = personnes
own-unit-1000 = milliers
own-unit-1000000 = millions
own-swapped-true = oui
own-swapped-false = non
own-header-rows = lignes { $rows }
own-header-row = ligne { $rows }
own-reads = { $word } ({ $encoding })
own-indicators = Difficultés
own-add = Une autre colonne
own-raises = accroît les difficultés
own-lowers = réduit les difficultés
own-unused = pas utilisée
own-reason-unsure = son nom ne dit pas dans quel sens
own-reason-count = compte des personnes ; il faut une part
own-reason-text = ne contient pas de nombres
own-districts = Quartiers
own-search = Chercher un quartier
own-district = Quartier
own-people = Habitants
own-hardship = Difficultés, sur 100
own-counts = Compte
own-drawn = tirées au sort
own-more_rows = et { $n } de plus : précisez la recherche
own-out-stated = écarté par vous
own-out-empty = ni nom ni chiffres
own-out-again = la même ligne répétée
own-out-total = un total d’autres lignes
own-out-whole = la ville entière
own-out-nowhere = d’aucun quartier connu
own-out-nobody = sans limites ni habitants
own-map = Carte des difficultés, { $districts } quartiers
own-no_map = La carte apparaît dès que rien ne s’y oppose.
own-squares = Des carrés, pas la vraie carte
own-unsourced = source des données non précisée
own-notes = Ce que la lecture a constaté
own-words = Ce que la page et les exports en disent
own-words-title = Nom de la ville
own-words-attribution = Source des données
own-words-licence = Licence
own-take = Montrer cette ville
own-save = Enregistrer la correspondance ({ $name })
own-save_note = À côté de vos fichiers, elle vous épargne tout ceci la prochaine fois.

## Links

link-older = Ce lien vient d’une version antérieure ({ $version }) de la page ; il a été repris en version { $now }.
link-model = Il a été fait avec la version { $then } du modèle ; celle-ci est la { $now }, les nombres peuvent différer.
link-city = Ce lien montre la ville { $city }, que cette page n’a pas. Pour l’ouvrir, lancez la page avec le fichier de cette ville : two-cities app --city FICHIER.
link-dropped = Inconnu ici, et laissé de côté : { $names }.

## The server has no seat, or the page could not be drawn

server-waiting = Toutes les places de ce serveur sont prises. Cette page s’ouvre d’elle-même dès qu’il s’en libère une : vous êtes numéro { $n } dans la file.
server-crowded = Ce serveur est plein, la file aussi. Cette page réessaie d’elle-même.
server-join = Tapez cette adresse, ou visez l’image avec l’appareil photo de votre téléphone
server-broken = L’affichage a rencontré un problème. C’est noté au journal.
server-again = Réessayer

## Cities: titles, and notes on the data of a city

city-invented = Une ville inventée
city-not_stated = non précisé
city-note-invented = Tout ici est inventé : quartiers, logements et difficultés sont tirés au sort.

## Calibration

calibration-title = Hypothèses calées
calibration-reason = Médianes des { $kept } points sur { $points } les plus proches ({ $outcomes }).

## A plain number in generated tables

docs-number = nombre

## Villes : ce que la lecture d’un fichier a révélé

reading-more = { $names } et { $n } de plus
reading-lines-above = Lignes au-dessus de l’en-tête, laissées de côté : { $count } ; l’en-tête est la ligne { $line }.
reading-header-joined = Les colonnes sont nommées par les lignes { $rows } ensemble, par supposition.
reading-lines-below = Remarques sous le tableau, laissées de côté : { $count }, à partir de la ligne { $line }.
reading-second-header = La ligne { $line } contient des codes ou des unités, pas un quartier : laissée de côté.
reading-labels = Les codes des colonnes sont remplacés par leurs libellés, en ligne { $line }.
reading-header-again = L’en-tête figure à nouveau dans le tableau, omis : ligne { $lines }.
reading-long = Une ligne par chiffre : une colonne a été faite de chaque { $indicator }, avec les chiffres de { $value }, pour { $count } quartiers.
reading-filled-down = Colonne { $column } : une cellule vide est lue comme celle du dessus, comme dans des cellules fusionnées.
reading-only = Colonne { $column } : seules les lignes { $value } sont lues, parmi { $names }, ce qui est une supposition. D’autres se choisissent par [only] dans { $mapping }.
reading-newest = Colonne { $column } : la valeur la plus récente qui ait des chiffres est lue, { $value }, parmi { $names }. Une autre se choisit par [only] dans { $mapping }.
reading-newest-each = Colonne { $column } : pour chaque chiffre, la valeur la plus récente est lue, { $told }. Une seule pour tous se choisit par [only] dans { $mapping }.
reading-columns-twice = Colonnes présentes plusieurs fois, numérotées ici : { $names }.
reading-trailing = Séparateurs en fin de ligne sans rien derrière : { $count } lignes.
reading-layers = Le fichier contient les couches { $names } ; lue : { $used }.
reading-sheets = Le classeur contient les feuilles { $names } ; lue : { $used }, par supposition. Une autre se choisit par sheet = "..." dans { $mapping }.
reading-hidden = Lignes masquées dans le classeur, et lues quand même : { $names }. Pour les laisser de côté, écrivez leave_out = [{ $quoted }] dans { $mapping }.
reading-hidden-columns = Colonnes masquées dans le classeur, et lues quand même : { $names }.
reading-as-shown = Lues comme le classeur les montre, selon leur format de nombre (0,23 comme 23 %, milliers omis), dans la colonne : { $names }.
reading-encoding = Pas en UTF-8 : lu en { $encoding }, par supposition. Si des noms semblent faux, indiquez encoding dans la correspondance ou enregistrez le fichier en UTF-8.
reading-joined = Chiffres de { $table } joints aux limites par la colonne { $column } : { $count } quartiers.
reading-no-figures = Limites sans chiffres, laissées de côté : { $names }.
reading-no-boundary = Chiffres sans limites, laissés de côté : { $names }.
reading-names-repeat = Des noms identiques sont distingués par la colonne { $column } : { $names }.
reading-left-out-empty = Ni nom ni chiffres, laissé de côté : { $names }.
reading-same-row = La même ligne répétée, nom, chiffres et limites, laissée de côté : { $names }.
reading-thousands = Séparateurs de milliers compris dans la colonne : { $names }.
reading-decimal-comma = Virgules décimales comprises dans la colonne : { $names }.
reading-percent = Signes de pourcentage omis dans la colonne : { $names }.
reading-unit = Unités ou appels de note omis dans la colonne : { $names }.
reading-suppressed = Colonne { $column } : compris comme manquant là où il est écrit { $names }.
reading-ambiguous = Colonne { $column } : { $cell } est lu comme { $value }. Si c’est faux, écrivez decimal = "," ou "." dans { $mapping }.
reading-nowhere = Pas un quartier mais des habitants d’aucun quartier connu, laissé de côté : { $names }.
reading-in-thousands = La colonne { $column } compte des milliers : multipliée par 1 000.
reading-in-millions = La colonne { $column } compte des millions : multipliée par 1 000 000.
reading-parts-of-people = La colonne { $column } contient des fractions de personnes, comme { $value }, à la façon des estimations : lues telles quelles. Si elle compte des milliers, indiquez population_unit = 1000 dans { $mapping }.
reading-negative = Colonne { $column } : un tel chiffre n’en peut être un, pris comme manquant : { $names }.
reading-totals = Pas un quartier mais un total d’autres lignes, laissé de côté : { $names }.
reading-averages = Pas un quartier mais une moyenne, une médiane ou un extrême d’autres lignes, laissé de côté : { $names }.
reading-dominant = Plus de monde que dans tous les autres quartiers réunis : { $name }. Si c’est la ville entière ou une région, écrivez leave_out = [{ $quoted }] dans { $mapping }.
reading-whole = Pas un quartier mais la ville entière, laissé de côté : { $names }.
reading-left-out-nobody = Sans limites utilisables ni habitants, laissé de côté : { $names }.
reading-no-figure-at-all = Aucun chiffre dans la colonne, qui ne dit donc rien des difficultés : { $names }.
reading-fractions = La colonne { $column } contient des fractions de 1 : lues en pour cent.
reading-reprojected = Coordonnées converties de { $crs } en longitude et latitude.
reading-degrees-assumed = Le fichier ne dit pas son système de référence : longitude et latitude (WGS 84) supposées.
reading-swapped = Latitude et longitude étaient inversées : échangées.
reading-at-sea = La carte se trouve en pleine mer, à la longitude { $longitude } et à la latitude { $latitude }. Si c’est faux, précisez crs ou swapped dans { $mapping }.
reading-perhaps-swapped = Latitude et longitude semblent inversées : longitude { $longitude }, latitude { $latitude }. Si c’est le cas, écrivez swapped = true dans { $mapping }.
reading-degrees-all-the-same = Le fichier déclare { $crs }, mais ses nombres n’y désignent aucun lieu, et un lieu à terre en degrés : lus comme longitude et latitude.
reading-same-boundary = Quartiers qui ont exactement la limite d’un autre : { $names }.
reading-far-away = Loin de tous les autres, limites non utilisées : { $names }.
reading-repaired = Limites non valides, réparées : { $names }.
reading-broken = Limites inutilisables (sans surface, ou qui se croisent partout) : { $names }.
reading-no-geography = Pas de limites pour { $count ->
        [0] tous les quartiers
       *[other] { $names }
    } : carrés égaux dans l’ordre du fichier, lieux, bords et voisinages ne sont donc pas les vrais.
reading-joined-over = Sont voisins les quartiers qui se touchent ou se font face à { $gap } m au plus, par exemple de part et d’autre d’un fleuve.
reading-beside = Dessiné comme un carré à côté de la carte, sans lieu réel, voisin de ce qui est le plus proche : { $names }.
reading-islands = Aucune suite de limites communes ne mène d’ici au reste de la ville : { $names }.
reading-uninhabited = Personne n’habite : { $names }. Aucun résident n’y est placé.
reading-hardship-drawn = Aucun indicateur de difficultés : celles des quartiers sont tirées au sort et ne disent rien de la ville réelle.
reading-missing = Pas de chiffre pour { $column }, les difficultés reposent sur les autres indicateurs : { $names }.
reading-without-indicators = Aucun indicateur, difficultés fixées à la moyenne de la ville : { $names }.
reading-hardship-from = Difficultés accrues par : { $raising } ; réduites par : { $lowering }.
reading-absolute = { $column } compte par son niveau : difficultés de 1/2 à { $value } ({ $source }).
scale-unemployment = Eurostat, « Unemployment statistics and beyond », Union européenne 2022
scale-poverty = Eurostat, « Income poverty statistics », Union européenne 2018
scale-no_upper_secondary = OCDE, « Regards sur l’éducation 2023 », indicateur A1, moyenne des pays de l’OCDE 2022
scale-tertiary = OCDE, « Regards sur l’éducation 2023 », indicateur A1, moyenne des pays de l’OCDE 2022
reading-ranked = Par rang dans la ville seulement, ce qui ne distingue pas une ville pauvre d’une ville riche : { $names }.
reading-offered-unsure = Ressemble à un indicateur de difficultés, mais c’est à vous de dire s’il les accroît ou les réduit (raise_hardship ou lower_hardship dans { $mapping }) : { $names }.
reading-offered-count = Ressemble à un indicateur de difficultés, mais compte des personnes là où il faut une part ; divisez par la population : { $names }.
reading-offered-text = Ressemble à un indicateur de difficultés, mais ne contient pas de nombres : { $names }.
reading-columns-guessed = Lu comme noms des quartiers : { $name } ; comme population : { $population }.
reading-ignored = Colonnes non utilisées : { $names }.

hindcast-prompt = Des téléphones qui demandent avant de pister : la part qui accepte, selon deux comptages ; le modèle : les habitants qui partagent leurs données, un an après que la ville d’une plateforme s’est mise à demander.
hindcast-participants = Un dixième de réseau social en plus : les gens dans la rue ; le modèle : après une étincelle, avec un dixième de connectivité en plus.
hindcast-support = Un dixième de réseau social en plus : le soutien au gouvernement a monté ; le modèle : le changement de la confiance, après une étincelle, avec un dixième de connectivité en plus.
hindcast-feed = Un tiers de semblables en moins dans le fil pendant trois mois : aucun changement mesurable d’attitude ; le modèle : le changement de l’écart des opinions, avec un tiers de personnalisation en moins, face à la différence dite à peu près égale.

design-how = À lancer ainsi : { $command }
design-look = À regarder ainsi : { $command }
design-note = Les deux villes, les hypothèses, la ville, cinq tirages ; les leviers déplacés varient, sinon ceux qui distinguent A et B, un par un.
design-left_out = Absent de ce plan : { $what }
design-one_city = { $n ->
        [one] l’événement d’une seule ville
       *[other] { $n } événements d’une seule ville
    }
design-room = la ville de la salle
design-own_city = votre propre ville et ses fichiers, qu’un plan désigne par un seul fichier donné au démarrage ; { $city } la remplace
design-one_scenario = un second scénario, car A et B partent du même
design-names = les noms des villes

panel-title-study = Étude
study-door = Étude
study-closed = Cette page ne montre aucune étude. Lancez-la avec two-cities app --study DIR, le dossier d’une étude ou d’une recherche.
study-pictures = Ce qui est montré
study-outcome = Indicateur
study-second = En hauteur
study-group = De
study-year = Quand
study-refused = Cette étude n’a pas de telle image :
study-busy = Les chiffres se calculent…
study-best = Rien de mieux sur les deux
study-load = Charger comme ville de la salle
study-table = La même chose en tableau
study-median = médiane
study-half = la moitié des simulations
study-most = neuf simulations sur dix
study-years = années après le choix
study-more_better = plus, c’est mieux
study-less_better = moins, c’est mieux
studied-picture-fan = Dispersion par semaine
studied-picture-paired = Écarts
studied-picture-factors = Ce qui décide
studied-picture-points = Tous les points
studied-in = { $done } simulations sur { $planned } sont faites.
studied-failed = { $n ->
        [one] Une a échoué.
       *[other] { $failed } ont échoué.
    }
studied-sampled = Trop grande pour être lue en entier ici : on montre { $shown } points sur { $points }, { $seeds ->
        [one] avec le premier tirage
       *[other] avec les { $seeds } premiers tirages
    } de chacun.
studied-damaged = { $n ->
        [one] Un fichier n’est plus tel qu’il fut écrit et reste de côté.
       *[other] { $n } fichiers ne sont plus tels qu’ils furent écrits et restent de côté.
    }
studied-unread = { $n ->
        [one] Un fichier n’a pas été ouvert : d’autres simulations sont peut-être faites.
       *[other] { $n } fichiers n’ont pas été ouverts : d’autres simulations sont peut-être faites.
    }
studied-search = Une recherche, { $n } générations lues sur { $of }. Elle demande des villes là où elle en espère de meilleures : ce n’est pas un échantillon, donc ni dispersion ni sensibilité.
studied-own_city = Une étude de la ville { $city }. Pour charger ses points dans cette ville, lancez aussi la page avec --city et son fichier.
studied-not-pair = Cette étude n’a qu’un scénario ; un écart en demande deux.
studied-not-varied = Cette étude ne fait rien varier : rien ne peut décider.
studied-not-done = { $n ->
        [one] Une simulation n’est pas encore faite ; cette analyse les demande toutes.
       *[other] { $n } simulations ne sont pas encore faites ; cette analyse les demande toutes.
    }
studied-not-whole = { $n ->
        [one] Une simulation a échoué, et ce plan demande tous ses points : { $command } la reprend.
       *[other] { $n } simulations ont échoué, et ce plan demande tous ses points : { $command } les reprend.
    }
studied-not-together = Ce plan fait varier une chose à la fois ; savoir ce qui décide demande un plan qui fait tout varier ensemble.
studied-not-many = { $n } points sont trop peu ; cette analyse en demande { $needs }.
studied-more_than_levers = Non chargé : ce point est plus que des leviers. Il change aussi : { $what }.
studied-otherwise = Chargé. La page diffère de l’étude par : { $what }.
studied-other_city = la ville (là-bas : { $city })
studied-other_assumptions = les hypothèses (là-bas : { $set })
studied-minus = { $first } moins { $second }
studied-dummy = un facteur sans aucun effet
studied-count-undefined = { $n ->
        [one] { $n } non définie
       *[other] { $n } non définies
    }
studied-count-failed = { $n ->
        [one] { $n } en échec
       *[other] { $n } en échec
    }
studied-count-pending = { $n } à faire
studied-counted = { $city } : { $n ->
        [one] une simulation.
       *[other] { $runs } simulations.
    }
studied-counted_without = { $city } : { $n ->
        [one] une simulation
       *[other] { $runs } simulations
    } ; laissées de côté : { $what }.
studied-rest = { $n ->
        [one] Un autre scénario n’est que dans le tableau.
       *[other] { $n } autres scénarios ne sont que dans le tableau.
    }
studied-city = Ville
studied-runs = Simulations
studied-left_out = Laissées de côté
studied-low = 5 %
studied-median = Médiane
studied-high = 95 %
studied-higher = plus haut dans { $city }
studied-by_size = { $n } points sur { $of } par taille de l’écart ; traits : intervalles à 90 % sur les tirages ; creux : pas plus que le hasard
studied-leads = { $first } est devant à { $first_leads } des points ({ $first_beyond_luck } au-delà du hasard), { $second } à { $second_leads } ({ $second_beyond_luck }).
studied-pairs_out = Paires de simulations laissées de côté : { $what }.
studied-pair = Écart
studied-points = Points
studied-without = Sans valeur
studied-share-first_leads = Le premier devant
studied-share-first_beyond_luck = au-delà du hasard
studied-share-second_leads = Le second devant
studied-share-second_beyond_luck = au-delà du hasard
studied-percent = { $n } %
studied-index-sobol = effet total (Sobol’)
studied-index-morris = |effet| moyen (Morris)
studied-index-pawn = distance des distributions (PAWN)
studied-lines = Traits : intervalles à 95 %. Non établi : un intervalle de plus de ±0,1 (du plus grand effet, avec Morris), pas encore un résultat. Pas plus que le hasard : un facteur sans aucun effet pourrait l’avoir.
studied-method-sobol = Quelle part de la variance va avec chaque facteur, seul et avec d’autres.
studied-method-morris = De combien l’indicateur bouge, en moyenne, quand un facteur bouge.
studied-method-pawn = De combien chaque facteur déplace la distribution de l’indicateur, de 0 à 1.
studied-no_index = Il n’y a pas d’indice : { $why }.
studied-factor = Facteur
studied-index = Indice
studied-reach = ± (95 %)
studied-verdict = Verdict
studied-verdict-settled = établi
studied-verdict-unsettled = non établi
studied-verdict-as_dummy = pas plus que le hasard
studied-verdict-constant = constant
studied-verdict-undefined = non défini à certains points
studied-verdict-chance = ce que donne le seul hasard
studied-tap = Moyennes sur les tirages. Toucher un point le charge comme ville de la salle.
studied-drawn = { $n } points sur { $of } sont dessinés.
studied-points_without = { $n ->
        [one] Un point n’a pas de valeur.
       *[other] { $n } points n’ont pas de valeur.
    }
studied-no_frontier = Pas de meilleurs points : pour l’un des deux indicateurs, ni plus ni moins n’est mieux.
studied-point = point { $n }, { $city } : { $values }
studied-end = à la fin des simulations
studied-year = { $n ->
        [one] après un an
       *[other] après { $n } ans
    }
studied-help-weekly = Dessiné semaine par semaine ; le tableau donne la dernière semaine dessinée.
studied-help-mean = Les chiffres sont des moyennes sur quatre semaines : les dernières des simulations, ou de l’année choisie.
studied-shipped = Scénario fourni
studied-shipped_held = Carrés pleins : les scénarios fournis qui sont des points de cette étude : { $names }.
studied-shipped_beside = { $n ->
        [one] Les carrés vides ne sont pas des points de cette étude. Ils ont été calculés à côté, dans sa ville, sous ses hypothèses, avec un de ses tirages : { $names }.
       *[other] Les carrés vides ne sont pas des points de cette étude. Ils ont été calculés à côté, dans sa ville, sous ses hypothèses, avec { $n } de ses tirages : { $names }.
    }
studied-shipped_pending = Les autres scénarios fournis se calculent à côté de l’étude…
studied-absent-too_long = Absents de l’image, car les calculer à côté de l’étude prendrait trop de temps : { $names }.
studied-absent-without = Absents de l’image, car sans valeur ici : { $names }.
studied-number = Nº
studied-origin = Calculé
studied-origin-study = dans l’étude
studied-origin-beside = à côté

## Ce qui ne va pas dans un fichier ou une valeur : dit en ligne de commande, et sur la page dans sa langue

problem-and = { $first } | { $second }
problem-archive = { $file } : archive endommagée
problem-cell = { $file }, { $row }, colonne { $column }
problem-city = ville { $city } inconnue ; { $offer } (ou un chemin qui finit par { $endings })
problem-city-name = ville { $city } : ce n’est pas un nom
problem-city-outside = la ville { $city } est hors du dossier des villes ; un chemin finit par { $endings }
problem-colon = ville { $city } : après les deux-points vient le nombre de quartiers, par exemple synthetic:256
problem-column-twice = { $file } : la colonne { $column } figure deux fois avec des cases différentes ; ôtez-en une ou renommez-la
problem-csv = { $file }, ligne { $row } : un guillemet n’est pas fermé, ou se trouve dans une cellule sans y être doublé
problem-csv-long = { $file }, ligne { $row } : une cellule de plus de { $most } caractères ; un guillemet n’est peut-être pas fermé
problem-did-you-mean = vouliez-vous dire { $name } ?
problem-empty = { $file } : le fichier est vide
problem-encoding = { $file } : illisible avec encoding = { $encoding }
problem-encoding-unsure = { $file } : on ne sait comment lire ses lettres, { $readings } ; dites-le dans { $mapping } : encoding = "{ $encoding }", par exemple
problem-ending = { $file } : le fichier d’une ville finit par { $endings }
problem-feature = objet { $number }
problem-finite = { $name } = { $value } doit être fini (permis : { $allowed })
problem-foreign-digits = { $place } : { $cell } n’est pas un nombre ; écrivez-le avec les chiffres 0 à 9
problem-formula = { $place } : la valeur de la formule n’est pas enregistrée dans le classeur ; ouvrez-le dans un tableur et enregistrez-le
problem-header-empty = { $mapping } : header : la ligne { $row } de { $file } est vide ou n’existe pas
problem-header-rows = { $file } : les noms des colonnes ont été pris en ligne { $rows } ; s’ils sont ailleurs, ou sur plusieurs lignes superposées, dites lesquelles dans { $mapping } : header = [{ $rows }], par exemple, ou header = [{ $first }, { $next }]
problem-from-to = { $low } à { $high }
problem-intricate = les limites se croisent partout ou sont trop compliquées ; attribuez chaque lieu à un seul quartier et simplifiez les limites
problem-json = { $file } : JSON rompu à la ligne { $line } ({ $reason })
problem-json-expected = { $character } attendu
problem-json-measure = nombre ou emboîtement démesuré
problem-json-unexpected = { $found } n’a pas sa place ici
problem-json-short = le fichier s’arrête trop tôt
problem-json-end = quelque chose suit la fin
problem-known = connus : { $names }
problem-known-first = connus : { $names } et d’autres, { $count } en tout
problem-landmark = { $mapping } : landmarks : aucun quartier ne s’appelle { $name }
problem-landmark-but = { $mapping } : landmarks : aucun quartier ne s’appelle { $name } ; vouliez-vous dire { $close } ?
problem-large = { $file } : plus de { $most } Mo ({ $size } Mo)
problem-large-sheet = { $file } : une feuille de plus de { $rows } lignes, { $columns } colonnes ou { $cells } cases ; gardez les lignes d’une seule ville
problem-layer-not-utf8 = { $file } : ce n’est pas du texte UTF-8 ; enregistrez-le en UTF-8
problem-layer-of = couche de { $file }
problem-layer-unsure = { $file } : plusieurs couches peuvent être les quartiers ({ $names }) ; dites laquelle dans { $mapping } : layer = { $first }, par exemple
problem-leave-out = { $mapping } : leave_out : aucun quartier ni aucune ligne ne s’appelle { $name }
problem-letters = { $where } : { $key } = { $value } doit être un texte d’au plus { $most } lettres
problem-long-name = { $place } : un nom a au plus { $most } caractères imprimables
problem-many-columns = { $file } : { $columns } colonnes ; { $most } au plus sont possibles
problem-many-districts = { $file } : { $districts } quartiers ; { $most } au plus sont possibles
problem-many-features = { $file } : plus de { $most } objets ; gardez ceux d’une seule ville
problem-many-points = { $file } : plus de { $most } points ; simplifiez les limites
problem-many-properties = { $file } : plus de { $most } colonnes (noms de propriétés)
problem-many-rows = { $file } : plus de { $most } lignes ou { $cells } cases ; gardez celles d’une seule ville
problem-many-shp = { $file } : { $count } shapefiles à l’intérieur ({ $names }) ; n’en gardez qu’un
problem-mixed-shares = { $place } : { $small } est une part de 1 parmi des pour cent comme { $large } (cellules de ce genre : { $count }) ; écrivez tout en pour cent ou, si elles sont justes ainsi, as_written = [{ $column }] dans { $mapping }
problem-mixed-thousands = { $place } : { $small } semble être en milliers parmi des montants comme { $large } (cellules de ce genre : { $count }) ; écrivez tout dans une même unité ou, si elles sont justes ainsi, as_written = [{ $column }] dans { $mapping }
problem-more = et { $n } autres du même genre
problem-must-be = { $file } : { $key } = { $value } ; il faut { $wanted }
problem-name-twice = { $place } : { $name } est déjà le nom en { $other } ; une colonne de codes les distingue (à nommer dans { $mapping } : [columns] key = ...)
problem-long-table = { $file } : chaque nom figure sur { $times } lignes, qui diffèrent par { $columns } ; gardez une ligne par quartier, par exemple celles où { $column } = { $value }, ou dites lesquelles lire dans { $mapping } : [only] { $column } = { $value }
problem-only-unsure = { $file } : plusieurs lignes par quartier, qui diffèrent par { $column } ({ $names }) ; dites lesquelles lire dans { $mapping } : [only] { $key } = { $first }, par exemple
problem-only-column = { $mapping } : aucun des fichiers n’a de colonne { $column } ; { $offer }
problem-only-row = { $mapping } : [only] : aucune ligne n’a { $value } dans la colonne { $column } ; { $offer }
problem-one-kind = { $file } : toutes les lignes ont { $value } dans la colonne { $column }, si bien que d’autres personnes peuvent manquer ; si ce sont bien celles que vous voulez, dites-le dans { $mapping } : [only] { $column } = { $value }
problem-figures-twice = { $file }, ligne { $first } et ligne { $second } : deux chiffres de { $column } pour { $district }, sur des lignes qui diffèrent par { $apart } ; dites lesquelles lire dans { $mapping } : [only]
problem-no-column = { $file } : pas de colonne { $column } ; { $offer }
problem-no-column-for = { $file } : aucune colonne pour { $what }
problem-no-column-named = { $file } : pas de colonne { $column } ; { $offer } (à nommer dans { $mapping } : [columns] { $key } = ...)
problem-no-degrees = { $file } : des coordonnées comme ({ $x }, { $y }) ne sont pas des degrés ; indiquez leur système de référence dans { $mapping }, par exemple crs = "EPSG:2154"
problem-no-degrees-but = { $file } : des coordonnées comme ({ $x }, { $y }) ne sont pas des degrés ; indiquez leur système de référence dans { $mapping }, par exemple crs = "EPSG:2154" ; conviendraient : { $grids }
problem-no-districts = { $file } : aucun quartier
problem-no-file = { $file } : ce fichier n’existe pas
problem-no-file-but = { $file } : ce fichier n’existe pas ; vouliez-vous dire { $close } ?
problem-no-geojson = { $file } : ce n’est pas une FeatureCollection GeoJSON (pas de liste 'features') ; exportez-le en GeoJSON depuis votre système d’information géographique
problem-no-header = { $file }, ligne { $row } : des chiffres, mais aucune ligne au-dessus qui nomme les colonnes ; ajoutez-en une (name, population, ...) ou dites dans { $mapping } quelles lignes ce sont : header = [{ $row }], par exemple
problem-no-layer-file = { $file } : ni TopoJSON, ni shapefile, ni GeoPackage ; exportez-le en GeoJSON (UTF-8) depuis votre système d’information géographique
problem-no-name = { $kind } = { $name } n’est ni un nom (lettres, chiffres, - et _) ni un fichier .toml
problem-no-name-there = { $place } : il manque un nom
problem-no-number = { $place } : il manque un nombre pour { $name } ; écrivez 0 si personne n’y habite, ou omettez-le dans { $mapping } : leave_out = [{ $name }]
problem-no-properties = { $file } : ses objets n’ont ni noms ni chiffres ; un shapefile a besoin de son .dbf, et le JSON d’Esri est à demander en GeoJSON (f=geojson)
problem-no-sheet = { $file } : aucun tableau de quartiers dans ses feuilles ({ $sheets }) ; mettez les noms et chiffres des quartiers dans les colonnes de l’une d’elles et dites laquelle dans { $mapping } : sheet = ...
problem-no-shp = { $file } : aucun .shp à l’intérieur ; un shapefile zippé contient .shp, .shx, .dbf et .prj
problem-no-table = { $where } : { $key } = { $value } doit être une table, [{ $key }]
problem-one-column = { $file } : une seule colonne, sans virgule, point-virgule, tabulation ni barre entre les cellules ; enregistrez le tableau en CSV
problem-no-text = { $file } : ce n’est pas du texte dans un codage connu ; enregistrez-le en UTF-8
problem-nobody = { $file }, colonne { $column } : la somme des populations est 0
problem-region = { $place } : { $name } compte plus de vingt fois la population de toutes les autres lignes réunies, comme une région autour de la ville ; dites dans { $mapping } : leave_out = [{ $name }], ou leave_out = [] si c’est un quartier
problem-not-installed = il faut pour cela { $module }, qui n’est pas installé : `make install`, ou `pip install '.[{ $extra }]'`, dans le dossier de Two Cities
problem-not-joined = { $first } et { $second } : { $matched } quartiers sur { $districts } seulement ont le même nom ou le même code dans les deux ; donnez aux deux fichiers une colonne avec les mêmes codes et nommez-la : [columns] key = ...
problem-joined-by-count = { $first } et { $second } n’ont en commun que des numéros de lignes ({ $column } et { $other }), dont l’ordre peut différer ; si ce sont les numéros des mêmes quartiers, dites-le : [columns] key = { $column }
problem-joined-twice = { $file } : plusieurs lignes dans la colonne { $column } pour { $names }, si bien que les chiffres à prendre pour cette limite restent ouverts ; gardez-en une de chaque, ou nommez une colonne de codes : [columns] key = ...
problem-not-known = { $name } = { $value } n’est pas connu ; { $offer }
problem-not-number = { $place } : { $cell } n’est pas un nombre
problem-not-shp = { $file } : { $name } n’est pas un shapefile
problem-not-utf8 = { $file } : ce n’est pas du texte UTF-8 (octet { $byte }) ; enregistrez-le en UTF-8
problem-number = { $name } = { $value } doit être un nombre (permis : { $allowed })
problem-of-file = { $file } : { $problem }
problem-one-of-each = { $first } et { $second } : il faut un tableau d’une part, des limites de l’autre
problem-outside = { $place } : { $value } sort du possible, { $low } à { $high }
problem-perhaps-swapped = { $file } : longitude { $longitude }, latitude { $latitude } se trouve en pleine mer, à terre dans l’autre sens ; dites dans { $mapping } si la latitude vient d’abord : swapped = true, ou swapped = false
problem-people-unit = { $file }, colonne { $column } : { $value } personnes ? dites dans { $mapping } ce qu’elle compte : population_unit = 1000 pour des milliers, 1000000 pour des millions, 1 si elle est juste ainsi
problem-range = { $name } = { $value } est hors des bornes (permis : { $allowed })
problem-row = ligne { $number }
problem-same-folder = { $mapping } : table = { $table } doit être un fichier du même dossier
problem-sheet-of = feuille de { $file }
problem-sheet-unsure = { $file } : plusieurs feuilles peuvent être le tableau ({ $names }) ; dites laquelle dans { $mapping } : sheet = { $first }, par exemple
problem-short = { $file }, { $row } : { $cells } cases sous { $columns } colonnes ; laissez une case vide là où un chiffre manque
problem-surplus = { $file }, { $row } : { $cells } cases sous { $columns } colonnes ; mettez entre guillemets ce qui contient le séparateur
problem-switch = { $name } = { $value } doit être true ou false
problem-synthetic = ville synthetic:{ $districts } : le nombre de quartiers va de 1 à { $most }
problem-system = { $file } : le système de référence { $system } n’est pas connu ; indiquez-le dans { $mapping } : crs = "EPSG:..."
problem-table-alone = ville { $city } : un tableau ne se joint qu’à un fichier de limites
problem-toml-broken = { $file } : TOML rompu (en anglais : { $reason })
problem-toml-deep = { $file } : emboîtement trop profond
problem-toml-parts = { $file } : ligne { $line } : une clé de plus de { $most } parties
problem-two-meanings = { $file } : la colonne { $column } a deux sens
problem-unknown = { $kind } { $name } : inconnu ; { $offer }
problem-unknown-key = { $where } : clé { $key } = { $value } inconnue ; { $offer }
problem-unpacks = { $file } : { $size } Mo une fois décompressé ; { $most } Mo au plus
problem-unreadable = { $file } : illisible (en anglais : { $reason })
problem-unnamed-cells = { $file } : toutes les lignes ont des cellules hors des colonnes que nomme la ligne { $rows } ; nommez-y chaque colonne, ou dites dans { $mapping } quelles lignes les nomment ensemble : header = [{ $first }, { $next }], par exemple
problem-web-page = { $file } : une page web ou du XML, pas un tableau ; téléchargez le tableau lui-même, en CSV ou XLSX
problem-upon-each-other = des quartiers sont superposés, plus de { $borders } limites chacun en moyenne ; attribuez chaque lieu à un seul quartier
problem-whole = { $name } = { $value } doit être un nombre entier (permis : { $allowed })
problem-wide = { $file } : { $degrees } degrés de large, trop pour une seule ville ({ $most } au plus) ; gardez les quartiers d’une seule ville
problem-workbook = { $file } : ce n’est pas un classeur .xlsx intact ({ $reason })

mapping-line = une table avec name et points
mapping-place = [longitude, latitude]
mapping-places = au moins deux lieux
mapping-reference = une table avec value et source
mapping-references = une table, [reference]
mapping-table = une table
mapping-tables = une liste de tables
mapping-text = un texte
mapping-texts = une liste de textes
mapping-header = les numéros d’une à trois lignes du fichier
mapping-unit = 1, 1000 ou 1000000
mapping-only = une table de colonnes, chacune avec la cellule des lignes à lire
mapping-words = un texte, ou une table de langues ({ $known }), dont { $first }

## Ce que la page refuse : des valeurs qu’on lui envoie, des fichiers choisis, des liens

fields-cue = cue = { $value } : lettres, chiffres, - et _ seulement
fields-list = { $name } = { $value } doit être une liste d’au plus { $most }
fields-missing = { $action } : il manque { $key }
fields-outcomes = { $name } = { $value } : il faut { $number } résultats différents
fields-table = { $name } = { $value } doit être une table
fields-text = { $name } = { $value } doit être un texte
picked-closed = cette page n’accepte pas de fichiers : lancez-la sur votre propre machine, two-cities app
picked-debate = { $file } : un débat fourni s’appelle { $name } ; donnez un autre nom au fichier
fields-lever = levier
fields-assumption = hypothèse
fields-field = champ
picked-ending = { $name } : un fichier finit ici par { $endings }
picked-many = il y a ici { $most } villes à vous ; relancez la page pour ajouter { $name }
picked-more = slot = { $slot } : plus d’octets qu’annoncé
picked-no-city = les fichiers ne font pas encore une ville
picked-no-guess = { $what } n’est pas une supposition sur { $file }
picked-not-base64 = part : ce n’est pas du base64
picked-nothing-coming = slot = { $slot } : aucun fichier n’est en route
picked-nothing-read = aucun fichier n’a encore été lu
picked-shipped = { $file } : une ville fournie s’appelle { $name } ; donnez un autre nom au fichier
picked-size = { $name } : taille en octets
link-damaged = ce lien est endommagé ; la page d’ouverture est montrée à la place
studied-none = cette page ne montre aucune étude : lancez-la avec two-cities app --study DIR
studied-log = voir le journal du serveur
