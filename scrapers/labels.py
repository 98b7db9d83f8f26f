"""Labels beside values: "Location: Berlin", a cell and its neighbour, a term and its definition, in many languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scrapers.page import Block, Page, Zone

# Each row: what the label stands for, and its spellings (folded: lower case, no colon or number sign at the end).
_LABELS = {
    "title": (
        "job title|title|position title|posting title|job posting title|title of position|role title|vacancy "
        "title|job name|position name"
        "|stellenbezeichnung|stellentitel|berufsbezeichnung|intitulé du poste|intitulé|título del puesto|"
        "functietitel|functienaam"
        "|stillingsbetegnelse|yrkestitel|stillingstittel|pracovní pozice|název pozice|nazwa stanowiska|"
        "stanowisko|pareigos|role|job role"
        "|position applied for|internal title|titel|jobtitel|název|subject"
    ),
    "employer": (
        "company|company name|employer|employer name|organization|organisation|organization name|"
        "organisation name|hiring organization"
        "|institution|university|name of employer|hiring company|business name|agency name|arbeitgeber|"
        "unternehmen|firma|firmenname"
        "|einrichtung|entreprise|société|employeur|organisme|empresa|compañía|bedrijf|werkgever|organisatie|"
        "virksomhed|arbejdsgiver"
        "|arbejdsplads|företag|arbetsgivare|arbeidsgiver|bedrift|selskap|společnost|zaměstnavatel|spoločnosť|"
        "zamestnávateľ|pracodawca"
        "|nazwa firmy|įmonė|darbdavys|yritys|työnantaja|azienda|datore di lavoro|client|company information|"
        "school|hospital"
    ),
    "location": (
        "location|job location|work location|position location|office location|location name|primary "
        "location|locations|work site"
        "|job location(s)|location(s)|city|city/state|city, state|place of work|place of employment|"
        "workplace|work place|based in|based at"
        "|location of position|duty station|location: city|job location: city|work area|where|area|site|"
        "office|primary location of position|campus|town|job city"
        "|arbeitsort|arbeitsorte|ort|standort|standorte|einsatzort|einsatzorte|dienstort|arbeitsplatz|"
        "beschäftigungsort|dienstsitz"
        "|lieu|lieu de travail|lieu du poste|localisation|localité|ville|lieu de mission|lieux|ubicación|"
        "lugar|lugar de trabajo|ciudad"
        "|localidad|población|locatie|standplaats|plaats|werklocatie|werkplek|arbejdssted|sted|"
        "placeringssted|tjenestested|arbejdsstedet"
        "|placering|arbetsort|placeringsort|stationeringsort|arbeidssted|stedet|místo výkonu práce|místo "
        "práce|místo pracoviště|lokalita"
        "|adresa pracoviště|pracoviště|miesto práce|miesto výkonu práce|lokalizacja|miejsce pracy|miasto|"
        "darbo vieta|miestas|vieta"
        "|sijainti|työpaikan sijainti|paikkakunta|työpaikka|sede|sede di lavoro|luogo|luogo di lavoro|local|"
        "local de trabalho|cidade|localização"
        "|placement|geographic location|work city|job site|post location|locality|region|mjesto rada|"
        "lokacija|munkavégzés helye"
    ),
    "region": "state|location: state|state/province|province|bundesland|county|location: region|kanton",
    "posted": (
        "date posted|posted|posted on|posted date|posting date|post date|job posted|date published|published|"
        "published on|publication date|publish date"
        "|opening date|open date|date opened|created|created on|date created|date|date of posting|job "
        "posting date|job posted date|advertised"
        "|placed on|posting start date|release date|listed on|veröffentlicht|veröffentlicht am|erschienen|"
        "erschienen am|online seit"
        "|veröffentlichungsdatum|datum der veröffentlichung|publié le|publié|date de publication|date de "
        "parution|mise en ligne|publicado"
        "|fecha de publicación|publicado el|geplaatst|geplaatst op|gepubliceerd|gepubliceerd op|"
        "publicatiedatum|plaatsingsdatum|oprettet"
        "|publiceret|offentliggjort|indrykket|publicerad|publiceringsdatum|publisert|zveřejněno|zveřejněno "
        "dne|datum zveřejnění|vloženo"
        "|aktualizováno|zverejnené|dátum zverejnenia|data publikacji|opublikowano|dodano|paskelbta|įdėta|"
        "skelbimas įdėtas|ilmoitus jätetty"
        "|julkaistu|pubblicato|data di pubblicazione|publicado em|data de publicação|posting opened|issue "
        "date|announced|advertisement date"
    ),
    "closes": (
        "application deadline|deadline|closing date|close date|closing|closes|closes on|apply by|apply "
        "before|last date to apply|last day to apply"
        "|applications close|application closing date|application close date|expiry date|expires|expires on|"
        "expiration date|valid through"
        "|valid until|end date|posting end date|job close date|job closing date|closing date for "
        "applications|deadline for applications|deadline for application"
        "|deadline to apply|application due date|due date|review date|posting close date|closing on|priority "
        "deadline|open until|date closed|unpublish date"
        "|bewerbungsfrist|bewerbungsschluss|bewerben bis|bewerbungsende|frist|bewerbung bis|"
        "ausschreibungsende|bewerbungsfrist bis|ende der bewerbungsfrist"
        "|date limite|date limite de candidature|date limite de dépôt des candidatures|clôture|date de "
        "clôture|fecha límite|fecha de cierre|plazo"
        "|plazo de solicitud|fecha límite de solicitud|sluitingsdatum|sluit op|reageren voor|reageer voor|"
        "reageren tot|solliciteren tot|solliciteer voor"
        "|solliciteren voor|uiterste datum|ansøgningsfrist|frist for ansøgning|sista ansökningsdag|sista "
        "ansökningsdatum|ansök senast|ansök före|søknadsfrist"
        "|uzávěrka|termín přihlášek|termín pro podání přihlášek|přihlášky do|uzávierka|termin składania|"
        "termin składania dokumentów|termin składania ofert"
        "|ważne do|wazne do|galioja iki|paraiškos iki|hakuaika päättyy|hakuaika|haku päättyy|scadenza|data "
        "di scadenza|prazo|data limite|umsóknarfrestur"
        "|application date|application|job expires|posting expires|applications accepted until|posting "
        "closes|closing time|application period ends"
    ),
    "reference": (
        "reference|reference number|reference no|reference id|reference code|ref|ref no|ref number|ref id|"
        "ref code|job ref|job reference|job reference number|your reference|our reference"
        "|vacancy reference|vacancy ref|requisition id|requisition number|requisition|requisition no|req id|"
        "req|req no|req number|job requisition id|job requisition"
        "|job id|job number|job no|job code|job req|job req id|position id|position number|position no|"
        "position code|posting number|posting id|vacancy id|vacancy no|vacancy number"
        "|vacancy code|announcement code|announcement number|announcement no|competition number|search code|"
        "opening id|job opening id|job posting id|requisition code|tracking code"
        "|kennziffer|kennz|kenn-nr|referenznummer|referenz|referenz-nr|referenznr|stellen-id|stellennummer|"
        "stellen-nr|job-id|job-nr|ausschreibungsnummer|chiffre"
        "|stellenkennziffer|stellen id|ausschreibungs-nr|kennzahl"
        "|référence|réf|référence de l'offre|numéro de référence|n° de référence|réference|référence du "
        "poste|referencia|número de referencia"
        "|código|referentie|referentienummer|vacaturenummer|vacature id|stillingsnummer|stillings-id|"
        "reference nr|referencenummer|sagsnummer|sagsnr|id-nummer"
        "|jobnummer|referensnummer|diarienummer|annonsnummer|finn-kode|referenční číslo|číslo pozice|id "
        "pozice|číslo nabídky|id inzerátu|numer referencyjny|nr referencyjny|nr ref|numer oferty"
        "|viitenumero|viite|riferimento|codice|referência|código da vaga|ref. no|ref. nr|ref.nr|ref.-nr|req. "
        "id|job req. id|id|requisition #|auto req id|autoreqid"
    ),
    "pay": (
        "salary|salary range|pay|pay range|pay rate|rate of pay|compensation|compensation range|base salary|"
        "base pay|base salary range|base pay range|starting salary"
        "|annual salary|yearly salary|hourly rate|hourly pay|wage|wages|wage range|remuneration|"
        "remuneration/ salary|remuneration/salary|salary details|estimated pay|stipend|rate|day rate|hiring "
        "range"
        "|hiring salary range|expected salary|salary & benefits|salary and benefits|pay scale|salary/rate|"
        "total compensation|annual base salary|target salary|annual salary range|pay range per year|annual "
        "pay range|hourly pay range|salary range (annual)|us salary range|salary from|starting pay|base "
        "compensation|starting wage|pay scale range|yearly salary range|budgeted salary|grade/salary|ote"
        "|gehalt|vergütung|verdienst|lohn|entgelt|jahresgehalt|monatsgehalt|bruttogehalt|gehaltsspanne|"
        "entlohnung|bezahlung|stundenlohn|mindestgehalt"
        "|salaire|rémunération|salaire brut|salaire annuel|salario|sueldo|retribución|remuneración|salaris|"
        "salarisindicatie|bruto maandsalaris"
        "|løn|lön|lønn|plat|mzda|platové rozmezí|nabízený plat|finanční ohodnocení|nástupní plat|plat od|"
        "mzdové podmienky|mzdové rozpětí|wynagrodzenie|zarobki|pensja"
        "|palkka|atlyginimas|alga|salário|remuneração|retribuzione|stipendio|plata"
    ),
    "type": (
        "employment type|job type|type of employment|contract type|type of contract|time type|position type|"
        "employment status|work type|type|job status|contract|schedule"
        "|full-time/part-time|full time/part time|full/part time|employment category|duration|hours|working "
        "hours|work schedule|term|type of position|position status|appointment type|employee type|commitment"
        "|anstellungsart|beschäftigungsart|arbeitszeit|art der anstellung|vertragsart|anstellung|"
        "beschäftigungsverhältnis|stellenart|umfang"
        "|type de contrat|contrat|type d'emploi|temps de travail|tipo de contrato|tipo de empleo|jornada|"
        "dienstverband|contractvorm|type dienstverband|uren per week|uren"
        "|ansættelsesform|ansættelsestype|arbejdstid|anställningsform|omfattning|anställningstyp|"
        "ansettelsesform|stillingstype|typ úvazku|druh úvazku|pracovní poměr|typ pracovního poměru"
        "|typ pracovního vztahu|úvazek|druh pracovného pomeru|rodzaj umowy|wymiar pracy|typ umowy|darbo "
        "laikas|työsuhde|työaika|tipo di contratto|tipo de contrato|seniority level type"
    ),
    "wants": (
        "requirements|required qualifications|qualifications|minimum qualifications|basic qualifications|"
        "preferred qualifications|required skills|skills|required experience|job requirements|essential "
        "criteria"
        "|what you'll need|what you need|what you bring|what we're looking for|what we are looking for|who "
        "you are|about you|your profile|your experience|you have|you should have|must have|must haves|nice "
        "to have|nice to haves"
        "|key requirements|essential requirements|experience|desired skills|skills and experience|skills & "
        "experience|person specification|candidate profile|the ideal candidate|desired qualifications|what "
        "you should have"
        "|required expertise|required expertise / traits|bonus if you|you bring|we require|position "
        "requirements|skills required|skills we require|required qualifications/ experience|job "
        "qualifications|what you’ll need|what you’ll bring|what you'll bring|what we’re looking for|who "
        "we're looking for"
        "|ihr profil|dein profil|anforderungen|ihre qualifikation|ihre qualifikationen|deine qualifikation|"
        "deine qualifikationen|profil|das bringst du mit|das bringen sie mit|was sie mitbringen|was du "
        "mitbringst|voraussetzungen|sie bringen mit|anforderungsprofil|qualifikation|qualifikationen|du "
        "bringst mit|wir erwarten|das solltest du mitbringen|was wir erwarten"
        "|profil recherché|votre profil|compétences requises|compétences|profil|le profil|vos compétences|"
        "qualités requises|prérequis|requisitos|perfil|tu perfil|requisitos mínimos|lo que buscamos"
        "|wat vragen wij|functie-eisen|functie eisen|jouw profiel|wie ben jij|wat wij vragen|wat breng je "
        "mee|profiel|wij vragen|dit breng je mee|wie zoeken wij"
        "|kvalifikationer|din profil|dine kvalifikationer|om dig|du har|krav|vi forventer|kvalifikasjoner|"
        "dina kvalifikationer|vi söker dig som|du er|kompetencer|faglige kvalifikationer"
        "|požadavky|požadujeme|co požadujeme|co očekáváme|co bys měl umět|co od tebe očekáváme|co od vás "
        "očekáváme|očekáváme|požiadavky|wymagania|oczekujemy|nasze wymagania|twój profil|czego oczekujemy|"
        "reikalavimai|vaatimukset|odotamme sinulta|requisiti|il tuo profilo|požadavky na zaměstnance"
    ),
}
LABELS = {label: kind for kind, labels in _LABELS.items() for label in labels.split("|")}

_LONGEST = max(len(label) for label in LABELS)
_EDGES = re.compile(r"^[\W_]+|[\s:：#*.\-–—>»?!]+$")
_INSIDE = re.compile(r"\s*[|•·¦●▪◦]\s*|\s{2,}")
_COLON = re.compile(r":(?=\s?\S)")
_NEXT_LABEL = re.compile(
    r"[\s,;]*(?=[A-Z][a-z]+(?:[ /&-]{1,3}[A-Za-z]+){0,3}\s?:)|(?<=[a-z)])\.?\s(?=[A-Z][a-z]+ [a-z]+ )|"
    r"(?<=\d{5})\s"
)
_BULLETS = ("-", "–", "•", "*", "·", "●", "▪", "○", "+", "o ")
_NUMBER_SIGN = re.compile(r"\s?(?:#|no\.?|nr\.?|number|num)$")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value that stands beside a label, and the block it stands in. ``strong`` where markup or a colon joins them."""

    value: str
    label: str
    block: Block
    strong: bool


