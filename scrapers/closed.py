"""Whether a page says of its own job that it is gone."""

from __future__ import annotations

import re

from scrapers.facts import Facts
from scrapers.page import Zone
from scrapers.signs import any_of, grouped

# In lower case.
_CLOSED = re.compile(
    grouped(
        r"no longer (?:accepting|taking|available|active|open|online|listed|recruiting|hiring|advertised|vacant)"
        r"|(?:position|job|vacancy|role|"
        r"posting|application|opening|opportunity|post)s? (?:has|have|is|was|are) (?:now |already |been |"
        r"currently |since )*(?:filled|closed|expired|removed|ended|taken|not available)"
        r"|(?:this|the) (?:job|position|vacancy|posting|listing|ad|advert|offer|opening|call)(?: listing| "
        r"posting| ad| offer)? (?:has |is )?(?:now |already |been |currently )*(?:expired|closed|filled|"
        r"inactive|archived|not (?:active|available|open))|applications? (?:are|is|have|has) (?:now |been "
        r")*closed|we(?:'|’| a)re not (?:currently )?(?:hiring|accepting applications)|not (?:currently "
        r")?accepting (?:new )?applications|sorry, this job|job (?:has )?expired|hiring (?:is )?(?:closed|"
        r"complete)|applications closed|(?:vacancy|position|job|role|posting|listing) closed(?: on\b| \d|[.!]|$)|"
        r"(?:deadline|closing date)(?: for [^.]{2,40})? has (?:now |already )?(?:passed|expired)|"
        r"we have (?:now )?(?:filled|closed) (?:this|the) "
        r"|(?:stelle|position|anzeige|stellenanzeige|angebot|stellenangebot|ausschreibung)\w{0,3} (?:ist|"
        r"wurde) (?:leider |bereits |schon |inzwischen |derzeit )*(?:besetzt|vergeben|abgelaufen|deaktiviert|"
        r"geschlossen|beendet)|bewerbungsfrist ist (?:leider |bereits )?abgelaufen|"
        r"nicht mehr (?:verfügbar|aktuell|online|aktiv)|"
        r"derzeit (?:sind )?(?:keine|nicht)[^.]{0,40}(?:offen|ausgeschrieben|stelle)"
        r"|offre (?:n'est plus|n’est plus|a été pourvue|est pourvue|a expiré|expirée|clôturée)|plus "
        r"disponible|poste (?:est |a été )?pourvu|oferta (?:ya no|ha (?:caducado|expirado|finalizado)|"
        r"cerrada)|vacature is (?:helaas |al |inmiddels )*(?:niet meer beschikbaar|vervuld|gesloten|verlopen|"
        r"ingevuld)|stillingen er (?:besat|udløbet)|annonsen är (?:inte längre|avpublicerad|borttagen)|"
        r"tjänsten är tillsatt|stillingen er ikke lenger|"
        r"nabídka (?:již |už )?(?:není|byla|vypršela|neaktuální)[^.]{0,30}(?:aktivní|aktuální|ukončena|"
        r"uzavřena|platná|vypršela)?|inzerát (?:již |už )?(?:není|byl|vypršel)|pozice (?:je |již |už |byla "
        r")*(?:obsazena|uzavřena)|oferta (?:jest )?(?:nieaktualna|wygasła|zakończona)|ogłoszenie (?:jest "
        r")?(?:nieaktualne|wygasło)|skelbimas (?:nebegalioja|neaktyvus)|ilmoitus on (?:vanhentunut|päättynyt)|"
        r"posizione (?:è stata )?chiusa|vaga (?:encerrada|expirada)"
    )
)
# Of any phrase of the pattern above, a word with the space before it: for that a search leaps from space to space.
_CLOSED_SIGN = re.compile(
    " (?:"
    + any_of(
        (
            "longer",
            "passed",
            "filled",
            "closed",
            "removed",
            "ended",
            "taken",
            "not available",
            "not active",
            "not open",
            "not hiring",
            "not currently",
            "accepting",
            "archived",
            "inactive",
            "this job",
            "complete",
            "besetzt",
            "vergeben",
            "abgelaufen",
            "mehr",
            "nicht",
            "keine",
            "deaktiviert",
            "geschlossen",
            "beendet",
            "n'est plus",
            "n’est plus",
            "pourvu",
            "expir",
            "clôtur",
            "disponible",
            "ya no",
            "caducad",
            "finalizad",
            "cerrada",
            "vervuld",
            "gesloten",
            "verlopen",
            "ingevuld",
            "niet meer",
            "besat",
            "udløbet",
            "inte längre",
            "avpublicerad",
            "borttagen",
            "tillsatt",
            "ikke lenger",
            "není",
            "byl",
            "vypršel",
            "ukončen",
            "obsazen",
            "uzavřen",
            "neaktuální",
            "nieaktualn",
            "wygas",
            "zakończon",
            "nebegalioja",
            "neaktyv",
            "vanhentunut",
            "päättynyt",
            "chiusa",
            "encerrada",
        )
    )
    + ")"
)


# "Until the position is filled": no more than a condition.
_IF = re.compile(
    r"\b(?:until|if|when|once|after|unless|bis|sobald|falls|wenn|jusqu|tot|lorsque|as soon as|before|till|"
    r"whether|may)\b"
)
_MAY_SAY = Zone.CONTENT | Zone.HEADER | Zone.DIALOG


def is_closed(facts: Facts) -> bool:
    """Whether the page says that its job is filled, closed or taken off."""
    for block in facts.page.with_sign(_CLOSED_SIGN):
        if len(block.text) >= 400 or (block.outside and not block.zone & _MAY_SAY):
            continue
        low = facts.page.lower[block.start : block.end]
        if (match := _CLOSED.search(low)) and not _IF.search(low, max(0, match.start() - 60), match.start()):
            return True
    return False
