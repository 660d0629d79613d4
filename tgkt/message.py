"""A sentence of the program that can be said in another language later.

Code writes it in English and names what is put in; the room that writes it need not know the reader's language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable


class Message(str):
    """A sentence in English, with its template and fields.

    As text it is the whole sentence in English. `template` is the sentence with names in braces, by which a catalogue
    has it in other languages, `fields` what is put in for the names: texts, or messages of their own. A template that
    is given no fields is taken as it stands, braces included.

    Attributes:
        template: the sentence in English with names in braces; of a counted one that for one.
        fields: what stands for each name.
        plural: the sentence for other counts; None where nothing is counted.
    """

    template: str
    fields: dict[str, object]
    plural: str | None

    def __new__(cls, template: str, /, **fields: object) -> Message:
        """Put the fields into the template; an error as a field gives its own message."""
        return cls._made(template, template, None, fields)

    @classmethod
    def counted(cls, count: int, one: str, many: str, /, **fields: object) -> Message:
        """A sentence about a count, `{count}` in both forms.

        Args:
            count: the number of what is counted.
            one: the sentence for one, in English.
            many: the sentence for every other count, in English.
            fields: what else is put in.
        """
        return cls._made(one, one if count == 1 else many, many, {"count": count, **fields})

    @classmethod
    def joined(cls, mark: str, parts: Iterable[object]) -> Message:
        """Messages or texts one after another, with a mark between them."""
        fields = {f"part{number}": part for number, part in enumerate(parts, 1)}
        template = mark.replace("{", "{{").replace("}", "}}").join(f"{{{name}}}" for name in fields)
        return cls._made(template, template, None, fields)

    @classmethod
    def listed(cls, parts: Iterable[object]) -> Message:
        """Messages or texts as a sentence lists them: "a, b and c"."""
        *others, last = parts
        if not others:
            return cls.joined("", (last,))
        return Message("{others} and {last}", others=cls.joined(", ", others), last=last)

    def exchanged(self, change: Callable[[object], object]) -> Message:
        """The same sentence with other things put in, here and in the messages within it.

        Args:
            change: what to put in for each thing that is no message.
        """
        fields = {
            name: each.exchanged(change) if isinstance(each, Message) else change(each)
            for name, each in self.fields.items()
        }
        chosen = self.plural if self.plural is not None and fields["count"] != 1 else self.template
        return self._made(self.template, chosen, self.plural, fields)

    @classmethod
    def either(cls, parts: Iterable[object]) -> Message:
        """Messages or texts of which one is meant: "a, b or c"."""
        *others, last = parts
        if not others:
            return cls.joined("", (last,))
        return Message("{others} or {last}", others=cls.joined(", ", others), last=last)

    @classmethod
    def _made(cls, template: str, chosen: str, plural: str | None, fields: dict[str, object]) -> Message:
        put = {name: message_of(each) if isinstance(each, Exception) else each for name, each in fields.items()}
        made = super().__new__(cls, chosen.format(**put) if put else chosen)
        made.template, made.fields, made.plural = template, put, plural
        return made


class MessageError(Exception):
    """An error that is a sentence: in English, with what is put in for its names in braces, or a finished message.

    For instance `UsageError("unknown area '{name}'.", name=text)`.
    """

    def __init__(self, message: str = "", /, **fields: object) -> None:
        self.message = message if isinstance(message, Message) and not fields else Message(message, **fields)
        super().__init__(self.message)


def message_of(error: Exception) -> str:
    """The message of an error, or its text where it has none."""
    first = error.args[0] if error.args else ""
    return first if isinstance(first, Message) else str(error)