def fold(text: str) -> str:
    """A label without what varies: case, colon, bullets, number signs at its ends, doubled spaces."""
    return _EDGES.sub("", " ".join(text.casefold().replace("’", "'").split()))


def kind_of(text: str) -> str | None:
    """What a text stands for if it is a label and nothing more; None otherwise."""
    if len(text) > _LONGEST + 4:
        return None
    folded = fold(text)
    return LABELS.get(folded) or LABELS.get(_NUMBER_SIGN.sub("", folded))


def labelled(page: Page) -> dict[str, list[Labelled]]:
    """Every value of the page that stands beside a known label, by what the label stands for, in page order."""
    found: dict[str, list[Labelled]] = {}
    for block in page.blocks:
        if block.zone & (Zone.NAV | Zone.CONTROL | Zone.RELATED):
            continue
        for kind, hit in _of_block(page, block):
            found.setdefault(kind, []).append(hit)
    return found


def _of_block(page: Page, block: Block) -> Iterator[tuple[str, Labelled]]:
    text = block.text
    colon = text.find(":")
    if -1 < colon < 48 and colon < len(text) - 1:
        yield from _before_colon(text, colon, block)
    if len(text) <= _LONGEST + 4:
        kind = kind_of(text)
        if kind:
            yield from _next_block(page, block, kind)
    elif not -1 < colon < 48:
        yield from _before_element(page, block)
    if len(text) > 60 and text.count(":") > 1:
        yield from _running(text, block)
    if "|" in text or "•" in text or "·" in text:
        for segment in _INSIDE.split(text[:400])[1:]:
            place = segment.find(":")
            if 0 < place < 48:
                yield from _before_colon(segment, place, block)


