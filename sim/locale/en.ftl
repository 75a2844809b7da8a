### Words of the model: what is declared in sim/mechanisms, sim/outcomes and sim/parameters.

## Mechanisms: title, claim, finding against

mechanism-needs = Needs
    .claim = Needs grow with hardship, differ between neighbours, and shift with shocks that last for months.
    .contrary = Need has no natural unit; which hardship counts, how much, and how long a shock lasts, is a decision.
    .off = Needs stay what they were at the branch point; no district is shaken any more.
mechanism-perception = What one sees around one
    .claim = People judge by their ties: who adopted, who protests, who is held, who speaks and what they think.
    .contrary = In data, influence cannot be told from likeness of friends (Shalizi & Thomas 2011).
    .off = Nobody sees or hears others any more: no one adopted, active or detained, no mood, no opinion; the share of like-minded ties stays as it was.
mechanism-adoption = Adoption
    .claim = Services spread slowly, then fast, then slowly: some adopt alone, most after others, and services only online push.
    .contrary = Mere differences between people draw the same curve (Young 2009, doi:10.1257/aer.99.5.1899).
    .off = Nobody joins digital services or leaves them; who has access, what is only online, exposure and stewardship stay as they were.
mechanism-consent = Consent
    .claim = Many keep the default; the others weigh benefit, trust and concern; who is harmed stops sharing.
    .contrary = What an accepted default means is disputed: registration is not approval.
    .off = Nobody’s data are shared, and nobody is asked.
mechanism-data = Data
    .claim = More data give better estimates, ever less so; noise that protects people costs accuracy and learning; those not observed are misjudged; records accrue.
    .contrary = The mathematics are exact, their transfer to city tasks is not: quality counts more than volume, and the budgets of many weeks add up, which is left out here.
    .off = The city observes nobody and learns nothing: its records, estimates and machines stay as they were.
mechanism-innovation = Innovations that add up
    .claim = Ideas help bring further ideas, from residents and from firms, but get harder and fall out of use.
    .contrary = Measured research finds ideas getting harder each year; growth laws of cities depend on their borders (Arcaute et al. 2015).
    .off = No idea arrives and none wears out; money achieves what it achieved at the branch point.
mechanism-complexity = Complexity and failures
    .claim = More linked systems fail more often, failures spread, upkeep grows; a leak opens one holder’s store, large or small.
    .contrary = Hard to refute as a theory; organisations of high reliability run complex systems safely.
    .off = Systems are simple: they cost no upkeep, never fail and never leak; past leaks are forgotten.
mechanism-budget = The purse
    .claim = What is spent on checks, cameras, fees and upkeep is not spent on services; a chosen supplier holds on.
    .contrary = Lasting lock-in is disputed (Liebowitz & Margolis 1990) and fades where users doubt.
    .off = The accounts stay as they were: levers cost nothing more, the platform’s grip and fee do not move.
mechanism-allocation = Dividing the budget
    .claim = A machine divides by estimated need, cost and order; residents vote on the rest, some more than others.
    .contrary = Like requests were answered alike in American cities (Clark et al. 2020), yet white and rich districts waited less in all, for they ask for other things (Hamel & Holliday 2024, doi:10.1561/100.00022089).
    .off = Every district goes on receiving what it received, whatever the budget holds; nobody is consulted anew.
mechanism-service = Services received
    .claim = Not all that is due is received: ties and places help, cost cutting and online only shut out, data find people. Satisfaction grows with money for one's need and suffers where it was misjudged.
    .contrary = What data enrol they also enrol wrongly, and recover later (Netherlands, Australia).
    .off = What everybody takes up of services, and their satisfaction with them, stays as it was.
mechanism-harm = Harm
    .claim = Records are used against some people, leaks expose some, and machines decide wrongly about some; appeals shorten it.
    .contrary = Most people report no harm they know of; harms are rare and uneven, and cases are chosen for drama.
    .off = Nobody is harmed by misuse, wrong decisions or leaks; who was harmed is so no longer.
mechanism-security = Police, cameras and records
    .claim = Patrols and cameras prevent some offences; police sent where offences were recorded record more there.
    .contrary = Trials of predictive policing disagree, and the loop is weak for offences that victims report.
    .off = Police, cameras, crime, insecurity and the feeling of being watched stay as they were, and so does the worth of ties.
mechanism-expression = Speaking up
    .claim = People keep quiet when watched by those they distrust, or when alone with their view.
    .contrary = Sizes differ widely; speech may move elsewhere, some minorities speak louder, and good services win real support.
    .off = Everybody says what they think.
mechanism-mobilisation = Mobilisation and mood
    .claim = People act when grievance exceeds the risk of arrest, which data raise; a shared mood can carry them, and they tire.
    .contrary = In Hong Kong, news of others going made people stay (Cantoni et al. 2019); Epstein's bursts hang on a rounding.
    .off = Nobody takes to the street, nobody is detained, no mood carries anybody and no protest counts as won; recorded incidents stay as they were.
mechanism-trust = Trust
    .claim = Trust follows services against expectation, losses more than gains; being watched costs some people trust and reassures others; being answered, checks and harm count.
    .contrary = Leaks have lowered trust, left it, and raised it; transparency did little for it in experiments, and at times lowered it.
    .off = Trust, expectations and the privacy felt as lost stay as they were.
mechanism-agency = A say in decisions
    .claim = Voting on budgets, open data, holding data, speaking and being answered make people feel they count.
    .contrary = Online tools may repeat old inequalities, and a small voted share may be felt by few.
    .off = How much influence people feel they have stays as it was.
mechanism-wellbeing = Well-being
    .claim = Means and ties matter to all; autonomy, privacy and safety matter as each values them.
    .contrary = Income and ties are well measured; the weights of autonomy, privacy and safety are choices of value.
    .off = Well-being stays as it was.
mechanism-opinion = Opinions
    .claim = People move toward ties who are not too far from them, and back toward what they hold at heart.
    .contrary = Large trials that changed feeds in 2020 moved no attitude measurably (Nyhan et al. 2023).
    .off = Opinions stay as they were.
mechanism-ties = Ties
    .claim = Ties form where people meet: nearby, across open borders, or online with the like-minded; and they fade.
    .contrary = Distance and likeness are well shown; whether screens add ties or replace them is open.
    .off = No tie is made and none is lost.
mechanism-politics = Rules that drift
    .claim = Protest and opinion pull rules open, fear and lobbying pull them shut; pressure may overturn them.
    .contrary = Threats met half-way can end in revolt after all, and no share of people makes success certain.
    .off = Rules never drift and no order is overthrown, even where the constitution may evolve.
mechanism-start = The start
    .claim = Everybody starts near where the status quo rests, so that what follows comes from the rules, not from the start.
    .contrary = No city was measured at its start; other starts are possible and can be set.
mechanism-measurement = How the city measures
    .claim = The city reads its own figures from those who share and speak; what it reads differs from what residents live.
    .contrary = How silence is read is an assumption: some offices count it as satisfaction, others leave it out.

## Levers: label, help, finding against

lever-own_residents = Each resident
    .help = Share of control each person keeps over their own data.
    .contrary = Data about me also reveal others: sold one by one they are shared too cheaply (Acemoglu et al. 2022).
lever-own_commons = A shared trust
    .help = Share held by a body that residents run together.
    .contrary = No causal study of a city data trust was found; commons tire their volunteers and can be captured.
lever-own_municipality = City hall
    .help = Share held by the elected city government.
    .contrary = In San Diego a city project drifted into a police tool; elected control came only afterwards.
lever-own_platform = Private companies
    .help = Share held by firms that run digital services.
    .contrary = Lasting lock-in is disputed (Liebowitz & Margolis 1990), and firms may invest where cities do not.
lever-own_state = National government
    .help = Share held by national authorities.
    .contrary = State holding is not one thing: logged and federated in Estonia, opened to the police in Singapore.
lever-consent = How people agree
    .help = Asked first, shared unless refused, or required.
    .contrary = A default raises registration, not approval: low consent is no hostility, high consent no support.
lever-curator = Where data are blurred
    .help = Noise that hides individuals is added at the data centre or on each device.
    .contrary = The cost of local noise is exact arithmetic, but a central keeper must deserve the trust it asks.
lever-epsilon = Blurring of the data
    .help = None, light, medium, strong. More blur hides people better and makes figures less exact.
    .contrary = Small groups pay most of the noise, as the debate on the 2020 census of the United States showed.
lever-openness = Open data
    .help = Share of pooled data that anyone may reuse or take elsewhere.
    .contrary = Opening data also opens a surface for leaks and re-identification, and costs coordination.
lever-purpose_limit = Services kept apart from police
    .help = At 100, data collected for services never reach the police.
    .contrary = In Singapore use rose after police access was admitted; shared data have also helped solve crimes.
lever-aim_wellbeing = Weight on needs
    .help = How much the planner favours districts with greater needs.
    .contrary = Like requests were answered alike in American cities (Clark et al. 2020), but rich districts, which ask for other things, waited less (Hamel & Holliday 2024).
lever-aim_cost = Weight on savings
    .help = How much it spreads evenly and gives money back.
    .contrary = Announced savings are mostly the sellers’ own; few projects were audited afterwards.
lever-aim_order = Weight on order
    .help = How much it favours districts where people are in the street.
    .contrary = In China digital monitoring went with fewer public goods and more political arrests: repressing instead of giving.
lever-automation = Automatic decisions
    .help = Share of decisions taken with no person checking.
    .contrary = Automatic rules also treat like cases alike, and some tightly coupled systems run safely for years.
lever-digital_only = Services online only
    .help = Share of public services that one can reach only through a machine.
    .contrary = A form online can also be shorter, open at night and spare a queue; some ask for more of it.
lever-participation = Budget decided by residents
    .help = Share of the service budget put to residents’ vote.
    .contrary = Evidence is from Brazil, where willing cities chose it; in Europe few vote and the small share blurs effects.
lever-oversight = Independent checks
    .help = Audit and upkeep of systems by people who do not run them.
    .contrary = A register is not a control: the first ones listed a handful of systems.
lever-surveillance = Cameras and network monitoring
    .help = How closely streets and networks are watched.
    .contrary = Gains in safety are modest and local; the fall in expression varies much from study to study.
lever-enforcement = Police presence and penalties
    .help = Number of officers and severity of penalties.
    .contrary = Light repression has been followed by larger protests, heavy by smaller (Steinert-Threlkeld et al. 2022).
lever-censorship = Filtering of protest messages
    .help = How far messages of protest are kept from other people’s view.
    .contrary = Noticed censorship can make people look further; free ways around it alone changed nothing (Chen & Yang 2019).
lever-responsiveness = Response to demands
    .help = How far the city changes course when people mobilise.
    .contrary = A concession can calm or encourage: turnout after the French ones of 2018 fell for several reasons at once.
lever-connectivity = Network coverage
    .help = Share of people and places reached by the network.
    .contrary = Four weeks off Facebook meant more time with people and slightly more well-being (Allcott et al. 2020).
lever-personalisation = Tailored feeds
    .help = 100: feeds suggest people who think alike; 0: anyone.
    .contrary = Cutting like-minded posts by a third in 2020 moved no attitude measurably (Nyhan et al. 2023).
lever-places = Local meeting places
    .help = Spending on squares, libraries, clubs and the like.
    .contrary = Studies are observational: sociable districts may get the places, not the places the ties.
lever-continuity = Links between districts
    .help = How easily people cross from one district to the next.
    .contrary = About a third of online friendships ignored distance: borders may matter less than they used to.
lever-evolving = Rules may drift
    .help = If yes, firms’ weight and protest change the levers over time.
    .contrary = The classic result needed correction: where threats come at middling frequency, revolt remains possible.

## Assumptions: label, help, finding against

assumption-innovation_p = Adopting on one’s own
    .help = Yearly rate at which people take up services without being led by others.
    .contrary = The shape is sure, the number is not: it cannot be told from others before the curve bends.
assumption-imitation_q = Adopting by imitation
    .help = Yearly rate added when all of one’s ties use the services.
    .contrary = Differences between people alone also draw an S-curve, with no imitation (Bemmaor 1994; Young 2009).
assumption-push = Push of online only
    .help = How much imitation grows when all services exist only online: 1 doubles it.
    .contrary = One app in one epidemic: fear of infection and the rule to enter places cannot be told apart.
assumption-abandon = Leaving out of distrust
    .help = Yearly rate at which the most concerned leave fully exposed services.
    .contrary = The classic model of adoption has no leavers, and after scandals few were seen to leave.
assumption-divide = Digital divide
    .help = How much hardship keeps people off the network.
    .contrary = Age and schooling weigh as much as poverty, and the gap narrows from survey to survey.
assumption-patchiness = Patchy network
    .help = Share of residents who gain or lose the network with their whole district.
    .contrary = Mobile coverage in large cities is nearly even; gaps are then personal, not territorial.
assumption-inertia = Weight of the default
    .help = Share of people who keep whatever is set for them.
    .contrary = One number misses the answers given without any default by nine points in the same study.
assumption-willingness = Willingness to share
    .help = Chance that one who chooses agrees, with average trust and benefit.
    .contrary = It depends on the purpose: high for health or traffic, low for police or advertising.
assumption-benefit_pull = Pull of good services
    .help = How much expecting good services moves people to share.
    .contrary = Small gifts move people more than any weighing of benefits (Athey, Catalini & Tucker 2017).
assumption-trust_pull = Pull of trust
    .help = How much trust in the city moves people to share.
    .contrary = In Singapore use rose after a promise was broken: trust and use can part ways.
assumption-concern_push = Push of privacy concern
    .help = How much worry about exposed data keeps people from sharing.
    .contrary = Stated worries predict acts badly; others hold that this paradox is a mistake (Solove 2021).
assumption-attention = Reconsidering one’s choice
    .help = Share of users who think again about sharing in a week.
    .contrary = Very few read what they accept; a yearly letter or a scandal may be what makes them think.
assumption-misuse_residents = Misuse by residents
    .help = Risk of misuse while each person holds their own data.
    .contrary = People protect themselves badly when left alone; tools and trustees help some of them.
assumption-misuse_commons = Misuse by the commons
    .help = Risk of misuse while a well tended commons holds the data.
    .contrary = No city commons has run long enough to know; a few insiders may capture one.
assumption-misuse_municipality = Misuse by city hall
    .help = Risk of misuse while city hall holds the data.
    .contrary = Voters can correct it: San Diego switched its sensors off pending new rules.
assumption-misuse_platform = Misuse by companies
    .help = Risk of misuse while companies hold the data.
    .contrary = Firms have names to lose and security staff that small owners lack.
assumption-misuse_state = Misuse by the state
    .help = Risk of misuse while national authorities hold the data.
    .contrary = Estonia’s federated, logged system shows a state that can be checked.
assumption-use_residents = Use of residents’ data
    .help = Share of value the city draws from data that residents hold.
    .contrary = Portable personal data stores could make it as usable as any other.
assumption-use_commons = Use of the commons’ data
    .help = Share of value the city draws from data held in common.
    .contrary = Pilot commons stayed small: agreeing on each use takes time.
assumption-use_municipality = Use of city hall’s data
    .help = Share of value the city draws from data of its own.
    .contrary = City departments seldom share among themselves and often lack the skills.
assumption-use_platform = Use of companies’ data
    .help = Share of value the city draws from data that companies hold.
    .contrary = Firms tend to hoard what they could share without losing it (Jones & Tonetti 2020).
assumption-use_state = Use of the state’s data
    .help = Share of value the city draws from data that the state holds.
    .contrary = Distant ministries may serve their own ends before those of a district.
assumption-neglect = Harm of an untended commons
    .help = Misuse added when nobody tends data held by residents or in common.
    .contrary = Many commons last by their own rules; sanctions among equals suffice in the laboratory.
assumption-open_leak = Leaks through open data
    .help = Misuse added by data opened without independent checks.
    .contrary = Aggregates blurred before release leak little: the noise is made for it.
assumption-spill = What others’ data reveal
    .help = How far data on others expose one who does not share.
    .contrary = A theory without field measurement; others find personal ownership nearly best (Jones & Tonetti 2020).
assumption-measure_noise = Noise of measuring
    .help = Error of one observation of a resident’s need, in units of need.
    .contrary = Some needs are counted almost exactly, others hardly at all; one number blends them.
