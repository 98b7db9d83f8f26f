"""Words by which a job title is known, and headings and phrases that are none."""

from __future__ import annotations

import re

# Stems that end or begin a word of a job title, in the languages of the pages.
_STEMS = (
    r"engineer|professional|developer|programmer|analyst|manager|director|officer|specialist|consultant|coordinator|"
    r"administrator|assistant|associate|technician"
    r"|architect|designer|scientist|researcher|professor|lecturer|teacher|tutor|trainer|instructor|"
    r"educator|nurse|physician|doctor|surgeon|therapist|pharmacist|clerk"
    r"|accountant|auditor|bookkeeper|receptionist|secretary|representative|executive|supervisor|foreman|"
    r"driver|operator|mechanic|electrician|plumber"
    r"|carpenter|welder|cook|chef|waiter|waitress|bartender|cleaner|guard|concierge|attendant|cashier|"
    r"salesperson|seller|buyer|planner|recruiter"
    r"|strategist|producer|editor|writer|journalist|copywriter|translator|librarian|curator|counsel|"
    r"lawyer|attorney|paralegal|advisor|adviser|(?:business|hr|people|channel|talent|finance|managing|account) partner"
    r"|president|chief|head of|lead|leader|intern|internship|trainee|apprentice|student|postdoc|post-doc|"
    r"phd|doctoral|fellow|fellowship|studentship|scholarship|stipend|candidate|volunteer"
    r"|contractor|owner|master|tester|worker|helper|agent|broker|dealer|inspector|surveyor|illustrator|"
    r"artist|animator|photographer|musician|assembler|packer"
    r"|devops|sysadmin|qa|sre|webmaster|controller|treasurer|caretaker|carer|nanny|companion|principal|"
    r"dean|faculty|adjunct|chair|warden|steward|ranger|expert|evangelist|advocate|ambassador|marketer|"
    r"sales person|personnel|adviser|deputy|handler|picker|stylist|barista|baker|gardener|dentist|"
    r"psychologist|economist|statistician|chemist|biologist|physicist|geologist|mathematician|laborer|"
    r"labourer|janitor|housekeeper|crew|member of staff"
    # German
    r"|entwickler|ingenieur|berater|leiter|leitung|sachbearbeiter|mitarbeiter|kaufmann|kauffrau|kaufleute|"
    r"referent|assistenz|assistent|techniker|mechaniker|elektroniker|elektriker"
    r"|monteur|installateur|fahrer|verkäufer|pfleger|erzieher|lehrer|lehrkraft|arzt|ärztin|apotheker|"
    r"architektin|praktikant|praktikum|werkstudent|azubi|auszubildende|ausbildung|lehrling"
    r"|experte|expertin|fachkraft|spezialist|verwalter|buchhalter|controller|koch|köchin|helfer|meister|"
    r"trainee|doktorand|wissenschaftliche|hilfskraft|bauleiter|projektsteuerer|sekretär|bauzeichner|führer"
    # French, Spanish, Italian, Portuguese
    r"|développeu[rs]e?|ingénieure?|chargée?|responsable|technicienn?e?|conseillère?|assistante|comptable|référente?|"
    r"chef de|directeur|directrice|stagiaire|alternant|alternance|apprentie?|infirmière?|vendeu[rs]e?|"
    r"enseignante?|médecin|juriste|gestionnaire|coordinateur|coordinatrice|formateur|cuisinier|animateur"
    r"|desarrollador|ingenier[oa]|técnic[oa]|gerente|jefe|responsable|encargad[oa]|profesor|enfermer[oa]|"
    r"vendedor|becari[oa]|sviluppatore|ingegnere|addett[oa]|impiegat[oa]|desenvolvedor|engenheiro|"
    r"analista|técnico|estágio|programador|coordinador|auxiliar|administrativ[oa]|dependiente|consultor"
    # Dutch, Nordic
    r"|ontwikkelaar|medewerker|adviseur|beheerder|monteur|verpleegkundige|docent|leraar|stagiair|stage|"
    r"promovendus|onderzoeker|hoogleraar|zetter|schilder|timmerman|chauffeur|kok|leidinggevende|"
    r"coördinator|projectleider"
    r"|udvikler|konsulent|medarbejder|projektleder|leder|ingeniør|tekniker|lærer|sygeplejerske|pædagog|"
    r"elev|chef|rådgiver|utvecklare|ingenjör|handläggare|lärare|sjuksköterska|undersköterska|utvikler|"
    r"rådgiver|sykepleier|saksbehandler|lektor|adjunkt|stipendiat|kehittäjä|asiantuntija|päällikkö|"
    r"hoitaja|opettaja|insinööri|koordinaattori|myyjä"
    # Czech, Slovak, Polish, Lithuanian, Hungarian
    r"|vývojář|programátor|inženýr|technik|specialista|specialistka|referent|asistent|asistentka|manažer|"
    r"vedoucí|ředitel|účetní|prodavač|řidič|kuchař|učitel|lékař|sestra|skladník|operátor|administrátor|"
    r"analytik|konzultant|obchodník|obchodní zástupce|mechanik|elektrikář|dělník|svářeč|vývojár|inžinier|"
    r"predajca|vodič"
    r"|programista|inżynier|specjalista|kierownik|księgow[ay]|sprzedawca|kierowca|nauczyciel|pielęgniarka|"
    r"pracownik|magazynier|doradca|stażysta|praktykant|programuotoj\w{1,3}|inžinier\w{1,3}|"
    r"vadybinink\w{1,3}|vadov\w{1,3}|specialist\w{1,3}|mérnök|fejlesztő|munkatárs|vezető"
)
_JOB = re.compile(
    rf"(?:^|[\s/(,&.-])(?:\w{{0,24}})(?:{_STEMS})(?:in|innen|:in|\*in|/in|/-in|s|en|er|e|es|a|ka|em)?(?![\w])", re.I
)
# (m/w/d), (f/m/x), H/F, m/f, (all genders): only jobs are marked so.
GENDERS = re.compile(
    r"[\[(]?\b(?:[mwfdxvghk]\s?[/|*]\s?[mwfdxvgha]n?(?:\s?[/|*]\s?(?:[mwfdxgi]n?|divers|gn))?|h/f|f/h|m/f|"
    r"all genders|gn|div(?:ers)?)\b\*?[\])]?",
    re.I,
)