def _before_colon(text: str, colon: int, block: Block) -> Iterator[tuple[str, Labelled]]:
    kind = kind_of(text[:colon])
    value = text[colon + 1 :].strip()
    if kind and value:
        yield kind, Labelled(_INSIDE.split(value)[0] if len(value) < 400 else value, fold(text[:colon]), block, True)


def _running(text: str, block: Block) -> Iterator[tuple[str, Labelled]]:
    """Labels in running text, as where line breaks were lost: "Job ID: 52 Location: Boston, MA Duration: …"."""
    text = text[:3000]
    colons = [match.start() for match in _COLON.finditer(text)][:40]
    for number, colon in enumerate(colons):
        words = text[max(0, colon - 40) : colon].split(" ")
        for count in range(min(4, len(words)), 0, -1):
            label = " ".join(words[-count:])
            kind = kind_of(label)
            if kind and kind != "wants" and label[:1].isupper() and len(label) < colon:
                if value := _running_value(text, colons[number:]):
                    yield kind, Labelled(value[:120], fold(label), block, False)
                break


def _running_value(text: str, colons: list[int]) -> str:
    """What follows a label in running text, up to where the next label begins."""
    for end in (*colons[1:4], colons[0] + 160):
        following = text[colons[0] + 1 : end + 1].strip()
        if value := _NEXT_LABEL.split(following, maxsplit=1)[0].strip():
            return value
    return ""


