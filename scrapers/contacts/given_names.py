"""Given names in use in the languages the reader knows: evidence that capitalised words are a person.

A name missing here can still be found by a title before it, by a label, or by an address that is spelled like it.
Names that are also everyday capitalised words (May, Will, Art …) are in ``AMBIGUOUS`` and never decide alone.
"""

from __future__ import annotations

import unicodedata

_ENGLISH = """
aaron abby abigail adam adele adrian agnes aidan aileen alan alastair albert alec alex alexa alexander alexandra alexis
alfred alice alicia alison alistair allan allen allison alyssa amanda amber amelia amy andre andrea andrew andy angela
angelica angie angus anita ann anna annabel anne annette annie anthony antonia april archie ariana ariel arlene arnold
arthur ashley ashton audrey austin ava avery barbara barry beatrice becky belinda ben benjamin bernadette bernard bernice
beth bethany betsy betty beverly bianca billy blair blake bob bobby bonnie brad bradley brandon brandy brenda brendan
brent brett brian briana bridget brittany brooke bruce bryan bryce byron caitlin caleb callum calvin cameron camilla
candice carina carl carla carly carmen carol caroline carolyn carrie casey cassandra catherine cathy cecilia cedric
celeste celia chad charlene charles charlie charlotte chelsea cheryl chloe chris christa christie christina christine
christopher christy cindy claire clara clarence clark claudia clayton cliff clifford clive clyde cody colin colleen
connie connor conor constance corey corinne courtney craig cristina crystal curtis cynthia daisy dale damian damien dan
dana daniel daniela danielle danny daphne darcy darlene darrell darren daryl dave david dawn dean deanna debbie deborah
debra declan deirdre delia denise dennis derek dermot desmond diana diane dianne dina dominic don donald donna doreen
doris dorothy doug douglas duncan dustin dwayne dylan eamon earl ed eddie edgar edith edmund edna eduardo edward edwin
eileen elaine eleanor elena eli elijah elisa elise eliza elizabeth ella ellen ellie elliot elliott eloise elsa emily
emma eric erica erik erika erin ernest esther ethan eugene eunice eva evan eve evelyn fay felicia felicity felix fiona
flora florence frances francine francis frank frankie fred freda freddie frederick gabriel gabriella gail gareth garry
gary gavin gayle gemma gene geoff geoffrey george georgia georgina gerald geraldine gerard gilbert gillian gina ginger
giles gladys glen glenn gloria gordon graham grant greg gregory greta gretchen guy gwen gwendolyn haley hannah harold
harriet harrison harry harvey hayley hazel heather hector heidi helen helena henrietta henry herbert hilary holly howard
hubert hugh hugo ian imogen ingrid ira irene iris irma isaac isabel isabella isabelle isaiah isla ivan jack jackie
jackson jacob jacqueline jacqui jade jaime jake james jamie jan jane janet janice janine jared jasmine jason jay jayne
jean jeanette jeff jeffrey jemma jen jenna jennifer jenny jeremiah jeremy jerome jerry jess jesse jessica jill jillian
jim jimmy jo joan joanna joanne jocelyn jodie jody joe joel joey john johnny jon jonah jonathan jordan joseph josephine
josh joshua josie joy joyce juan juanita judith judy julia julian juliana julie juliet june justin justine kaitlyn kara
karen karin karl kate katelyn katherine kathleen kathryn kathy katie katrina kay kayla keith kelley kelly kelsey kelvin
ken kendra kenneth kenny kerry kevin kieran kim kimberly kirk kirsten kirsty kitty kristen kristin kristina kristine
kristy kurt kyle lacey lana lance lara larry laura lauren laurence laurie lawrence leah leanne lee leigh lena leo leon
leonard leonora leroy leslie lesley leticia lewis liam lila lillian lily linda lindsay lindsey lionel lisa liz lloyd lois
lola lorena lori lorna lorraine louis louisa louise lucas lucia lucinda lucy luis luke luther lydia lyle lyn lynda lynn
lynne mabel mackenzie maddie madeleine madeline madison maggie malcolm mandy marc marcia marcus margaret margot maria
mariah marian marianne marie marilyn marina mario marion marissa marjorie marlene marsha marshall martha martin martina
marvin mary mason mathew matilda matt matthew maureen maurice mavis max maxine maya megan meghan mel melanie melinda
melissa melody mercedes meredith mia michael michele michelle mick miguel mike mildred miles millie mindy miranda
miriam mitchell moira mollie molly mona monica morgan moses muriel myra nadia nadine nancy naomi nat natalia natalie
natasha nate nathan nathaniel neil nell nelson nicholas nick nicola nicole nigel nikki nina noah noel nora noreen norma
norman olga olive oliver olivia ollie oscar owen paige pam pamela patricia patrick patsy patti paul paula pauline pearl
peggy penelope penny perry pete peter petra phil philip philippa phillip phoebe phyllis polly priscilla quentin rachael
rachel ralph ramona randall randy raquel raul ray raymond rebecca regina reginald renata renee rex rhona rhonda ricardo
richard rick ricky rita rob robbie robert roberta robin rochelle rod roderick rodney roger roland ron ronald ronnie rory
rosa rosalind rosanna rosanne rosemary rosie ross rowan roxanne roy ruby rufus rupert russell ruth ryan sabrina sally
salvador sam samantha samuel sandra sandy sara sarah sasha saul scott sean sebastian selena selina serena seth shane
shannon sharon shaun shauna shawn sheila shelby shelley sherri sherry shirley sian sidney siobhan sinead simon simone
sofia sonia sophia sophie spencer stacey stacy stan stanley stella stephanie stephen steve steven stewart stuart sue
summer susan susanna susannah susie suzanne suzie sybil sylvia tabitha tamara tammy tania tanya tara taylor ted teresa
terence teri terri terry tessa thelma theo theodore theresa thomas tiffany tim timothy tina toby todd tom tommy toni
tony tracey tracy travis trent trevor trish trisha trudy tyler una ursula valerie vanessa vera verity vernon veronica
vicki vicky victor victoria vince vincent viola violet virginia vivian viviana vivien wade wallace walter wanda warren
wayne wendy wesley whitney wilfred william willie wilma winifred winston xavier yasmin yolanda yvette yvonne zach
zachary zara zoe
"""
_GERMAN_DUTCH = """
achim adelheid albrecht alfons alois alwin anja anke anneliese annegret annika ansgar antje antonius arend arjan arjen
armin arne astrid august axel barbel bart bas bastian beate benedikt berend bernd bernhard bert bertram bettina birgit
birte bjorn boris bram britta brigitte burkhard carolin carsten chantal christel christiane christof christoph claas
claus clemens coen cornelia cornelis cornelius corina dagmar daan detlef diederik dieter dietmar dietrich dirk dominik
doortje doreen dorit dorothea dorothee eckhard edeltraud egbert ekkehard elfriede elke ellert els elske emiel erhard
erich ernst erwin esmee eugen evelien evert ewald fabian falk femke ferdinand fenna femmy fleur florian floris frans
franz franziska frauke friederike friedhelm friedrich fritz frederique gabriele gabi georg gerda gerd gerhard gerlinde
gernot gero gerrit gert gertrud gesine gijs gisela gregor gudrun guido gunnar gunter gunther gustav hanna hannelore
hannes hans harald hartmut heike heiko heiner heinrich heinz helga helge helmut hendrik henk henning henri henrik hennie
herman hermann hildegard holger horst hubertus ilka ilona ilse imke ina inga inge ingeborg ingo irmgard iwona jana jannik
jasper jeroen jessika jette jochen joachim joep johan johann johanna johannes jolanda jonas joost joris jorg jorn josef
jos josefine jurgen jutta kai karel karla karlheinz karolin karsten kaspar kathrin katharina katja katrin kees kerstin
kirsten klaas klara klaus koen konrad konstantin konstanze lars lennart leonie leopold lieke liesbeth lothar lotte ludger
ludwig luise lukas lutz maarten maike maja malte mandy manfred manuela maren margarete margit margret margriet marieke
marielle marijke mariska marit marjan markus marlies marloes marten martijn marta mathias mathijs matthias mattias
mechthild meike meinhard melina mieke mirjam mirko monika moritz nadja nico nicolas niek niels nienke niklas nils norbert
oda olaf oliver ortrud oskar otto paulien peer philipp pieter pim rainer ralf reiner reinhard reinhold reinier renate
rene richarda rik rikus roel roelof rolf roswitha rudi rudolf ruud sabine sander sandra sanne saskia sascha sibylle
siegfried sieglinde sigrid silke silvia simone sjoerd sjaak sonja stefan stefanie steffen stephan svea sven svenja swen
sylke tanja thea thies thilo thijs thorsten tijs till tilman tim timo tobias tom torben torsten traute trix trudi udo ulf
uli ulrich ulrike ulla ursel uschi ute uta uwe valentin veit verena veronika viktor volker volkmar waldemar walburga
waltraud wencke werner wibke wiebke wieland wilhelm wilko willem willeke wim winfried wolf wolfgang wolfram wouter yannick
ygritte anouk annelies annemarie annemiek anniek caspar dennis dorien eefje eline ellis eelco eric erica ernst hedwig
ineke ingrid inge jacco jaap jantine janneke jelle jelmer jip jitske joke jolien jort joyce karin kim laurens lianne
linda lisette loes luc luuk maaike machteld manon marcel marco margot mark marleen marlous matthijs michiel mirthe nelleke
nynke olga patrick petra pien rachid reinout remco renske rianne richard rob robbert robert roland ron rosalie rutger
sjors suzan tamara tessa teun thomas thom tineke ton tristan truus vera wendy wietske willemijn yvonne eddy jurgen
"""
_ROMANCE = """
abel adela adolfo adriana agathe agnes agustin aime aitor alain alba alberto aldo alejandra alejandro alessandra
alessandro alessia alessio alexandre alexia alfonso alfredo aline alix alma aloise alvaro amandine amaya ambre amelie
anabel anais ana andreia angel angelina angelo anibal annick annie antoine antonella antonin antonio araceli aranzazu
armand armando arnaud arthur audrey augusto aurelie aurelien aurora axelle baptiste barbara bastien beatriz begona
benedicte benito benjamin benoit berenice bernardo berta bertrand blanca blandine borja brigitte bruna bruno camille
camilo caio carine carlo carlos carmela carole caterina catalina catarina catherine cecile cedric cecilia celine celso
cesar chantal charline chiara christelle christian christophe clarisa clarissa claude claudie claudio claudine clemence
clement clementine coline colette concepcion consuelo corentin corinne cosimo cristian cristiano cristobal cyril cyrille
damiano daniele danilo dario davide delphine denis diego dimitri dina dolores domenico dominique donatella duarte
edgar edouard eduarda elias eliane elisabeth elise elodie eloise elvira emanuela emanuele emile emilia emilie emilio emma
emmanuel emmanuelle encarna enrico enrique enzo erika ernesto erwan esperanza esteban estelle estefania etienne eugenia
eugenie eugenio eulalia eva ezequiel fabien fabienne fabio fabrice fabrizio fanny fatima faustine federica federico
felipe ferdinand fernanda fernando filipa filipe flavia flavio flore florent florentin florian francesca francesco
francine francisca francisco franck francoise francois frederic frederica frederique gabriela gael gaelle gaetan gaetano
gaspard gaston genevieve georges gerald geraldine germain german ghislain ghislaine giacomo giancarlo gianluca gianni
gilles gino giorgia giorgio giovanna giovanni giulia giuliana giuliano giulio giuseppe gisele gonzalo graziella gregoire
guadalupe guglielmo guillaume guillermo gustave gustavo gwenaelle helder helene heloise henrique herve hortense hugues
ignacio ilaria ines inmaculada irina isidro ismael itziar jacinto jacopo jacques jacinthe javier jeanne jean-pierre
jeremie jerome jesus joana joao joaquin joaquim joel jordi jorge jorgina jose josefa josefina josep joselyne josiane
juan judite jules julien julienne juliette julio justine karim karine laetitia laia laurence laurent laurine laure lea
leandro leila leire leon leonardo leonor leopoldo leticia lidia liliana lina lionel loic lorenzo loris lourdes luc luca
luciana luciano lucie lucien lucienne ludivine ludovic luigi luisa luiz maelle magali magalie maite malika manel manon
manuel manuela mar marcela marcelo marcello marc marcio marco marcos margarida margarita margaux marguerite marianna
mariana mariano maribel marie-claire marine marisa marisol marta mathieu mathilde matteo mattia maud maurizio mauro
maxence maxime mehdi melanie melina mercedes merce michel michela micheline miguel mikel milena mireille mireia mohamed
mohammed monique montserrat morgane mourad muriel myriam nabil nadege nadine nathalie natividad nerea nestor nicoletta
nicolo nieves noelia noemi noemie nolwenn nuno nuria octave odile olivier olga onofre oriol ornella osvaldo pablo paco
paloma paola paolo pascal pascale pasquale patrice patricio patrizia paulo pedro pere pierre pierrick pietro pilar
quentin rachid rafael rafaela rafaele raimundo ramiro ramon raphael raphaelle raul reda remi remy renaud renato ricard
riccardo rita roberto rocio rodolfo rodrigo rogelio roger rogerio roland romain romane romeo romina romuald roque rosalia
rosario rosario roxane ruben rui ruth sabine salomé salvatore samir samira samuel sandrine sandro santiago sara sarra
saverio sebastiao sebastien segolene serge sergio severine silvana silvia silvio simona simone sofiane solange solene
sonia stefania stefano stephane steeve susana susanna suzanne sylvain sylvaine sylvie tania tatiana telmo teodoro teresa
thibault thibaut thierry thiago tiago timothee tomas tommaso toni ugo umberto valentina valerie vasco veronique vicente
victorine vincenzo virginie vitor vittoria vittorio viviane wael walid xavi xabier yael yann yannick yannis yasmina
yoann yohan yolande youssef yves yvon yvan
"""
_NORDIC = """
aage aasa aase ahti aila aino aki aku allan alma anders ane anette anna-karin anne-marie anni anniken annikki annukka ansa
antero antti arild arja armi arnar arne arni arto arvid arvo asa asbjorn asgeir ase aslaug asmund asta atle atte aud
aune auli bengt bent benny berit bente bergljot birger birgitta birgitte birthe bjarne bjarni bjoern bo borge borje britt
brita brynjar camilla carita carl-johan cathrine christer claes dag dagfinn dagny ditte dorte dorthe ebba eero eeva egil
eila einar eino eirik eivind elin elina elisabet ellinor elsi elvi emil ene erja erkki erland erling espen esa esko ester
evald eveliina eyvind finn flemming freja frida fredrik frode froydis gerd gisle gitte gjertrud goran gorel greger grethe
grete gro gry gudmund guri gustaf gunhild gunilla gunn gunnhild gunvor gyrid haakon hakan hakon halvard halvor hanne
hannele hannu harri hedda hedvig heidi heikki heini heli helle helmi henna henning henriikka herdis hilde hilkka hille
hjalmar hjordis iben ida iida iiris ilkka ilpo ilse ilmari imre inari inge-lise inger ingela ingemar inga-lill ingvar
ingvild irja irma irmeli ismo ivar jaakko jaana jakob jani janne janni jari jarkko jarl jarle jarmo jens jeppe jesper
joakim jofrid johanne johnny jonna jon jonn jorgen jorma jorun jorunn jostein jouko jouni juha juhani juho jukka jussi
jyrki jytte kaarina kaija kai kaisa kalle kalevi kare kari karianne karita karl-erik karoliina kasper katarina kati katri
kaj keijo kenneth kent kerttu kim kirsi kirsti kjartan kjell kjersti kjetil klavs knud knut kristian kristiina kristoffer
kyllikki kyosti laila lars-erik lasse lauri leena leif lena lene linnea lise lisbet lisbeth lis liv liisa liselotte lone
lotta lovisa ludvig maaret magne magnar magnhild magnus mai maija maj maiju maj-britt malene malin mads margrethe marika
marikka maritta mariann marjatta marjo marjukka markku markus marko martti mathilde mats matti mauno maria-liisa merete
merethe merja meeri mette mia mika mikael mikkel mikko milla minna mirja mirkka mogens mona morten nanna niina nikolaj
nils-petter nina nini nisse noora oddbjorn oddvar odd ola olav ole oleg olli olof oskari oystein orjan osmo outi ove paal
paavo paivi pal palle paula peder pekka pentti per pernilla pernille pertti petri petter petteri pia pirjo pirkko preben
raija raimo randi ragnar ragnhild ragna rauni reetta reidar reidun reijo reima riikka riina ristina risto ritva roar ronny
roope rune runar ruut saara saila sakari sami sampsa samuli sanna sari satu seija seppo signe sigbjorn sigmund sigrun
sigurd simo sindre sini sinikka sirkka sirpa siri siv sivert siw snorre sofie solveig solvi stein steinar stian stig stina
sune sussi suvi svante svein sverre synnove taina taneli tapani tapio tarja taru teemu teija terhi terje tero terttu
thor thorbjorn thore thure tiina tiia timo toini tom-erik tomi tommi tone tor torbjorn tord tore torgeir torhild torill
torkel torstein torunn tove trine troels trond truls trygve tuija tuire tuomas tuula tuomo tytti ulrik ulrika urban urpo
vegard veikko veli vesa vibeke vidar vigdis viggo vilhelm viljo ville villy virpi yngve yrjo yvind oyvind asta gudrun
sigridur thordur olafur kristjan jonas hrafn katla steinunn thorunn bjork halldor
"""
_SLAVIC_BALTIC = """
adela adrianna agata agnieszka albin aldona ales alena aleksander aleksandr aleksandra aleksandar aleksei alexei alexej
alfred alicja alina alojz alzbeta ana anastasia anastasija anatol andrej andrejs andrius andrzej anezka anetta antonin
antoni arkadiusz arturas artur asta audrius aurelija barbora bartek bartlomiej bartosz beata bedrich blanka blazej
blazena bogdan boguslaw bohdan bohumil bohumila bohuslav bojan boleslav boleslaw boris borivoj borut bozena branislav
branko bronislaw brigita cecylia cezary ctibor czeslaw dagmara dainius daiva dalia dalibor dalimil damian daniela
danuta daria dariusz darius darja dawid deividas denisa diana dmitri dmitrij dmitry dmytro dobromila dominika dorota
dragan drahomira drahoslav dusan dzmitry edita eduard edyta egle elena eliska elwira elzbieta emil emilie ernesta erna
eugeniusz evgeni evgeny ewa ewelina eliza filip frantisek franciszek galina gediminas gintaras giedre gerda goran grazyna
grzegorz halina hana hanna helena henryk hynek igor ilja ilona ingrida inese inga irena iryna ita ivana iva iveta ivo
iwona iza izabela jacek jadwiga jakub jan janis janina janusz jarek jarmila jaromir jaroslav jaroslaw jaroslava jelena
jerzy jindrich jindra jirina jiri jitka joanna jolanta jolana jonas josef jozef jovan jovana judita julita juraj jurate
jurgita juri justas justyna kamil kamila karina karol karolina kasia kastytis kateryna katerina katarina katarzyna kazimierz
kinga klaudia klara kornelia kristina kristyna krystyna krystian krzysztof kvetoslava ladislav laszlo lech lenka leos leszek
libor libuse lida liene lina linas ljiljana lubica lubomir lubos lucie lucyna ludek ludmila lukasz lumir lydie maciej
magda magdalena malgorzata maksim malwina marcin marek margarita marija mariola mariusz markéta marketa maros marta
martyna marzena mateja matej mateusz matus maxim mieczyslaw mihai michaela michal michail miglė milada milan milena miloslav
milos miloslava milica mindaugas mira mirek mirela miroslav miroslava miroslaw mladen mojmir monika natalija natalya natasa
nebojsa neringa nevena nikita nikola nikolai nikolay nina oldrich oleksandr oleksii oleh oksana ondrej ota otakar otylie
paulina pavel pavla pavlina pawel pavol petar petr petra piotr predrag premysl przemyslaw radek radim radka radmila
radomir radoslav radoslaw radovan rafal ramune rasa rastislav ratko renata rita robert rolandas roman romana romuald
rostislav ruslan ruta ruzena ryszard sandra saulius sebastian serhii sergei sergej sergey silvie simona sladjana slavka
slavomir slawomir slobodan snezana soňa sona stanislav stanislaw stanislava stefania stepan stojan svatopluk svetlana
svetoslav sylwia szymon tadeas tadeusz tamas tatana tatjana teodor tereza tihana tomas tomasz tomislav ugne urszula
vaclav vaida valdas valentina valerij vanda vasil vasyl vendula vera veronika viera vilem viktoria viktorie violeta vit
vita vitezslav vladan vladimir vladimira vladislav vlasta vlastimil vlado vojtech volodymyr vuk vytautas waclaw waldemar
wanda weronika wieslaw wiktor wiktoria witold wladyslaw wlodzimierz wojciech yulia yuri yuliya zanna zaneta zbigniew
zbynek zbysek zdenek zdenka zdena zdzislaw zenon zeljko zita zlata zofia zoran zuzana zuzanna zygmunt zydrunas
"""
_WIDER = """
abdul abdullah abhishek adeel aditi aditya ahmad ahmed ahmet aisha aishwarya ajay akash akhil akira ali alireza alok amal
aman amar amin amina amir amit amita amrita anand ananya anaida anil anirudh anita anjali ankit ankita ankur anush anupam
anusha aram aravind archana arjun armen arpine arun aruna arvind ashok ashraf ashwin ashwini asif asmik atul aylin ayse
ayesha azhar babak bhavesh bharat bilal bin bin burak can cem chandra chang charu chen chetan chidi chika chinedu
dang deepa deepak deepika deepti devi dhruv dilip dimitra dimitrios dinesh divya duc ebru eleni elif emeka emin emine emre
eren farah fatima fatma faisal farhad fei fumiko ganesh garima gayane gayatri georgios gevorg giorgi girish giorgos gohar
gokul gopal gurpreet hakan hamid hana hanh haris harish haruki harsh harsha hasan hassan hayk hemant hiroshi hossein huan
huda huseyin hussain hung ibrahim idris imran indira ioana ioannis ion irfan ishaan isha jamal jatin jaya jayant jiayi
jignesh jin jing jun jyoti kalpana kamal kamlesh karan karthik kavita kavitha kazuo keiko kenji khalid khaled kiran kishore
komal konstantinos krishna kumar kunal kyriaki lakshmi lan lata lei leila levent levon li lilit ling linh lokesh madhu
madhuri mahesh mahmoud mai makoto malik mamta maneesh mani manish manisha manjeet manoj mansour mariam mariana marine
maryam mayank meena meera meghna mehmet mei meng mete minh ming mihaela mitsuko mohan mohit mona mukesh murali
murat mustafa nadeem nagaraj naira nairi namrata nandini narek narendra naresh naveen navin nazli neha nguyen nidhi nikhil
nikos nilesh nirav nisha nishant nitin noor nune omar onur orhan osman ozlem pallavi pankaj parag parul pavan payal phuong
pooja poonam prabhu pradeep prakash pranav prasad prasanna prashant pratik praveen preeti priti priya priyanka purnima
quang rachana radha raghu rahul raj raja rajan rajat rajeev rajendra rajesh rajiv rakesh ram raman ramesh ranjan ranjit
ranjith rashid rashmi ravi raviraj razvan reena rekha reza richa ritu rohan rohini rohit ruchi rupa rupali ruzanna sachin
sadia saeed sahil said saif sajid salim salman sameer samvel sana sandeep sandhya sangeeta sanjay sanjeev santosh satish
satoshi saurabh savita sayed seda selim serkan serap shabnam shahid shalini shanti sharad sheetal shilpa shivani shreya
shruti shubham shushan shweta siddharth sima sindhu sita smita sneha sonal sophia souvik spyros sridhar srinivas
stavros stefanos subhash sudhir suman sumit sunil sunita suresh sushil swapna swati takashi tamar tariq tarun
thanh theodoros thi tigran tuan tugba tushar uday umesh usha vahe vaibhav vandana vardan varsha varun vasilis
vijay vikas vikram vimal vinay vineet vinod vipul vishal vivek wang wei xiao xin yan yang yash yasin yasuko yi ying yogesh
yoko yoshi yu yuki yusuf zafar zahra zainab zaven zeynep zhang zoya kenan gulsah dinara aigul nino natia ketevan davit
giga irakli lela maka mari vakhtang zurab chidinma folake ngozi oluwaseun tunde kwame kofi ama amara wanjiru njeri achieng
otieno thabo sipho lerato nomsa zanele ayodele babatunde ifeoma nkechi uche mbali
"""
AMBIGUOUS = frozenset(
    """april art august austin autumn avery bill blair brandy chase christian crystal dale dawn dean drew earl faith
    florence frank gene georgia ginger grace grant guy heather holly hope hunter ivy jade jordan joy june kay lance leo
    mark mason max may mercedes miles morgan nelson olive paris penny pearl rex rich rob rose ruby sandy savannah sky
    spencer stella summer sydney taylor tiffany trinity troy victoria viola violet virginia wade warren will winter
    sofia israel madison jackson charlotte lincoln carter cooper parker tyler can bin ion li an van de mar maja don ray
    cliff glen glenn dom pat sue jo ed al lan said beg uni jin fei ming mona lisa job iris lily daisy amber hazel dot
    major ling lei mai mani ram raj cem noor uche ama mari maka era inga oda ena ita vita zita gala alma aurora
    kai perry chad beth isla harrison wayne trent malta celeste melody destiny chance porter marine camp base page""".split()
)


def fold(word: str) -> str:
    """``word`` in lower case without accents, so that spellings of one name compare equal."""
    plain = word.casefold().replace("ø", "o").replace("ł", "l").replace("æ", "ae").replace("ß", "ss").replace("đ", "d")
    if plain.isascii():
        return plain
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


GIVEN = frozenset(
    fold(name)
    for names in (_ENGLISH, _GERMAN_DUTCH, _ROMANCE, _NORDIC, _SLAVIC_BALTIC, _WIDER)
    for name in names.split()
)


def is_given(word: str) -> bool:
    """Whether ``word`` (or the first part of a double name, ``Anne-Marie``) is a known given name."""
    plain = fold(word)
    return plain in GIVEN or ("-" in plain and plain.split("-", 1)[0] in GIVEN)