assumption-sensor_reach = What sensors add
    .help = How well sensors observe those who do not share.
    .contrary = Sensors sit where they were put: they trade one bias for another.
assumption-cell = People behind one figure
    .help = Real residents behind one local estimate.
    .contrary = Large averages hide streets and small groups, where noise matters most.
assumption-recognise = Being known to services
    .help = How far good and usable data tell services who needs what.
    .contrary = Files are old and wrong where lives change most; a clerk who asks may know more.
assumption-learn_beta = Speed of learning
    .help = How fast a machine’s errors shrink as data grow.
    .contrary = Measured on laboratory tasks; a city’s tasks drift, and good labels matter more than volume.
assumption-learn_floor = Error that remains
    .help = Error of a machine however many data it has.
    .contrary = The floor is known to exist; its height in city services is a guess.
assumption-learn_scale = Data needed to start
    .help = Stock of data at which learning begins to show.
    .contrary = Models trained elsewhere may start at once, with almost no local data.
assumption-gain = Gain promised by machines
    .help = Extra service for the same money that good machines could give.
    .contrary = Figures come from sellers and advisers; independent checks afterwards are scarce.
assumption-realisation = Share of the promise kept
    .help = Part of the promised gain that is really delivered.
    .contrary = Large computer projects often overrun, yet some, like Estonia’s, claim lasting savings.
assumption-ideas = New ideas a year
    .help = Ideas that a city fully alive with them would bring each year.
    .contrary = What counts as one idea is a convention; only ratios between cities mean something.
assumption-catalyst = Ideas that bring ideas
    .help = How much the ideas already there speed up new ones.
    .contrary = Old systems can also block new ones, and the sharpest growth laws depend on where a city is cut.
assumption-difficulty = Ideas get harder
    .help = Yearly fall in new ideas for the same effort.
    .contrary = Measured on whole industries; combining data in a city may follow another law.
assumption-obsolescence = Ideas fall out of use
    .help = Yearly share of innovations that are dropped.
    .contrary = City systems are often kept for decades; others vanish with their supplier.
assumption-compliance = Cost of privacy rules
    .help = How much limits on reuse hold back data use and new entrants.
    .contrary = Many apps that left after the European rules were little used or intrusive.
assumption-delay = Time taken to deliberate
    .help = Productivity lost to votes and audits.
    .contrary = Deciding together can save time later: fewer appeals, fewer projects undone.
assumption-incident_rate = Outages and leaks a year
    .help = Yearly rate of incidents at a complexity of one.
    .contrary = Sellers’ surveys with small samples, likely too high; grave incidents are much rarer.
assumption-coupling = How failures spread
    .help = How many further failures one brings in fully automatic systems.
    .contrary = Some highly coupled organisations stay reliable for years (La Porte; Weick).
assumption-federation = Burden of many holders
    .help = Complexity added by many holders and open interfaces; may be negative.
    .contrary = One centre is a single target, many small ones lack guards: the sign is open.
assumption-outage_depth = Depth of an outage
    .help = Share of service lost during an outage when all is automatic.
    .contrary = Staff often improvise by hand, and most services do not stop with a screen.
assumption-breach_trust = Mark left by a data leak
    .help = Memory that a leak leaves, which lowers trust; negative if it rallies people.
    .contrary = After the attack on Düsseldorf’s hospital those exposed trusted less; experiments in three countries found no loss, and a gain in one.
assumption-breach_halflife = How long a leak is felt
    .help = Weeks until half the memory of a leak is gone.
    .contrary = Staying may hide discontent: people who cannot leave seem to forget.
assumption-breach_harm = Harmed by a leak
    .help = Chance of harm for one whose full record was in the store that leaked.
    .contrary = Most people in a leak never learn of any harm; it is rare, uneven, and comes late.
assumption-upkeep = Upkeep of systems
    .help = Share of income that one unit of complexity costs.
    .contrary = Shared platforms can lower upkeep as they grow; returns need not fall.
assumption-rent = Worth of the data
    .help = Income from data if everybody shares, to whoever holds them.
    .contrary = Single records sell for very little, and cities have rarely earned from theirs.
assumption-lock_in = Hold of suppliers
    .help = How fast a city comes to depend on its platforms.
    .contrary = The classic examples are disputed (Liebowitz & Margolis), and doubt among users undoes lock-in.
assumption-concession_cost = Cost of concessions
    .help = Share of income spent when demands fully succeed.
    .contrary = Some concessions are rules that cost nothing; others are repaid by calm.
assumption-thrift = Thrift of a cost aim
    .help = Share of running costs spared when the planner aims only at savings.
    .contrary = Cuts often come back as overtime, lawsuits or repairs put off.
assumption-digital_saving = Saved by online only
    .help = Share of income spared when all services are online and all use them.
    .contrary = Counters closed move the work to residents, relatives and helpers, who are not paid.
assumption-automation_saving = Saved by machines
    .help = Share of income spared when all decisions are automatic and machines right.
    .contrary = Large computer projects cost more than planned on average, some of them twice.
assumption-capture = Turnout bends votes
    .help = How much districts that vote more get more.
    .contrary = In Brazil voted budgets went to sanitation and health: the poor did take part.
assumption-takeup = Take-up with good ties
    .help = Share of what is due that somebody with many ties gets, with nothing online only.
    .contrary = It differs from benefit to benefit, from a few per cent missed to more than half.
assumption-outreach = Places bring people in
    .help = How much take-up grows where the city pays for places to meet.
    .contrary = Letters and simpler forms raised take-up in trials without any place.
assumption-gate = Cost cutting gates
    .help = Share of take-up lost when the planner aims only at savings.
    .contrary = Checks also keep out those who are not entitled, which leaves more for the others.
assumption-returned = Money nobody came for
    .help = Share of the money not taken up that the city can spend the week after.
    .contrary = Staff and buildings cost the same whether or not people come.
assumption-misfit = Harm of a wrong estimate
    .help = Satisfaction lost where a service is fitted to the wrong need.
    .contrary = People adapt services to themselves, and a standard one may suit most.
assumption-misuse_harm = Harm from records
    .help = Yearly rate of harm to one with a full record, where its misuse is certain.
    .contrary = Most people report no harm they know of; profiling can also spare the honest a search.
assumption-stigma = Harm among the hard up
    .help = How much more records harm those in hardship; below 0, the well off.
    .contrary = Fraud with cards and identities aims at those who have money: the sign is open.
assumption-wrong_decision = Harm by wrong decisions
    .help = Yearly rate of wrong decisions where all is automatic, unchecked, untaught.
    .contrary = Clerks err too, and are harder to correct all at once than a program.
assumption-patrol_effect = What patrols prevent
    .help = Fall in offences when a district has twice the usual officers.
    .contrary = Where police stood, thefts fell, nowhere else; a Kansas City trial of patrols saw no difference (Kelling et al. 1974).
assumption-cctv_effect = What cameras prevent
    .help = Fall in offences with cameras everywhere.
    .contrary = The effect sits mostly in car parks and where somebody watches the screens.
assumption-predictive_effect = What prediction prevents
    .help = Further fall in offences when police use all data to predict.
    .contrary = One trial, linked to a seller, saw fewer crimes; independent ones saw no effect.
assumption-recorded_share = Offences reported anyway
    .help = Share of offences recorded whether or not police are near.
    .contrary = The loop is strong for drugs and stops, weak for crimes that victims report.
assumption-stops = Stops felt as watching
    .help = How much extra officers make people feel watched.
    .contrary = Some residents ask for officers in sight and feel safer with them.
assumption-disruption = Nuisance of gatherings
    .help = Disorder that each person in the street adds for others.
    .contrary = Most gatherings harm nobody, and a crowd can make a street feel safe.
assumption-accustom = Getting used to watching
    .help = Part of what being watched does that habit takes away in the end.
    .contrary = After the revelations of 2013 reading stayed lower for as long as it was measured (Penney 2016).
assumption-chilling = Silence of the watched
    .help = How much feeling watched without trust makes people keep quiet.
    .contrary = Sizes range from slight to large, and people may move to other channels instead.
assumption-spiral = Spiral of silence
    .help = How much agreement around one makes one speak.
    .contrary = Over many studies the link is small, and some minorities speak louder (Porten-Cheé & Eilders 2015).
assumption-threshold = Threshold of protest
    .help = Grievance above risk needed to go into the street.
    .contrary = The original used a lower one; real people differ, which smooths any tipping (Granovetter 1978).
assumption-arrest_k = Sense of the risk of arrest
    .help = How steeply perceived risk rises with officers per protester.
    .contrary = Chosen for a round figure; how it is rounded decides whether outbursts appear at all.
assumption-arrest_rounding = Rounding of the risk
    .help = Whether officers per protester are rounded: none, down, or nearest.
    .contrary = The paper does not round, well-known programs do, and the famous outbursts come from it.
assumption-conversion = From wish to act
    .help = Chance that one who newly wants to act does so that week.
    .contrary = Before the French protests of 2018 far more announced they would come than did.
assumption-vision = People in sight
    .help = How many residents one sees when judging the risk.
    .contrary = Images travel: people also judge by what they see on a screen from far away.
assumption-targeted = Traced by data
    .help = How much being traceable raises the risk of arrest, felt and real.
    .contrary = Repression that is seen can enrage; crowds too large to arrest make traces useless.
assumption-encourage = What pays is tried again
    .help = How much success lowers the threshold of the next protest; below 0 it ends a cycle.
    .contrary = Concessions also absorb protest and end cycles of it: the sign is open.
assumption-crowd = The crowd’s soul
    .help = How strongly a shared mood carries people with it.
    .contrary = A metaphor with exact mathematics: in data, contagion and likeness cannot be told apart (Shalizi & Thomas 2011).
assumption-strategic = Joining or leaving to others
    .help = Above 0, crowds draw people; below 0, people leave it to others.
    .contrary = Hong Kong students came less when told more would come; networks drew Russians out (Enikolopov et al. 2020).
assumption-backlash = Backlash of repression
    .help = How much a moderate number of arrests feeds grievance; may be negative.
    .contrary = In simulations, repression that only deters still yields every correlation (Steinert-Threlkeld & Steinert-Threlkeld 2021, doi:10.1371/journal.pone.0250784).
assumption-fatigue = Weariness of protest
    .help = Weariness gained by a week in the street.
    .contrary = Turnouts fall for many reasons at once: weather, holidays, policing, concessions.
assumption-trust_speed = How fast trust moves
    .help = Share of the way toward its new level that trust goes in a week.
    .contrary = Part of trust is lifelong and moves with generations, not with services.
assumption-habituation = Getting used to services
    .help = How fast expectations follow what one gets.
    .contrary = Comparison with other cities may set expectations as much as one’s own past.
assumption-loss_weight = Losses count more
    .help = How much more a bad surprise weighs than a good one.
    .contrary = The asymmetry fades with experience and for small stakes.
assumption-reassure = Reassured by watching
    .help = Trust gained from being watched by those who put order first.
    .contrary = Chinese students told, by lot, what such systems can repress approved 12% less; told of the order they keep, no more (Xu, Kostka & Cao 2022).
assumption-safety_trust = Trust from safety
    .help = How much safer streets raise trust where order comes first.
    .contrary = Feeling safe follows the news and looks of a street as much as its crime.
assumption-trust_service = Trust from good services
    .help = How much the level of services, not only surprises, carries trust.
    .contrary = Those who trust also rate services higher: which comes first is disputed.
assumption-answered = Being answered
    .help = Trust won or lost by those who took to the street, as the city answers or not.
    .contrary = An answer half-way can disappoint more than none, and many act without waiting for one.
assumption-audit_trust = Trust from checks
    .help = Trust that independent checks add; may be negative.
    .contrary = Openness did little for trust in Dutch and Korean experiments, and at times lowered it (Grimmelikhuijsen et al. 2013).
assumption-machine_trust = Trust through machines
    .help = Whether contacts through machines raise or lower trust.
    .contrary = A counter clerk can be kinder or harsher than a screen: the sign is open.
assumption-resent = Resenting an obligation
    .help = Trust lost by those who must share against their will.
    .contrary = Most accept a rule that binds all, and a majority may approve of it.
assumption-voice_reach = Influence without voting
    .help = Share of a voted budget’s sense of control felt by those who do not vote.
    .contrary = Merely being able to vote may count for all, or for nobody until they do.
assumption-value_income = Weight of means
    .help = Share of well-being that follows freedom from hardship.
    .contrary = A re-analysis finds a plateau at high incomes (Bennedsen 2024, arXiv:2401.05347).
assumption-value_service = Weight of services
    .help = Share of well-being that follows services that fit.
    .contrary = People get used to services; their lasting weight may be smaller.
assumption-value_ties = Weight of ties
    .help = Share of well-being that follows the people one is close to.
    .contrary = Most studies observe: the healthy and happy also make friends more easily.
assumption-value_autonomy = Weight of autonomy
    .help = Weight of having a say, for those who put autonomy first.
    .contrary = A choice of values, not a finding: set it as you hold it.
assumption-value_privacy = Weight of privacy
    .help = Weight of lost privacy, for those who put autonomy first.
    .contrary = A choice of values; many give privacy away for little.
assumption-value_safety = Weight of safety
    .help = Weight of safe streets, for those who put order first.
    .contrary = A choice of values; fear does not always follow crime.
assumption-value_saved = Weight of money returned
    .help = Well-being per unit of the city’s income given back to residents.
    .contrary = A choice of values: a little money means much to some, nothing to others.
assumption-harm_cost = Cost of a harm
    .help = Well-being lost while refused, accused or exposed.
    .contrary = Some harms are a nuisance, others a ruin: one number blends them.
assumption-convenience = Weight of convenience
    .help = Well-being from good digital services in daily life.
    .contrary = Weeks without a social network left people slightly happier (Allcott et al. 2020).
assumption-burden = Burden of taking part
    .help = Well-being lost to meetings and votes.
    .contrary = Those who take part often say that they enjoy it.
assumption-bound = Openness to other views
    .help = Largest gap of opinion across which people still influence each other.
    .contrary = Calculations on invented people; measured backfire and persuasion are both small.
assumption-influence = Influence of ties
    .help = Share of the gap to one’s ties that closes in a week.
    .contrary = Large trials with feeds in 2020 moved no attitude within three months (Nyhan et al. 2023).
assumption-anchor = Hold of one’s own view
    .help = How fast people return to what they held at heart.
    .contrary = Without an anchor the same models end in consensus or in camps.
assumption-experience = Privacy lost moves opinion
    .help = How much lost privacy turns people toward autonomy.
    .contrary = People may resign themselves instead and stop minding.
assumption-value_prior = Values at the start
    .help = Average opinion: below 0 order first, above 0 autonomy first.
    .contrary = A choice of values that differs between countries and years.
assumption-security_demand = Demand for order
    .help = How much unsafe streets and unrest turn people toward order.
    .contrary = Unrest can also win sympathy, above all when peaceful; who distrusts the state trades less for safety (Davis & Silver 2004).
assumption-meet = Chances to meet
    .help = How often an empty place in one’s circle is filled.
    .contrary = Set so that circles have a plausible size; lives differ more than one rate says.
assumption-drift_local = Local ties fade
    .help = Chance that a local tie, when it comes up, is lost that week.
    .contrary = Close kin hardly fade; a single rate blends them with acquaintances.
assumption-drift_digital = Digital ties fade
    .help = The same chance for a digital tie, before access is counted.
    .contrary = Online friends of many years exist; what fades is mostly never used.
assumption-displacement = Screens replace neighbours
    .help = How far being online displaces local ties; below 0 it adds to them.
    .contrary = Wired neighbours knew more neighbours; without a network others met more: the sign is open.
assumption-digital_worth = Worth of a digital tie
    .help = What a digital tie is worth beside a local one.
    .contrary = Lowest mortality went with many friends met and moderate life online; a correlation.
assumption-overthrow = Pressure that topples
    .help = Lasting share of people in the street at which rules may fall.
    .contrary = The famous 3.5% is no law: in Hong Kong more came, the bill was withdrawn, the wider demands failed.
assumption-settlement = It ends in reform
    .help = Chance that an overthrow ends in reform and not in restoration.
    .contrary = Success of nonviolent movements has fallen since 2010; cases differ too much for one rate.
assumption-lobbying = Weight of lobbying
    .help = How far data holders bend the rules where checks are weak.
    .contrary = Lobbies also compete with each other, and some of their gains are public.