def _next_block(page: Page, block: Block, kind: str) -> Iterator[tuple[str, Labelled]]:
    following = page.blocks[block.index + 1] if block.index + 1 < len(page.blocks) else None
    if following is None or kind_of(following.text) or following.zone & Zone.NAV:
        return
    if (
        block.text.startswith(_BULLETS)
        or (block.text[0].islower() and block.tag not in ("dt", "th"))
        or (_is_link(page, block) and _is_link(page, following))
    ):
        return
    marked = block.tag in ("dt", "th", "td", "h2", "h3", "h4", "h5", "h6", "strong", "label") or ":" in block.text[-2:]
    yield kind, Labelled(following.text, fold(block.text), following, marked)


def _is_link(page: Page, block: Block) -> bool:
    """Whether the whole block is one link: two of those in a row are a menu."""
    node = page.node_at(block.start)
    while node is not None and node is not block.node.parent:
        if node.name == "a":
            return True
        node = node.parent
    return False


def _before_element(page: Page, block: Block) -> Iterator[tuple[str, Labelled]]:
    """``<b>Location</b> Berlin``: the first element's words are the label, though no colon says so."""
    parts = page.parts(block.start, min(block.end, block.start + _LONGEST + 6))
    next(parts, None)
    for start, _node in parts:
        head = page.text[block.start : start].strip()
        kind = kind_of(head)
        value = page.text[start : block.end].strip().lstrip(":-–").strip()
        if kind and value and kind != "wants":
            yield kind, Labelled(value, fold(head), block, True)
            return
