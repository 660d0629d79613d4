"""The components of the structure: the dimensions that name a figure, its value, and what is said beside it."""

from __future__ import annotations

from enum import StrEnum

from tgkt.message import Message
from tgkt.record import NamedTuple
from tgkt.report.exchange.figures import FIGURES


class Text(StrEnum):
    """What a component without a list of codes holds, in the words of SDMX."""

    STRING = "String"
    DECIMAL = "Decimal"
    INTEGER = "Integer"
    BOOLEAN = "Boolean"
    TIME = "ObservationalTimePeriod"


class Component(NamedTuple):
    """A dimension, the measure or an attribute.

    Attributes:
        id: its id, and the heading of its column.
        name: its name.
        codes: the list that it is chosen from; empty where it holds a text.
        text: what sort of text it holds otherwise.
        column: the column of figures.csv that has the same; empty where it is made of several.
        is_always: whether no figure is without it.
    """

    id: str
    name: Message
    codes: str = ""
    text: Text = Text.STRING
    column: str = ""
    is_always: bool = False

    @property
    def says(self) -> str:
        """What it holds, as figures.csv says it, in English; empty where no column has it."""
        return next((each.says for each in FIGURES.columns if each.name == self.column), "")


FREQ = Component("FREQ", Message("Frequency"), "CL_FREQ", is_always=True)
STATEMENT = Component(
    "STATEMENT",
    Message("Number among figures alike in all else"),
    text=Text.INTEGER,
    is_always=True,
)
TIME_PERIOD = Component("TIME_PERIOD", Message("Period"), text=Text.TIME, is_always=True)
DIMENSIONS = (
    FREQ,
    Component("REF_AREA", Message("Area"), "CL_AREA", column="area", is_always=True),
    Component("INDICATOR", Message("Indicator"), "CL_INDICATOR", column="indicator", is_always=True),
    Component("SCENARIO", Message("Target, printed or derived"), "CL_SCENARIO", is_always=True),
    Component("MEASURE", Message("What the number is"), "CL_MEASURE", column="measure", is_always=True),
    Component("TIMING", Message("Relation to the period"), "CL_TIMING", column="timing", is_always=True),
    Component("ORIGIN", Message("Document"), "CL_ORIGIN", column="origin", is_always=True),
    STATEMENT,
    TIME_PERIOD,
)
"""What names a figure: no two figures have the same in all of them."""

OBS_VALUE = Component("OBS_VALUE", Message("Value"), text=Text.DECIMAL, column="value")
SECTION = Component("SECTION", Message("Section"), "CL_SECTION")
_NUMBER, _FLAG = Text.DECIMAL, Text.BOOLEAN
ATTRIBUTES = (
    Component("UNIT_MEASURE", Message("Unit"), "CL_UNIT", is_always=True),
    Component("UNIT_MULT", Message("Power of ten of the unit"), "CL_UNIT_MULT", is_always=True),
    Component("DECIMALS", Message("Decimals"), "CL_DECIMALS", column="decimals"),
    Component("OBS_STATUS", Message("Status of the observation"), "CL_OBS_STATUS", is_always=True),
    Component("COMPARATOR", Message("Words around the number"), "CL_COMPARATOR", column="comparator"),
    Component("LOW", Message("Lower end of what it may stand for"), text=_NUMBER, column="low"),
    Component("HIGH", Message("Upper end of what it may stand for"), text=_NUMBER, column="high"),
    Component("RANGE_LOW", Message("First number of a printed range"), text=_NUMBER, column="range_low"),
    Component("RANGE_HIGH", Message("Second number of a printed range"), text=_NUMBER, column="range_high"),
    Component("TOLERANCE", Message("Tolerance"), text=_NUMBER, column="tolerance"),
    Component("REACHED", Message("Milestone reached"), text=_FLAG, column="reached"),
    Component("BASE_PER", Message("Base year of a multiple"), text=Text.TIME),
    Component("ROLE", Message("Role in the data"), "CL_ROLE", column="role", is_always=True),
    Component("STATUS", Message("Status by its document"), "CL_STATUS", column="status"),
    Component("COUNTS_AS", Message("Role beside the figure that counts"), "CL_COUNTS_AS", column="counts_as"),
    Component("AMBITION", Message("Aim stated in passing"), text=_FLAG, column="ambition"),
    SECTION,
    Component("PLAN", Message("Plan"), "CL_PLAN", column="plan"),
    Component("CODE", Message("Number of the row in the plan"), column="code"),
    Component("PERIOD", Message("Period as in the data"), column="period", is_always=True),
    Component("KEY", Message("Key, as in the Data Package"), column="key", is_always=True),
    Component("PART_OF", Message("Structure of which it is a share"), column="part_of"),
    Component("EXCLUDES", Message("What the document leaves out"), column="excludes"),
    Component("ORIGIN_DATE", Message("Date of the document"), text=Text.TIME, column="origin_date"),
    Component("LOCATOR", Message("Place in the document"), column="locator"),
    Component("PRINTED", Message("Words of the document"), column="printed"),
    Component("PRINTED_UNIT", Message("Unit as printed"), column="printed_unit"),
    Component("PICK", Message("Which number of N/M is meant"), "CL_PICK", column="pick"),
    Component("OFFICIAL", Message("Words that grade the figure"), column="official"),
    Component("NOTE_VI", Message("Note in Vietnamese"), column="note_vi"),
    Component("NOTE_EN", Message("Note in English"), column="note_en"),
    Component("HOW", Message("How it follows"), "CL_HOW", column="how"),
    Component("FORMULA", Message("Formula"), column="formula"),
    Component("ASSUMES_VI", Message("Assumption in Vietnamese"), column="assumes_vi"),
    Component("ASSUMES_EN", Message("Assumption in English"), column="assumes_en"),
)
COMPONENTS = (*DIMENSIONS, OBS_VALUE, *ATTRIBUTES)