assumption-concession = Speed of change of rules
    .help = How fast the levers follow voice and demand for order.
    .contrary = Institutions can hold for decades under pressure, then change in a week.
assumption-silence_as = How silence is read
    .help = How satisfied the city’s data take a silent resident to be; 0: as lived.
    .contrary = Set to 0 silence adds nothing; surveys could also count the silent as unhappy.
assumption-complain = Complaints weigh more
    .help = Extra weight in the city’s data of those who speak up dissatisfied.
    .contrary = Who complains is not who needs most: poorer districts reported less than their problems.
assumption-start_hardship_spread = Differences in hardship within a district
    .help = Spread (standard deviation) of hardship among the residents of one district, round what the district's figures say.
    .contrary = Published figures are averages of districts: how unequal each is within has to be assumed, and differs by city.

## Context: label, help

context-city = City
    .help = A shipped city, or the path of a table or map of districts.
context-residents = Simulated residents
    .help = How many residents are simulated; each stands for many real ones.
context-burn_in = Common past
    .help = Weeks lived together under today’s settings before the choice.
context-weeks = Horizon
    .help = Weeks simulated after the choice.
context-seed = Draw of luck
    .help = The same number gives the same luck to the same residents.
context-contrary = A choice of the experiment, not a claim: results should not hinge on it, which is tested.

## Constants: what each is, and why so large where that can be said

constant-shock_persistence = Part of a district’s shock that remains after a week: shocks last some months
constant-shock_size = Largest weekly shock to a district’s need
constant-need_base = Need of a resident without hardship, before personal differences
constant-need_hardship = How much hardship raises need
constant-need_spread = Width of personal differences in need
constant-need_low = Smallest need, kept above zero so that satisfaction is defined
constant-need_high = Largest need
constant-divide_weight = How far full hardship can cut access when the divide is complete
constant-steward_base = Stewardship of shared data without checks or participation
constant-steward_oversight = What independent checks add to stewardship
constant-steward_participation = What participation adds to stewardship
constant-digital_speed = Speed at which services go online or come back, as slowly as street capacity is built
constant-shield_half = Budget of noise at which half of the harm by publishing is prevented
constant-purpose_shelter = Part of misuse that a full purpose limit prevents
constant-usual_satisfaction = Satisfaction at which benefit neither pulls nor pushes
constant-usual_exposure = Felt exposure at which concern neither pulls nor pushes
constant-untended_use = Use that can be made of shared data nobody tends
constant-purpose_cost = Part of usefulness that compliance with a full purpose limit costs
constant-clarity_half = Budget at which noise at the centre leaves half of what data teach: lighter than on each device
constant-record_speed = Speed at which records accrue and fade: half of them within eight months
constant-record_limit = Part of a record that a full purpose limit keeps from being held
constant-least_answers = Least effective sample, so that an estimate of nearly nobody has an error that is finite
constant-least_sampled = Least number of observed that the error of a mean of few is reckoned with
constant-census_error = Standard error of the census estimate of a district’s need
constant-sample_variance = Variance of needs within a district, for the error of a mean of few
constant-data_forgetting = Share of the data stock that becomes stale in a year
constant-civic_base = Civic invention without any agency
constant-private_base = Private invention before anybody uses digital services
constant-state_drive = State-held data’s worth to invention, against a platform’s
constant-crossing_base = Invention when no tie crosses a border
constant-idea_saturation = Stock at which combining ideas slows to half
constant-manual_use = Part of innovations that works without automation
constant-oversight_delay = Delay by oversight, relative to participation
constant-automation_speed = Part of delay that full automation removes
constant-mature_stock = Stock at which the gain is fully promised
constant-complexity_scale = Complexity per innovation in use
constant-manual_interfaces = Interfaces that exist without automation
constant-unfederated = Complexity of a single holder without openness
constant-owners_scale = Number of holders at which federation counts fully
constant-oversight_base = Order kept without oversight
constant-oversight_order = Order that full oversight adds
constant-incident_saturation = Complexity at which incidents grow half as fast: organisations learn to live with it
constant-watching_machines = Part of incidents that perfect machines prevent where all is automatic: they also watch machines
constant-store_residents = Part of residents’ own records that one leak opens: many small stores
constant-store_commons = Part of a commons’ records that one leak opens: a few stores of middling size
constant-breach_share = Share of incidents that are leaks
constant-breach_size = Memory a leak of one large store leaves per point of lost trust, when all share
constant-oversight_relief = Part of damage and of cascades that full oversight prevents
constant-manual_coupling = Coupling of systems without automation
constant-outage_length = How long an outage lasts
constant-incident_window = Window over which incidents are counted
constant-lock_in_speed = Speed at which lock-in builds and yields
constant-openness_release = How strongly openness undoes lock-in
constant-oversight_cost = Cost of full oversight
constant-surveillance_cost = Cost of full surveillance
constant-enforcement_cost = Cost of full enforcement
constant-places_cost = Cost of meeting places at the full setting
constant-continuity_cost = Cost of keeping all borders permeable
constant-participation_cost = Cost of running participation
constant-connectivity_cost = Cost of covering everybody with the network
constant-responsiveness_cost = Cost of listening to demands and answering all of them
constant-platform_fee = Fee of a platform that holds all data in a locked-in city
constant-upkeep_ceiling = Highest share of income that upkeep can take
constant-saving_share = Part of what is left that a city aiming only at cost returns
constant-least_spend = Services that are kept even by going into deficit
constant-heat_speed = Speed at which the city’s picture of unrest is renewed
constant-heat_discontent = Weight of the discontented against people in the street
constant-discontent_line = Level of lost well-being times lost trust that counts as discontent
constant-order_base = Part of the order aim that is spread evenly: calm is bought a little, not everywhere it is hot
constant-allocation_base = Service level a district has without spending
constant-vote_rate = Scale of the weekly chance of taking part in votes
constant-vote_adoption = Taking part without digital services
constant-vote_hardship = Ease of taking part, from which hardship subtracts
constant-vote_agency = Taking part without any felt agency
constant-vote_memory = Renewal of the rolling year of votes
constant-turnout_weeks = Weeks over which one’s own turnout is remembered
constant-turnout_floor = Least relative turnout a district counts with
constant-equal_floor = Least share of an equal share that a district gets
constant-reach_alone = Part of take-up that needs no ties: the rest is told by others and helped along
constant-usual_places = Spending on places at which they neither add to take-up nor take from it: the status quo’s
constant-digital_help = Part of being shut out by online only that friends who use it make up for
constant-universal = Part of services that reaches everybody without asking: lighting, streets, waste
constant-follow_floor = Least part of the usual spending that a known low need leaves
constant-service_scale = Satisfaction scale: usual spending on a usual need satisfies a good half
constant-manual_misfit = Misfit of decisions that people review
constant-participation_fit = Part of misfit that full participation removes
constant-oversight_fit = Part of misfit that full oversight removes
constant-manual_outage = Depth of an outage without automation, relative to full
constant-wrong_base = Wrong decisions about somebody without hardship, per unit of hardship’s
constant-harm_weeks_least = Weeks a harm lasts where appeals are checked best
constant-harm_weeks_appeal = Weeks that appeals without any independent check add
constant-installation_speed = Speed at which street capacity follows the levers
constant-officers_per_head = Officers per resident at the usual strength
constant-officers_base = Strength without enforcement
constant-officers_enforcement = Strength that full enforcement adds
constant-usual_patrol = Relative patrol strength that changes nothing
constant-automation_mediation = How far automation turns other contacts into machine contacts
constant-accustom_speed = Speed at which one gets used to being watched, and unused to it: about two years
constant-accustom_line = Being watched above which one gets used to it
constant-watched_speed = Speed at which the feeling of being watched follows
constant-watched_floor = Part of the gaze that a full purpose limit leaves
constant-watched_holders = Part of the gaze that does not depend on who holds the data
constant-watched_platform = Weight of a platform against the state in being watched
constant-watched_places = Gaze on those whose contacts pass no machine
constant-watched_contacts = What machine-mediated contacts add to the gaze
constant-tie_saturation = Ties at which their worth approaches its ceiling
constant-crime_base = Crime per hardship without cohesion
constant-cohesion_effect = How far cohesion lowers crime
constant-patrol_floor = Least part of crime that patrols leave
constant-camera_shelter = Part of the cameras’ effect that a full purpose limit removes
constant-unsafe_local = Weight of the own district in feeling unsafe
constant-reference_speed = Speed at which the reference of disorder is set before the fork
constant-speak_base = Readiness to speak when nothing pulls
constant-spiral_scale = Logits per unit of the spiral of silence
constant-chilling_scale = Logits per unit of chilling
constant-usual_agency = Agency at which it neither helps nor hinders
constant-deprivation_hardship = Weight of hardship against lost well-being in deprivation
constant-content_line = Well-being at which nothing is felt as lost
constant-content_range = Range of well-being over which loss is felt
constant-repression_seen = How fast detained acquaintances count as full repression
constant-backlash_scale = Normalises the n-shape so that its peak equals backlash
constant-censored_view = Part of the street that full censorship hides
constant-mood_scale = Scale of the crowd’s coupling J
constant-mood_near = Weight of ties against the city in the mood around
constant-mood_speed = Speed of moods
constant-mood_street = How strongly the street moves moods
constant-mood_street_near = Weight of active ties against the city’s street
constant-mood_rest = Pull of moods toward rest
constant-mood_feel = How far a full mood, fully shared, raises grievance
constant-spark_mood = Mood to which a triggering incident lifts those who can see it
constant-trace_limit = Part of tracing by cameras and networks that a full purpose limit prevents
constant-trace_platform = Weight of a platform’s records against the state’s in tracing dissent
constant-trace_ceiling = Highest traceability: cameras and records see much of the same
constant-strategic_scale = Scale of the effect of others’ turnout
constant-strategic_ceiling = Turnout beyond which more changes nothing
constant-severity_base = Cost of an arrest without severity
constant-arrest_severity = Chance of arrest per unit of enforcement when caught
constant-longest_term = Longest detention at full enforcement
constant-rest = Weariness that rest removes in a week
constant-spark_grievance = Part of the threshold above which a spark moves people
constant-spark_chance = Chance that a spark moves somebody
constant-success_speed = Speed at which past success is renewed and forgotten
constant-success_scale = Active share at which pressure is complete, inverted
constant-acted_memory = Part that remains after a week of having taken to the street: half after five months
constant-record_memory = Renewal of recorded incidents
constant-recorded_crime = Incidents per resident and week at full crime
constant-recorded_patrol = Residents whose incidents one officer would discover
constant-trust_base = Trust when nothing pulls
constant-trust_surprise = Weight of surprises in services
constant-trust_breach = Weight of remembered leaks for those whose data are shared
constant-trust_detained = Weight of detained acquaintances
constant-usual_oversight = Independent checks that are taken for granted: the status quo’s
constant-trust_harmed = Trust lost while harmed: half of what a detained circle costs
constant-trust_harmed_near = Trust lost where the whole district is harmed: one hears of it
constant-trust_agency = Weight of agency for those who put autonomy first
constant-trust_privacy = Weight of privacy lost for those who put autonomy first
constant-reassure_scale = Scale of reassurance by being watched
constant-privacy_watched = Weight of being watched against exposed data in privacy lost
constant-agency_speed = Speed of agency
constant-agency_base = Agency without any say
constant-agency_participation = Weight of deciding on the budget
constant-agency_offline = Part of participation that works without digital services
constant-agency_ease = Ease of participation, from which hardship subtracts
constant-agency_hardship = How far hardship cuts participation’s reach
constant-agency_openness = Weight of open data in use
constant-agency_speaking = Weight of speaking
constant-agency_answered = Weight of being answered, or not, after having acted
constant-agency_data = Weight of holding one’s own data, for those who use services
constant-agency_harmed = Agency lost while harmed: one waits for others to decide
constant-turnout_scale = Turnouts a year at which participation reaches fully
constant-wellbeing_speed = Speed of well-being
constant-wellbeing_base = Well-being that no part accounts for
constant-burden_relief = Part of participation’s burden that agency lifts
constant-wellbeing_detained = Well-being lost in detention
constant-wellbeing_resent = Well-being lost per unit of resented sharing
constant-convenience_base = Convenience of services that no platform runs, against one that it holds whole
constant-wellbeing_rent = Well-being per unit of data rent that residents get
constant-anchor_speed = Speed at which experience moves the anchor
constant-tolerated_unsafe = Insecurity, relative to before, that asks for no order
constant-unrest_scale = Acting share at which unrest alarms fully, inverted
constant-meet_base = Meeting without places
constant-meet_places = Meeting that full spending on places adds
constant-next_door = Share of local meetings that look across the border
constant-drift_connected = Fading of digital ties with access, relative
constant-drift_cut_off = Fading of digital ties without access, relative
constant-meet_online = Meeting online, relative to on the spot
constant-meet_offline = Chance of a digital tie without being online
constant-pressure_memory = Renewal of felt pressure
constant-drift_heat = Active share at which pressure counts fully, inverted
constant-fear_scale = How fast insecurity becomes fear
constant-drift_speed = Speed at which levers drift
constant-capture_state = Weight of the state against a platform in capture
constant-lever_floor = Lowest value of drifting civic levers
constant-lever_ceiling = Highest value of drifting levers
constant-mandatory_purpose = Purpose limit below which consent may become mandatory
constant-mandatory_responsiveness = Responsiveness below which consent may become mandatory
constant-opt_in_purpose = Purpose limit above which consent is asked again
constant-overthrow_responsiveness = Responsiveness above which nobody is overthrown
constant-overthrow_enforcement = Overthrow threshold without enforcement, relative
constant-overthrow_chance = Weekly chance of an overthrow where its condition holds
constant-overthrow_pause = Weeks between two overthrows at least
constant-reform_responsiveness = Responsiveness after a reform, at least
constant-reform_participation = Participation after a reform, at least
constant-reform_censorship = Part of censorship a reform keeps
constant-reform_surveillance = Part of surveillance a reform keeps
constant-reform_enforcement = Part of enforcement a reform keeps
constant-restoration_force = Enforcement and censorship a restoration adds
constant-restoration_watch = Surveillance a restoration adds
constant-restoration_deafness = Part of responsiveness a restoration keeps
constant-start_adopted = Residents who use digital services at first
constant-start_sharing = Of these, who share
constant-start_harmed = Residents harmed at first
constant-start_data_stock = Data stock at first: what is shared, usable and not yet stale
constant-start_speaking = Residents who speak at first
constant-start_trust = Mean trust at first
constant-start_trust_spread = Personal differences in trust at first
constant-start_trust_hardship = How far hardship lowers trust at first
constant-start_wellbeing = Mean well-being at first
constant-start_wellbeing_hardship = How far hardship lowers well-being at first
constant-start_watched = Feeling of being watched at first
constant-start_agency = Agency at first
constant-start_expectation = Expected satisfaction at first
constant-start_concern = Mean privacy concern
constant-start_concern_spread = Personal differences in privacy concern
constant-start_opinion_spread = Personal differences in opinion
constant-start_ties = Tie slots filled at first
constant-start_innovation = Stock of innovations at first
constant-start_lock_in = Lock-in at first
constant-start_recorded = Recorded incidents per resident at first
constant-start_turnout = Own turnout at first
constant-start_voters = Voters of the rolling year at first
constant-start_heat = Unrest the city pictures at first
constant-start_reference = Reference of disorder at first
constant-start_crossing = Ties between districts reckoned with in the first week
constant-cut_depth = Depth of a budget cut unless said otherwise
constant-cut_weeks = Length of a budget cut unless said otherwise
constant-technology_wave = Ideas that a new technology brings at once
constant-contrary = Most weights in this model are a matter of judgement: another modeller would choose another value.

## Outcomes: label, help, formula in words

outcome-wellbeing = Well-being
    .help = Average of income, services, ties, autonomy, privacy and safety as each resident values them, out of 100.
    .definition = mean over residents of a slow average of income, services, ties, say, privacy, safety and convenience, as each weighs them; less the burden of taking part, detention, harm and forced sharing; plus money returned and data rent
outcome-service_fit = Services that fit
    .help = How well services match what residents need, out of 100.
    .definition = mean satisfaction with services over residents
