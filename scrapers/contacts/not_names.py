"""Capitalised words that are no part of a person's name: roles, organisations, places, and what job pages shout.

They split a run of capitalised words: of ``Workforce Coordinator Jane Doe`` the last two remain. ``ROLES`` are told
apart because a role beside a name is worth keeping.
"""

from __future__ import annotations

from scrapers.contacts.given_names import fold

_ROLES = """
manager director head chief officer president vice ceo cto cfo coo cio cmo founder co-founder owner partner principal lead
leader team-lead supervisor coordinator co-ordinator administrator assistant associate advisor adviser consultant specialist
expert analyst engineer developer programmer architect designer scientist researcher fellow professor lecturer reader
teacher dean chair chairman chairwoman chairperson secretary receptionist clerk agent executive representative recruiter
recruiting recruitment recruitments talent acquisition sourcer headhunter hr human resources people personnel staffing
generalist buyer planner nurse doctor physician surgeon therapist psychologist pharmacist veterinarian technician mechanic
electrician driver chef cook waiter host editor journalist writer author investigator postdoc student intern trainee
apprentice graduate junior senior sr jr deputy acting interim global regional national international area district general
managing operations operational marketing sales finance financial accounting account accounts legal technical technology
product project program programme research development software hardware data security quality business customer client
services service support training education communications communication public relations administrative administration
office workforce employer branding superintendent captain pastor rabbi curator librarian paralegal attorney lawyer counsel
leiter leiterin leitung abteilungsleiter abteilungsleiterin teamleiter teamleiterin teamleitung gruppenleiter bereichsleiter
bereichsleiterin bereichsleitung personalleiter personalleiterin personalleitung personalreferent personalreferentin
personalabteilung personalentwicklung personalwesen personalmanagement personalservice personalmanagerin personalmanager
personaler personalerin geschaftsfuhrer geschaftsfuhrerin geschaftsfuhrung geschaftsleitung inhaber inhaberin vorstand
sachbearbeiter sachbearbeiterin referent referentin referat berater beraterin mitarbeiter mitarbeiterin sekretariat
sekretarin assistenz assistentin pflegedienstleitung pflegedirektorin pflegedirektor chefarzt chefarztin oberarzt
oberarztin einrichtungsleitung schulleitung schulleiter schulleiterin kanzler dekan dekanin rektor rektorin
ansprechpartner ansprechpartnerin ansprechperson ansprechpartner*in kontaktperson kontakt ausbildungsleiter ausbilderin
responsable directeur directrice chef cheffe charge chargee recruteur recruteuse recrutement ressources humaines rh drh
gestionnaire assistante conseiller conseillere consultante gerant gerante president presidente charges professeur
enseignant chercheur chercheuse ingenieur ingenieure secretaire technicien directora director gerente jefe jefa
responsables encargado encargada reclutador reclutadora seleccion recursos humanos coordinador coordinadora asesor asesora
profesor profesora investigador investigadora tecnico tecnica secretaria directivo gestor gestora gerencia
leidinggevende afdelingshoofd teamleider hoofd directeur manager medewerker medewerkster adviseur coordinator recruiters
personeelszaken personeel hoogleraar docent docente onderzoeker secretaresse beleidsmedewerker p&o hrm bedrijfsleider
vestigingsmanager projectleider teamcoach locatiemanager chef avdelingschef enhetschef enhetschefen sektionschef
gruppchef verksamhetschef prefekt rektor professor rekryterare rekryteringskonsult handlaggare ordforande facklig fackliga
facklig foretradare personalavdelning verksamhetsledare projektledare avdelingsleder avdelingsdirektor seksjonsleder
seniorradgiver radgiver leder daglig kontorsjef instituttleder rekrutterer radmann enhetsleder fagansvarlig afdelingsleder
afdelingschef sektionsleder kontorchef institutleder direktor konsulent fuldmaegtig teamleder lektor adjunkt stabschef
rekrytoija johtaja paallikko esimies toimitusjohtaja henkilostopaallikko henkilostojohtaja palvelupaallikko
asiantuntija koordinaattori professori lehtori yksikonpaallikko tiiminvetaja osastonhoitaja rehtori sihteeri
reditel reditelka vedouci personalista personalistka manazer manazerka naborar naborarka specialista specialistka
konzultant konzultantka jednatel jednatelka asistent asistentka koordinator koordinatorka ucitel ucitelka
dyrektor kierownik kierowniczka specjalista specjalistka rekruter rekruterka menedzer konsultant konsultantka asystent
asystentka koordynator koordynatorka wlasciciel prezes dziekan adiunkt
personalvetare personalansvarlig personalechef personalsjef personalchef hr-chef hr-konsult hr-partner hr-manager
hr-business hr-generalist hr-specialist talentpartner poster hirer hiring scientific
"""
_ORGANISATIONS = """
gmbh mbh ag kg ohg ug se inc incorporated corp corporation llc llp ltd limited plc company co pty bv nv sa sas sarl srl sl
sro s.r.o spol as asa ab oy oyj aps sp z.o.o zoo uab sia ou kft eood doo d.o.o university universitat universitaet
universite universidad universiteit universitet universitetet universita univerzita uniwersytet yliopisto hochschule
fachhochschule college school schule ecole escuela skola skole koulu academy akademie institute institut instituto instituut
institutet institution department departement abteilung faculty fakultat facultad fakultet laboratory lab labs laboratoire
center centre zentrum centrum centro clinic klinik klinikum clinique hospital krankenhaus hopital ziekenhuis sykehus
sjukhus sygehus church foundation stiftung fondation fundacion stichting trust council kommune kommun gemeinde stadt
landkreis city county state ministry ministerium agency agentur agence agencia bureau buro group gruppe groupe grupo groep
holding solutions systems software technologies technology technik networks media digital studio studios consulting
consultancy capital bank insurance versicherung society association verband verein union committee commission board
team staff crew desk helpdesk division unit branch section service services gesellschaft praxis apotheke hotel
restaurant museum library bibliothek theater theatre verlag press editorial house haus home homes airport station store
shop market google linkedin facebook twitter xing instagram youtube github microsoft apple amazon indeed glassdoor
stepstone monster whatsapp telegram zoom skype teams outlook javascript python java react angular sql linux windows
android ios aws azure docker kubernetes excel word powerpoint
"""
_PAGE_WORDS = """
about above accept accepted access accommodation account action additional address all also an and any apply applicant
applicants application applications applying are as at attention attn available award based be become before below benefits
best beyond both browse budget building business but by call calls campus can candidate candidates career careers cc chat
check choose click close closed closing code committed company compensation competitive complete conditions confidential
connect contact contacts content cookie cookies copyright country cover create current cv cvs daily date day days dear
deadline description desired details direct directions discover diversity do documents download due duties each edit eeo
email e-mail emails employee employees employer employment enquiries enquiry inquiries inquiry enter environment equal
equipment estate etc event events every excellence excellent experience explore fax fee feel file find first flexible follow for
form forum free friday from full full-time further future get go good great group growth have health hello help here hi high
hire hiring home hours how i if impact imprint in include including info information innovation inquire interested interview
into is it its job jobs join kind language languages learn legal letter level life like link list live location locations log
login looking mail main make map may me medical meet member members menu message minimum mission mobile monday month more
most must my name navigation near new news next no not note notice now number of offer offers on one online only open opening
openings opportunities opportunity or other our out over overview page part part-time pay per perks permanent phone photo
place please policy portal position positions post posted posting preferred previous privacy process profile programs
projects provide qualifications qualified questions read ready real reference references regards register related remote
report reports required requirements resume resumes resumé résumé responsibilities review role roles salary same save
saturday search see select send share show sign similar site skills skype social some start status stay strong study
subject submit summary sunday talk tel telephone terms thank thanks that the their them then there these they this those
thursday time title to today together tomorrow top total tuesday type under until up updated upload us use user vacancies
vacancy valid values view visit volunteer wage want we web website wednesday week weekly welcome well what when where which
who why will wish with within work working world would write year years yes you your zip sincerely yours cheers dept
january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct
nov dec mon tue wed thu fri sat sun am pm est gmt utc usa uk eu un north south east west northern southern eastern western
new york london berlin paris munich munchen hamburg wien vienna zurich geneva amsterdam rotterdam brussels madrid barcelona
prague praha brno warsaw warszawa krakow wroclaw copenhagen kobenhavn aarhus stockholm goteborg malmo oslo bergen helsinki
tampere dublin edinburgh glasgow manchester birmingham cambridge oxford boston chicago seattle angeles san francisco diego
los washington dallas houston texas california florida ohio canada toronto vancouver australia sydney melbourne brisbane
singapore india bangalore germany deutschland austria osterreich switzerland schweiz france italy italia spain espana
portugal netherlands nederland belgium denmark danmark sweden sverige norway norge finland suomi poland polska czech czechia
cesko republic europe european america american united kingdom states british english german french spanish italian
dutch danish swedish norwegian finnish polish
street st. road avenue ave lane drive square boulevard blvd suite floor building box tower park plaza court place way
strasse str allee weg platz gasse ring ufer damm chaussee rue via calle plaza avenida laan straat weg plein gatan vagen
gade vej gate veien katu tie ulice namesti ulica aleja
der die das den dem des ein eine und oder mit fur bei von zu zum zur im am auf aus als an bis nach uber unter wir sie ihr
ihre ihren ihrem uns unser unsere unseren ihre dein deine du bewerbung bewerbungen bewerben bewerber bewerberin
bewerbungsunterlagen unterlagen anschreiben lebenslauf zeugnisse stelle stellen stellenangebot stellenangebote
stellenausschreibung ausschreibung arbeit arbeitgeber arbeitszeit aufgaben anforderungen angebot anfrage anschrift anfahrt
ausbildung auskunft auskunfte beginn bereich beruf branche datenschutz datum dienst eintritt einsatzort einstellung
erfahrung ergebnis fax fragen frage frau herr freude gehalt gern gerne haben hinweis hauptstrasse homepage impressum
information informationen interesse jahr jahre jetzt karriere kennziffer kenntnisse kontaktdaten kunden kundenservice leben
leistungen medizin monat montag nachricht name nutzen ort personal pflege postfach profil projekt qualifikation rucksprache
ruckfragen rufnummer schwerbehinderte seite standort start studium tag telefon telefonnummer termin thema titel umfeld
unternehmen urlaub vertrag voraussetzungen voraussetzung vollzeit teilzeit website weitere weiterbildung werk wissen woche
zeit ziel ziele zukunft zusammenarbeit januar februar marz mai juni juli oktober dezember dienstag mittwoch donnerstag
freitag samstag sonntag online-bewerbung initiativbewerbung bewerbungsfrist stellenbeschreibung gleichstellung sehr geehrte
geehrter damen herren
le la les un une des du de et ou avec pour par sur dans nous vous votre vos notre nos poste postes emploi offre offres
candidature candidatures candidat postuler recrute envoyer adresse adresser contactez contacter renseignements mission
missions profil formation entreprise societe salaire lieu duree contrat rejoignez accueil mentions legales monsieur madame
bonjour lettre motivation date debut fin numero courriel telephone lundi mardi mercredi jeudi vendredi janvier fevrier
mars avril juin juillet aout septembre octobre novembre decembre
el los las una unos y o con para por sobre en nosotros puesto empleo oferta enviar contacto contactar empresa salario
requisitos funciones lugar fecha inicio telefono correo interesados informacion persona lunes martes miercoles jueves viernes
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
het een en of met voor bij van op aan wij jij jouw onze ons vacature vacatures sollicitatie solliciteren solliciteer functie
werk werken bedrijf salaris locatie datum contactpersoon contactgegevens meer informatie vragen bel mail stuur maandag
dinsdag woensdag donderdag vrijdag januari februari maart mei augustus
och eller med hos om oss vi du din jobb jobbet tjansten tjanst ansokan ansok kontaktpersoner kontaktuppgifter foretag
loen lon plats arbetsplats sista ansokningsdag telefon upplysningar anstallning mandag tirsdag onsdag torsdag fredag
lordag sondag mandag tisdag maj augusti og eller til fra din stillingen stilling soknad ansogning virksomhed arbejde
arbejdssted kontaktpersoner oplysninger opplysninger naermere frist ansogningsfrist soknadsfrist arbeidssted
ja tai kanssa yhteystiedot lisatietoja lisatiedot hakemus hakemukset tyopaikka tehtava tyo palkka haku yhteyshenkilo
puhelin sahkoposti maanantai
pro nebo nas vas nabidka prace misto pozice mzda plat kontaktni osoba osoby telefon email odpovedet zivotopis firma
spolecnost pracovni nabor vice informaci pondeli utery streda ctvrtek patek leden unor brezen kveten cerven
dla lub nas praca oferta stanowisko wynagrodzenie osoba kontaktowa kontaktu rekrutacja aplikuj wyslij firma spolka
miejsce umowa poniedzialek wtorek sroda czwartek piatek styczen
"""

ROLES = frozenset(fold(word) for word in _ROLES.split())
ORGANISATIONS = frozenset(fold(word) for word in _ORGANISATIONS.split())
NOT_NAMES = ROLES | ORGANISATIONS | frozenset(fold(word) for word in _PAGE_WORDS.split())
