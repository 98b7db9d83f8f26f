"""The words that stand beside numbers, by language: what makes one a telephone, a fax, an identifier or money.

All are sought in lower case: a pattern blind to case tries each of its hundred words at each word of a text.
"""

from __future__ import annotations

import re

from scrapers.signs import grouped

# Nouns: en de fr es/pt it nl da/no/sv fi cs/sk pl; then verbs that ask for a call.
_PHONE_NOUNS = (
    r"tele?phone?s?|phones?|ph|tel|tels|tlf|tfno?|tlfn|fon|fono|telefon\w{0,8}|telephon\w{0,8}|t[ée]l[ée]phone|t[ée]l|"
    r"tel[ée]fonos?|telefones?|tel[ée]fonnumm?er|telefoonnummer|telefoon|puhelin\w{0,7}|puh|p|t|m|mob|mobile?s?|mobil\w{0,8}|"
    r"cell|cellular|cellphone|handy|handynummer|rufnummer|durchwahl|m[óo]vil|celular|portable|gsm|matkapuhelin|"
    r"komórk\w{1,3}|kom|kom[óo]rkowy|infolin[ia]\w{0,2}|linka|sími|hotline|whats\s?app|viber|direct|direct line|"
    r"switchboard|centrale|standard|toll[- ]free|contact no|contact number|tel\w{0,6} no|tel\.?-?nr|phone no"
)
_CALL_VERBS = (
    r"call|calling|dial|ring|phone|telephone|text|sms|reach\w{0,3}|anrufen|anruf|rufen sie|ruf|telefonisch|erreichbar|"
    r"appele[zr]|joindre|joignable|llam\w{1,5}|ligue|ligar|chiam\w{1,5}|bel|bellen|bereikbaar|ringa?|ringe|kontakta|"
    r"soita\w{0,3}|(?:za|za)?volejte|volat|zavolat|zadzwo\w{1,4}|dzwoni\w{1,3}|kontakt\w{0,9}|contact\w{0,7}"
)
_FAX_NOUNS = (
    r"fax\w{0,6}|telefax\w{0,8}|tele?copie\w{0,3}|t[ée]l[ée]copie\w{0,3}|telekopi\w{0,4}|telefaks\w{0,3}|faks\w{0,6}|"
    r"facsimile|faksi\w{0,3}|fx|f"
)

_PHONE = grouped(f"{_PHONE_NOUNS}|{_CALL_VERBS}")
PHONE = re.compile(rf"(?<!\w){_PHONE}(?!\w)|[☎☏✆📞📱🕿]")
# Any of them, and the words for a fax as groups.
LABEL = re.compile(rf"(?<!\w)(?:({grouped(_FAX_NOUNS)})|{_PHONE})(?!\w)|([📠🖷])|[☎☏✆📞📱🕿]")
# One letter is a label only when written as one: "T:", "P.", "M +49".
SINGLE_LETTERS = frozenset("tpmf")
WRITTEN_AS_LABEL = re.compile(r"\)?\s{0,2}(?:[.:]|$)")
# "Tel./Fax" is a telephone, too.
PHONE_AND_FAX = re.compile(r"\b(?:tel|phone|telefon|fon|t[ée]l)\w{0,3}\.?\s?[/&+]\s?(?:tele)?fa[xk]\w{0,3}\W{0,3}$")
# "030 23125 124 (fax)", unless what is in the brackets labels the next number.
FAX_BEHIND = re.compile(r"\s{0,2}[(\[]?\s?(?:tele)?fax\b|\s{0,2}\((?:f|fx)\)(?!\s?[+(\d])")
LABELS_NEXT = re.compile(r"[^)\]]{0,12}[:.]\s?[+(\d]|\s{0,2}(?:tele)?fax\s?[+(\d]")

ID = re.compile(
    r"(?<!\w)(?:id|ids|i\.d|ref|reference|referenz\w{0,8}|r[ée]f[ée]rence|referencia|referentie\w{0,8}|kennziffer|kenn-?nr|"
    r"job\s?-?(?:no|nr|id|number|code)|stellen-?(?:nr|id|nummer)|req|requisition|vacancy|posting|position|case|dossier|"
    r"ičo?|ico|dič|dic|dph|nip|regon|krs|vat|tva|btw|mva|moms|cvr|kvk|siret|siren|rcs|naf|ape|ust-?id\w{0,4}|ust|"
    r"steuernummer|hrb|hra|y-?tunnus|org\.?\s?-?(?:no|nr|nummer)|organisationsnummer|ein|abn|acn|nif|cif|cnpj|cpf|"
    r"iban|bic|konto\w{0,7}|account|isbn|issn|doi|zip|postcode|plz|psč|license|licence|lic|registration|reg|"
    r"registered|ein|duns|bce|kbo|rfc|cuit|nit|uen|gst\w{0,2}|cin|pib|oib|pesel|tax|uid|gln|index|serial|version|code|kód|zip|case|bib|pmid|orcid|arxiv|build|grant)"
    r"\.?(?:\s{0,2}(?:no|nr|number|nummer|numer|číslo|num|n°|nº|code)\b\.?)?\s{0,2}[:#№.\-–]?\s{0,2}(?:[a-z]{1,3}[\s\-_/]{0,2})?$",
)
# "Control number 8312345600": any noun whose number it is, unless a telephone's.
SOME_NUMBER = re.compile(
    r"(?<!\w)(?!(?:the|this|our|my|his|her|following|direct|local|office|work|home|main|desk|on|at|by|via|under|unter|op|på|na|pod|au|al|el|le|del)\b)[a-z]{2,20}\s"
    r"(?:number|nummer|numer|numerem|numéro|número|numero)(?!\w)\s?[:#]?\s{0,2}(?:[a-z]{1,3}[\s\-_/]{0,2})?$",
)
_MONEY = (
    r"[$€£¥₹₽₴₺]|\b(?:eur|euro|euros|usd|chf|gbp|kč|czk|pln|zł|kr|sek|nok|dkk|huf|ft|inr|rs|aud|cad|dram|drams|amd)\b"
)
MONEY_BEFORE = re.compile(rf"(?:{_MONEY})\.?\s{{0,2}}$")
MONEY_AFTER = re.compile(rf"^[.,\-–]{{0,2}}\s{{0,2}}(?:{_MONEY}|%|,\d)")

# "ext. 12" and its kin in the languages at hand; the digits are group 1.
EXTENSION = re.compile(
    r"^[\s,;/(–-]{0,4}(?:ext(?:ension|n)?|xtn?|x|poste|toestel|tst|linka|kl(?:apka)?|wew(?:n\w{0,7})?|nebenstelle|nst|"
    r"durchwahl|dw|int(?:erno|erne)?|anexo|extensi[oó]n|ramal|anknytning|ankn|lokal(?:nummer)?|alanumero|#)"
    r"\.?\s{0,2}[:.]?\s{0,2}(\d{1,6})(?!\d)",
)