outcome-running_cost = Cost of running the city
    .help = Share of the budget spent on running the city and on fees, %. Money returned is not a cost.
    .definition = overheads (administration, upkeep of systems, concessions, less what thrift and machines save) and platform fee, over income; money returned stands apart
outcome-expression = Opinions voiced
    .help = Residents who say what they think, out of 100.
    .definition = share of residents who speak this week
outcome-calm = Calm streets
    .help = 100 minus offences and nuisances; gatherings are not counted.
    .definition = 1 minus mean crime and nuisance; gatherings do not count
outcome-trust = Trust in the city
    .help = Average trust of residents in how the city is run, out of 100.
    .definition = mean trust of residents in the city
outcome-illusion = Reported minus lived
    .help = Satisfaction in the city’s data minus satisfaction as lived, points.
    .definition = satisfaction as the city reads its sharers minus mean satisfaction as lived; undefined without sharers
outcome-wellbeing_low = Well-being, lowest tenth
    .help = Well-being of the tenth of residents who have least.
    .definition = well-being that nine residents in ten exceed (tenth percentile)
outcome-agency = A say in decisions
    .help = How much residents can influence what concerns them.
    .definition = mean say of residents: participation, openness, speaking, being answered and holding one’s data, less harm suffered
outcome-gap_districts = Gap between districts
    .help = Difference between better and worse served districts, points.
    .definition = population-weighted s.d. of mean satisfaction over inhabited districts, less the part expected from differences within districts
outcome-gap_hardship = Well off minus hard up
    .help = Well-being of those with least hardship minus most, points.
    .definition = mean well-being of the third with least hardship minus that of the third with most
outcome-harmed = Residents harmed
    .help = Residents whom records, leaks or wrong decisions now harm, per 1,000.
    .definition = share of residents with weeks of harm left
outcome-gap_harmed = Harm among the hard up
    .help = Harmed among those with most hardship minus among those with least, per 1,000.
    .definition = share harmed in the third with most hardship minus that in the third with least
outcome-takeup = Services taken up
    .help = How much of the services due to them residents get, %.
    .definition = mean share, over residents, of the services due to them that they get
outcome-ties = People one is close to
    .help = Average number of ties, out of 12.
    .definition = mean number of filled tie slots
outcome-isolated = Isolated residents
    .help = Share with two ties or fewer, %.
    .definition = share of residents with two ties or fewer
outcome-crossing = Ties across districts
    .help = Share of ties that cross a district border, %.
    .definition = share of all ties that join two districts
outcome-like_minded = Ties with like-minded people
    .help = Share of ties between people of similar opinion, %.
    .definition = share of all ties between opinions of one sign, as the week begins
outcome-machine_mediated = Contacts through machines
    .help = Share of contacts that pass through a digital service, %.
    .definition = share of all ties that are digital
outcome-adoption = Digital services used
    .help = Share of residents who use them, %.
    .definition = adopters over residents
outcome-sharing = Residents sharing data
    .help = Share of users whose data are shared, %.
    .definition = sharers over adopters; undefined without adopters
outcome-coverage = Residents the city sees
    .help = Share of residents present in the city’s data, %.
    .definition = summed observation weights over residents
outcome-estimate_error = Error on needs
    .help = Average error of the city’s estimate of needs, points.
    .definition = population-weighted root mean square of estimated minus true mean need of districts
outcome-concentration = Data in few hands
    .help = 100: one holder; lower: several.
    .definition = sum of the squared shares of the five holders
outcome-exposure = Exposure of personal data
    .help = Risk that personal data are misused, out of 100.
    .definition = risk of misuse by each holder’s share, as purpose limit leaves it and privacy noise hides it, plus what open data give away, plus leaks still remembered
outcome-fees = Fees to companies
    .help = Share of the budget paid to platforms, %.
    .definition = platform fee over income
outcome-savings = Money returned
    .help = Share of the budget given back to residents, %.
    .definition = money returned over income
outcome-innovation = Ideas in use
    .help = Stock of innovations, 1 when the common past starts.
    .definition = stock of innovations in use, 1 at the start of the common past
outcome-productivity = Service for the money
    .help = What the same money achieves in services, start = 100.
    .definition = services per unit of money, 100 at the start
outcome-ai_quality = Accuracy of the machine
    .help = How right automatic estimates are, out of 100.
    .definition = accuracy that the learning curve gives at the present stock of data
outcome-complexity = Complexity of systems
    .help = Number and entanglement of systems to keep running.
    .definition = innovations in use, times automation, times use of digital services, times how far systems are spread over owners, over the order that oversight keeps
outcome-incidents = Outages and leaks
    .help = Incidents a year.
    .definition = leaks and outages of a rolling year (memory of 52 weeks)
outcome-active = People in the street
    .help = Residents taking part in a gathering, per 1,000. Reported, never scored.
    .definition = share of residents in the street and not arrested
outcome-detained = People held
    .help = Residents in detention, per 1,000. Reported, never scored.
    .definition = share of residents with weeks of detention left
outcome-opinion_spread = Spread of opinions
    .help = How far opinions lie apart; more is neither good nor bad.
    .definition = standard deviation of opinions
outcome-spend = Spent on services
    .help = What the city spends on services, % of the usual income.
    .definition = spending on services per head, income without data being 1
outcome-reported = Satisfaction as reported
    .help = Satisfaction with services as the city’s own data show it, out of 100.
    .definition = mean satisfaction as the city reads its sharers
outcome-disorder = Disorder
    .help = Offences, nuisances and disruption by gatherings, out of 100. For analysis.
    .definition = population-weighted crime plus disruption by gatherings
outcome-deficit = Deficit
    .help = Spending beyond income, %.
    .definition = spending beyond income, per head
outcome-selection = Gap by who shares
    .help = Satisfaction of those who share minus that of everybody, points.
    .definition = mean satisfaction of sharers minus that of all: who shares
outcome-silence = Gap by silence
    .help = Satisfaction as read minus satisfaction of those who share, points.
    .definition = reported satisfaction minus that of sharers: who stays silent or complains
outcome-promise = Services as promised
    .help = Satisfaction the planner believes it delivers, out of 100.
    .definition = satisfaction the optimiser believes it delivers, on its estimates, if promises were kept
outcome-promise_gap = Promised minus lived
    .help = Satisfaction the planner believes it delivers minus satisfaction as lived, points.
    .definition = services as promised minus mean satisfaction as lived
outcome-catalyst_ratio = Catalyst of ideas
    .help = Ideas that one idea brings; above 1, innovation feeds itself.
    .definition = ideas that one idea brings; above 1 innovation feeds itself
outcome-mood = The crowd’s mood
    .help = How far residents feel carried by a whole, out of 100. Reported, never scored.
    .definition = mean mood of residents
outcome-mood_coupling = Coupling of the crowd
    .help = How strongly moods carry each other; above 1 a crowd changes in nature.
    .definition = mean coupling of moods; a crowd changes in nature only above 1

## What of the debate's text an outcome answers

outcome-group-wellbeing = residents’ well-being
outcome-group-cost = optimisation of costs
outcome-group-organisation = optimisation of organisation
outcome-group-freedom = emancipation, empowerment
outcome-group-digitisation = digitisation
outcome-group-distribution = isolation and segmentation
outcome-group-ties = proximity, continuity, social ties
outcome-group-trust = governance
outcome-group-illusion = the end of an illusion?
outcome-group-data = ownership of data
outcome-group-innovation = accumulation of innovations, complexity
outcome-group-unrest = tool of revolution, the crowd’s soul
outcome-group-opinion = spread of opinions

## Units of outcomes

unit-out_of_100 = out of 100
unit-percent = %
unit-points = points
unit-out_of_12 = out of 12
unit-per_1000 = per 1,000
unit-per_year = a year
unit-start_100 = start = 100
unit-ideas = start of the past = 1
unit-number = {""}

## Size of a difference

size-higher = higher
size-lower = lower
size-about-equal = about equal
size-too-close-to-call = too close to call
size-undefined = undefined

## Answers: kinds of assumptions, how parts go together, what a number does not cover

kind-of-assumption-fact = fact about the world
kind-of-assumption-value = value
kind-of-assumption-judgement = weight of judgement
relation-replace = replace each other
relation-need = need each other
answer-limit-luck-only = Bands cover luck, not doubt about assumptions.
answer-limit-shares = Shares average over every order in which parts could change hands; they say nothing of what is easy to change.
answer-limit-levers = Levers moved alone do not sum to their part; owners’ shares, and aims, move together.
answer-limit-same-residents = The same residents are compared; a life in one city does not know of the other.
answer-limit-groups = Groups by state (harmed, held, isolated) are those of the weeks that end the year, and differ between cities.
answer-limit-each-month = Each month has a band of its own; a turn is a lead held for three months, not a test of all months at once.
answer-limit-few-residents = Few residents stand behind a district’s line; compare it with its band before anything else.
answer-limit-shares-of-ranges = Shares of sampled assumptions are properties of the ranges explored, never probabilities of the world.
answer-limit-moderated-luck = Luck at a sampled point is told from two seeds and from what all points have in common.
answer-limit-best-of-sample = A best case is the best of the points sampled, with all assumptions moved; a search could find a better one.
answer-limit-one-at-a-time = One assumption moves, all others stay; horizon, levers and seeds are held fixed.
answer-limit-screened = Where the sign turns inside a range and turns back before its end, no flip is found.
answer-limit-known-points = The points are those listed; other cities may do better.

### Words of the page

## The language itself: its own name, and how a reader of another one is asked to change to it

language-name = English
language-switch = Switch to English

## Said in several places

shared-caution = Simulation, not a forecast
shared-close = Close
shared-left_out = What this leaves out
shared-sets = Under whose assumptions?
shared-resident = One resident, two cities
shared-waiting = The other runs are being made…

## Bar at the top

bar-title = Two Cities
bar-question = Who should hold a city’s data?
bar-modes = Ways in
bar-theme_auto = Theme: as the system
bar-theme_light = Theme: light
bar-theme_dark = Theme: dark
bar-more = More
bar-undo = Undo
bar-redo = Redo
bar-skip = Skip to the charts
bar-leaving = Back once more leaves the page.
bar-lost = No contact with the server: keys rest until it is back

## Ways in

mode-debate = Debate
mode-explore = Explore
mode-understand = Understand

## Charts and maps, and what is written on the canvas

stage-charts = Charts and maps
stage-focus = Outcome in the chart
stage-map_outcome = Outcome on the maps
stage-define = What does this dial measure?
stage-define_of = Definition of { $outcome }
stage-choice = choice
stage-at_choice = At the choice
stage-past = −2 years
stage-years = { $n } years
stage-year = Year { $n }
stage-week = Week
stage-colon = :
stage-none = no change
stage-see_city = See { $city }
stage-map_of = Map of city { $city }
stage-make_focus = Show in the chart
stage-outage = service outage (O)
stage-outage_mark = O
stage-ring = 1 in 100 in the street
stage-centre = centre
stage-covered = Covered until revealed.
stage-minus = A minus B
stage-table = The same as tables
stage-year_column = Years after the choice
stage-district = District
stage-between = between
stage-one_run = one run
stage-mean_runs = mean of { $n } runs
stage-today = today
stage-zoom = Cut the axis to the part in use
stage-zoom_short = zoom
stage-axis_cut = Axis cut: { $low } to { $high }
stage-why = Why?
stage-runs_each = one by one
stage-runs_higher = Higher in { $letter } in { $k } of { $n } runs
stage-runs_equal = No difference in { $n } runs
stage-runs_within = on average by less than { $least }
stage-runs_above = C above both in { $k } of { $n } runs
stage-runs_below = C below both in { $k } of { $n } runs
stage-runs_between = C between the two in { $k } of { $n } runs
stage-waiting = The cities are being lived…
stage-caution = { shared-caution }
stage-no_contact = no contact
stage-lanes = In the street, of 1,000 residents (full height: { $n }) · ◆ data leak · ▮ other event · O outage
stage-above = { place-above }
stage-below = { place-below }

## Names of cities

city-named = City { $letter }
city-room = The room’s city
city-altered = { $n ->
        [one] 1 change
       *[other] { $n } changes
    }

## The sentence

sentence-one_run = { $outcome } after { $years }: { $values }.
sentence-draft = One run, still a draft
sentence-start = { $outcome } at the choice: the same city, the same people, the same luck.
sentence-runs = { $outcome } after { $years }: { $values }. { $level }.
sentence-mean = Means of { $n } runs
sentence-counts = ; higher in { $letter } in { $k } of { $n }
sentence-today = Today { $value }
sentence-thirds = , best and worst third of districts { $apart } apart
sentence-assumed = , assuming “{ $set }”
sentence-changed = , with { $n ->
        [one] 1 assumption
       *[other] { $n } assumptions
    } changed
sentence-without = , without: { $names }
sentence-level = Higher in { $letter } in { $k } of { $n } runs
sentence-unclear = Too close to call
sentence-undefined = Undefined in some runs
sentence-small = About equal: less than { $least } apart
sentence-before = Until year { $year } it was clearly higher in { $letter }.
sentence-equal = No difference in { $n } runs
sentence-sets = ; the same under { $v } of { $m } sets of assumptions
sentence-room = C { $place } in { $k } of { $n } runs
sentence-near = C is within { $least } of { $letters }
sentence-and = { $a } and { $b }
sentence-years = { $n ->
        [one] 1 year
       *[other] { $n } years
    }
# With a decimal English has a plural always; $n is the number as rounded, $written as it is written.
sentence-decimal_years = { $written } years
sentence-weeks = { $n ->
        [one] 1 week
       *[other] { $n } weeks
    }
sentence-all_runs = Show { $n } runs
sentence-error = Something went wrong in the simulation; the last picture stays. It has been noted in the log.

## Where the room’s city lies

place-above = above both
place-below = below both
place-between = between the two

## Time bar

foot-play = Play
foot-pause = Pause
foot-step = One week on
foot-back = One week back
foot-reset = Start over…
foot-replay = Replay the last change
foot-time = Time: weeks since the choice
foot-year = Year { $n }
foot-week = week { $n }
foot-event = Event
foot-speed = Speed
foot-levers = Levers
foot-assumptions = Assumptions
foot-leave = Back to the working view
foot-computing = computing…
foot-caution = { shared-caution }

## Events: as a button says it, what it does, as it is told once it happened

event-breach = Data leak
    .help = Personal data get out; trust is affected for months.
    .happened = data leak
event-outage = Service outage
    .help = Services in some districts work only in part for { $weeks } weeks.
    .happened = outage in { $districts ->
        [one] 1 district
       *[other] { $districts } districts
    }
event-spark = Triggering incident
    .help = Something that brings half-willing people into the street.
    .happened = triggering incident
event-budget_cut = Budget cut
    .help = Less money for a number of weeks.
    .happened = budget cut
event-new_technology = New technology
    .help = A wave of new ideas arrives.
    .happened = new technology
event-reform = Reform
    .help = From that week on one lever has another value.
    .happened = reform
event-restoration = Restoration
    .happened = restoration of order
event-drift = Rules drifted
    .happened = the rules drifted

## The best one-line case of both camps for each lever: autonomy first, then order first

case-own_residents = Who holds their own data can say no, and is asked before use.
    .order = Many small holders cannot see what helps or endangers us all.
case-own_commons = A trust run by residents serves them and answers to them alone.
    .order = A trust that nobody tends is slow, and its few members decide.
case-own_municipality = City hall can be voted out; it is near, and can be watched.
    .order = City hall knows the streets, and acts on data without delay.
case-own_platform = Companies sell what they know; leaving them gets dearer each year.
    .order = Companies build what works, and soon; no city has such engineers.
case-own_state = One holder of all data can turn on anybody, whoever governs next.
    .order = One holder can join the dots, and protect those whom none defends.
case-consent = Asked first, people share what they mean to, and trust what follows.
    .order = Where all must share, nobody free-rides and the needy are counted too.
case-curator = Blurred on the device, no raw data can ever leak from a centre.
    .order = Blurred at the centre, the same protection costs far less accuracy.
case-epsilon = Strong blurring lets the city count us without knowing anyone.
    .order = Strong blurring hides small groups first, and those in most need.
case-openness = What all may read, all may check, improve and build upon.
    .order = What all may read, burglars and rivals may read as well.
case-purpose_limit = Who asks for help must not fear that the police listens in.
    .order = What one office knows may save a life that another looks for.