# Headings that name a section or a site and no job.
_GENERIC = re.compile(
    r"^(?:job|jobs|careers?|karriere|stellen ?angebote?|offene stellen|stellen|vacatures?|vacancies|"
    r"vacancy|vacature|open positions?|current openings?|openings|job openings?|job details?"
    r"|job description|(?:position|job|role) (?:overview|descriptions?|summary|details|information)|about "
    r"the (?:job|role|position)|the (?:role|position|job)|job opportunit(?:y|ies)|position description|"
    r"position|employment|employment "
    r"opportunit(?:y|ies)|opportunities|work (?:with|for|at) us|working (?:at|with|for) .{1,40}|join "
    r"(?:us|our team|the team)|join .{1,30} team|we(?:'|’)?re hiring|we are hiring"
    r"|recrutement|nous rejoindre|offres? d'emploi|emplois?|empleo|trabaja con nosotros|ofertas de empleo|"
    r"ledige stillinger|ledig stilling|lediga jobb|lediga tjänster|jobannonce|stillingsopslag|kariéra|"
    r"volná místa|nabídka práce|pracovní nabídky|praca|oferty pracy|kariera|darbo pasiūlymai"
    r"|search|menu|navigation|mobile navigation|home|welcome|contact(?: us)?|kontakt|about(?: us)?|team|"
    r"apply(?: now)?|application|sign in|log ?in|view job|job view|news|faq|loading.{0,5}|untitled.{0,20}|"
    r"details?|overview|summary|error|cookies?|our culture\.?|benefits|share|similar jobs|recommended "
    r"jobs|job posting|job ad|job advert|jobs? portal|job search|join the .{1,30}|find (?:jobs?|your|job "
    r"and).{0,60}|stellenmarkt|stellenbörse|stellenausschreibung|arbeiten bei .{1,40}|praca u nas|job "
    r"announcements?|open position announcements?|announcements?)$",
    re.I,
)


def looks_like_job(text: str) -> bool:
    """Whether a short text reads like a job title."""
    text = text.replace("·", "").replace("•", "")
    return bool(text) and len(text) < 200 and bool(GENDERS.search(text) or _JOB.search(" " + text[:200]))


def is_generic(text: str) -> bool:
    """Whether a heading names a section of a site ("Careers", "Open positions") and no job."""
    return bool(_GENERIC.match(" ".join(text.split()).strip(" .:!…»«|-–")))
