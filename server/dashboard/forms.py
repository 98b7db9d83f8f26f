"""The forms, as Flask-WTF classes: checked here for form alone; what a value means is the services' business."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from zoneinfo import available_timezones

from flask_babel import get_locale
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import (
    DateField,
    DecimalField,
    Field,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    TimeField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from server.dashboard import language, words

LINE, PARAGRAPH, PAGE = 300, 5_000, 400_000


def _strip(value: str | None) -> str | None:
    return (value or "").strip() or None


def a_line(label: Any, *, most: int = LINE, required: bool = False, **more: Any) -> StringField:
    """A one-line text; empty is None."""
    checks: list[Any] = [Length(max=most)]
    checks.insert(0, InputRequired(_l("Please fill this in.")) if required else Optional())
    return StringField(label, checks, filters=[_strip], **more)


def a_text(label: Any, *, most: int = PARAGRAPH, rows: int = 4, **more: Any) -> TextAreaField:
    """A text of several lines; empty is None."""
    kw = {"rows": rows, **more.pop("render_kw", {})}
    return TextAreaField(label, [Optional(), Length(max=most)], filters=[_strip], render_kw=kw, **more)


def a_day(label: Any, **more: Any) -> DateField:
    """A date, or None."""
    return DateField(label, [Optional()], **more)


def choices(table: Mapping[Any, Any]) -> list[SelectChoice]:
    """A word table as what a field offers."""
    return [SelectChoice(value, shown) for value, shown in table.items()]


def a_choice(label: Any, table: Mapping[str, Any], *, empty: Any = None, **more: Any) -> SelectField:
    """One of a word table; with ``empty``, none of them is a choice too."""
    options = choices(table)
    if empty is not None:
        options.insert(0, SelectChoice("", empty))
    return SelectField(
        label,
        choices=options,
        filters=[lambda value: value or None],
        validate_choice=False,
        validators=[_among(table, empty is not None)],
        **more,
    )


def _among(table: Mapping[str, Any], optional: bool) -> Callable[[Any, Field], None]:
    def check(_: Any, field: Field) -> None:
        if field.data is None and optional:
            return
        if field.data not in table:
            raise ValidationError(str(_l("Please choose one of these.")))

    return check


def countries() -> list[SelectChoice]:
    """All countries by their names in the page's language."""
    names = get_locale().territories if get_locale() else {}
    found = [(code, name) for code, name in names.items() if len(code) == 2 and code.isalpha() and code not in _NO_LAND]
    return [SelectChoice(code, name) for code, name in sorted(found, key=lambda one: str(one[1]).casefold())]


def countries_or_none() -> list[SelectChoice]:
    """``countries``, or none of them."""
    return [SelectChoice("", _l("not known")), *countries()]


_NO_LAND = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}


class AddForm(FlaskForm):  # type: ignore[misc]
    """An application added by hand."""

    origin = RadioField(
        _l("How did you hear of it?"),
        choices=[
            SelectChoice("posting", _l("A posting: I have its text or its address")),
            SelectChoice("phone", _l("A phone advert: I was told of it, or rang a number")),
            SelectChoice("cold", _l("No posting: I am writing to an employer who has not advertised")),
            SelectChoice("referral", _l("A lead: somebody I know, or was sent to")),
        ],
        default="posting",
    )
    title = a_line(_l("Job title"), description=_l("Leave it empty where there is no particular job."))
    employer = a_line(_l("Employer"))
    location = a_line(_l("Place"))
    url = a_line(
        _l("Web address"), most=2_000, description=_l("It is kept as a link. Ringback never opens it by itself.")
    )
    pasted = a_text(
        _l("Text of the posting"),
        most=PAGE,
        rows=8,
        description=_l(
            "Paste all of it, or the page’s HTML: it is read as a page would be, people and numbers included."
        ),
    )
    sort_of_work = a_line(_l("Sort of work"), description=_l("For unsolicited letters: I am looking for work in …"))
    why_employer = a_line(
        _l("Why you chose them"), most=500, description=_l("For unsolicited letters: I am writing to you because …")
    )
    referred_by = a_line(_l("Who sent you there"), description=_l("A name, where it is not the contact."))
    contact_name = a_line(_l("Contact’s name"))
    contact_role = a_line(_l("Their role"))
    contact_email = a_line(_l("Their e-mail"))
    contact_phone = a_line(_l("Their phone number"))
    applied_on = a_day(_l("Applied on"), description=_l("Leave it empty if you have not applied yet."))
    stance = a_choice(_l("Stance"), words.STANCES, empty=_l("as in the settings"))
    note = a_text(_l("Note"), rows=3)