case-aim_wellbeing = A city exists to meet needs, most of all those left unmet.
    .order = Needs have no end; a city that promises all keeps nothing.
case-aim_cost = What is saved on the weak is paid later, and paid by them.
    .order = Money not wasted today is service that can last tomorrow.
case-aim_order = Order pursued for itself ends by policing those who complain.
    .order = Without order the strong take the street and the weak stay in.
case-automation = A person can be asked why; a machine errs alike for thousands.
    .order = A machine treats all alike, at night too, and costs far less.
case-digital_only = Who cannot go online loses what is due, and nobody sees it.
    .order = One way in, always open, frees staff for those in real need.
case-participation = Who decides on the money sees to it that it serves the street.
    .order = Few have time for meetings; those who do decide for the rest.
case-oversight = Power that is checked errs less, and owns up when it does.
    .order = Each check is a delay, and somebody waits while it is made.
case-surveillance = Who is watched speaks less, and the innocent are watched too.
    .order = Who would do harm thinks twice where somebody may see it.
case-enforcement = Hard policing falls on the poor first, and breeds what it fights.
    .order = A rule that nobody enforces protects only those who need it least.
case-censorship = What may not be said is not gone; it only is not heard in time.
    .order = A false call can bring a crowd to harm before the truth is out.
case-responsiveness = A city that answers the street has fewer reasons to fear it.
    .order = Who gives in to the loudest forgets all those who stay at home.
case-connectivity = Being reached everywhere also means being followed everywhere.
    .order = Coverage everywhere brings services to those who live far out.
case-personalisation = A feed made for me hides from me what my neighbour reads.
    .order = A feed made for me spares me what I have no use for at all.
case-places = Where people meet unplanned, strangers turn into neighbours.
    .order = Meeting places cost much, and not all who come are welcome.
case-continuity = Districts that are linked share luck, work and understanding.
    .order = Districts that are linked also pass on their troubles faster.
case-evolving = Rules that may drift are bent, little by little, by the strong.
    .order = Rules that may not change are wrong as soon as the world moves.

## Levers

levers-autonomy = Autonomy first says
levers-order = Order first says
levers-levers = Levers
levers-add_room = + The room’s city
levers-remove_room = Remove the room’s city
levers-rename = Rename
levers-name = Name of city { $letter }
levers-start = Starts from
levers-about = A word of caution
levers-blend = Between the two cities
levers-blend_left = autonomy first
levers-blend_right = order first
levers-blend_caption = A line between two cities; many others lie off it.
levers-four = Four questions
levers-help = About: { $name }
levers-undo_one = Put back: { $name }
levers-reset = Put all back
levers-assumptions = How people and machines behave
levers-assumptions_door = Assumptions and context
levers-assumptions_note = Assumptions hold in every city and in “no change”. Some are contested; each shows the strength of its evidence and the contrary finding.
levers-set = Set of assumptions
levers-context = Context
levers-source = Source
levers-find = Find an assumption
levers-contrary = Against
levers-back = Back to the levers
levers-easy = Ranges are not equally easy to reach.
levers-mix = mix
levers-close = { shared-close }
levers-changed = { $n ->
        [one] 1 change
       *[other] { $n } changes
    } from { $scenario }

## Levers that share one whole

shares-own = Shares of control
shares-aim = What is aimed for

## What is assumed

assumed-set = Assumed: “{ $set }”. Every city and “no change” have moved.
assumed-changed = { $n ->
        [one] 1 assumption differs
       *[other] { $n } assumptions differ
    } from the set “{ $set }”: every city and “no change” have moved.

## The questions of the debate

question-data = Who holds the data?
question-optimisation = How does the city decide?
question-street = What happens in public space?
question-ties = How do people meet?
question-politics = Can the rules drift?

## Values of levers and assumptions

value-percent = { $value }%
value-of_hundred = { $value } of 100
value-today = today { $value }
value-other = City { $letter } { $value }
value-yes = yes
value-no = no
option-opt_in = ask first
option-opt_out = shared unless refused
option-mandatory = required
option-central = at the data centre
option-local = on each device
option-none = none
option-floor = rounded down
option-round = to the nearest
level-minimal = minimal
level-low = low
level-medium = medium
level-high = high
level-maximal = maximal
blur-none = none
blur-light = light
blur-medium = medium
blur-strong = strong
measure-logits = logits
measure-of_income = of income
measure-per_week = per week
measure-per_year = per year
measure-residents = residents
measure-weeks = weeks

## Strength of evidence

strength-strong = strong evidence
strength-moderate = moderate evidence
strength-weak = weak evidence
strength-contested = contested
strength-judgement = a judgement
strength-theory = theory

## Debate

debate-script = The debate
debate-cues = All cues
debate-choose = Debate
debate-minutes = { $n } min
debate-planned = { $n } planned
debate-end = The end
debate-restart = Back to the beginning
debate-next = Next
debate-previous = Previous
debate-cover = Close the curtain
debate-replay = Replay
debate-tally = Show of cards
debate-count = Or count the cards
debate-done = All counts are in
debate-runs = Twenty runs
debate-projector = Projector view (p)
debate-timer = Time since the first cue
debate-first = autonomy first
debate-second = order first
debate-room = The room’s city, question by question
tally-told = The room said: { $answer }

## The steps of a cue, as the moderator sees them

step-opening = the question
step-past = the common past
step-cities = the two cities
step-trust = why trust this
step-question = ask
step-vote = vote
step-room = set the city
step-curtain = curtain up to year { $n }
step-horizon = year { $n }
step-answer = answer { $n }
step-sets = five sets
step-resident = a life
step-moved = what moved
step-closing = closing round

## The sheet that a moderator prints

cards-time = Time
cards-cue = Cue and question
cards-say = Steps, and what to say

## What lies over the charts at a step

trust-title = Why trust this?
trust-source = { $levers } levers and { $assumptions } assumptions, each with its source, its strength and what speaks against it.
trust-checked = Both cities have the same people and the same luck; { $runs } runs and { $sets } sets of assumptions stand behind each sentence.
trust-cannot = It cannot say what will happen: no city has confirmed it, nobody moves away, and most weights are judgement.
moved-title = What moved
moved-first = before
moved-second = now
moved-by = change
moved-before = Before: { $answer }
moved-after = Now: { $answer }
moved-none = not counted
closing-title = One sentence each
closing-mind = What would change my mind?
closing-thanks = What did the other camp say that I keep?

## What the room says: the answer, and what its card says where that is shorter

answer-most = Most say { $letter }
answer-same = About the same
    .card = same
answer-split = Split
answer-unknown = Don’t know
    .card = don’t know
answer-above = { place-above }
answer-between = { place-between }
answer-below = { place-below }

## Understand

understand-title = What is measured, and for which word
understand-note = Each word of the debate has its dials. None is added up with another: there is no single score.
understand-show = Show in the chart
understand-define = Definition of { $outcome }
understand-near = nearly a definition
understand-close = { shared-close }

## The laboratory: map, mechanisms, curves, tours, glossary

lab-map_title = Model map
lab-map_note = Each lever, mechanism and outcome opens what explains it. Lines say what is handed on, not how much it matters; dashed ones arrive a week later.
lab-from = From lever
lab-to = to outcome
lab-no_way = Nothing leads from this lever to this outcome.
lab-levers = Levers
lab-week = The week, from top to bottom
lab-outcomes = Outcomes
lab-place = Step { $n } of { $of } in the week
lab-previous = The mechanism before
lab-next = The mechanism after
lab-against = Against it:
lab-source = Source:
lab-switch = With it and without it
lab-is_on = It runs. Switch it off to run both cities again on the same seeds.
lab-is_off = It is off in every city from the choice on.
lab-off_means = Off means:
lab-off_too = Also off: { $names }.
lab-compared = Means of { $n } runs on the same seeds, after { $years } years
lab-with = with
lab-without = without
lab-change = change
lab-equations = Equations
lab-equations_note = As they stand in the code, names and words in English. Beneath each parameter its value now; A and B where the cities differ.
lab-curves = The rule itself
lab-assumptions = Assumptions, the same in every city
lab-mechanisms = The twenty mechanisms of a week
lab-off_now = Switched off:
lab-all_on = Switch all on
lab-tours = Tours
lab-tours_note = One question each: say what you expect, see what the runs give, then try it yourself.
lab-predict_first = Say first what you expect; what the runs give stays covered until then.
lab-may_reveal = Noted. You may change it until you go on for the first time.
lab-back = Back
lab-go_on = Go on
lab-leave = Leave the tour
lab-you_said = You expected: { $answer }.
lab-runs_say = The runs: higher in { $letter } in { $k } of { $n }.
lab-runs_alike = The runs: about equal, the mean of { $n } differs by less than is material.
lab-on_sheet = It is on your sheet (My sheet, above).
lab-find = Search a word, a term or an author
lab-found = { $found } entries
lab-term = In the literature:
lab-open = Open
lab-against_this = Against: { $text }
lab-rests = Cited for: { $names }
kind-outcome = outcome
kind-lever = lever
kind-assumption = assumption
kind-mechanism = mechanism
kind-source = source
stop-question = What do you expect?
stop-reveal = What the runs give
stop-notice = Things to notice
stop-try = Things to try
stop-cannot = What the model cannot say
stop-reading = Further reading
response-hazard = Adopting among others
    .x = share of one’s ties who adopted
    .y = chance of adopting, a year
    .given = where the network reaches; online only as the city has chosen
response-sharing = Sharing by choice
    .x = trust in the city
    .y = chance of sharing when one thinks about it
    .given = concern in the middle, exposure and services as usual
response-learning = What machines learn from data
    .x = years of everybody’s data
    .y = accuracy
    .given = a power law with an error that remains
response-ideas = What ideas make of money
    .x = ideas in use, start of the past = 1
    .y = service for one unit of money
    .given = machines half accurate; deliberation as the city has chosen
response-incidents = Complexity and accidents
    .x = complexity of systems
    .y = outages and leaks a year
    .given = machines half accurate; automation as the city has chosen
response-outage = Depth of an outage
    .x = automatic decisions
    .y = part of services that still works
    .given = every other lever plays no part
response-speaking = Speaking while watched
    .x = feeling of being watched
    .y = chance of saying what one thinks
    .given = trust and agreement in the middle, nobody used to it; filtering as the city has chosen
response-arrest = Risk of arrest in a crowd
    .x = people in the street in sight
    .y = chance of arrest as seen
    .given = four officers in sight, records half full; traced as the city’s levers allow
term-wellbeing = subjective well-being
term-service_fit = service quality, need satisfaction
term-running_cost = administrative overhead
term-expression = freedom of expression, voice
term-calm = public order (1 − crime)
term-trust = institutional trust
term-illusion = measurement bias (reported minus lived)
term-wellbeing_low = tenth percentile of well-being
term-agency = political efficacy
term-gap_districts = between-district inequality
term-gap_hardship = social gradient
term-harmed = data harms, incidence
term-takeup = benefit take-up
term-isolated = social isolation
term-crossing = bridging social capital
term-like_minded = homophily, echo chamber
term-machine_mediated = computer-mediated communication
term-adoption = diffusion of innovations
term-sharing = consent rate
term-coverage = coverage of a sample
term-estimate_error = root mean square error
term-concentration = Herfindahl–Hirschman index
term-exposure = privacy risk
term-productivity = total factor productivity
term-ai_quality = learning curve, predictive accuracy
term-incidents = normal accidents
term-active = participation in collective action
term-opinion_spread = polarisation (standard deviation)
term-selection = selection bias
term-silence = preference falsification
term-promise_gap = implementation gap
term-catalyst_ratio = reproduction number of ideas (autocatalysis)
term-mood_coupling = mean-field coupling J
term-mood = collective effervescence, mean field
term-chilling = chilling effect
term-spiral = spiral of silence
term-inertia = default effect, status-quo bias
term-concern_push = privacy calculus
term-spill = privacy externality
term-imitation_q = Bass coefficient q
term-innovation_p = Bass coefficient p
term-divide = digital divide
term-recorded_share = feedback loop of predictive policing
term-backlash = backlash hypothesis (n-shaped)
term-strategic = strategic substitutes and complements
term-lock_in = vendor lock-in
term-loss_weight = loss aversion
term-bound = bounded confidence
term-habituation = hedonic adaptation
term-learn_beta = scaling-law exponent
term-coupling = branching ratio of a cascade
term-gate = administrative burden
term-conversion = intention–behaviour gap
term-audit_trust = procedural justice
term-capture = participation inequality
term-lobbying = regulatory capture
term-displacement = displacement hypothesis
term-epsilon = differential privacy, ε
term-curator = central or local model of differential privacy
term-consent = opt-in, opt-out, mandate
term-purpose_limit = purpose limitation
term-digital_only = dematerialisation, digital by default
term-participation = participatory budgeting
term-oversight = audit, accountability
term-automation = automated decision-making
term-personalisation = algorithmic curation
term-censorship = network censorship
term-places = social infrastructure
term-own_commons = data trust, data commons
term-own_residents = data sovereignty
term-own_platform = platform ownership
term-mobilisation = threshold model of civil violence
term-opinion = opinion dynamics
term-ties = network evolution
term-complexity = normal accident theory
term-politics = institutional drift

## Panels

panel-event_where = Where
panel-event_list = Events on the timeline
panel-event_remove = Remove
panel-exact = Exactly
panel-covered = Shown once its curtain has opened.
panel-answers = The debate’s word
panel-left_out_text = Nobody moves away or arrives; there is no housing market, no election, no national politics, no climate. One simulated resident stands for many. It was validated against no city, and most weights are a matter of judgement.
panel-difference = Map of the difference, A minus B
panel-swap = Swap the sides
panel-stage_on = Projector view
panel-stage_off = Working view
panel-large = Large stage: chart and sentence only
panel-attribution = Map and figures
panel-notes = Notes on the data
panel-export = Take away
panel-picture = Picture of the charts (PNG)
panel-numbers = Numbers, week by week (CSV)
panel-link = Copy the link to this page as it is
panel-command = Copy as a command
panel-design = Sweep this: a design for thousands of runs (TOML)
panel-report = Report to print
panel-copied = Copied.
panel-stage_window = Stage window on a second screen
panel-keys = Keys
panel-keys_on = Single keys act
panel-undo = { bar-undo }
panel-redo = { bar-redo }
panel-replay = { foot-replay }
panel-restart = { foot-reset }
panel-restart_text = What has been set so far would be lost. Going back to the choice keeps it.
panel-rewind = Back to the choice
panel-rewind_note = Levers, assumptions and events stay.
panel-restart_sure = Start over
panel-restart_note = Both cities, all levers, assumptions and events as at the opening. Undo brings them back.
panel-reform_lever = Lever
panel-reform_value = Set to
panel-reform_do = Reform it

## Titles of panels

panel-title-event = Let something happen
panel-title-more = More
panel-title-model_map = Model map
panel-title-glossary = Glossary
panel-title-essay = { essay-title }
panel-title-classroom = For teachers
panel-title-residents = All residents
panel-title-left_out = { shared-left_out }
panel-title-sets = { shared-sets }
panel-title-runs = Run by run
panel-title-resident = { $cities ->
        [3] One resident, three cities
       *[other] { shared-resident }
    }
panel-title-report = { panel-report }
panel-title-restart = Start over?
panel-title-keys = { panel-keys }
panel-title-own_city = Your own city

## The panel of events

panel-event-all = All cities
panel-event-when = In the week shown: { $when }
panel-event-first = Right after the choice. For another week, move the time bar there first.

## The panel of one outcome

direction-more = More is generally held to be better.
direction-less = Less is generally held to be better.
direction-none = Neither more nor less is better as such.
define-definitional = The level follows almost directly from the levers: a difference here is nearly a definition.

## The panel of runs

runs-note = { $outcome } after { $years } years. Each run has its own luck, the same in all cities, and { $residents } residents.
runs-run = Run
runs-gap = { $a } minus { $b }
runs-mean = Mean
runs-middle = { $k } of { $n } runs lie within
runs-range = { $low } and { $high }

## The panel of sets of assumptions

sets-note = Means of { $n } runs each, after { $years } years. No set is the right one; each camp can lock its own.
sets-pick = Assume this

## The panel of one resident, year by year

