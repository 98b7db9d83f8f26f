"""What sentences say when they name whom to ask, write to or work under: rows of phrase, role and example.

A test runs every example. ``ask`` rows make the whole sentence one about getting in touch; ``after`` rows point to the
name that follows them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase (regular expression, no case) in ``language``; ``stems`` are plain strings one of which it must hold."""

    language: str
    mode: Literal["ask", "after"]
    role: str
    stems: tuple[str, ...]
    phrase: str
    example: str


_SEND_EN = r"(?:send|submit|forward|e-?mail|mail|address\w{0,3}|direct\w{0,3}|apply|applications?|resumes?|résumés?|cvs?)\b[^.!?]{0,90}?\bto\b"
CUES: tuple[Cue, ...] = (
    Cue("en", "ask", "enquiries", ("contact",), r"(?<!point of )(?<!first )\bcontact(?:s|ing)?\b(?! (?:with|lens|centre|center|cent|sport))", "Please contact Jane Doe."),
    Cue("en", "ask", "enquiries", ("question", "enquir", "inquir", "queries"), r"\b(?:questions?|enquir(?:y|ies)|inquir(?:y|ies)|queries)\b", "Informal enquiries: Jane Doe, tel. 020 7946 0123."),
    Cue("en", "ask", "enquiries", ("information", "info", "details"), r"\b(?:more|further|additional|obtain|any) (?:information|info|details)\b", "Further information: Jane Doe"),
    Cue("en", "ask", "enquiries", ("reach out", "in touch", "speak", "talk to", "ask for"), r"\b(?:reach out to|(?:get|be|keep) in touch with|in touch with|speak (?:to|with)|talk to|ask for)\b", "Reach out to Jane Doe."),
    Cue("en", "after", "enquiries", ("call ", "phone", "ring "), r"\b(?:call|phone|ring|telephone|text)\b", "Call Jane Doe at 206-555-0142."),
    Cue("en", "after", "applications", ("attn", "attention", "c/o", "att:"), r"\b(?:attn|attention|for the attention of|att)\b\.?\s?:?", "Attn: Ms. Doe"),
    Cue("en", "after", "applications", (" to",), rf"\b{_SEND_EN}", "Send your CV to Jane Doe."),
    Cue("en", "after", "supervisor", ("supervis",), r"\bsupervis(?:ed by|ors?|ion (?:by|of))\b", "You will be supervised by Jane Doe."),
    Cue("en", "after", "supervisor", ("report",), r"\breport(?:s|ing)? (?:directly )?(?:in)?to\b", "Reports to: Jane Doe, Head of Data"),
    Cue("en", "after", "supervisor", ("investigator", "line manager"), r"\b(?:principal investigator|line manager|project lead(?:er)?)\b", "Principal investigator: Jane Doe"),
    Cue("en", "after", "hiring manager", ("hiring",), r"\bhiring (?:manager|team|contact|lead)\b", "Hiring manager: Jane Doe"),
    Cue("en", "after", "recruiter", ("recruiter", "talent", "posted by", "job poster", "your consultant"), r"\b(?:recruiter|talent (?:acquisition )?(?:partner|specialist|manager)|(?:job )?posted by|job poster(?: from)?|your consultant)\b", "Your recruiter: Jane Doe"),
    Cue("de", "ask", "enquiries", ("ansprech", "kontakt"), r"\b(?:ansprech(?:partner|person)(?:\*?_?:?/?-?innen|\*?_?:?/?-?in|en)?|kontakt(?:person(?:en)?|e|daten|ieren|aufnahme)?)\b", "Ansprechpartnerin: Erika Mustermann"),
    Cue("de", "ask", "enquiries", ("fragen", "auskunft", "auskünfte", "informationen", "auskuenfte"), r"\b(?:(?:rück)?fragen|auskunft|auskünfte|weitere informationen|nähere informationen)\b", "Rückfragen beantwortet Frau Mustermann."),
    Cue("de", "ask", "enquiries", ("wende", "melde", "steht", "stehen", "erreich"), r"\b(?:wende\w{0,2}|melde\w{0,2}|stehen? (?:ihnen|dir|euch)|erreich\w{0,4})\b", "Wenden Sie sich an Herrn Mustermann."),
    Cue("de", "ask", "applications", ("bewerb", "unterlagen", "lebenslauf"), r"\b(?:richte\w{0,2}|sende\w{0,2}|schick\w{0,3}|bewerbung\w{0,12}|bewirb|bewerb\w{0,3})\b[^.!?]{0,120}?\b(?:an|bei|per|unter)\b|\bbewerbungs?(?:anschrift|adresse)\b", "Bewerbung bitte an Erika Mustermann"),
    Cue("de", "after", "applications", ("hd", "händen", "haenden"), r"(?<!\w)(?:z\.?\s?hd\.?v?\.?|zu händen(?: von)?|zu haenden)", "z. Hd. Frau Mustermann"),
    Cue("de", "after", "supervisor", ("vorgesetzt", "betreu", "berichte", "leitung"), r"\b(?:vorgesetzte\w?|betreu(?:er|erin|ung|t)(?: durch| von)?|berichten an|unter (?:der )?leitung von)\b", "Unter der Leitung von Erika Mustermann"),
    Cue("de", "after", "recruiter", ("recruiter", "personal"), r"\b(?:recruiter(?:in)?|personal(?:referent|leiter|berater|er)(?:in)?|personalabteilung)\b", "Ihre Recruiterin: Erika Mustermann"),
    Cue("fr", "ask", "enquiries", ("contact", "renseignement", "information", "interlocut", "attention"), r"\b(?:contact(?:s|ez|er)?|renseignements?|informations? (?:compl[ée]mentaires?|suppl[ée]mentaires?)|plus d['’]informations?|interlocut(?:eur|rice))\b", "Renseignements : Marie Dupont"),
    Cue("fr", "ask", "applications", ("candidature", "cv", "lettre", "postul"), r"\b(?:envo\w{1,6}|adress\w{1,4}|transmet\w{1,4}|postule\w{1,2}|candidatures?|cv)\b[^.!?]{0,120}?(?:\b(?:à|a|par|auprès de|sur)\b|:)", "Envoyez votre CV à Marie Dupont."),
    Cue("fr", "after", "applications", ("attention",), r"à l['’]attention (?:de|d['’])", "à l'attention de Marie Dupont"),
    Cue("fr", "after", "supervisor", ("encadr", "rattach", "direction", "supervis", "responsable"), r"\b(?:encadr[ée]e? par|rattach[ée]e? à|sous la (?:direction|responsabilité|supervision) de|supervis[ée]e? par|responsable (?:hiérarchique|scientifique|du projet)|encadrants?)\b", "Encadré par Marie Dupont"),
    Cue("fr", "after", "recruiter", ("recrut",), r"\b(?:recruteu(?:r|se)|charg[ée]e? de recrutement)\b", "Votre recruteuse : Marie Dupont"),
    Cue("es", "ask", "enquiries", ("contact", "informaci", "consulta", "dudas", "preguntas"), r"\b(?:contact(?:o|os|ar|e|en|a)|m[áa]s informaci[óo]n|consultas?|dudas|preguntas|persona de contacto)\b", "Persona de contacto: Ana García"),
    Cue("es", "ask", "applications", ("enviar", "envíe", "envia", "envía", "remit", "dirigi", "curr", "cv", "atenci"), r"\b(?:enviar|env[íi]e\w?|env[íi]a\w{0,5}|remitir|dirigi\w{1,5}|interesad[oa]s)\b[^.!?]{0,120}?\b(?:a|al)\b|a la atenci[óo]n de", "Enviar CV a Ana García"),
    Cue("es", "after", "supervisor", ("supervis", "report", "responsable", "direcci"), r"\b(?:supervisad[oa] por|reporta(?:rá)? a|responsable(?: del proyecto)?:|bajo la direcci[óo]n de)", "Reporta a Ana García"),
    Cue("pt", "ask", "enquiries", ("contat", "contact", "informaç", "dúvidas", "enviar", "envie"), r"\b(?:contac?t(?:o|e|ar)|mais informações|dúvidas|(?:enviar|envie)\b[^.!?]{0,90}\bpara)\b", "Dúvidas: Ana Silva"),
    Cue("it", "ask", "enquiries", ("contatt", "informazioni", "inviare", "referente", "attenzione"), r"\b(?:contatt(?:i|o|are|ateci)|(?:maggiori |ulteriori )informazioni|inviare\b[^.!?]{0,90}\ba|referente|alla cortese attenzione(?: di)?)\b", "Referente: Anna Bianchi"),
    Cue("nl", "ask", "enquiries", ("contact", "vragen", "informatie", "inlichtingen"), r"\b(?:contact(?:persoon|personen|gegevens)?|vragen|(?:meer|nadere|inhoudelijke|verdere) informatie|inlichtingen|informatie over)\b", "Contactpersoon: Anna de Vries"),
    Cue("nl", "ask", "applications", ("solliciteer", "sollicit", "stuur", "motivatie", "richten"), r"\b(?:stuur\w{0,3}|sturen|mail\w{0,3}|richt\w{0,3}|sollicit\w{1,7}|motivatie)\b[^.!?]{0,120}?\b(?:naar|aan|via|bij|op)\b", "Stuur je cv naar Anna de Vries."),
    Cue("nl", "after", "applications", ("t.a.v", "tav", "attentie"), r"\b(?:t\.?a\.?v\.?|ter attentie van)", "t.a.v. Anna de Vries"),
    Cue("nl", "after", "supervisor", ("leidinggev", "begeleid", "rapporteer"), r"\b(?:leidinggevende|begeleid(?:er|ing|ster)?(?: door)?|rapporteert? aan)\b", "Begeleid door Anna de Vries"),
    Cue("nl", "after", "enquiries", ("bel ", "bellen", "app "), r"\b(?:bel|bellen|app) (?:naar |met |even )?", "Bel Anna de Vries."),
    Cue("sv", "ask", "enquiries", ("kontakt", "frågor", "upplysning", "information"), r"\b(?:kontakt(?:a|person(?:er)?|uppgifter)?|frågor|upplysningar|(?:mer|mera|ytterligare) information)\b", "Kontaktpersoner: Anna Lind"),
    Cue("sv", "ask", "applications", ("ansök",), r"\b(?:ansökan|ansökningar|ansök)\b[^.!?]{0,100}?\b(?:till|via|på)\b", "Skicka ansökan till Anna Lind."),
    Cue("sv", "after", "hiring manager", ("chef",), r"\b(?:rekryterande chef|närmaste chef|(?:enhets|avdelnings|sektions|hr-|personal)chef(?:en)?|tf\.? chef)\b", "Rekryterande chef: Anna Lind"),
    Cue("da", "ask", "enquiries", ("kontakt", "oplysning", "spørgsmål", "henvend"), r"\b(?:kontakt(?:e|person(?:er)?|oplysninger)?|(?:nærmere|yderligere|flere) (?:oplysninger|information(?:er)?)|spørgsmål|henvend\w{0,6})\b", "Nærmere oplysninger: Anne Holm"),
    Cue("da", "ask", "applications", ("ansøg",), r"\b(?:ansøgning(?:en|er)?|ansøg|send)\b[^.!?]{0,100}?\b(?:til|via|på)\b", "Send ansøgningen til Anne Holm."),
    Cue("no", "ask", "enquiries", ("kontakt", "opplysning", "spørsmål", "henvend", "informasjon"), r"\b(?:kontakt(?:e|person(?:er)?|informasjon)?|(?:nærmere|ytterligere|flere|mer) (?:opplysninger|informasjon)|spørsmål|henvend\w{0,6})\b", "Kontaktinformasjon: Kari Dahl"),
    Cue("no", "ask", "applications", ("søknad", "søk "), r"\b(?:søknad(?:en|er)?|søk)\b[^.!?]{0,100}?\b(?:til|via|på)\b", "Søknad sendes til Kari Dahl."),
    Cue("fi", "ask", "enquiries", ("yhteys", "yhteyt", "yhteyd", "lisäti", "tiedust", "lisätieto"), r"\b(?:yhteyshenkilö\w{0,3}|yhteyden\w{0,7}|yhteystiedot|yhteyttä|lisätie\w{1,6}|tiedustelu\w{0,4})\b", "Lisätietoja antaa Pekka Salo."),
    Cue("fi", "ask", "applications", ("hakemu",), r"\b(?:hakemuk\w{1,6}|hakemus)\b[^.!?]{0,100}?(?:osoitteeseen|sähköpostil\w{1,3})", "Hakemukset osoitteeseen anna@example.com"),
    Cue("cs", "ask", "enquiries", ("kontakt", "dotaz", "otáz", "informac"), r"\b(?:kontakt(?:y|ní osob[ay]|ní údaje|ujte|ovat|uj)?|dotazy?|otázk\w|(?:více|bližší|další) informac[íie]|informace (?:podá|poskytne))\b", "Kontaktní osoba: Jana Nováková"),
    Cue("cs", "ask", "applications", ("životopis", "zašl", "zasíl", "posíl", "pošl", "cv"), r"\b(?:životopis\w{0,3}|cv|zašlete|zasílejte|posílejte|pošlete|pošli)\b", "Životopis zašlete na adresu jana@example.com."),
    Cue("cs", "after", "supervisor", ("nadříz", "vedouc"), r"\b(?:nadřízen\w{1,2}|pod vedením)\b", "Přímý nadřízený: Jan Novák"),
    Cue("cs", "after", "recruiter", ("personalist", "nábor"), r"\b(?:personalist\w{1,2}|náborář\w{0,2}|náborov\w{1,2} specialist\w{1,2})\b", "Personalistka: Jana Nováková"),
    Cue("pl", "ask", "enquiries", ("kontakt", "pytani", "pytań", "informacj"), r"\b(?:kontakt(?:u|owa|ować|uj)?|skontaktuj|pytania|pytań|(?:więcej|dodatkowych|szczegółowych) informacji|informacji udziela)\b", "Osoba do kontaktu: Anna Nowak"),
    Cue("pl", "ask", "applications", ("cv", "aplikac", "zgłoszeni", "dokument", "wysł", "wyślij", "przesł", "prześlij"), r"\b(?:cv|aplikacj\w{1,2}|zgłoszeni\w{1,2}|dokumenty)\b[^.!?]{0,120}?\b(?:na|do|adres\w{0,2})\b|\b(?:wyślij|prześlij)\b", "CV prosimy przesłać na adres anna@example.com."),
    Cue("pl", "after", "recruiter", ("rekruter", "przełożon"), r"\b(?:rekruter(?:ka)?|przełożon\w{1,3})\b", "Rekruterka: Anna Nowak"),
)

