"""Country codes in words, and back."""

from annals.reference.countries import countries


def country_name(code: str) -> str:
    """Return the usual English name of an ISO 3166-1 alpha-2 code, the code itself where the table lacks it.

    >>> country_name("IQ"), country_name("ZZ")
    ('Iraq', 'ZZ')
    """
    return countries().name(code) or code


def country_code(words: str) -> str | None:
    """Return the code for a code or an English name in any case, None where the table has neither.

    >>> country_code("iraq"), country_code("iq"), country_code("Atlantis")
    ('IQ', 'IQ', None)
    """
    asked = words.strip()
    return asked.upper() if countries().name(asked.upper()) else countries().named(asked)