diary-drawn = The next of a fixed list nobody chose, in a city of { $residents } residents. The same person, the same luck, in every city.
diary-another = The next resident
diary-band = grey: the middle half of residents
diary-living = Living their years…
diary-chart = Well-being, out of 100, from the choice on
diary-choice = choice
diary-years = 10 years
diary-who-lives = Lives in { $district }.
diary-who-less = Needs the city’s services less than most.
diary-who-alike = Needs the city’s services about as much as others.
diary-who-more = Needs the city’s services more than most.
diary-who-freedom = Values deciding for oneself.
diary-who-order = Values order and safety.
diary-who-both = Values a free hand and order alike.
diary-uses-still = Uses digital services, as before.
diary-uses-never = Does without digital services, as before.
diary-uses-began = Uses digital services from year { $year } on.
diary-uses-ended = Gives digital services up in year { $year }.
diary-uses-tried = Tries digital services in year { $year } and leaves them again.
diary-shares-still = Data are shared, as before.
diary-shares-never = Shares no data, as before.
diary-shares-began = Data are shared from year { $year } on.
diary-shares-ended = Data are no longer shared from year { $year } on.
diary-shares-tried = Data are shared from year { $year }, and later no more.
diary-street = Goes into the street in year { $year }, { $n ->
        [one] for one week
       *[other] for { $n } weeks in all
    }: { $reason }.
diary-because-trust = trust in the city had fallen to { $trust } of 100
diary-because-services = services fell short of what was expected
diary-because-others = many others nearby were there
diary-held = Is held for { $n ->
        [one] one week
       *[other] { $n } weeks
    }.
diary-leak = Personal data leak { $n ->
        [one] once
       *[other] { $n } times
    }.
diary-outage = Services are out for { $n ->
        [one] one week
       *[other] { $n } weeks
    }.
diary-spoke = Says openly what there is to say in { $share } of 100 weeks.
diary-wellbeing = Well-being goes from { $first } to { $last }; half of all residents end between { $low } and { $high }.

## Residents: all of them, and one by week

people-picture-spread = How it is spread
people-picture-scatter = Me here, me there
people-picture-district = One district
people-picture-watched = Watch one
people-state = What is looked at
people-by = By
people-by-hardship = hardship
    .note = Thirds of residents by hardship; the same people in every city.
people-by-opinion = opinion
    .note = By what residents thought at the choice, so that the same people are compared.
people-by-use = age of use
    .note = By how long residents have used digital services in that city; groups differ between cities.
people-by-district = district
    .note = By district of the home. Small districts have few residents: look at the count.
people-hardship-least = Least hardship
people-hardship-some = Some hardship
people-hardship-most = Most hardship
people-opinion-order = Order first
people-opinion-both = Both alike
people-opinion-freedom = Autonomy first
people-use-none = No use
people-use-new = Less than { $years } years
people-use-long = { $years } years or more
people-use-always = Since before the choice
people-note = One run of { $n } residents, as after { $years } years. The same people and the same luck in every city.
people-quantiles = Line: from the lowest tenth to the highest tenth; bar: the middle half; mark: the mean.
people-shares = Mark: the share of whom it is true.
people-group = Group
people-count = Residents
people-counted = Higher in { $a }: { $here }. Higher in { $b }: { $there }. The same: { $same }.
people-mine = The resident watched: { $here } in { $a }, { $there } in { $b }.
people-apart = Whole numbers are spread a little, so that dots do not hide each other.
people-alike = the same in both
people-press = Press a dot to watch that resident.
people-covered = Nothing of the years is shown before you have said what you expect.
people-dots = { $n ->
        [one] One resident
       *[other] { $n } residents
    } of { $district }, each at the same place in every city; not their real homes.
people-place = District
people-next = The next resident
people-week = Week { $week } after the choice (year { $years })
people-week_name = Week
people-jump = To the next week in the street
people-never = Never in the street in any of these cities.
people-why = Why, in this week
people-why_note = The model’s own rule, term by term: urge = grievance × (1 + pull of the crowd) − cost − weariness.
people-term-grievance = Grievance
people-term-feel = Pull of the crowd
people-term-cost = Expected cost of acting
people-term-weariness = Weariness
people-term-urge = Urge
people-term-threshold = Threshold
people-why-held = Held: nobody who is held can go.
people-why-stays = The urge, { $urge }, is not above the threshold, { $threshold }: stays at home.
people-why-lets = The urge is above the threshold, but wanting is not doing: the draw, { $draw }, is not below { $conversion }. Stays at home.
people-why-goes = The urge, { $urge }, is above the threshold, { $threshold }, and the draw, { $draw }, is below { $conversion }: goes into the street.
people-why-out_already = The urge, { $urge }, is above the threshold, { $threshold }, and the resident was out already: goes again.
people-why-spark = The urge alone would not do: a triggering incident brings the resident out.
people-why-off = The crowd is switched off: nobody decides to go.
people-speech-spoke = Says openly what there is to say: the chance is { $chance } of 100, the draw { $draw }.
people-speech-silent = Stays silent: the chance of speaking is { $chance } of 100, the draw { $draw }.
people-speech-held = Held, and silent.
people-sharing-forced = Data are shared because they must be; by choice it would be { $chance } of 100.
people-sharing-suffers = Suffers from a misuse and shares nothing; without it, { $chance } of 100.
people-sharing-unasked = Does not think about data this week; if so, would share with a chance of { $chance } of 100.
people-sharing-default = Thinks about data and keeps what is preset; if not, { $chance } of 100.
people-sharing-chose = Chooses about data: the chance of sharing is { $chance } of 100, the draw { $draw }.
people-everything = Every variable in this week
people-open = Show over all weeks
people-parts = What well-being moves toward, part by part, in points of 100
people-part-common = Everybody alike: base, money given back, rents of data
people-part-income = Income
people-part-services = Services
people-part-ties = Ties
people-part-say = A say in decisions
people-part-privacy = Privacy lost
people-part-safety = Safety
people-part-ease = Ease of digital services
people-part-time = Time that participation takes
people-part-detention = Being held
people-part-harm = Harm by data or a machine
people-part-resentment = Being made to share
people-part-sum = Sum

state-hardship = Hardship
state-concern = Concern for privacy
state-risk = Aversion to risk
state-first_opinion = Opinion at the start
state-need = Need of services
state-adopted_ties = Friends who use digital services
state-active_ties = Friends in the street
state-detained_ties = Friends held
state-mood_nearby = Mood of friends within reach
state-opinion_gap = Distance to opinions heard
state-agree = Voices heard on one’s own side
state-adopted = Uses digital services
state-joined = Began to use them this week
state-connected = Reached by the network
state-shares = Data are shared
state-willing = Willingness to share where one must
state-record = What is held on record
state-recognition = Known to the services
state-turnout = Turnout at votes on the budget
state-takeup = Services received of those due
state-satisfaction = Satisfaction with services
state-harm_weeks = Weeks of harm left
state-watched = Feels watched
state-accustomed = Used to being watched
state-mediated = Contacts through machines
state-tie_worth = What ties are worth
state-speaks = Says what there is to say
state-mood = Mood of the crowd
state-weariness = Weary of protest
state-acted = Memory of having acted
state-acting = Went into the street
state-active = In the street, not arrested
state-detention = Weeks of detention left
state-trust = Trust in the city
state-expectation = Expected satisfaction
state-privacy_lost = Privacy lost, as felt
state-agency = A say in decisions
state-wellbeing = Well-being
state-opinion = Opinion: order first below 0, autonomy first above
state-opinion_anchor = Where opinion settles
state-tie_count = Number of ties
state-digital_count = Digital ties

## The essay sheet, kept by the visitor's browser

essay-title = My sheet
essay-note = What you collect here stays in this browser: nobody else sees it, and nothing is sent. What you predict in a tour comes by itself.
essay-empty = Nothing here yet.
essay-add_figure = Add the picture of the charts
essay-add_note = Add a note
essay-note_title = Note
essay-print = Print
essay-full = The browser has no room for more. Remove a picture, or print and start afresh.
essay-up = Up
essay-down = Down
essay-remove = Remove
essay-write = Your own words
essay-receipt = Receipt: how to find these figures again
essay-erase = Erase everything
essay-prediction = What I expected: { $title }
essay-figure_title = { $outcome }, after { $years } years

## The teacher's page, and the worksheet

class-note = For a lesson with this page: where a class finds it, what to print, what to do when. No accounts, no marks; nothing that students do is kept.
class-reach = Where students find the page
class-large = Large, with a code for telephones
class-alone = This page answers this machine alone. To let a class in, start it with
class-seats = It takes { $seats } at once; here now: { $taken }. This machine has { $processors ->
        [one] one processor
       *[other] { $processors } processors
    }.
class-measured = Measured with { $processors } processors that had other work to do as well (load { $load }): of { $sessions } visitors who all move sliders, 19 of 20 first curves within { $p95 } s; in the worst session, within { $worst } s.
class-prepare = Prepare a tour
class-tour = Tour
class-step = Opens at
class-link = Link for the class:
class-copy = Copy
class-copied = Copied.
class-open_curtain = From the second step on the curtain is open: who comes in here sees what the runs give without having predicted it.
class-worksheet = Print the worksheet of this tour
class-plan_title = A lesson of { $minutes } minutes
class-minutes = { $minutes } min
class-plan-start = Before: link and worksheet. All open the page; nobody needs an account. Read the tour’s question aloud.
class-plan-read = Tour “How to read it” together at the beamer: what a line is, what luck does, up is more and not better.
class-plan-predict = Each on their own: step 1 of your tour. Predict, and write a reason on the worksheet before anybody looks.
class-plan-tour = In pairs: steps 2 to 4. What do the runs give? What do you notice? One thing to try each.
class-plan-talk = Together: who was surprised, and why? Step 5: what can the model not say? Which assumption would you doubt first?
class-plan-second = A second tour of the students’ choice, or the same one with another city, set of assumptions, or a mechanism switched off.
class-plan-residents = “All residents”: the same person here and there. For whom is it better, for whom worse?
class-plan-essay = Each on their own: “My sheet”. Two figures with their receipts, what was predicted, ten sentences.
class-plan-close = To take home: one thing that the model shows, one that it assumes, one that it cannot say.

worksheet-name = Name:
worksheet-why = Because:
worksheet-essay = What I conclude, and what would change my mind

## What is taken away

export-scenario = City { $letter } as a scenario file (TOML)
export-prints = It prints the sentence’s figures after { $years } years: { $n } runs of { $residents } residents.
export-files_own = It reads { $files } in the folder where it is given, and { $mapping } beside them, saved when the city was checked.
export-files_first = First save { $files } from the menu ⋯, into the folder where the command is given.
export-mean = After the choice, values of outcomes are means of { $n } runs; people in the street (active) are those of one run.
export-draft = A draft: these values are of { $n } residents; the full run was not finished.
export-scale = Values are the model’s own: 0 to 1 where the page says out of 100. On the page

## The six answers: their questions, and what is around their pictures

six-why = Why do they differ?
six-who = Who is better off?
six-assumed = { shared-sets }
six-flip = What would flip it?
six-district = My district
six-choice = Is there another choice?
six-year = Year { $year }
six-levels = { $outcome }, year { $year }: { $pair }.
six-levels_word = { $outcome }, year { $year }: { $pair }; { $word }.
six-covered = The curtain is closed: no answer before it opens.
six-choice-wait = One can choose between two outcomes once both are revealed.
six-asked = What is known already will stand here in a moment.
six-failed = This answer could not be computed; the reason is in the log.
six-computing = Being computed
six-provisional = A first look, from few runs; being made surer
six-done = : { $done } of { $total } cities of this step
six-looks = { $looks } differences were looked at; { $seeds } draws of luck, { $residents } residents in each city.
six-higher = higher in { $city }
part-data = data
part-optimisation = decisions
part-street = streets
part-ties = ties
part-politics = drift of the rules
part-events = events
sixpage-answers = The six answers
sixpage-years = Year looked at
sixpage-picture = Picture (PNG)
sixpage-numbers = Table (CSV)
sixpage-table = The same as a table
sixpage-search = Type three letters
sixpage-find = Show
sixpage-there = Move it there
sixpage-colon = { stage-colon }
sixpage-back = All back
sixpage-across = Across
sixpage-up = Up
sixpage-load = Load a point as city C

# 1, why
six-why-most = Mostly: { $part }.
six-why-none = Nothing to share out.
six-why-raises = raises A above B
six-why-lowers = lowers A below B
six-why-range = light: alone first, or last of all
six-why-square = Only data and decisions changed, all else as in B
six-why-replace = { $a } and { $b } do the same work.
six-why-need = { $a } and { $b } need each other.
six-why-part = Part
six-why-share = Share of A minus B
six-why-low = From
six-why-high = To
six-why-first = First to change
six-why-last = Last to change

# 2, who
six-who-better = { $outcome }, year { $year }: of 100 residents { $a } do better in { $in_a }, { $b } in { $in_b }, { $c } equally.
six-who-more = { $outcome }, year { $year }: of 100 residents { $a } have more in { $in_a }, { $b } in { $in_b }, { $c } equal.
six-who-nobody = { $outcome } is no mean of residents: nobody can be counted here.
six-who-a = in A
six-who-b = in B
six-who-equal = about equal
six-who-group = Group
six-who-all = All residents
six-who-residents = Residents
six-who-worse = Surely worse off in { $city }: { $groups }.
six-who-worse_all = In { $city } nearly every group is surely worse off.
six-group-hardship-0 = least hardship
six-group-hardship-1 = middle hardship
six-group-hardship-2 = most hardship
six-group-opinion-0 = value order most
six-group-opinion-1 = in between
six-group-opinion-2 = value freedom most
six-group-harmed = harmed in { $city }
six-group-held = held in { $city }
six-group-isolated = isolated in { $city }
six-group-districts = { $n ->
        [one] { $n } district
       *[other] { $n } districts
    }

# 3, under whose assumptions
six-assumed-sentence = { $outcome }, year { $year }: of { $n } admissible assumptions A is higher in { $a }%, B in { $b }%.
six-assumed-sample = { $n } assumptions drawn over the whole ranges of { $varied } numbers; grey: too close
six-assumed-close = too close
six-flip-missing = none found in { $n } tries
six-assumed-alike = With every holder misusing data alike ({ $n } drawn): A { $a }%, B { $b }%.
six-assumed-set = Set of assumptions
six-assumed-word = Difference
six-assumed-share = Share of assumptions: A higher, B higher, too close

# 4, what would flip it
six-flip-sentence = { $outcome } turns if “{ $name }” goes from { $start } to { $to }.
six-flip-none = No single change turns it; { $n } were tried.
six-flip-no_lead = There is no lead to turn.
six-flip-joint = All { $n } together turn it, each by { $percent }% of its range on average.
six-flip-moved = Assumptions are moved: the charts follow.
six-flip-now = now
six-flip-there = turns here
six-flip-share = of its range
six-flip-assumption = Assumption
six-flip-kind = Kind
six-flip-from = From
six-flip-to = To
six-flip-distance = Share of its range

# 5, my district
six-district-choose = Type three letters, or tap a district.
six-district-unmapped = { $outcome } is not measured by district; choose another outcome.
six-district-sentence = { $outcome }, year { $year }, { $place }: { $here }. Whole city: { $whole }.
six-district-behind = { $n } of { $all } residents stand behind it; A minus B is { $low } to { $high }: { $word }.
six-district-place = Place
six-district-whole = whole city
six-district-year = year

# 6, another choice
six-choice-sentence = { $x } and { $y }, year { $year }: { $k } of { $m } cities are unbeaten, { $r } under every set.
six-choice-more = more is better
six-choice-less = less is better
six-choice-best = unbeaten
six-choice-robust = unbeaten under every set
six-choice-other = beaten
six-choice-city = City
six-choice-load = A point loads as the room’s city.
six-choice-mixed = B with, of A: { $taken }

## Keys of the keyboard, and what they do

key-pages = Page Down, Page Up
    .does = next and previous cue (debate)
key-space = Space
    .does = play and pause
key-arrows = ← →
    .does = one week back, one week on
key-six = 1 to 6
    .does = why, who, whose assumptions, what would flip it, my district, another choice
key-p = p
    .does = projector view
key-l = l
    .does = large stage: chart and sentence only
key-b = b
    .does = blank the screen
key-x = x
    .does = swap the sides
key-r = r
    .does = replay the last change
