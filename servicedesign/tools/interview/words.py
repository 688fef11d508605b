"""How a source came about, consent and kinds of finding, in words for people.

Owns the words that screen and sheets share.
"""

from __future__ import annotations

from servicedesign.i18n import Translator
from servicedesign.model import Consent, FindingKind, SourceMethod


def method_words(t: Translator) -> dict[SourceMethod, str]:
    """Return how a source can come about."""
    return {
        SourceMethod.DEPTH_INTERVIEW: t("聞き取り"),
        SourceMethod.OBSERVATION: t.context("method", "観察"),
        SourceMethod.DATA: t("匿名のデータ"),
    }


def consent_words(t: Translator) -> dict[Consent, str]:
    """Return how far there is consent."""
    return {
        Consent.NOT_YET: t.context("consent", "まだ"),
        Consent.SPOKEN: t.context("consent", "口頭で"),
        Consent.WRITTEN: t.context("consent", "書面で"),
        Consent.NOT_NEEDED: t.context("consent", "要らない"),
    }


def kind_words(t: Translator) -> dict[FindingKind, str]:
    """Return the kinds of finding."""
    return {
        FindingKind.FACT: t.context("finding", "事実"),
        FindingKind.INTERPRETATION: t.context("finding", "解釈"),
        FindingKind.INSIGHT: t.context("finding", "気づき"),
    }


def kind_questions(t: Translator) -> dict[FindingKind, str]:
    """Return what each kind of finding answers."""
    return {
        FindingKind.FACT: t("何をした、何を見た、何と言った"),
        FindingKind.INTERPRETATION: t("なぜ、そうなったのだろう"),
        FindingKind.INSIGHT: t("だから、何が大切か"),
    }


def place_form(t: Translator) -> str:
    """Return how the number of a line is written after the code of its source."""
    return t("{code}・{line}行")