_BY_STEM: dict[str, list[tuple[re.Pattern[str], Cue]]] = {}
for _cue in CUES:
    _compiled = re.compile(_cue.phrase, re.I)
    for _stem in _cue.stems:
        _BY_STEM.setdefault(_stem, []).append((_compiled, _cue))

APPLY = re.compile(
    r"\b(?:apply|application|applying|r[ée]sum[ée]s?|cvs?|curriculum|cover letter|portfolio|bewerb\w{1,12}|bewirb|lebenslauf|"
    r"postul\w{1,5}|candidatures?|candidat\w{0,5}|solicit\w{1,5}|sollicit\w{1,7}|ansök\w{1,7}|ansøg\w{1,7}|søknad\w{0,3}|"
    r"hakemu\w{1,6}|životopis\w{0,3}|aplik\w{1,6}|rekrut\w{1,7}|recruit\w{0,6}|careers?|jobs?|hr|karriere|vacature\w{0,2}|vacanc\w{1,3}|"
    r"currículum|motivation|lettre)\b",
    re.I,
)


def matches(sentence: str) -> list[tuple[int, int, Cue]]:
    """Each cue in a sentence: where it begins and ends there, and the row."""
    lowered = sentence.lower()
    found: dict[tuple[str, str], tuple[int, int, Cue]] = {}
    for stem, rows in _BY_STEM.items():
        if stem in lowered:
            for pattern, cue in rows:
                if (cue.language, cue.phrase) not in found and (match := pattern.search(sentence)):
                    found[cue.language, cue.phrase] = (match.start(), match.end(), cue)
    return list(found.values())


def lines_with_stems(text: str) -> set[int]:
    """Offsets in ``text`` at which some cue's stem stands: where to look for people."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    spots: set[int] = set()
    for stem in _BY_STEM:
        at = lowered.find(stem)
        while at >= 0:
            spots.add(at)
            at = lowered.find(stem, at + len(stem))
    return spots
