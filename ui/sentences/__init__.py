"""The words for every fault and notice, by what they are about; ui/messages.py makes sentences of them."""


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark a text for the translation tools, which look for this name."""
    return text
