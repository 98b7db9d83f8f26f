"""What an invitation to ask is about: the job, or something else that the page tells of."""

from __future__ import annotations

import re

# Words for asking in the thirteen languages as they begin, and how what is asked about follows them.
_ASKING = re.findall(
    r"[^|]+",
    "question|quir|queries|info|details|learn more|know more|frage|auskünfte|renseignement|vragen|spørsmål|spørgsmål|"
    "frågor|lysningar|plysninger|pregunta|dudas|consultas|domande|dúvidas|dotaz|pytani|tieto|kysym",
)
_ABOUT = re.compile(
    r"[^\W\d_]{0,9}\s(?:you (?:may )?have )?(?:about|on|regarding|concerning|relat(?:ed|ing) to|zu[mr]?|über|bezüglich|"
    r"sur|concernant|au sujet d[eu]|over|om|vedrørende|sobre|acerca d[eo]|su|sull\w{0,2}|o|na temat)\s"
    r"([^.,;:?!()\n]{3,70})"
)
# "For tours of our centre, contact …", "To register, call …": in English what for stands before the invitation.
_REACH = re.compile(r",? (?:please )?(?:contact|call|e-?mail|phone|write|ring|text|see)\b")
_FOR = re.compile(r"(?:^|[.!?;:|•–-] ?)(?:for|to|if you (?:would like|want|wish) to) ([^.;:?!()\n]{3,70})$")
# "Tender enquiries": any kind but these is another's.
_KIND = re.compile(
    r"\b(?!(?:informal|all|any|further|initial|general|other|additional|specific|confidential|your|with|for|phone|telephone|"
    r"e-?mail|no|the|of|and|or|to|our|academic|scientific|more|related|direct|these|such|hr|personnel|telephonic|written|as|"
    r"please|preliminary|individual|about|make|send)\b)([a-z][a-z'’-]{2,20}) (?:enquiries|inquiries|queries)\b"
)
# What says that it is about the job after all: stems of words for jobs, for applying, and for what is done there.
_JOB = re.compile(
    r"\binfo\b|questi|quer[iy]|informa|detail|learn|know|find out|discuss|talk|chat|inform|speak|arrange|schedule|"
    r"enquir|inquir|ask|interest|join|submit|send|consider|"
    r"job|posi[tc]|post(?!al)|role|vacan|vaca|appl|recru|rekr|rekry|hir(?:e|ing)|career|karri|employ|opening|opportun|"
    r"inter[nv]|project|projekt|projet|proyecto|progett|projeto|program|ph\.?d|doctora|thes|research|work|werk|arbe|"
    r"praca|prác|pracy|salar|pay\b|process|proced|verfahren|candid|resum|fellow|scholar|stipend|contract|visa|reloc|"
    r"group|team|lab\b|department|institut|facult|duties|responsib|qualif|benefits|start|stell|ausschr|bewerb|ausbild|"
    r"prakti|tätig|aufgab|einsatz|einsatzstelle|offre|emploi|stage|mission|concours|functie|baan|sollicit|ansøg|"
    r"ansæt|søkn|ansett|tjänst|anställ|ansök|forløb|puesto|oferta|empleo|plaza|lavoro|tirocinio|bando|trabalho|"
    r"míst|pozic|nabíd|ofert|stanow|tehtäv|paik|haku|traine|apprent|teach|study|stud|course|volunt|placement|"
    r"stilling|vaga|bolsa|beca|posiz|offert|convoca|opleid|výběr|konkurs|grant|doktor|"
    r"\b(?:this|it|these|the above|diese\w?|cette|ce|deze|dit|denne|esta?|questo|questa)\b"
)


def is_elsewhere(words: str) -> bool:
    """Whether words invite to ask about something that is not the job: the firm, its products, its doors."""
    if not words:
        return False
    lowered = words.lower()
    spots = [lowered.find(stem) + len(stem) for stem in _ASKING if stem in lowered]
    topics = [match[1] for spot in spots if (match := _ABOUT.match(lowered, spot))]
    topics += [match[1] for match in _KIND.finditer(lowered)] if "quiries" in lowered or "queries" in lowered else []
    if not topics and (reach := _REACH.search(lowered)):
        before = _FOR.search(lowered, 0, reach.start())
        topics += [before[1]] if before else []
    return bool(topics) and not any(_JOB.search(topic) for topic in topics)


# "Send your CV for the web design internship to …", "questions about the customer service role": what the job is called
# makes no desk of whom to write to, unless help, complaints or agencies are spoken of.
_SENT = re.compile(
    r"\b(?:send|sent|submit\w*|e-?mail|mail|forward\w*|apply|applications?|write|bewerb\w+|candidatures?|cvs?|resumes?|"
    r"sollicit\w+|przes\w+|zas[íi]l\w+|pošl\w+|envi\w+|ansök\w+|ansøg\w+|søknad\w*)\b[^;!?]{0,160}"
    r"(?:@|\bat\b|\d{4})"
)
_PAPERS = re.compile(
    r"\b(?:cvs?|r[ée]sum[ée]s?|curriculum|cover(?:ing)? letters?|portfolios?|lettre|bewerb(?:ung)?\w{0,3}|lebenslauf|"
    r"candidatures?|sollicit\w+|ansøgning\w*|ansökan|søknad\w*|hakemu\w+|životopis\w*|apply|applicants for|"
    r"applications?(?! (?:form|process|procedure|site|system|portal|software|assistance)))\b"
)
_OF_THE_JOB = re.compile(
    r"\b(?:questions?|enquir\w+|inquir\w+|information|details|discussion|chat|fragen|auskünfte|renseignements?)\b"
    r"[^.;]{0,80}\b(?:position|role|job|post|vacancy|internship|phd|project|stelle|poste|functie|stilling|tjänst)\b"
)
_HARD = re.compile(
    r"accommodat|disab|assist|adjustment|handicap|barriere|\bformat|help\b|difficult|trouble|problem|error|"
    r"technical issue|fraud|scam|phish|suspicious|impersonat|pretend|agenc(?:y|ies) (?!role|post)|headhunt|vendor|"
    r"third part|opt[- ]out|delet|erase|your rights|protection officer|vertretung|beauftragte|unsubscri|submissions? |"
    r"\bsubscribe to (?:this|the|our)|removed|complain|discriminat|concern|report (?:a|any)|"
    r"customers? (?:can|may|should)|"
    r"free posting|post (?:a|your) job|advertis\w+ (?:with|your|a job)|indigenous|aboriginal"
)


def is_about_the_job(lowered: str) -> bool:
    """Whether a sentence (lower case) takes applications or questions about the job, whatever it names beside them."""
    taken = (_PAPERS.search(lowered) and _SENT.search(lowered)) or _OF_THE_JOB.search(lowered)
    return bool(taken) and not _HARD.search(lowered)