key-t = t
    .does = the runs behind the sentence
key-z = z
    .does = cut the axis to the part in use
key-u_y = u, y
    .does = undo, redo
key-help = ?
    .does = these keys

## The report to print

report-title = Two Cities: report of a comparison
report-values = Values
report-values_note = One run of { $residents } residents; each value is the mean of the four weeks that end the year.
report-values_mean = Means of { $n } runs of { $residents } residents; each value is the mean of the four weeks that end with the year.
report-unfinished = The run is not finished, so there are no values yet. Open the report again in a moment.
report-outcome = Outcome
report-year = year { $n }
report-levers = Levers that differ
report-lever = Lever
report-today = today
report-assumptions = Assumptions
report-set = Set of assumptions: { $set }
report-events = Events let loose
report-room = What the room said
report-receipt = Receipt
report-none = None was changed.
report-zoomed = In the picture the chart’s axis is cut, as written in it.

## An own city: files to pick, and the screen on which everything read of them is checked

own-door = Open a city of your own
own-intro = Pick a file of districts with their population: a table, boundaries, or both. Everything stays on this machine.
own-closed = This page takes no files, because others can reach it too. On your own machine, started with two-cities app, it does.
own-slot-districts = Districts: boundaries, or a table
    .help = { $endings }; { $most } MB at most, tables 12 MB.
own-slot-figures = Figures of the same districts, if apart
    .help = { $endings }; joined by a code or the name.
own-slot-mapping = Mapping from an earlier check
    .help = { $endings }
own-pick = Pick a file
own-other_file = Pick another file
own-drop = Leave out
own-sending = { $name } is being handed over: { $percent }%
own-too_large = { $name } is larger than { $most } MB.
own-wrong_kind = { $name } is of no kind that can be read here: { $endings }.
own-empty = { $name } is empty.
own-reading = The files are being read…
own-headline = { $districts ->
        [one] { $districts } district
       *[other] { $districts } districts
    }, { $people } people; { $basis }.
own-problems = { $n ->
        [one] One thing stands against it:
       *[other] { $n } things stand against it:
    }
own-basis-absolute = hardship by its level
own-basis-rank = hardship by rank within the city
own-basis-mixed = hardship partly by level, partly by rank
own-basis-drawn = hardship drawn by chance
own-guesses = What was understood
own-guessed = guessed
own-said = said by you
own-open = please say
own-none = none
own-guess-name = Name of the district
own-guess-key = Code of the district
own-guess-population = Population
own-guess-population_unit = Population counted in
own-guess-indicator = What a figure is of
own-guess-value = Figures
own-guess-only = Rows read, by { $column }
own-newest = the newest of each figure
own-guess-area_km2 = Area in km²
own-guess-table = Figures joined
own-guess-header = Row that names the columns
own-guess-sheet = Sheet
own-guess-layer = Layer
own-guess-encoding = Encoding
own-guess-separator = Between cells
own-guess-decimal = Decimal mark
own-guess-crs = Reference system
own-guess-swapped = Latitude comes first
own-separator-comma = comma
own-separator-semicolon = semicolon
own-separator-tab = tab
own-separator-bar = vertical bar
own-decimal-comma = comma
own-decimal-point = point
own-unit-1 = persons
own-unit-1000 = thousands
own-unit-1000000 = millions
own-swapped-true = yes
own-swapped-false = no
own-header-rows = rows { $rows }
own-header-row = row { $rows }
own-reads = { $word } ({ $encoding })
own-indicators = Hardship
own-add = Another column
own-raises = raises hardship
own-lowers = lowers hardship
own-unused = not used
own-reason-unsure = its name leaves open which way
own-reason-count = counts people; a share is needed
own-reason-text = holds no numbers
own-districts = Districts
own-search = Find a district
own-district = District
own-people = People
own-hardship = Hardship, of 100
own-counts = Counts
own-drawn = drawn
own-more_rows = and { $n } more: narrow the search
own-out-stated = left out by you
own-out-empty = no name, no figures
own-out-again = the same row again
own-out-total = a total of others
own-out-whole = the whole city
own-out-nowhere = no district known
own-out-nobody = no boundary, nobody there
own-map = Map of hardship, { $districts } districts
own-no_map = There is a map as soon as nothing stands against it.
own-squares = Squares, not the real map
own-unsourced = source of the data not stated
own-notes = What the reading found out
own-words = What the page and exports say of it
own-words-title = Name of the city
own-words-attribution = Source of the data
own-words-licence = Licence
own-take = Show this city
own-save = Save the mapping ({ $name })
own-save_note = Put beside your files, it spares you all of this the next time.

## Links

link-older = This link is of an earlier version ({ $version }) of the page and was carried over to version { $now }.
link-model = It was made with model version { $then }; this is version { $now }, so numbers may differ.
link-city = This link shows the city { $city }, which is not offered here. To open it, start the page with that city’s file: two-cities app --city FILE.
link-dropped = Not known here, and left out: { $names }.

## The server has no seat, or the page could not be drawn

server-waiting = All seats of this server are taken. This page opens by itself when one is free: you are number { $n } in line.
server-crowded = This server is full, and so is the line. This page tries again by itself.
server-join = Type this address, or point your telephone’s camera at the picture
server-broken = Something went wrong while drawing the page. It has been noted in the log.
server-again = Try again

## Cities: titles, and notes on the data of a city

city-invented = An invented city
city-not_stated = not stated
city-note-invented = Everything about this city is invented: its districts, homes and hardship are drawn.

## Calibration

calibration-title = Calibrated assumptions
calibration-reason = Medians of the { $kept } of { $points } points nearest to targets for { $outcomes }.

## A plain number in generated tables

docs-number = number

## Cities: what the reading of a file found out

reading-more = { $names } and { $n } more
reading-lines-above = Lines above the header left out: { $count }; the header is row { $line }.
reading-header-joined = The columns are named by the rows { $rows } together, which is a guess.
reading-lines-below = Remarks below the table left out: { $count }, from row { $line } on.
reading-second-header = Row { $line } holds codes or units, not a district: left out.
reading-labels = The codes of the columns are replaced by their labels, in row { $line }.
reading-header-again = The header stands in the table again, left out: row { $lines }.
reading-long = A row for each figure: a column was made of each { $indicator }, with the figures of { $value }, for { $count } districts.
reading-filled-down = Column { $column }: an empty cell is read as the one above it, as in merged cells.
reading-only = Column { $column }: only the rows with { $value } are read, of { $names }, which is a guess. Others are chosen by [only] in { $mapping }.
reading-newest = Column { $column }: the newest with figures is read, { $value }, of { $names }. Another is chosen by [only] in { $mapping }.
reading-newest-each = Column { $column }: the newest with figures is read of each, { $told }. One for all is chosen by [only] in { $mapping }.
reading-columns-twice = Columns that appear more than once, numbered here: { $names }.
reading-trailing = Separators at the end of rows without anything behind them: { $count } rows.
reading-layers = The file has the layers { $names }; read: { $used }.
reading-sheets = The workbook has the sheets { $names }; read: { $used }, which is a guess. Another is chosen by sheet = "..." in { $mapping }.
reading-hidden = Rows hidden in the workbook, and read all the same: { $names }. To leave them out, write leave_out = [{ $quoted }] into { $mapping }.
reading-hidden-columns = Columns hidden in the workbook, and read all the same: { $names }.
reading-as-shown = Read as the workbook shows them, by their number formats (.23 as 23 %, thousands left off), in the column: { $names }.
reading-encoding = Not UTF-8: read as { $encoding }, which is a guess. If names look wrong, say encoding in the mapping or save the file as UTF-8.
reading-joined = Figures of { $table } joined to the boundaries over the column { $column }: { $count } districts.
reading-no-figures = Boundaries without figures, left out: { $names }.
reading-no-boundary = Figures without a boundary, left out: { $names }.
reading-names-repeat = Names that repeat are told apart by the column { $column }: { $names }.
reading-left-out-empty = Neither name nor figures, left out: { $names }.
reading-same-row = The same row again, name, figures and boundary, left out: { $names }.
reading-thousands = Thousands separators understood in the column: { $names }.
reading-decimal-comma = Decimal commas understood in the column: { $names }.
reading-percent = Per cent signs left out in the column: { $names }.
reading-unit = Units or footnote marks left out in the column: { $names }.
reading-suppressed = Column { $column }: read as missing wherever it says { $names }.
reading-ambiguous = Column { $column }: { $cell } is read as { $value }. If that is wrong, write decimal = "," or "." into { $mapping }.
reading-nowhere = Not a district but people of none that is known, left out: { $names }.
reading-in-thousands = Column { $column } counts thousands: multiplied by 1,000.
reading-in-millions = Column { $column } counts millions: multiplied by 1,000,000.
reading-parts-of-people = Column { $column } holds fractions of people, such as { $value }, as estimates do: read as they are. If it counts thousands, say population_unit = 1000 in { $mapping }.
reading-negative = Column { $column }: such a figure can be none, taken as missing: { $names }.
reading-totals = Not a district but a total of others, left out: { $names }.
reading-averages = Not a district but an average, median or extreme of others, left out: { $names }.
reading-dominant = More people than in all other districts together: { $name }. If it is the whole city or a region, write leave_out = [{ $quoted }] into { $mapping }.
reading-whole = Not a district but the whole city, left out: { $names }.
reading-left-out-nobody = No usable boundary and nobody lives there, left out: { $names }.
reading-no-figure-at-all = No figure at all in the column, which says nothing about hardship: { $names }.
reading-fractions = Column { $column } holds fractions of 1: read as per cent.
reading-reprojected = Coordinates converted from { $crs } to longitude and latitude.
reading-degrees-assumed = The file does not say its reference system: longitude and latitude (WGS 84) assumed.
reading-swapped = Latitude and longitude were swapped: exchanged.
reading-at-sea = The map lies in the open sea, at longitude { $longitude } and latitude { $latitude }. If that is wrong, say crs or swapped in { $mapping }.
reading-perhaps-swapped = Latitude and longitude look swapped: longitude { $longitude }, latitude { $latitude }. If so, write swapped = true into { $mapping }.
reading-degrees-all-the-same = The file declares { $crs }, but its numbers lie in no such place, and on land as degrees: read as longitude and latitude.
reading-same-boundary = Districts with the very boundary of another: { $names }.
reading-far-away = Far away from all others, so that the boundary is not used: { $names }.
reading-repaired = Invalid boundaries repaired: { $names }.
reading-broken = Boundaries that cannot be used (no area, or crossing themselves everywhere): { $names }.
reading-no-geography = No boundaries for { $count ->
        [0] all districts
       *[other] { $names }
    }: equal squares in the file's order, so places, borders and neighbours are not the real ones.
reading-joined-over = Neighbours share a border or a corner, or face each other over at most { $gap } m, as across a river.
reading-beside = Drawn as a square beside the map, in no real place and next to whatever is nearest: { $names }.
reading-islands = No chain of borders leads from here to the rest of the city: { $names }.
reading-uninhabited = Nobody lives in: { $names }. No resident is placed there.
reading-hardship-drawn = No hardship indicator: the hardship of districts is drawn and says nothing about the real city.
reading-missing = No figure for { $column }, hardship rests on the other indicators: { $names }.
reading-without-indicators = No indicator at all, hardship set to the city's average: { $names }.
reading-hardship-from = Hardship is raised by: { $raising }; lowered by: { $lowering }.
reading-absolute = { $column } counts by its level: hardship 1/2 at { $value } ({ $source }).
scale-unemployment = Eurostat, Unemployment statistics and beyond, European Union 2022
scale-poverty = Eurostat, Income poverty statistics, European Union 2018
scale-no_upper_secondary = OECD, Education at a Glance 2023, indicator A1, average of OECD countries 2022
scale-tertiary = OECD, Education at a Glance 2023, indicator A1, average of OECD countries 2022
reading-ranked = By rank within the city only, which does not tell a poor city from a rich one: { $names }.
reading-offered-unsure = Looks like an indicator of hardship, but whether it raises or lowers it is for you to say (raise_hardship or lower_hardship in { $mapping }): { $names }.
reading-offered-count = Looks like an indicator of hardship, but counts people where a share is needed; divide it by the population: { $names }.
reading-offered-text = Looks like an indicator of hardship, but holds no numbers: { $names }.
reading-columns-guessed = Read as the districts' names: { $name }; as their population: { $population }.
reading-ignored = Columns not used: { $names }.

hindcast-prompt = Telephones that ask before they track: the share that agrees, by two counts; the model: residents who share data, a year after a platform's city has come to ask first.
hindcast-participants = A tenth more of a social network: people in the street; the model: after a spark, with a tenth more of connectivity.
hindcast-support = A tenth more of a social network: support of the government rose; the model: the change of trust, after a spark, with a tenth more of connectivity.
hindcast-feed = A third less of the like-minded in the feed for three months: no measurable change of attitudes; the model: the change of the spread of opinions, with a third less personalisation, against the difference that is called about equal.

design-how = Run it with: { $command }
design-look = Look at it with: { $command }
design-note = Both cities, the assumptions, the city, five seeds; moved levers vary, or else those in which A and B differ, one at a time.
design-left_out = Not in this design: { $what }
design-one_city = { $n ->
        [one] the event in one city only
       *[other] { $n } events in one city only
    }
design-room = the room’s city
design-own_city = your own city with its files, which a design names by one file given at the start; { $city } stands in its place
design-one_scenario = a second scenario, as A and B start from the same
design-names = the cities’ names

panel-title-study = Study
study-door = Study
study-closed = This page shows no study. Start it with two-cities app --study DIR, the folder of a study or of a search.
study-pictures = What is shown
study-outcome = Outcome
study-second = Upwards
study-group = Of
study-year = When
study-refused = There is no such picture of this study:
study-busy = The figures are being made…
study-best = Nothing better in both
study-load = Load as the room’s city
study-table = The same as a table
study-median = median
study-half = half of the runs
study-most = nine tenths of the runs
study-years = years after the choice
study-more_better = more is better
study-less_better = less is better
studied-picture-fan = Spread by week
studied-picture-paired = Differences
studied-picture-factors = What decides
studied-picture-points = All points
studied-in = { $done } of { $planned } runs are in.
studied-failed = { $n ->
        [one] One failed.
       *[other] { $failed } failed.
    }
studied-sampled = Too large to be read whole here: shown are { $shown } of { $points } points, with the first { $seeds ->
        [one] seed
       *[other] { $seeds } seeds
    } of each.
studied-damaged = { $n ->
        [one] One file is not as it was written and is left out.
       *[other] { $n } files are not as they were written and are left out.
    }
studied-unread = { $n ->
        [one] One file was not looked into: more runs may be in.
       *[other] { $n } files were not looked into: more runs may be in.
    }
studied-search = A search, { $n } of { $of } generations read. It asks for cities where it expects better ones: they are no sample, so there is neither spread nor sensitivity.
studied-own_city = A study of the city { $city }. To load its points into that city, start the page with --city and its file too.
studied-not-pair = This study has one scenario; a difference takes two.
studied-not-varied = This study varies nothing, so nothing can decide.
studied-not-done = { $n ->
        [one] One run is not done yet; this analysis needs them all.
       *[other] { $n } runs are not done yet; this analysis needs them all.
    }
studied-not-whole = { $n ->
        [one] One run failed, and this design needs every point: { $command } tries again.
       *[other] { $n } runs failed, and this design needs every point: { $command } tries them again.
    }
studied-not-together = This design varies one thing at a time; how far each decides takes a design that varies all at once.
studied-not-many = { $n } points are too few; this analysis needs { $needs }.
studied-more_than_levers = Not loaded: this point is more than levers. It also changes: { $what }.
studied-otherwise = Loaded. The page differs from the study in: { $what }.
studied-other_city = the city (there: { $city })
studied-other_assumptions = the assumptions (there: { $set })
studied-minus = { $first } minus { $second }
studied-dummy = a factor without any effect
studied-count-undefined = { $n } undefined
studied-count-failed = { $n } failed
studied-count-pending = { $n } to be done
studied-counted = { $city }: { $n ->
        [one] one run.
       *[other] { $runs } runs.
    }
studied-counted_without = { $city }: { $n ->
        [one] one run
       *[other] { $runs } runs
    }; left out: { $what }.