class CorrectForm(FlaskForm):  # type: ignore[misc]
    """Every field of an application."""

    title = a_line(_l("Job title"))
    employer = a_line(_l("Employer"))
    location = a_line(_l("Place"))
    employment_type = a_line(_l("Kind of employment"))
    reference = a_line(_l("Reference number"))
    url = a_line(_l("Web address"), most=2_000)
    posted_where = a_line(_l("Where it was posted"))
    sort_of_work = a_line(_l("Sort of work"), description=_l("For unsolicited letters: I am looking for work in …"))
    why_employer = a_line(
        _l("Why you chose them"), most=500, description=_l("For unsolicited letters: I am writing to you because …")
    )
    referred_by = a_line(_l("Who sent you there"), description=_l("A name, where it is not the contact."))
    posted_on = a_day(_l("Posted on"))
    closes_on = a_day(_l("Closes on"))
    applied_on = a_day(_l("Applied on"))
    applied_at = TimeField(
        _l("Applied at"), [Optional()], description=_l("Their local time; noon if you leave it empty.")
    )
    pay_min = DecimalField(_l("Pay from"), [Optional(), NumberRange(min=0)])
    pay_max = DecimalField(_l("Pay to"), [Optional(), NumberRange(min=0)])
    pay_currency = a_line(_l("Currency"), most=3)
    pay_per = a_choice(_l("Per"), words.PERIODS, empty="–")
    apply_by = a_choice(_l("How to apply"), words.APPLY_BY, empty=_l("not known"))
    apply_to = a_line(_l("Where to apply"), most=2_000)
    approach = a_choice(_l("Approach"), words.APPROACHES)
    origin = a_choice(_l("Where it came from"), words.ORIGINS)
    stance = a_choice(_l("Stance"), words.STANCES, empty=_l("as in the settings"))
    calls = a_choice(_l("Calls are"), words.POLICIES)
    contact = a_choice(_l("Contact of any kind is"), words.POLICIES)
    call_hours = a_line(_l("Hours to call"))
    wish_text = a_line(_l("Their own words on contact"), most=1_000)
    country = SelectField(
        _l("Country"), choices=countries_or_none, filters=[lambda value: value or None], validate_choice=False
    )
    region = a_line(_l("Region"), most=10)
    timezone = a_line(_l("Time zone"), most=64, description=_l("Such as America/New_York."))
    language = a_line(_l("Language"), most=10)
    one_thing = a_line(_l("The one thing they need that you bring"), most=500)
    wants = a_text(_l("What they want, one line each"), rows=6)
    description = a_text(_l("Text of the posting"), most=PAGE, rows=12)

    def validate_timezone(self, field: Field) -> None:
        """Refuse a zone the computer does not know."""
        check_zone(field)


class PersonForm(FlaskForm):  # type: ignore[misc]
    """A contact of one application."""

    name = a_line(_l("Name"))
    role = a_line(_l("Role"))
    email = a_line(_l("E-mail"))
    phone = a_line(_l("Phone"), most=60)
    address = a_text(_l("Postal address"), rows=2)


class NoteForm(FlaskForm):  # type: ignore[misc]
    """A note on an application."""

    text = TextAreaField(
        _l("Note"), [InputRequired(_l("Please write something.")), Length(max=20_000)], render_kw={"rows": 3}
    )


class InterviewForm(FlaskForm):  # type: ignore[misc]
    """A talk arranged or held."""

    day = DateField(_l("Day"), [InputRequired(_l("Please give the day."))])
    start = TimeField(_l("From"), [InputRequired(_l("Please give the hour."))])
    end = TimeField(_l("To"), [Optional()])
    place = a_line(_l("Where"), most=PARAGRAPH)
    interviewers = SelectMultipleField(
        _l("With"), coerce=int, widget=ListWidget(prefix_label=False), option_widget=CheckboxInput()
    )
    decision_on = a_day(_l("They decide on"))
    note = a_text(_l("Note"), rows=2)


class SettingsForm(FlaskForm):  # type: ignore[misc]
    """What the person tells of themselves."""

    language = a_choice(
        _l("Language of these pages"),
        {code: language.name(code) for code in language.LANGUAGES},
        empty=_l("as the browser asks"),
        description=_l("The scripts, which are for employers, stay English."),
    )
    name = a_line(_l("Your name"))
    phone = a_line(_l("Your phone number"), most=60)
    emails = a_text(
        _l("Your own e-mail addresses, one a line"), rows=2, description=_l("They are never taken for a contact.")
    )
    timezone = a_line(_l("Your time zone"), most=64, required=True, render_kw={"list": "zones"})
    country = SelectField(
        _l("Your country"), choices=countries, description=_l("For holidays, and to read phone numbers.")
    )
    region = a_line(
        _l("Your region"),
        most=10,
        description=_l("State, province or Land, where it has holidays of its own: WA, ON, BY …"),
    )
    hours_from = TimeField(_l("You can phone from"), [InputRequired()])
    hours_to = TimeField(_l("until"), [InputRequired()])
    days_off = SelectMultipleField(
        _l("Your days off"),
        coerce=int,
        choices=choices(dict(enumerate(words.DAYS))),
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    stance = RadioField(_l("How bold"), choices=choices(words.STANCES))
    tone = a_choice(_l("Tone of the scripts"), words.TONES)
    daily_number = IntegerField(_l("At most this many follow-ups a day"), [InputRequired(), NumberRange(min=1, max=50)])
    strengths = a_text(
        _l("Your strengths, one a line"), rows=5, description=_l("They are matched with what a posting asks for.")
    )
    resume = a_text(
        _l("Text of your résumé"),
        most=100_000,
        rows=8,
        description=_l("For the keyword check. It stays on this computer."),
    )

    def validate_timezone(self, field: Field) -> None:
        """Refuse a zone the computer does not know."""
        check_zone(field)

    def validate_hours_to(self, field: Field) -> None:
        """Refuse hours that end before they begin."""
        if field.data and self.hours_from.data and field.data <= self.hours_from.data:
            raise ValidationError(str(_l("This must be later than the hour before it.")))


def check_zone(field: Field) -> None:
    """Raise a readable error for a name that is no IANA time zone."""
    if field.data and field.data not in available_timezones():
        raise ValidationError(str(_l("This time zone is not known. Write it like America/New_York or Europe/Berlin.")))
