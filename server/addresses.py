"""Addresses of pages: which two mean the same job. Pure."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from w3lib.url import canonicalize_url

MAX = 2_000

# Parameters that say where a visitor came from, never which page it is. Job ids stand in others and are kept.
TRACKING = frozenset(
    {
        "_ga",
        "_gl",
        "_hsenc",
        "_hsmi",
        "_ke",
        "adid",
        "advn",
        "affid",
        "affiliate",
        "campaign",
        "campaign_id",
        "campaignid",
        "click_id",
        "clickid",
        "cmpid",
        "dclid",
        "ebp",
        "fbclid",
        "from_tk",
        "gbraid",
        "gclid",
        "gclsrc",
        "gh_src",
        "hss_channel",
        "igshid",
        "iis",
        "iisn",
        "jobboardid",
        "jobsource",
        "lever-origin",
        "lever-source",
        "lici",
        "lipi",
        "mc_cid",
        "mc_eid",
        "mkt_tok",
        "msclkid",
        "oly_anon_id",
        "oly_enc_id",
        "originalsubdomain",
        "partnerid",
        "piwik_campaign",
        "ref_src",
        "referer",
        "referrer",
        "refid",
        "rltr",
        "scid",
        "share_id",
        "shareid",
        "source",
        "sourceid",
        "sourcetype",
        "spm",
        "src",
        "tk",
        "trackingid",
        "trk",
        "trkinfo",
        "ttclid",
        "twclid",
        "vero_id",
        "wbraid",
        "xtor",
        "yclid",
    }
)
_PREFIXES = ("utm_", "pk_", "mtm_", "matomo_", "hsa_", "at_", "rx_", "__hs", "cm_")
_SCHEMES = ("http", "https")

# Boards that show one job at several addresses: in the pane of a search, in another country's edition, with its title.
_BOARDS = (
    ("linkedin.com", re.compile(r"^/jobs/view/(?:[^/?]*-)?(\d{6,})"), "/jobs/view/{}"),
    ("linkedin.com", re.compile(r"^/jobs/.*[?&]currentJobId=(\d{6,})"), "/jobs/view/{}"),
    ("indeed.com", re.compile(r"[?&]v?jk=([0-9a-f]{8,})"), "/viewjob?jk={}"),
)


def sound(url: str | None) -> str | None:
    """``url`` where it is an http or https address of bounded length with a host, else None."""
    if not url or len(url) > MAX:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme.lower() in _SCHEMES and parts.hostname else None


def canonical(url: str | None) -> str | None:
    """The address to compare by: tracking parameters, fragment, ``www.`` and scheme apart, ids in the query kept.

    None where ``url`` is no web address.
    """
    given = sound(url)
    if given is None:
        return None
    try:
        parts = urlsplit(str(canonicalize_url(given, keep_fragments=_routes(given))))
        place = _with_port((parts.hostname or "").rstrip(".").removeprefix("www."), parts.port)
    except ValueError:
        return None
    query = urlencode([pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not is_tracking(pair[0])])
    plain = urlunsplit(("https", place, parts.path.rstrip("/") or "/", query, parts.fragment))
    return _known_job(place, f"{parts.path}?{query}") or plain


def _known_job(place: str, rest: str) -> str | None:
    for board, pattern, form in _BOARDS:
        if place == board or place.endswith("." + board):
            found = pattern.search(rest)
            if found:
                return f"https://{board}{form.format(found[1])}"
    return None


def is_tracking(name: str) -> bool:
    """Whether a query parameter says where a visitor came from rather than which page it is."""
    lowered = name.lower()
    return lowered in TRACKING or lowered.startswith(_PREFIXES)


def host(url: str | None) -> str | None:
    """The host of an address in lower case without ``www.``, or None."""
    given = sound(url)
    return (urlsplit(given).hostname or "").removeprefix("www.") or None if given else None


def _routes(url: str) -> bool:
    # "#/job/123" and "#!/…" are the page's own path; any other fragment is a place on it.
    return urlsplit(url).fragment.startswith(("/", "!"))


def _with_port(host: str, port: int | None) -> str:
    return host if port in (None, 80, 443) else f"{host}:{port}"