studied-rest = { $n ->
        [one] One more scenario stands in the table only.
       *[other] { $n } more scenarios stand in the table only.
    }
studied-city = City
studied-runs = Runs
studied-left_out = Left out
studied-low = 5 %
studied-median = Median
studied-high = 95 %
studied-higher = higher in { $city }
studied-by_size = { $n } of { $of } points by size of the difference; bars: 90 % intervals over seeds; hollow: no more than luck
studied-leads = { $first } leads at { $first_leads } of points ({ $first_beyond_luck } beyond luck), { $second } at { $second_leads } ({ $second_beyond_luck }).
studied-pairs_out = Pairs of runs left out: { $what }.
studied-pair = Difference
studied-points = Points
studied-without = Without a value
studied-share-first_leads = First leads
studied-share-first_beyond_luck = beyond luck
studied-share-second_leads = Second leads
studied-share-second_beyond_luck = beyond luck
studied-percent = { $n } %
studied-index-sobol = total effect (Sobol’)
studied-index-morris = mean |effect| (Morris)
studied-index-pawn = distance of distributions (PAWN)
studied-lines = Lines: 95 % intervals. Unsettled: an interval of more than ±0.1 (of the largest effect, with Morris), no finding yet. No more than chance: a factor without any effect could have it.
studied-method-sobol = Which share of the variance goes with each factor, alone and with others.
studied-method-morris = How far the outcome moves, on average, when one factor moves.
studied-method-pawn = How far each factor moves the outcome’s distribution, 0 to 1.
studied-no_index = There is no index: { $why }.
studied-factor = Factor
studied-index = Index
studied-reach = ± (95 %)
studied-verdict = Verdict
studied-verdict-settled = settled
studied-verdict-unsettled = unsettled
studied-verdict-as_dummy = no more than chance
studied-verdict-constant = constant
studied-verdict-undefined = undefined at some points
studied-verdict-chance = what chance alone gives
studied-tap = Means over seeds. A tap on a point loads it as the room’s city.
studied-drawn = { $n } of { $of } points are drawn.
studied-points_without = { $n ->
        [one] One point has no value.
       *[other] { $n } points have no value.
    }
studied-no_frontier = No best points: of one of the two outcomes neither more nor less is better.
studied-point = point { $n }, { $city }: { $values }
studied-end = at the end of the runs
studied-year = { $n ->
        [one] after one year
       *[other] after { $n } years
    }
studied-help-weekly = Drawn week by week; the table has the last week that is drawn.
studied-help-mean = Figures are means of four weeks: the last ones of the runs, or of the year chosen.
studied-shipped = Shipped scenario
studied-shipped_held = Filled squares: shipped scenarios that are points of this study: { $names }.
studied-shipped_beside = { $n ->
        [one] Hollow squares are no points of this study. They were computed beside it, in its city, under its assumptions, on one of its seeds: { $names }.
       *[other] Hollow squares are no points of this study. They were computed beside it, in its city, under its assumptions, on { $n } of its seeds: { $names }.
    }
studied-shipped_pending = The other shipped scenarios are being computed beside the study…
studied-absent-too_long = Not in the picture, as computing them beside the study would take too long: { $names }.
studied-absent-without = Not in the picture, as they have no value here: { $names }.
studied-number = No.
studied-origin = Computed
studied-origin-study = in the study
studied-origin-beside = beside it

## What is wrong with a file or a value: told on the command line, and on the page in its language

problem-and = { $first } | { $second }
problem-archive = { $file }: not a sound archive
problem-cell = { $file }, { $row }, column { $column }
problem-city = unknown city { $city }; { $offer } (or a path that ends in { $endings })
problem-city-name = city { $city }: not a name
problem-city-outside = city { $city } lies outside the folder of cities; a path ends in { $endings }
problem-colon = city { $city }: after the colon comes the number of districts, e.g. synthetic:256
problem-column-twice = { $file }: column { $column } appears twice with different cells; remove or rename one of them
problem-csv = { $file }, row { $row }: a quotation mark is not closed, or stands inside a cell without being doubled
problem-csv-long = { $file }, row { $row }: a cell of more than { $most } characters; a quotation mark may not be closed
problem-did-you-mean = did you mean { $name }?
problem-empty = { $file }: the file is empty
problem-encoding = { $file }: cannot be read as encoding = { $encoding }
problem-encoding-unsure = { $file }: what its letters are is unsure, { $readings }; say it in { $mapping }: encoding = "{ $encoding }", for example
problem-ending = { $file }: a city's file ends in { $endings }
problem-feature = feature { $number }
problem-finite = { $name } = { $value } must be finite (allowed: { $allowed })
problem-foreign-digits = { $place }: { $cell } is not a number; write its digits as 0 to 9
problem-formula = { $place }: the value of the formula is not saved with the workbook; open it in a spreadsheet program and save it
problem-header-empty = { $mapping }: header: row { $row } of { $file } is empty or not there
problem-header-rows = { $file }: the columns were taken to be named in row { $rows }; if they are named elsewhere, or in several rows over each other, say which in { $mapping }: header = [{ $rows }], for example, or header = [{ $first }, { $next }]
problem-from-to = { $low } to { $high }
problem-intricate = boundaries run over each other everywhere or are too intricate; give each place to one district only and simplify the boundaries
problem-json = { $file }: broken JSON at line { $line } ({ $reason })
problem-json-expected = { $character } expected
problem-json-measure = a number or a nesting beyond all measure
problem-json-unexpected = { $found } is not expected here
problem-json-short = the file ends too early
problem-json-end = something stands behind the end
problem-known = known: { $names }
problem-known-first = known: { $names } and others, { $count } in all
problem-landmark = { $mapping }: landmarks: no district is called { $name }
problem-landmark-but = { $mapping }: landmarks: no district is called { $name }; did you mean { $close }?
problem-large = { $file }: larger than { $most } MB ({ $size } MB)
problem-large-sheet = { $file }: a sheet of more than { $rows } rows, { $columns } columns or { $cells } cells; keep the rows of one city
problem-layer-not-utf8 = { $file }: not UTF-8 text; save it as UTF-8
problem-layer-of = layer of { $file }
problem-layer-unsure = { $file }: several layers may be the districts ({ $names }); say which in { $mapping }: layer = { $first }, for example
problem-leave-out = { $mapping }: leave_out: no district or row is called { $name }
problem-letters = { $where }: { $key } = { $value } must be text of at most { $most } letters
problem-long-name = { $place }: a name has at most { $most } printable characters
problem-many-columns = { $file }: { $columns } columns; at most { $most } are possible
problem-many-districts = { $file }: { $districts } districts; at most { $most } are possible
problem-many-features = { $file }: more than { $most } features; keep those of one city
problem-many-points = { $file }: more than { $most } points; simplify the boundaries
problem-many-properties = { $file }: more than { $most } columns (names of properties)
problem-many-rows = { $file }: more than { $most } rows or { $cells } cells; keep those of one city
problem-many-shp = { $file }: { $count } shapefiles within ({ $names }); keep one
problem-mixed-shares = { $place }: { $small } is a share of 1 among per cents such as { $large } (such cells: { $count }); write all as per cents, or, if they are right as they stand, as_written = [{ $column }] in { $mapping }
problem-mixed-thousands = { $place }: { $small } looks like thousands among amounts such as { $large } (such cells: { $count }); write all in one unit, or, if they are right as they stand, as_written = [{ $column }] in { $mapping }
problem-more = and { $n } more of this kind
problem-must-be = { $file }: { $key } = { $value }; it must be { $wanted }
problem-name-twice = { $place }: { $name } is already the name in { $other }; a column of codes tells them apart (name it in { $mapping }: [columns] key = ...)
problem-long-table = { $file }: each name stands in { $times } rows, which differ in { $columns }; keep one row for each district, such as those of { $column } = { $value }, or say which to read in { $mapping }: [only] { $column } = { $value }
problem-only-unsure = { $file }: several rows for each district, which differ in { $column } ({ $names }); say which are to be read in { $mapping }: [only] { $key } = { $first }, for example
problem-only-column = { $mapping }: none of the files has a column { $column }; { $offer }
problem-only-row = { $mapping }: [only]: no row has { $value } in the column { $column }; { $offer }
problem-one-kind = { $file }: all rows are of { $value } in the column { $column }, so that others may be missing; if these are the people meant, say so in { $mapping }: [only] { $column } = { $value }
problem-figures-twice = { $file }, row { $first } and row { $second }: two figures of { $column } for { $district }, in rows that differ in { $apart }; say which are to be read in { $mapping }: [only]
problem-no-column = { $file }: no column { $column }; { $offer }
problem-no-column-for = { $file }: no column for { $what }
problem-no-column-named = { $file }: no column { $column }; { $offer } (name it in { $mapping }: [columns] { $key } = ...)
problem-no-degrees = { $file }: coordinates such as ({ $x }, { $y }) are no degrees; say their reference system in { $mapping }, e.g. crs = "EPSG:2154"
problem-no-degrees-but = { $file }: coordinates such as ({ $x }, { $y }) are no degrees; say their reference system in { $mapping }, e.g. crs = "EPSG:2154"; these would fit: { $grids }
problem-no-districts = { $file }: no districts
problem-no-file = { $file }: no such file
problem-no-file-but = { $file }: no such file; did you mean { $close }?
problem-no-geojson = { $file }: not a GeoJSON FeatureCollection (no list of 'features'); export it as GeoJSON from your geographic information system
problem-no-header = { $file }, row { $row }: figures, but no row above that names the columns; put one there (name, population, ...), or say in { $mapping } which rows they are: header = [{ $row }], for example
problem-no-layer-file = { $file }: neither TopoJSON, a shapefile nor a GeoPackage; export it as GeoJSON (UTF-8) from your geographic information system
problem-no-name = { $kind } = { $name } is neither a name (letters, digits, - and _) nor a .toml file
problem-no-name-there = { $place }: a name is missing
problem-no-number = { $place }: a number is missing for { $name }; write 0 where nobody lives, or leave it out in { $mapping }: leave_out = [{ $name }]
problem-no-properties = { $file }: its features have neither names nor figures; a shapefile needs its .dbf beside it, and Esri's JSON has to be asked for as GeoJSON (f=geojson)
problem-no-sheet = { $file }: no table of districts in any of its sheets ({ $sheets }); put names and figures of the districts into the columns of one, and say which in { $mapping }: sheet = ...
problem-no-shp = { $file }: no .shp within; a zipped shapefile holds .shp, .shx, .dbf and .prj
problem-no-table = { $where }: { $key } = { $value } must be a table, [{ $key }]
problem-one-column = { $file }: a single column, cut at no comma, semicolon, tab or bar; save the table as CSV
problem-no-text = { $file }: not text in a known encoding; save it as UTF-8
problem-nobody = { $file }, column { $column }: the populations sum to 0
problem-region = { $place }: { $name } has over twenty times the people of all other rows together, like a region around the city; say in { $mapping }: leave_out = [{ $name }], or leave_out = [] if it is a district
problem-not-installed = this needs { $module }, which is not installed: `make install`, or `pip install '.[{ $extra }]'`, in the folder of Two Cities brings it
problem-not-joined = { $first } and { $second }: only { $matched } of { $districts } districts have the same name or key in both; give both files a column with the same codes and name it: [columns] key = ...
problem-joined-by-count = { $first } and { $second } have only numbers of rows in common ({ $column } and { $other }), which may be in another order; if they are the same districts' numbers, say so: [columns] key = { $column }
problem-joined-twice = { $file }: several rows in the column { $column } for { $names }, so that it is open whose figures are the boundary's; keep one of each, or name a column of codes: [columns] key = ...
problem-not-known = { $name } = { $value } is not known; { $offer }
problem-not-number = { $place }: { $cell } is not a number
problem-not-shp = { $file }: { $name } is no shapefile
problem-not-utf8 = { $file }: not UTF-8 text (byte { $byte }); save it as UTF-8
problem-number = { $name } = { $value } must be a number (allowed: { $allowed })
problem-of-file = { $file }: { $problem }
problem-one-of-each = { $first } and { $second }: one must be a table, the other hold boundaries
problem-outside = { $place }: { $value } is outside the possible { $low } to { $high }
problem-perhaps-swapped = { $file }: longitude { $longitude }, latitude { $latitude } lies in the open sea, the other way round on land; say in { $mapping } whether latitude comes first: swapped = true, or swapped = false
problem-people-unit = { $file }, column { $column }: { $value } persons? say what it counts in { $mapping }: population_unit = 1000 for thousands, 1000000 for millions, 1 if it is right as it stands
problem-range = { $name } = { $value } is out of range (allowed: { $allowed })
problem-row = row { $number }
problem-same-folder = { $mapping }: table = { $table } must be a file in the same folder
problem-sheet-of = sheet of { $file }
problem-sheet-unsure = { $file }: several sheets may be the table ({ $names }); say which in { $mapping }: sheet = { $first }, for example
problem-short = { $file }, { $row }: { $cells } cells under { $columns } columns; leave a cell empty where a figure is missing
problem-surplus = { $file }, { $row }: { $cells } cells under { $columns } columns; put quotes round what holds the separator
problem-switch = { $name } = { $value } must be true or false
problem-synthetic = city synthetic:{ $districts }: the number of districts must be 1 to { $most }
problem-system = { $file }: the reference system { $system } is not known; say which it is in { $mapping }: crs = "EPSG:..."
problem-table-alone = city { $city }: a table can be joined to a file of boundaries only
problem-toml-broken = { $file }: broken TOML: { $reason }
problem-toml-deep = { $file }: nested too deeply
problem-toml-parts = { $file }: line { $line }: a key of more than { $most } parts
problem-two-meanings = { $file }: column { $column } is given two meanings
problem-unknown = unknown { $kind } { $name }; { $offer }
problem-unknown-key = { $where }: unknown key { $key } = { $value }; { $offer }
problem-unpacks = { $file }: unpacks to { $size } MB; at most { $most } MB
problem-unreadable = { $file }: cannot be read ({ $reason })
problem-unnamed-cells = { $file }: all rows have cells beside the columns that row { $rows } names; name every column there, or say which rows name them together in { $mapping }: header = [{ $first }, { $next }], for example
problem-web-page = { $file }: a web page or XML, not a table; download the table itself, as CSV or XLSX
problem-upon-each-other = districts lie upon each other, over { $borders } borders each on average; give each place to one district only
problem-whole = { $name } = { $value } must be a whole number (allowed: { $allowed })
problem-wide = { $file }: { $degrees } degrees wide, too large for one city (at most { $most }); keep the districts of one city
problem-workbook = { $file }: not a sound .xlsx workbook ({ $reason })

mapping-line = a table with name and points
mapping-place = [longitude, latitude]
mapping-places = at least two places
mapping-reference = a table with value and source
mapping-references = a table, [reference]
mapping-table = a table
mapping-tables = a list of tables
mapping-text = text
mapping-texts = a list of texts
mapping-header = the numbers of one to three rows of the file
mapping-unit = 1, 1000 or 1000000
mapping-only = a table of columns, each with the cell of the rows to be read
mapping-words = text, or a table of languages ({ $known }), { $first } among them

## What the page refuses: values sent to it, files picked, links

fields-cue = cue = { $value } must be letters, digits, - and _
fields-list = { $name } = { $value } must be a list of at most { $most }
fields-missing = { $action }: { $key } is missing
fields-outcomes = { $name } = { $value } must be { $number } different outcomes
fields-table = { $name } = { $value } must be a table
fields-text = { $name } = { $value } must be text
picked-closed = this page takes no files: start it on your own machine, two-cities app
picked-debate = { $file }: a shipped debate is called { $name }; give the file another name
fields-lever = lever
fields-assumption = assumption
fields-field = field
picked-ending = { $name }: a file here ends in { $endings }
picked-many = there are { $most } own cities here; start the page anew to add { $name }
picked-more = slot = { $slot }: more bytes than were announced
picked-no-city = the files make no city yet
picked-no-guess = { $what } is no guess about { $file }
picked-not-base64 = part: not base64
picked-nothing-coming = slot = { $slot }: no file is on its way
picked-nothing-read = no file has been read yet
picked-shipped = { $file }: a shipped city is called { $name }; give the file another name
picked-size = { $name }: size in bytes
link-damaged = this link is damaged; the opening page is shown instead
studied-none = this page shows no study: start it with two-cities app --study DIR
studied-log = see the server's log
